//! Lists in plain text: lines that begin with a bullet or a number.

use super::pieces::Piece;
use crate::article::ListPlace;

/// The marker of a list item at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Its length in bytes, the white space after it included.
    pub(super) length: usize,
    /// The number, for numbered items.
    pub(super) number: Option<u32>,
    /// The bullet, or what closes the number.
    pub(super) sign: char,
}

/// The list marker that a line begins with, if it does and text follows.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let first = line.chars().next()?;
    let (sign, number, end) = if matches!(
        first,
        '•' | '*' | '-' | '–' | '·' | '‣' | '◦' | '▪' | '■' | '●' | '○' | '➢' | '✓'
    ) {
        (first, None, first.len_utf8())
    } else {
        let open = usize::from(matches!(first, '('));
        let digits = line[open..].bytes().take_while(u8::is_ascii_digit).count();
        let number = line
            .get(open..open + digits)?
            .parse()
            .ok()
            .filter(|_| digits < 3)?;
        let sign = line[open + digits..]
            .chars()
            .next()
            .filter(|c| matches!(c, '.' | ')' | '、' | '．'))?;
        (sign, Some(number), open + digits + sign.len_utf8())
    };
    let rest = &line[end..];
    let text = rest.trim_start();
    let spaced = text.len() < rest.len() || matches!(sign, '•' | '●' | '■' | '▪' | '、' | '．');
    (spaced && text.starts_with(|c: char| !c.is_ascii_punctuation() || matches!(c, '"' | '\'' | '('))).then(
        || Marker {
            length: line.len() - text.len(),
            number,
            sign,
        },
    )
}

/// Where each piece of plain text stands in a list, with the length of its marker. One item alone is no list.
pub(super) fn places(text: &str, pieces: &[Piece]) -> Vec<Option<(ListPlace, usize)>> {
    let markers: Vec<Option<Marker>> = pieces
        .iter()
        .map(|piece| marker(piece.span.text(text)).filter(|_| piece.is_plain()))
        .collect();
    let mut out = vec![None; pieces.len()];
    let mut id = 0;
    let mut from = 0;
    while from < markers.len() {
        let run = run_length(&markers[from..]);
        if run > 1 {
            for at in from..from + run {
                out[at] = markers[at].map(|marker| {
                    let place = ListPlace {
                        id,
                        ordered: marker.number.is_some(),
                        depth: 0,
                    };
                    (place, marker.length)
                });
            }
            id = id.saturating_add(1);
        }
        from += run.max(1);
    }
    out
}

/// How many markers from the first on follow each other.
fn run_length(markers: &[Option<Marker>]) -> usize {
    let following = markers
        .windows(2)
        .take_while(|pair| matches!(pair, [Some(one), Some(next)] if follows(*one, *next)))
        .count();
    following + usize::from(markers.first().is_some_and(Option::is_some))
}

/// Whether `next` goes on with the list of `marker`.
fn follows(marker: Marker, next: Marker) -> bool {
    marker.sign == next.sign
        && match (marker.number, next.number) {
            (Some(number), Some(next)) => next == number + 1,
            (None, None) => true,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_told_from_numbers_and_dashes() {
        for (line, rest) in [
            ("- widen the road", Some("widen the road")),
            ("•widen", Some("widen")),
            ("12. widen", Some("widen")),
            ("(3) widen", Some("widen")),
            ("3、widen", Some("widen")),
            ("2015. It was", None),
            ("-- additional reporting", None),
            ("3.5 million", None),
            ("-", None),
            ("1.", None),
            ("", None),
        ] {
            assert_eq!(marker(line).map(|m| &line[m.length..]), rest, "{line}");
        }
    }
}
