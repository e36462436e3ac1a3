//! What is kept on the device. Every call may be refused (private windows, full disks) and then does nothing.

pub mod articles;
mod database;
pub mod settings;
