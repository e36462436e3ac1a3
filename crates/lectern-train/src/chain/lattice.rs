//! All ways to label one example at once: the sums over them and what they say about the weights.

use super::{Example, Floats};

/// All ways to label an example, with the scores of their parts. State 0 is "none".
pub(super) struct Lattice<'a> {
    example: &'a Example,
    labels: usize,
    /// A score for each unit and label.
    units: Vec<f32>,
    /// For each gap between units a score for each label that begins there, then for each that ends.
    gaps: Vec<f32>,
}

impl<'a> Lattice<'a> {
    pub(super) fn score(example: &'a Example, labels: usize, inside: &Floats, edge: &Floats) -> Self {
        let count = example.labels.len();
        let mut lattice = Lattice {
            example,
            labels,
            units: vec![0.0; count * labels],
            gaps: vec![0.0; (count + 1) * 2 * labels],
        };
        for at in 0..count {
            let scores = at * labels..(at + 1) * labels;
            inside.add(unit_of(example, at), &mut lattice.units[scores]);
        }
        for at in 0..=count {
            let scores = at * 2 * labels..(at + 1) * 2 * labels;
            edge.add(gap_of(example, at), &mut lattice.gaps[scores]);
        }
        lattice
    }

    fn count(&self) -> usize {
        self.example.labels.len()
    }

    fn states(&self) -> usize {
        self.labels + 1
    }

    pub(super) fn unit(&self, at: usize) -> &'a [u32] {
        unit_of(self.example, at)
    }

    pub(super) fn gap(&self, at: usize) -> &'a [u32] {
        gap_of(self.example, at)
    }

    /// What it scores to go from one label to another at a gap.
    fn step(&self, at: usize, before: usize, label: usize) -> f64 {
        if before == label {
            return 0.0;
        }
        let gap = &self.gaps[at * 2 * self.labels..(at + 1) * 2 * self.labels];
        let begin = if label > 0 { gap[label - 1] } else { 0.0 };
        let end = if before > 0 {
            gap[self.labels + before - 1]
        } else {
            0.0
        };
        f64::from(begin) + f64::from(end)
    }

    /// What it scores that a unit has a label.
    fn emit(&self, at: usize, label: usize) -> f64 {
        if label > 0 {
            f64::from(self.units[at * self.labels + label - 1])
        } else {
            0.0
        }
    }

    /// For each unit and label, what is true less what is expected.
    pub(super) fn unit_gradients(&self, sums: &Sums) -> Vec<f32> {
        let mut gradients = vec![0.0; self.units.len()];
        for at in 0..self.count() {
            for label in 1..self.states() {
                let p = libm::exp(sums.forward(at, label) + sums.backward(at, label) - sums.total);
                let is_so = usize::from(self.example.labels[at]) == label;
                gradients[at * self.labels + label - 1] = f32::from(u8::from(is_so)) - p as f32;
            }
        }
        gradients
    }

    /// The same for what begins and ends at each gap.
    pub(super) fn gap_gradients(&self, sums: &Sums) -> Vec<f32> {
        let (count, labels) = (self.count(), self.labels);
        let label_at = |at: usize| usize::from(self.example.labels[at]);
        let mut gradients = vec![0.0; self.gaps.len()];
        for at in 0..=count {
            let gradient = &mut gradients[at * 2 * labels..(at + 1) * 2 * labels];
            let pairs =
                (0..self.states()).flat_map(|before| (0..self.states()).map(move |label| (before, label)));
            for (before, label) in pairs {
                if before == label || at == 0 && before > 0 || at == count && label > 0 {
                    continue;
                }
                let left = if at == 0 {
                    0.0
                } else {
                    sums.forward(at - 1, before)
                };
                let right = if at == count {
                    0.0
                } else {
                    self.emit(at, label) + sums.backward(at, label)
                };
                let p = libm::exp(left + self.step(at, before, label) + right - sums.total) as f32;
                let was = (at == 0 || label_at(at - 1) == before) && (at == count || label_at(at) == label);
                let g = f32::from(u8::from(was)) - p;
                if label > 0 {
                    gradient[label - 1] += g;
                }
                if before > 0 {
                    gradient[labels + before - 1] += g;
                }
            }
        }
        gradients
    }
}

/// Logarithms of sums over all ways through a lattice: up to each unit and label, from there on, and from end to end.
pub(super) struct Sums {
    states: usize,
    forward: Vec<f64>,
    backward: Vec<f64>,
    total: f64,
}

impl Sums {
    pub(super) fn of(lattice: &Lattice) -> Self {
        let (count, states) = (lattice.count(), lattice.states());
        let mut sums = Sums {
            states,
            forward: vec![0.0; count * states],
            backward: vec![0.0; count * states],
            total: 0.0,
        };
        let mut terms = vec![0.0; states];
        for at in 0..count {
            for label in 0..states {
                let came = if at == 0 {
                    lattice.step(0, 0, label)
                } else {
                    for (before, term) in terms.iter_mut().enumerate() {
                        *term = sums.forward(at - 1, before) + lattice.step(at, before, label);
                    }
                    log_sum(&terms)
                };
                sums.forward[at * states + label] = lattice.emit(at, label) + came;
            }
        }
        for label in 0..states {
            sums.backward[(count - 1) * states + label] = lattice.step(count, label, 0);
        }
        for at in (0..count - 1).rev() {
            for label in 0..states {
                for (after, term) in terms.iter_mut().enumerate() {
                    *term = lattice.step(at + 1, label, after)
                        + lattice.emit(at + 1, after)
                        + sums.backward(at + 1, after);
                }
                sums.backward[at * states + label] = log_sum(&terms);
            }
        }
        for (label, term) in terms.iter_mut().enumerate() {
            *term = sums.forward(count - 1, label) + sums.backward(count - 1, label);
        }
        sums.total = log_sum(&terms);
        sums
    }

    fn forward(&self, at: usize, label: usize) -> f64 {
        self.forward[at * self.states + label]
    }

    fn backward(&self, at: usize, label: usize) -> f64 {
        self.backward[at * self.states + label]
    }
}

/// The features of a unit.
fn unit_of(example: &Example, at: usize) -> &[u32] {
    let each = example.inside.len() / example.labels.len();
    &example.inside[at * each..(at + 1) * each]
}

/// The features of the gap before a unit, or at the end.
fn gap_of(example: &Example, at: usize) -> &[u32] {
    let each = example.edge.len() / (example.labels.len() + 1);
    &example.edge[at * each..(at + 1) * each]
}

fn log_sum(terms: &[f64]) -> f64 {
    let most = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most + libm::log(terms.iter().map(|term| libm::exp(term - most)).sum())
}
