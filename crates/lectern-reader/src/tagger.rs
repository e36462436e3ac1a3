//! The seam for whoever finds what is said: every reading goes through it.

use std::future::{self, Future};
use std::pin::Pin;

use lectern_core::Prepared;
use lectern_core::article::Quotation;
use lectern_core::attribution::{self, ModelError};

/// Quotations on their way.
pub type Quoting<'a> = Pin<Box<dyn Future<Output = Vec<Quotation>> + 'a>>;

/// Whoever finds sources, cues and contents and links them, in their own time.
pub trait Tagger {
    /// Whether it can do so at all.
    ///
    /// # Errors
    /// When its model cannot be used.
    fn ready(&self) -> Result<(), ModelError> {
        Ok(())
    }

    /// What is said in what was prepared.
    fn quotations<'a>(&'a self, prepared: &'a Prepared) -> Quoting<'a>;
}

/// The tagger that ships with the core; what it finds is there at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct EmbeddedTagger;

impl Tagger for EmbeddedTagger {
    fn ready(&self) -> Result<(), ModelError> {
        attribution::ready()
    }

    fn quotations<'a>(&'a self, prepared: &'a Prepared) -> Quoting<'a> {
        Box::pin(future::ready(attribution::quotations(prepared)))
    }
}
