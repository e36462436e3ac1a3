//! html files: html5ever parses, core's [`BlockBuilder`] decides. This adapter only walks.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use lectern_core::Input;
use lectern_core::input::{BlockBuilder, bounded};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Parses html and walks it.
pub fn read(html: &str) -> Input {
    // As `DOMParser` has it: `noscript` is parsed like anything else.
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let parsed = parse_document(RcDom::default(), options).one(&*bounded(html));
    let mut builder = BlockBuilder::new();
    walk(parsed.document.clone(), &mut builder);
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
