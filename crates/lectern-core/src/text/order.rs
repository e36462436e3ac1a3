//! Stable sorting whose algorithm is compiled once.
//!
//! The standard library's sort is compiled anew for every type and key, four kilobytes each in the page. Here only
//! the comparison and the exchange of two elements are. Most of what is sorted is short and nearly in order.

use std::cmp::Ordering;

/// Sorts by a key; what has the same key stays in order. As [`slice::sort_by_key`].
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let swaps = swaps(items.len(), &|a, b| key(&items[a]).cmp(&key(&items[b])));
    for (a, b) in swaps {
        items.swap(a, b);
    }
}

/// The exchanges of places that sort so many elements, given how those at two places compare.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    if (1..count).all(|at| compare(at - 1, at) != Ordering::Greater) {
        return Vec::new();
    }
    // `from[at]`: where the element that belongs at `at` stands now.
    let mut from: Vec<usize> = (0..count).collect();
    from.sort_by(|&a, &b| compare(a, b));
    let mut swaps = Vec::new();
    for start in 0..count {
        // Along each cycle, every place gets the element of the next one.
        let mut at = start;
        while from[at] != start && from[at] != at {
            let next = from[at];
            swaps.push((at, next));
            from[at] = at;
            at = next;
        }
        from[at] = at;
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(keys in prop::collection::vec(0_u8..20, 0..80)) {
            let numbered = || keys.iter().copied().enumerate().collect::<Vec<_>>();
            let (mut ours, mut theirs) = (numbered(), numbered());
            by_key(&mut ours, |&(_, key)| key);
            theirs.sort_by_key(|&(_, key)| key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
