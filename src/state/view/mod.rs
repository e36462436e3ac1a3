//! What is looked at: tab, focus, filter, the sheet's stop. Nothing here changes the reading.

mod action;

use lectern_core::article::{Form, ProposalKind, Span, SpeakerId};
use lectern_core::text::order;

pub use action::ViewAction;

use super::reading::{Mark, Reading};
use super::settings::choices;

choices! {
    /// The panel's lists, in its order.
    Tab {
        /// Who speaks.
        #[default]
        Speakers = "speakers",
        /// What is said.
        Quotations = "quotations",
        /// What is wanted.
        Proposals = "proposals",
        /// What is in doubt.
        Check = "check",
        /// What is not shown.
        Removed = "removed",
    }
}

choices! {
    /// How much of a phone's screen the panel takes.
    Sheet {
        /// The counts.
        #[default]
        Peek = "peek",
        /// The lower half.
        Half = "half",
        /// All but a strip.
        Full = "full",
    }
}

choices! {
    /// How speakers are ordered.
    Order {
        /// Who says most comes first.
        #[default]
        Share = "share",
        /// As they first speak in the article.
        Appearance = "appearance",
    }
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// What this is, and how to check it.
    About,
    /// Keyboard shortcuts.
    Shortcuts,
    /// Reading settings.
    Settings,
    /// Two speakers side by side.
    Compare,
    /// The picture of who speaks where.
    VoiceMap,
    /// Taking the reading away.
    Export,
    /// Whose words the article gives.
    Room,
    /// One table over all articles that were opened together.
    Shelf,
    /// The marks that came with the article beside the machine's.
    Agreement,
}

/// Why nothing is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mute {
    /// The device has no English voice of its own.
    NoVoice,
    /// The voice failed.
    Failed,
}

/// Where a focus was chosen; the other side scrolls to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// In the text.
    Article,
    /// In a list.
    Panel,
    /// By a key or a link from elsewhere: both scroll.
    Elsewhere,
    /// As the next to be checked: both scroll, and who checks in the lists stays there.
    Queue,
    /// It was looked at before something was put right, and still is.
    Kept,
}

/// The mark that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Which.
    pub mark: Mark,
    /// Where it was chosen.
    pub origin: Chosen,
    /// Counts choices, so that choosing the same again scrolls again.
    pub turn: u32,
}

/// Kinds of mark that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Quotations of one form.
    Quotation(Form),
    /// Proposals of one kind.
    Proposal(ProposalKind),
}

impl Kind {
    /// The forms of quotation.
    pub const QUOTATIONS: [Kind; 3] = [
        Kind::Quotation(Form::Direct),
        Kind::Quotation(Form::Indirect),
        Kind::Quotation(Form::Mixed),
    ];
    /// The kinds of proposal.
    pub const PROPOSALS: [Kind; 4] = [
        Kind::Proposal(ProposalKind::Call),
        Kind::Proposal(ProposalKind::Plan),
        Kind::Proposal(ProposalKind::Pledge),
        Kind::Proposal(ProposalKind::Opposition),
    ];

    /// The kind of a mark.
    pub fn of(reading: &Reading, mark: Mark) -> Option<Kind> {
        match mark {
            Mark::Quotation(id) => reading
                .quotation(id)
                .map(|quotation| Kind::Quotation(quotation.form)),
            Mark::Proposal(id) => reading.proposal(id).map(|proposal| Kind::Proposal(proposal.kind)),
        }
    }

    /// Its name in the page's markup and strings.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Quotation(form) => form.name(),
            Kind::Proposal(kind) => kind.name(),
        }
    }
}

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The open list.
    pub tab: Tab,
    /// The mark in hand.
    pub focus: Option<Focus>,
    /// Speakers chosen, at most two; empty means all.
    pub speakers: Vec<SpeakerId>,
    /// Kinds not wanted now.
    pub hidden: Vec<Kind>,
    /// How speakers are ordered.
    pub order: Order,
    /// Whether documents and groups are left out of the speakers.
    pub people_alone: bool,
    /// Words looked for in the lists.
    pub search: String,
    /// The phone's sheet.
    pub sheet: Sheet,
    /// What lies over the page.
    pub dialog: Option<Dialog>,
    /// Whether the mark or the speaker in hand is being put right.
    pub mending: bool,
    /// Whether the article is read aloud.
    pub aloud: bool,
    /// Why it is not, though it was asked for.
    pub mute: Option<Mute>,
    /// Counts the times that a sentence was asked for again.
    pub again: u32,
    /// Words of the article that are to be selected.
    pub words: Option<Span>,
    /// How far to scroll once the article stands, in pixels.
    pub scroll: Option<f64>,
    turn: u32,
}

impl View {
    /// Whether a mark is in the filter: its kind shown, its speaker chosen.
    pub fn wants(&self, reading: &Reading, mark: Mark) -> bool {
        let kind = Kind::of(reading, mark).is_some_and(|kind| !self.hidden.contains(&kind));
        kind && self.speaks(reading, mark)
    }

    /// How many of these kinds are shown.
    pub fn shows(&self, kinds: &[Kind]) -> usize {
        kinds.iter().filter(|kind| !self.hidden.contains(kind)).count()
    }

    /// The speakers in the order that was chosen, without those that are left out.
    pub fn cast(&self, reading: &Reading) -> Vec<SpeakerId> {
        let mut cast = reading.cast.clone();
        cast.retain(|&id| !self.people_alone || !reading.is_document_or_group(id));
        if self.order == Order::Appearance {
            let mut first = vec![usize::MAX; reading.article.speakers.len()];
            for (place, &mark) in reading.marks.iter().enumerate().rev() {
                let speaker = reading.referent(mark).speaker();
                if let Some(first) = speaker.and_then(|id| first.get_mut(id.0 as usize)) {
                    *first = place;
                }
            }
            order::by_key(&mut cast, |id| first.get(id.0 as usize).copied());
        }
        cast
    }

    /// Whether a mark's speaker is among those chosen. Doubtful ones count for each of their candidates.
    pub fn speaks(&self, reading: &Reading, mark: Mark) -> bool {
        if self.speakers.is_empty() {
            return true;
        }
        let referent = reading.referent(mark);
        self.speakers
            .iter()
            .any(|speaker| referent.speaker() == Some(*speaker) || referent.candidates().contains(speaker))
    }

    /// The mark `by` places from the focus, among those wanted; from nowhere, the first or the last.
    pub fn neighbour(&self, reading: &Reading, by: isize) -> Option<Mark> {
        let wanted: Vec<Mark> = reading
            .marks
            .iter()
            .copied()
            .filter(|&mark| self.wants(reading, mark))
            .collect();
        let last = wanted.len().checked_sub(1)?;
        let here = self
            .focus
            .and_then(|focus| wanted.iter().position(|&mark| mark == focus.mark));
        let next = match here {
            Some(here) => here.saturating_add_signed(by).min(last),
            None if by > 0 => 0,
            None => last,
        };
        wanted.get(next).copied()
    }

    /// Whether a mark is in the list as it is filtered and searched.
    pub fn lists(&self, reading: &Reading, mark: Mark) -> bool {
        self.wants(reading, mark) && reading.mentions(mark, &self.search)
    }
}
