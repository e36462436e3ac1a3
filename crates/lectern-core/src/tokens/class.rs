//! Guesses what part a word plays in its sentence, from word lists, endings and neighbours.

use super::{Sentence, TokenKind, Tokens, shouting};
use crate::lexicon::{self, VerbForm, WordClass};
use rustc_hash::FxHashSet;

/// Fills in the class of every token, sentence by sentence.
pub(super) fn guess(text: &str, tokens: &mut Tokens) {
    for at in 0..tokens.sentences.len() {
        tokens.sentences[at].headline = is_headline(text, tokens, &tokens.sentences[at]);
        tokens.sentences[at].shouted = shouting::is_shouted(text, tokens, &tokens.sentences[at]);
    }
    let mut names = names_of(text, tokens);
    for sentence in tokens.sentences.clone() {
        let told = sentence
            .shouted
            .then(|| shouting::names(tokens, &sentence, &names));
        // who was named in capitals once is known from there on
        for &at in told.iter().flatten() {
            names.insert(tokens.form(at).to_owned());
        }
        for index in sentence.first as usize..sentence.end as usize {
            let class = match tokens.list[index].kind {
                TokenKind::Number => WordClass::Number,
                TokenKind::Mark | TokenKind::Sign => WordClass::Sign,
                TokenKind::Word => {
                    let mut word = Word::new(text, tokens, &sentence, index, &names);
                    if let Some(told) = &told {
                        word.name = told.contains(&index);
                    }
                    word.class()
                }
            };
            tokens.list[index].class = class;
        }
    }
}

/// Words written with a capital where no rule asks for one, anywhere in the article: names.
fn names_of(text: &str, tokens: &Tokens) -> FxHashSet<String> {
    let mut names = FxHashSet::default();
    for sentence in &tokens.sentences {
        if sentence.headline {
            continue;
        }
        for index in sentence.first as usize + 1..sentence.end as usize {
            if is_capital(text, tokens, index) && !opens(tokens, sentence, index) {
                names.insert(tokens.form(index).to_owned());
            }
        }
    }
    names
}

/// Whether nearly every longer word of the sentence has a capital, as in a headline.
fn is_headline(text: &str, tokens: &Tokens, sentence: &Sentence) -> bool {
    let (mut long, mut capital) = (0, 0);
    let Some(first) = shouting::behind_label(text, tokens, sentence) else {
        return false;
    };
    for index in first..sentence.end as usize {
        if tokens.list[index].kind != TokenKind::Word {
            continue;
        }
        let verb = tokens.verb(index);
        if !is_capital(text, tokens, index)
            && verb.is_some_and(|verb| verb.forms.past || verb.forms.present && !verb.noun)
        {
            // a headline writes its verbs with a capital
            return false;
        }
        if tokens.list[index].span.len() > 3 {
            long += 1;
            capital += usize::from(is_capital(text, tokens, index));
        }
    }
    long >= 3 && capital * 10 >= long * 8
}

fn is_capital(text: &str, tokens: &Tokens, index: usize) -> bool {
    tokens.list[index]
        .span
        .text(text)
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}

/// Whether the token stands where any word has a capital: first, or after a mark or colon.
fn opens(tokens: &Tokens, sentence: &Sentence, index: usize) -> bool {
    index == sentence.first as usize
        || match tokens.list[index - 1].kind {
            TokenKind::Mark => true,
            TokenKind::Sign => lexicon::opens_after(tokens.form(index - 1)),
            _ => false,
        }
}

/// One word in its place, with what its neighbours tell.
struct Word<'a> {
    tokens: &'a Tokens,
    sentence: &'a Sentence,
    index: usize,
    form: &'a str,
    /// The closed class that the word is of, whatever stands around it.
    closed: Option<WordClass>,
    /// A capital that means a name.
    name: bool,
    /// The class of the word before; signs count, the sentence's start is none.
    before: Option<WordClass>,
}

impl<'a> Word<'a> {
    fn new(
        text: &str,
        tokens: &'a Tokens,
        sentence: &'a Sentence,
        index: usize,
        names: &FxHashSet<String>,
    ) -> Self {
        let form = tokens.form(index);
        let headline = sentence.headline;
        let capital = is_capital(text, tokens, index);
        let closed = lexicon::closed_class(form);
        let known = closed.is_some() || tokens.verb(index).is_some();
        let name = capital
            && !(closed.is_some() && shouting::is_among_capitals(text, tokens, sentence, index))
            && if headline || opens(tokens, sentence, index) {
                closed.is_none() && names.contains(form)
                    || !known && !headline && reads_as_name(text, tokens, index)
            } else {
                true
            };
        let before = (index > sentence.first as usize).then(|| tokens.list[index - 1].class);
        Word {
            tokens,
            sentence,
            index,
            form,
            closed,
            name,
            before,
        }
    }

