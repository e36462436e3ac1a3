//! What is looked at: tab, focus, filter, the sheet's stop. Nothing here changes the reading.

use std::rc::Rc;

use lectern_core::article::{Form, ProposalKind, SpeakerId};
use lectern_core::text::order;
use yew::Reducible;

use super::place::Place;
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
    /// How far to scroll once the article stands, in pixels.
    pub scroll: Option<f64>,
    turn: u32,
}

/// What a person can do to the view.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewAction {
    /// Open a list.
    Open(Tab),
    /// Look at a mark, chosen there.
    Focus(Mark, Chosen),
    /// Read only this speaker, or all again.
    Solo(SpeakerId),
    /// Add a speaker to the one chosen, for comparing, or take them out.
    Beside(SpeakerId),
    /// All speakers again.
    Everyone,
    /// Everyone, every kind, and no search.
    All,
    /// Show or hide a kind.
    Toggle(Kind),
    /// Order the speakers.
    Order(Order),
    /// Leave documents and groups out of the speakers, or not.
    PeopleAlone(bool),
    /// Look for words.
    Search(String),
    /// Move the sheet.
    Sheet(Sheet),
    /// Lay something over the page.
    Show(Dialog),
    /// Take that off the page, if it lies there.
    Close(Dialog),
    /// Put right what is in hand, or be done with it.
    Mend(bool),
    /// The same article with other corrections: what was looked at before, as it is now.
    Follow(Reading, Reading),
    /// Read aloud, or stop.
    Aloud(bool),
    /// The sentence that is read aloud, once more.
    Again,
    /// Nothing can be read aloud.
    Mute(Mute),
    /// One step back: the voice, what lies over the page, the focus, the search, the filter.
    Back,
    /// So many steps back as it takes until no more than this many layers lie over the article.
    Unwind(u32),
    /// What was looked at before, in this article.
    Restore(Place),
    /// The page was scrolled to where it was before.
    Scrolled,
    /// A new article: nothing of the old view holds.
    Reset,
    /// The same article read anew: ids may have changed, the tab stays.
    Renew,
}

impl View {
    /// Whether a mark is in the filter: its kind shown, its speaker chosen.
    pub fn wants(&self, reading: &Reading, mark: Mark) -> bool {
        let kind = Kind::of(reading, mark).is_some_and(|kind| !self.hidden.contains(&kind));
        kind && self.speaks(reading, mark)
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

impl Reducible for View {
    type Action = ViewAction;

    fn reduce(self: Rc<Self>, action: ViewAction) -> Rc<Self> {
        let mut view = (*self).clone();
        match action {
            ViewAction::Open(tab) => {
                view.tab = tab;
                if view.sheet == Sheet::Peek {
                    view.sheet = Sheet::Half;
                }
            }
            ViewAction::Focus(mark, origin) => {
                view.turn += 1;
                view.mending &= view.focus.is_some_and(|focus| focus.mark == mark);
                view.focus = Some(Focus {
                    mark,
                    origin,
                    turn: view.turn,
                });
                if origin != Chosen::Panel {
                    if origin != Chosen::Queue || view.tab != Tab::Check {
                        view.tab = match mark {
                            Mark::Quotation(_) => Tab::Quotations,
                            Mark::Proposal(_) => Tab::Proposals,
                        };
                    }
                    view.sheet = Sheet::Half;
                }
                if origin == Chosen::Panel && view.sheet == Sheet::Full {
                    view.sheet = Sheet::Half;
                }
            }
            ViewAction::Solo(speaker) => {
                view.speakers = if view.speakers == [speaker] {
                    Vec::new()
                } else {
                    vec![speaker]
                };
                view.focus = None;
                view.mending = false;
            }
            ViewAction::Beside(speaker) => match view.speakers.iter().position(|&chosen| chosen == speaker) {
                Some(at) => drop(view.speakers.remove(at)),
                None => {
                    view.speakers.truncate(1);
                    view.speakers.push(speaker);
                    if view.speakers.len() == 2 {
                        view.dialog = Some(Dialog::Compare);
                    }
                }
            },
            ViewAction::Everyone => view.speakers.clear(),
            ViewAction::All => {
                view.speakers.clear();
                view.hidden.clear();
                view.search.clear();
            }
            ViewAction::Toggle(kind) => match view.hidden.iter().position(|&hidden| hidden == kind) {
                Some(at) => drop(view.hidden.swap_remove(at)),
                None => view.hidden.push(kind),
            },
            ViewAction::Order(order) => view.order = order,
            ViewAction::PeopleAlone(alone) => view.people_alone = alone,
            ViewAction::Search(words) => view.search = words,
            ViewAction::Sheet(stop) => view.sheet = stop,
            ViewAction::Show(dialog) => {
                view.dialog = if view.dialog == Some(dialog) {
                    None
                } else {
                    Some(dialog)
                };
            }
            ViewAction::Close(dialog) => {
                if view.dialog == Some(dialog) {
                    view.dialog = None;
                }
            }
            ViewAction::Mend(on) => view.mending = on,
            ViewAction::Follow(before, after) => {
                view.turn += 1;
                let turn = view.turn;
                let mark = view.focus.and_then(|focus| after.same(&before, focus.mark));
                view.focus = mark.map(|mark| Focus {
                    mark,
                    origin: Chosen::Kept,
                    turn,
                });
                view.speakers = view
                    .speakers
                    .iter()
                    .filter_map(|&id| after.same_speaker(&before, id))
                    .collect();
            }
            ViewAction::Aloud(on) => {
                view.aloud = on;
                view.mute = None;
            }
            ViewAction::Again => view.again += 1,
            ViewAction::Mute(why) => {
                view.aloud = false;
                view.mute = Some(why);
            }
            ViewAction::Back => view.step_back(),
            ViewAction::Unwind(depth) => {
                let place = Place::of(Some(0.0), &view, true).down_to(depth);
                view.take(&place);
            }
            ViewAction::Restore(place) => {
                view.take(&place);
                view.tab = place.tab;
                view.scroll = Some(place.scrolled).filter(|scrolled| *scrolled >= 0.0);
            }
            ViewAction::Scrolled => view.scroll = None,
            ViewAction::Reset => {
                view = View {
                    turn: view.turn,
                    ..View::default()
                }
            }
            ViewAction::Renew => {
                view.focus = None;
                view.speakers.clear();
                view.dialog = None;
                view.mending = false;
                view.aloud = false;
                view.mute = None;
            }
        }
        if view == *self { self } else { Rc::new(view) }
    }
}

impl View {
    /// Opens what a place says, and no more.
    fn take(&mut self, place: &Place) {
        self.dialog = None;
        self.speakers.clone_from(&place.speakers);
        self.sheet = place.sheet;
        if self.focus.map(|focus| focus.mark) != place.mark {
            self.turn += 1;
            let turn = self.turn;
            self.focus = place.mark.map(|mark| Focus {
                mark,
                origin: Chosen::Panel,
                turn,
            });
        }
    }

    fn step_back(&mut self) {
        let mut is_done = self.dialog.take().is_some();
        for on in [&mut self.aloud, &mut self.mending] {
            is_done = is_done || std::mem::take(on);
        }
        if is_done || self.focus.take().is_some() {
            return;
        }
        if !self.search.is_empty() {
            self.search.clear();
        } else if !self.speakers.is_empty() {
            self.speakers.clear();
        } else {
            self.sheet = Sheet::Peek;
        }
    }
}
