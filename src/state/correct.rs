//! Corrections in the words of a reading: what is put right about its marks, and how that is put back.

use lectern_core::article::{Anchor, Form, ProposalId, ProposalKind, Span, SpeakerId};
use lectern_core::corrections::{Correction, Corrections, Mark as Subject, Whom};

use super::reading::{Mark, Reading, tidy};
use super::view::Kind;

/// What corrections call a mark.
pub fn subject(reading: &Reading, mark: Mark) -> Subject {
    let whole = whole(reading, mark);
    match mark {
        Mark::Quotation(_) => Subject::Quotation(whole),
        Mark::Proposal(_) => Subject::Proposal(whole),
    }
}

/// A mark from its first byte to its last.
fn whole(reading: &Reading, mark: Mark) -> Anchor {
    let spans = reading.spans(mark).iter().copied();
    reading.anchor(spans.reduce(Span::cover).unwrap_or_default())
}

/// What corrections call a speaker.
pub fn called(reading: &Reading, id: SpeakerId) -> Whom {
    Whom::Called(reading.name(id).to_owned())
}

/// A mark of another kind; none where that is a kind of something else.
pub fn set_kind(reading: &Reading, mark: Mark, kind: Kind) -> Option<Correction> {
    let whole = whole(reading, mark);
    match (mark, kind) {
        (Mark::Quotation(_), Kind::Quotation(form)) => Some(Correction::SetForm {
            quotation: whole,
            form,
        }),
        (Mark::Proposal(_), Kind::Proposal(kind)) => Some(Correction::SetKind {
            proposal: whole,
            kind,
        }),
        _ => None,
    }
}

/// Something that was missed, of nobody yet: a quotation, its form told from how it begins, or a proposal.
pub fn add(reading: &Reading, spans: &[Span], wanted: bool) -> Option<Correction> {
    let first = *spans.first()?;
    let speaker = Whom::Nobody;
    Some(if wanted {
        Correction::AddProposal {
            span: reading.anchor(first),
            kind: ProposalKind::Call,
            speaker,
        }
    } else {
        let is_direct = reading.text(first).starts_with(['"', '“', '‘', '«', '「', '\'']);
        Correction::AddQuotation {
            content: spans.iter().map(|&span| reading.anchor(span)).collect(),
            form: if is_direct { Form::Direct } else { Form::Indirect },
            speaker,
        }
    })
}

/// A proposal with other words for whom it is addressed to.
pub fn set_addressee(reading: &Reading, proposal: ProposalId, span: Option<Span>) -> Correction {
    Correction::SetAddressee {
        proposal: whole(reading, Mark::Proposal(proposal)),
        addressee: span.map(|span| reading.anchor(span)),
    }
}

/// A mark whose first or last edge lies elsewhere; none where nothing would be left of it.
pub fn set_edge(reading: &Reading, mark: Mark, is_start: bool, at: u32) -> Option<Correction> {
    let mut spans = reading.spans(mark).to_vec();
    let edge = if is_start {
        spans.first_mut()
    } else {
        spans.last_mut()
    }?;
    let old = *edge;
    let moved = |span: Span| {
        if is_start {
            Span::new(at.min(span.end()), span.end())
        } else {
            Span::new(span.start(), at.max(span.start()))
        }
    };
    *edge = moved(old);
    if edge.is_empty() || *edge == old {
        return None;
    }
    let span = *edge;
    Some(match mark {
        Mark::Quotation(_) => Correction::SetContent {
            quotation: whole(reading, mark),
            content: spans.into_iter().map(|span| reading.anchor(span)).collect(),
        },
        Mark::Proposal(id) => {
            // An item that shared the edge goes along, others keep theirs.
            let shares = |item: Span| {
                if is_start {
                    item.start() == old.start()
                } else {
                    item.end() == old.end()
                }
            };
            let items = reading.proposal(id)?.items.iter().map(|&item| {
                if shares(item) || !span.contains(item) {
                    moved(item)
                } else {
                    item
                }
            });
            let items = items.filter(|item| !item.is_empty() && span.contains(*item));
            set_span(reading, id, span, items.collect())
        }
    })
}

/// A proposal with other edges and items.
pub fn set_span(reading: &Reading, id: ProposalId, span: Span, mut items: Vec<Span>) -> Correction {
    if items.len() < 2 {
        items.clear();
    }
    Correction::SetSpan {
        proposal: whole(reading, Mark::Proposal(id)),
        span: reading.anchor(span),
        items: items.into_iter().map(|item| reading.anchor(item)).collect(),
    }
}

