//! Makes elements of an article's blocks. Text goes in as text nodes only.

use std::collections::HashMap;

use lectern_core::article::{Block, BlockKind, Language};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, HtmlElement};

use super::Done;
use super::heading::{self, Headline};
use super::segments::{self, Layer, Stretch};
use crate::report::reported;
use crate::state::Reading;
use crate::state::reading::is_shown;
use crate::state::settings::Switch;
use crate::strings::{Key, Strings};

/// Elements of a drawn article by what they show.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Leaves of each layer and id.
    pub leaves: HashMap<(Layer, u32), Vec<HtmlElement>>,
    /// Elements of each block drawn.
    pub blocks: HashMap<usize, Element>,
}

/// Draws a reading block by block into `root`.
pub struct Drawing {
    pub(super) reading: Reading,
    root: Element,
    pub(super) document: Document,
    ranges: Vec<Vec<Stretch>>,
    firsts: HashMap<(Layer, u32, u32), u32>,
    next: usize,
    lists: Vec<Element>,
    quote: Option<Element>,
    headed: bool,
    pub(super) strings: Strings,
    pub(super) announce: Switch,
}

impl std::fmt::Debug for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drawing")
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

impl Drawing {
    /// Ready to draw into an empty `root`; the article's head is drawn first where no block is the headline.
    /// With `announce`, words that only screen readers get say where quotations and proposals begin and end.
    pub fn new(reading: Reading, root: Element, strings: Strings, announce: Switch) -> Self {
        let ranges = segments::ranges(&reading.article);
        let mut firsts = HashMap::new();
        for range in ranges.iter().flatten() {
            let first = firsts
                .entry((range.layer, range.id, range.item))
                .or_insert(range.span.start());
            *first = (*first).min(range.span.start());
        }
        let document = gloo::utils::document();
        let titled = reading
            .article
            .blocks
            .iter()
            .any(|block| block.kind == BlockKind::Title);
        if !titled {
            let drawn = heading::head(&document, &reading, &strings, Headline::FromDetails)
                .and_then(|head| root.append_child(&head.element));
            reported("The head could not be drawn", drawn);
        }
        Drawing {
            document,
            reading,
            root,
            ranges,
            firsts,
            next: 0,
            lists: Vec::new(),
            quote: None,
            headed: false,
            strings,
            announce,
        }
    }

    /// Draws the next block into the page; false when there was none left.
    pub fn step(&mut self, drawn: &mut Drawn) -> bool {
        let Some(block) = self.reading.article.blocks.get(self.next).cloned() else {
            return false;
        };
        let place = self.next;
        self.next += 1;
        let done = match block.kind {
            BlockKind::Clutter(_) => self.cut(place),
            kind if is_shown(kind) => self.block(place, &block, drawn),
            _ => Ok(()),
        };
        reported("A block could not be drawn", done);
        true
    }

    /// One sign for a run of blocks taken out.
    fn cut(&mut self, place: usize) -> Done {
        let run = self.reading.article.blocks[place..]
            .iter()
            .take_while(|block| matches!(block.kind, BlockKind::Clutter(_)))
            .count();
        self.next = place + run;
        self.end_groups();
        let cut = self.element("button")?;
        cut.set_class_name("cut");
        cut.set_attribute("type", "button")?;
        cut.set_attribute("data-block", &place.to_string())?;
        let words = self.strings.count(Key::CutSign, run);
        cut.set_attribute("aria-label", &words)?;
        cut.set_attribute("title", &words)?;
        self.root.append_child(&cut)?;
        Ok(())
    }

    fn block(&mut self, place: usize, block: &Block, drawn: &mut Drawn) -> Done {
        // The first title is the only h1.
        let is_second_title = block.kind == BlockKind::Title && self.headed;
        let tag = if is_second_title {
            "h2".to_owned()
        } else {
            tag(block)
        };
        let element = self.element(&tag)?;
        element.set_attribute("data-block", &place.to_string())?;
        element.set_attribute("data-kind", block.kind.name())?;
        if let Some(language) = language(block.language) {
            element.set_attribute("lang", language)?;
        }
        self.place(block, &element)?;
        let ranges = std::mem::take(&mut self.ranges[place]);
        let firsts = &self.firsts;
        let leaves = segments::leaves(block, &ranges, |range| {
            firsts
                .get(&(range.layer, range.id, range.item))
                .copied()
                .unwrap_or_default()
        });
        for leaf in &leaves {
            self.leaf(&element, leaf, drawn)?;
        }
        drawn.blocks.insert(place, element);
        Ok(())
    }

    /// Puts a block's element where it belongs: the first headline into the head.
    fn place(&mut self, block: &Block, element: &Element) -> Done {
        if block.kind == BlockKind::Title && !self.headed {
            self.headed = true;
            let head = heading::head(&self.document, &self.reading, &self.strings, Headline::InText)?;
            head.element.append_child(element)?;
            if let Some(byline) = head.byline {
                head.element.append_child(&byline)?;
            }
            self.end_groups();
            self.root.append_child(&head.element)?;
            return Ok(());
        }
        self.parent(block)?.append_child(element)?;
        Ok(())
    }

    /// The element a block belongs into: the article, or the list or quote that it goes on with.
    fn parent(&mut self, block: &Block) -> Result<Element, JsValue> {
        match (block.kind, block.list) {
            (BlockKind::ListItem, list) => {
                self.quote = None;
                let depth = list.map_or(0, |list| usize::from(list.depth.min(5)));
                let name = list.map_or_else(|| "0".to_owned(), |list| list.id.to_string());
                let goes_on = self
                    .lists
                    .first()
                    .is_some_and(|list| list.get_attribute("data-list").as_deref() == Some(&name));
                if !goes_on {
                    self.lists.clear();
                }
                self.lists.truncate(depth + 1);
                while self.lists.len() <= depth {
                    let ordered = list.is_some_and(|list| list.ordered);
                    let made = self.element(if ordered { "ol" } else { "ul" })?;
                    made.set_attribute("data-list", &name)?;
                    let into = self
                        .lists
                        .last()
                        .and_then(Element::last_element_child)
                        .or_else(|| self.lists.last().cloned())
                        .unwrap_or_else(|| self.root.clone());
                    into.append_child(&made)?;
                    self.lists.push(made);
                }
                Ok(self.lists.last().unwrap_or(&self.root).clone())
            }
            (BlockKind::Quote, _) => {
                self.lists.clear();
                let quote = match &self.quote {
                    Some(quote) => quote.clone(),
                    None => {
                        let quote = self.element("blockquote")?;
                        self.root.append_child(&quote)?;
                        self.quote.insert(quote).clone()
                    }
                };
                Ok(quote)
            }
            _ => {
                self.end_groups();
                Ok(self.root.clone())
            }
        }
    }

    fn end_groups(&mut self) {
        self.lists.clear();
        self.quote = None;
    }

    pub(super) fn element(&self, tag: &str) -> Result<Element, JsValue> {
        self.document.create_element(tag)
    }
}

fn tag(block: &Block) -> String {
    match block.kind {
        BlockKind::Title => "h1".to_owned(),
        // The title is the only h1.
        BlockKind::Heading => format!("h{}", block.level.unwrap_or(2).clamp(2, 6)),
        BlockKind::ListItem => "li".to_owned(),
        BlockKind::PullQuote => "aside".to_owned(),
        _ => "p".to_owned(),
    }
}

/// The language tag of a block that is not in the article's own language.
fn language(language: Language) -> Option<&'static str> {
    match language {
        Language::Chinese => Some("zh"),
        Language::Other => Some("und"),
        Language::English | Language::Unknown => None,
    }
}
