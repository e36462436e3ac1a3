//! What part of a page an element is, by its name, its role and the words of its class and id.

use super::Region;
use crate::lexicon::List;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words of a class or id that are looked at.
const MOST_WORDS: usize = 40;

/// Words of classes and ids with the region that they name; `Main` speaks against the others.
fn words() -> &'static FxHashMap<&'static str, Region> {
    static WORDS: LazyLock<FxHashMap<&'static str, Region>> = LazyLock::new(|| {
        List::Regions
            .classed_words()
            .map(|(name, word)| (word, region_named(name)))
            .collect()
    });
    &WORDS
}

fn region_named(name: &str) -> Region {
    match name {
        "main" => Region::Main,
        "header" => Region::Header,
        "footer" => Region::Footer,
        "aside" => Region::Aside,
        "navigation" => Region::Navigation,
        "comments" => Region::Comments,
        "related" => Region::Related,
        "sharing" => Region::Sharing,
        "advert" => Region::Advert,
        "byline" => Region::Byline,
        "date" => Region::Date,
        "player" => Region::Player,
        _ => Region::Body,
    }
}

/// The region of an element inside one of region `outer`.
pub(super) fn region(tag: &str, attributes: &[(&str, &str)], outer: Region) -> Region {
    let own = match (by_element(tag, attributes), by_name(tag, attributes)) {
        // An `aside` may say what it holds.
        (Some(Region::Aside), Some(named)) if named != Region::Main => Some(named),
        (element, named) => element.or(named),
    };
    match own {
        // The main part of a header or an advert is no main part of the page.
        Some(Region::Main) if !matches!(outer, Region::Body | Region::Main) => outer,
        Some(region) => region,
        None => outer,
    }
}

fn by_element(tag: &str, attributes: &[(&str, &str)]) -> Option<Region> {
    let element = match tag {
        "nav" => Some(Region::Navigation),
        "aside" => Some(Region::Aside),
        "footer" => Some(Region::Footer),
        "main" => Some(Region::Main),
        "time" => Some(Region::Date),
        _ => None,
    };
    element.or_else(|| {
        attributes.iter().find_map(|(name, value)| match (*name, *value) {
            ("role", "navigation" | "menu" | "menubar" | "search" | "toolbar") => Some(Region::Navigation),
            ("role", "complementary") => Some(Region::Aside),
            ("role", "contentinfo") => Some(Region::Footer),
            ("role", "banner") => Some(Region::Header),
            ("role", "main") | ("itemprop", "articleBody") => Some(Region::Main),
            ("rel" | "itemprop", "author") => Some(Region::Byline),
            ("itemprop", "datePublished" | "dateModified" | "dateCreated") => Some(Region::Date),
            ("itemprop", "comment") => Some(Region::Comments),
            _ => None,
        })
    })
}

/// By the words of class and id: the region that is named, unless the main part is named as well (a column
/// `article-with-sidebar` is no sidebar).
fn by_name(tag: &str, attributes: &[(&str, &str)]) -> Option<Region> {
    if matches!(tag, "html" | "body") {
        return None;
    }
    let mut found = None;
    let mut main = false;
    for (_, value) in attributes
        .iter()
        .filter(|(name, _)| matches!(*name, "class" | "id"))
    {
        for word in parts(value).take(MOST_WORDS) {
            match words().get(word.as_str()) {
                Some(Region::Main) => main = true,
                Some(region) => found = found.or(Some(*region)),
                None => {}
            }
        }
    }
    match (found, main) {
        (Some(region @ (Region::Comments | Region::Byline | Region::Date | Region::Sharing)), _) => {
            Some(region)
        }
        (Some(region), false) => Some(region),
        (_, true) => Some(Region::Main),
        (None, false) => None,
    }
}

/// The words of a name: `relatedStories_box-2` is `related`, `stories`, `box`, `2`.
fn parts(name: &str) -> impl Iterator<Item = String> + '_ {
    let mut chars = name.chars().peekable();
    std::iter::from_fn(move || {
        let mut word = String::new();
        while let Some(c) = chars.next() {
            if c.is_ascii_alphanumeric() {
                word.push(c.to_ascii_lowercase());
                let turn = c.is_ascii_lowercase() && chars.peek().is_some_and(char::is_ascii_uppercase);
                if !turn {
                    continue;
                }
            }
            if !word.is_empty() {
                return Some(word);
            }
        }
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_read_from_elements_roles_and_names() {
        for (tag, attributes, outer, expected) in [
            ("nav", vec![], Region::Body, Region::Navigation),
            (
                "div",
                vec![("class", "relatedStories box")],
                Region::Main,
                Region::Related,
            ),
            (
                "div",
                vec![("id", "article-with-sidebar")],
                Region::Body,
                Region::Main,
            ),
            ("body", vec![("class", "has-sidebar")], Region::Body, Region::Body),
            (
                "div",
                vec![("class", "article-comments")],
                Region::Main,
                Region::Comments,
            ),
            ("span", vec![("itemprop", "author")], Region::Main, Region::Byline),
            ("div", vec![("class", "content")], Region::Footer, Region::Footer),
            ("p", vec![], Region::Aside, Region::Aside),
        ] {
            assert_eq!(region(tag, &attributes, outer), expected, "{tag} {attributes:?}");
        }
    }
}
