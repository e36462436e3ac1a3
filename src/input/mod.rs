//! Ways in: what is pasted, dropped, opened or typed becomes documents.

mod clipboard;
mod decode;
mod events;
mod folder;
mod html;
mod inert;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use lectern_core::Input;
use lectern_core::input::{Writing, markdown};
use lectern_core::text::Packed;
use lectern_core::text::encoding::Encoding;
use lectern_formats::import::Kind;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, FileSystemEntry};

use crate::desk;
use crate::late;
use crate::reader::Reader;
use crate::state::Document;
use crate::state::document::{Bytes, Origin};
use crate::state::work::{LeftOut, Refusal};
use decode::Decoded;

pub use clipboard::from_clipboard;
pub use events::{drag_left, dragged, dropped, early, pasted, ready};

/// Something that came in and is not yet text.
#[derive(Clone, Debug)]
pub struct Incoming {
    text: String,
    html: String,
    files: Vec<File>,
    /// Folders, or files, that are still to be looked through.
    roots: Vec<FileSystemEntry>,
    from: Origin,
}

impl Incoming {
    /// Plain text from clipboard or keyboard.
    pub fn text(text: String) -> Self {
        Incoming {
            text,
            html: String::new(),
            files: Vec::new(),
            roots: Vec::new(),
            from: Origin::Paste,
        }
    }

    /// Files, each an article, or what was in a folder.
    pub fn files(list: &FileList) -> Self {
        Incoming {
            files: (0..list.length()).filter_map(|place| list.get(place)).collect(),
            ..Incoming::text(String::new())
        }
    }

    /// The article behind "Try an example", written for this page. It is fetched when it is opened.
    pub fn example() -> Self {
        Incoming {
            from: Origin::Example,
            ..Incoming::text(String::new())
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
    /// What else is missing; none where all is there.
    pub left_out: Option<LeftOut>,
}

impl Taken {
    /// An article that was exported before, with its marks, or several of one file.
    async fn come_back(&mut self, name: String, text: String, beside: Option<String>) -> Result<(), Refusal> {
        if !late::arrived().await {
            return Err(Refusal::Broken);
        }
        let (parcels, over) = desk::import(name, text, beside).await?;
        for parcel in parcels {
            let from = if parcel.name.is_empty() {
                Origin::Kept
            } else {
                Origin::File(parcel.name)
            };
            self.documents.push(Document {
                given: parcel.given.map(Rc::new),
                ..Document::new(self.key(), parcel.input, from)
            });
        }
        if over > 0 {
            self.left_out.get_or_insert_default().over += over;
        }
        Ok(())
    }

    /// Keys are times, and have to differ within one drop.
    fn key(&self) -> f64 {
        let last = self.documents.last().map_or(0.0, |document| document.key + 1.0);
        js_sys::Date::now().max(last)
    }
}

/// Makes documents of what came in.
pub async fn documents(mut incoming: Incoming) -> Taken {
    let mut taken = Taken::default();
    if incoming.from == Origin::Example {
        match late::example().await {
            Some(text) => incoming.text = text,
            None => taken.refused = Some(Refusal::Broken),
        }
    }
    if !incoming.files.is_empty() || !incoming.roots.is_empty() {
        files(&mut taken, incoming).await;
        return taken;
    }
    if Kind::of("", &incoming.text).is_some() {
        taken.refused = taken.come_back(String::new(), incoming.text, None).await.err();
        return taken;
    }
    if Writing::of_text(&incoming.text) == Writing::Html {
        // a page's source
        incoming.html = std::mem::take(&mut incoming.text);
    }
    let input = text_or_html(incoming.text, &incoming.html).await;
    if input.text.trim().is_empty() {
        taken.refused.get_or_insert(Refusal::Nothing);
    } else {
        let key = taken.key();
        taken.documents.push(Document::new(key, input, incoming.from));
    }
    taken
}

/// Whether this browser can open a folder by a button; those of many phones can't.
pub fn opens_folders() -> bool {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let prototype =
        get(&gloo::utils::window(), "HTMLInputElement").and_then(|class| get(&class, "prototype"));
    prototype.is_some_and(|own| Reflect::has(&own, &"webkitdirectory".into()).unwrap_or(false))
}

/// A file, and its name; in a folder, its path from there.
#[derive(Clone, Debug)]
struct Named {
    name: String,
    file: File,
}

impl Named {
    fn new(file: File) -> Self {
        let path = Reflect::get(&file, &"webkitRelativePath".into()).ok();
        let path = path.and_then(|path| path.as_string());
        let name = path.filter(|path| !path.is_empty());
        Named {
            name: name.unwrap_or_else(|| file.name()),
            file,
        }
    }
}

/// Makes documents of files, and of what is in folders.
async fn files(taken: &mut Taken, incoming: Incoming) {
    let mut files: Vec<Named> = incoming.files.into_iter().map(Named::new).collect();
    if !incoming.roots.is_empty() || files.iter().any(|file| file.name.contains('/')) {
        if !late::arrived().await {
            taken.refused = Some(Refusal::Broken);
            return;
        }
        let (opened, left_out) = folder::opened(files, incoming.roots).await;
        files = opened;
        taken.left_out = Some(left_out);
    }
    for Named { name, file } in &files {
        if beside(&files, name, ".txt", ".ann").is_some() {
            continue;
        }
        let content = content(file).await;
        let Some(decoded) = decoded(&content, None).await else {
            taken.refused = Some(Refusal::Broken);
            continue;
        };
        if Kind::of(name, &decoded.text).is_none() {
            let made = made(taken.key(), name.clone(), content, decoded).await;
            taken.documents.push(made);
            continue;
        }
        let text = match beside(&files, name, ".ann", ".txt") {
            Some(file) => self::decoded(&self::content(file).await, None).await,
            None => None,
        };
        let text = text.map(|decoded| decoded.text);
        match taken.come_back(name.clone(), decoded.text, text).await {
            Ok(()) => {}
            // Folders hold files of other programs with the same endings.
            Err(Refusal::Wrong(_)) if taken.left_out.is_some() => {
                taken.left_out.get_or_insert_default().others += 1;
            }
            Err(why) => taken.refused = Some(why),
        }
    }
    taken.left_out = taken
        .left_out
        .filter(|left_out| !left_out.is_nothing() || taken.documents.is_empty());
}

/// The file that is called as this one, but for its ending.
fn beside<'a>(files: &'a [Named], name: &str, ending: &str, other: &str) -> Option<&'a File> {
    let other = format!("{}{other}", name.strip_suffix(ending)?);
    let file = files.iter().find(|file| file.name == other)?;
    Some(&file.file)
}

