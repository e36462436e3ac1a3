//! The open article, the reader's decisions about it, and one history over both.

use std::rc::Rc;

use lectern_core::Overrides;
use lectern_core::article::{Anchor, BlockKind};
use lectern_core::input::Strength;
use yew::Reducible;

use super::document::{Document, Origin};
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
    /// The reading broke off; the text, as far as it was laid out, is kept.
    Failed(Option<Reading>),
}

impl Phase {
    /// What there is to show.
    pub fn reading(&self) -> Option<&Reading> {
        match self {
            Phase::Empty => None,
            Phase::Read(reading) => Some(reading),
            Phase::Reading(reading) | Phase::Failed(reading) => reading.as_ref(),
        }
    }
}

/// What undo goes back to.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    open: Option<Rc<Document>>,
    overrides: Rc<Overrides>,
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
    /// How far the reading is.
    pub phase: Phase,
    /// Counts what has to be read; a reply for another turn is stale.
    pub turn: u32,
    past: Vec<Step>,
    future: Vec<Step>,
}

/// What can happen to the work.
#[derive(Clone, Debug)]
pub enum WorkAction {
    /// Texts came in: the first is opened, the others wait on the shelf.
    Open(Vec<Rc<Document>>),
    /// The same with decisions from before.
    Resume(Rc<Document>, Overrides),
    /// Take one from the shelf.
    Take(usize),
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
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Read the same again.
    Again,
    /// The layout of a turn, before its marks.
    Preview(u32, Reading),
    /// The answer to a turn.
    Answer(u32, Result<Reading, ReadError>),
    /// Everything is forgotten, the history too.
    Forget,
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

    fn step(&self) -> Step {
        Step {
            open: self.open.clone(),
            overrides: self.overrides.clone(),
        }
    }

    fn remember(&mut self) {
        let step = self.step();
        self.past.push(step);
        if self.past.len() > HISTORY {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Goes to a step; the text on screen stays until its new reading comes, if it is the same text.
    fn go(&mut self, step: Step) {
        let same = match (&self.open, &step.open) {
            (Some(open), Some(other)) => Rc::ptr_eq(&open.input, &other.input),
            _ => false,
        };
        self.phase = match step.open {
            None => Phase::Empty,
            Some(_) if same => Phase::Reading(self.phase.reading().cloned()),
            Some(_) => Phase::Reading(None),
        };
        self.open = step.open;
        self.overrides = step.overrides;
        self.turn += 1;
    }

    fn decide(&mut self, change: impl FnOnce(&mut Overrides)) {
        self.remember();
        let mut overrides = (*self.overrides).clone();
        change(&mut overrides);
        let open = self.open.clone();
        self.go(Step {
            open,
            overrides: Rc::new(overrides),
        });
    }

    /// What was last decided about a document, as far back as undo goes.
    fn decided(&self, document: &Document) -> Overrides {
        let decided = |step: &&Step| step.open.as_ref().is_some_and(|open| open.key == document.key);
        let step = self.past.iter().rev().find(decided);
        step.map_or_else(Overrides::default, |step| (*step.overrides).clone())
    }

    fn open(&mut self, document: Rc<Document>, overrides: Overrides) {
        self.remember();
        self.go(Step {
            open: Some(document),
            overrides: Rc::new(overrides),
        });
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
                // Nobody at this page asked for what another one sends: what is open stays at hand beside it.
                let beside = matches!(first.from, Origin::Page(_))
                    .then(|| work.open.clone())
                    .flatten();
                match beside {
                    Some(open) if work.shelf.is_empty() => work.shelf = vec![open],
                    Some(_) => {}
                    None => work.shelf.clear(),
                }
                work.shelf.extend(documents);
                if work.shelf.len() == 1 {
                    work.shelf.clear();
                }
                work.open(first, Overrides::default());
            }
            WorkAction::Resume(document, overrides) => {
                work.shelf.clear();
                work.open(document, overrides);
            }
            WorkAction::Take(place) => {
                let Some(document) = work.shelf.get(place).cloned() else {
                    return self;
                };
                let overrides = work.decided(&document);
                work.open(document, overrides);
            }
            WorkAction::Recode(document) => {
                for other in work.shelf.iter_mut().filter(|other| other.key == document.key) {
                    *other = document.clone();
                }
                work.open(document, Overrides::default());
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
                let overrides = (*work.overrides).clone();
                work.open(Rc::new(document), overrides);
            }
            WorkAction::Close => {
                work.remember();
                work.go(Step {
                    open: None,
                    overrides: Rc::default(),
                });
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
            WorkAction::Undo => {
                let Some(step) = work.past.pop() else {
                    return self;
                };
                let here = work.step();
                work.future.push(here);
                work.go(step);
            }
            WorkAction::Redo => {
                let Some(step) = work.future.pop() else {
                    return self;
                };
                let here = work.step();
                work.past.push(here);
                work.go(step);
            }
            WorkAction::Again => {
                let here = work.step();
                work.go(here);
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
                    Ok(reading) => Phase::Read(reading),
                    Err(ReadError::Superseded) => return self,
                    Err(ReadError::Stopped) => Phase::Failed(work.phase.reading().cloned()),
                };
            }
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
