//! Who wrote it: the names in a byline, as the text of a page and its metadata give them.

use crate::lexicon::{self, List, WordSet, Words};
use crate::text::case::{lower, lower_char};
use crate::text::fold::is_han;
use std::ops::Range;
use std::sync::LazyLock;

/// The names in a line that says who wrote the story, as byte ranges of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) authors: Vec<Range<usize>>,
    pub(crate) outlet: Option<Range<usize>>,
}

/// What opens a byline, `by`, and where the names after it begin.
pub(crate) fn opened(line: &str) -> Option<(&'static str, usize)> {
    List::BylineOpeners.lines().find_map(|opener| {
        let head = line.get(..opener.len())?;
        let spaced = line[opener.len()..].starts_with([' ', '\u{A0}', ':']);
        (spaced && head.eq_ignore_ascii_case(opener)).then_some((opener, opener.len() + 1))
    })
}

/// The names in a stretch of a line, and the outlet after them; trades and times of reading are neither.
pub(crate) fn names(line: &str, stretch: Range<usize>) -> Names {
    let mut out = Names::default();
    for part in parts(line, stretch) {
        let whole = &line[part.clone()];
        let name = before_place(before_time_of_reading(whole));
        if out.outlet.is_some() {
            break;
        }
        if is_person(name) {
            out.authors.push(part.start..part.start + name.len());
        } else if !out.authors.is_empty() && whole.starts_with(char::is_uppercase) && !is_trade(whole) {
            out.outlet = Some(part);
        }
    }
    out
}

/// `Ada Lund` of `Ada Lund 5 min read`.
fn before_time_of_reading(part: &str) -> &str {
    let Some(digit) = part.find(|c: char| c.is_ascii_digit()) else {
        return part;
    };
    let (name, time) = part.split_at(digit);
    let unit = time.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-'));
    if unit.starts_with("min") {
        name.trim_end()
    } else {
        part
    }
}

/// `Ada Lund` of `Ada Lund in Holm` and `Ada Lund for the Bay Courier`.
fn before_place(part: &str) -> &str {
    let ends = [" in ", " for ", " For "]
        .iter()
        .filter_map(|joint| part.find(joint))
        .min();
    ends.map_or(part, |end| &part[..end])
}

/// The stretches between commas, bars, dashes, `and` and `&`, trimmed.
fn parts(line: &str, range: Range<usize>) -> Vec<Range<usize>> {
    const MARKS: [&str; 9] = [",", "|", "•", "·", ";", " – ", " — ", " - ", " & "];
    let mut out = Vec::new();
    let mut from = range.start;
    while from < range.end {
        let Some(rest) = line.get(from..range.end) else {
            break;
        };
        let (length, mark) = MARKS
            .iter()
            .chain(&[" and ", " AND "])
            .filter_map(|mark| rest.find(mark).map(|at| (at, mark.len())))
            .min()
            .unwrap_or((rest.len(), 0));
        let part = rest[..length].trim_matches(|c: char| c.is_whitespace() || c == '-');
        if !part.is_empty() {
            let start = from + rest.find(part).unwrap_or(0);
            out.push(start..start + part.len());
        }
        from += (length + mark).max(1);
    }
    out
}

/// Two to five capitalised words, small particles between them; no words of outlets, dates and the like.
pub(crate) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let particle = |word: &str| WordSet::NameParticle.has(word);
    let foreign = |word: &str| {
        let lower = word.to_ascii_lowercase();
        WordSet::OutletWord.has(&lower) || WordSet::BylineLabel.has(&lower) || lexicon::is_day(&lower)
    };
    (2..=5).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
                || particle(word)
        })
        && !words.iter().any(|word| foreign(word))
        && words.first().is_some_and(|w| !particle(w))
        && !name.chars().any(is_han)
}

/// Whether a name begins with one of the common first names.
pub(crate) fn opens_with_first_name(name: &str) -> bool {
    static LIST: LazyLock<Words> =
        LazyLock::new(|| List::FirstNames.classed_words().map(|(_, name)| name).collect());
    let first = name.split_whitespace().next().unwrap_or("");
    LIST.contains(lower(first).as_str())
}

/// Whether a body's name may end with `word`: `Independent`, `Council`.
pub(crate) fn ends_body(word: &str) -> bool {
    static LIST: LazyLock<Words> = LazyLock::new(|| {
        let nouns = List::Nouns.classed_words();
        nouns
            .filter(|(class, _)| class.starts_with("organization"))
            .map(|(_, noun)| noun)
            .collect()
    });
    LIST.contains(lower(word).as_str())
}

/// `BP Harbour Writer`, `MSc`: what somebody is, or studied.
fn is_trade(part: &str) -> bool {
    let last = part.split_whitespace().next_back().unwrap_or("");
    let degree = part.len() <= 4 && !part.contains(' ');
    degree || WordSet::TradeWord.has(&last.to_ascii_lowercase())
}

/// The names in a value of metadata: `By BO BERG and CY DAHL, BP Harbour Writer`. Where it holds none that a person could
/// bear, the whole value; nothing for addresses and for what systems put where nobody is named.
pub(crate) fn of_metadata(value: &str) -> Vec<String> {
    let from = opened(value).map_or(0, |(_, from)| from);
    let named = names(value, from..value.len());
    let rest = value[from..].trim();
    if named.authors.first().is_some_and(|first| first.start == from) {
        let names = named.authors.into_iter();
        return names.map(|at| in_small_letters(&value[at])).collect();
    }
    let nobody = rest.contains("://") || WordSet::Nobody.has(&rest.to_ascii_lowercase());
    if nobody { Vec::new() } else { vec![rest.to_owned()] }
}

/// A name that stands in capitals, as one writes it: `BO BERG` is `Bo Berg`. Others stay as they are.
pub(crate) fn in_small_letters(name: &str) -> String {
    let capitals = !name.contains(char::is_lowercase) && name.contains(' ') && is_person(name);
    if !capitals {
        return name.to_owned();
    }
    let words = name.split(' ').map(|word| {
        let numeral = word.chars().all(|c| matches!(c, 'I' | 'V'));
        let mut out = String::with_capacity(word.len());
        let mut opens = true;
        for c in word.chars() {
            if opens || numeral {
                out.push(c);
            } else {
                out.push(lower_char(c));
            }
            opens = !c.is_alphabetic() || out == "Mc";
        }
        out
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_names_people_and_bodies() {
        for (value, expected) in [
            ("By BO BERG and CY DAHL, BP Harbour Writer", "Bo Berg; Cy Dahl"),
            ("Ada Lund, Bay News", "Ada Lund"),
            ("Ada Lund | BP Media for Bay.example", "Ada Lund"),
            ("The Bay Press", "The Bay Press"),
            ("adalund", "adalund"),
            ("admin", ""),
            ("https://bay.example/ada-lund", ""),
        ] {
            assert_eq!(of_metadata(value).join("; "), expected);
        }
    }

    #[test]
    fn names_in_capitals_are_written_small() {
        for (name, expected) in [
            ("BO BERG", "Bo Berg"),
            ("OLGA MCTAVISH", "Olga McTavish"),
            ("JEAN-LUC D'ARCY", "Jean-Luc D'Arcy"),
            ("J.R. LUND III", "J.R. Lund III"),
            ("Bo BERG", "Bo BERG"),
            ("BBC NEWS", "BBC NEWS"),
            ("REUTERS", "REUTERS"),
        ] {
            assert_eq!(in_small_letters(name), expected);
        }
    }
}
