//! Corrections in the order in which they were made, with what was taken back.

use super::Correction;

/// What a person put right, oldest first. What was taken back can be done again until something else is put right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Corrections {
    done: Vec<Correction>,
    undone: Vec<Correction>,
}

impl Corrections {
    /// Puts one more thing right.
    pub fn push(&mut self, correction: Correction) {
        self.done.push(correction);
        self.undone.clear();
    }

    /// Takes the youngest back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let last = self.done.pop();
        let is_some = last.is_some();
        self.undone.extend(last);
        is_some
    }

    /// Does again what was taken back last; says whether there was anything.
    pub fn redo(&mut self) -> bool {
        let last = self.undone.pop();
        let is_some = last.is_some();
        self.done.extend(last);
        is_some
    }

    /// Those that hold, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Correction> {
        self.done.iter()
    }

    /// How many hold.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether none holds.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}

impl FromIterator<Correction> for Corrections {
    fn from_iter<T: IntoIterator<Item = Correction>>(corrections: T) -> Self {
        Corrections {
            done: corrections.into_iter().collect(),
            undone: Vec::new(),
        }
    }
}
