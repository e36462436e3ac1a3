//! Quotations that the layout of the text tells, where no cue does: quotations that fill a paragraph, go on over
//! paragraphs, follow a colon, or are signed. The training corpus holds next to none of these.

use crate::article::{Quotation, Span};
use crate::attribution::cover::{Told, is_covered, touches};
use crate::attribution::features::Chunk;
use crate::attribution::layout_cues::block_quote;
use crate::attribution::layout_cues::labels::is_topic;
use crate::attribution::layout_cues::paragraph::{Paragraph, quotation};
use crate::attribution::layout_cues::signature::{is_run_in_heading, is_voiceless, presented, signed};
use crate::attribution::layout_cues::turns::Turn;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::text::order;
use crate::tokens::TokenKind;
use std::collections::VecDeque;
use std::ops::Range;

/// A quotation that stands alone is said by whoever spoke at most so many paragraphs before.
const PARAGRAPHS_BACK: usize = 2;
/// What a cue governs before a colon is said anew after it when it has at most so many words: `explained the method:`
const LONGEST_TOPIC: usize = 6;

/// `And also from`: so many words from the start `from` hands over to somebody.
const FROM_REACH: usize = 3;

/// Quotations looked at before a place: keeps time linear.
const NEAR: usize = 8;

/// Adds what the layout tells to what cues told, one paragraph after the other.
#[derive(Default)]
pub(in crate::attribution) struct Uncued {
    /// What cues told, in text order, as far as its paragraphs are still to come.
    pub(in crate::attribution) told: VecDeque<Quotation>,
    /// What stands.
    pub(in crate::attribution) quotations: Vec<Quotation>,
    /// What turned out to be said inside another one.
    pub(in crate::attribution) nested: Vec<Quotation>,
    /// Who spoke last, and in which paragraph.
    last: Option<(usize, Vec<Span>)>,
    /// How many paragraphs there were.
    paragraphs: usize,
    /// Where the quotations of the paragraph before begin: those before them are done.
    from_before: usize,
    /// What each paragraph is in a conversation.
    turns: Vec<Option<Turn>>,
    /// The paragraph that opened the turn at hand, and where its quotations begin.
    turn: Option<(Span, usize)>,
}

impl Uncued {
    pub(in crate::attribution) fn new(turns: Vec<Option<Turn>>) -> Self {
        Uncued {
            turns,
            ..Uncued::default()
        }
    }

    /// Takes the next paragraph.
    pub(in crate::attribution) fn add(&mut self, here: &Paragraph) {
        let Uncued {
            told,
            quotations,
            nested,
            last,
            ..
        } = self;
        let from = quotations.len();
        let end = here.whole().end();
        let mut own = Vec::new();
        while let Some(quotation) = told.pop_front_if(|quotation| start(quotation) < end) {
            own.push(quotation);
        }
        if here.is_text() {
            own.retain(|quotation| !is_run_in_heading(here, quotation));
        }
        if let Some(turn) = self.turns.get_mut(self.paragraphs).and_then(Option::take) {
            nested.extend(block_quote::take_inner(here, &mut own));
            match (turn, self.turn) {
                (Turn::Opens(label, content), _) => {
                    own.push(spoken(here, label, content));
                    self.turn = Some((here.whole(), from));
                }
                (Turn::GoesOn, Some((opened, at))) => say_on(here, opened, &mut quotations[at..]),
                (Turn::GoesOn, None) => {}
            }
        } else {
            sign(here, &mut own, quotations);
            own.retain(|quotation| !is_voiceless(here, quotation));
            order::by_key(&mut own, start);
            if let Some(before) = here.before {
                go_on(here, before, quotations, &own);
            }
            if !block_quote(here, &mut own, &mut quotations[self.from_before..], nested) {
                lead_in(here, &mut own, &mut quotations[self.from_before..]);
            }
            stand_alone(
                here,
                &mut own,
                quotations,
                last.as_ref()
                    .filter(|(paragraph, _)| self.paragraphs - paragraph <= PARAGRAPHS_BACK),
            );
            order::by_key(&mut own, start);
            if let Some(speaker) = own.iter().rev().find(|quotation| !quotation.source.is_empty()) {
                *last = Some((self.paragraphs, speaker.source.clone()));
            }
        }
        self.from_before = from;
        self.paragraphs += 1;
        quotations.append(&mut own);
    }
}

/// Where a paragraph ends in a quotation that the next one takes up again, the first one of the two goes on.
fn go_on(here: &Paragraph, before: &Sequence, earlier: &mut [Quotation], own: &[Quotation]) {
    let (Some(last), Some(first)) = (before.units.last(), here.units().first()) else {
        return;
    };
    let opening = here.prepared.tokens.list[last.first as usize].span.start();
    let quoted = &here.prepared.tokens.quoted;
    let at = quoted.partition_point(|quoted| quoted.span.start() < opening);
    let continues = quoted
        .get(at)
        .is_some_and(|quoted| quoted.span.start() == opening && quoted.continues);
    let span = here.span(0..1);
    if !continues || !first.is_folded() || is_covered(own, span) {
        return;
    }
    let stretch = before.span(here.prepared, before.units.len() - 1..before.units.len());
    let holder = earlier
        .iter_mut()
        .rev()
        .take(NEAR)
        .find(|quotation| touches(quotation, stretch));
    if let Some(holder) = holder {
        holder.content.push(span);
    }
}

