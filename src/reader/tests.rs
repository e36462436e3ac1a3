//! A tagger that takes its time, on the whole way: page's reader, messages, worker, linker and back.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use js_sys::{Function, Reflect};
use lectern_core::attribution::{self, Scored, Tags};
use lectern_core::{Article, Input, Prepared, Span};
use lectern_reader::{Quoting, Tagger, serve};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, Worker};

use super::Reader;
use crate::state::ReadError;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Ada Lund said the ferry was late. Tom Reyes said the harbour would close.";

/// Gives only one attribution, after a while; tells of each text that it was asked for.
struct Slow {
    asked: Rc<RefCell<Vec<String>>>,
    milliseconds: u32,
}

impl Tagger for Slow {
    fn quotations<'a>(&'a self, prepared: &'a Prepared) -> Quoting<'a> {
        let text = &prepared.source.text;
        self.asked.borrow_mut().push(text.clone());
        let layer = |before: &str, words: &str| {
            let start = text.find(before).map_or(0, |at| at + before.len()) as u32;
            let span = Span::new(start, start + words.len() as u32);
            vec![Scored { span, score: 5000 }]
        };
        Box::pin(async move {
            TimeoutFuture::new(self.milliseconds).await;
            let tags = Tags {
                source: layer("late. ", "Tom Reyes"),
                cue: layer("Tom Reyes ", "said"),
                content: layer("Tom Reyes said ", "the harbour would close"),
            };
            attribution::link(prepared, &tags, attribution::weights())
        })
    }
}

/// A reader whose worker is the other end of a channel on this page.
fn reader(milliseconds: u32) -> (Reader, Rc<RefCell<Vec<String>>>) {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let told = asked.clone();
    let start = move || {
        let channel = MessageChannel::new().ok()?;
        let (near, far) = (channel.port1(), channel.port2());
        // A port is to post and to listen what a worker and its scope are; only the end has another name.
        Reflect::set(&near, &"terminate".into(), &Function::new_no_args("this.close()")).ok()?;
        let tagger = Slow {
            asked: told.clone(),
            milliseconds,
        };
        serve(far.unchecked_ref::<DedicatedWorkerGlobalScope>(), Rc::new(tagger));
        Some(near.unchecked_into::<Worker>())
    };
    (Reader::with(Rc::new(start)), asked)
}

fn contents(article: &Article) -> Vec<&str> {
    let text = |span: &Span| &article.source.text[span.range()];
    article
        .quotations
        .iter()
        .flat_map(|quotation| quotation.content.iter().map(text))
        .collect()
}

#[wasm_bindgen_test]
async fn tags_that_come_late_make_the_article() {
    let (reader, asked) = reader(40);
    let article = reader.read(Rc::new(Input::from(TEXT)), Rc::default(), None).await;
    let article = article.expect("the worker answers");
    assert_eq!(*asked.borrow(), [TEXT]);
    assert_eq!(contents(&article), ["the harbour would close"]);
    assert_eq!(article.speakers.len(), 1);
    assert_eq!(article.speakers[0].name, "Tom Reyes");
    // The embedded tagger finds both; so it was the given tags that were read.
    let embedded = lectern_core::read(&Input::from(TEXT), &Default::default());
    assert_eq!(embedded.quotations.len(), 2);
}

#[wasm_bindgen_test]
async fn a_request_during_slow_tagging_takes_its_place() {
    let (reader, asked) = reader(200);
    let first = reader.read(
        Rc::new(Input::from("Nobody spoke on Monday.")),
        Rc::default(),
        None,
    );
    // The worker has the first text and tags it when the second comes.
    while asked.borrow().is_empty() {
        TimeoutFuture::new(5).await;
    }
    let second = reader.read(Rc::new(Input::from(TEXT)), Rc::default(), None);
    assert_eq!(first.await, Err(ReadError::Superseded));
    let article = second.await.expect("the second is read");
    assert_eq!(contents(&article), ["the harbour would close"]);
}
