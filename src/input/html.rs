//! html from clipboard or file: the browser's `DOMParser` parses, the reader decides what is text. This adapter only
//! walks. A document made by `DOMParser` runs no script and loads nothing, and no part of it is put into
//! the page.

use gloo::timers::future::TimeoutFuture;
use lectern_core::Input;
use lectern_core::input::bounded;
use lectern_reader::Step;
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

use super::inert::{STYLE, inert};
use crate::reader::Reader;

/// So many nodes are walked before the browser may do something else: some milliseconds' work.
const SLICE: usize = 2_000;

/// Parses html and walks it, in slices; none when the reader breaks off. Html that can't be parsed gives an empty input.
pub(super) async fn read(html: &str) -> Option<Input> {
    let parsed = DomParser::new()
        .and_then(|parser| parser.parse_from_string(&inert(&bounded(html)), SupportedType::TextHtml));
    let Some(root) = parsed.ok().and_then(|document| document.document_element()) else {
        return Some(Input::default());
    };
    let mut steps = Vec::new();
    let root: Node = root.into();
    let mut walked = 0;
    let mut at = Some(root.clone());
    while let Some(node) = at {
        let below = enter(&node, &mut steps);
        at = below.or_else(|| after(node, &root, &mut steps));
        walked += 1;
        if walked % SLICE == 0 {
            TimeoutFuture::new(0).await;
        }
    }
    Reader::shared().walked(steps).await
}

/// Steps into a node; gives its first child.
fn enter(node: &Node, steps: &mut Vec<Step>) -> Option<Node> {
    match node.node_type() {
        Node::TEXT_NODE => {
            steps.push(Step::Text(node.node_value().unwrap_or_default()));
            None
        }
        Node::ELEMENT_NODE => {
            steps.push(open(node.unchecked_ref()));
            node.first_child()
        }
        _ => None,
    }
}

fn open(element: &Element) -> Step {
    // By place: asking by name looks through all of them each time.
    let list = element.attributes();
    let attributes = (0..list.length())
        .filter_map(|place| list.item(place))
        .map(|attribute| {
            let name = attribute.name();
            let name = if name == STYLE { "style".to_owned() } else { name };
            (name, attribute.value())
        });
    Step::Open(element.local_name(), attributes.collect())
}

/// The node that follows in document order when `node` has no children; closes what ends on the way.
fn after(mut node: Node, root: &Node, steps: &mut Vec<Step>) -> Option<Node> {
    loop {
        if node.node_type() == Node::ELEMENT_NODE {
            steps.push(Step::Close);
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
