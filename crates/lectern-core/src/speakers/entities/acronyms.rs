//! Acronyms: `River Trust (RT)` by the text, `WHO` by first letters.

use super::register::{NAMESAKES, Register};
use crate::article::SpeakerKind;
use crate::lexicon::WordSet;
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::view::View;
use crate::text::fold::plain_letters;

impl<'a> Register<'a> {
    /// Learns acronyms: `River Trust (RT)` by the text, `WHO` by first letters.
    pub(super) fn read_acronyms(&mut self, view: View<'a>) {
        for entity in (0..self.entities.len()).map(EntityIndex) {
            let known = &self.entities[entity];
            if known.kind == SpeakerKind::Person && known.kind_sure || known.parts.len() < 2 {
                continue;
            }
            let end = known.name.end;
            let bracketed = view.form(end) == "(" && view.form(end + 2) == ")" && view.all_capitals(end + 1);
            if known.kind == SpeakerKind::Person {
                // `Holm Varga (HVG)`: only bodies have an acronym behind them
                if !bracketed || !is_drawn_from(view.form(end + 1), &known.parts) {
                    continue;
                }
                self.entities[entity].kind = SpeakerKind::Organization;
                self.entities[entity].kind_sure = true;
            }
            let letters: String = self.entities[entity]
                .parts
                .iter()
                .filter(|part| !WordSet::WithinBody.has(part))
                .filter_map(|part| part.chars().next())
                .collect();
            let mut acronyms = vec![letters];
            if let Some(of) = self.entities[entity].parts.iter().position(|part| *part == "of") {
                // `VA` for `Department of Veterans Affairs`
                let after = self.entities[entity].parts[of..]
                    .iter()
                    .filter(|part| !WordSet::WithinBody.has(part));
                acronyms.push(after.filter_map(|part| part.chars().next()).collect());
            }
            if bracketed {
                acronyms.push(view.form(end + 1).replace('.', ""));
            }
            for acronym in acronyms.iter().filter(|acronym| acronym.len() > 1) {
                let list = self
                    .by_part
                    .entry(plain_letters(acronym).into_owned())
                    .or_default();
                if !list.contains(&entity) && list.len() < NAMESAKES {
                    list.push(entity);
                }
            }
        }
    }
}

/// Whether the letters of an acronym stand in the name in their order, the first at its start.
fn is_drawn_from(acronym: &str, parts: &[&str]) -> bool {
    let mut letters = parts.iter().flat_map(|part| part.chars());
    let starts = parts.first().and_then(|part| part.chars().next()) == acronym.chars().next();
    starts
        && acronym
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(|c| letters.any(|letter| letter == c))
}
