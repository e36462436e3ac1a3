//! The stage on small articles.

use super::*;
use crate::article::Source;
use crate::layout::{Markup, lay_out};

fn blocks_of(text: &str) -> Vec<Block> {
    let source = Source {
        text: text.to_owned(),
        edits: Vec::new(),
    };
    let layout = lay_out(
        &source,
        &Markup::new(&Default::default(), &[]),
        &Default::default(),
    );
    layout.blocks
}

fn tokens_of(text: &str) -> (Tokens, Vec<Note>) {
    tokenize(text, &blocks_of(text))
}

#[test]
fn words() {
    for (text, expected) in [
        ("Mr. Lund's plan, he's sure.", "Mr.|Lund|'s|plan|,|he|'s|sure|."),
        (
            "The U.S. paid $1,000.50 at 8 a.m. sharp",
            "The|U.S.|paid|$|1,000.50|at|8|a.m.|sharp",
        ),
        (
            "multi-party talks -- and... don’t",
            "multi-party|talks|--|and|...|don’t",
        ),
        ("Ada J. Lund (AT&T)", "Ada|J.|Lund|(|AT&T|)"),
        ("制裁 now", "制|裁|now"),
    ] {
        let (tokens, _) = tokens_of(text);
        let found: Vec<_> = tokens.list.iter().map(|token| token.span.text(text)).collect();
        assert_eq!(found.join("|"), expected);
    }
}

#[test]
fn sentences() {
    for (text, expected) in [
        ("One. Two! Three?", 3),
        ("Mr. Lund spoke. He left at 8 p.m. The hall was empty.", 3),
        ("\"Is it so?\" he asked. \"It is.\" \"Good.\"", 3),
        ("Sen. Ada Lund, D-Ill., said so.", 1),
        ("He lives in the U.S. He likes it.", 2),
    ] {
        let (tokens, _) = tokens_of(text);
        let found: Vec<_> = tokens
            .sentences
            .iter()
            .map(|sentence| sentence.span.text(text))
            .collect();
        assert_eq!(found.len(), expected, "{found:?}");
    }
}

#[test]
fn marks() {
    for (text, expected) in [
        ("\"One,\" he said, \"two.\"", "\"One,\"|\"two.\""),
        (
            "“He told me ‘go’ and I went,” she said.",
            "“He told me ‘go’ and I went,”|‘go’",
        ),
        ("The boys' don't 'em", ""),
        ("'I don't know,' she said.", "'I don't know,'"),
        ("“Never closed\n\nnext", "“Never closed"),
    ] {
        let (tokens, _) = tokens_of(text);
        let found: Vec<_> = tokens
            .quoted
            .iter()
            .map(|quoted| quoted.span.text(text))
            .collect();
        assert_eq!(found.join("|"), expected, "{text}");
    }
}

#[test]
fn a_mark_that_never_closes_is_noted_unless_the_next_block_goes_on() {
    assert_eq!(tokens_of("“Never closed\n\nnext").1.len(), 1);
    assert_eq!(tokens_of("“First part\n\n“second part.”").1.len(), 0);
}

#[test]
fn a_text_without_end_is_read_so_far_with_a_note() {
    let text = "One two three four.\n\n\"Five six seven.";
    let blocks = blocks_of(text);
    for (most, rest) in [
        (3, Some("four.\n\n\"Five six seven.")),
        (5, Some("\"Five six seven.")),
        (7, Some("six seven.")),
        (100, None),
    ] {
        let (tokens, notes) = tokenize_up_to(most, text, &blocks);
        let cut = notes.iter().find(|note| note.kind == NoteKind::TooLong);
        assert_eq!(cut.map(|note| note.span.text(text).trim_start()), rest, "{most}");
        assert_eq!(tokens.list.len(), most.min(10), "{most}");
    }
}

/// One letter or two a class, so that a sentence's reading fits a line.
fn short(class: WordClass) -> &'static str {
    match class {
        WordClass::Determiner => "d",
        WordClass::Pronoun => "p",
        WordClass::Possessive => "ps",
        WordClass::Preposition => "in",
        WordClass::Coordinator => "cc",
        WordClass::Subordinator => "sb",
        WordClass::Modal => "md",
        WordClass::Auxiliary => "ax",
        WordClass::InfinitiveTo => "to",
        WordClass::VerbBase => "vb",
        WordClass::VerbPresent => "vz",
        WordClass::VerbPast => "vd",
        WordClass::VerbGerund => "vg",
        WordClass::Noun => "n",
        WordClass::Name => "N",
        WordClass::Adjective => "a",
        WordClass::Adverb => "r",
        WordClass::Negation => "ng",
        WordClass::Number => "#",
        WordClass::PossessiveClitic => "'s",
        WordClass::Sign => ".",
        WordClass::Other => "?",
    }
}

#[test]
fn classes() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        (
            "We should plant more trees and ban plastic bags.",
            "p md vb d n cc vb a n .",
        ),
        (
            "Mayor Ada Lund urged all ministries to publish their budgets.",
            "N N N vd d n to vb ps n .",
        ),
        (
            "She plans to visit the plant, he said.",
            "p vz to vb d n . p vd .",
        ),
        (
            "The plan calls for maintenance of peace and security.",
            "d n vz in n in n cc n .",
        ),
        ("Lund's plans would end the war.", "N 's n md vb d n ."),
        (
            "Critics oppose building the dam and vow to fight it.",
            "n vb vg d n cc vb to vb p .",
        ),
        (
            "Mayor Calls for a Community of Shared Gardens in Town",
            "n vz in d n in vd n in n",
        ),
        ("He's not sure that it will work.", "p ax ng n sb p md vb ."),
        ("The proposed measures were published.", "d a n ax vd ."),
        ("Residents want the council to act.", "n vb d n to vb ."),
    ] {
        let (tokens, _) = tokens_of(text);
        let found: Vec<_> = tokens.list.iter().map(|token| short(token.class)).collect();
        if found.join(" ") != expected {
            wrong.push(format!(
                "{text}\n  expected {expected}\n  found    {}",
                found.join(" ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
