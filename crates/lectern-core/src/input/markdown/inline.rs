//! The signs inside a line or a paragraph: emphasis, links, pictures, code.
//!
//! Signs are only taken out, and only in pairs; everything else stays as it is.

use super::lines::{LONGEST_LABEL, is_address};
use crate::text::case::lower;
use crate::text::fold::is_han;
use rustc_hash::FxHashSet;

/// Labels that have an address, in lower case.
pub(super) type Labels = FxHashSet<String>;

/// Text without its signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Clean {
    pub(super) text: String,
    /// How much of it is link text, in percent.
    pub(super) link_share: u8,
}

/// Takes the signs out of `text`, in one go from its first to its last byte.
pub(super) fn clean(text: &str, labels: &Labels) -> Clean {
    let mut scan = Scan {
        text,
        labels,
        gone: vec![0; text.len() + 1],
        linked: vec![0; text.len() + 1],
        line: 0,
        brackets: Vec::new(),
        runs: Default::default(),
        tick: None,
        out: Clean::default(),
    };
    let mut at = 0;
    while at < text.len() {
        at = scan.step(at);
    }
    scan.finish()
}

/// A run of one sign that may open emphasis.
#[derive(Clone, Copy, Debug)]
struct Run {
    at: usize,
    /// How many of its signs are still without a partner; those are the last ones.
    left: usize,
    line: usize,
}

struct Scan<'t> {
    text: &'t str,
    labels: &'t Labels,
    /// By how much the number of signs that cover a byte differs from that of the byte before; covered ones go.
    gone: Vec<i32>,
    /// The same for link text.
    linked: Vec<i32>,
    /// Line ends seen.
    line: usize,
    /// Open `[`.
    brackets: Vec<usize>,
    /// Open runs of `*`, `_` and `~`.
    runs: [Vec<Run>; 3],
    /// An open backtick and its line.
    tick: Option<(usize, usize)>,
    out: Clean,
}

