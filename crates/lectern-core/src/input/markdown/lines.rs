//! What one line of Markdown is by itself.

/// A line by its signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'t> {
    /// White space only.
    Blank,
    /// `## Words`: its level and its words.
    Heading(u8, &'t str),
    /// `===` or `---` alone: the line above is a heading of this level, or it is a rule.
    Underline(u8),
    /// `***` or `___` alone.
    Rule,
    /// Three backticks or more.
    Fence,
    /// `> words`.
    Quoted(&'t str),
    /// `- words` or `1. words`.
    Item(Item<'t>),
    /// `| --- | --- |`, below the first row of a table.
    Dashes,
    /// `[label]: address`.
    Address(&'t str),
    /// `[^label]: words`.
    Note(&'t str),
    /// Anything else.
    Text(&'t str),
}

/// An item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item<'t> {
    /// White space before it, in bytes.
    pub(super) indent: usize,
    /// Numbered or bulleted.
    pub(super) ordered: bool,
    /// What stands after the marker.
    pub(super) words: &'t str,
}

/// Levels of headings.
const DEEPEST_HEADING: usize = 6;
/// Labels of addresses and notes are no longer than this, in bytes.
pub(super) const LONGEST_LABEL: usize = 80;

/// What `line`, without its end, is.
pub(super) fn line(line: &str) -> Line<'_> {
    let text = line.trim();
    let Some(first) = text.bytes().next() else {
        return Line::Blank;
    };
    let special = match first {
        b'#' => heading(text),
        b'=' => alone(text, '=').then_some(Line::Underline(1)),
        b'`' => text.starts_with("```").then_some(Line::Fence),
        b'>' => Some(Line::Quoted(unquoted(text))),
        b'[' => labelled(text),
        b'-' if alone(text, '-') => Some(Line::Underline(2)),
        b'-' | b'*' | b'_' if is_rule(text, char::from(first)) => Some(Line::Rule),
        b'|' | b':' | b'-' if is_dashes(text) => Some(Line::Dashes),
        b'-' | b'*' | b'+' | b'0'..=b'9' => item(line, text),
        _ => None,
    };
    special.unwrap_or(Line::Text(line.trim_end()))
}

/// The cells of a row of a table.
pub(super) fn cells(row: &str) -> impl Iterator<Item = &str> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    row.strip_suffix('|').unwrap_or(row).split('|').map(str::trim)
}

fn heading(text: &str) -> Option<Line<'_>> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let rest = &text[level..];
    // `#3` and `#hashtag` are words.
    let parted = rest.is_empty() || rest.starts_with([' ', '\t']);
    let words = rest.trim();
    let closed = words.trim_end_matches('#');
    let words = if closed.is_empty() || closed.ends_with(' ') {
        closed.trim_end()
    } else {
        words
    };
    (parted && level <= DEEPEST_HEADING).then_some(Line::Heading(level as u8, words))
}

/// Three or more of one sign and nothing else.
fn alone(text: &str, sign: char) -> bool {
    text.len() > 2 && text.chars().all(|c| c == sign)
}

fn is_rule(text: &str, sign: char) -> bool {
    text.matches(sign).count() > 2 && text.chars().all(|c| c == sign || c == ' ')
}

/// One column or more of dashes, with a bar somewhere: `--- | ---`.
fn is_dashes(text: &str) -> bool {
    let dashed = |cell: &str| {
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        let cell = cell.strip_suffix(':').unwrap_or(cell);
        !cell.is_empty() && cell.bytes().all(|byte| byte == b'-')
    };
    text.contains('|') && cells(text).all(dashed)
}

/// What a quoted line says, however deep it is quoted.
fn unquoted(text: &str) -> &str {
    text.trim_start_matches(['>', ' '])
}

/// An address or a note with its label.
fn labelled(text: &str) -> Option<Line<'_>> {
    let (label, rest) = text[1..].split_once("]:")?;
    let rest = rest.trim();
    if label.is_empty() || label.len() > LONGEST_LABEL || label.contains(['[', ']']) {
        return None;
    }
    if label.starts_with('^') {
        return Some(Line::Note(rest));
    }
    let address = rest.trim_start_matches('<');
    is_address(address.split([' ', '>']).next()?).then_some(Line::Address(label))
}

/// Whether a word leads somewhere: `https://...`, `/news`, `#part`, `page.html`.
pub(super) fn is_address(word: &str) -> bool {
    !word.is_empty() && word.contains(['/', '.', '#', ':', '@'])
}

fn item<'t>(line: &'t str, text: &'t str) -> Option<Line<'t>> {
    const MOST_DIGITS: usize = 3;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let ordered = (1..=MOST_DIGITS).contains(&digits);
    let marker = match text.as_bytes().get(digits)? {
        b'.' | b')' if ordered => digits + 1,
        b'-' | b'*' | b'+' if digits == 0 => 1,
        _ => return None,
    };
    let rest = &text[marker..];
    let words = rest.trim_start();
    // `[ ]` and `[x]` are boxes to tick.
    let box_of = |words: &'t str| {
        ["[ ] ", "[x] ", "[X] "]
            .iter()
            .find_map(|tick| words.strip_prefix(tick))
    };
    (rest.starts_with([' ', '\t']) && !words.is_empty()).then(|| {
        Line::Item(Item {
            indent: line.len() - line.trim_start().len(),
            ordered,
            words: box_of(words).unwrap_or(words),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_by_their_signs() {
        let bulleted = |indent, words| {
            Line::Item(Item {
                indent,
                ordered: false,
                words,
            })
        };
        let numbered = |indent, words| {
            Line::Item(Item {
                indent,
                ordered: true,
                words,
            })
        };
        for (text, expected) in [
            ("  ", Line::Blank),
            ("# Ferry back", Line::Heading(1, "Ferry back")),
            ("### Ferry back ###", Line::Heading(3, "Ferry back")),
            ("## The language C#", Line::Heading(2, "The language C#")),
            ("#ferry", Line::Text("#ferry")),
            ("#3 in the list", Line::Text("#3 in the list")),
            ("####### Seven", Line::Text("####### Seven")),
            ("======", Line::Underline(1)),
            ("---", Line::Underline(2)),
            ("* * *", Line::Rule),
            ("***", Line::Rule),
            ("-- ", Line::Text("--")),
            ("```text", Line::Fence),
            ("> The ferry", Line::Quoted("The ferry")),
            (">> The ferry", Line::Quoted("The ferry")),
            ("- The ferry", bulleted(0, "The ferry")),
            ("  * The ferry", bulleted(2, "The ferry")),
            ("- [x] The ferry", bulleted(0, "The ferry")),
            ("2) The ferry", numbered(0, "The ferry")),
            ("2019. The ferry", Line::Text("2019. The ferry")),
            ("3.5 million", Line::Text("3.5 million")),
            ("-5 degrees", Line::Text("-5 degrees")),
            ("*word* first", Line::Text("*word* first")),
            ("| --- | :-: |", Line::Dashes),
            ("--- | ---", Line::Dashes),
            ("| ferry | 3 |", Line::Text("| ferry | 3 |")),
            ("[one]: https://ferry.example", Line::Address("one")),
            ("[^1]: The ferry", Line::Note("The ferry")),
            ("[She]: I never did", Line::Text("[She]: I never did")),
        ] {
            assert_eq!(line(text), expected, "{text}");
        }
    }
}
