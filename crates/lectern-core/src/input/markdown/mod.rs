//! Markdown: headings, lists, quotes and tables by signs become hints, and the signs are taken out, as tags are of html.
//!
//! Positions are those of the clean text. Running text keeps its lines and gets no hint: whether a line is a paragraph
//! or a part of one is found as it is for plain text.

mod front;
mod inline;
mod lines;

use super::{BlockHint, HintKind, Input, Region};
use crate::article::Span;
use crate::text::case::lower;
use crate::text::fold::is_han;
use inline::{Clean, Labels, clean};
use lines::{Item, Line, is_address};

/// A line with a line of dashes below is a heading up to this length, in bytes.
const LONGEST_HEADING: usize = 200;
/// A text with so many signs is Markdown.
const ENOUGH: usize = 2;

/// Whether `text` has any sign that [`is_markdown`] looks for; cheap, for whoever would have to ask somebody else.
pub fn may_be_markdown(text: &str) -> bool {
    let is_sign = |line: &str| {
        let line = line.trim();
        let is_ruled = || line.bytes().all(|byte| matches!(byte, b'-' | b'|' | b':' | b' '));
        line.starts_with(['#', '=', '>', '[']) || line.starts_with("```") || line.len() > 2 && is_ruled()
    };
    text.contains("**") || text.contains("](") || text.lines().any(is_sign)
}

/// Whether `text` clearly is Markdown. A sign that news has as well, such as a star, a `#`, a dash before an item or
/// one line of dashes, is not enough.
pub fn is_markdown(text: &str) -> bool {
    let (mut signs, mut quoted) = (0, false);
    let (mut before, mut above) = (Line::Blank, Line::Blank);
    let mut first = true;
    let mut rest = text.lines().map(lines::line).peekable();
    while let Some(line) = rest.next() {
        let apart = before == Line::Blank && rest.peek().is_none_or(|next| *next == Line::Blank);
        signs += match line {
            Line::Heading(level, words) if starts_words(words) => {
                let sure = apart && (level > 1 || first && is_headline(words));
                1 + usize::from(sure)
            }
            Line::Underline(_) if above == Line::Blank && is_underlined(&before) => 1,
            Line::Dashes if matches!(before, Line::Text(row) if row.contains('|')) => 2,
            Line::Fence | Line::Address(_) | Line::Note(_) => 1,
            Line::Quoted(_) if !std::mem::replace(&mut quoted, true) => 1,
            Line::Text(words) | Line::Quoted(words) | Line::Item(Item { words, .. }) => signs_within(words),
            _ => 0,
        };
        if signs >= ENOUGH {
            return true;
        }
        first &= line == Line::Blank;
        (above, before) = (before, line);
    }
    false
}

/// Links in a line count twice, stretches in bold once.
fn signs_within(words: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '[' | ']');
    let links = words.match_indices("](").filter(|(at, sign)| {
        let rest = &words[at + sign.len()..];
        words[..*at].contains('[') && is_address(rest.split(ends).next().unwrap_or(rest))
    });
    let pieces: Vec<&str> = words.split("**").collect();
    let strong = (1..pieces.len().saturating_sub(1))
        .step_by(2)
        .filter(|&at| !pieces[at].is_empty() && pieces[at].trim() == pieces[at]);
    2 * links.take(ENOUGH).count() + strong.count()
}

/// Reads `text` as Markdown. Any text can be read so; plain text comes out as it went in.
pub fn read(text: &str) -> Input {
    let (details, text) = front::split(text);
    let mut reader = Reader {
        labels: labels(text),
        ..Reader::default()
    };
    text.lines().for_each(|line| reader.take(line));
    reader.close();
    Input {
        details,
        ..reader.input
    }
}

fn starts_words(words: &str) -> bool {
    words.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '‘' | '\'' | '*' | '['))
}

fn is_headline(words: &str) -> bool {
    words.split_whitespace().count() > 2 || words.chars().any(is_han)
}

