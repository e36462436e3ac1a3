//! A reader on the same thread, for tests and for browsers that refuse workers.

use std::rc::Rc;

use lectern_core::{Input, Overrides};

use super::tagger::{EmbeddedTagger, read_with};
use super::{Answer, Reader};

/// Reads at once, where it is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalReader;

impl Reader for LocalReader {
    fn read(&self, input: Rc<Input>, overrides: Rc<Overrides>) -> Answer {
        Box::pin(async move { Ok(read_with(&input, &overrides, &EmbeddedTagger).await) })
    }
}
