//! Copy with attribution: plain text and html on the clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem};
use yew::prelude::*;

use crate::context::use_strings;
use crate::state::{Mark, Reading};
use crate::strings::Key;

/// A mark with its source, as one sentence for another document.
pub(super) fn attributed(reading: &Reading, mark: Mark) -> String {
    let speaker = reading
        .referent(mark)
        .speaker()
        .and_then(|speaker| reading.article.speakers.get(speaker.0 as usize));
    let who = speaker.map(|speaker| match &speaker.role {
        Some(role) => format!("{}, {role}", speaker.name),
        None => speaker.name.clone(),
    });
    let details = &reading.article.details;
    let from: Vec<&str> = [&details.title, &details.outlet, &details.published, &details.url]
        .into_iter()
        .flatten()
        .map(|detail| detail.value.as_str())
        .collect();
    let mut text = reading.words(mark);
    if let Some(who) = who {
        text.push_str(" — ");
        text.push_str(&who);
    }
    if !from.is_empty() {
        text.push_str(&format!(" ({})", from.join(", ")));
    }
    text
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub reading: Reading,
    pub mark: Mark,
}

/// The button; it says for a while whether it worked.
#[component]
pub(super) fn Copy(props: &Props) -> Html {
    let strings = use_strings();
    let said = use_state(|| Key::CardCopy);
    let onclick = {
        let (said, reading, mark) = (said.clone(), props.reading.clone(), props.mark);
        Callback::from(move |_| {
            let (said, reading) = (said.clone(), reading.clone());
            spawn_local(async move {
                let done = write(&attributed(&reading, mark)).await;
                said.set(if done.is_some() {
                    Key::CardCopied
                } else {
                    Key::CardCopyFailed
                });
                gloo::timers::future::TimeoutFuture::new(2_500).await;
                said.set(Key::CardCopy);
            });
        })
    };
    html! {
        <button type="button" class="tool" {onclick}><span role="status">{ strings.get(*said) }</span></button>
    }
}

/// Puts text on the clipboard, as html too where the browser can; none when it is refused.
async fn write(text: &str) -> Option<()> {
    let clipboard = gloo::utils::window().navigator().clipboard();
    if clipboard.is_undefined() {
        return None;
    }
    let rich = item(text).and_then(|item| {
        Reflect::has(&clipboard, &"write".into())
            .unwrap_or(false)
            .then(|| clipboard.write(&Array::of1(&item)))
    });
    if let Some(rich) = rich
        && JsFuture::from(rich).await.is_ok()
    {
        return Some(());
    }
    JsFuture::from(clipboard.write_text(text)).await.ok().map(drop)
}

fn item(text: &str) -> Option<JsValue> {
    let html = format!("<blockquote><p>{}</p></blockquote>", escaped(text));
    let record = Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", &html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options).ok()?;
        Reflect::set(&record, &kind.into(), &Promise::resolve(&JsValue::from(blob))).ok()?;
    }
    ClipboardItem::new_with_record_from_str_to_blob_promise(&record)
        .ok()
        .map(JsValue::from)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
