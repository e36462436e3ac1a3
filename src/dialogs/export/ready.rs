//! What is ready to go: asked of the desk, then copied or saved.

use gloo::utils::window;
use lectern_desk::Parcel;
use lectern_formats::export::Format;
use wasm_bindgen_futures::JsFuture;

use super::choice::Choice;
use super::seen::seen;
use crate::report::reported;
use crate::state::place::PARCEL;
use crate::state::work::Refusal;
use crate::state::{Mark, Reading, Work};
use crate::{desk, dom};

/// So much of a file is shown, in lines and in bytes.
const LINES: usize = 60;
const BYTES: usize = 4_000;

/// Words of the title in a file's name.
const NAME_WORDS: usize = 8;

/// A file, or a link.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ready {
    pub(super) choice: Choice,
    pub(super) text: String,
    /// What goes with it: for a table the one with tabs, for brat the text.
    other: Option<String>,
}

impl Ready {
    /// A reading in a format; all of its marks where none are named.
    pub(super) async fn file(
        reading: &Reading,
        format: Format,
        marks: Option<&[Mark]>,
    ) -> Result<Ready, Refusal> {
        let (text, other) = desk::write(reading, format, marks).await?;
        Ok(Ready {
            choice: Choice::File(format),
            text,
            other,
        })
    }

    /// The address of this page with the open article in it, and the mark that it leads to.
    pub(super) async fn link(work: &Work, focus: Option<Mark>) -> Result<Ready, Refusal> {
        let open = work.open.as_ref().ok_or(Refusal::Broken)?;
        let parcel = Parcel {
            input: (**open.all()).clone(),
            overrides: (*work.overrides).clone(),
            corrections: (*work.corrections).clone(),
            given: open.given(&work.overrides).map(|given| (**given).clone()),
            name: String::new(),
        };
        let letters = desk::pack(parcel).await?;
        let location = window().location();
        let (origin, path) = (location.origin(), location.pathname());
        let mut text = origin.unwrap_or_default() + &path.unwrap_or_default() + PARCEL + &letters;
        if let Some(mark) = focus {
            text = text + "/" + &mark.key();
        }
        Ok(Ready {
            choice: Choice::Link,
            text,
            other: None,
        })
    }

    /// Copies it; whether the browser let it. A spreadsheet pastes tabs.
    pub(super) async fn copy(&self) -> bool {
        let tabs = self
            .other
            .as_ref()
            .filter(|_| self.choice == Choice::File(Format::Csv));
        let clipboard = window().navigator().clipboard();
        if clipboard.is_undefined() {
            return false;
        }
        let copied = JsFuture::from(clipboard.write_text(tabs.unwrap_or(&self.text))).await;
        reported("Copying was refused", copied).is_some()
    }

    /// Saves it; gives the name of the file, brat's text beside it.
    pub(super) fn save(&self, reading: &Reading) -> Option<String> {
        let Choice::File(format) = self.choice else {
            return None;
        };
        let stem = file_name(reading);
        let name = format!("{stem}.{}", format.ending());
        dom::save(&name, format.media_type(), &self.text);
        if let (Format::Brat, Some(text)) = (format, &self.other) {
            dom::save(&format!("{stem}.txt"), "text/plain;charset=utf-8", text);
        }
        Some(name)
    }

    /// What is worth seeing of it: its beginning, of a page that of what is read on it.
    pub(super) fn beginning(&self) -> String {
        let seen = seen(&self.text);
        let text = seen
            .as_deref()
            .unwrap_or(&self.text)
            .trim_start_matches('\u{feff}')
            .trim_start();
        let cut = &text[..text.floor_char_boundary(BYTES)];
        let mut lines: Vec<&str> = cut.lines().take(LINES).collect();
        if lines.len() == LINES || cut.len() < text.len() {
            lines.push("…");
        }
        lines.join("\n")
    }
}

/// Title and day, in letters that every file system takes.
fn file_name(reading: &Reading) -> String {
    let published = reading.article.details.published.as_ref();
    let day = published
        .and_then(|date| date.value.get(..10))
        .unwrap_or_default();
    let called = reading.called();
    let words = called
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let words: Vec<&str> = words
        .take(NAME_WORDS)
        .chain([day])
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        return "article".to_owned();
    }
    words.join("-").to_ascii_lowercase()
}
