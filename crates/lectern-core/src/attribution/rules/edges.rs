//! What stands at the edges of a source and is no part of it: times before it, adverbs behind it, a dateline, signs.

use crate::article::Span;
use crate::lexicon::{self, WordClass, WordSet};
use crate::prepared::Prepared;
use std::ops::Range;

/// A time before a source has at most so many words: `In the second half of last year the`.
const LONGEST_TIME: usize = 10;
/// A noun phrase of nothing but adjectives and nouns has at most so many behind its article.
const LONGEST_PLAIN: usize = 4;

/// The parts of a source of `cue` without what is none of it; `dateline` is the one that the layout found.
pub(in crate::attribution) fn trimmed(
    prepared: &Prepared,
    dateline: Option<Span>,
    cue: Option<Span>,
    source: &[Span],
) -> Vec<Span> {
    let tokens = &prepared.tokens;
    let part = |&part: &Span| {
        let clause = own_clause(prepared, cue, tokens.within(part));
        let run = without_adverbs(prepared, behind_time(prepared, clause));
        let run = own_subject(prepared, cue, run);
        let (first, last) = (
            tokens.list.get(run.start)?,
            tokens.list.get(run.end.checked_sub(1)?)?,
        );
        let part = Span::new(first.span.start(), last.span.end());
        match dateline {
            Some(place) => behind(prepared, place, part),
            None => Some(part),
        }
    };
    source
        .iter()
        .filter_map(part)
        .filter(|&part| has_word(prepared, part))
        .collect()
}

/// What of `run` lies on the cue's side of a semicolon: the survivors of `the owner counts forty; the survivors say`.
fn own_clause(prepared: &Prepared, cue: Option<Span>, run: Range<usize>) -> Range<usize> {
    let tokens = &prepared.tokens;
    let parts = |at: &usize| tokens.form(*at) == ";";
    let follows = cue.is_some_and(|cue| {
        let last = run.end.checked_sub(1).and_then(|last| tokens.list.get(last));
        last.is_some_and(|last| last.span.end() <= cue.start())
    });
    if follows {
        run.clone().rfind(parts).map_or(run.start, |at| at + 1)..run.end
    } else {
        let end = run.clone().find(parts).unwrap_or(run.end);
        run.start..end
    }
}

/// The subject of a clause that only tells more of what stands before it: the mayor of `a request the mayor`, before the verb.
fn own_subject(prepared: &Prepared, cue: Option<Span>, run: Range<usize>) -> Range<usize> {
    let tokens = &prepared.tokens;
    let class = |at: usize| tokens.list[at].class;
    let plain = |run: Range<usize>| {
        run.len() <= LONGEST_PLAIN
            && run.clone().all(|at| {
                matches!(
                    class(at),
                    WordClass::Noun | WordClass::Adjective | WordClass::Name
                )
            })
    };
    let told = cue.is_some_and(|cue| {
        let next = tokens.list.get(run.end);
        next.is_some_and(|next| next.span.start() >= cue.start())
    });
    let opens = |at: usize| matches!(class(at), WordClass::Determiner | WordClass::Possessive);
    let begins = |&at: &usize| {
        let pronoun = lexicon::is_personal_pronoun(tokens.form(at));
        (pronoun && at + 1 == run.end || opens(at) && at + 1 < run.end && plain(at + 1..run.end))
            && class(at - 1) == WordClass::Noun
            && plain(run.start + 1..at)
    };
    let second = (told && run.len() > 2 && opens(run.start))
        .then(|| (run.start + 2..run.end).find(begins))
        .flatten();
    second.unwrap_or(run.start)..run.end
}

/// Whether a source is more than signs: the dash before an item of a list says nothing.
fn has_word(prepared: &Prepared, part: Span) -> bool {
    let mut words = prepared.tokens.within(part);
    words.any(|at| prepared.tokens.list[at].class != WordClass::Sign)
}

/// `run` without the adverbs behind it, which go with the verb: the `further` of `Lund further said`, `it, however,`.
fn without_adverbs(prepared: &Prepared, run: Range<usize>) -> Range<usize> {
    let tokens = &prepared.tokens;
    let mut end = run.end;
    loop {
        let comma = (run.start..end)
            .rev()
            .take_while(|&at| tokens.form(at) == ",")
            .count();
        let Some(last) = (end - comma).checked_sub(1).filter(|&last| last > run.start) else {
            break;
        };
        let adverb =
            tokens.list[last].class == WordClass::Adverb || WordSet::VerbAdverb.has(tokens.form(last));
        if !adverb {
            break;
        }
        end = last;
        // the comma that opened the adverb goes with the one that closed it
        end -= usize::from(comma > 0 && end > run.start + 1 && tokens.form(end - 1) == ",");
    }
    run.start..end
}

