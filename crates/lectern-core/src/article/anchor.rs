//! Places that survive a new reading.

use super::Span;

/// A place that survives a new reading: a span, the words there and the words around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Anchor {
    /// Where it was.
    pub span: Span,
    /// The text there.
    pub text: String,
    /// Up to 32 characters before.
    pub prefix: String,
    /// Up to 32 characters after.
    pub suffix: String,
}

/// How many characters of context an [`Anchor`] keeps on each side.
const CONTEXT: usize = 32;

impl Anchor {
    /// An anchor for `span` of `text`.
    pub fn new(text: &str, span: Span) -> Self {
        let range = span.range();
        let before = text.get(..range.start).unwrap_or("");
        let after = text.get(range.end..).unwrap_or("");
        let from = before
            .char_indices()
            .rev()
            .take(CONTEXT)
            .last()
            .map_or(before.len(), |(at, _)| at);
        Anchor {
            span,
            text: span.text(text).to_owned(),
            prefix: before[from..].to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
        }
    }

    /// Where the anchor lies in `text`: at its exact span if the context on one side at least is the same there (short
    /// words are at many places), else where its words stand with their context if that is one place only, else nowhere.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Span> {
        let range = self.span.range();
        if let Some((before, after)) = text.get(..range.start).zip(text.get(range.end..))
            && self.span.text(text) == self.text
            && (before.ends_with(&self.prefix) || after.starts_with(&self.suffix))
        {
            return Some(self.span);
        }
        if self.text.is_empty() {
            return None;
        }
        let whole = format!("{}{}{}", self.prefix, self.text, self.suffix);
        let mut places = text.match_indices(&whole).map(|(at, _)| at + self.prefix.len());
        let (first, second) = (places.next(), places.next());
        match (first, second) {
            (Some(at), None) => Some(Span::of(at..at + self.text.len())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_found_where_it_was_or_where_its_words_moved() {
        let text = "One. Two. One again.";
        let anchor = Anchor::new(text, Span::new(5, 8));
        assert_eq!(anchor.find(text), Some(Span::new(5, 8)));
        assert_eq!(anchor.find("Zero. One. Two. One again."), Some(Span::new(11, 14)));
        assert_eq!(anchor.find("Nothing of it"), None);
    }

    #[test]
    fn other_words_that_came_to_stand_there_are_not_it() {
        let text = "Oh, it was late when they asked again and he hedged.";
        let he = |text: &str| text.find("he hedged").map(|start| Span::of(start..start + 2));
        let anchor = Anchor::new(text, he(text).unwrap());
        let shorter = &text[3..];
        assert_eq!(anchor.span.text(shorter), "he", "of `hedged`");
        assert_eq!(anchor.find(shorter), he(shorter));
    }
}
