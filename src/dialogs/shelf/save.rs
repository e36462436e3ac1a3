//! The whole table as a file, fetched from the desk piece by piece: two hundred articles at once are long work.

use js_sys::Array;
use lectern_desk::{Done, Task};
use lectern_formats::collection::{Query, What, Whole};
use lectern_formats::export::Format;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag};
use yew::prelude::*;

use crate::context::use_strings;
use crate::desk;
use crate::dom;
use crate::parts::refusal_words;
use crate::state::work::Refusal;
use crate::strings::Key;

/// What the saved files are called, without their ending.
const NAME: &str = "articles";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) query: Query,
    /// Whether all articles are there.
    pub(super) is_ready: bool,
}

/// The buttons, and what came of them.
#[component]
pub(super) fn Save(props: &Props) -> Html {
    let strings = use_strings();
    let said = use_state_eq(String::new);
    let button = |id: &'static str, words: Key, format: Format, whole: Whole| {
        let (said, strings) = (said.setter(), strings.clone());
        let label = strings.get(words);
        let onclick = Callback::from(move |_: MouseEvent| {
            let (said, strings, whole) = (said.clone(), strings.clone(), whole.clone());
            spawn_local(async move {
                let name = format!("{NAME}.{}", format.ending());
                said.set(match file(whole, format).await {
                    Ok(file) => {
                        dom::save_blob(&name, &file);
                        strings.about(Key::ExportSaved, &name)
                    }
                    Err(why) => refusal_words(why, &strings),
                });
            });
        });
        html! { <button type="button" class="tool" {id} disabled={!props.is_ready} {onclick}>{ label }</button> }
    };
    let all = || Query {
        what: What::Marks,
        ..Query::default()
    };
    let is_narrowed = props.query
        != Query {
            what: props.query.what,
            ..Query::default()
        }
        || !matches!(props.query.what, What::Speakers | What::Marks);
    html! {
        <div class="export-do">
            { button("shelf-csv", Key::ShelfCsv, Format::Csv, Whole::Table(all())) }
            { button("shelf-json", Key::ShelfJson, Format::Json, Whole::Json) }
            if is_narrowed {
                { button("shelf-shown", Key::ShelfShown, Format::Csv, Whole::Table(props.query.clone())) }
            }
            <span class="said" role="status">{ (*said).clone() }</span>
        </div>
    }
}

/// The file. Each piece goes out of the page's hands before the next is asked for.
async fn file(whole: Whole, format: Format) -> Result<Blob, Refusal> {
    let pieces = Array::new();
    for at in 0.. {
        match desk::ask(Task::WriteShelf(whole.clone(), at)).await? {
            Done::Piece(Some(text)) => {
                let piece = Blob::new_with_str_sequence(&Array::of1(&text.into()));
                pieces.push(&piece.map_err(|_| Refusal::Broken)?.into());
            }
            Done::Piece(None) => break,
            _ => return Err(Refusal::Broken),
        }
    }
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type());
    Blob::new_with_blob_sequence_and_options(&pieces, &options).map_err(|_| Refusal::Broken)
}
