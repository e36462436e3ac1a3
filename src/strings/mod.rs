//! All words of the interface, one Fluent file a language, so that another language is only another file and its
//! plural. `build.rs` compiles the files and describes the form that is read here: a Fluent parser in the page would
//! weigh more than all the words.

mod date;
mod names;

use std::cell::Cell;
use std::rc::Rc;

pub use crate::state::settings::Language;
pub use names::Named;

// `Key`: one for each message, in the order of the messages.
include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// The messages, one a line, in the order of their keys.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));
/// The page itself fetches them, `static/zh-Hans.txt`, when they are wanted.
#[cfg(any(test, not(target_arch = "wasm32")))]
const CHINESE: &str = include_str!(concat!(env!("OUT_DIR"), "/zh-Hans.txt"));

thread_local! {
    /// Chinese messages that were fetched.
    static FETCHED: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Takes the Chinese messages that were fetched. They stay for as long as the page does.
pub fn arrive(messages: String) {
    // A file of another version may have its messages in another order.
    if messages.lines().count() == ENGLISH.lines().count() {
        FETCHED.set(Some(Box::leak(messages.into_boxed_str())));
    }
}

/// Whether there are words of this language.
pub fn has(language: Language) -> bool {
    messages_of(language).is_some()
}

fn messages_of(language: Language) -> Option<&'static str> {
    match language {
        Language::English => Some(ENGLISH),
        #[cfg(any(test, not(target_arch = "wasm32")))]
        Language::Chinese => FETCHED.get().or(Some(CHINESE)),
        #[cfg(all(not(test), target_arch = "wasm32"))]
        Language::Chinese => FETCHED.get(),
    }
}

/// The words of one language. Cheap to clone; equal when the language is.
#[derive(Clone)]
pub struct Strings {
    language: Language,
    /// By key.
    messages: Rc<[&'static str]>,
}

impl PartialEq for Strings {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Strings")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl Strings {
    /// Takes one language's messages; the English ones as long as the others are not there.
    pub fn new(language: Language) -> Self {
        let (language, messages) = match messages_of(language) {
            Some(messages) => (language, messages),
            None => (Language::English, ENGLISH),
        };
        Strings {
            language,
            messages: messages.lines().collect(),
        }
    }

    /// Which language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Words without anything to fill in.
    pub fn get(&self, key: Key) -> String {
        self.with(key, &[])
    }

    /// The word for a value.
    pub fn name(&self, value: impl Named) -> String {
        self.get(value.key())
    }

    /// Words with a number, by the language's plural.
    pub fn count(&self, key: Key, count: usize) -> String {
        self.with(key, &[("count", Fill::Number(count))])
    }

    /// Words with one stretch of text filled in.
    pub fn about(&self, key: Key, name: &str) -> String {
        self.with(key, &[("name", Fill::Text(name))])
    }

    /// How many quotations and proposals somebody has; what there is none of is not named.
    pub fn counts(&self, quotations: usize, proposals: usize) -> String {
        let parts = [
            (Key::SpeakerQuotations, quotations),
            (Key::SpeakerProposals, proposals),
        ];
        let parts = parts.into_iter().filter(|&(_, amount)| amount > 0);
        let words: Vec<String> = parts.map(|(key, amount)| self.count(key, amount)).collect();
        words.join(&self.get(Key::ListComma))
    }

    /// How many items a proposal is said to have and how many were found.
    pub fn stated(&self, stated: u32, found: usize) -> String {
        let fills = [
            ("stated", Fill::Number(stated as usize)),
            ("found", Fill::Number(found)),
        ];
        self.with(Key::ItemsStated, &fills)
    }

    /// Words with several things filled in.
    pub fn with(&self, key: Key, fills: &[(&str, Fill<'_>)]) -> String {
        let message = self.messages.get(key as usize).copied().unwrap_or_default();
        let mut words = String::new();
        self.fill(message, fills, &mut words);
        words
    }

    /// Writes a message, or the part of one that a plural has chosen.
    fn fill(&self, message: &str, fills: &[(&str, Fill<'_>)], words: &mut String) {
        let mut rest = message;
        while let Some((text, after)) = rest.split_once('{') {
            words.push_str(text);
            let (gap, after) = split_at_end(after);
            rest = after;
            let (name, plurals) = gap.split_once('|').unwrap_or((gap, ""));
            let fill = fills.iter().find(|fill| fill.0 == name).map(|fill| fill.1);
            match fill {
                Some(Fill::Number(number)) if !plurals.is_empty() => {
                    let (one, other) = plurals.split_once('|').unwrap_or((plurals, plurals));
                    let chosen = if is_one(self.language, number) { one } else { other };
                    self.fill(chosen, fills, words);
                }
                Some(Fill::Number(number)) => words.push_str(&number.to_string()),
                Some(Fill::Text(text)) => words.push_str(text),
                // A test holds that every gap of a message is filled.
                None => words.push_str(name),
            }
        }
        words.push_str(rest);
    }
}

/// Cuts at the brace that ends a gap, which may hold other gaps.
fn split_at_end(gap: &str) -> (&str, &str) {
    let mut open = 0;
    for (at, c) in gap.char_indices() {
        match c {
            '{' => open += 1,
            '}' if open == 0 => return (&gap[..at], &gap[at + 1..]),
            '}' => open -= 1,
            _ => {}
        }
    }
    (gap, "")
}

/// Text as html.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Whether a number takes the plural `one` of Unicode's rules; else it takes `other`.
fn is_one(language: Language, number: usize) -> bool {
    match language {
        Language::English => number == 1,
        Language::Chinese => false,
    }
}

/// What can be filled into words.
#[derive(Clone, Copy, Debug)]
pub enum Fill<'a> {
    /// A name or a stretch of the article.
    Text(&'a str),
    /// A number, which chooses the plural.
    Number(usize),
}

#[cfg(test)]
mod tests;
