//! Folders: the files in them that Lectern reads, by their paths, and how many were left out.

use js_sys::{Array, Function, Promise};
use lectern_core::input::Writing;
use lectern_core::text::order;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::Named;
use crate::state::work::LeftOut;

/// So many files of a folder are opened: more of them would fill the memory, and a table of them is slow to read.
const MOST: usize = 1_000;

/// So many files and folders are looked at. Stops a whole disk that was dropped by mistake.
const MOST_LOOKED_AT: usize = 20_000;

/// Endings of the files in a folder that are opened beside web pages and Markdown: text, and what was saved here.
const ENDINGS: [&str; 5] = [".txt", ".text", ".json", ".jsonld", ".ann"];

/// What is opened of these files and of what is in the folders, by path, and what is left out.
pub(super) async fn opened(files: Vec<Named>, roots: Vec<FileSystemEntry>) -> (Vec<Named>, LeftOut) {
    let mut left_out = LeftOut::default();
    let wanted = files.into_iter().filter(|file| left_out.wants(&file.name));
    let mut files: Vec<Named> = wanted.collect();
    walk(roots, &mut files, &mut left_out).await;
    order::by_key(&mut files, |file| file.name.clone());
    left_out.over += files.len().saturating_sub(MOST);
    files.truncate(MOST);
    shorten(&mut files);
    (files, left_out)
}

impl LeftOut {
    /// Whether a file is of a kind that is read; counts it where it is not, unless it is hidden.
    fn wants(&mut self, path: &str) -> bool {
        if path.split('/').any(|part| part.starts_with('.')) {
            return false;
        }
        let name = path.to_ascii_lowercase();
        let is_wanted =
            Writing::of_name(&name) != Writing::Plain || ENDINGS.iter().any(|ending| name.ends_with(ending));
        self.others += usize::from(!is_wanted);
        is_wanted
    }
}

/// Looks through folders; what can't be looked into counts as left out.
async fn walk(mut waiting: Vec<FileSystemEntry>, files: &mut Vec<Named>, left_out: &mut LeftOut) {
    let mut looked_at = 0;
    while let Some(entry) = waiting.pop() {
        looked_at += 1;
        if looked_at > MOST_LOOKED_AT {
            left_out.over += waiting.len() + 1;
            return;
        }
        let name = entry.full_path().trim_start_matches('/').to_owned();
        // By what the values have and not by their classes: those differ between browsers.
        if entry.is_directory() {
            if !entry.name().starts_with('.') {
                within(entry.unchecked_into(), &mut waiting).await;
            }
            continue;
        }
        if !left_out.wants(&name) {
            continue;
        }
        let entry: FileSystemFileEntry = entry.unchecked_into();
        let file = told(|done, failed| entry.file_with_callback_and_callback(done, failed)).await;
        match file.and_then(|file| file.dyn_into::<File>().ok()) {
            Some(file) => files.push(Named { name, file }),
            None => left_out.others += 1,
        }
    }
}

/// What is in a folder.
async fn within(folder: FileSystemDirectoryEntry, entries: &mut Vec<FileSystemEntry>) {
    let reader = folder.create_reader();
    // Browsers give a hundred at a time, and none at the end.
    while entries.len() <= MOST_LOOKED_AT {
        let more = told(|done, failed| {
            // What it throws would be told to `failed` too.
            let _ = reader.read_entries_with_callback_and_callback(done, failed);
        });
        let more = more.await.map_or_else(Array::new, |more| Array::from(&more));
        if more.length() == 0 {
            return;
        }
        entries.extend(more.iter().map(JsCast::unchecked_into));
    }
}

/// What a function of the browser tells the first of two others; none when it tells the second.
async fn told(ask: impl Fn(&Function, &Function)) -> Option<JsValue> {
    let promise = Promise::new(&mut |done, failed| ask(&done, &failed));
    JsFuture::from(promise).await.ok()
}

/// Cuts off the folder that all of them lie in.
fn shorten(files: &mut [Named]) {
    let Some((first, rest)) = files.split_first() else {
        return;
    };
    let folder = |name: &str| name.rfind('/').map_or(0, |slash| slash + 1);
    let mut common = folder(&first.name);
    while !rest
        .iter()
        .all(|file| file.name.starts_with(&first.name[..common]))
    {
        common = folder(&first.name[..common - 1]);
    }
    for file in files {
        file.name.drain(..common);
    }
}
