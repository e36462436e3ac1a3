//! Every format against golden files, against readers of its own kind, and back again.
//!
//! `exports/wells.json` is a document with everything in it that is hard: marks that cross, quotations in pieces and in
//! each other, site text, doubt, what a person put right, words that spreadsheets and markup would take for their own.
//! `UPDATE_EXPECT=1 cargo test -p lectern-formats --test exports` writes the golden files anew.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

#[path = "../../lectern-core/tests/soup/mod.rs"]
mod soup;

use expect_test::expect_file;
use html5ever::tendril::TendrilSink;
use lectern_core::Overrides;
use lectern_core::corrections::Corrected;
use lectern_formats::export::{Format, brat};
use lectern_formats::import::{self, Kind};
use lectern_formats::json::{By, Document};
use markup5ever_rcdom::RcDom;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports")
}

fn wells() -> Document {
    import::json(&std::fs::read_to_string(folder().join("wells.json")).unwrap()).unwrap()
}

fn read(text: &str) -> Document {
    Document::new("a", &lectern_core::read(&text.into(), &Overrides::default()))
}

#[test]
fn golden_files() {
    let document = wells();
    for format in Format::ALL {
        let path = folder().join("wells").with_extension(format.ending());
        // line ends are compared by the readers below: golden files have the repository's
        expect_file![path].assert_eq(&format.write(&document).replace("\r\n", "\n"));
    }
    assert_eq!(brat::text(&document), document.text);
}

#[test]
fn the_hard_document_is_as_hard_as_it_should_be() {
    let document = wells();
    assert!(document.quotations.iter().any(|it| it.content.len() > 1));
    assert!(document.quotations.iter().any(|it| it.parent.is_some()));
    assert!(document.quotations.iter().any(|it| !it.who.candidates.is_empty()));
    assert!(
        document
            .quotations
            .iter()
            .any(|it| it.by == By::Person && it.was.is_some())
    );
    assert!(document.proposals.iter().any(|it| it.items.len() > 1));
    let crosses = |a: [u32; 2], b: [u32; 2]| a[0] < b[0] && b[0] < a[1] && a[1] < b[1];
    let proposals = || document.proposals.iter().map(|it| it.span);
    let contents = || document.quotations.iter().flat_map(|it| it.content.clone());
    assert!(contents().any(|one| proposals().any(|two| crosses(one, two) || crosses(two, one))));
    for words in ["=SUM", "]]>", "</template>", "*", "\t"] {
        assert!(document.text.contains(words), "{words}");
    }
}

/// Python's readers of CSV, JSON, XML and html; of JSON-LD and RelaxNG where they are installed.
#[test]
fn readers_of_each_format_read_it() {
    let exported = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    std::fs::create_dir_all(&exported).unwrap();
    let document = wells();
    for format in Format::ALL {
        let path = exported.join("wells").with_extension(format.ending());
        std::fs::write(path, format.write(&document)).unwrap();
    }
    std::fs::write(exported.join("wells.txt"), brat::text(&document)).unwrap();
    let run = Command::new("python3")
        .arg(folder().join("readers.py"))
        .arg(&exported)
        .output();
    let Ok(output) = run else {
        println!("skipped: there is no python3");
        return;
    };
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_page_is_html_without_a_fault() {
    for format in [
        Format::Html,
        Format::SpeakerSheet,
        Format::CueSheet,
        Format::ProposalSheet,
    ] {
        let page = format.write(&wells());
        let parsed =
            html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page.as_str());
        assert_eq!(*parsed.errors.borrow(), Vec::<String>::new(), "{format:?}");
    }
}

/// What a reader of BIO notation takes from the columns: none begins inside, and what goes on is of the same mark.
fn reads_as_bio(document: &Document) {
    let text = Format::Columns.write(document);
    for block in text.split("\n\n") {
        let rows: Vec<Vec<&str>> = block
            .lines()
            .filter(|line| !line.starts_with("# "))
            .map(|line| line.split('\t').collect())
            .collect();
        let mut before = None;
        for row in &rows {
            for column in 4..8 {
                if let Some(what) = row[column].strip_prefix("I-") {
                    let before: &Vec<&str> = before.expect("nothing goes on at the start of a block");
                    assert_eq!(before[column].get(2..), Some(what), "{row:?}");
                    let id = [8, 1, 1, 9][column - 4];
                    assert!(id == 1 || before[id] == row[id], "{before:?} {row:?}");
                }
            }
            before = Some(row);
        }
    }
}

#[test]
fn columns_keep_what_lies_in_another_apart() {
    let example = read(include_str!("../../../static/example.txt"));
    assert!(example.quotations.iter().any(|it| it.parent.is_some()));
    reads_as_bio(&example);
    reads_as_bio(&wells());
}

#[test]
fn a_file_is_told_by_its_name_or_its_beginning() {
    let document = wells();
    for (name, text, kind) in [
        ("", Format::Json.write(&document), Some(Kind::Json)),
        ("a.JSON", "{".to_owned(), Some(Kind::Json)),
        ("", Format::Html.write(&document), Some(Kind::Html)),
        ("", Format::Annotations.write(&document), Some(Kind::Annotations)),
        ("a.ann", String::new(), Some(Kind::Brat)),
        ("", "{ \"lecture\": 1 }".to_owned(), None),
        ("a.txt", document.text.clone(), None),
    ] {
        assert_eq!(Kind::of(name, &text), kind, "{name}");
    }
}

