//! Tables for `docs/accuracy.md`.

use crate::measure::attribution::Attribution;
use crate::scores::{Articles, ListSet, Scores};
use crate::tally::{Ratio, Tally};
use anyhow::{Result, bail};
use std::fmt::Write;

/// What other parsers and people reach on the same articles by the same measures.
const PEERS: [(&str, &str); 4] = [
    (
        "Gender Gap Tracker rules on spaCy 3.8 en_core_web_sm",
        ".515 / .580 | .457 / .307 | .210 / .611 | .386 | .452",
    ),
    (
        "a plain CRF on words, shapes, quotation state and cue statistics, nearest-cue linking",
        ".685 / .716 | .636 / .589 | .512 / .815 | .471 | .768",
    ),
    (
        "the same tags, a cost for crossing other cues and sentences in linking",
        ".660 / .699 | .612 / .563 | .512 / .815 | .533 | .807",
    ),
    (
        "other annotators, on the 18 articles of train and dev that have several",
        ".782 / .809 | .712 / .694 | .685 / .914 | .752 | .952",
    ),
];

/// `page` with the tables between its markers (`<!-- eval: NAME -->` to `<!-- end -->`) made anew.
///
/// # Errors
/// When a marker is missing.
pub fn write(page: &str, scores: &Scores) -> Result<String> {
    let tables = [
        ("attribution", attribution(scores)),
        ("sure", sure(scores)),
        ("speakers", speakers(scores)),
        ("proposals", proposals(scores)),
        ("lists", lists(scores)),
        ("unread", unread(scores)),
        ("pages", pages(scores)),
    ];
    let mut page = page.to_owned();
    for (name, table) in tables {
        page = between(&page, &format!("<!-- eval: {name} -->"), "<!-- end -->", &table)?;
    }
    Ok(page)
}

/// `page` with `new` on the lines between two markers.
///
/// # Errors
/// When a marker is missing.
pub fn between(page: &str, start: &str, end: &str, new: &str) -> Result<String> {
    let Some((before, (_, after))) = page
        .split_once(start)
        .and_then(|(before, rest)| Some((before, rest.split_once(end)?)))
    else {
        bail!("no place marked {start}");
    };
    Ok(format!("{before}{start}\n{new}{end}{after}"))
}

fn attribution(scores: &Scores) -> String {
    let mut table = "| | source exact / overlap | cue exact / overlap | content exact / overlap | relation | quoted text under the right source |\n\
        | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    row(
        &mut table,
        "**Lectern**",
        &attribution_row(&scores.dev.attribution),
    );
    for (name, figures) in PEERS {
        row(&mut table, name, figures);
    }
    row(
        &mut table,
        "Lectern, the seed article",
        &attribution_row(&scores.seed.attribution),
    );
    let made = &scores.made;
    let model = made.model.as_ref().map_or("no model file".to_owned(), |hash| {
        format!("model SHA-256 `{hash}`")
    });
    let _ = writeln!(table, "\nTagger: {}, {model}.", made.tagger);
    table
}

fn attribution_row(it: &Attribution) -> String {
    let pair = |exact: Tally, overlap: Tally| format!("{} / {}", number(exact.f1()), number(overlap.f1()));
    let cells = [
        pair(it.source.exact, it.source.overlap),
        pair(it.cue.exact, it.cue.overlap),
        pair(it.content.exact, it.content.overlap),
        number(it.relation.f1()),
        share(it.quoted_text().1),
    ];
    cells.join(" | ")
}

fn sure(scores: &Scores) -> String {
    let mut table =
        "| articles | marked sure | of those right | of the others right |\n| --- | --- | --- | --- |\n"
            .to_owned();
    for (name, half) in ["first half by name", "second half"]
        .into_iter()
        .zip(scores.reliability.0)
    {
        let cells = [half.share_sure(), half.sure.right(), half.unsure.right()].map(share);
        row(&mut table, name, &cells.join(" | "));
    }
    table
}

fn speakers(scores: &Scores) -> String {
    let mut table = "| | sources found | right, of all | right, of found | pronouns right | right where named without doubt |\n\
        | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for (name, articles) in corpora(scores) {
        if let Some((it, _)) = &articles.gold {
            let cells = [
                it.found(),
                it.of_all(),
                it.of_found(),
                it.of_pronouns(),
                it.of_given(),
            ]
            .map(share);
            row(
                &mut table,
                &format!("{name} ({} sources)", it.sources),
                &cells.join(" | "),
            );
        }
    }
    table
}

fn proposals(scores: &Scores) -> String {
    let mut table = "| | precision | recall | F1 | kind right | proposer right | addressee right |\n\
        | --- | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for (name, articles) in corpora(scores) {
        if let Some((_, it)) = &articles.gold {
            let found = [it.found.precision(), it.found.recall(), it.found.f1()].map(number);
            let rest = [it.kind(), it.proposer(), it.addressee()].map(share);
            let cells: Vec<String> = found.into_iter().chain(rest).collect();
            row(
                &mut table,
                &format!("{name} ({} proposals)", it.found.wanted),
                &cells.join(" | "),
            );
        }
    }
    table.push_str("\n| kind, polnear/dev | recall | of |\n| --- | --- | --- |\n");
    if let Some((_, it)) = &scores.dev.gold {
        for (kind, (found, wanted)) in &it.kinds {
            row(
                &mut table,
                kind,
                &format!("{} | {wanted}", share(Ratio::of(*found, *wanted))),
            );
        }
    }
    table
}

