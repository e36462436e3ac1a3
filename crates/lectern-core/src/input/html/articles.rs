//! Which of a page's `article` elements holds its story: beside it stand cards that lead to other stories.

use super::{BlockHint, Region};

/// The story's article is longer than any other by so many times.
const STANDS_OUT: usize = 3;

/// The outermost `article` elements of a page with the text in them.
#[derive(Debug, Default)]
pub(super) struct Articles {
    /// Bytes of text that is no link, by article.
    text: Vec<usize>,
    /// The article that each block stands in.
    of_block: Vec<Option<usize>>,
}

impl Articles {
    /// An article begins that stands in no other.
    pub(super) fn open(&mut self) -> usize {
        self.text.push(0);
        self.text.len() - 1
    }

    /// A block ends with so many bytes of text that is no link.
    pub(super) fn add(&mut self, article: Option<usize>, region: Region, free: usize) {
        let own = article.filter(|_| region.holds_stories());
        if let Some(text) = own.and_then(|article| self.text.get_mut(article)) {
            *text += free;
        }
        self.of_block.push(article);
    }

    /// Where one article stands out by its text, the others are cards. The posts of a live page are of one length.
    pub(super) fn mark_cards(&self, hints: &mut [BlockHint]) {
        let largest = (0..self.text.len()).max_by_key(|article| self.text[*article]);
        let Some(story) = largest else {
            return;
        };
        let others = || (0..self.text.len()).filter(|article| *article != story);
        if others().any(|article| self.text[article] * STANDS_OUT > self.text[story]) {
            return;
        }
        for (hint, article) in hints.iter_mut().zip(&self.of_block) {
            if article.is_some_and(|article| article != story) && hint.region.holds_stories() {
                hint.region = Region::Card;
            }
        }
    }
}
