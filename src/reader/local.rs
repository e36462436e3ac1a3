//! A reader on the same thread, for tests and for browsers that refuse workers.

use std::rc::Rc;

use lectern_core::{Input, Overrides};
use wasm_bindgen::JsValue;

use super::tagger::{EmbeddedTagger, read_with};
use super::{Answer, Reader};
use crate::report::report;
use crate::state::ReadError;

/// Reads at once, where it is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalReader;

impl Reader for LocalReader {
    fn read(&self, input: Rc<Input>, overrides: Rc<Overrides>) -> Answer {
        Box::pin(async move {
            read_with(&input, &overrides, &EmbeddedTagger)
                .await
                .map_err(|error| {
                    report("Nothing can be read", &JsValue::from_str(&error.to_string()));
                    ReadError::Stopped
                })
        })
    }

    /// A reading of this kind can't be reached while it works.
    fn cancel(&self) {}
}