async fn content(file: &File) -> Rc<[u8]> {
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Rc::from(Uint8Array::new(&buffer).to_vec()),
        // A file that vanished meanwhile reads as empty, and the page says so.
        Err(_) => Rc::default(),
    }
}

/// The same file read in another encoding.
pub async fn decoded_as(document: &Document, encoding: Encoding) -> Option<Document> {
    let (Origin::File(name), Some(bytes)) = (&document.from, &document.bytes) else {
        return None;
    };
    let content = bytes.content.clone();
    let decoded = decoded(&content, Some(encoding)).await?;
    Some(made(document.key, name.clone(), content, decoded).await)
}

/// A file's text. Other encodings than UTF-8 are read by what comes late; none where that can't be fetched.
async fn decoded(content: &[u8], encoding: Option<Encoding>) -> Option<Decoded> {
    if Packed::of(content).is_some() {
        // Nothing in it can be read as text.
        return Some(Decoded::utf8(""));
    }
    if encoding.is_none()
        && let Some(text) = decode::plainly_utf8(content)
    {
        return Some(Decoded::utf8(text));
    }
    if !late::arrived().await {
        return None;
    }
    Some(match encoding {
        Some(encoding) => decode::decode_as(content, encoding),
        None => decode::decode(content),
    })
}

async fn made(key: f64, name: String, content: Rc<[u8]>, decoded: Decoded) -> Document {
    let input = match Writing::of_file(&name, &decoded.text) {
        Writing::Html => html::read(&decoded.text).await.unwrap_or_default(),
        writing => plain(decoded.text, writing == Writing::Markdown).await,
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

/// What came without markup: Markdown where it is called so or clearly is, plain text else.
async fn plain(text: String, is_called_so: bool) -> Input {
    match written(&text, is_called_so).await {
        Some(input) => input,
        None => Input::from(text),
    }
}

/// The text read as Markdown; none where it is none.
async fn written(text: &str, is_called_so: bool) -> Option<Input> {
    if is_called_so || markdown::may_be_markdown(text) {
        Reader::shared().markdown(text.to_owned(), is_called_so).await
    } else {
        None
    }
}

/// The clipboard's html where it carries structure and leaves out no more than a little of the text. Editors put what
/// they show as html beside Markdown: paragraphs without a kind.
async fn text_or_html(text: String, html: &str) -> Input {
    if html.trim().is_empty() {
        return plain(text, false).await;
    }
    let Some(marked_up) = html::read(html).await else {
        return plain(text, false).await;
    };
    let most = marked_up.text.len() * 5 >= text.trim().len() * 4;
    if text.trim().is_empty() || marked_up.has_structure() && most && marked_up.has_kinds() {
        return marked_up;
    }
    match written(&text, false).await {
        Some(input) => input,
        None if marked_up.has_structure() && most => marked_up,
        None => Input::from(text),
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