    fn class(&self) -> WordClass {
        if let Some(class) = self.clitic().or_else(|| self.closed()) {
            return class;
        }
        if self.name {
            return WordClass::Name;
        }
        if let Some(class) = self.tokens.verb(self.index).and_then(|verb| self.verb(verb)) {
            return class;
        }
        by_ending(self.form)
    }

    /// `'s` after a pronoun is a verb, after anything else it owns.
    fn clitic(&self) -> Option<WordClass> {
        match self.form {
            "'s" => Some(match self.before {
                Some(WordClass::Pronoun | WordClass::Subordinator) => WordClass::Auxiliary,
                _ => WordClass::PossessiveClitic,
            }),
            "'d" => Some(WordClass::Modal),
            _ => None,
        }
    }

    fn closed(&self) -> Option<WordClass> {
        if self.name && self.form.len() < 3 && !matches!(self.form, "i" | "a" | "he") {
            // `US`, `IT`, `May`
            return Some(WordClass::Name);
        }
        let class = self.closed?;
        Some(match self.form {
            "to" if self.verb_follows() => WordClass::InfinitiveTo,
            "her" if self.ends_phrase() => WordClass::Pronoun,
            "may"
                if self.name
                    && !matches!(
                        self.before,
                        None | Some(WordClass::Name | WordClass::Pronoun | WordClass::Noun)
                    ) =>
            {
                WordClass::Name
            }
            // `before`, `after`, `since` and so on take nouns as well as clauses
            "that" if matches!(self.before, Some(WordClass::Preposition | WordClass::Coordinator)) => {
                WordClass::Determiner
            }
            _ => class,
        })
    }

    /// Whether a base form follows, adverbs and `not` passed over.
    fn verb_follows(&self) -> bool {
        let next = (self.index + 1..self.sentence.end as usize)
            .take(3)
            .find(|&at| !is_adverb(self.tokens.form(at)));
        next.is_some_and(|at| {
            let form = self.tokens.form(at);
            form == "be"
                || form == "have"
                || form == "do"
                || self.tokens.verb(at).is_some_and(|verb| verb.forms.base)
        })
    }

    /// Whether no noun phrase goes on after this word.
    fn ends_phrase(&self) -> bool {
        let next = self.index + 1;
        next >= self.sentence.end as usize
            || self.tokens.list[next].kind == TokenKind::Sign
            || lexicon::closed_class(self.tokens.form(next))
                .is_some_and(|class| !matches!(class, WordClass::Number | WordClass::Adverb))
    }

    fn verb(&self, verb: VerbForm) -> Option<WordClass> {
        let forms = verb.forms;
        let in_noun_phrase = matches!(
            self.before,
            Some(
                WordClass::Determiner
                    | WordClass::Possessive
                    | WordClass::PossessiveClitic
                    | WordClass::Adjective
                    | WordClass::Number
            )
        );
        if forms.gerund {
            let noun =
                in_noun_phrase && self.before != Some(WordClass::Adjective) && self.of_or_end_follows();
            return Some(if noun {
                WordClass::Noun
            } else {
                WordClass::VerbGerund
            });
        }
        if forms.base && self.governs_base() {
            return Some(WordClass::VerbBase);
        }
        if forms.past || forms.participle {
            return Some(if in_noun_phrase && self.noun_follows() {
                WordClass::Adjective
            } else {
                WordClass::VerbPast
            });
        }
        if forms.present {
            let noun = verb.noun && (in_noun_phrase || !self.subject_before() || !self.object_follows());
            return Some(if noun {
                WordClass::Noun
            } else {
                WordClass::VerbPresent
            });
        }
        if !verb.noun {
            return (!in_noun_phrase).then_some(WordClass::VerbBase);
        }
        // `plan`, `vote`: a verb after a plural subject and before an object, else a noun
        let verb_like = !in_noun_phrase
            && self.object_follows()
            && match self.before {
                None | Some(WordClass::Sign | WordClass::Coordinator) => true,
                Some(WordClass::Pronoun) => true,
                Some(WordClass::Noun | WordClass::Name) => self.tokens.form(self.index - 1).ends_with('s'),
                _ => false,
            };
        Some(if verb_like {
            WordClass::VerbBase
        } else {
            WordClass::Noun
        })
    }