/// The next edge of words from a place in `within`, before it or after it.
pub fn next_edge(text: &str, within: Span, at: u32, is_start: bool, later: bool) -> Option<u32> {
    let is_edge = |place: &u32| is_edge(text, *place as usize, is_start);
    if later {
        (within.start().max(at + 1)..=within.end()).find(is_edge)
    } else {
        (within.start()..at.min(within.end() + 1)).rfind(is_edge)
    }
}

/// The edge of words in `within` that is nearest to a place.
pub fn nearest_edge(text: &str, within: Span, at: u32, is_start: bool) -> Option<u32> {
    let before = next_edge(text, within, at + 1, is_start, false);
    let after = next_edge(text, within, at, is_start, true);
    let edges = [before, after].into_iter().flatten();
    edges.min_by_key(|edge| edge.abs_diff(at))
}

/// Words selected in `within`, to whole words; none where there are none.
pub fn snapped(text: &str, within: Span, selected: Span) -> Option<Span> {
    let span = Span::new(
        selected.start().clamp(within.start(), within.end()),
        selected.end().clamp(within.start(), within.end()),
    );
    let words = span.text(text);
    let start = span.start() + (words.len() - words.trim_start().len()) as u32;
    let end = span.start() + words.trim_end().len() as u32;
    if start >= end {
        return None;
    }
    let start = next_edge(text, within, start + 1, true, false)?;
    let end = next_edge(text, within, end - 1, false, true)?;
    Some(Span::new(start, end))
}

/// Whether a stretch of whole words can begin or end here: beside a space, or between a word and signs beside it.
fn is_edge(text: &str, at: usize, is_start: bool) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else {
        return false;
    };
    let (mut before, mut after) = (before.chars().rev(), after.chars());
    let (inside, outside, beyond) = if is_start {
        (after.next(), before.next(), before.next())
    } else {
        (before.next(), after.next(), after.next())
    };
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    !is_space(inside) && (is_space(outside) || is_word(inside) && !is_word(outside) && !is_word(beyond))
}

/// What is left of corrections without those about this mark.
pub fn put_back(reading: &Reading, corrections: &Corrections, mark: Mark) -> Corrections {
    let text = &reading.article.source.text;
    let mut subject = subject(reading, mark);
    let mut kept: Vec<Correction> = Vec::new();
    // From the youngest on: each change of edges tells where the mark was before it.
    for correction in corrections.iter().collect::<Vec<_>>().into_iter().rev() {
        let is_made_here = |anchors: &[Anchor], quoted: bool| {
            let spans = anchors.iter().filter_map(|anchor| anchor.find(text));
            let same = spans.reduce(Span::cover) == place(&subject).find(text);
            same && quoted == matches!(subject, Subject::Quotation(_))
        };
        let before = match correction {
            Correction::SetContent { quotation, content } if is_made_here(content, true) => {
                Subject::Quotation(quotation.clone())
            }
            Correction::SetSpan { proposal, span, .. } if is_made_here(std::slice::from_ref(span), false) => {
                Subject::Proposal(proposal.clone())
            }
            other => {
                let is_same = |other: &Subject| {
                    let same = std::mem::discriminant(other) == std::mem::discriminant(&subject);
                    same && place(other).find(text) == place(&subject).find(text)
                };
                if !about(other).is_some_and(|other| is_same(&other)) {
                    kept.push(other.clone());
                }
                continue;
            }
        };
        subject = before;
    }
    kept.into_iter().rev().collect()
}

/// What is left of corrections without the one at this place.
pub fn without(corrections: &Corrections, place: usize) -> Corrections {
    let all = corrections.iter().enumerate();
    all.filter(|(at, _)| *at != place)
        .map(|(_, correction)| correction.clone())
        .collect()
}

/// The mark that a correction is about, unless it adds one or is about somebody.
fn about(correction: &Correction) -> Option<Subject> {
    Some(match correction {
        Correction::Remove(mark) | Correction::Accept(mark) | Correction::SetSpeaker { mark, .. } => {
            mark.clone()
        }
        Correction::SetForm { quotation, .. } | Correction::SetContent { quotation, .. } => {
            Subject::Quotation(quotation.clone())
        }
        Correction::SetKind { proposal, .. }
        | Correction::SetSpan { proposal, .. }
        | Correction::SetAddressee { proposal, .. } => Subject::Proposal(proposal.clone()),
        _ => return None,
    })
}

fn place(subject: &Subject) -> &Anchor {
    match subject {
        Subject::Quotation(anchor) | Subject::Proposal(anchor) => anchor,
    }
}