/// `run` without the time that stands before it, where a new phrase begins behind it: the town of `eight years ago the
/// town`, but all of `the 2019 inquiry`.
fn behind_time(prepared: &Prepared, run: Range<usize>) -> Range<usize> {
    let tokens = &prepared.tokens;
    let class = |at: usize| tokens.list[at].class;
    let may_open = run.start < run.end && opens_time(prepared, run.start);
    let told = |at: usize| {
        let form = tokens.form(at);
        form == ","
            || matches!(
                class(at),
                WordClass::VerbPast | WordClass::VerbPresent | WordClass::Auxiliary
            )
    };
    let first_told = run.clone().find(|&at| told(at)).unwrap_or(run.end);
    let begins = |at: &usize| {
        matches!(
            class(*at),
            WordClass::Determiner | WordClass::Possessive | WordClass::Pronoun
        ) && !lexicon::is_relative_pronoun(tokens.form(*at))
            && tokens.form(*at) != "that"
            && ends_time(prepared, run.start..*at)
    };
    // `last month, her lawyers`
    let reach = run.end.min(first_told + 2);
    let first = (run.start + 1..reach).take(LONGEST_TIME).rfind(begins);
    first.filter(|_| may_open).unwrap_or(run.start)..run.end
}

/// Whether a time can begin with the word at `at`: `in`, `last`, `nine`, `a`, `Friday`.
fn opens_time(prepared: &Prepared, at: usize) -> bool {
    let tokens = &prepared.tokens;
    let form = tokens.form(at);
    WordSet::BeforeDay.has(form)
        || WordSet::TimeAdverb.has(form)
        || lexicon::is_day(form)
        || matches!(
            tokens.list[at].class,
            WordClass::Preposition | WordClass::Number | WordClass::Determiner | WordClass::Adverb
        )
}

/// Whether the words of `run` end in a time: `ago`, `on Monday`, `in 2019`, `last week`.
fn ends_time(prepared: &Prepared, run: Range<usize>) -> bool {
    let tokens = &prepared.tokens;
    let Some(last) = run.clone().rfind(|&at| tokens.form(at) != ",") else {
        return false;
    };
    let before = if last > run.start {
        tokens.form(last - 1)
    } else {
        ""
    };
    let form = tokens.form(last);
    let led = WordSet::BeforeDay.has(before);
    let dated = lexicon::is_day(form)
        || lexicon::month(form).is_some()
        || tokens.list[last].class == WordClass::Number;
    let led = led || lexicon::month(before).is_some();
    WordSet::TimeAdverb.has(form) || dated && (led || last == run.start) || led && WordSet::TimeNoun.has(form)
}

/// What of `source` stands behind `place`, without signs; all of it where they do not touch.
fn behind(prepared: &Prepared, place: Span, source: Span) -> Option<Span> {
    if !place.overlaps(source) {
        return Some(source);
    }
    let tokens = prepared.tokens.within(source);
    let first = tokens
        .map(|at| &prepared.tokens.list[at])
        .find(|token| token.span.start() >= place.end() && token.class != WordClass::Sign)?;
    Some(Span::new(first.span.start(), source.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let prepared = crate::prepare(&text.into(), &crate::Overrides::default());
        let whole = Span::of(0..text.trim_end_matches(" said that it rained.").len());
        let said = text.find(" said that").unwrap_or_default();
        let cue = Span::of(said + 1..said + 5);
        let parts = trimmed(&prepared, None, Some(cue), &[whole]);
        parts
            .iter()
            .map(|part| part.text(&prepared.source.text))
            .collect()
    }

    #[test]
    fn times_and_adverbs_are_no_part_of_a_source() {
        for (source, expected) in [
            ("The ferry board flat-out", "The ferry board"),
            ("The ferry board, meanwhile,", "The ferry board"),
            ("It, however,", "It"),
            ("They quietly", "They"),
            ("The owner counts forty; the survivors", "the survivors"),
            ("Nine years ago the village", "the village"),
            ("In the one in 2017 the ferry board", "the ferry board"),
            ("On Friday she", "she"),
            ("Last month, her lawyers", "her lawyers"),
            ("Today the harbour office", "the harbour office"),
            ("On June 3 the ferry board", "the ferry board"),
            ("a request the harbour master", "the harbour master"),
            ("a figure it", "it"),
            // these are all of the source
            ("The 2017 inquiry", "The 2017 inquiry"),
            ("The Friday market", "The Friday market"),
            ("Ada Lund, the mayor,", "Ada Lund, the mayor,"),
            ("Three of the five", "Three of the five"),
            ("—", ""),
        ] {
            assert_eq!(left(&format!("{source} said that it rained.")), expected);
        }
    }
}
