//! All words of the interface, one Fluent file a language, so that another language is only another file.

mod date;

use std::borrow::Cow;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use crate::state::settings::Language;

const ENGLISH: &str = include_str!("en.ftl");
const CHINESE: &str = include_str!("zh-Hans.ftl");

/// The words of one language. Cheap to clone; equal when the language is.
#[derive(Clone)]
pub struct Strings {
    language: Language,
    bundle: Rc<FluentBundle<FluentResource>>,
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
    /// Reads one language's file.
    pub fn new(language: Language) -> Self {
        let file = match language {
            Language::English => ENGLISH,
            Language::Chinese => CHINESE,
        };
        let tag: LanguageIdentifier = language.word().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Isolation marks would stand in what people copy; both languages run left to right.
        bundle.set_use_isolating(false);
        // The tests hold the files free of errors; what could be read is kept.
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Strings {
            language,
            bundle: Rc::new(bundle),
        }
    }

    /// Which language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Words without anything to fill in. An unknown key gives the key, which a test rules out.
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// Words with a number, by the language's plural.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", Fill::Number(count))])
    }

    /// Words with one stretch of text filled in.
    pub fn about(&self, key: &str, name: &str) -> String {
        self.with(key, &[("name", Fill::Text(name))])
    }

    /// Words with several things filled in.
    pub fn with(&self, key: &str, fills: &[(&str, Fill<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(fills.len());
        for &(name, fill) in fills {
            match fill {
                Fill::Text(text) => args.set(name, FluentValue::String(Cow::Borrowed(text))),
                Fill::Number(number) => args.set(name, FluentValue::from(number)),
            }
        }
        self.format(key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle
            .format_pattern(pattern, args, &mut Vec::new())
            .into_owned()
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
