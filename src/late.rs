//! What no first reading waits for: dialogs, putting right, reading aloud, and the words of a second language.
//!
//! A page built for release is two files (`crates/lectern-pack`). The second one is fetched in the background when the
//! page stands; a page built for trying has it all in one.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::report::{report, reported};
use crate::strings::{self, Language};

#[wasm_bindgen]
extern "C" {
    /// Fetches it while everything else waits.
    #[wasm_bindgen(js_namespace = lecternLate, js_name = now)]
    fn fetch_now();

    /// Fetches it in the background.
    #[wasm_bindgen(js_namespace = lecternLate, js_name = soon, catch)]
    async fn fetch_soon() -> Result<(), JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// Chinese words that were fetched before the page started.
    #[wasm_bindgen(js_namespace = lecternWords, js_name = kept)]
    fn kept_words() -> Option<String>;

    /// Fetches them.
    #[wasm_bindgen(js_namespace = lecternWords, js_name = fetch, catch)]
    async fn fetch_words() -> Result<JsValue, JsValue>;

    /// Fetches the example.
    #[wasm_bindgen(js_namespace = lecternWords, js_name = example, catch)]
    async fn fetch_example() -> Result<JsValue, JsValue>;
}

/// Called by the program itself before anything that comes late, should that be asked for before it is there.
#[wasm_bindgen]
pub fn load_late() {
    fetch_now();
}

/// Waits until it is there; whether it is. When it can't be fetched, whatever needs it all the same tries once more and
/// fails with a report.
pub async fn arrived() -> bool {
    // A test's program is one.
    if cfg!(test) {
        return true;
    }
    let fetched = fetch_soon().await;
    if let Err(error) = &fetched {
        report("fetching what comes late", error);
    }
    fetched.is_ok()
}

/// The text of the example; none when it can't be fetched.
pub async fn example() -> Option<String> {
    reported("fetching the example", fetch_example().await)?.as_string()
}

/// Whether what comes late is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Late {
    /// Not yet.
    #[default]
    Away,
    /// It is.
    Here,
    /// It could not be fetched; the next `wanted` tries again.
    Failed,
}

/// Fetches what comes late when the page stands and, should that fail, each time that `wanted` changes.
#[hook]
pub fn use_late<T: PartialEq + 'static>(wanted: T) -> Late {
    // A test's program is one, and has nobody to ask.
    let late = use_state_eq(|| if cfg!(test) { Late::Here } else { Late::Away });
    {
        let late = late.clone();
        use_effect_with(wanted, move |_| {
            if *late == Late::Here {
                return;
            }
            spawn_local(async move {
                late.set(match fetch_soon().await {
                    Ok(()) => Late::Here,
                    Err(error) => {
                        report("fetching what comes late", &error);
                        Late::Failed
                    }
                });
            });
        });
    }
    *late
}

/// Sees that there are words of the language; whether they have come. Until then the page speaks English.
#[hook]
pub fn use_words(language: Language) -> bool {
    let here = use_state_eq(|| {
        if !strings::has(language) {
            kept_words().into_iter().for_each(strings::arrive);
        }
        strings::has(language)
    });
    {
        let here = here.clone();
        use_effect_with(language, move |&language| {
            if strings::has(language) {
                here.set(true);
                return;
            }
            here.set(false);
            spawn_local(async move {
                match fetch_words().await {
                    Ok(words) => words.as_string().into_iter().for_each(strings::arrive),
                    Err(error) => report("fetching the words of the interface", &error),
                }
                here.set(strings::has(language));
            });
        });
    }
    *here
}
