//! Hard-wrapped text: mails, PDFs and wire copy break their lines at a fixed width.

use super::lists;
use crate::text::order;

/// A line of plain text that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Where it begins in the text, trimmed.
    pub(super) start: usize,
    /// Trimmed.
    pub(super) text: &'t str,
    /// Whether blank lines stand before it.
    pub(super) apart: bool,
    /// Whether it begins further right than the text's edge.
    pub(super) indented: bool,
}

/// Lines shorter than this, in characters, say nothing about the width.
const SHORTEST: usize = 30;
/// No page is wrapped wider: longer lines are paragraphs.
const WIDEST: usize = 140;
/// So many broken sentences make a wrapped text.
const FEWEST_BREAKS: usize = 3;

/// The width at which the document's lines are wrapped, in characters; none when they are not.
///
/// Wrapped text breaks inside sentences: of the lines that another follows directly, many are followed by a small
/// letter. In lists, menus and one-line paragraphs that is rare.
/// Where words at line ends were parted (`hyphenated`), one such break is enough.
pub(super) fn width(lines: &[Line<'_>], hyphenated: bool) -> Option<Width> {
    let mut lengths: Vec<usize> = Vec::new();
    let (mut breaks, mut pairs, mut long) = (0, 0, 0);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        // Two lines may have become one where a hyphen was dropped.
        let length = line.text.chars().take(2 * WIDEST + 1).count();
        long += usize::from(length > 2 * WIDEST);
        if next.apart || length > WIDEST || length < SHORTEST && !hyphenated {
            continue;
        }
        pairs += 1;
        if continues(line.text, next.text) {
            breaks += 1;
            lengths.push(length);
        }
    }
    let fewest = if hyphenated { 1 } else { FEWEST_BREAKS };
    if breaks < fewest || breaks * 10 < pairs * 3 || long * 3 > breaks {
        return None;
    }
    order::by_key(&mut lengths, |&item| item);
    let characters = lengths.get(lengths.len() * 9 / 10).copied()?;
    Some(Width {
        characters,
        hyphenated,
    })
}

/// How wide the lines are set, and whether words were parted for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Width {
    characters: usize,
    hyphenated: bool,
}

/// Whether a line goes on in the next: no stop at its end, a small letter after it.
fn continues(line: &str, next: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”']);
    let stops = bare.ends_with(['.', '!', '?', ':']) || bare.len() < line.len() && !bare.ends_with(',');
    !stops && next.starts_with(|c: char| c.is_lowercase())
}

/// Whether `next` belongs to the paragraph of `line` in a text wrapped at `width`.
pub(super) fn joins(line: &Line<'_>, next: &Line<'_>, width: Width) -> bool {
    if next.apart || next.indented && !line.indented || lists::marker(next.text).is_some() {
        return false;
    }
    let length = line.text.chars().take(2 * WIDEST + 1).count();
    if length > 2 * WIDEST {
        return false;
    }
    let word = next
        .text
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    // A line ends where the next word would not have fitted; set text is ragged by a tenth.
    let characters = width.characters;
    let full = length + 1 + word + characters / 10 >= characters;
    let mid_sentence = continues(line.text, next.text) && (width.hyphenated || length * 2 > characters);
    let mid_word = line.text.ends_with('-') && next.text.starts_with(char::is_lowercase);
    full || mid_sentence || mid_word
}
