//! Makes the element of one leaf, with everything that is known about the marks over it.

use lectern_core::article::{MentionForm, ProposalId, QuotationId};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Done;
use super::draw::{Drawing, Drawn};
use super::marks;
use super::segments::{Cover, Layer, Leaf};
use crate::state::Mark;
use crate::state::settings::Switch;
use crate::state::view::Kind;
use crate::strings::{Fill, Key};

impl Drawing {
    /// Draws a leaf at the end of its block and remembers it.
    pub(super) fn leaf(&self, into: &Element, leaf: &Leaf, drawn: &mut Drawn) -> Done {
        let text = self.document.create_text_node(self.reading.text(leaf.span));
        if leaf.covers.is_empty() {
            into.append_child(&text)?;
            return Ok(());
        }
        let tall = leaf.covers.iter().any(|cover| {
            matches!(
                cover.range.layer,
                Layer::Quotation | Layer::Proposal | Layer::Item
            )
        });
        let element = self.element(if tall { "mark" } else { "span" })?;
        self.describe(&element, &leaf.covers)?;
        self.number(&element, &leaf.covers)?;
        self.by_hand(&element, &leaf.covers)?;
        if self.announce == Switch::On {
            self.announce(&element, &leaf.covers, |cover| cover.starts, Key::AnnounceStart)?;
        }
        element.append_child(&text)?;
        if self.announce == Switch::On {
            self.announce(&element, &leaf.covers, |cover| cover.ends, Key::AnnounceEnd)?;
        }
        into.append_child(&element)?;
        let element: HtmlElement = element.dyn_into()?;
        for cover in &leaf.covers {
            drawn
                .leaves
                .entry((cover.range.layer, cover.range.id))
                .or_default()
                .push(element.clone());
        }
        Ok(())
    }

    /// Writes onto a leaf what covers it.
    fn describe(&self, element: &Element, covers: &[Cover]) -> Done {
        let mut classes = vec!["leaf"];
        let mut starts = String::new();
        for layer in [
            Layer::Quotation,
            Layer::Proposal,
            Layer::Item,
            Layer::Mention,
            Layer::Cue,
        ] {
            let ids: Vec<String> = covers
                .iter()
                .filter(|cover| cover.range.layer == layer)
                .map(|cover| cover.range.id.to_string())
                .collect();
            if !ids.is_empty() {
                element.set_attribute(&format!("data-{}", marks::layer(layer)), &ids.join(" "))?;
            }
        }
        for cover in covers {
            self.classes(cover, &mut classes, &mut starts);
        }
        let mut layers: Vec<&str> = covers
            .iter()
            .map(|cover| marks::layer(cover.range.layer))
            .collect();
        layers.dedup();
        element.set_attribute("data-mark", &layers.join(" "))?;
        element.set_class_name(&classes.join(" "));
        if let Some(speaker) = self.speaker(covers) {
            element.set_attribute("data-speaker", &speaker.to_string())?;
        }
        if !starts.is_empty() {
            element.set_attribute("data-start", starts.trim_end())?;
        }
        Ok(())
    }

    fn classes(&self, cover: &Cover, classes: &mut Vec<&'static str>, starts: &mut String) {
        let article = &self.reading.article;
        let id = cover.range.id as usize;
        match cover.range.layer {
            Layer::Quotation => {
                let Some(quotation) = article.quotations.get(id) else {
                    return;
                };
                // The innermost quotation comes last and decides; one form a leaf.
                classes.retain(|class| !matches!(*class, "direct" | "indirect" | "mixed" | "unsure"));
                classes.push(quotation.form.name());
                if self
                    .reading
                    .doubt(Mark::Quotation(QuotationId(cover.range.id)))
                    .is_some()
                {
                    classes.push("unsure");
                }
                if cover.starts {
                    starts.push_str(&format!("q{id} "));
                    classes.push("q-start");
                }
            }
            Layer::Proposal => {
                let Some(proposal) = article.proposals.get(id) else {
                    return;
                };
                classes.retain(|class| !matches!(*class, "call" | "plan" | "pledge" | "opposition"));
                classes.push("proposal");
                classes.push(proposal.kind.name());
                if self
                    .reading
                    .doubt(Mark::Proposal(ProposalId(cover.range.id)))
                    .is_some()
                {
                    classes.push("unsure");
                }
                if cover.starts {
                    starts.push_str(&format!("p{id} "));
                    classes.push("p-start");
                }
                if cover.ends {
                    classes.push("p-end");
                }
            }
            Layer::Item => {}
            Layer::Mention => {
                let Some(mention) = article.mentions.get(id) else {
                    return;
                };
                // Who never speaks is not set off.
                let speaks = |speaker| self.reading.cast.contains(&speaker);
                if !mention.referent.speaker().is_some_and(speaks) {
                    return;
                }
                classes.push(match mention.form {
                    MentionForm::Pronoun => "pronoun",
                    MentionForm::Name | MentionForm::Role | MentionForm::Description => "name",
                });
            }
            Layer::Cue => classes.push("cue"),
        }
    }

