//! How the work goes from step to step: decisions, undo, leaving one article for another.

use std::rc::Rc;

use lectern_core::Overrides;

use super::{Phase, Step, Work};
use crate::state::document::{Document, Origin};
use crate::state::reading::Reading;

/// Steps that undo remembers.
const HISTORY: usize = 100;

/// Articles that this tab remembers beside the open one, with their decisions.
const LEFT: usize = 20;

impl Work {
    /// Goes to a step of the open article; read anew only if more than corrections differ.
    pub(super) fn go(&mut self, step: Step) {
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

    pub(super) fn is_same_text(&self, step: &Step) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| Rc::ptr_eq(&open.input, &step.open.input))
    }

    /// Has a step read; the text on screen stays until its reading comes, if it is the same.
    pub(super) fn read(&mut self, step: Step) {
        let same = self.is_same_text(&step);
        self.phase = Phase::Reading(self.phase.reading().filter(|_| same).cloned());
        self.open = Some(step.open);
        self.overrides = step.overrides;
        self.corrections = step.corrections;
        self.turn += 1;
    }

    /// One more thing done to the open article.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Step)) {
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

    pub(super) fn decide(&mut self, change: impl FnOnce(&mut Overrides)) {
        self.change(|step| {
            let mut overrides = (*step.overrides).clone();
            change(&mut overrides);
            step.overrides = Rc::new(overrides);
        });
    }

    /// Puts the open article away, with its decisions; what was done to it can no longer be undone.
    pub(super) fn leave(&mut self) {
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
    pub(super) fn shelve(&mut self, documents: Vec<Rc<Document>>) {
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

    pub(super) fn open(&mut self, step: Step) {
        self.leave();
        self.open = None;
        self.read(step);
    }
}
