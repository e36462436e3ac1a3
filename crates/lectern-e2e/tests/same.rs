//! The worker's reading in the browser is, to the byte, the reading of a native program.

use anyhow::{Context, Result};
use lectern_core::{Input, Overrides, read};
use lectern_e2e::{Page, with_page};
use lectern_reader::{Done, Reply};
use serde_json::{Value, json};

use crate::HARBOUR;

/// Texts in which a difference between the two would show: every stage at work, and every kind of odd character.
const ODD: [&str; 6] = [
    "“We will,” said Odile Fenwick.\r\n\r\nShe added: ‘no — never’ 😀 “and it never closes.",
    "The cafÃ© opens on Monday, the mayorâ€™s office said.\n\nâ€œWe are glad,â€\u{9d} Mr. Aldergrove said.",
    "The har-\nbour will stay open, said Tomas Alder-\ngrove, the minister.\n\n\u{200b}He\u{a0}called on towns to pay.",
    "港口开放。\n\n\"The harbour is open,\" said Mayor Ana Özdemir-Sø.\n\n- one\n- two\n\n1. three\n2. four",
    "A\u{301}\u{1f469}\u{200d}\u{1f467} \"\" '' “” ‘’ «» ((( said said said",
    "He vowed to do 3 things, such as a, b and c. \"I oppose it,\" he said, \"and I always will.\"",
];

/// Keeps the bytes of each answer that a worker gives.
const WATCH_REPLIES: &str = "window.replies = [];
    window.Worker = class extends window.Worker {
        constructor(...given) {
            super(...given);
            this.addEventListener('message', (event) => {
                if (ArrayBuffer.isView(event.data)) window.replies.push([...event.data]);
            });
        }
    };";

/// The bytes of the worker's last answer to a pasted text: it may have been asked before whether that is Markdown.
async fn answer(page: &Page, text: &str) -> Result<Vec<u8>> {
    page.js("window.replies.length = 0", json!([])).await?;
    page.read(text).await?;
    let bytes = page.js("return window.replies.at(-1)", json!([])).await?;
    bytes.as_array().context("no bytes")?.iter().map(byte).collect()
}

fn byte(value: &Value) -> Result<u8> {
    Ok(u8::try_from(value.as_u64().context("not a byte")?)?)
}

#[tokio::test]
async fn the_browser_reads_what_a_native_program_reads() {
    with_page("same", async |page| {
        page.open_with(WATCH_REPLIES).await?;
        for text in [HARBOUR].into_iter().chain(ODD) {
            let reply = Reply::from_bytes(&answer(page, text).await?).context("not a reply")?;
            let article = read(&Input::from(text), &Overrides::default());
            assert_eq!(reply.done, Done::Read(Box::new(article)), "{text:?}");
        }
        Ok(())
    })
    .await;
}
