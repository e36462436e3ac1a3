//! What a terminal shows of small articles.

use super::*;
use expect_test::{Expect, expect};
use lectern_core::article::{
    Addressee, Block, ClutterReason, Form, Language, Mention, MentionForm, MentionId, Note, NoteKind, Source,
    Speaker, SpeakerKind,
};

const TEXT: &str = "Menu | Home
Mayor Ada Lund urged all towns to adopt three measures: plant trees, mend roofs and open the wells.
“Water\u{1b}[31m belongs
to everyone,” she said. “It
must stay so,” one of them added.";

fn span(words: &str) -> Span {
    let at = TEXT.find(words).unwrap();
    Span::of(at..at + words.len())
}

fn quotation(content: &[&str], cue: &str, mention: Option<u32>, sure: bool) -> Quotation {
    Quotation {
        form: Form::Direct,
        content: content.iter().map(|words| span(words)).collect(),
        cue: Some(span(cue)).filter(|cue| !cue.is_empty()),
        source: Vec::new(),
        mention: mention.map(MentionId),
        parent: None,
        verb_class: None,
        sure,
    }
}

fn mention(referent: Referent) -> Mention {
    Mention {
        span: span("she"),
        form: MentionForm::Pronoun,
        referent,
        because: Vec::new(),
    }
}

fn person(name: &str, role: Option<&str>) -> Speaker {
    Speaker {
        name: name.to_owned(),
        role: role.map(str::to_owned),
        kind: SpeakerKind::Person,
    }
}

fn article() -> Article {
    let detail = |value: &str| Detail {
        text: value.to_owned(),
        value: value.to_owned(),
        span: None,
    };
    let mut article = Article {
        source: Source {
            text: TEXT.to_owned(),
            edits: Vec::new(),
        },
        blocks: vec![Block {
            kind: BlockKind::Clutter(ClutterReason::Navigation),
            span: span("Menu | Home"),
            content: span("Menu | Home"),
            level: None,
            list: None,
            language: Language::English,
        }],
        speakers: vec![person("Ada Lund", Some("Mayor")), person("Bo Berg", None)],
        mentions: vec![
            mention(Referent::Resolved(SpeakerId(0))),
            mention(Referent::Ambiguous(vec![SpeakerId(1), SpeakerId(0)])),
        ],
        quotations: vec![
            quotation(
                &["“Water\u{1b}[31m belongs\nto everyone,”"],
                "said",
                Some(0),
                true,
            ),
            quotation(&["“It\nmust stay so,”"], "added", Some(1), false),
            quotation(&["plant trees", "mend roofs"], "", None, true),
        ],
        proposals: vec![Proposal {
            kind: ProposalKind::Call,
            span: span("plant trees, mend roofs and open the wells"),
            items: ["plant trees", "mend roofs", "open the wells"].map(span).to_vec(),
            stated_count: Some(3),
            proposer: Referent::Named(SpeakerId(0)),
            addressee: Some(Addressee {
                span: span("all towns"),
                speaker: None,
            }),
            trigger: Some(span("urged")),
            quotation: None,
            same_as: None,
            sure: true,
        }],
        notes: vec![Note {
            kind: NoteKind::UnclosedMark,
            span: span("“It\nmust stay so"),
        }],
        ..Article::default()
    };
    article.details.title = Some(detail("Trees for all towns"));
    article.details.authors = vec![detail("Eli Falk")];
    article.details.published = Some(detail("2031-05-04"));
    article
}

fn shown(width: usize, expected: Expect) {
    let plain = anstream::adapter::strip_str(&show("trees.txt", &article(), width)).to_string();
    assert!(
        plain
            .lines()
            .all(|line| textwrap::core::display_width(line) <= width)
    );
    expected.assert_eq(&plain);
}

#[test]
fn a_reading_for_people() {
    shown(
        80,
        expect![[r#"
        Trees for all towns
        Eli Falk · 2031-05-04 · trees.txt

        Ada Lund, Mayor
          said: “Water [31m belongs to everyone,”
          Call, to all towns, 3 stated, 3 found:
            1. plant trees
            2. mend roofs
            3. open the wells

        Bo Berg or Ada Lund, it is not clear who
          added: “It must stay so,” (?)

        Not named
          plant trees … mend roofs

        Not read: 1 block of site text.
        This quotation mark is never closed. “It must stay so

    "#]],
    );
}

#[test]
fn a_narrow_terminal() {
    shown(
        30,
        expect![[r#"
        Trees for all towns
        Eli Falk · 2031-05-04 ·
          trees.txt

        Ada Lund, Mayor
          said: “Water [31m belongs to
            everyone,”
          Call, to all towns, 3
            stated, 3 found:
            1. plant trees
            2. mend roofs
            3. open the wells

        Bo Berg or Ada Lund, it is not
          clear who
          added: “It must stay so,”
            (?)

        Not named
          plant trees … mend roofs

        Not read: 1 block of site
          text.
        This quotation mark is never
          closed. “It must stay so

    "#]],
    );
}

#[test]
fn nothing_in_the_article_commands_the_terminal() {
    let styled = show("trees.txt", &article(), 80);
    assert!(styled.contains("Water [31m belongs to everyone"));
}

#[test]
fn an_empty_article_says_so() {
    let article = lectern_core::read(&"".into(), &Default::default());
    let plain = anstream::adapter::strip_str(&show("-", &article, 80)).to_string();
    assert!(plain.contains(NoteKind::Empty.text()), "{plain}");
}
