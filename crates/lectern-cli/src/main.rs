//! `lectern`: the same reading for files and folders.
fn main() {}
