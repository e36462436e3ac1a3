//! What can happen to the work, and what it does.

use std::rc::Rc;

use lectern_core::Overrides;
use lectern_core::article::{Anchor, BlockKind};
use lectern_core::corrections::Corrections;
use lectern_core::input::Strength;
use yew::Reducible;

use super::{Broken, LeftOut, Phase, ReadError, Refusal, Step, Trouble, Work};
use crate::state::document::Document;
use crate::state::place::Place;
use crate::state::reading::Reading;

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
    /// Not all of what came in was opened.
    LeftOut(LeftOut),
    /// Everything is forgotten, the history too.
    Forget,
}

impl Reducible for Work {
    type Action = WorkAction;

    fn reduce(self: Rc<Self>, action: WorkAction) -> Rc<Self> {
        let mut work = (*self).clone();
        match work.act(action) {
            Some(()) => Rc::new(work),
            None => self,
        }
    }
}

impl Work {
    /// Does it; none where there is nothing to do.
    fn act(&mut self, action: WorkAction) -> Option<()> {
        match action {
            WorkAction::Open(documents) => {
                let first = documents.first().cloned()?;
                self.shelve(documents);
                self.open(Step::new(first));
            }
            WorkAction::Resume(open, overrides, corrections, place) => {
                self.shelve(vec![open.clone()]);
                self.open(Step {
                    open,
                    overrides: overrides.into(),
                    corrections: corrections.into(),
                });
                self.restore = place;
            }
            WorkAction::Return(key, place) => {
                let step = self.decided(key)?;
                self.open(step);
                self.restore = Some(place);
            }
            WorkAction::Take(place, look_at) => self.take(place, look_at)?,
            WorkAction::Recode(document) => {
                for other in self.shelf.iter_mut().filter(|other| other.key == document.key) {
                    *other = document.clone();
                }
                self.change(|step| *step = Step::new(document));
            }
            WorkAction::Whole => self.read_whole()?,
            WorkAction::Close => self.close(),
            WorkAction::Keep(blocks) => self.decide(|overrides| keep(overrides, blocks)),
            WorkAction::Strength(strength) if self.overrides.strength == strength => return None,
            WorkAction::Strength(strength) => self.decide(|overrides| overrides.strength = strength),
            WorkAction::UndoRepair(anchor) => self.decide(|overrides| overrides.repairs_undone.push(anchor)),
            WorkAction::Correct(corrections) => self.change(|step| step.corrections = corrections.into()),
            WorkAction::Undo => {
                let (here, step) = (self.step()?, self.past.pop()?);
                self.future.push(here);
                self.go(step);
            }
            WorkAction::Redo => {
                let (here, step) = (self.step()?, self.future.pop()?);
                self.past.push(here);
                self.go(step);
            }
            WorkAction::Again => {
                let here = self.step()?;
                self.read(here);
            }
            WorkAction::Cancel => {
                let Phase::Reading(reading) = &self.phase else {
                    return None;
                };
                self.phase = Phase::Failed(reading.clone(), Broken::Cancelled);
                self.turn += 1;
            }
            WorkAction::Preview(turn, reading) => {
                if turn != self.turn || !matches!(self.phase, Phase::Reading(_)) {
                    return None;
                }
                self.phase = Phase::Reading(Some(reading));
            }
            WorkAction::Answer(turn, _) if turn != self.turn => return None,
            WorkAction::Answer(_, answer) => self.answered(answer)?,
            WorkAction::NotKept => self.trouble = Some(Trouble::NotKept),
            WorkAction::Missing => self.trouble = Some(Trouble::Missing),
            WorkAction::Refused(why) => self.trouble = Some(Trouble::Refused(why)),
            WorkAction::LeftOut(what) => self.trouble = Some(Trouble::LeftOut(what)),
            WorkAction::Forget => {
                *self = Work {
                    turn: self.turn + 1,
                    ..Work::default()
                }
            }
        }
        Some(())
    }

    fn take(&mut self, place: usize, look_at: Option<Place>) -> Option<()> {
        let open = self.shelf.get(place).cloned()?;
        let (overrides, corrections) = self.decided_about(open.key);
        self.open(Step {
            open,
            overrides,
            corrections,
        });
        self.restore = look_at;
        Some(())
    }

    fn read_whole(&mut self) -> Option<()> {
        let open = self.open.as_ref()?;
        let document = Document {
            input: open.whole.clone()?,
            whole: None,
            ..(**open).clone()
        };
        self.change(|step| step.open = Rc::new(document));
        Some(())
    }

    fn close(&mut self) {
        self.leave();
        self.open = None;
        self.overrides = Rc::default();
        self.corrections = Rc::default();
        self.phase = Phase::Empty;
        self.turn += 1;
    }

    fn answered(&mut self, answer: Result<Reading, ReadError>) -> Option<()> {
        self.phase = match answer {
            Ok(reading) if self.corrections.is_empty() => Phase::Read(reading),
            Ok(reading) => Phase::Read(reading.corrected(&self.corrections)),
            Err(ReadError::Superseded) => return None,
            Err(ReadError::Stopped) => Phase::Failed(self.phase.reading().cloned(), Broken::Off),
        };
        Some(())
    }
}

/// Has blocks shown as these kinds, whatever was decided about them before.
fn keep(overrides: &mut Overrides, blocks: Vec<(Anchor, BlockKind)>) {
    let is_other = |anchor: &Anchor| blocks.iter().all(|(new, _)| new.span != anchor.span);
    overrides.blocks.retain(|(anchor, _)| is_other(anchor));
    overrides.blocks.extend(blocks);
}
