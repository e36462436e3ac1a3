//! The open article, the reader's decisions about it and their history, and the articles beside it.

mod action;
mod steps;

use std::rc::Rc;

use lectern_core::Overrides;
use lectern_core::corrections::Corrections;

pub use action::WorkAction;

use super::document::Document;
use super::place::Place;
use super::reading::Reading;

/// Why there is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// A newer request took its place; nothing to tell the reader.
    Superseded,
    /// The worker broke off or never answered, twice; it has been replaced, the text is kept.
    Stopped,
}

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing is open.
    #[default]
    Empty,
    /// The text is shown, the marks are on their way. Holds a layout only, or the reading before this one.
    Reading(Option<Reading>),
    /// Text and marks.
    Read(Reading),
    /// There will be no marks; the text, as far as it was laid out, is kept.
    Failed(Option<Reading>, Broken),
}

impl Phase {
    /// What there is to show.
    pub fn reading(&self) -> Option<&Reading> {
        match self {
            Phase::Empty => None,
            Phase::Read(reading) => Some(reading),
            Phase::Reading(reading) | Phase::Failed(reading, _) => reading.as_ref(),
        }
    }
}

/// An article with what was decided about it: what undo goes back to.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    open: Rc<Document>,
    overrides: Rc<Overrides>,
    corrections: Rc<Corrections>,
}

/// The open article and the decisions about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// The article in hand.
    pub open: Option<Rc<Document>>,
    /// Others that came in with it.
    pub shelf: Vec<Rc<Document>>,
    /// The reader's decisions.
    pub overrides: Rc<Overrides>,
    /// What the reader put right, laid over the reading.
    pub corrections: Rc<Corrections>,
    /// How far the reading is.
    pub phase: Phase,
    /// Counts what has to be read; a reply for another turn is stale.
    pub turn: u32,
    /// What to look at once the article stands; taken when it was opened from an address.
    pub restore: Option<Place>,
    /// Something went wrong that the reader is told of.
    pub trouble: Option<Trouble>,
    past: Vec<Step>,
    future: Vec<Step>,
    left: Vec<Step>,
}

/// What the device refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The open article is not kept.
    NotKept,
    /// The article of an address is not there.
    Missing,
    /// A file or a link could not be taken in, or nothing could be written: why.
    Refused(Refusal),
    /// Files of a folder, or articles of a file, were not opened.
    LeftOut(LeftOut),
}

/// What was not opened of what came in together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Files of kinds that are not read.
    pub others: usize,
    /// Articles that were too many.
    pub over: usize,
}

impl LeftOut {
    /// Whether all was opened.
    pub fn is_nothing(&self) -> bool {
        *self == LeftOut::default()
    }
}

/// Why what was asked for beside the reading could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What it is about is wrong.
    Wrong(lectern_desk::Trouble),
    /// There was no text in it.
    Nothing,
    /// What does it could not be loaded, or broke off.
    Broken,
}

/// Why a reading has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The reader of the page broke off.
    Off,
    /// Whoever waited said so.
    Cancelled,
}

impl Step {
    /// Nothing is decided about it yet.
    fn new(open: Rc<Document>) -> Self {
        Step {
            open,
            overrides: Rc::default(),
            corrections: Rc::default(),
        }
    }
}

impl Work {
    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Whether an article was open in this tab before.
    pub fn was_open(&self, key: f64) -> bool {
        self.left.iter().any(|step| step.open.key == key)
    }

    /// What is decided about an article of this tab, and what was put right in it.
    pub fn decided_about(&self, key: f64) -> (Rc<Overrides>, Rc<Corrections>) {
        let here = self.step().filter(|step| step.open.key == key);
        let step = here.or_else(|| self.decided(key));
        step.map_or_else(Default::default, |step| (step.overrides, step.corrections))
    }

    fn step(&self) -> Option<Step> {
        Some(Step {
            open: self.open.clone()?,
            overrides: self.overrides.clone(),
            corrections: self.corrections.clone(),
        })
    }

    /// What was decided about a document when it was left.
    fn decided(&self, key: f64) -> Option<Step> {
        self.left.iter().find(|step| step.open.key == key).cloned()
    }
}