    /// A sign where a mark begins that a person made or changed, as an empty element like a number.
    fn by_hand(&self, element: &Element, covers: &[Cover]) -> Done {
        let is_by_hand = |cover: &Cover| {
            let mark = match cover.range.layer {
                Layer::Quotation => Mark::Quotation(QuotationId(cover.range.id)),
                Layer::Proposal => Mark::Proposal(ProposalId(cover.range.id)),
                _ => return false,
            };
            cover.starts && self.reading.origin(mark).is_some()
        };
        if covers.iter().any(is_by_hand) {
            let sign = self.element("span")?;
            sign.set_class_name("number by-hand");
            sign.set_attribute("title", &self.strings.get(Key::MadeByHand))?;
            element.append_child(&sign)?;
        }
        Ok(())
    }

    /// An item's number, as an empty element: numbers are drawn, never found or copied.
    fn number(&self, element: &Element, covers: &[Cover]) -> Done {
        let item = covers
            .iter()
            .rev()
            .find(|cover| cover.range.layer == Layer::Item && cover.starts);
        if let Some(item) = item {
            let number = self.element("span")?;
            number.set_class_name("number");
            number.set_attribute("data-number", &item.range.item.to_string())?;
            element.append_child(&number)?;
        }
        Ok(())
    }

    /// Words for screen readers at an edge of marks, once a mark and never inside a word.
    fn announce(&self, element: &Element, covers: &[Cover], edge: impl Fn(&Cover) -> bool, key: Key) -> Done {
        for cover in covers.iter().filter(|cover| edge(cover)) {
            let mark = match cover.range.layer {
                Layer::Quotation => Mark::Quotation(QuotationId(cover.range.id)),
                Layer::Proposal => Mark::Proposal(ProposalId(cover.range.id)),
                Layer::Item | Layer::Mention | Layer::Cue => continue,
            };
            let Some(kind) = Kind::of(&self.reading, mark) else {
                continue;
            };
            let speaker = self.reading.referent(mark).speaker();
            let name = speaker.map_or("", |speaker| self.reading.name(speaker));
            let kind = self.strings.name(kind);
            let words = self
                .strings
                .with(key, &[("kind", Fill::Text(&kind)), ("name", Fill::Text(name))]);
            let hidden = self.element("span")?;
            hidden.set_class_name("unseen said-aloud");
            hidden.set_text_content(Some(&format!(" {words} ")));
            element.append_child(&hidden)?;
        }
        Ok(())
    }

    /// The speaker that a leaf belongs to: of its mention, else of its innermost quotation.
    fn speaker(&self, covers: &[Cover]) -> Option<u32> {
        let article = &self.reading.article;
        let mention = covers
            .iter()
            .rev()
            .find(|cover| cover.range.layer == Layer::Mention);
        let quoted = covers
            .iter()
            .rev()
            .find(|cover| cover.range.layer == Layer::Quotation);
        let mention = match (mention, quoted) {
            (Some(cover), _) => Some(cover.range.id),
            (None, Some(cover)) => article
                .quotations
                .get(cover.range.id as usize)?
                .mention
                .map(|id| id.0),
            (None, None) => None,
        }?;
        let speaker = article.mentions.get(mention as usize)?.referent.speaker()?;
        Some(speaker.0)
    }
}
