//! Texts made of pieces that every stage has something to do with, in no sensible order.

use proptest::prelude::*;

/// Pieces of news, of pages around news, and of damage to both. Names are made up.
const PIECES: &str = include_str!("pieces.txt");

/// Any string at all, up to `most` pieces of news in a row, or a few of them said again and again, as many all told.
pub(crate) fn text(most: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        4 => prop::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.concat()),
        2 => (prop::collection::vec(piece(), 1..6), 1..most)
            .prop_map(|(pieces, times)| pieces.concat().repeat(times.div_ceil(pieces.len()))),
    ]
}

fn piece() -> impl Strategy<Value = String> {
    let pieces: Vec<String> = PIECES
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| {
            let escapes = [("\\s", " "), ("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t")];
            let unescape = |line: String, (escape, meant)| line.replace(escape, meant);
            escapes.into_iter().fold(line.to_owned(), unescape)
        })
        .collect();
    let any_character = any::<char>().prop_map(String::from);
    prop_oneof![
        12 => prop::sample::select(pieces),
        1 => any_character,
    ]
}
