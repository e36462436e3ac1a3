//! Ways in: what is pasted, dropped, opened or typed becomes documents.

mod clipboard;
mod decode;
mod events;
mod html;
mod inert;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use lectern_core::Input;
use lectern_core::text::encoding::Encoding;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use crate::state::Document;
use crate::state::document::{Bytes, Origin, Packed};

pub use clipboard::from_clipboard;
pub use events::{drag_left, dragged, dropped, early, pasted, ready};

/// The article behind "Try an example", written for this page.
const EXAMPLE: &str = include_str!("../../static/example.txt");

/// Something that came in and is not yet text.
#[derive(Clone, Debug)]
pub struct Incoming {
    text: String,
    html: String,
    files: Vec<File>,
    from: Origin,
}

impl Incoming {
    /// Plain text from clipboard or keyboard.
    pub fn text(text: String) -> Self {
        Incoming {
            text,
            html: String::new(),
            files: Vec::new(),
            from: Origin::Paste,
        }
    }

    /// Files, each an article.
    pub fn files(list: &FileList) -> Self {
        Incoming {
            files: (0..list.length()).filter_map(|place| list.get(place)).collect(),
            ..Incoming::text(String::new())
        }
    }

    /// The example.
    pub fn example() -> Self {
        Incoming {
            from: Origin::Example,
            ..Incoming::text(EXAMPLE.to_owned())
        }
    }
}

thread_local! {
    /// What was typed before the page stood; the paste box asks for it once.
    static TYPED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What was typed before the page stood.
pub fn take_typed() -> String {
    TYPED.take()
}

/// Makes documents of what came in: one for each file, else one for the text. Nothing at all makes none.
pub async fn documents(incoming: Incoming) -> Vec<Document> {
    // Keys are times, and have to differ within one drop.
    let now = js_sys::Date::now();
    let mut documents = Vec::new();
    for (place, file) in incoming.files.iter().enumerate() {
        let bytes = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => Uint8Array::new(&buffer).to_vec(),
            // A file that vanished meanwhile reads as empty, and the page says so.
            Err(_) => Vec::new(),
        };
        documents.push(decoded(now + place as f64, file.name(), Rc::from(bytes), None).await);
    }
    if documents.is_empty() {
        let input = text_or_html(incoming.text, &incoming.html).await;
        if !input.text.trim().is_empty() {
            documents.push(Document::new(now, input, incoming.from));
        }
    }
    documents
}

/// The same file read in another encoding.
pub async fn decoded_as(document: &Document, encoding: Encoding) -> Option<Document> {
    let (Origin::File(name), Some(bytes)) = (&document.from, &document.bytes) else {
        return None;
    };
    Some(decoded(document.key, name.clone(), bytes.content.clone(), Some(encoding)).await)
}

async fn decoded(key: f64, name: String, content: Rc<[u8]>, encoding: Option<Encoding>) -> Document {
    let decoded = match encoding {
        // Nothing in it can be read as text.
        _ if Packed::of(&content).is_some() => decode::decode(&[]),
        Some(encoding) => decode::decode_as(&content, encoding),
        None => decode::decode(&content),
    };
    let input = if is_html(&name) {
        html::read(&decoded.text).await
    } else {
        Input::from(decoded.text)
    };
    Document {
        bytes: Some(Bytes {
            content,
            encoding: decoded.encoding,
            undecodable: decoded.undecodable,
        }),
        ..Document::new(key, input, Origin::File(name))
    }
}

fn is_html(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".html", ".htm", ".xhtml"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// The clipboard's html where it carries structure and leaves out no more than a little of the text.
async fn text_or_html(text: String, html: &str) -> Input {
    if html.trim().is_empty() {
        return Input::from(text);
    }
    let marked_up = html::read(html).await;
    let most = marked_up.text.len() * 5 >= text.trim().len() * 4;
    if text.trim().is_empty() || marked_up.has_structure() && most {
        marked_up
    } else {
        Input::from(text)
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
