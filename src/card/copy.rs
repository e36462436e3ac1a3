//! Copy with attribution: one mark or many, as plain text and html on the clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use lectern_core::article::{Detail, Form};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem};
use yew::prelude::*;

use crate::context::use_strings;
use crate::report::reported;
use crate::state::view::Kind;
use crate::state::{Mark, Reading};
use crate::strings::{Key, Strings, escaped};

/// How long the button says whether it worked, in milliseconds.
const SAID_MS: u32 = 2_500;

/// What is copied, in the two forms that other programs take.
struct Copied {
    text: String,
    html: String,
}

/// Marks with their sources, and where they stand.
fn attributed(reading: &Reading, marks: &[Mark], strings: &Strings) -> Copied {
    let details = &reading.article.details;
    let value = |detail: &Option<Detail>| detail.as_ref().map(|detail| detail.value.clone());
    let published = value(&details.published).map(|date| strings.date(&date));
    let from = [value(&details.title), value(&details.outlet), published];
    let from: Vec<String> = from.into_iter().flatten().collect();
    let address = reading.address().unwrap_or_default();
    let (mut text, mut html) = (String::new(), String::new());
    for &mark in marks {
        let words = reading.words(mark);
        let speaker = reading
            .referent(mark)
            .speaker()
            .and_then(|speaker| reading.article.speakers.get(speaker.0 as usize));
        let mut who = speaker.map_or_else(String::new, |speaker| match &speaker.role {
            Some(role) => format!(" — {}, {role}", speaker.name),
            None => format!(" — {}", speaker.name),
        });
        // What stands in quotation marks is theirs to the word; the rest says what it is.
        match Kind::of(reading, mark) {
            None | Some(Kind::Quotation(Form::Direct | Form::Mixed)) => {}
            Some(kind) => who.push_str(&format!(" [{}]", strings.name(kind))),
        }
        text.push_str(&format!("{words}{who}\n\n"));
        html.push_str(&format!(
            "<blockquote><p>{}</p></blockquote>",
            escaped(&(words + &who))
        ));
    }
    let source = from.join(", ");
    text.push_str(&source);
    if !address.is_empty() {
        text.push_str(if source.is_empty() { "" } else { "\n" });
        text.push_str(address);
    }
    let name = escaped(if source.is_empty() { address } else { &source });
    if !address.is_empty() {
        let href = escaped(address).replace('"', "&quot;");
        html.push_str(&format!("<p><a href=\"{href}\">{name}</a></p>"));
    } else if !name.is_empty() {
        html.push_str(&format!("<p>{name}</p>"));
    }
    let text = text.trim_end().to_owned();
    Copied { text, html }
}

/// What the button is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// The reading that the marks are of.
    pub reading: Reading,
    /// What is copied, in this order.
    pub marks: Vec<Mark>,
    /// What the button says.
    pub words: AttrValue,
}

/// The button; it says for a while whether it worked.
#[component]
pub fn Copy(props: &Props) -> Html {
    let strings = use_strings();
    let said = use_state(|| None::<Key>);
    let onclick = {
        let (said, strings) = (said.clone(), strings.clone());
        let (reading, marks) = (props.reading.clone(), props.marks.clone());
        Callback::from(move |_| {
            let (said, copied) = (said.clone(), attributed(&reading, &marks, &strings));
            spawn_local(async move {
                let done = reported("Copying was refused", write(&copied).await);
                said.set(Some(if done.is_some() {
                    Key::CardCopied
                } else {
                    Key::CardCopyFailed
                }));
                gloo::timers::future::TimeoutFuture::new(SAID_MS).await;
                said.set(None);
            });
        })
    };
    let words = said.map_or_else(String::new, |said| strings.get(said));
    html! {
        <>
            <button type="button" class="tool copy" {onclick}>{ &props.words }</button>
            <span class="said" role="status">{ words }</span>
        </>
    }
}

/// Puts both forms on the clipboard, or the text alone where the browser takes no more.
async fn write(copied: &Copied) -> Result<(), JsValue> {
    let clipboard = gloo::utils::window().navigator().clipboard();
    if clipboard.is_undefined() {
        return Err("this browser has no clipboard for pages".into());
    }
    if Reflect::has(&clipboard, &"write".into()).unwrap_or(false)
        && let Ok(item) = item(copied)
        && JsFuture::from(clipboard.write(&Array::of1(&item))).await.is_ok()
    {
        return Ok(());
    }
    JsFuture::from(clipboard.write_text(&copied.text)).await.map(drop)
}

fn item(copied: &Copied) -> Result<JsValue, JsValue> {
    let record = Object::new();
    for (kind, content) in [("text/plain", &copied.text), ("text/html", &copied.html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&content.as_str().into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Reflect::set(&record, &kind.into(), &Promise::resolve(&JsValue::from(blob)))?;
    }
    ClipboardItem::new_with_record_from_str_to_blob_promise(&record).map(JsValue::from)
}
