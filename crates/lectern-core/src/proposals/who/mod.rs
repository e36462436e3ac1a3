//! Whose proposal it is, and who is to act.

pub(super) mod addressees;
pub(super) mod author;
pub(super) mod mentions;
pub(super) mod proposer;
pub(super) mod subjects;
pub(super) mod unheard;
