//! html files: html5ever parses, core's [`BlockBuilder`] decides. This adapter only walks.

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use lectern_core::Input;
use lectern_core::input::BlockBuilder;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::cell::Cell;

/// Start tags deeper than this are dropped, as browsers do; the tree builder's time grows with the depth.
const DEEPEST: usize = 512;
/// Elements that can't nest in themselves: void ones, those of raw text (whose start the tokenizer has to see),
/// and those that the tree builder ends by itself.
const NEVER_DEEP: [&str; 33] = [
    "p",
    "li",
    "dt",
    "dd",
    "option",
    "td",
    "th",
    "tr",
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
    "script",
    "style",
    "textarea",
    "title",
    "noscript",
    "iframe",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
    "head",
];

/// Parses html and walks it.
pub fn read(html: &str) -> Input {
    // As `DOMParser` has it: `noscript` is parsed like anything else.
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let sink = Shallow {
        tree: TreeBuilder::new(RcDom::default(), options),
        depth: Cell::new(0),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    // It pauses for scripts, which are not run, and at names of encodings, which is decided: on at once.
    while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    let mut builder = BlockBuilder::new();
    walk(tokenizer.sink.tree.sink.document.clone(), &mut builder);
    builder.finish()
}

enum Step {
    Enter(Handle),
    Leave,
}

/// In document order, without recursion.
fn walk(document: Handle, builder: &mut BlockBuilder) {
    let mut steps = vec![Step::Enter(document)];
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::Enter(node) => node,
            Step::Leave => {
                builder.close();
                continue;
            }
        };
        match &node.data {
            NodeData::Text { contents } => builder.text(&contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let pairs = attributes
                    .iter()
                    .map(|attribute| (&*attribute.name.local, &*attribute.value));
                builder.open(&name.local, pairs);
                steps.push(Step::Leave);
            }
            _ => {}
        }
        steps.extend(node.children.borrow().iter().rev().cloned().map(Step::Enter));
    }
}

/// Passes tokens on to the tree builder until they nest too deep.
struct Shallow {
    tree: TreeBuilder<Handle, RcDom>,
    depth: Cell<usize>,
}

impl TokenSink for Shallow {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if let Token::TagToken(Tag {
            kind,
            name,
            self_closing: false,
            ..
        }) = &token
            && !NEVER_DEEP.contains(&&**name)
        {
            let depth = self.depth.get();
            match kind {
                TagKind::StartTag if depth >= DEEPEST => return TokenSinkResult::Continue,
                TagKind::StartTag => self.depth.set(depth + 1),
                TagKind::EndTag => self.depth.set(depth.saturating_sub(1)),
            }
        }
        self.tree.process_token(token, line)
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