    /// Whether `to`, a modal or a helping verb before asks for a base form; adverbs, `not` and a subject pronoun
    /// (`should we act`) passed over.
    fn governs_base(&self) -> bool {
        for at in (self.sentence.first as usize..self.index).rev().take(4) {
            match self.tokens.list[at].class {
                WordClass::InfinitiveTo | WordClass::Modal => return true,
                WordClass::Auxiliary => {
                    return lexicon::is_helping_do(self.tokens.form(at));
                }
                WordClass::Adverb | WordClass::Negation => {}
                WordClass::Pronoun if matches!(self.tokens.form(at), "i" | "we" | "you" | "they") => {
                    return true;
                }
                WordClass::Pronoun if matches!(self.tokens.form(at), "us") => return true,
                _ => return false,
            }
        }
        false
    }

    fn subject_before(&self) -> bool {
        matches!(
            self.before,
            Some(
                WordClass::Name
                    | WordClass::Noun
                    | WordClass::Pronoun
                    | WordClass::Adverb
                    | WordClass::Sign
                    | WordClass::Number
            )
        )
    }

    /// Whether what follows looks like a verb's object or clause.
    fn object_follows(&self) -> bool {
        let next = self.index + 1;
        if next >= self.sentence.end as usize {
            return false;
        }
        match lexicon::closed_class(self.tokens.form(next)) {
            Some(
                WordClass::Determiner
                | WordClass::Possessive
                | WordClass::Pronoun
                | WordClass::Subordinator
                | WordClass::Number
                | WordClass::Adverb,
            ) => true,
            Some(WordClass::Preposition) => self.tokens.form(next) != "of",
            Some(_) => false,
            None => {
                self.tokens.list[next].kind == TokenKind::Word
                    && self
                        .tokens
                        .verb(next)
                        .is_none_or(|verb| verb.noun || verb.forms.gerund)
            }
        }
    }

    fn noun_follows(&self) -> bool {
        let next = self.index + 1;
        next < self.sentence.end as usize
            && self.tokens.list[next].kind == TokenKind::Word
            && lexicon::closed_class(self.tokens.form(next)).is_none()
    }

    fn of_or_end_follows(&self) -> bool {
        !self.noun_follows()
            && !matches!(
                lexicon::closed_class(self.tokens.form(self.index + 1)),
                Some(WordClass::Determiner | WordClass::Possessive)
            )
    }
}

/// Whether an unknown word with a capital at a sentence's start is likely a name by what follows: another capital,
/// a possessive, or a verb after what is no plural (`Lund said`, not `Residents said`).
fn reads_as_name(text: &str, tokens: &Tokens, index: usize) -> bool {
    let next = index + 1;
    if next >= tokens.list.len() || tokens.list[next].kind != TokenKind::Word {
        return false;
    }
    is_capital(text, tokens, next)
        || tokens.form(next) == "'s"
        || !tokens.form(index).ends_with('s')
            && tokens
                .verb(next)
                .is_some_and(|verb| verb.forms.past || verb.forms.present)
            && by_ending(tokens.form(index)) == WordClass::Noun
}

fn is_adverb(form: &str) -> bool {
    form.ends_with("ly")
        || matches!(
            lexicon::closed_class(form),
            Some(WordClass::Adverb | WordClass::Negation)
        )
}

/// Class of an unknown word from its ending.
fn by_ending(form: &str) -> WordClass {
    const ENDINGS: [(&str, WordClass); 18] = [
        ("ly", WordClass::Adverb),
        ("ing", WordClass::VerbGerund),
        ("tion", WordClass::Noun),
        ("ment", WordClass::Noun),
        ("ness", WordClass::Noun),
        ("ity", WordClass::Noun),
        ("ance", WordClass::Noun),
        ("ence", WordClass::Noun),
        ("ship", WordClass::Noun),
        ("ism", WordClass::Noun),
        ("ed", WordClass::VerbPast),
        ("ous", WordClass::Adjective),
        ("ive", WordClass::Adjective),
        ("ful", WordClass::Adjective),
        ("less", WordClass::Adjective),
        ("able", WordClass::Adjective),
        ("ical", WordClass::Adjective),
        ("ic", WordClass::Adjective),
    ];
    if lexicon::is_noun_like_adverb(form) {
        return WordClass::Noun;
    }
    let known = ENDINGS
        .iter()
        .find(|(ending, _)| form.len() > ending.len() + 2 && form.ends_with(ending));
    known.map_or(WordClass::Noun, |&(_, class)| class)
}
