//! Why a mark is to be checked, said to somebody who has never seen the page.

use lectern_core::article::{Proposal, Quotation};
use lectern_core::checks::Check;

use crate::state::{Mark, Reading};
use crate::strings::{Fill, Key, Strings};

/// The reason in a sentence, with the article's own words where they are what is doubted.
pub fn doubt_words(reading: &Reading, mark: Mark, doubt: Check, strings: &Strings) -> String {
    let (quotation, proposal) = match mark {
        Mark::Quotation(id) => (reading.quotation(id), None),
        Mark::Proposal(id) => (None, reading.proposal(id)),
    };
    // The words that stand for the speaker of a quotation.
    let mention = quotation
        .and_then(|quotation| reading.article.mention(quotation.mention?))
        .map_or("", |mention| reading.text(mention.span));
    match doubt {
        Check::Candidates if quotation.is_some() => strings.about(Key::DoubtCandidates, mention),
        Check::Candidates | Check::Nobody => strings.get(Key::DoubtNobody),
        Check::NoCue => strings.get(Key::DoubtNoCue),
        Check::Far => strings.about(Key::DoubtFar, mention),
        Check::Count => proposal.map_or_else(String::new, |proposal| count(proposal, strings)),
        Check::Unclosed => strings.get(Key::DoubtUnclosed),
        Check::Weak => weak(reading, quotation, proposal, strings),
    }
}

fn count(proposal: &Proposal, strings: &Strings) -> String {
    let stated = proposal.stated_count.unwrap_or_default() as usize;
    let fills = [
        ("stated", Fill::Number(stated)),
        ("found", Fill::Number(proposal.items.len())),
    ];
    strings.with(Key::DoubtCount, &fills)
}

/// Which sign is weak: the word that should tell of speech or of a wish, or how short it is.
fn weak(
    reading: &Reading,
    quotation: Option<&Quotation>,
    proposal: Option<&Proposal>,
    strings: &Strings,
) -> String {
    if let Some(trigger) = proposal.and_then(|proposal| proposal.trigger) {
        return strings.about(Key::DoubtCue, reading.text(trigger));
    }
    match quotation {
        Some(quotation) => match quotation.cue.filter(|_| quotation.verb_class.is_none()) {
            Some(cue) => strings.about(Key::DoubtCue, reading.text(cue)),
            None => strings.get(Key::DoubtFew),
        },
        None => strings.get(Key::Unsure),
    }
}

#[cfg(test)]
mod tests {
    use lectern_core::{Overrides, read};

    use super::*;
    use crate::strings::Language;

    /// The reasons for what is to be checked in a text, in both languages.
    fn reasons(text: &str) -> Vec<[String; 2]> {
        let reading = Reading::new(read(&text.into(), &Overrides::default()));
        let words = |mark, doubt| {
            [Language::English, Language::Chinese]
                .map(|language| doubt_words(&reading, mark, doubt, &Strings::new(language)))
        };
        reading
            .to_check()
            .map(|(mark, doubt)| words(mark, doubt))
            .collect()
    }

    #[test]
    fn a_reason_names_the_words_that_are_doubted() {
        for (text, english, chinese) in [
            (
                "Ada Lund and Bea Holt met on Monday. She said the ferry would stop at midnight.",
                "The text does not say which of them “She” is",
                "文中没有说明“She”指的是哪一位",
            ),
            (
                "The ferry was late.\n\n\u{201c}We will dredge the old harbour before the winter.\u{201d}\n\nIt rained.",
                "The text does not say who says or wants this",
                "文中没有说明这是谁的话或主张",
            ),
            (
                "Ada Lund called for four measures: lower fares, more night buses and longer piers.",
                "The text speaks of 4, but 3 were found",
                "文中说有 4 项，实际找到 3 项",
            ),
        ] {
            let found = reasons(text);
            assert!(
                found.contains(&[english.to_owned(), chinese.to_owned()]),
                "{found:?}"
            );
        }
    }
}
