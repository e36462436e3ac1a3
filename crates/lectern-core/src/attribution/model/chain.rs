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
    /// Adds what `feature` gives to `scores`.
    #[inline]
    pub fn add<const N: usize>(&self, feature: u32, scores: &mut [i32; N]) {
        let slot = (feature & self.mask) as usize * N;
        if let Some(weights) = self.weights.get(slot..slot + N) {
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

    /// The best labelling of all units.
    pub fn best(&self) -> Vec<u8> {
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
                    let score = score + self.step(at, before, label);
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
        let last =
            (0..=N).max_by_key(|&label| (best[label] + self.step(count, label, 0), std::cmp::Reverse(label)));
        let mut label = last.unwrap_or(0);
        let mut labels = vec![0; count];
        for at in (0..count).rev() {
            labels[at] = label as u8;
            label = usize::from(from[at][label]);
        }
        labels
    }

    fn step(&self, at: usize, before: usize, label: usize) -> i32 {
        if before == label {
            return 0;
        }
        let end = if before > 0 { self.end[at][before - 1] } else { 0 };
        let begin = if label > 0 { self.begin[at][label - 1] } else { 0 };
        end + begin
    }
}

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