/// The words that a correction is about, or the name.
pub fn words(correction: &Correction) -> String {
    let whom = |whom: &Whom| match whom {
        Whom::Mentioned(anchor) => anchor.text.clone(),
        Whom::Called(name) => name.clone(),
        Whom::Nobody => String::new(),
    };
    match correction {
        Correction::AddQuotation { content, .. } => content
            .first()
            .map_or_else(String::new, |first| tidy(&first.text)),
        Correction::AddProposal { span: anchor, .. } | Correction::SetMention { mention: anchor, .. } => {
            tidy(&anchor.text)
        }
        Correction::Rename { speaker, .. }
        | Correction::SetRole { speaker, .. }
        | Correction::SetSpeakerKind { speaker, .. }
        | Correction::Merge { speaker, .. } => whom(speaker),
        other => about(other).map_or_else(String::new, |subject| tidy(&place(&subject).text)),
    }
}

#[cfg(test)]
mod tests {
    use lectern_core::Overrides;

    use super::*;

    const TEXT: &str = "Ada Lund said it's \"too late,\" and that the ferry would stop at midnight.";

    fn span(words: &str) -> Span {
        let at = TEXT.find(words).unwrap();
        Span::of(at..at + words.len())
    }

    fn all() -> Span {
        span(TEXT)
    }

    fn reading() -> Reading {
        Reading::new(lectern_core::read(&TEXT.into(), &Overrides::default()))
    }

    #[test]
    fn a_selection_takes_whole_words_and_no_space_around_them() {
        for (selected, taken) in [
            ("rry wou", "ferry would"),
            (" ferry ", "ferry"),
            ("t's", "it's"),
            ("oo late", "too late"),
            ("midnight.", "midnight."),
            ("late,\" a", "late,\" and"),
        ] {
            let snapped = snapped(TEXT, all(), span(selected));
            assert_eq!(snapped.map(|span| span.text(TEXT)), Some(taken), "{selected}");
        }
        assert_eq!(snapped(TEXT, all(), Span::new(3, 4)), None, "a space alone");
    }

    #[test]
    fn edges_go_by_word_with_signs_or_without_them() {
        let mut at = span("stop").end();
        let mut ends = Vec::new();
        while let Some(next) = next_edge(TEXT, all(), at, false, true) {
            ends.push(Span::new(span("stop").end(), next).text(TEXT));
            at = next;
        }
        assert_eq!(ends, [" at", " at midnight", " at midnight."]);
        let start = span("late").start();
        let before = next_edge(TEXT, all(), start, true, false).unwrap();
        assert_eq!(before, span("too").start());
        assert_eq!(
            next_edge(TEXT, all(), before, true, false),
            Some(span("\"too").start())
        );
        assert_eq!(nearest_edge(TEXT, all(), start + 1, true), Some(start));
    }

    #[test]
    fn an_edge_is_moved_moved_on_and_put_back() {
        let reading = reading();
        let mark = reading.marks[0];
        let old = reading.spans(mark).to_vec();
        let last = old[old.len() - 1];
        let mut corrections = Corrections::default();
        let mut now = reading.clone();
        for _ in 0..2 {
            let at = now.spans(mark).last().unwrap().end();
            let next = next_edge(TEXT, all(), at, false, false).unwrap();
            corrections.push(set_edge(&now, mark, false, next).unwrap());
            now = reading.corrected(&corrections);
        }
        assert!(now.missing().is_empty() && now.spans(mark).last().unwrap().end() < last.end());
        corrections.push(Correction::SetSpeaker {
            mark: subject(&now, mark),
            speaker: Whom::Nobody,
        });
        now = reading.corrected(&corrections);
        let back = put_back(&now, &corrections, mark);
        assert!(back.is_empty(), "{back:?}");
        assert_eq!(
            set_edge(&now, mark, true, last.end() + 9),
            None,
            "nothing would be left"
        );
    }

    #[test]
    fn what_is_added_is_told_from_how_it_begins_and_kept_apart_from_other_marks() {
        let reading = reading();
        let forms = ["\"too late,\"", "the ferry would stop"].map(|words| {
            match add(&reading, &[span(words)], false) {
                Some(Correction::AddQuotation { form, .. }) => Some(form),
                _ => None,
            }
        });
        assert_eq!(forms, [Some(Form::Direct), Some(Form::Indirect)]);
        let corrections: Corrections = add(&reading, &[span("stop at midnight")], true)
            .into_iter()
            .collect();
        let now = reading.corrected(&corrections);
        assert_eq!(now.article.proposals.len(), reading.article.proposals.len() + 1);
        assert_eq!(put_back(&now, &corrections, now.marks[0]).len(), 1);
        assert!(without(&corrections, 0).is_empty());
        assert_eq!(words(corrections.iter().next().unwrap()), "stop at midnight");
    }
}
