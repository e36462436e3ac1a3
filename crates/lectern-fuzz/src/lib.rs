//! Fuzz targets: each takes any bytes and panics where an invariant is broken.
//!
//! `cargo test -p lectern-fuzz` tries what is kept under `tests/__fuzz__` and then random inputs, for as long as
//! `BOLERO_RANDOM_TEST_TIME_MS` says; `cargo bolero test -p lectern-fuzz html` (cargo-bolero) goes on for hours and is
//! guided by what the code does with them.

mod pieces;

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use lectern_core::attribution::training::file::Model;
use lectern_core::{Article, Input, Overrides, proposals};
use lectern_desk::{Done, Parcel, work};
use lectern_reader::{EmbeddedTagger, Reply, Request, Step, Task, answer};

use crate::pieces::{HTML, METADATA, spelled};

/// A page made of pieces of markup: the walk over its elements, then the whole reading.
pub fn html(bytes: &[u8]) {
    read_page(&spelled(bytes, &HTML));
}

/// A page whose head holds metadata made of pieces of JSON.
pub fn metadata(bytes: &[u8]) {
    let json = spelled(bytes, &METADATA);
    read_page(&format!(
        "<script type=\"application/ld+json\">{json}</script><h1>Ferry returns</h1><p>It sails on Monday."
    ));
}

/// A model file with changed bytes: it is read as a model or refused, never a panic.
pub fn model(file: &[u8], bytes: &[u8]) {
    let file = changed(file, bytes);
    if let Ok(model) = Model::from_bytes(&file) {
        assert_eq!(
            model.to_bytes(),
            file,
            "a model that was read is written as it was"
        );
    }
}

/// The same for the model of proposals.
pub fn proposal_model(file: &[u8], bytes: &[u8]) {
    let file = changed(file, bytes);
    if let Ok(model) = proposals::training::file::Model::from_bytes(&file) {
        assert_eq!(
            model.to_bytes(),
            file,
            "a model that was read is written as it was"
        );
    }
}

/// What goes between page and reader, changed on its way: refused, or something that can be worked with.
pub fn message(bytes: &[u8]) {
    let read = Task::Read {
        input: Box::new(
            "Ada Lund, the mayor, said \"We plant trees.\" Tom Reyes called on her to stop.".into(),
        ),
        overrides: Overrides::default(),
        begin: true,
    };
    let walk = Task::Walk(vec![
        Step::Open("p".to_owned(), vec![("class".to_owned(), "lead".to_owned())]),
        Step::Text("Ada Lund said so.".to_owned()),
        Step::Close,
    ]);
    let markdown = Task::Markdown {
        text: "# Ferry\n\nAda Lund said so.".to_owned(),
        is_called_so: true,
    };
    for task in [read, walk, markdown] {
        let sent = Request { number: 7, task }.to_bytes().unwrap_or_default();
        answered(&changed(&sent, bytes));
        // The spans in a reply are believed, as they come from the page's own worker; that it is read or refused counts.
        if let Some(reply) = answered(&sent) {
            let _ = Reply::from_bytes(&changed(&reply, bytes));
        }
    }
}

/// The last reply to a request; none when it is refused.
fn answered(request: &[u8]) -> Option<Vec<u8>> {
    let answer = pin!(answer(request, &EmbeddedTagger, |_| {}));
    match answer.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(reply) => reply.ok(),
        Poll::Pending => unreachable!("what the embedded tagger finds is there at once"),
    }
}

/// A link that carries an article, changed on its way: refused, or an article that can be read and drawn.
pub fn link(bytes: &[u8]) {
    let input = Input::from("Ada Lund, the mayor, said \"We plant trees.\" Tom Reyes called on her to stop.");
    let given = lectern_core::read(&input, &Overrides::default());
    let parcel = Parcel {
        input,
        given: Some(given.into()),
        ..Parcel::default()
    };
    let Ok(Done::Packed(letters)) = work(lectern_desk::Task::Pack(Box::new(parcel))) else {
        return;
    };
    let letters = changed(letters.as_bytes(), bytes);
    if let Ok(Done::Opened(parcel)) = work(lectern_desk::Task::Unpack(
        String::from_utf8_lossy(&letters).into_owned(),
    )) {
        check(&lectern_core::read(&parcel.input, &parcel.overrides));
        if let Some(given) = parcel.given {
            check(&given.article);
        }
    }
}

fn read_page(page: &str) {
    let input = lectern_formats::html::read(page);
    check(&lectern_core::read(&input, &Overrides::default()));
}

/// Invariant 2: blocks are ordered and disjoint, and cut the source between characters.
fn check(article: &Article) {
    let text = &article.source.text;
    let mut end = 0;
    for block in &article.blocks {
        let range = block.span.range();
        assert!(range.start >= end, "blocks overlap or are out of order");
        assert!(text.get(range.clone()).is_some(), "a block cuts a character");
        assert!(
            text[end..range.start].trim().is_empty(),
            "something between blocks was lost"
        );
        end = range.end;
    }
    assert!(
        text[end..].trim().is_empty(),
        "something after the last block was lost"
    );
}

/// The file with some of its bytes changed: of three bytes, two say where and the third what stands there.
/// Fewer than three at the end cut it there.
fn changed(file: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    let changes = bytes.chunks_exact(3);
    let rest = changes.remainder();
    for change in changes {
        let at = usize::from(change[0]) << 8 | usize::from(change[1]);
        if let Some(length) = file.len().checked_sub(1) {
            file[at.min(length)] = change[2];
        }
    }
    if let [first, ..] = rest {
        file.truncate(file.len() * usize::from(*first) / 256);
    }
    file
}
