//! What stands between headline and story: the title itself and the dateline.

use super::byline;
use super::judge::{self, Document, Verdict};
use super::measure::{Ending, Measure};
use crate::article::Language;
use crate::lexicon::{self, List};
use crate::text::case::lower;
use crate::text::fold::Words;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// No headline has more words.
const LONGEST_TITLE: i32 = 32;
/// So many words of a line are compared with those of the story,
const LONGEST_LINE: usize = 60;
/// of which so many are looked at.
const MOST_WORDS: usize = 600;
/// A title is looked for among so many pieces before the story.
const TITLE_REACH: usize = 40;

/// What stands before the story, by place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) title: Option<usize>,
    /// The first piece of the story's running text; the number of pieces where there is none.
    pub(super) lead: usize,
}

/// Finds the title and the first paragraph. `named` is the title as the page's metadata gives it.
pub(super) fn opening(
    text: &str,
    document: &Document<'_>,
    verdict: &Verdict,
    language: Language,
    named: Option<&str>,
) -> Opening {
    let (pieces, measures) = (document.pieces, document.measures);
    let Some(lead) = lead(text, document, verdict) else {
        // Without running text only the markup can tell.
        let named_so = |&at: &usize| pieces[at].heading() == Some(1) && verdict.clutter[at].is_none();
        return Opening {
            title: verdict.story.clone().find(named_so),
            lead: pieces.len(),
        };
    };
    let body = pieces[lead]
        .span
        .cover(pieces[(lead + BODY_PIECES).min(pieces.len() - 1)].span)
        .text(text);
    let body = Words::of(body, MOST_WORDS);
    let body: FxHashSet<&str> = body.iter().collect();
    let named = named.map(|named| Words::of(named, LONGEST_LINE));
    let reach = lead.saturating_sub(TITLE_REACH)..lead;
    let has_heading = pieces[reach.clone()]
        .iter()
        .any(|piece| piece.heading().is_some());
    let mut best: Option<(i32, usize)> = None;
    for at in reach {
        let measure = &measures[at];
        if measure.clutter().is_some() && verdict.clutter[at].is_some() {
            continue;
        }
        let Some(mut score) = title_score(measure, language) else {
            continue;
        };
        let line = pieces[at].span.text(text);
        if is_signed_quotation(line) {
            continue;
        }
        let words = Words::of(line, LONGEST_LINE);
        score += 6 * judge::shared_words(&words, &body).min(6) as i32;
        // The nearer the story, the better; nearer still where a line about the article follows.
        score -= (lead - at).min(20) as i32;
        let next = at + 1..(at + 4).min(lead);
        score += if next.into_iter().any(|next| is_about(text, document, next)) {
            12
        } else {
            0
        };
        score += match pieces[at].heading() {
            Some(level) => 40 - 8 * i32::from(level),
            None if begins_quoted(line) && has_heading => -24,
            None => 0,
        };
        score += if named.as_ref().is_some_and(|named| *named == words) {
            60
        } else {
            0
        };
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, at));
        }
    }
    Opening {
        title: best.filter(|(score, _)| *score >= 0).map(|(_, at)| at),
        lead,
    }
}

/// Pieces of the story in which the words of a title are looked for.
const BODY_PIECES: usize = 5;

/// The first paragraph: of a row of three or more where there is one, for teasers of other stories stand one by one.
fn lead(text: &str, document: &Document<'_>, verdict: &Verdict) -> Option<usize> {
    const ROW: u32 = 3;
    let measures = document.measures;
    let runs = judge::prose_runs(measures);
    let prose = |at: &usize| {
        verdict.clutter[*at].is_none() && measures[*at].is_prose() && !is_title_sentence(text, document, *at)
    };
    let mut all = verdict.story.clone().filter(prose);
    let first = all.clone().next()?;
    all.find(|at| runs[*at] >= ROW && verdict.page && !verdict.marked)
        .or(Some(first))
}

/// A date, a byline or labels with values.
fn is_about(text: &str, document: &Document<'_>, at: usize) -> bool {
    let measure = &document.measures[at];
    let line = document.pieces[at].span.text(text);
    measure.is_details()
        || measure.is_date_line(line)
        || byline::byline(text, document.pieces[at].span, measure).is_some()
}

/// Whether the first piece of the text is a headline though it ends like a sentence.
fn is_title_sentence(text: &str, document: &Document<'_>, at: usize) -> bool {
    let (pieces, measures) = (document.pieces, document.measures);
    let measure = &measures[at];
    let Some(next) = pieces.get(at + 1) else {
        return false;
    };
    let first = pieces[..at].iter().zip(measures).all(|(_, m)| !m.is_prose());
    let fits = first
        && measure.words <= 22
        && measure.stops <= 1
        && measure.ending == Ending::Stop
        && !measure.quoted
        && dateline(pieces[at].span.text(text)).is_none();
    let headline_case = measure.capital * 10 >= measure.words * 6;
    fits && next.apart
        && measures[at + 1].words > measure.words
        && (headline_case
            || dateline(next.span.text(text)).is_some()
            || tells_the_same(pieces[at].span.text(text), next.span.text(text)))
}

/// Whether four in ten of the words of `title` that say what it is about stand in `text` as well.
fn tells_the_same(title: &str, text: &str) -> bool {
    let (title, text) = (Words::of(title, LONGEST_LINE), Words::of(text, MOST_WORDS));
    let text: FxHashSet<&str> = text.iter().collect();
    judge::shared_words(&title, &text) * 10 >= judge::long_words(&title).count() * 4
}

/// Whether a line begins with somebody's words. Below a heading such a line is the story's more often than its headline.
fn begins_quoted(line: &str) -> bool {
    line.starts_with(['"', '“', '‘'])
}

