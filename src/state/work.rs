//! The open article, the reader's decisions about it and their history, and the articles beside it.

use std::rc::Rc;

use lectern_core::Overrides;
use lectern_core::article::{Anchor, BlockKind};
use lectern_core::corrections::Corrections;
use lectern_core::input::Strength;
use yew::Reducible;

use super::document::{Document, Origin};
use super::place::Place;
use super::reading::Reading;

/// Steps that undo remembers.
const HISTORY: usize = 100;

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

/// Articles that this tab remembers beside the open one, with their decisions.
const LEFT: usize = 20;

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
}

/// Why what was asked for beside the reading could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What it is about is wrong.
    Wrong(lectern_desk::Trouble),
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

/// What can happen to the work.
#[derive(Clone, Debug)]
pub enum WorkAction {
    /// Texts came in: the first is opened, the others wait on the shelf.
    Open(Vec<Rc<Document>>),
    /// The same with decisions and corrections from before, or from whoever sent it, and with what was looked at.
    Resume(Rc<Document>, Overrides, Corrections, Option<Place>),
    /// Back to an article that was open in this tab, to what was looked at in it.
    Return(f64, Place),
    /// Take one from the shelf, and look at this in it.
    Take(usize, Option<Place>),
    /// The same file decoded in another way.
    Recode(Rc<Document>),
    /// Read all of a very long text.
    Whole,
    /// Back to the empty page.
    Close,
    /// Show blocks as this kind from now on.
    Keep(Vec<(Anchor, BlockKind)>),
    /// How much is taken out.
    Strength(Strength),
    /// Leave this stretch of the input as it was.
    UndoRepair(Anchor),
    /// All that is put right from now on.
    Correct(Corrections),
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Read the same again.
    Again,
    /// Wait no longer for the reading on its way.
    Cancel,
    /// The layout of a turn, before its marks.
    Preview(u32, Reading),
    /// The answer to a turn.
    Answer(u32, Result<Reading, ReadError>),
    /// The open article could not be kept on the device.
    NotKept,
    /// The article of an address is not on the device.
    Missing,
    /// Something beside the reading could not be done.
    Refused(Refusal),
    /// Everything is forgotten, the history too.
    Forget,
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

    /// Goes to a step of the open article; read anew only if more than corrections differ.
    fn go(&mut self, step: Step) {
        if !self.is_same_text(&step) || self.overrides != step.overrides {
            return self.read(step);
        }
        self.corrections = step.corrections;
        let corrected = |reading: &Reading| reading.corrected(&self.corrections);
        self.phase = match &self.phase {
            Phase::Empty => Phase::Empty,
            Phase::Reading(reading) => Phase::Reading(reading.as_ref().map(corrected)),
            Phase::Read(reading) => Phase::Read(corrected(reading)),
            Phase::Failed(reading, why) => Phase::Failed(reading.as_ref().map(corrected), *why),
        };
    }

    fn is_same_text(&self, step: &Step) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| Rc::ptr_eq(&open.input, &step.open.input))
    }

    /// Has a step read; the text on screen stays until its reading comes, if it is the same.
    fn read(&mut self, step: Step) {
        let same = self.is_same_text(&step);
        self.phase = Phase::Reading(self.phase.reading().filter(|_| same).cloned());
        self.open = Some(step.open);
        self.overrides = step.overrides;
        self.corrections = step.corrections;
        self.turn += 1;
    }

    /// One more thing done to the open article.
    fn change(&mut self, change: impl FnOnce(&mut Step)) {
        let Some(before) = self.step() else { return };
        let mut step = before.clone();
        change(&mut step);
        self.past.push(before);
        if self.past.len() > HISTORY {
            self.past.remove(0);
        }
        self.future.clear();
        self.go(step);
    }

    fn decide(&mut self, change: impl FnOnce(&mut Overrides)) {
        self.change(|step| {
            let mut overrides = (*step.overrides).clone();
            change(&mut overrides);
            step.overrides = Rc::new(overrides);
        });
    }

    /// What was decided about a document when it was left.
    fn decided(&self, key: f64) -> Option<Step> {
        self.left.iter().find(|step| step.open.key == key).cloned()
    }

    /// Puts the open article away, with its decisions; what was done to it can no longer be undone.
    fn leave(&mut self) {
        if let Some(step) = self.step() {
            self.left.retain(|left| left.open.key != step.open.key);
            self.left.push(step);
            // Those on the shelf are at hand as long as it is.
            let (left, shelf) = (&mut self.left, &self.shelf);
            let is_on_shelf = |step: &Step| shelf.iter().any(|other| other.key == step.open.key);
            if left.len() > LEFT
                && let Some(oldest) = left.iter().position(|step| !is_on_shelf(step))
            {
                left.remove(oldest);
            }
        }
        self.past.clear();
        self.future.clear();
        self.restore = None;
        self.trouble = None;
    }

    /// Puts on the shelf what came in. Nobody at this page asked for what another one or a link sends: what is open
    /// stays at hand beside it.
    fn shelve(&mut self, documents: Vec<Rc<Document>>) {
        let is_sent = |document: &Rc<Document>| matches!(document.from, Origin::Page(_) | Origin::Link);
        match self
            .open
            .clone()
            .filter(|_| documents.first().is_some_and(is_sent))
        {
            Some(open) if self.shelf.is_empty() => self.shelf = vec![open],
            Some(_) => {}
            None => self.shelf.clear(),
        }
        self.shelf.extend(documents);
        if self.shelf.len() == 1 {
            self.shelf.clear();
        }
    }

    fn open(&mut self, step: Step) {
        self.leave();
        self.open = None;
        self.read(step);
    }
}

