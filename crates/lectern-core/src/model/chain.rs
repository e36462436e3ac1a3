//! Linear chains over units: weights by hashed feature, and the best labelling.
//!
//! Label 0 ("none") scores nothing; a span of label k scores the sum of what its units give for k, plus what
//! the gaps at its two ends give for beginning and ending k. So a span's score is its log-odds against "none".

/// Weights of one chain: what units and gaps give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// For units: one weight a label.
    pub inside: Table,
    /// For gaps: begin and end of each label.
    pub edge: Table,
}

/// Weights by feature: a hash table without keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// `width` weights a slot.
    pub weights: Vec<i8>,
    /// Weights a slot.
    pub width: usize,
    /// Slots minus one; slots are a power of two.
    pub mask: u32,
}

impl Table {
    /// Its slots, for whoever adds many features: cut once for all of them.
    pub fn slots<const N: usize>(&self) -> Slots<'_, N> {
        Slots(self.weights.as_chunks().0)
    }
}

/// A table as its slots of `N` weights, a power of two of them.
#[derive(Clone, Copy, Debug)]
pub struct Slots<'a, const N: usize>(&'a [[i8; N]]);

impl<const N: usize> Slots<'_, N> {
    /// What `features` give together.
    #[inline]
    pub fn sum(self, features: &[u32]) -> [i32; N] {
        let mut scores = [0; N];
        for &feature in features {
            self.add(feature, &mut scores);
        }
        scores
    }

    /// Adds what `feature` gives to `scores`.
    #[inline]
    pub fn add(self, feature: u32, scores: &mut [i32; N]) {
        let mask = self.0.len().wrapping_sub(1);
        if let Some(weights) = self.0.get(feature as usize & mask) {
            for (score, &weight) in scores.iter_mut().zip(weights) {
                *score += i32::from(weight);
            }
        }
    }
}

/// Labels with "none" are at most so many.
const MOST_STATES: usize = 3;

/// Scores of all units and gaps of one sequence for labels 1 to `N`.
#[derive(Clone, Debug, Default)]
pub struct Scores<const N: usize> {
    /// For each unit: what it gives for each label.
    pub inside: Vec<[i32; N]>,
    /// For each gap, one more than units: what it gives for a label that begins here.
    pub begin: Vec<[i32; N]>,
    /// And for a label that ends here.
    pub end: Vec<[i32; N]>,
}

impl<const N: usize> Scores<N> {
    /// Score of the span of label `label` (1 to `N`) over `range`.
    pub fn span(&self, label: usize, range: std::ops::Range<usize>) -> i32 {
        let inside: i32 = self.inside[range.clone()]
            .iter()
            .map(|unit| unit[label - 1])
            .sum();
        inside + self.begin[range.start][label - 1] + self.end[range.end][label - 1]
    }

    /// No scores yet, with room for those of so many units.
    pub fn with_capacity(units: usize) -> Self {
        Scores {
            inside: Vec::with_capacity(units),
            begin: Vec::with_capacity(units + 1),
            end: Vec::with_capacity(units + 1),
        }
    }

    /// The best labelling of all units, where each label that begins is given `bonus` more.
    pub fn best(&self, bonus: i32) -> Vec<u8> {
        let count = self.inside.len();
        // best[0] is "none"; states past the labels stay out of reach
        let mut best = [i32::MIN / 2; MOST_STATES];
        let mut from: Vec<[u8; MOST_STATES]> = Vec::with_capacity(count);
        best[0] = 0;
        for at in 0..count {
            let mut next = [i32::MIN / 2; MOST_STATES];
            let mut origins = [0; MOST_STATES];
            for label in 0..=N {
                for (before, &score) in best.iter().enumerate().take(N + 1) {
                    let score = score + self.step(at, before, label, bonus);
                    if score > next[label] {
                        (next[label], origins[label]) = (score, before as u8);
                    }
                }
                if label > 0 {
                    next[label] += self.inside[at][label - 1];
                }
            }
            from.push(origins);
            best = next;
        }
        let last = (0..=N).max_by_key(|&label| {
            (
                best[label] + self.step(count, label, 0, bonus),
                std::cmp::Reverse(label),
            )
        });
        let mut label = last.unwrap_or(0);
        let mut labels = vec![0; count];
        for at in (0..count).rev() {
            labels[at] = label as u8;
            label = usize::from(from[at][label]);
        }
        labels
    }

    fn step(&self, at: usize, before: usize, label: usize, bonus: i32) -> i32 {
        if before == label {
            return 0;
        }
        let end = if before > 0 { self.end[at][before - 1] } else { 0 };
        let begin = if label > 0 {
            self.begin[at][label - 1] + bonus
        } else {
            0
        };
        end + begin
    }
}

/// The score that keeps a unit out of every span.
pub(crate) const NEVER: i32 = -1_000_000;

/// The runs of equal labels other than 0, with their label.
pub fn runs(labels: &[u8]) -> Vec<(u8, std::ops::Range<usize>)> {
    let mut runs: Vec<(u8, std::ops::Range<usize>)> = Vec::new();
    for (at, &label) in labels.iter().enumerate().filter(|&(_, &label)| label > 0) {
        match runs.last_mut() {
            Some((last, range)) if *last == label && range.end == at => range.end = at + 1,
            _ => runs.push((label, at..at + 1)),
        }
    }
    runs
}
