//! Scores readings against what people annotated: quotations, speakers, proposals, lists, saved pages.
//!
//! Corpora never lie in the repository; the environment variable `LECTERN_CORPORA` names the folder that holds
//! them.

pub mod corpus;
pub mod floors;
pub mod measure;
pub mod names;
pub mod prediction;
pub mod reading;
pub mod report;
pub mod scores;
pub mod speed;

pub use lectern_measures::tally;
