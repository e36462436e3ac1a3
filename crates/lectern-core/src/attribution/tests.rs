//! The stage on small articles.

use crate::read;

/// `source | cue | content / content`, one quotation a line.
pub(super) fn drawn(text: &str) -> String {
    let article = read(&text.into(), &Default::default());
    let join = |spans: &[crate::Span]| {
        spans
            .iter()
            .map(|span| span.text(text))
            .collect::<Vec<_>>()
            .join(" / ")
    };
    let line = |quotation: &super::Quotation| {
        let cue = quotation.cue.map_or("-", |cue| cue.text(text));
        format!(
            "{} | {cue} | {}\n",
            join(&quotation.source),
            join(&quotation.content)
        )
    };
    article.quotations.iter().map(line).collect()
}

#[test]
fn what_is_worked_out_once_gives_the_same_quotations() {
    let text = "\"We should plant many trees,\" said Ada Lund, who \"hopes that they grow\". Per Holm told the council \
                that the mayor had said the mill would close.\n\n\"He said it twice, and I believe him,\" she added.\n";
    let prepared = crate::prepare(&text.into(), &Default::default());
    let apart = super::link(&prepared, &super::tag(&prepared), super::weights());
    assert!(apart.len() > 2);
    assert_eq!(super::quotations(&prepared), apart);
}

#[test]
fn simple_quotations() {
    for (text, expected) in [
        (
            "\"We should plant many trees,\" said Ada Lund.",
            "Ada Lund | said | \"We should plant many trees,\"\n",
        ),
        (
            "Ada Lund said that the plan was good.",
            "Ada Lund | said | that the plan was good\n",
        ),
        (
            "According to the report, the bridge is unsafe.",
            "the report | According to | the bridge is unsafe\n",
        ),
        (
            "The mayor has urged drivers to slow down.\n\n\"We all want to get home to our children.\"",
            "The mayor | has urged | drivers to slow down\nThe mayor | - | \"We all want to get home to our children.\"\n",
        ),
    ] {
        assert_eq!(drawn(text), expected);
    }
}

#[test]
fn a_dateline_is_nobody_s_words() {
    for text in [
        "Harbour opens\n\nMarrow Bay, May 2 - \"The harbour is open,\" said Ada Lund, the mayor.",
        "Harbour opens\n\nMARROW BAY, May 2 (ABC) -- \"The harbour is open,\" said Ada Lund, the mayor.",
    ] {
        let article = crate::read(&text.into(), &crate::Overrides::default());
        let content: Vec<&str> = article
            .quotations
            .iter()
            .flat_map(|quotation| &quotation.content)
            .map(|part| part.text(&article.source.text))
            .collect();
        assert_eq!(content, ["\"The harbour is open,\""], "{text}");
    }
}

#[test]
fn layout_tells_who_speaks() {
    for (what, text, expected) in [
        (
            "a horizontal bar before the name",
            "\"We lost all but the piano.\" ― Ida Flood, gardener",
            "Ida Flood, gardener | ― | \"We lost all but the piano.\"\n",
        ),
        (
            "a name on the line below",
            "\"We lost all but the piano.\"\n\n— Ida Flood, gardener",
            "Ida Flood, gardener | — | \"We lost all but the piano.\"\n",
        ),
        (
            "a colon at the end of the paragraph before",
            "The sign at the gate reads:\n\n\"All are welcome in this garden.\"",
            "The sign at the gate | reads | \"All are welcome in this garden.\"\n",
        ),
        (
            "turns of a conversation",
            "Host: Was the bridge ever safe?\n\nTyndall: It was safe before the flood came.",
            "Host | : | Was the bridge ever safe?\nTyndall | : | It was safe before the flood came.\n",
        ),
        (
            "turns of a conversation in marks that never close",
            "\"HOST: Was the bridge ever safe?\n\n\"LUND: It was safe before the flood came.\"",
            "HOST | : | Was the bridge ever safe?\nLUND | : | It was safe before the flood came.\n",
        ),
    ] {
        assert_eq!(drawn(text), expected, "{what}");
    }
}
