//! Words without a small letter. In a sentence of nothing else no capital tells a name: `ADA LUND SAID THE POOL WOULD OPEN.`

use super::{Sentence, TokenKind, Tokens};
use crate::lexicon::{self, List, WordClass, Words};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Fewer words in capitals are a heading or a label.
const FEWEST: usize = 5;
/// A dateline before the sentence has at most so many words and signs.
const LONGEST_DATELINE: usize = 8;
/// A name that nothing else tells has so many words before its verb.
const NAME_WORDS: std::ops::RangeInclusive<usize> = 2..=3;

/// The label of a speaker has at most so many words: `ADA LUND, MAYOR OF HILLTOWN:`
const LONGEST_LABEL: usize = 12;

/// Fewer words, with their full stop, are no headline.
const SHORTEST_HEADLINE: usize = 5;

fn has_no_small_letter(text: &str, tokens: &Tokens, at: usize) -> bool {
    !tokens.list[at].span.text(text).contains(char::is_lowercase)
}

/// Whether the sentence is written in capitals from end to end and is a sentence, with a verb.
pub(super) fn is_shouted(text: &str, tokens: &Tokens, sentence: &Sentence) -> bool {
    let words = || {
        sentence
            .tokens()
            .filter(|&at| tokens.list[at].kind == TokenKind::Word)
    };
    let verb = |at: usize| {
        tokens
            .verb(at)
            .is_some_and(|verb| verb.forms.past || verb.forms.present)
            || matches!(
                lexicon::closed_class(tokens.form(at)),
                Some(WordClass::Modal | WordClass::Auxiliary)
            )
    };
    words().count() >= FEWEST && words().all(|at| has_no_small_letter(text, tokens, at)) && words().any(verb)
}

/// The tokens of a shouted sentence that are names: known from elsewhere in the text (`known`), first names, what stands
/// beside these or behind a title, and what opens the sentence before a verb of saying.
pub(super) fn names(tokens: &Tokens, sentence: &Sentence, known: &FxHashSet<String>) -> FxHashSet<usize> {
    let all = sentence.tokens();
    let form = |at: usize| tokens.form(at);
    let open = |at: usize| all.contains(&at) && is_open(tokens, at);
    let first = |at: usize| first_names().contains(form(at)) && lexicon::closed_class(form(at)).is_none();
    let mut names: FxHashSet<usize> = all
        .clone()
        .filter(|&at| {
            let heard = known.contains(form(at)) && open(at);
            heard || first(at) && tokens.list[at].kind == TokenKind::Word && tokens.verb(at).is_none()
        })
        .collect();
    for at in all.clone() {
        let titled = titles().contains(form(at)) && !names.contains(&at);
        if titled && open(at + 1) && !titles().contains(form(at + 1)) {
            names.insert(at + 1);
        }
        if names.contains(&at) && open(at + 1) {
            names.insert(at + 1);
        }
    }
    for at in all.clone().rev() {
        if at > all.start && names.contains(&at) && open(at - 1) && !titles().contains(form(at - 1)) {
            names.insert(at - 1);
        }
    }
    // `THE CLERK, MARGERY PELL, SAID`
    for comma in all.clone().skip(1).filter(|&at| form(at) == ",") {
        let length = (comma + 1..all.end).take_while(|&at| open(at)).count();
        let after = comma + 1 + length;
        let closes = after < all.end && form(after) == ",";
        if closes && NAME_WORDS.contains(&length) && nouns().contains(form(comma - 1)) {
            names.extend(comma + 1..comma + 1 + length);
        }
    }
    let dash = all
        .clone()
        .take(LONGEST_DATELINE)
        .find(|&at| lexicon::is_dash(form(at)));
    let start = dash.map_or(all.start, |dash| dash + 1);
    let length = (start..all.end).take_while(|&at| open(at)).count();
    if NAME_WORDS.contains(&length) && cue_verbs().contains(tokens.lemma(start + length)) {
        names.extend(start..start + length);
    }
    names
}

/// The first token behind a label in capitals (`ADA LUND:`); none for a signature (`– Councillor Ada Lund`) and for what leads
/// in words (`And from Councillor Ada Lund:`), whose names are written as everywhere.
pub(super) fn behind_label(text: &str, tokens: &Tokens, sentence: &Sentence) -> Option<usize> {
    let all = sentence.tokens();
    if lexicon::is_dash(tokens.form(all.start)) || tokens.form(all.end - 1) == ":" {
        return None;
    }
    let colon = all
        .clone()
        .take(LONGEST_LABEL)
        .find(|&at| tokens.form(at) == ":" && at > all.start);
    let label = colon.filter(|&colon| {
        (all.start..colon).all(|at| has_no_small_letter(text, tokens, at))
            && (all.end - colon < SHORTEST_HEADLINE
                || !(colon..all.end).all(|at| has_no_small_letter(text, tokens, at)))
    });
    Some(label.map_or(all.start, |colon| colon + 1))
}

/// Whether the words on both sides have no small letter: `MAYOR OF HILLTOWN`.
pub(super) fn is_among_capitals(text: &str, tokens: &Tokens, sentence: &Sentence, index: usize) -> bool {
    let shouts = |at: usize| {
        let token = &tokens.list[at];
        token.kind == TokenKind::Word && token.span.len() > 2 && has_no_small_letter(text, tokens, at)
    };
    let all = sentence.tokens();
    index > all.start && index + 1 < all.end && shouts(index - 1) && shouts(index + 1)
}

/// A word of which no list knows anything.
fn is_open(tokens: &Tokens, at: usize) -> bool {
    let form = tokens.form(at);
    tokens.list[at].kind == TokenKind::Word
        && lexicon::closed_class(form).is_none()
        && tokens.verb(at).is_none()
        && !nouns().contains(form)
        && !nouns().contains(form.strip_suffix('s').unwrap_or(form))
        && !lexicon::is_day(form)
}

fn first_names() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| classed(List::FirstNames));
    &LIST
}

fn nouns() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| classed(List::Nouns));
    &LIST
}

fn titles() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| {
        let words = List::Nouns.classed_words();
        words
            .filter(|(class, _)| *class == "title")
            .map(|(_, word)| word)
            .collect()
    });
    &LIST
}

fn cue_verbs() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| classed(List::CueVerbs));
    &LIST
}

fn classed(list: List) -> Words {
    list.classed_words().map(|(_, word)| word).collect()
}
