//! A reader on the same thread, for tests and for browsers that refuse workers.

use std::rc::Rc;

use lectern_core::{Input, Overrides};

use super::{Answer, Reader};

/// Reads at once, where it is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalReader;

impl Reader for LocalReader {
    fn read(&self, input: Rc<Input>, overrides: Rc<Overrides>) -> Answer {
        Box::pin(async move { Ok(lectern_core::read(&input, &overrides)) })
    }
}
