//! Trains linear chains: maximum likelihood of the marked labellings, by FTRL-Proximal (see `Floats`) in a fixed order.

mod lattice;

use lectern_core::attribution::training::chain::{Table, Weights};

use lattice::{Lattice, Sums};

/// One sequence with its marked labels: 0 for "none", then those of the pass.
#[derive(Debug, Default)]
pub struct Example {
    /// Features of all units, a fixed number each.
    pub inside: Vec<u32>,
    /// Features of all gaps, a fixed number each, one gap more than units.
    pub edge: Vec<u32>,
    /// One label a unit.
    pub labels: Vec<u8>,
}

/// How training goes.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Passes over the examples.
    pub epochs: usize,
    /// Step size.
    pub rate: f32,
    /// Slots of each table, a power of two.
    pub slots: usize,
    /// A slot must be met so often to get a weight.
    pub least_count: u8,
    /// Pull of all weights towards zero, in proportion.
    pub decay: f32,
    /// Pull of all weights towards zero, the same for all: how many stay there.
    pub sparsity: f32,
    /// Share of features left out at each step, in 256ths.
    pub dropout: u32,
    /// A weight of 1.0 becomes this whole number.
    pub scale: f32,
    /// Weights are rounded to multiples of this: larger steps make a smaller file.
    pub step: f32,
}

/// Float tables while training: follow the regularised leader, coordinate by coordinate (FTRL-Proximal, McMahan and
/// others 2013), which leaves most weights at exactly zero.
#[derive(Debug)]
struct Floats {
    weights: Vec<f32>,
    leaders: Vec<f32>,
    squares: Vec<f32>,
    alive: Vec<bool>,
    width: usize,
    mask: u32,
}

impl Floats {
    fn new(width: usize, settings: &Settings, features: impl Iterator<Item = u32>) -> Self {
        let mut count = vec![0u8; settings.slots];
        let mask = settings.slots as u32 - 1;
        for feature in features {
            let slot = &mut count[(feature & mask) as usize];
            *slot = slot.saturating_add(1);
        }
        Floats {
            weights: vec![0.0; settings.slots * width],
            leaders: vec![0.0; settings.slots * width],
            squares: vec![0.0; settings.slots * width],
            alive: count.iter().map(|&count| count >= settings.least_count).collect(),
            width,
            mask,
        }
    }

    fn add(&self, features: &[u32], scores: &mut [f32]) {
        for &feature in features.iter().filter(|&&feature| feature != NOTHING) {
            let slot = (feature & self.mask) as usize * self.width;
            for (score, weight) in scores.iter_mut().zip(&self.weights[slot..slot + self.width]) {
                *score += weight;
            }
        }
    }

    fn learn(&mut self, features: &[u32], gradient: &[f32], settings: &Settings) {
        if gradient.iter().all(|g| g.abs() < 1e-3) {
            return;
        }
        for &feature in features.iter().filter(|&&feature| feature != NOTHING) {
            let slot = (feature & self.mask) as usize;
            if !self.alive[slot] {
                continue;
            }
            for (label, &g) in gradient.iter().enumerate() {
                let at = slot * self.width + label;
                // the leader collects losses, so the sign turns
                let square = self.squares[at] + g * g;
                let step = (square.sqrt() - self.squares[at].sqrt()) / settings.rate;
                self.squares[at] = square;
                self.leaders[at] -= g + step * self.weights[at];
                let leader = self.leaders[at];
                self.weights[at] = if leader.abs() <= settings.sparsity {
                    0.0
                } else {
                    (leader.signum() * settings.sparsity - leader)
                        / ((STEADY + square.sqrt()) / settings.rate + settings.decay)
                };
            }
        }
    }

    fn quantised(&self, settings: &Settings) -> Table {
        let round = |weight: &f32| {
            let steps = (weight * settings.scale / settings.step).round();
            (steps * settings.step).clamp(-126.0, 126.0) as i8
        };
        Table {
            weights: self.weights.iter().map(round).collect(),
            width: self.width,
            mask: self.mask,
        }
    }
}

/// Trains a chain with `labels` labels besides "none".
pub fn train(examples: &[&Example], labels: usize, settings: &Settings) -> Weights {
    let mut inside = Floats::new(
        labels,
        settings,
        examples.iter().flat_map(|example| example.inside.iter().copied()),
    );
    let mut edge = Floats::new(
        2 * labels,
        settings,
        examples.iter().flat_map(|example| example.edge.iter().copied()),
    );
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut shuffle = Shuffle(1);
    for epoch in 0..settings.epochs {
        shuffle.shuffle(&mut order);
        for &at in &order {
            let dropped = drop_features(
                examples[at],
                (at as u32).wrapping_mul(31).wrapping_add(epoch as u32),
                settings.dropout,
            );
            learn(&dropped, labels, &mut inside, &mut edge, settings);
        }
    }
    Weights {
        inside: inside.quantised(settings),
        edge: edge.quantised(settings),
    }
}

/// The example without some features: the template numbers are drawn anew for each unit.
fn drop_features(example: &Example, seed: u32, dropout: u32) -> Example {
    let mut state = u64::from(seed)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(1);
    let mut keep = |features: &[u32]| -> Vec<u32> {
        features
            .iter()
            .map(|&feature| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                if ((state >> 20) as u32 & 255) < dropout {
                    NOTHING
                } else {
                    feature
                }
            })
            .collect()
    };
    Example {
        inside: keep(&example.inside),
        edge: keep(&example.edge),
        labels: example.labels.clone(),
    }
}

/// Keeps the first steps from being too large.
const STEADY: f32 = 0.1;

/// A feature that never gets a weight.
const NOTHING: u32 = u32::MAX;

/// One step on one example.
fn learn(example: &Example, labels: usize, inside: &mut Floats, edge: &mut Floats, settings: &Settings) {
    if example.labels.is_empty() {
        return;
    }
    let lattice = Lattice::score(example, labels, inside, edge);
    let sums = Sums::of(&lattice);
    let (units, gaps) = (lattice.unit_gradients(&sums), lattice.gap_gradients(&sums));
    for (at, gradient) in units.chunks(labels).enumerate() {
        inside.learn(lattice.unit(at), gradient, settings);
    }
    for (at, gradient) in gaps.chunks(2 * labels).enumerate() {
        edge.learn(lattice.gap(at), gradient, settings);
    }
}

/// A fixed order that looks random (xorshift).
struct Shuffle(u64);

impl Shuffle {
    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            order.swap(at, (self.0 % (at as u64 + 1)) as usize);
        }
    }
}

/// Trains the third pass: logistic regression on all candidates.
pub fn train_choice(candidates: &[&crate::relation::Candidate], settings: &Settings) -> Table {
    let mut floats = Floats::new(
        1,
        settings,
        candidates
            .iter()
            .flat_map(|candidate| candidate.features.iter().copied()),
    );
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    let mut shuffle = Shuffle(1);
    for _ in 0..settings.epochs {
        shuffle.shuffle(&mut order);
        for &at in &order {
            let mut score = [0.0];
            floats.add(&candidates[at].features, &mut score);
            let p = 1.0 / (1.0 + libm::expf(-score[0]));
            let gradient = f32::from(u8::from(candidates[at].right)) - p;
            floats.learn(&candidates[at].features, &[gradient], settings);
        }
    }
    floats.quantised(settings)
}
