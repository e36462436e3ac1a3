//! The head of the article: section, headline, who and when.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

use crate::state::Reading;
use crate::strings::{Key, Strings};

/// Where the headline comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Headline {
    /// A block of the text, which is drawn after the head.
    InText,
    /// The details alone, if anything; the head holds it.
    FromDetails,
}

/// Elements of the head, before and after the headline.
pub(super) struct Head {
    /// The `header` itself.
    pub(super) element: Element,
    /// Follows the headline once that is drawn.
    pub(super) byline: Option<Element>,
}

/// Makes the head without the headline, which is a block of the text or, from metadata alone, made here.
pub(super) fn head(
    document: &Document,
    reading: &Reading,
    strings: &Strings,
    headline: Headline,
) -> Result<Head, JsValue> {
    let element = document.create_element("header")?;
    element.set_class_name("head");
    let details = &reading.article.details;
    let trail: Vec<&str> = details
        .outlet
        .iter()
        .chain(&details.section)
        .map(|detail| detail.value.trim())
        .filter(|value| !value.is_empty())
        .collect();
    if !trail.is_empty() {
        let kicker = line(document, "p", "kicker", &trail.join(" › "))?;
        element.append_child(&kicker)?;
    }
    if headline == Headline::FromDetails {
        let headline = match &details.title {
            Some(title) => line(document, "h1", "", &title.value)?,
            // Who walks by headings finds the article all the same.
            None => line(document, "h1", "unseen", &strings.get(Key::Untitled))?,
        };
        element.append_child(&headline)?;
    }
    let byline = byline(document, reading, strings)?;
    if headline == Headline::FromDetails
        && let Some(byline) = &byline
    {
        element.append_child(byline)?;
    }
    Ok(Head { element, byline })
}

fn byline(document: &Document, reading: &Reading, strings: &Strings) -> Result<Option<Element>, JsValue> {
    let details = &reading.article.details;
    let element = line(document, "p", "byline", "")?;
    let authors: Vec<&str> = details
        .authors
        .iter()
        .map(|author| author.value.as_str())
        .collect();
    let mut parts: Vec<(&str, String, Option<&str>)> = Vec::new();
    if !authors.is_empty() {
        parts.push((
            "author",
            strings.about(Key::BylineBy, &authors.join(&strings.get(Key::ListComma))),
            None,
        ));
    }
    if let Some(published) = &details.published {
        parts.push((
            "published",
            strings.date(&published.value),
            Some(&published.value),
        ));
    }
    if let Some(updated) = &details.updated {
        let date = strings.date(&updated.value);
        parts.push((
            "updated",
            strings.about(Key::BylineUpdated, &date),
            Some(&updated.value),
        ));
    }
    let address = reading.address();
    let is_empty = parts.is_empty() && address.is_none();
    for (class, text, time) in parts {
        let part = line(
            document,
            if time.is_some() { "time" } else { "span" },
            class,
            &text,
        )?;
        if let Some(time) = time {
            part.set_attribute("datetime", time)?;
        }
        element.append_child(&part)?;
    }
    if let Some(address) = address {
        let (_, rest) = address.split_once("://").unwrap_or_default();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let link = line(document, "a", "source", host)?;
        // The site is told nothing of this page, nor given a hold on it.
        for (name, value) in [
            ("href", address),
            ("target", "_blank"),
            ("rel", "noopener noreferrer"),
        ] {
            link.set_attribute(name, value)?;
        }
        element.append_child(&link)?;
    }
    Ok((!is_empty).then_some(element))
}

fn line(document: &Document, tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.append_child(&document.create_text_node(text))?;
    }
    Ok(element)
}
