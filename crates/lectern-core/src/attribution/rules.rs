//! Tags by rules: cues from word lists, the subject beside each, and the clause or quotation that it governs.

use super::{Scored, Tags, verbs};
use crate::article::Prepared;
use crate::span::Span;
use crate::tokens::{TokenKind, Tokens, WordClass};
use std::ops::Range;

/// A quoted stretch of fewer words is taken for a scare quote, a title or a nickname.
const FEWEST_WORDS_OF_SPEECH: usize = 4;

/// Score of every span: rules have no notion of doubt.
const SCORE: i32 = 1000;

/// Tags all sentences.
pub(super) fn tag(prepared: &Prepared) -> Tags {
    let mut tags = Tags::default();
    let rules = Rules {
        tokens: &prepared.tokens,
        text: &prepared.source.text,
    };
    for sentence in &prepared.tokens.sentences {
        rules.tag_sentence(sentence.first as usize..sentence.end as usize, &mut tags);
    }
    for quoted in prepared.tokens.quoted.iter().filter(|quoted| quoted.depth == 0) {
        if prepared.tokens.within(quoted.span).len() > FEWEST_WORDS_OF_SPEECH {
            tags.content.push(scored(quoted.span));
        }
    }
    for layer in [&mut tags.source, &mut tags.cue, &mut tags.content] {
        layer.sort_by_key(|scored| scored.span);
        layer.dedup_by_key(|scored| scored.span);
    }
    tags
}

fn scored(span: Span) -> Scored {
    Scored { span, score: SCORE }
}

struct Rules<'a> {
    tokens: &'a Tokens,
    text: &'a str,
}

impl Rules<'_> {
    fn tag_sentence(&self, sentence: Range<usize>, tags: &mut Tags) {
        let mut at = sentence.start;
        while at < sentence.end {
            let found = verbs::cue_at(self.tokens, at).filter(|_| self.can_cue(at) && !self.is_quoted(at));
            let Some(found) = found else {
                at += 1;
                continue;
            };
            let clause = at..self.clause_end(found.end, sentence.end);
            if self.tag_cue(sentence.start..clause.end, at..found.end.min(clause.end), tags) {
                // what a cue governs is not searched for further cues
                at = clause.end;
            } else {
                at += 1;
            }
        }
    }

    /// Where a second cue verb of the same subject joins: `welcomed the plan, and also suggested a date`.
    fn clause_end(&self, from: usize, end: usize) -> usize {
        let joins = |&at: &usize| {
            matches!(self.tokens.form(at), "and" | "but") && {
                let verb = (at + 1..end).find(|&at| self.tokens.list[at].class != WordClass::Adverb);
                verb.is_some_and(|verb| {
                    matches!(
                        self.tokens.list[verb].class,
                        WordClass::VerbPast | WordClass::VerbPresent
                    ) && verbs::cue_at(self.tokens, verb).is_some()
                })
            }
        };
        (from..end).find(joins).unwrap_or(end)
    }

    fn tag_cue(&self, sentence: Range<usize>, verb: Range<usize>, tags: &mut Tags) -> bool {
        let sentence = &sentence;
        let first = self.with_auxiliaries(sentence, verb.start);
        let according = self.tokens.form(verb.start) == "according";
        let joined = first > sentence.start && matches!(self.tokens.form(first - 1), "and" | "but");
        let after = self.noun_phrase_after(sentence, verb.end);
        let source = if according {
            after.clone()
        } else {
            self.noun_phrase_before(sentence, first)
                .or(after.filter(|_| !joined))
        };
        if source.is_none() && !joined {
            return false;
        }
        let content = if according {
            if verb.start == sentence.start {
                source.as_ref().map_or(verb.end, |source| source.end) + 1..sentence.end
            } else {
                sentence.start..verb.start
            }
        } else {
            let start = verb.end.max(source.as_ref().map_or(0, |source| source.end));
            start..sentence.end
        };
        tags.cue.push(scored(self.span(first..verb.end)));
        tags.source.extend(source.map(|source| scored(self.span(source))));
        let content = self.trim_signs(content);
        if content.len() >= 2 && !self.starts_quoted(&content) {
            tags.content.push(scored(self.span(content)));
        }
        true
    }

    fn span(&self, range: Range<usize>) -> Span {
        let first = self.tokens.list[range.start].span;
        first.cover(self.tokens.list[range.end.max(range.start + 1) - 1].span)
    }

    fn can_cue(&self, at: usize) -> bool {
        let class = self.tokens.list[at].class;
        is_verb(class) && class != WordClass::VerbGerund || self.tokens.form(at) == "according"
    }

    fn is_quoted(&self, at: usize) -> bool {
        let span = self.tokens.list[at].span;
        self.tokens.quoted.iter().any(|quoted| quoted.span.contains(span))
    }

    fn starts_quoted(&self, range: &Range<usize>) -> bool {
        let start = self.tokens.list[range.start].span.start();
        self.tokens
            .quoted
            .iter()
            .any(|quoted| quoted.span.start() == start)
    }

    /// Where the auxiliaries and adverbs before the verb start: `has also` urged.
    fn with_auxiliaries(&self, sentence: &Range<usize>, verb: usize) -> usize {
        let extends = |&at: &usize| {
            matches!(
                self.tokens.list[at].class,
                WordClass::Auxiliary | WordClass::Modal | WordClass::Adverb | WordClass::Negation
            )
        };
        (sentence.start..verb)
            .rev()
            .take_while(extends)
            .last()
            .unwrap_or(verb)
    }

    fn noun_phrase_before(&self, sentence: &Range<usize>, end: usize) -> Option<Range<usize>> {
        let start = (sentence.start..end)
            .rev()
            .take_while(|&at| self.is_nominal(at))
            .last()?;
        // `In his speech, Lund said` stops at the comma; `and said` has its subject further left
        Some(start..end)
    }

    fn noun_phrase_after(&self, sentence: &Range<usize>, start: usize) -> Option<Range<usize>> {
        let end = (start..sentence.end)
            .take_while(|&at| self.is_nominal(at))
            .last()?
            + 1;
        Some(start..end)
    }

    fn is_nominal(&self, at: usize) -> bool {
        let token = self.tokens.list[at];
        token.kind == TokenKind::Word
            && !matches!(
                token.class,
                WordClass::Subordinator | WordClass::Coordinator | WordClass::Modal | WordClass::Auxiliary
            )
            && !is_verb(token.class)
    }

    fn trim_signs(&self, range: Range<usize>) -> Range<usize> {
        let is_sign = |&at: &usize| {
            let token = self.tokens.list[at];
            token.kind == TokenKind::Sign && !matches!(token.span.text(self.text), "$" | "(" | ")")
        };
        let lead = range.clone().take_while(is_sign).count();
        let tail = range.clone().rev().take_while(is_sign).count();
        let start = (range.start + lead).min(range.end);
        start..range.end.saturating_sub(tail).max(start)
    }
}

fn is_verb(class: WordClass) -> bool {
    matches!(
        class,
        WordClass::VerbBase | WordClass::VerbPresent | WordClass::VerbPast | WordClass::VerbGerund
    )
}
