//! The html walk: open, text and close events in, [`Input`] out.
//!
//! All decisions are made here: what is a block, what is hidden, what is a heading, a list, a caption, how much
//! of a block is links, what part of the page it stands in, what its metadata says. Adapters only walk a parsed
//! document: `DOMParser`'s in the page, html5ever's on the command line.

mod articles;
mod bounds;
mod json;
mod metadata;
mod named;
mod regions;
mod site_name;
mod tags;

pub use bounds::bounded;

use super::{BlockHint, HintKind, Input, Region};
use crate::article::Span;
use articles::Articles;
use metadata::Metadata;
use named::Parts;
use tags::Role;

/// Elements nested deeper than this are read as text of the one at this depth (hostile pages nest without end).
const DEEPEST: usize = 512;
/// Text of one script of metadata that is looked at, in bytes.
const LONGEST_SCRIPT: usize = 1 << 20;

/// A cell of a table with no more text than this, in bytes, stands in one line with its neighbours.
const SHORT_CELL: usize = 60;

/// Builds an [`Input`] from the events of a document walk. Every `open` needs its `close`; void elements too.
#[derive(Debug, Default)]
pub struct BlockBuilder {
    input: Input,
    stack: Vec<Element>,
    /// Opened elements that are not on the stack: too deep.
    beyond: usize,
    block: Pending,
    lists: u16,
    articles: Articles,
    parts: Parts,
    metadata: Metadata,
}

/// An open element.
#[derive(Clone, Copy, Debug)]
struct Element {
    role: Role,
    /// Nothing below is shown.
    hidden: bool,
    link: bool,
    pre: bool,
    /// The outermost `article` around.
    article: Option<usize>,
    kind: HintKind,
    region: Region,
    /// The named part of the page around.
    part: usize,
    container: u32,
    /// The list that items below belong to.
    list: Option<(u16, bool)>,
    depth: u8,
}

/// The block being gathered.
#[derive(Debug, Default)]
struct Pending {
    text: String,
    /// Bytes of text in links.
    linked: usize,
    /// Bytes of text that are not white space.
    solid: usize,
    /// White space is owed before the next word.
    space: bool,
    /// Where the line since the last `br` begins.
    line: usize,
    /// Where the cell at hand begins, in a row of short cells.
    cell: CellStart,
    context: Option<Element>,
    /// Whether the block opens or ends at the edge of a paragraph, heading or quote.
    apart: bool,
}

/// What was gathered of a row before the cell at hand, in bytes.
#[derive(Clone, Copy, Debug, Default)]
struct CellStart {
    text: usize,
    linked: usize,
    solid: usize,
}

impl BlockBuilder {
    /// A builder that has seen nothing.
    pub fn new() -> Self {
        BlockBuilder::default()
    }