/// What a turn of a conversation says behind its label.
fn spoken(here: &Paragraph, label: Range<usize>, content: usize) -> Quotation {
    // without the sign
    let signed = here.chunk(label.end - 1) == Chunk::Colon;
    let name = label.start..label.end - usize::from(signed);
    let cue = signed.then(|| here.span(label.end - 1..label.end));
    quotation(vec![here.span(name)], cue, here.span(content..here.units().len()))
}

/// Lets the turn that the paragraph `opened` opens go on over the paragraph `here`.
fn say_on(here: &Paragraph, opened: Span, earlier: &mut [Quotation]) {
    let turn = earlier.iter_mut().rev().find(|quotation| {
        quotation
            .content
            .first()
            .is_some_and(|first| opened.contains(*first))
    });
    if let Some(turn) = turn {
        turn.content.push(here.whole());
    }
}

fn start(quotation: &Quotation) -> u32 {
    let cue = quotation.cue.map_or(u32::MAX, |cue| cue.start());
    quotation
        .content
        .first()
        .map_or(cue, |part| part.start().min(cue))
}

/// Words under a signature.
fn sign(here: &Paragraph, own: &mut Vec<Quotation>, before: &[Quotation]) {
    let Some(signed) = signed(here) else {
        return;
    };
    let signed_too = |quotation: &Quotation| touches(quotation, signed.content[0]);
    if before.last().is_some_and(signed_too) || is_topic(here, &signed, own) {
        return;
    }
    own.retain(|quotation| !signed_too(quotation) && quotation.cue != signed.cue);
    own.push(signed);
}

/// A paragraph without marks that the one before leads in, or that goes on such a one.
fn block_quote(
    here: &Paragraph,
    own: &mut Vec<Quotation>,
    before: &mut [Quotation],
    nested: &mut Vec<Quotation>,
) -> bool {
    let content = here.whole();
    let mut quoted = block_quote::go_on(here, before);
    if !quoted
        && let Some(lead) = here.lead()
        && block_quote::is_led_in(here)
        && !is_covered(before, content)
    {
        let led = led(&lead, lead.units().len() - 1, content, before);
        quoted = led.is_some() || is_covered(before, content);
        if quoted {
            nested.extend(block_quote::take_inner(here, own));
        }
        own.extend(led);
    } else if quoted {
        nested.extend(block_quote::take_inner(here, own));
    }
    quoted
}

/// A quotation after a colon that no cue governs is said by whom the sentence before the colon tells.
fn lead_in(here: &Paragraph, own: &mut Vec<Quotation>, before: &mut [Quotation]) {
    if here.units()[0].is_folded()
        && !is_covered(own, here.span(0..1))
        && !is_covered(before, here.span(0..1))
        && let Some(lead) = here.lead()
    {
        own.extend(led(&lead, lead.units().len() - 1, here.span(0..1), before));
    }
    let mut told: Vec<Span> = own
        .iter()
        .flat_map(|quotation| quotation.content.clone())
        .collect();
    order::by_key(&mut told, |&span| span);
    let mut told = told.into_iter().peekable();
    let mut covered = 0;
    let mut led_in = Vec::new();
    for colon in 1..here.units().len().saturating_sub(1) {
        if here.chunk(colon) != Chunk::Colon || !here.units()[colon + 1].is_quotation() {
            continue;
        }
        let content = here.span(colon + 1..colon + 2);
        while let Some(part) = told.next_if(|part| part.start() < content.end()) {
            covered = covered.max(part.end());
        }
        if covered <= content.start() {
            let until = own.partition_point(|quotation| start(quotation) < content.start());
            led_in.extend(led(here, colon, content, &mut own[..until]));
        }
    }
    own.extend(led_in);
}

/// The quotation that `content` makes with the words before the unit at `colon`; it takes the place of the topic that
/// a cue of `told` has there.
fn led(lead: &Paragraph, colon: usize, content: Span, told: &mut [Quotation]) -> Option<Quotation> {
    if lead.chunk(colon) != Chunk::Colon {
        return None;
    }
    let run = lead.sentence_start(colon)..colon;
    let sentence = lead.span(run.start..colon + 1);
    let governs = |quotation: &&mut Quotation| {
        quotation.parent.is_none()
            && !quotation.source.is_empty()
            && quotation.cue.is_some_and(|cue| sentence.contains(cue))
    };
    if let Some(teller) = told.iter_mut().rev().take(NEAR).find(governs) {
        let topic = teller.content.len() == 1
            && lead.prepared.tokens.within(teller.content[0]).len() <= LONGEST_TOPIC
            && sentence.contains(teller.content[0]);
        if topic {
            teller.content = vec![content];
            return None;
        }
        return Some(quotation(teller.source.clone(), None, content));
    }
    let presented = presented(lead, run.clone());
    let handed = run.clone().take(FROM_REACH).any(|at| lead.form(at) == "from");
    let found = subject(lead, run).filter(|_| !handed || presented.is_none());
    let Some((source, cue)) = found else {
        return presented.map(|name| quotation(vec![lead.span(name)], None, content));
    };
    Some(quotation(
        vec![lead.span(source)],
        cue.map(|cue| lead.span(cue)),
        content,
    ))
}