impl Scan<'_> {
    /// Looks at what begins at `at`; gives where to go on.
    fn step(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let next = bytes.get(at + 1).copied();
        match bytes[at] {
            b'\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                cut(&mut self.gone, at, at + 1);
                return at + 2;
            }
            b'\n' => self.line += 1,
            b'<' => return self.angle(at),
            b'[' => self.brackets.push(at),
            b']' => return self.bracket(at),
            b'*' => return self.run(at, b'*', 0),
            b'_' => return self.run(at, b'_', 1),
            b'~' => return self.run(at, b'~', 2),
            b'`' => return self.backtick(at),
            _ => {}
        }
        at + 1
    }

    /// `<https://...>` keeps its address.
    fn angle(&mut self, at: usize) -> usize {
        let inner = &self.text[at + 1..];
        if !inner.starts_with("http") && !inner.starts_with("mailto:") {
            return at + 1;
        }
        let end = inner.find(|c: char| c.is_whitespace() || c == '<' || c == '>');
        match end {
            Some(end) if inner[end..].starts_with('>') && inner[..end].contains(':') => {
                cut(&mut self.gone, at, at + 1);
                cut(&mut self.gone, at + 1 + end, at + 2 + end);
                at + 2 + end
            }
            Some(end) => at + 1 + end,
            None => self.text.len(),
        }
    }

    /// A `]`: the end of a link's words, of a picture's, of a note's sign, or of a remark in brackets.
    fn bracket(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else {
            return at + 1;
        };
        let (words, rest) = (&self.text[open + 1..at], &self.text[at + 1..]);
        let label = |label: &str| {
            label.len() <= LONGEST_LABEL && !self.labels.is_empty() && self.labels.contains(&lower(label))
        };
        let end = if let Some(address) = rest.strip_prefix('(') {
            target(address).map(|length| at + 2 + length)
        } else if let Some(end) = rest.strip_prefix('[').and_then(|rest| rest.find(['[', ']'])) {
            let named = &rest[1..=end];
            let known = label(if named.is_empty() { words } else { named });
            (rest[1 + end..].starts_with(']') && known).then_some(at + 3 + end)
        } else {
            label(words).then_some(at + 1)
        };
        let Some(end) = end else {
            if words.starts_with('^') && words.len() <= LONGEST_LABEL && !words.contains(' ') {
                cut(&mut self.gone, open, at + 1);
            }
            return at + 1;
        };
        if self.text[..open].ends_with('!') {
            cut(&mut self.gone, open - 1, end);
        } else {
            cut(&mut self.gone, open, open + 1);
            cut(&mut self.linked, open + 1, at);
            cut(&mut self.gone, at, end);
        }
        end
    }

    /// A run of one sign: it closes what the same sign opened, or opens.
    fn run(&mut self, at: usize, sign: u8, kind: usize) -> usize {
        const LONGEST_RUN: usize = 3;
        let length = self.text.as_bytes()[at..]
            .iter()
            .take_while(|byte| **byte == sign)
            .count();
        let end = at + length;
        if length > LONGEST_RUN || sign == b'~' && length != 2 {
            return end;
        }
        let (before, after) = (
            self.text[..at].chars().next_back(),
            self.text[end..].chars().next(),
        );
        // `2*3`, `file_name`; Han is written without spaces, and words in bold stand right beside others.
        let spaced = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
        let inside_word = (sign == b'_' || length == 1) && spaced(before) && spaced(after);
        let (before, after) = (side(before), side(after));
        let opens = after != Side::Space && (after == Side::Word || before != Side::Word);
        let closes = before != Side::Space && (before == Side::Word || after != Side::Word);
        let mut left = length;
        if closes && !inside_word {
            left = self.close(at, left, kind);
        }
        if left == length && opens && !inside_word {
            self.runs[kind].push(Run {
                at,
                left,
                line: self.line,
            });
        }
        end
    }

    /// Pairs the run at `at` with open ones, the nearest first. Gives how many of its signs found no partner.
    fn close(&mut self, at: usize, mut left: usize, kind: usize) -> usize {
        let length = left;
        while left > 0 {
            let Some(open) = self.runs[kind].last_mut() else {
                break;
            };
            // A paste may hold a paragraph a line: one sign reaches no further.
            if open.left == 1 && open.line != self.line {
                self.runs[kind].pop();
                continue;
            }
            if open.left != left && open.left < 3 && left < 3 {
                break;
            }
            let used = open.left.min(left);
            open.left -= used;
            let from = open.at + open.left;
            if open.left == 0 {
                self.runs[kind].pop();
            }
            cut(&mut self.gone, from, from + used);
            let begin = at + length - left;
            cut(&mut self.gone, begin, begin + used);
            left -= used;
        }
        left
    }

    /// A single backtick; two of them are quotation marks in some texts.
    fn backtick(&mut self, at: usize) -> usize {
        let length = self.text.as_bytes()[at..]
            .iter()
            .take_while(|byte| **byte == b'`')
            .count();
        let end = at + length;
        if length > 1 {
            return end;
        }
        let before = side(self.text[..at].chars().next_back());
        let after = side(self.text[end..].chars().next());
        match self.tick {
            Some((open, line)) if line == self.line && before != Side::Space && after != Side::Word => {
                cut(&mut self.gone, open, open + 1);
                cut(&mut self.gone, at, end);
                self.tick = None;
            }
            _ => self.tick = (before != Side::Word && after != Side::Space).then_some((at, self.line)),
        }
        end
    }

    fn finish(mut self) -> Clean {
        let (mut gone, mut linked) = (0, 0);
        let (mut solid, mut solid_linked) = (0, 0);
        for (at, c) in self.text.char_indices() {
            gone += self.gone[at];
            linked += self.linked[at];
            if gone == 0 {
                self.out.text.push(c);
                let weight = usize::from(!c.is_whitespace());
                solid += weight;
                solid_linked += if linked > 0 { weight } else { 0 };
            }
        }
        self.out.link_share = (solid_linked * 100 / solid.max(1)) as u8;
        self.out
    }
}

