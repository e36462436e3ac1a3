//! Labels before a colon that are no speaker: `MUMBAI:`, the subject of a headline (`Fiji: reefs are dying, warns the trust`),
//! a colon in brackets.

use crate::article::{Quotation, Span};
use crate::attribution::features::Chunk;
use crate::attribution::layout_cues::paragraph::Paragraph;
use crate::lexicon;

/// Whether the colon at `colon` ends the dateline or stands in brackets: `Lund Freight (stock code: LUN) reported`.
pub(in crate::attribution) fn is_no_label(paragraph: &Paragraph, colon: usize) -> bool {
    let brackets = (0..colon).filter(|&at| paragraph.chunk(at) == Chunk::Bracket);
    let opened = brackets.filter(|&at| paragraph.form(at) == "(").count();
    let closed = (0..colon).filter(|&at| paragraph.form(at) == ")").count();
    opened > closed || ends_dateline(paragraph, paragraph.span(colon..colon + 1))
}

/// Whether `cue` is the colon behind the dateline.
pub(in crate::attribution) fn ends_dateline(paragraph: &Paragraph, cue: Span) -> bool {
    let dateline = &paragraph.prepared.details.dateline;
    let span = dateline.as_ref().and_then(|dateline| dateline.span);
    span.is_some_and(|span| span.end() == cue.start())
}

/// Whether the label of `signed` only says what a headline is about, as somebody else in it says the rest: `Reefs: a third
/// is dead, warns the trust`, `Fiji: divers call for a ban`. The label is then taken out of what is said.
pub(in crate::attribution) fn is_topic(
    paragraph: &Paragraph,
    signed: &Quotation,
    own: &mut [Quotation],
) -> bool {
    let text = paragraph.prepared.source.text.as_str();
    let (Some(label), Some(content)) = (signed.source.first(), signed.content.first()) else {
        return false;
    };
    let open = !paragraph
        .units()
        .iter()
        .any(|unit| unit.features.chunk == Chunk::Stop);
    let by_colon = signed.cue.is_some_and(|cue| cue.text(text) == ":");
    if !by_colon || !open && paragraph.is_text() {
        return false;
    }
    let is_place = lexicon::place(&crate::text::case::lower(label.text(text))).is_some();
    let tells = |quotation: &Quotation| {
        let (Some(source), Some(cue), Some(said)) =
            (quotation.source.first(), quotation.cue, quotation.content.first())
        else {
            return false;
        };
        let spoken = paragraph.sequence.run(paragraph.prepared, *source);
        let by_name = spoken.is_some_and(|run| paragraph.chunk(run.start) == Chunk::Nominal);
        let behind = said.end() <= cue.start() && said.start() <= content.start();
        let opens = is_place && source.start() == content.start();
        let reaches_in = said.end() > content.start();
        content.contains(*source) && content.contains(cue) && by_name && reaches_in && (behind || opens)
    };
    let Some(teller) = own.iter_mut().find(|quotation| tells(quotation)) else {
        return false;
    };
    if let Some(said) = teller.content.first_mut() {
        *said = Span::new(said.start().max(content.start()), said.end());
    }
    true
}
