//! The names by which style sheets, tests and the page itself know the article's elements.
//!
//! Stable hooks:
//! - the article: `article#article`, `lang` of the story, `aria-busy` while it is drawn,
//!   `data-reading="layout|marks"` for whether marks have come, `data-density`, `data-hide` (kinds hidden)
//! - each block: `data-block="N"` and `data-kind="title|heading|paragraph|quote|list-item|caption|pull-quote"`
//! - a place where text was taken out: `button.cut[data-block="N"]`, N the first block that is missing
//! - each leaf, a flat stretch of text under the same marks: `data-mark` with one or several of
//!   `quotation proposal mention cue item`, and for each layer the ids that cover it:
//!   `data-quotation="0 4"`, `data-proposal="2"`, `data-mention="7"`, `data-cue="0"`, `data-speaker="1"`.
//!   So `[data-quotation~="4"]` are all leaves of quotation 4, and their text in order is its content
//! - leaves of quotations and proposals are `<mark>`, of mentions and cues alone `<span>`
//! - the leaf at which quotations or proposals begin: `data-start="q4 p2"`; these take part in the
//!   roving tab stop; while the browser prints, `data-note="Q5 P3"` is the same for what is shown, counted from 1
//! - `span.number[data-number]`, empty, before an item of a proposal
//! - `span.edge`, empty, at the edges of the mark that is edited, `start` at the first; `.marking`, the toolbar of a selection
//! - classes for drawing: the names of forms and kinds (`direct indirect mixed`, `call plan pledge opposition`), `name pronoun`, `cue`, `unsure`;
//!   transient ones: `lit` (in the filter), `hot` (under the pointer), `on` (in focus)
//!
//! The panel's hooks: `#panel`, `[role=tab][data-tab=speakers|quotations|proposals|check|removed]`,
//! `li.speaker[data-speaker="N"]`, `li.card[data-mark="quotation|proposal"][data-id="N"]`,
//! `[data-do=accept|refuse|mend|back]` on a card, `.mend` the form, `#mended` what was taken away or is not found,
//! `.items > li`, `.count` ("5 stated, 5 found"), `li.removed[data-block="N"]`.

use super::segments::Layer;

/// The article's own id.
pub const ARTICLE: &str = "article";

/// A layer's word in `data-mark` and its `data-` attribute.
pub fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Quotation => "quotation",
        Layer::Proposal => "proposal",
        Layer::Item => "item",
        Layer::Mention => "mention",
        Layer::Cue => "cue",
    }
}
