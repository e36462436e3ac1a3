//! html from clipboard or file: the browser's `DOMParser` parses, core's [`BlockBuilder`] decides. This adapter
//! only walks. A document made by `DOMParser` runs no script and loads nothing, and no part of it is put into
//! the page.

use gloo::timers::future::TimeoutFuture;
use lectern_core::Input;
use lectern_core::input::{BlockBuilder, bounded};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

use super::inert::{STYLE, inert};

/// So many nodes are walked before the browser may do something else: some milliseconds' work.
const SLICE: usize = 2_000;

/// Parses html and walks it, in slices. Html that can't be parsed gives an empty input.
pub(super) async fn read(html: &str) -> Input {
    let parsed = DomParser::new()
        .and_then(|parser| parser.parse_from_string(&inert(&bounded(html)), SupportedType::TextHtml));
    let mut builder = BlockBuilder::new();
    let Some(root) = parsed.ok().and_then(|document| document.document_element()) else {
        return builder.finish();
    };
    let root: Node = root.into();
    let mut walked = 0;
    let mut at = Some(root.clone());
    while let Some(node) = at {
        let below = enter(&node, &mut builder);
        at = below.or_else(|| after(node, &root, &mut builder));
        walked += 1;
        if walked % SLICE == 0 {
            TimeoutFuture::new(0).await;
        }
    }
    builder.finish()
}

/// Tells the builder of a node; gives its first child.
fn enter(node: &Node, builder: &mut BlockBuilder) -> Option<Node> {
    match node.node_type() {
        Node::TEXT_NODE => {
            builder.text(&node.node_value().unwrap_or_default());
            None
        }
        Node::ELEMENT_NODE => {
            open(node.unchecked_ref(), builder);
            node.first_child()
        }
        _ => None,
    }
}

fn open(element: &Element, builder: &mut BlockBuilder) {
    // By place: asking by name looks through all of them each time.
    let list = element.attributes();
    let attributes: Vec<(String, String)> = (0..list.length())
        .filter_map(|place| list.item(place))
        .map(|attribute| (attribute.name(), attribute.value()))
        .collect();
    let pairs = attributes.iter().map(|(name, value)| {
        let name = if name == STYLE { "style" } else { name.as_str() };
        (name, value.as_str())
    });
    builder.open(&element.local_name(), pairs);
}

/// The node that follows in document order when `node` has no children; closes what ends on the way.
fn after(mut node: Node, root: &Node, builder: &mut BlockBuilder) -> Option<Node> {
    loop {
        if node.node_type() == Node::ELEMENT_NODE {
            builder.close();
        }
        if node.is_same_node(Some(root)) {
            return None;
        }
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node()?;
    }
}
