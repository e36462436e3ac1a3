//! The bookmarklet: a link to be dragged to the bookmarks, which sends the page it is pressed on to Lectern.
//! `static/bookmarklet.js` is its script, `static/boot.js` takes what it sends.

use js_sys::{JSON, encode_uri_component};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::context::use_strings;
use crate::strings::{Key, Strings};

const SCRIPT: &str = include_str!("../../static/bookmarklet.js");

/// What the bookmarklet adds to this page's address.
const OPENED_BY_IT: &str = "#page";

/// The link, what it is for, and its address to copy where nothing can be dragged.
#[component]
pub(super) fn Bookmarklet() -> Html {
    let strings = use_strings();
    let said = use_state_eq(about);
    let address = use_memo(strings.clone(), address);
    // Pressed here it would send Lectern to Lectern, and the page's policy blocks it.
    let onclick = {
        let said = said.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            said.set(Key::BookmarkletDrag);
        })
    };
    let copy = {
        let (said, address) = (said.clone(), address.clone());
        Callback::from(move |_| {
            let (said, address) = (said.clone(), address.clone());
            spawn_local(async move {
                let clipboard = gloo::utils::window().navigator().clipboard();
                let copied =
                    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(&address)).await.is_ok();
                said.set(if copied {
                    Key::BookmarkletCopied
                } else {
                    Key::CardCopyFailed
                });
            });
        })
    };
    html! {
        <div class="bookmarklet">
            <a id="bookmarklet" class="tool" href={(*address).clone()} {onclick}>{ strings.get(Key::BookmarkletName) }</a>
            <p role="status">{ strings.get(*said) }</p>
            <button type="button" class="quiet" onclick={copy}>{ strings.get(Key::BookmarkletCopy) }</button>
        </div>
    }
}

/// What it is for and how it gets among the bookmarks: by a finger nothing is dragged there.
fn about() -> Key {
    let by_finger = gloo::utils::window().match_media("(pointer: coarse)");
    match by_finger {
        Ok(Some(query)) if query.matches() => Key::BookmarkletTouch,
        _ => Key::BookmarkletAbout,
    }
}

/// Whether a bookmarklet opened this page and its site cut the two apart.
pub(super) fn cut_off() -> bool {
    let window = gloo::utils::window();
    let opened = window.location().hash().is_ok_and(|hash| hash == OPENED_BY_IT);
    opened && window.opener().is_ok_and(|opener| opener.is_null())
}

/// The link's address: the script with this page's own address and the words that it may have to show.
fn address(strings: &Strings) -> String {
    let location = gloo::utils::window().location();
    let here = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    // Strings always have a JSON form.
    let quoted = |words: &str| {
        JSON::stringify(&JsValue::from_str(words)).map_or_else(|_| "\"\"".to_owned(), String::from)
    };
    let script = SCRIPT
        .split_once("(() =>")
        .map_or_else(String::new, |(_, script)| format!("(() =>{script}"))
        .replace("LECTERN", &quoted(&here))
        .replace("CUT", &quoted(&strings.get(Key::BookmarkletCut)))
        .replace("COPIED", &quoted(&strings.get(Key::BookmarkletSent)));
    format!("javascript:{}", String::from(encode_uri_component(&script)))
}
