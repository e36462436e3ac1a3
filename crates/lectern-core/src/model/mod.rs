//! What is learned: weights of hashed features, the chain that reads them, and how they are kept in files.

pub mod chain;
pub(crate) mod hash;
pub(crate) mod tables;

use std::{error, fmt};

/// Why a file is no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// It does not begin as files of this version do.
    OtherVersion,
    /// It was cut short, or says what no model of ours says.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            ModelError::OtherVersion => "no model of this version",
            ModelError::Damaged => "a damaged model",
        })
    }
}

impl error::Error for ModelError {}
