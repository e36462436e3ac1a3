//! What part of a page an element is, by its name, its role and the words of its class and id.

use super::Region;
use crate::lexicon::List;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words of a class or id that are looked at: hostile pages name without end.
const MOST_WORDS: usize = 40;

/// What says in which region an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Sign {
    /// A word of a class or id.
    Name,
    /// A word of a class or id, of what is not seen.
    Hidden,
    Element,
    Role,
    ItemProp,
    ItemType,
}

/// The region that a sign of one sort names.
fn named(sign: Sign, word: &str) -> Option<Region> {
    static SIGNS: LazyLock<FxHashMap<Sign, FxHashMap<&'static str, Region>>> = LazyLock::new(|| {
        let mut signs: FxHashMap<Sign, FxHashMap<&'static str, Region>> = FxHashMap::default();
        for (head, word) in List::Regions.classed_words() {
            let (region, sign) = head.split_once(' ').unwrap_or((head, ""));
            let known = signs.entry(sign_named(sign)).or_default();
            known.insert(word, region_named(region));
        }
        signs
    });
    SIGNS.get(&sign)?.get(word).copied()
}

fn sign_named(name: &str) -> Sign {
    match name {
        "hidden" => Sign::Hidden,
        "element" => Sign::Element,
        "role" => Sign::Role,
        "itemprop" => Sign::ItemProp,
        "itemtype" => Sign::ItemType,
        _ => Sign::Name,
    }
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
        "caption" => Region::Caption,
        "gallery" => Region::Gallery,
        "consent" => Region::Consent,
        "post" => Region::Post,
        "article" => Region::Article,
        "unprinted" => Region::Unprinted,
        _ => Region::Body,
    }
}

/// The region that an element inside one of region `outer` is named as, if it is.
pub(super) fn region(tag: &str, attributes: &[(&str, &str)], outer: Region) -> Option<Region> {
    let (markup, name) = (by_markup(tag, attributes), by_name(tag, attributes));
    let own = match (markup, name) {
        // An `aside` or a dialog may say what it holds.
        (Some(Region::Aside | Region::Advert), Some(named)) if named != Region::Main => named,
        _ => markup.or(name)?,
    };
    // The main part of a header or an advert is no main part of the page, by its name alone.
    let inside = !matches!(outer, Region::Body | Region::Main);
    let by_name_alone = outer.is_never_story() || markup != Some(Region::Main);
    (own != Region::Main || !inside || !by_name_alone).then_some(own)
}

fn by_markup(tag: &str, attributes: &[(&str, &str)]) -> Option<Region> {
    let attribute = || {
        attributes.iter().find_map(|(name, value)| match *name {
            "role" => named(Sign::Role, value),
            "itemprop" | "property" => named(Sign::ItemProp, value),
            "itemtype" => named(Sign::ItemType, value.rsplit('/').next().unwrap_or(value)),
            "rel" if *value == "author" => Some(Region::Byline),
            _ => None,
        })
    };
    named(Sign::Element, tag).or_else(attribute)
}

/// Whether the words of class and id say that an element is not seen.
pub(super) fn is_hidden(attributes: &[(&str, &str)]) -> bool {
    let mut hidden = false;
    each_name(attributes, |name| hidden |= named(Sign::Hidden, name).is_some());
    hidden
}

/// Calls `look` with every word of class and id, and with every two in a row as `two-words`, these first.
fn each_name(attributes: &[(&str, &str)], mut look: impl FnMut(&str)) {
    let mut pair = String::new();
    for (_, value) in attributes
        .iter()
        .filter(|(name, _)| matches!(*name, "class" | "id"))
    {
        pair.clear();
        for word in parts(value).take(MOST_WORDS) {
            if !pair.is_empty() {
                pair.push('-');
                pair.push_str(&word);
                look(&pair);
            }
            look(&word);
            pair = word;
        }
    }
}

/// By the words of class and id: the region that is named, unless the main part is named as well (a column
/// `article-with-sidebar` is no sidebar).
fn by_name(tag: &str, attributes: &[(&str, &str)]) -> Option<Region> {
    if matches!(tag, "html" | "body" | "tr") {
        return None;
    }
    let mut found = None;
    let mut main = false;
    each_name(attributes, |name| match named(Sign::Name, name) {
        Some(Region::Main) => main = true,
        Some(region) => found = found.or(Some(region)),
        None => {}
    });
    // An article is no byline, whoever wrote it: `post author-lund`.
    let whole = matches!(tag, "article" | "main");
    match (found, main || whole) {
        (Some(region), _) if whole && region.is_detail() => Some(Region::Main),
        (Some(region), true) if region.is_part_of_story() => Some(region),
        (Some(region), false) => Some(region),
        (_, true) if main => Some(Region::Main),
        _ => None,
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
            (
                "div",
                vec![("itemprop", "articleBody")],
                Region::Advert,
                Region::Article,
            ),
            (
                "div",
                vec![("property", "articleBody")],
                Region::Body,
                Region::Article,
            ),
            ("main", vec![], Region::Comments, Region::Comments),
            (
                "div",
                vec![("class", "post no-print")],
                Region::Main,
                Region::Unprinted,
            ),
            (
                "div",
                vec![("class", "jp-relatedposts")],
                Region::Main,
                Region::Related,
            ),
            ("tr", vec![("class", "player")], Region::Main, Region::Main),
        ] {
            let found = region(tag, &attributes, outer).unwrap_or(outer);
            assert_eq!(found, expected, "{tag} {attributes:?}");
        }
    }
}
