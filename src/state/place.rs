//! Where a reader is, in the form of an address: which article, and what is open in it. Numbers only, so that an
//! address tells nobody what is read.

use lectern_core::article::{ProposalId, QuotationId, SpeakerId};

use super::reading::Mark;
use super::view::{Sheet, Tab, View};

/// What begins the last part of an address that carries an article; a mark may follow behind a stroke.
pub const PARCEL: &str = "#z=";

/// An article and what is open in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The article's key on the device; none on the empty page.
    pub article: Option<f64>,
    /// The open list.
    pub tab: Tab,
    /// Speakers chosen.
    pub speakers: Vec<SpeakerId>,
    /// The phone's sheet; at its lowest where the lists are no sheet.
    pub sheet: Sheet,
    /// The mark in hand.
    pub mark: Option<Mark>,
    /// How far the page is scrolled, in pixels; under nothing where the mark is to be brought in sight. Not part of
    /// the address.
    pub scrolled: f64,
}

impl Place {
    /// Where somebody is.
    pub fn of(article: Option<f64>, view: &View, has_sheet: bool) -> Place {
        if article.is_none() {
            return Place::default();
        }
        Place {
            article,
            tab: view.tab,
            speakers: view.speakers.clone(),
            sheet: if has_sheet { view.sheet } else { Sheet::Peek },
            mark: view.focus.map(|focus| focus.mark),
            scrolled: 0.0,
        }
    }

    /// How many things lie over the article that one step back each takes away: filter, sheet and card.
    pub fn depth(&self) -> u32 {
        u32::from(!self.speakers.is_empty())
            + u32::from(self.sheet != Sheet::Peek)
            + u32::from(self.mark.is_some())
    }

    /// The same with nothing but the lowest so many of these.
    pub fn down_to(&self, depth: u32) -> Place {
        let mut place = self.clone();
        if place.depth() > depth {
            place.mark = None;
        }
        if place.depth() > depth {
            place.sheet = Sheet::Peek;
        }
        if place.depth() > depth {
            place.speakers.clear();
        }
        place
    }

    /// As the address's last part; empty for the empty page.
    pub fn to_hash(&self) -> String {
        let Some(article) = self.article else {
            return String::new();
        };
        // A key is a whole number; to print fractions, and to read them, takes code that nothing else of the page needs.
        let mut hash = format!("#{}/{}", article as u64, self.tab.word());
        for speaker in &self.speakers {
            hash.push_str(&format!("/s{}", speaker.0));
        }
        if self.sheet != Sheet::Peek {
            hash.push_str(&format!("/{}", self.sheet.word()));
        }
        if let Some(mark) = self.mark {
            hash.push_str(&format!("/{}", mark.key()));
        }
        hash
    }

    /// The mark that an address's last part names and nothing else: `#q3` is the third quotation but three.
    pub fn mark_alone(hash: &str) -> Option<Mark> {
        let part = hash.strip_prefix('#')?;
        let number = part.get(1..)?.parse().ok()?;
        match part.as_bytes().first()? {
            b'q' => Some(Mark::Quotation(QuotationId(number))),
            b'p' => Some(Mark::Proposal(ProposalId(number))),
            _ => None,
        }
    }

    /// From an address's last part; the empty page for anything else.
    pub fn from_hash(hash: &str) -> Place {
        let mut parts = hash.trim_start_matches('#').split('/');
        let key = parts.next().and_then(|key| key.parse::<u64>().ok());
        let article = key.map(|key| key as f64);
        if article.is_none() {
            return Place::default();
        }
        let mut place = Place {
            article,
            ..Place::default()
        };
        for part in parts {
            let number = part.get(1..).and_then(|number| number.parse::<u32>().ok());
            match (part.chars().next(), number) {
                (Some('s'), Some(id)) if place.speakers.len() < 2 => place.speakers.push(SpeakerId(id)),
                (Some('q'), Some(id)) => place.mark = Some(Mark::Quotation(QuotationId(id))),
                (Some('p'), Some(id)) => place.mark = Some(Mark::Proposal(ProposalId(id))),
                _ => {
                    place.tab = Tab::of(part).unwrap_or(place.tab);
                    place.sheet = Sheet::of(part).unwrap_or(place.sheet);
                }
            }
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_place() {
        let place = Place {
            article: Some(1_764_190_000_123.0),
            tab: Tab::Quotations,
            speakers: vec![SpeakerId(3), SpeakerId(0)],
            sheet: Sheet::Half,
            mark: Some(Mark::Quotation(QuotationId(12))),
            scrolled: 0.0,
        };
        assert_eq!(place.to_hash(), "#1764190000123/quotations/s3/s0/half/q12");
        assert_eq!(Place::from_hash(&place.to_hash()), place);
        assert_eq!(Place::from_hash(""), Place::default());
        for other in ["#page", "#NaN/check", "#//", "#é/q1"] {
            assert_eq!(Place::from_hash(other), Place::default(), "{other}");
        }
        assert_eq!(Place::from_hash("#7/é/q/sx/removed").tab, Tab::Removed);
    }

    #[test]
    fn one_step_back_takes_the_card_then_the_sheet_then_the_filter() {
        let mut place = Place::from_hash("#7/quotations/s3/half/q12");
        let mut steps = Vec::new();
        while place.depth() > 0 {
            place = place.down_to(place.depth() - 1);
            steps.push(place.to_hash());
        }
        assert_eq!(
            steps,
            ["#7/quotations/s3/half", "#7/quotations/s3", "#7/quotations"]
        );
    }
}