/// Whether a line of dashes below makes a heading of it.
fn is_underlined(line: &Line<'_>) -> bool {
    matches!(line, Line::Text(words) if words.len() <= LONGEST_HEADING && !words.ends_with(['.', '。', ',']))
}

/// All labels that have an address.
fn labels(text: &str) -> Labels {
    let label = |line| match lines::line(line) {
        Line::Address(label) => Some(lower(label)),
        _ => None,
    };
    text.lines().filter_map(label).collect()
}

/// What the lines gathered last are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Text,
    Item(HintKind),
    Quote,
    Note,
}

/// Makes blocks of lines.
#[derive(Default)]
struct Reader<'t> {
    labels: Labels,
    input: Input,
    open: Open,
    gathered: Vec<&'t str>,
    /// Inside a fence: lines stay as they are.
    fenced: bool,
    /// The line before was a row of the same table, or stood inside the same fence.
    joined: bool,
    lists: Lists,
}

/// Where the last item stood.
#[derive(Default)]
struct Lists {
    /// Lists so far.
    count: u16,
    /// Whether the last block was an item.
    open: bool,
    ordered: bool,
    /// White space before the items around the last one and before itself, outermost first.
    indents: Vec<usize>,
}

impl Lists {
    /// An item's place: in the list of the item before it, or in a new one.
    fn place(&mut self, item: &Item<'_>) -> HintKind {
        if !self.open {
            self.indents.clear();
        }
        while self.indents.last().is_some_and(|indent| *indent > item.indent) {
            self.indents.pop();
        }
        let outermost =
            self.indents.len() <= 1 && self.indents.last().is_none_or(|indent| *indent == item.indent);
        if self.indents.is_empty() || outermost && self.ordered != item.ordered {
            self.count = self.count.saturating_add(1);
            self.ordered = item.ordered;
            self.open = false;
        }
        if self.indents.last() != Some(&item.indent) {
            self.indents.push(item.indent);
        }
        HintKind::ListItem {
            list: self.count - 1,
            ordered: item.ordered,
            depth: (self.indents.len() - 1).min(usize::from(u8::MAX)) as u8,
        }
    }
}

/// What a block is and where it stands; none for running text.
type Said = Option<(HintKind, Region)>;

impl<'t> Reader<'t> {
    fn take(&mut self, line: &'t str) {
        let kind = lines::line(line);
        if kind == Line::Fence {
            self.close();
            self.fenced = !self.fenced;
            self.joined = false;
            return;
        }
        if self.fenced {
            let text = line.trim_end().to_owned();
            let (clean, joined) = (
                Clean {
                    text,
                    ..Clean::default()
                },
                self.joined,
            );
            self.add(None, clean, joined);
            self.joined = true;
            return;
        }
        let in_table = std::mem::take(&mut self.joined);
        match kind {
            Line::Blank | Line::Rule | Line::Address(_) | Line::Fence => self.close(),
            Line::Heading(level, words) => {
                self.close();
                self.heading(level, words);
            }
            Line::Underline(level) => self.underline(level, line),
            Line::Quoted("") => self.close(),
            // Who is quoted stands below what is quoted.
            Line::Quoted(words) if self.open != Open::Quote || words.starts_with(['—', '–']) => {
                self.begin(Open::Quote, words);
            }
            Line::Quoted(words) => self.gathered.push(words),
            Line::Item(item) => {
                self.close();
                let hint = self.lists.place(&item);
                self.begin(Open::Item(hint), item.words);
            }
            Line::Note(words) => self.begin(Open::Note, words),
            Line::Dashes
                if self.gathered.last().is_some_and(|row| row.contains('|')) && self.open == Open::Text =>
            {
                let row = self.gathered.pop().unwrap_or_default();
                self.close();
                self.row(row, false);
            }
            Line::Text(_) if in_table && line.contains('|') => self.row(line, true),
            Line::Dashes | Line::Text(_) => self.text(line),
        }
    }