    /// An element begins. Names are in lower case, as html parsers give them.
    pub fn open<'a>(&mut self, tag: &str, attributes: impl IntoIterator<Item = (&'a str, &'a str)>) {
        if self.stack.len() >= DEEPEST {
            self.beyond += 1;
            return;
        }
        let attributes: Vec<(&str, &str)> = attributes.into_iter().collect();
        let outer = self.stack.last().copied().unwrap_or(OUTERMOST);
        let mut element = Element {
            role: tags::role(tag),
            ..outer
        };
        self.metadata.open(tag, &attributes);
        let said = regions::read(tag, &attributes, outer.region);
        element.hidden |= element.role == Role::Skipped || tags::hides(&attributes) || said.hidden;
        element.link |= tag == "a" && attributes.iter().any(|(name, _)| *name == "href");
        element.pre |= tag == "pre";
        let mut named = said.region;
        if tag == "article" {
            // An article inside another is a comment on it or a card that leads elsewhere.
            if outer.article.is_some() && named.unwrap_or(outer.region).holds_stories() {
                named = Some(Region::Card);
            }
            element.article = outer.article.or_else(|| Some(self.articles.open()));
        }
        if let Some(region) = named {
            element.region = region;
            element.part = self.parts.open(region, outer.part, tag == "aside");
        }
        if element.role == Role::Break && !element.hidden {
            self.line_break();
        }
        if element.role.is_block() {
            if element.role == Role::Cell {
                self.open_cell();
            } else {
                self.flush();
            }
            self.block.apart |= element.role == Role::Apart;
            element.container = self.input.containers.len() as u32;
            self.input.containers.push(outer.container);
            self.open_list(tag, &mut element);
        }
        if let Some(kind) = kind_of(tag, &element) {
            element.kind = kind;
        } else if let Some(level) = tags::heading(tag, &attributes) {
            element.kind = HintKind::Heading(level);
        }
        self.stack.push(element);
    }

    /// Text of the innermost open element.
    pub fn text(&mut self, text: &str) {
        if self.beyond == 0 {
            self.metadata.text(text, LONGEST_SCRIPT);
        }
        let element = self.stack.last().copied().unwrap_or(OUTERMOST);
        if element.hidden {
            return;
        }
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                if element.pre && c == '\n' && !self.block.text.is_empty() {
                    self.block.text.push('\n');
                    self.block.space = false;
                } else {
                    self.block.space = true;
                }
                continue;
            }
            if self.block.space && !self.block.text.is_empty() && !self.block.text.ends_with('\n') {
                self.block.text.push(' ');
            }
            self.block.space = false;
            self.block.text.push(c);
            self.block.context.get_or_insert(element);
            let solid = if c.is_whitespace() { 0 } else { c.len_utf8() };
            self.block.solid += solid;
            self.block.linked += if element.link { solid } else { 0 };
        }
    }

    /// The innermost open element ends.
    pub fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(element) = self.stack.pop() else {
            return;
        };
        self.metadata.close();
        if element.role == Role::Cell {
            self.close_cell(element);
        } else if element.role.is_block() {
            self.flush();
            self.block.apart |= element.role == Role::Apart;
        }
    }

    /// A cell begins in the line of the cells before it, if these are short.
    fn open_cell(&mut self) {
        if self.block.solid - self.block.cell.solid > SHORT_CELL {
            self.flush();
        }
        self.block.space = true;
        self.block.cell = CellStart {
            text: self.block.text.len(),
            linked: self.block.linked,
            solid: self.block.solid,
        };
    }

    /// A long cell is a block of its own: pages are laid out by tables as well.
    fn close_cell(&mut self, cell: Element) {
        let before = self.block.cell;
        if self.block.solid - before.solid <= SHORT_CELL {
            self.block.space = true;
            return;
        }
        if before.solid > 0 {
            let text = self.block.text.split_off(before.text);
            let rest = Pending {
                text,
                linked: self.block.linked - before.linked,
                solid: self.block.solid - before.solid,
                context: Some(cell),
                ..Pending::default()
            };
            self.block.linked = before.linked;
            self.block.solid = before.solid;
            self.flush();
            self.block = rest;
        }
        self.flush();
    }

    /// The document is over.
    pub fn finish(mut self) -> Input {
        self.flush();
        self.parts.correct(&mut self.input.hints);
        self.articles.mark_cards(&mut self.input.hints);
        self.input.details = self.metadata.details();
        self.input
    }

    /// Counts lists and their depth.
    fn open_list(&mut self, tag: &str, element: &mut Element) {
        if matches!(tag, "ul" | "ol" | "menu" | "dl") {
            element.depth = element.list.map_or(0, |_| element.depth.saturating_add(1));
            element.list = Some((self.lists, tag == "ol"));
            self.lists = self.lists.saturating_add(1);
        }
    }

    /// A `br` ends the block after a sentence or a short line; elsewhere it is a line end inside it.
    fn line_break(&mut self) {
        const SHORT_LINE: usize = 40;
        let line = self.block.text.get(self.block.line..).unwrap_or("").trim();
        let ended = line.ends_with(['.', '!', '?', ':', '"', '”', '。', '！', '？', '：', '…']);
        if line.is_empty() || ended || line.chars().count() < SHORT_LINE {
            self.flush();
        } else {
            self.block.text.push('\n');
            self.block.line = self.block.text.len();
            self.block.space = false;
        }
    }

    /// Ends the block being gathered.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let text = block.text.trim();
        let Some(context) = block.context.filter(|_| !text.is_empty()) else {
            // Nothing was gathered; the edge still parts what comes from what was.
            self.block.apart = block.apart;
            return;
        };
        if !self.input.text.is_empty() {
            self.input.text.push_str(if block.apart { "\n\n" } else { "\n" });
        }
        let start = self.input.text.len();
        self.input.text.push_str(text);
        self.parts.add(context.part, block.solid - block.linked);
        self.articles
            .add(context.article, context.region, block.solid - block.linked);
        let share = block.linked * 100 / block.solid.max(1);
        self.input.hints.push(BlockHint {
            span: Span::of(start..self.input.text.len()),
            kind: context.kind,
            link_share: share.min(100) as u8,
            region: context.region,
            container: context.container,
        });
    }
}

/// What holds outside of all elements.
const OUTERMOST: Element = Element {
    role: Role::Inline,
    hidden: false,
    link: false,
    pre: false,
    article: None,
    kind: HintKind::Paragraph,
    region: Region::Body,
    part: 0,
    container: 0,
    list: None,
    depth: 0,
};

/// The kind that an element gives to the blocks in it, if it gives one.
fn kind_of(tag: &str, element: &Element) -> Option<HintKind> {
    Some(match tag {
        "h1" => HintKind::Heading(1),
        "h2" => HintKind::Heading(2),
        "h3" => HintKind::Heading(3),
        "h4" => HintKind::Heading(4),
        "h5" => HintKind::Heading(5),
        "h6" => HintKind::Heading(6),
        "blockquote" => HintKind::Quote,
        "figure" | "figcaption" | "caption" => HintKind::Caption,
        // What a figure shows is no caption of it.
        "table" | "pre" if element.kind == HintKind::Caption => HintKind::Paragraph,
        "li" | "dt" | "dd" => {
            let (list, ordered) = element.list?;
            HintKind::ListItem {
                list,
                ordered,
                depth: element.depth,
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
