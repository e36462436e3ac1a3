//! When what was found is what a person marked: the criterion of the corpora's scorer.

use crate::cover::Cover;
use crate::{Range, Relation};

/// Whether two attributions are the same: contents agree, and sources do or both have none.
pub fn same(found: &Relation, wanted: &Relation) -> bool {
    let cover = |ranges: &[Range]| Cover::of(ranges.iter().copied());
    contents_agree(&cover(&found.content), &cover(&wanted.content)).is_some()
        && (sources_agree(&found.source, &wanted.source)
            || found.source.is_empty() && wanted.source.is_empty())
}

/// The share of positions in both contents among those in either, where each covers half of the other.
pub fn contents_agree(found: &Cover, wanted: &Cover) -> Option<f64> {
    let both = found.shared(wanted);
    let agree = both > 0 && 2 * both >= wanted.len() && 2 * both >= found.len();
    agree.then(|| both as f64 / (found.len() + wanted.len() - both) as f64)
}

/// Whether any two pieces of the sources are the same stretch to three tenths, or one lies inside the other and the
/// found one is not over three times as long.
pub fn sources_agree(found: &[Range], wanted: &[Range]) -> bool {
    found
        .iter()
        .any(|found| wanted.iter().any(|wanted| source_agrees(*found, *wanted)))
}

fn source_agrees(found: Range, wanted: Range) -> bool {
    let inside = wanted.0 <= found.0 && found.1 <= wanted.1;
    let around = found.0 <= wanted.0 && wanted.1 <= found.1 && found.1 - found.0 <= 3 * (wanted.1 - wanted.0);
    let both = found.1.min(wanted.1).saturating_sub(found.0.max(wanted.0));
    let either = found.1.max(wanted.1) - found.0.min(wanted.0);
    inside || around || both > 0 && 10 * u64::from(both) >= 3 * u64::from(either)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_agree_when_they_are_nearly_the_same() {
        let cases = [
            ((10, 20), (10, 20), true),
            ((12, 14), (10, 20), true),
            ((10, 40), (10, 20), true),
            ((10, 44), (10, 20), false),
            ((15, 25), (10, 20), true),
            ((18, 28), (10, 20), false),
            ((0, 5), (10, 20), false),
        ];
        for (found, wanted, same) in cases {
            assert_eq!(sources_agree(&[found], &[wanted]), same, "{found:?} {wanted:?}");
        }
    }

    #[test]
    fn attributions_are_the_same_when_both_parts_agree() {
        let relation = |source: &[Range], content: &[Range]| Relation {
            source: source.to_vec(),
            cue: Vec::new(),
            content: content.to_vec(),
        };
        let wanted = relation(&[(0, 4)], &[(10, 20), (30, 40)]);
        assert!(same(&relation(&[(0, 4)], &[(10, 20)]), &wanted));
        assert!(
            !same(&relation(&[(0, 4)], &[(10, 19)]), &wanted),
            "less than half"
        );
        assert!(!same(&relation(&[], &[(10, 40)]), &wanted), "one has no source");
        assert!(same(&relation(&[], &[(10, 40)]), &relation(&[], &[(10, 40)])));
    }
}
