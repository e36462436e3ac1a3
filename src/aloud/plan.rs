//! What is spoken in one breath, and in whose voice.

use lectern_core::article::{Form, Span, SpeakerId};
use lectern_core::text::order;

use crate::state::reading::is_shown;
use crate::state::{Mark, Reading};

/// A stretch of one sentence in one voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The words.
    pub(super) span: Span,
    /// The sentence that is lit meanwhile.
    pub(super) sentence: Span,
    /// Whose own words they are; none for the article's.
    pub(super) speaker: Option<SpeakerId>,
}

/// A block's pieces in order; none for a block that is not shown.
pub(super) fn pieces(reading: &Reading, block: usize) -> Vec<Piece> {
    let Some(block) = reading
        .article
        .blocks
        .get(block)
        .filter(|block| is_shown(block.kind))
    else {
        return Vec::new();
    };
    let all = &reading.article.sentences;
    let from = all.partition_point(|sentence| sentence.start() < block.content.start());
    let end = all.partition_point(|sentence| sentence.start() < block.content.end());
    let mut sentences = all[from..end.max(from)].to_vec();
    if sentences.is_empty() {
        sentences.push(block.content);
    }
    let quoted = quoted(reading, block.content);
    sentences
        .into_iter()
        .flat_map(|sentence| cut(reading, sentence, &quoted))
        .collect()
}

/// Direct quotations in a stretch, outer ones before those inside them.
fn quoted(reading: &Reading, within: Span) -> Vec<(Span, Option<SpeakerId>)> {
    let mut found = Vec::new();
    for &mark in &reading.marks {
        let Mark::Quotation(id) = mark else { continue };
        let speaker = reading.referent(mark).speaker();
        let direct = reading
            .quotation(id)
            .filter(|quotation| quotation.form == Form::Direct);
        for &span in direct.map_or(&[][..], |quotation| &quotation.content) {
            if span.start() < within.end() && within.start() < span.end() {
                found.push((span, speaker));
            }
        }
    }
    order::by_key(&mut found, |(span, _)| {
        (span.start(), std::cmp::Reverse(span.end()))
    });
    found
}

/// Cuts a sentence where a voice begins or ends.
fn cut(reading: &Reading, sentence: Span, quoted: &[(Span, Option<SpeakerId>)]) -> Vec<Piece> {
    let mut edges = vec![sentence.start(), sentence.end()];
    edges.extend(
        quoted
            .iter()
            .flat_map(|(span, _)| [span.start(), span.end()])
            .filter(|edge| (sentence.start()..sentence.end()).contains(edge)),
    );
    order::by_key(&mut edges, |&edge| edge);
    edges.dedup();
    let mut pieces: Vec<Piece> = Vec::new();
    for pair in edges.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        let speaker = quoted
            .iter()
            .rfind(|(quotation, _)| quotation.start() <= span.start() && span.end() <= quotation.end())
            .and_then(|(_, speaker)| *speaker);
        let words = reading.text(span).chars().any(char::is_alphanumeric);
        match pieces.last_mut() {
            Some(last) if !words || last.speaker == speaker => {
                last.span = Span::new(last.span.start(), span.end());
            }
            _ => pieces.push(Piece {
                span,
                sentence,
                speaker,
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use lectern_core::{Input, Overrides, read};

    use super::*;

    #[test]
    fn sentences_are_cut_where_another_voice_begins() {
        let text = "Town to plant trees\n\n\
            \"We start on Monday. Nobody is too late,\" said Ada Lund, the mayor. Mr. Holt disagreed.\n";
        let reading = Reading::new(read(&Input::from(text), &Overrides::default()));
        let mut said = String::new();
        for block in 0..reading.article.blocks.len() {
            for piece in pieces(&reading, block) {
                let who = piece.speaker.map_or("", |speaker| reading.name(speaker));
                said.push_str(&format!("{who}: {}\n", reading.text(piece.span)));
                assert!(
                    piece.sentence.start() <= piece.span.start() && piece.span.end() <= piece.sentence.end()
                );
            }
        }
        expect![[r#"
            : Town to plant trees
            Ada Lund: "We start on Monday.
            Ada Lund: Nobody is too late,"
            :  said Ada Lund, the mayor.
            : Mr. Holt disagreed.
        "#]]
        .assert_eq(&said);
    }
}