/// Marks the bytes from one place to another. Both are at the edge of a character.
fn cut(of: &mut [i32], from: usize, to: usize) {
    of[from] += 1;
    of[to] -= 1;
}

/// What stands beside a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Space,
    Word,
    Sign,
}

fn side(c: Option<char>) -> Side {
    match c {
        None => Side::Space,
        Some(c) if c.is_whitespace() => Side::Space,
        Some(c) if c.is_alphanumeric() => Side::Word,
        Some(_) => Side::Sign,
    }
}

/// The length of `address)` or `address "title")` at the beginning of `rest`, where there is one.
/// No other link can begin inside, so that each byte is looked at once.
fn target(rest: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth > 0 => depth -= 1,
            b')' => return is_address(&rest[..at]).then_some(at + 1),
            b'[' | b']' => return None,
            byte if byte.is_ascii_whitespace() => {
                let title = rest[at..].trim_start();
                let mark = title.chars().next().filter(|c| matches!(c, '"' | '\''))?;
                let inner = &title[1..];
                let end = inner.find([mark, '[', ']'])?;
                let closed = inner[end..].strip_prefix(mark)?.starts_with(')');
                let length = rest.len() - inner.len() + end + 2;
                return (closed && is_address(&rest[..at])).then_some(length);
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_taken_out_in_pairs() {
        let labels: Labels = ["1", "the plan"].map(str::to_owned).into_iter().collect();
        for (text, expected) in [
            ("The **mayor** said *so*.", "The mayor said so."),
            ("***Both*** and __bold__ and _thin_", "Both and bold and thin"),
            ("**bold *thin***, *thin **bold***", "bold thin, thin bold"),
            ("市长说**很重要**的话", "市长说很重要的话"),
            ("5 * 3 is 15, 2 * 2 is 4", "5 * 3 is 15, 2 * 2 is 4"),
            ("An A* grade and a B* grade", "An A* grade and a B* grade"),
            ("a price* of 3\n*without tax", "a price* of 3\n*without tax"),
            ("*one sign\nreaches no further*", "*one sign\nreaches no further*"),
            ("**two signs\nreach further**", "two signs\nreach further"),
            ("the_file_name and 2*3*4 boats", "the_file_name and 2*3*4 boats"),
            (
                "said [the mayor](https://bay.example/a_(b) \"Bay\").",
                "said the mayor.",
            ),
            ("said [**the mayor**](/people#mayor)", "said the mayor"),
            (
                "[sic](she said), [she](Anna) said",
                "[sic](she said), [she](Anna) said",
            ),
            (
                "\"[The plan] is good,\" she said",
                "\"The plan is good,\" she said",
            ),
            (
                "[The works] are good [1], [words][1]",
                "[The works] are good 1, words",
            ),
            ("a note[^1] here", "a note here"),
            ("![A bridge](bridge.jpg) The bridge", " The bridge"),
            ("[![A bridge](b.jpg)](https://bay.example)", ""),
            (
                "see <https://bay.example/a_b_c> and a < b",
                "see https://bay.example/a_b_c and a < b",
            ),
            (
                "the `harbour` and ``quoted'' and `single'",
                "the harbour and ``quoted'' and `single'",
            ),
            ("\\*no\\* \\# signs", "*no* # signs"),
            ("~~gone~~ and ~20 boats", "gone and ~20 boats"),
            ("[", "["),
            ("]( *", "]( *"),
            ("[a](b", "[a](b"),
        ] {
            assert_eq!(clean(text, &labels).text, expected, "{text}");
        }
    }

    #[test]
    fn link_text_is_counted_in_percent() {
        let share = |text: &str| clean(text, &Labels::default()).link_share;
        assert_eq!(share("[home](/)"), 100);
        assert_eq!(share("[half](/a) text"), 50);
        assert_eq!(share("none"), 0);
    }
}
