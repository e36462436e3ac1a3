//! The seam for whoever finds sources, cues and contents: every reading goes through it.

use std::future::{self, Future};
use std::pin::Pin;

use lectern_core::Prepared;
use lectern_core::attribution::{self, LinkerWeights, ModelError, Tags};

/// Tags on their way.
pub type Tagging<'a> = Pin<Box<dyn Future<Output = Tags> + 'a>>;

/// Whoever finds sources, cues and contents, in their own time.
pub trait Tagger {
    /// Whether it can tag at all.
    ///
    /// # Errors
    /// When its model cannot be used.
    fn ready(&self) -> Result<(), ModelError> {
        Ok(())
    }

    /// Tags what was prepared.
    fn tag<'a>(&'a self, prepared: &'a Prepared) -> Tagging<'a>;

    /// What the linker needs for these tags.
    fn weights(&self) -> &LinkerWeights;
}

/// The tagger that ships with the core; its tags are there at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct EmbeddedTagger;

impl Tagger for EmbeddedTagger {
    fn ready(&self) -> Result<(), ModelError> {
        attribution::ready()
    }

    fn tag<'a>(&'a self, prepared: &'a Prepared) -> Tagging<'a> {
        Box::pin(future::ready(attribution::tag(prepared)))
    }

    fn weights(&self) -> &LinkerWeights {
        attribution::weights()
    }
}
