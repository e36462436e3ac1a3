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
use lectern_core::input::markdown;
use lectern_core::text::encoding::Encoding;
use lectern_formats::import::Kind;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use crate::desk;
use crate::late;
use crate::state::Document;
use crate::state::document::{Bytes, Origin, Packed};
use crate::state::work::Refusal;
use decode::Decoded;

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

/// What came of what came in.
#[derive(Debug, Default)]
pub struct Taken {
    /// One for each file, else one for the text; none for nothing at all.
    pub documents: Vec<Document>,
    /// Why the last of those that are missing could not be taken in.
    pub refused: Option<Refusal>,
}

impl Taken {
    fn add(&mut self, document: Result<Document, Refusal>) {
        match document {
            Ok(document) => self.documents.push(document),
            Err(why) => self.refused = Some(why),
        }
    }
}

/// Makes documents of what came in.
pub async fn documents(incoming: Incoming) -> Taken {
    // Keys are times, and have to differ within one drop.
    let now = js_sys::Date::now();
    let mut taken = Taken::default();
    for (place, file) in incoming.files.iter().enumerate() {
        let (key, name) = (now + place as f64, file.name());
        if beside(&incoming.files, &name, ".txt", ".ann").is_some() {
            continue;
        }
        let content = content(file).await;
        let decoded = decoded(&content, None);
        if Kind::of(&name, &decoded.text).is_none() {
            taken.documents.push(made(key, name, content, decoded).await);
            continue;
        }
        let text = match beside(&incoming.files, &name, ".ann", ".txt") {
            Some(file) => Some(self::decoded(&self::content(file).await, None).text),
            None => None,
        };
        taken.add(came_back(key, name, decoded.text, text).await);
    }
    if !incoming.files.is_empty() {
        return taken;
    }
    if Kind::of("", &incoming.text).is_some() {
        taken.add(came_back(now, String::new(), incoming.text, None).await);
        return taken;
    }
    let input = text_or_html(incoming.text, &incoming.html).await;
    if !input.text.trim().is_empty() {
        taken.documents.push(Document::new(now, input, incoming.from));
    }
    taken
}

/// The file that is called as this one, but for its ending.
fn beside<'a>(files: &'a [File], name: &str, ending: &str, other: &str) -> Option<&'a File> {
    let other = format!("{}{other}", name.strip_suffix(ending)?);
    files.iter().find(|file| file.name() == other)
}

async fn content(file: &File) -> Rc<[u8]> {
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Rc::from(Uint8Array::new(&buffer).to_vec()),
        // A file that vanished meanwhile reads as empty, and the page says so.
        Err(_) => Rc::default(),
    }
}

/// An article that was exported before, with its marks.
async fn came_back(
    key: f64,
    name: String,
    text: String,
    beside: Option<String>,
) -> Result<Document, Refusal> {
    late::arrived().await;
    let parcel = desk::import(name, text, beside).await?;
    Ok(Document {
        given: parcel.given.map(Rc::new),
        ..Document::new(key, parcel.input, Origin::Kept)
    })
}

/// The same file read in another encoding.
pub async fn decoded_as(document: &Document, encoding: Encoding) -> Option<Document> {
    let (Origin::File(name), Some(bytes)) = (&document.from, &document.bytes) else {
        return None;
    };
    let content = bytes.content.clone();
    let decoded = decoded(&content, Some(encoding));
    Some(made(document.key, name.clone(), content, decoded).await)
}

fn decoded(content: &[u8], encoding: Option<Encoding>) -> Decoded {
    match encoding {
        // Nothing in it can be read as text.
        _ if Packed::of(content).is_some() => decode::decode(&[]),
        Some(encoding) => decode::decode_as(content, encoding),
        None => decode::decode(content),
    }
}

async fn made(key: f64, name: String, content: Rc<[u8]>, decoded: Decoded) -> Document {
    let input = if ends(&name, &[".html", ".htm", ".xhtml"]) {
        html::read(&decoded.text).await
    } else if ends(&name, &[".md", ".markdown"]) {
        markdown::read(&decoded.text)
    } else {
        Input::pasted(decoded.text)
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

fn ends(name: &str, endings: &[&str]) -> bool {
    let name = name.to_ascii_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// The clipboard's html where it carries structure and leaves out no more than a little of the text. Editors put what
/// they show as html beside Markdown: paragraphs without a kind.
async fn text_or_html(text: String, html: &str) -> Input {
    if html.trim().is_empty() {
        return Input::pasted(text);
    }
    let marked_up = html::read(html).await;
    let most = marked_up.text.len() * 5 >= text.trim().len() * 4;
    let written = !marked_up.has_kinds() && markdown::is_markdown(&text);
    if text.trim().is_empty() || marked_up.has_structure() && most && !written {
        marked_up
    } else {
        Input::pasted(text)
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