/// Whether the word at `at`, taken for a noun, can be a verb as well: `The board at the gate reads:`
fn may_be_verb(lead: &Paragraph, at: usize) -> bool {
    let word = lead.units()[at].first as usize;
    lead.prepared.tokens.verb(word).is_some()
}

/// The subject of a sentence and its verb: what stands before the first verb, without a phrase that leads in.
fn subject(lead: &Paragraph, run: Range<usize>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let verb = |at: &usize| matches!(lead.chunk(*at), Chunk::CueVerb | Chunk::Verb);
    let opens = |chunk: Chunk| matches!(chunk, Chunk::Preposition | Chunk::Subordinator | Chunk::Other);
    let mut from = run.start;
    if opens(lead.chunk(from)) || verb(&from) {
        from = run.clone().find(|&at| lead.chunk(at) == Chunk::Comma)? + 1;
    }
    // a participle with a comma before it goes with the subject: `The letter, signed by all, reads:`
    let beside = |at: &usize| *at > from && lead.chunk(*at - 1) == Chunk::Comma;
    let at = (from..run.end)
        .find(|at| verb(at) && !beside(at))
        .or_else(|| (from..run.end).rfind(verb))
        .or_else(|| {
            (from + 1..run.end)
                .next_back()
                .filter(|&at| may_be_verb(lead, at))
        })?;
    let end = (from..at)
        .rev()
        .find(|&at| !matches!(lead.chunk(at), Chunk::Auxiliary | Chunk::Other | Chunk::Comma))?
        + 1;
    let named = (from..end).any(|at| matches!(lead.chunk(at), Chunk::Nominal | Chunk::Pronoun));
    let cue = (end..at)
        .rev()
        .take_while(|&at| lead.chunk(at) != Chunk::Comma)
        .last()
        .unwrap_or(at);
    named.then_some((from..end, Some(cue..at + 1)))
}

/// Sentences that are nothing but quotation and that no cue governs: they go on what was said beside them,
/// or belong to whoever spoke last.
fn stand_alone(
    here: &Paragraph,
    own: &mut Vec<Quotation>,
    before: &[Quotation],
    last: Option<&(usize, Vec<Span>)>,
) {
    // asked once: a paragraph of ten thousand sentences would be walked from its start at each
    let first_named =
        (0..here.units().len()).find(|&at| matches!(here.chunk(at), Chunk::Nominal | Chunk::Pronoun));
    let near = &before[before.len().saturating_sub(NEAR)..];
    let mut told = Told::by(own);
    let mut grown = vec![false; own.len()];
    let mut at = 0;
    while at < here.units().len() {
        let sentence = here.units()[at].sentence;
        let end = at
            + here.units()[at..]
                .iter()
                .take_while(|unit| unit.sentence == sentence)
                .count();
        let run = at..end;
        let run_start = at;
        at = end;
        let speech = here.units()[run.clone()].iter().any(Unit::is_quotation) || is_short_speech(here, &run);
        let alone = here.units()[run.clone()]
            .iter()
            .all(|unit| unit.is_folded() || unit.features.chunk == Chunk::Stop);
        let span = here.span(run);
        if !speech || !alone || told.covers(span) || is_covered(near, span) {
            continue;
        }
        if let Some(beside) = told.nearest(span) {
            own[beside].content.push(span);
            grown[beside] = true;
            told.add(span, beside);
        } else {
            // behind a sentence of the narrator: whom that is about is asked later
            let about_somebody = first_named.is_some_and(|named| named < run_start);
            let source = last
                .filter(|_| !about_somebody)
                .map(|(_, source)| source.clone())
                .unwrap_or_default();
            if !source.is_empty() {
                told.add(span, own.len());
            }
            own.push(Quotation {
                source,
                ..quotation(Vec::new(), None, span)
            });
            grown.push(false);
        }
    }
    for (quotation, _) in own.iter_mut().zip(grown).filter(|(_, grown)| *grown) {
        order::by_key(&mut quotation.content, |&span| span);
    }
}

/// Whether the units of `run` are one quoted stretch that is short and yet a sentence: `"Gone."`
fn is_short_speech(here: &Paragraph, run: &Range<usize>) -> bool {
    let first = &here.units()[run.start];
    let words = here.prepared.tokens.list[first.first as usize..first.end as usize]
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .count();
    let text = here
        .span(run.start..run.start + 1)
        .text(&here.prepared.source.text);
    let stops = text
        .trim_end_matches(['"', '”', '’', '\'', '»'])
        .ends_with(['.', '!', '?', '…']);
    first.is_folded() && first.begins_as_sentence() && words > 0 && stops
}
