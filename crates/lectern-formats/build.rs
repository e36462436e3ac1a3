//! Counts the SHA-256 of the core's model file, which documents name.

use sha2::{Digest, Sha256};
use std::fs;

const MODEL: &str = "../lectern-core/model/attribution.bin";

fn main() {
    println!("cargo::rerun-if-changed={MODEL}");
    match fs::read(MODEL) {
        Ok(model) => {
            let hash = base16ct::lower::encode_string(&Sha256::digest(&model));
            println!("cargo::rustc-env=LECTERN_MODEL_HASH={hash}");
        }
        Err(error) => println!("cargo::error={MODEL}: {error}"),
    }
}