impl Reducible for Work {
    type Action = WorkAction;

    fn reduce(self: Rc<Self>, action: WorkAction) -> Rc<Self> {
        let mut work = (*self).clone();
        match action {
            WorkAction::Open(documents) => {
                let Some(first) = documents.first().cloned() else {
                    return self;
                };
                work.shelve(documents);
                work.open(Step::new(first));
            }
            WorkAction::Resume(open, overrides, corrections, place) => {
                work.shelve(vec![open.clone()]);
                work.open(Step {
                    open,
                    overrides: overrides.into(),
                    corrections: corrections.into(),
                });
                work.restore = place;
            }
            WorkAction::Return(key, place) => {
                let Some(step) = work.decided(key) else {
                    return self;
                };
                work.open(step);
                work.restore = Some(place);
            }
            WorkAction::Take(place, look_at) => {
                let Some(document) = work.shelf.get(place).cloned() else {
                    return self;
                };
                let (overrides, corrections) = work.decided_about(document.key);
                work.open(Step {
                    open: document,
                    overrides,
                    corrections,
                });
                work.restore = look_at;
            }
            WorkAction::Recode(document) => {
                for other in work.shelf.iter_mut().filter(|other| other.key == document.key) {
                    *other = document.clone();
                }
                work.change(|step| *step = Step::new(document));
            }
            WorkAction::Whole => {
                let Some((open, whole)) = work
                    .open
                    .as_ref()
                    .and_then(|open| open.whole.clone().map(|whole| (open, whole)))
                else {
                    return self;
                };
                let document = Document {
                    input: whole,
                    whole: None,
                    ..(**open).clone()
                };
                work.change(|step| step.open = Rc::new(document));
            }
            WorkAction::Close => {
                work.leave();
                work.open = None;
                work.overrides = Rc::default();
                work.corrections = Rc::default();
                work.phase = Phase::Empty;
                work.turn += 1;
            }
            WorkAction::Keep(blocks) => work.decide(|overrides| {
                overrides
                    .blocks
                    .retain(|(anchor, _)| blocks.iter().all(|(new, _)| new.span != anchor.span));
                overrides.blocks.extend(blocks);
            }),
            WorkAction::Strength(strength) => {
                if work.overrides.strength == strength {
                    return self;
                }
                work.decide(|overrides| overrides.strength = strength);
            }
            WorkAction::UndoRepair(anchor) => work.decide(|overrides| overrides.repairs_undone.push(anchor)),
            WorkAction::Correct(corrections) => {
                work.change(|step| step.corrections = corrections.into());
            }
            WorkAction::Undo => {
                let (Some(here), Some(step)) = (work.step(), work.past.pop()) else {
                    return self;
                };
                work.future.push(here);
                work.go(step);
            }
            WorkAction::Redo => {
                let (Some(here), Some(step)) = (work.step(), work.future.pop()) else {
                    return self;
                };
                work.past.push(here);
                work.go(step);
            }
            WorkAction::Again => {
                let Some(here) = work.step() else {
                    return self;
                };
                work.read(here);
            }
            WorkAction::Cancel => {
                let Phase::Reading(reading) = &work.phase else {
                    return self;
                };
                work.phase = Phase::Failed(reading.clone(), Broken::Cancelled);
                work.turn += 1;
            }
            WorkAction::Preview(turn, reading) => {
                if turn != work.turn || !matches!(work.phase, Phase::Reading(None)) {
                    return self;
                }
                work.phase = Phase::Reading(Some(reading));
            }
            WorkAction::Answer(turn, answer) => {
                if turn != work.turn {
                    return self;
                }
                work.phase = match answer {
                    Ok(reading) if work.corrections.is_empty() => Phase::Read(reading),
                    Ok(reading) => Phase::Read(reading.corrected(&work.corrections)),
                    Err(ReadError::Superseded) => return self,
                    Err(ReadError::Stopped) => Phase::Failed(work.phase.reading().cloned(), Broken::Off),
                };
            }
            WorkAction::NotKept => work.trouble = Some(Trouble::NotKept),
            WorkAction::Missing => work.trouble = Some(Trouble::Missing),
            WorkAction::Refused(why) => work.trouble = Some(Trouble::Refused(why)),
            WorkAction::Forget => {
                work = Work {
                    turn: work.turn + 1,
                    ..Work::default()
                }
            }
        }
        Rc::new(work)
    }
}
