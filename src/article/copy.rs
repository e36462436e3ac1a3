//! What a selection in the article puts on the clipboard: prose, without marks, numbers and styles.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Element, Event, Node};

use super::{Done, place};
use crate::dom;
use crate::state::reading::tidy;
use crate::strings::escaped;

/// Fills the clipboard for a selection that touches the article; leaves others to the browser.
pub(super) fn prose(event: &Event, article: &Element) -> Done {
    let selection = gloo::utils::window().get_selection()?;
    let Some(selection) =
        selection.filter(|selection| !selection.is_collapsed() && selection.range_count() > 0)
    else {
        return Ok(());
    };
    let range = selection.get_range_at(0)?;
    if dom::is_field(event.target()) || !range.intersects_node(article)? {
        return Ok(());
    }
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let Some(data) = data else { return Ok(()) };
    let range = range.clone_range();
    let within = |node: Result<Node, JsValue>| node.is_ok_and(|node| article.contains(Some(&node)));
    if !within(range.start_container()) {
        range.set_start(article, 0)?;
    }
    if !within(range.end_container()) {
        range.set_end(article, article.child_nodes().length())?;
    }
    let part = range.clone_contents()?;
    place::keep_text(&part);
    let blocks = part.query_selector_all("h1, h2, h3, h4, h5, h6, p, li, aside")?;
    let mut pieces: Vec<(String, String)> = (0..blocks.length())
        .filter_map(|place| blocks.get(place)?.dyn_into::<Element>().ok())
        .map(|block| {
            (
                block.tag_name().to_ascii_lowercase(),
                tidy(&block.text_content().unwrap_or_default()),
            )
        })
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if pieces.is_empty() {
        // A part of one block.
        let text = part.text_content().unwrap_or_default();
        pieces.push(("span".to_owned(), text.replace('\n', " ")));
    }
    let plain: Vec<&str> = pieces.iter().map(|(_, text)| text.as_str()).collect();
    data.set_data("text/plain", &plain.join("\n\n"))?;
    data.set_data("text/html", &html(&pieces))?;
    event.prevent_default();
    Ok(())
}

/// Blocks as html; items that follow each other are one list.
fn html(pieces: &[(String, String)]) -> String {
    let mut html = String::new();
    let mut in_list = false;
    for (tag, text) in pieces {
        let is_item = tag == "li";
        if is_item != in_list {
            html.push_str(if is_item { "<ul>" } else { "</ul>" });
            in_list = is_item;
        }
        let tag = if tag == "aside" { "p" } else { tag };
        html.push_str(&format!("<{tag}>{}</{tag}>", escaped(text)));
    }
    if in_list {
        html.push_str("</ul>");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_plain_html() {
        let piece = |tag: &str, text: &str| (tag.to_owned(), text.to_owned());
        let pieces = [
            piece("h1", "A & B"),
            piece("li", "one"),
            piece("li", "two"),
            piece("aside", "\"No\""),
        ];
        assert_eq!(
            html(&pieces),
            "<h1>A &amp; B</h1><ul><li>one</li><li>two</li></ul><p>\"No\"</p>"
        );
    }
}