#[test]
fn a_document_with_some_marks_points_at_no_other() {
    let mut document = wells();
    document.keep(|at| at == 1, |_| false);
    assert_eq!((document.quotations.len(), document.proposals.len()), (1, 0));
    assert_eq!(document.quotations[0].parent, None);
}

#[test]
fn what_is_no_export_is_refused() {
    assert!(import::json("{}").is_err());
    assert!(
        import::json(
            &Format::Json
                .write(&wells())
                .replace("\"lectern\": 1", "\"lectern\": 2")
        )
        .is_err()
    );
    assert!(import::html("<p>Some page</p>").is_err());
    assert!(import::annotations::read("{\"items\": []}").is_err());
    assert!(import::brat::read("a", "text", "T1\tQuotation x y\ttext").is_err());
}

/// What another program did to the annotations is a person's.
#[test]
fn annotations_changed_elsewhere_are_seen() {
    let document = wells();
    let mut page: serde_json::Value = serde_json::from_str(&Format::Annotations.write(&document)).unwrap();
    let items = page["items"].as_array_mut().unwrap();
    let dropped = document.proposals[0].id.clone();
    items.retain(|item| !item["id"].as_str().unwrap().ends_with(&format!("#{dropped}")));
    let is_direct = |item: &&mut serde_json::Value| item["body"][1]["value"] == "direct";
    items.iter_mut().find(is_direct).unwrap()["body"][1]["value"] = "mixed".into();
    let back = import::annotations::read(&page.to_string()).unwrap();
    assert_eq!(back.proposals.len() + 1, document.proposals.len());
    let changed: Vec<_> = back
        .quotations
        .iter()
        .zip(&document.quotations)
        .filter(|(now, then)| now.form != then.form)
        .collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].0.by, By::Person);
}

/// Export, import and export again gives the same, for every format that comes back.
fn comes_back(document: &Document) {
    let json = Format::Json.write(document);
    assert_eq!(&import::json(&json).unwrap(), document);
    assert_eq!(&import::html(&Format::Html.write(document)).unwrap(), document);
    assert_eq!(
        &import::annotations::read(&Format::Annotations.write(document)).unwrap(),
        document
    );
    let annotations = Format::Brat.write(document);
    let back = import::brat::read(&document.article, brat::text(document), &annotations).unwrap();
    assert_eq!(Format::Brat.write(&back), annotations);
    let of_core = Document::of(&document.article, &Corrected::from(document));
    assert_eq!(
        Document {
            made: document.made.clone(),
            ..of_core
        },
        *document
    );
}

#[test]
fn the_hard_document_comes_back() {
    comes_back(&wells());
}

/// What the sign says ends where the words around it end, and is parted by its cue.
#[test]
fn a_quotation_that_reaches_as_far_as_the_one_around_it_stays_in_it() {
    let document = read("Ada Lund said that the sign read \"bridge closed and the road was empty.");
    let inner = &document.quotations[1];
    assert_eq!(inner.parent.as_deref(), Some("Q1"));
    let mut mended = document.clone();
    mended.mend();
    assert_eq!(mended, document);
}

proptest! {
    #[test]
    fn any_article_comes_back(text in soup::text(60)) {
        comes_back(&read(&text));
    }

    #[test]
    fn what_is_right_needs_no_mending(text in soup::text(60)) {
        let document = read(&text);
        let mut mended = document.clone();
        mended.mend();
        prop_assert_eq!(mended, document);
    }

    /// Whatever a document says of places and ids: all of its text is in its blocks, marks have words, and nothing goes
    /// round in a circle.
    #[test]
    fn what_is_wrong_is_mended(numbers in prop::collection::vec(0..9_999u32, 40), text in ".{0,80}") {
        let mut document = wells();
        document.text = text;
        let mut numbers = numbers.into_iter().cycle();
        let mut any = || [numbers.next().unwrap() % 100, numbers.next().unwrap() % 100];
        for quotation in &mut document.quotations {
            quotation.content = vec![any(), any()];
            quotation.parent = Some("Q1".to_owned());
        }
        for proposal in &mut document.proposals {
            proposal.span = any();
            proposal.items = vec![any()];
            proposal.same_as = Some("P1".to_owned());
        }
        for block in &mut document.blocks {
            block.span = any();
        }
        document.mend();
        let article = Corrected::from(&document).article;
        let mut end = 0;
        for block in &article.blocks {
            let range = block.span.range();
            prop_assert!(article.source.text[end..range.start].trim().is_empty());
            end = range.end;
        }
        prop_assert!(article.source.text[end..].trim().is_empty());
        for (at, quotation) in article.quotations.iter().enumerate() {
            prop_assert!(quotation.content.iter().all(|span| !span.text(&article.source.text).is_empty()));
            prop_assert!(quotation.parent.is_none_or(|parent| parent.0 as usize != at));
        }
        for (at, proposal) in article.proposals.iter().enumerate() {
            prop_assert!(proposal.same_as.is_none_or(|same| (same.0 as usize) < at));
        }
        for format in Format::ALL {
            let _written = format.write(&document);
        }
    }

    #[test]
    fn any_article_can_be_written_in_any_format(text in soup::text(40)) {
        let document = read(&text);
        for format in Format::ALL {
            prop_assert!(!format.write(&document).is_empty() || format == Format::Brat || format == Format::Markdown);
        }
        reads_as_bio(&document);
    }
}
