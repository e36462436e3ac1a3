//! What part of a page an element is, by its name, its role and the words of its class and id.

use super::Region;
use crate::lexicon::List;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words of a class or id that are looked at: hostile pages name without end.
const MOST_WORDS: usize = 40;

/// What says in which region an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// How many sorts of signs there are.
const SORTS: usize = 6;

/// The region that a sign of one sort names.
fn named(sign: Sign, word: &str) -> Option<Region> {
    static SIGNS: LazyLock<[FxHashMap<&'static str, Region>; SORTS]> = LazyLock::new(|| {
        let mut signs: [FxHashMap<&'static str, Region>; SORTS] = Default::default();
        for (head, word) in List::Regions.classed_words() {
            let (region, sign) = head.split_once(' ').unwrap_or((head, ""));
            signs[sign_named(sign) as usize].insert(word, region_named(region));
        }
        signs
    });
    SIGNS[sign as usize].get(word).copied()
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

/// What an element's name, role and words of class and id say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The region that it is named as, if it is.
    pub(super) region: Option<Region>,
    /// Whether the words say that it is not seen.
    pub(super) hidden: bool,
}

/// What is said of an element inside one of region `outer`.
pub(super) fn read(tag: &str, attributes: &[(&str, &str)], outer: Region) -> Named {
    let words = by_name(tag, attributes);
    Named {
        region: region(by_markup(tag, attributes), words.region, outer),
        ..words
    }
}

fn region(markup: Option<Region>, name: Option<Region>, outer: Region) -> Option<Region> {
    let own = match (markup, name) {
        // An `aside` or a dialog may say what it holds.
        (Some(Region::Aside | Region::Advert), Some(named)) if named != Region::Main => named,
        _ => markup.or(name)?,
    };
    // What is said about a picture of a gallery, or of another story, is a part of these.
    if own == Region::Caption && matches!(outer, Region::Gallery | Region::Related | Region::Comments) {
        return None;
    }
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
fn by_name(tag: &str, attributes: &[(&str, &str)]) -> Named {
    let mut found = None;
    let mut main = false;
    let mut hidden = false;
    each_name(attributes, |name| {
        hidden |= named(Sign::Hidden, name).is_some();
        match named(Sign::Name, name) {
            Some(Region::Main) => main = true,
            Some(region) => found = found.or(Some(region)),
            None => {}
        }
    });
    // An article is no byline, whoever wrote it: `post author-lund`.
    let whole = matches!(tag, "article" | "main");
    let region = match (found, main || whole) {
        _ if matches!(tag, "html" | "body" | "tr") => None,
        (Some(region), _) if whole && region.is_detail() => Some(Region::Main),
        (Some(region), true) if region.is_part_of_story() => Some(region),
        (Some(region), false) => Some(region),
        (_, true) if main => Some(Region::Main),
        _ => None,
    };
    Named { region, hidden }
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
            (
                "div",
                vec![("class", "gal-caption")],
                Region::Gallery,
                Region::Gallery,
            ),
            (
                "div",
                vec![("class", "teaser-credit")],
                Region::Related,
                Region::Related,
            ),
        ] {
            let found = read(tag, &attributes, outer).region.unwrap_or(outer);
            assert_eq!(found, expected, "{tag} {attributes:?}");
        }
    }
}
