//! Counts, and the shares that are made of them.

use std::fmt;
use std::ops::AddAssign;

/// What was right, of what was found and of what was to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// To be found.
    pub wanted: usize,
}

impl Tally {
    /// Share of what was found that is right; 0 when nothing was found.
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// Share of what was to be found that was; 0 when nothing was.
    pub fn recall(self) -> f64 {
        share(self.right, self.wanted)
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        share(2 * self.right, self.found + self.wanted)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(f, "P {precision:.3}  R {recall:.3}  F1 {f1:.3}")
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A share of a number of cases; there may be no case.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ratio {
    /// How many; half points are given for a right guess among several.
    pub part: f64,
    /// Of how many.
    pub whole: usize,
}

impl Ratio {
    /// Whole points.
    pub fn of(part: usize, whole: usize) -> Self {
        Ratio {
            part: part as f64,
            whole,
        }
    }

    /// The share, when there is a case.
    pub fn value(self) -> Option<f64> {
        (self.whole > 0).then(|| self.part / self.whole as f64)
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value() {
            Some(value) => write!(f, "{value:.3}"),
            None => write!(f, "none"),
        }
    }
}
