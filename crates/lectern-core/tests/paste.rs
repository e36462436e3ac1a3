//! Clipboards in the shapes that people paste, each with what a careful reader finds in it.
//!
//! `tests/paste/NAME.txt` is the clipboard (`NAME.md`: one that is Markdown), `NAME.expected` the reviewed reading: one line a block with its kind,
//! then details, edits and notes. `UPDATE_EXPECT=1 cargo test -p lectern-core --test paste` writes them anew.

use expect_test::expect_file;
use lectern_core::article::{Block, BlockKind, ClutterReason, Detail, Details, Source};
use lectern_core::layout::{Layout, Markup};
use lectern_core::{Input, Overrides, layout, source};
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[test]
fn every_clipboard_is_read_as_expected() {
    let mut seen = 0;
    for path in clipboards() {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let input = Input::pasted(std::fs::read_to_string(&path).expect("readable"));
        let marked_up = path.extension().is_some_and(|ending| ending == "md");
        assert_eq!(
            !input.hints.is_empty(),
            marked_up,
            "{name}: whether it is Markdown"
        );
        let (source, layout) = laid_out(&input);
        assert_eq!(
            source.input(),
            input.text,
            "{name}: undoing the edits gives the input"
        );
        check_cover(&name, &source, &layout);
        expect_file![path.with_extension("expected")].assert_eq(&shown(&source, &layout));
        seen += 1;
    }
    assert!(seen > 0, "no clipboards found");
}

/// The project's first real input, where it is at hand: only its shape is written here, it is not ours.
#[test]
fn the_first_article_is_laid_out() {
    let Some(corpora) = std::env::var_os("LECTERN_CORPORA") else {
        println!("skipped: LECTERN_CORPORA is not set");
        return;
    };
    let path = Path::new(&corpora).join("seed/article.txt");
    let input = Input::from(std::fs::read_to_string(path).expect("readable"));
    let (_, layout) = laid_out(&input);
    let kinds: Vec<BlockKind> = layout.blocks.iter().map(|block| block.kind).collect();
    let mut expected = vec![
        BlockKind::Clutter(ClutterReason::Navigation),
        BlockKind::Title,
        BlockKind::Details,
    ];
    expected.extend([BlockKind::Paragraph; 12]);
    assert_eq!(kinds, expected);
    let details = layout.details;
    assert!(
        details
            .published
            .is_some_and(|date| date.value.ends_with("T08:32"))
    );
    assert_eq!(
        (details.outlet, details.authors.len(), details.section.len()),
        (None, 1, 2)
    );
    assert!(details.language.is_some_and(|language| language.value == "en"));
}

fn laid_out(input: &Input) -> (Source, Layout) {
    let (source, hints) = source::repair(input, &Overrides::default());
    let layout = layout::lay_out(&source, &Markup::new(input, &hints), &Overrides::default());
    (source, layout)
}

fn clipboards() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/paste");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of clipboards")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "txt" || ending == "md")
        })
        .collect();
    paths.sort();
    paths
}

/// Blocks are ordered and disjoint, and nothing but white space lies between them.
fn check_cover(name: &str, source: &Source, layout: &Layout) {
    let mut at = 0;
    for block in &layout.blocks {
        let range = block.span.range();
        assert!(
            range.start >= at && block.span.contains(block.content),
            "{name}: {block:?}"
        );
        assert!(
            source.text[at..range.start].trim().is_empty(),
            "{name}: text lost before {block:?}"
        );
        at = range.end;
    }
    assert!(
        source.text[at..].trim().is_empty(),
        "{name}: text lost at the end"
    );
}

fn shown(source: &Source, layout: &Layout) -> String {
    let mut out = String::new();
    for block in &layout.blocks {
        let text = block.content.text(&source.text).replace('\n', "⏎");
        writeln!(out, "{}| {text}", kind(block)).expect("a string takes all");
    }
    out.push_str("--\n");
    show_details(&layout.details, &mut out);
    for edit in &source.edits {
        writeln!(
            out,
            "edit {:?}: {:?} -> {:?}",
            edit.kind,
            edit.was,
            edit.at.text(&source.text)
        )
        .expect("a string takes all");
    }
    for note in &layout.notes {
        writeln!(out, "note {:?}", note.kind).expect("a string takes all");
    }
    out
}

fn kind(block: &Block) -> String {
    let mut out = match block.kind {
        BlockKind::Clutter(reason) => format!("clutter {reason:?}").to_lowercase(),
        kind => format!("{kind:?}").to_lowercase(),
    };
    if let Some(level) = block.level {
        out += &format!(" {level}");
    }
    if let Some(list) = block.list {
        out += &format!(
            " {}{}.{}",
            if list.ordered { "#" } else { "*" },
            list.id,
            list.depth
        );
    }
    out
}

fn show_details(details: &Details, out: &mut String) {
    let mut show = |name: &str, detail: &Detail| {
        let from = if detail.span.is_some() { "" } else { " (metadata)" };
        writeln!(out, "{name}: {}{from}", detail.value).expect("a string takes all");
    };
    let single = [
        ("title", &details.title),
        ("outlet", &details.outlet),
        ("published", &details.published),
        ("updated", &details.updated),
        ("dateline", &details.dateline),
        ("url", &details.url),
        ("language", &details.language),
    ];
    for (name, detail) in single {
        if let Some(detail) = detail {
            show(name, detail);
        }
    }
    details.authors.iter().for_each(|author| show("author", author));
    details
        .section
        .iter()
        .for_each(|section| show("section", section));
}