    /// A line of text goes on with the paragraph before it, or with the item or note that it is indented under.
    fn text(&mut self, line: &'t str) {
        const INDENTED: [&str; 2] = ["  ", "\t"];
        let below = self.open != Open::Text && INDENTED.iter().any(|space| line.starts_with(space));
        let goes_on =
            !self.gathered.is_empty() && (below && self.open != Open::Quote || self.open == Open::Text);
        if goes_on {
            self.gathered
                .push(if below { line.trim() } else { line.trim_end() });
        } else {
            self.begin(Open::Text, line.trim_end());
        }
    }

    /// A line of dashes below one line makes a heading of it; elsewhere it parts what stands around it.
    fn underline(&mut self, level: u8, line: &'t str) {
        match (self.open, self.gathered[..].first()) {
            (Open::Text, Some(words)) if self.gathered.len() == 1 && is_underlined(&lines::line(words)) => {
                let words = *words;
                self.gathered.clear();
                self.heading(level, words);
            }
            _ if level == 1 => self.text(line),
            _ => self.close(),
        }
    }

    fn begin(&mut self, open: Open, words: &'t str) {
        self.close();
        self.open = open;
        self.gathered.push(words);
    }

    /// The lines gathered make a block.
    fn close(&mut self) {
        let lines = std::mem::take(&mut self.gathered);
        let open = std::mem::take(&mut self.open);
        if lines.is_empty() {
            return;
        }
        let joint = if open == Open::Text { "\n" } else { " " };
        let clean = clean(&lines.join(joint), &self.labels);
        let linked = clean.link_share > 0 && lines.len() == 1;
        let said = match open {
            Open::Text => linked.then_some((HintKind::Paragraph, Region::Body)),
            Open::Item(item) => Some((item, Region::Body)),
            Open::Quote => Some((HintKind::Quote, Region::Body)),
            Open::Note => Some((HintKind::Paragraph, Region::Unprinted)),
        };
        let joined = self.lists.open && matches!(open, Open::Item(_));
        self.add(said, clean, joined);
    }

    fn heading(&mut self, level: u8, words: &str) {
        let clean = clean(words, &self.labels);
        self.add(Some((HintKind::Heading(level), Region::Body)), clean, false);
    }

    /// A row of a table becomes a line; long cells stand by themselves, as they do on pages laid out by tables.
    fn row(&mut self, row: &str, mut joined: bool) {
        const SHORT_CELL: usize = 60;
        let cells: Vec<&str> = lines::cells(row).filter(|cell| !cell.is_empty()).collect();
        let lines = if cells.iter().all(|cell| cell.len() <= SHORT_CELL) {
            vec![cells.join(" ")]
        } else {
            cells.into_iter().map(str::to_owned).collect()
        };
        for line in lines {
            let clean = clean(&line, &self.labels);
            self.add(Some((HintKind::Paragraph, Region::Body)), clean, joined);
            joined = true;
        }
        self.joined = true;
    }

    /// Adds a block below the one before, without a blank line where they are `joined`.
    fn add(&mut self, said: Said, clean: Clean, joined: bool) {
        let words = match said {
            Some(_) => clean.text.trim(),
            None => clean.text.trim_end(),
        };
        if words.trim().is_empty() {
            return;
        }
        self.lists.open = matches!(said, Some((HintKind::ListItem { .. }, _)));
        let text = &mut self.input.text;
        if !text.is_empty() {
            text.push_str(if joined { "\n" } else { "\n\n" });
        }
        let start = text.len();
        text.push_str(words);
        let span = Span::of(start..text.len());
        self.input.hints.extend(said.map(|(kind, region)| BlockHint {
            link_share: clean.link_share,
            region,
            ..BlockHint::new(span, kind)
        }));
    }
}

#[cfg(test)]
mod tests;