/// Whether a line is words in marks with who said them behind a dash: `"We sail on." – Captain Ada Lund`.
fn is_signed_quotation(line: &str) -> bool {
    const LONGEST_SIGNATURE: usize = 80;
    let closing = line
        .strip_prefix(['"', '“'])
        .and_then(|rest| rest.rfind(['"', '”']).map(|at| &rest[at..]));
    let signature = closing.map(|rest| rest.trim_start_matches(['"', '”', '.', ' ', '\u{A0}']));
    signature.is_some_and(|rest| rest.starts_with(['–', '—', '-', '―']) && rest.len() <= LONGEST_SIGNATURE)
}

fn title_score(measure: &Measure, language: Language) -> Option<i32> {
    let details = measure.is_details() || measure.date.is_some() && measure.words < 14;
    if details || measure.words < 2 || measure.words > LONGEST_TITLE || measure.address {
        return None;
    }
    let own = measure.evidence.language();
    if own != language && own != Language::Unknown && language != Language::Unknown {
        return None;
    }
    let mut score = 0;
    score += match measure.words {
        2 => -14,
        3..5 => -4,
        5..20 => 12,
        _ => 4,
    };
    if measure.stops > 1 {
        score -= 24;
    }
    if measure.ending == Ending::Colon {
        score -= 16;
    }
    if measure.separators > 1 {
        score -= 24;
    }
    Some(score)
}

/// A dateline looked for in so many bytes.
const LONGEST_DATELINE: usize = 120;

/// The dateline at the start of a paragraph: `BAYPORT, Dec. 17 (AGENCY) --`, without the dash.
pub(super) fn dateline(text: &str) -> Option<Range<usize>> {
    let mut end = text.len().min(LONGEST_DATELINE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    before_colon(head).or_else(|| before_dash(head))
}

/// `MUMBAI:`, `BAYPORT, May 4:`, as many papers have it: a place in capitals that is known, or that a date follows.
fn before_colon(head: &str) -> Option<Range<usize>> {
    let (line, rest) = head.split_once(':')?;
    let (place, date) = line.split_once(',').unwrap_or((line, ""));
    let capitals = place.chars().all(|c| !c.is_lowercase()) && place.starts_with(char::is_uppercase);
    let dated = date
        .split_whitespace()
        .any(|word| lexicon::month(&lower(word.trim_end_matches('.'))).is_some());
    let known = date.is_empty() && lexicon::place(&lower(place)).is_some();
    (capitals && rest.starts_with(' ') && (known || dated)).then_some(0..line.len())
}

fn before_dash(head: &str) -> Option<Range<usize>> {
    let (at, _) = dash(head)?;
    let line = head[..at].trim_end();
    let (place, agency) = match line.split_once('(') {
        Some((place, rest)) => (place.trim_end(), rest.strip_suffix(')')),
        None => (line, None),
    };
    let known = agency.is_some_and(is_agency);
    let names_place = |place: &str| {
        let first = place.split(',').next().unwrap_or("").trim();
        let letters = first.chars().filter(|c| c.is_alphabetic()).count();
        letters > 2 && !first.chars().any(|c| c.is_lowercase()) && first.split_whitespace().count() <= 5
    };
    // An agency that the list does not have is told by its capitals beside a place in capitals.
    let capitals = agency
        .is_some_and(|agency| agency.len() > 1 && agency.len() < 12 && !agency.contains(char::is_lowercase));
    let short = place.split_whitespace().count() <= 9;
    let looks = if place.is_empty() {
        known
    } else if line.contains('(') {
        short && place.starts_with(char::is_uppercase) && (known || capitals && names_place(place))
    } else {
        short && names_place(place)
    };
    looks.then_some(0..line.len())
}

/// The first dash with white space beside it, or `--`.
fn dash(head: &str) -> Option<(usize, usize)> {
    head.char_indices()
        .filter(|(_, c)| matches!(c, '-' | '–' | '—' | '―'))
        .find(|(at, c)| {
            let after = &head[at + c.len_utf8()..];
            let before = &head[..*at];
            let open = before.ends_with([' ', ')', '\u{A0}']) || *c != '-';
            open && (after.starts_with([' ', '-', '\u{A0}']) || *c != '-')
        })
        .map(|(at, c)| (at, at + c.len_utf8()))
}

fn is_agency(name: &str) -> bool {
    static LIST: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
        List::Agencies
            .lines()
            .flat_map(|line| line.split('|'))
            .map(str::trim)
            .collect()
    });
    name.split(['/', ','])
        .any(|part| LIST.contains(lower(part.trim()).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_end_before_their_dash() {
        for (text, expected) in [
            (
                "BAYPORT, Dec. 17 (AP) -- The mayor said",
                Some("BAYPORT, Dec. 17 (AP)"),
            ),
            ("BAYPORT (Reuters) - The mayor said", Some("BAYPORT (Reuters)")),
            ("(Xinhua) — The mayor", Some("(Xinhua)")),
            (
                "BAYPORT, May 4 (HPA) -- The night buses",
                Some("BAYPORT, May 4 (HPA)"),
            ),
            ("BRUSSELS - Leaders met", Some("BRUSSELS")),
            ("NEW BAY, Calif. — Leaders met", Some("NEW BAY, Calif.")),
            ("MUMBAI: Their dream was over", Some("MUMBAI")),
            ("BAYPORT, May 4: The night buses", Some("BAYPORT, May 4")),
            ("VERDICT: Their dream was over", None),
            ("Mumbai: their dream was over", None),
            ("The mayor - a friend of the port - said", None),
            ("A well-known mayor said", None),
            ("US-led talks", None),
            ("He (Berg) - said", None),
            ("", None),
        ] {
            assert_eq!(dateline(text).map(|at| &text[at]), expected, "{text}");
        }
    }
}
