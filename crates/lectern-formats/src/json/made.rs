//! What made a document: the program, its tagger, the model file.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What made a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Program and version.
    pub by: String,
    /// What kind of tagger found the quotations.
    pub tagger: String,
    /// SHA-256 of the tagger's model file, when it has one.
    pub model: Option<String>,
}

/// SHA-256 of the embedded model file, in lower-case hexadecimal digits. `build.rs` counts it: a program that writes
/// documents without reading articles has no need of the model itself.
pub fn model_hash() -> &'static str {
    env!("LECTERN_MODEL_HASH")
}

/// SHA-256 in lower-case hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}

impl Made {
    /// This program with its embedded tagger.
    pub(crate) fn here() -> Self {
        Made {
            by: concat!("lectern ", env!("CARGO_PKG_VERSION")).to_owned(),
            tagger: "linear".to_owned(),
            model: Some(model_hash().to_owned()),
        }
    }
}
