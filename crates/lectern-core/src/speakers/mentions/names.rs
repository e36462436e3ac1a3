//! Finds names in running text: runs of words with capitals, cut into title and name.

pub(in crate::speakers) use super::name::{Name, NameKind};
use super::name_parts::cut;
use super::name_run::{self, is_title, run_end, starts_name};
use crate::lexicon::{self, WordClass, WordSet};
use crate::speakers::view::View;
use crate::speakers::words::{self};
use crate::tokens::TokenKind;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The names outside headlines, in text order.
pub(in crate::speakers) fn find(view: View<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in 0..view.tokens.sentences.len() {
        let range = view.sentence_tokens(sentence);
        if view.tokens.sentences[sentence].shouted {
            find_shouted(view, range, &mut names);
            continue;
        }
        if view.is_headline(sentence) {
            continue;
        }
        let mut at = range.start;
        while at < range.end {
            if starts_name(view, at) {
                let end = run_end(view, at, range.end);
                cut(view, at..end, &mut names);
                at = end;
            } else {
                at += 1;
            }
        }
    }
    names
}

/// The names of a sentence in capitals, with the titles before them.
fn find_shouted(view: View<'_>, range: Range<usize>, names: &mut Vec<Name>) {
    let mut at = range.start;
    while at < range.end {
        let end = at
            + (at..range.end)
                .take_while(|&at| view.class(at) == WordClass::Name)
                .count();
        if end > at {
            let titles = (range.start..at)
                .rev()
                .take_while(|&at| is_title(view, at))
                .count();
            cut(view, at - titles..end, names);
        }
        at = end.max(at + 1);
    }
}

/// What [`find`] passes over because a capital means little there: names in headlines, where every word has one,
/// and a known name that opens a sentence alone. Only names `known` from the rest of the text are seen.
pub(in crate::speakers) fn find_known(view: View<'_>, found: &[Name], known: &FxHashSet<&str>) -> Vec<Name> {
    let mut names = Vec::new();
    let is_known = |at: usize| {
        view.is_capital(at) && known.contains(view.form(at)) && lexicon::closed_class(view.form(at)).is_none()
    };
    let common = common_surnames(view, found);
    // `"It is late," Banks said`
    let is_said = |at: usize| {
        let before = at.checked_sub(1).map(|before| view.class(before));
        let stands_alone = view.opens(at)
            || !matches!(
                before,
                Some(WordClass::Determiner | WordClass::Adjective | WordClass::Name)
            );
        common.contains(view.form(at)) && stands_alone && view.is_verb(at + 1)
    };
    for sentence in 0..view.tokens.sentences.len() {
        let range = view.sentence_tokens(sentence);
        if view.tokens.sentences[sentence].shouted {
            continue;
        }
        if !view.is_headline(sentence) {
            let mut covered = found.partition_point(|name| name.whole.end <= range.start);
            // `"Moth" said`
            let marked = view.tokens.list[range.start].kind == TokenKind::Mark;
            let first = range.start + usize::from(marked);
            for at in range {
                while found.get(covered).is_some_and(|name| name.whole.end <= at) {
                    covered += 1;
                }
                let is_free = found.get(covered).is_none_or(|name| name.whole.start > at);
                if !is_free || !is_known(at) {
                    continue;
                }
                if at == first && words::noun(view.form(at)).is_none() {
                    cut(view, at..at + 1, &mut names);
                } else if is_said(at) {
                    names.push(Name::single(at));
                }
            }
            continue;
        }
        let mut at = range.start;
        while at < range.end {
            if !is_known(at) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < range.end && end - at < name_run::LONGEST && (is_known(end) || view.is_initial(end)) {
                end += 1;
            }
            cut(view, at..end, &mut names);
            at = end;
        }
    }
    for name in &mut names {
        name.needs_known = true;
    }
    names
}

/// Surnames that are words for somebody as well, where the text has no such word: it has an Ada Banks and no banks.
fn common_surnames<'a>(view: View<'a>, found: &[Name]) -> FxHashSet<&'a str> {
    let full = found
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.core.len() > 1);
    let mut surnames: FxHashSet<&str> = full
        .map(|name| view.form(name.core.end - 1))
        // `Virginia Democrats` is nobody called Virginia
        .filter(|surname| words::noun(surname).is_some() && !words::is_capital_only(surname))
        .collect();
    if surnames.is_empty() {
        return surnames;
    }
    for at in (0..view.len()).filter(|&at| view.is_word(at) && !view.is_capital(at)) {
        surnames.remove(view.form(at));
    }
    surnames
}

/// Takes off the first word of `Like Lund` and `First Lund`, and the last one of `Ada Lund Calls`, where the text has the
/// rest as somebody's name elsewhere and the word is one that any sentence may open with, or a verb.
pub(in crate::speakers) fn trim_known(view: View<'_>, names: &mut [Name]) {
    let mut surnames: FxHashSet<&str> = FxHashSet::default();
    let mut full: FxHashSet<(&str, &str)> = FxHashSet::default();
    // `Will Lund`, `Per Lund` where nothing but a name gives such a word a capital
    let mut firm: FxHashSet<(&str, &str)> = FxHashSet::default();
    for name in names.iter() {
        let (first, last) = (view.form(name.core.start), view.form(name.core.end - 1));
        if name.core.len() == 2 && lexicon::closed_class(first).is_some() && !view.opens(name.core.start) {
            firm.insert((first, last));
        }
        if name.core.len() == 1 && (name.title.is_some() || name.honorific.is_some()) {
            surnames.insert(last);
        }
        if name.core.len() > 1 && name.kind == NameKind::Person {
            surnames.insert(last);
            if name.core.len() == 2 {
                full.insert((first, last));
            }
        }
    }
    for name in names
        .iter_mut()
        .filter(|name| name.kind == NameKind::Full || name.kind == NameKind::Person)
    {
        let first = view.form(name.core.start);
        let loose = name.core.len() == 2
            && name.title.is_none()
            && (words::first_name(first).is_none()
                || lexicon::closed_class(first).is_some() && view.opens(name.core.start))
            && surnames.contains(view.form(name.core.end - 1))
            && !firm.contains(&(first, view.form(name.core.end - 1)))
            && (lexicon::closed_class(first).is_some()
                || words::is_capital_only(first)
                || WordSet::NoName.has(first)
                || WordSet::LooseOpener.has(first)
                || matches!(
                    view.class(name.core.start),
                    WordClass::Adjective | WordClass::Adverb | WordClass::Number
                )
                || lexicon::verb(first).is_some() && view.opens(name.core.start)
                || name.core.start > 0
                    && view.form(name.core.start - 1) == "of"
                    && is_title(view, name.core.start.saturating_sub(2)));
        if loose {
            name.core.start += 1;
            name.whole.start = name.whole.start.max(name.core.start);
            name.kind = NameKind::Single;
        }
        let last = view.form(name.core.end - 1);
        if name.core.len() == 3
            && lexicon::verb(last).is_some()
            && full.contains(&(first, view.form(name.core.start + 1)))
        {
            name.core.end -= 1;
            name.whole.end = name.core.end;
        }
    }
}