fn lists(scores: &Scores) -> String {
    let mut table = "| | lists found, precision | recall | items exact, of all | items exact, of found | stated count right | kind right |\n\
        | --- | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for ListSet { name, read, lists } in &scores.lists {
        let cells = [
            number(lists.found.precision()),
            number(lists.found.recall()),
            share(lists.items()),
            share(lists.items_of_found()),
            share(lists.stated_count()),
            share(lists.kind()),
        ];
        let about = format!(
            "{name}, {}: {} lists in {} passages",
            if *read { "read" } else { "unread" },
            lists.found.wanted,
            lists.passages
        );
        row(&mut table, &about, &cells.join(" | "));
    }
    table
}

/// The name of a figure, and where it comes from.
type Figure = (&'static str, fn(&Articles) -> Option<f64>);

/// The same figures on sets that rules were made on and on sets that nobody read.
fn unread(scores: &Scores) -> String {
    let dev = ("polnear/dev, read".to_owned(), &scores.dev);
    let others = scores.sets.iter().map(|set| {
        let read = if set.read { "read" } else { "unread" };
        (format!("{}, {read}", set.name), &set.articles)
    });
    let columns: Vec<(String, &Articles)> = std::iter::once(dev).chain(others).collect();
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let mut table = format!(
        "| | {} |\n|{}\n",
        names.join(" | "),
        " --- |".repeat(names.len() + 1)
    );
    let figures: [Figure; 16] = [
        ("relation F1", |it| Some(it.attribution.relation.f1())),
        ("quoted text under the right source", |it| {
            it.attribution.quoted_text().1.value()
        }),
        ("speakers named right", |it| {
            it.gold.as_ref()?.0.of_given().value()
        }),
        ("speakers right, of all", |it| {
            it.gold.as_ref()?.0.of_all().value()
        }),
        ("proposals, precision", |it| {
            Some(it.gold.as_ref()?.1.found.precision())
        }),
        ("proposals, recall", |it| Some(it.gold.as_ref()?.1.found.recall())),
        ("proposals, F1", |it| Some(it.gold.as_ref()?.1.found.f1())),
        ("right in every part, F1", |it| {
            Some(it.gold.as_ref()?.1.whole().f1())
        }),
        ("proposer right, of found", |it| {
            it.gold.as_ref()?.1.proposer().value()
        }),
        ("addressee right, of found", |it| {
            it.gold.as_ref()?.1.addressee().value()
        }),
        ("items exact, of all with items", |it| {
            it.gold.as_ref()?.1.items().value()
        }),
        ("proposals marked sure", |it| {
            it.gold.as_ref()?.1.share_sure().value()
        }),
        ("of those right in every part", |it| {
            it.gold.as_ref()?.1.sure().value()
        }),
        ("marks to check", |it| it.checks.share().value()),
        ("of those wrong", |it| it.checks.asked.wrong().value()),
        ("of the others wrong", |it| it.checks.others.wrong().value()),
    ];
    for (name, figure) in figures {
        let cells: Vec<String> = columns
            .iter()
            .map(|(_, articles)| figure(articles).map_or("-".to_owned(), number))
            .collect();
        row(&mut table, name, &cells.join(" | "));
    }
    table
}

fn pages(scores: &Scores) -> String {
    let mut table = "| page | html | copied text |\n| --- | --- | --- |\n".to_owned();
    for (name, html) in &scores.html.rows {
        let plain = scores.plain.rows.iter().find(|(other, _)| other == name);
        let plain = plain.map_or("-".to_owned(), |(_, f1)| number(*f1));
        row(&mut table, name, &format!("{} | {plain}", number(*html)));
    }
    let (html, plain) = (&scores.html, &scores.plain);
    row(
        &mut table,
        "**mean**",
        &format!("**{}** | **{}**", number(html.mean()), number(plain.mean())),
    );
    let marked = &scores.extraction;
    let [precision, recall, f1] = [marked.precision, marked.recall, marked.f1()].map(number);
    let _ = writeln!(
        table,
        "\n| marked pages | precision | recall | F1 |\n| --- | --- | --- | --- |\n| {} | {precision} | {recall} | {f1} |",
        marked.pages
    );
    let heads = &scores.heads;
    table.push_str("\n| heads of these pages | agree with the metadata | of |\n| --- | --- | --- |\n");
    for (name, figure) in [
        ("title, half of the words", heads.title),
        ("title, word for word", heads.same_title),
        ("all authors and nobody else", heads.authors),
        ("day of publication", heads.published),
        ("day of the last change", heads.updated),
    ] {
        row(&mut table, name, &format!("{} | {}", share(figure), figure.whole));
    }
    table
}

fn corpora(scores: &Scores) -> [(&'static str, &Articles); 2] {
    [("polnear/dev", &scores.dev), ("the seed article", &scores.seed)]
}

fn row(table: &mut String, name: &str, cells: &str) {
    let _ = writeln!(table, "| {name} | {cells} |");
}

/// `.533`, as the field's tables have it.
fn number(value: f64) -> String {
    let digits = format!("{value:.3}");
    digits.strip_prefix('0').map_or(digits.clone(), str::to_owned)
}

fn share(ratio: Ratio) -> String {
    ratio.value().map_or("-".to_owned(), number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_markers_changes() {
        let page = "a\n<!-- eval: x -->\nold\n<!-- end -->\nb <!-- end -->";
        let new = between(page, "<!-- eval: x -->", "<!-- end -->", "new\n").unwrap();
        assert_eq!(new, "a\n<!-- eval: x -->\nnew\n<!-- end -->\nb <!-- end -->");
        assert!(between(page, "<!-- eval: y -->", "<!-- end -->", "new\n").is_err());
    }

    #[test]
    fn shares_are_written_as_in_the_field() {
        assert_eq!([0.0, 0.5334, 1.0].map(number), [".000", ".533", "1.000"]);
        assert_eq!(share(Ratio::of(0, 0)), "-");
    }
}
