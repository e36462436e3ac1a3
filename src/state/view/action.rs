//! What a person can do to the view, and what it does.

use std::rc::Rc;

use lectern_core::article::{Span, SpeakerId};
use yew::Reducible;

use super::{Chosen, Dialog, Focus, Kind, Mute, Order, Sheet, Tab, View};
use crate::state::place::Place;
use crate::state::reading::{Mark, Reading};

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
    /// Of these kinds show all, or only this one; where only some are shown, this one more or no longer.
    Choose(&'static [Kind], Option<Kind>),
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
    /// Select these words of the article.
    Select(Span),
    /// They are selected.
    Selected,
    /// A new article: nothing of the old view holds.
    Reset,
    /// The same article read anew: ids may have changed, the tab stays.
    Renew,
}

impl Reducible for View {
    type Action = ViewAction;

    fn reduce(self: Rc<Self>, action: ViewAction) -> Rc<Self> {
        let mut view = (*self).clone();
        view.act(action);
        if view == *self { self } else { Rc::new(view) }
    }
}

impl View {
    fn act(&mut self, action: ViewAction) {
        match action {
            ViewAction::Open(tab) => {
                self.tab = tab;
                if self.sheet == Sheet::Peek {
                    self.sheet = Sheet::Half;
                }
            }
            ViewAction::Focus(mark, origin) => self.look_at(mark, origin),
            ViewAction::Solo(speaker) => {
                self.speakers = if self.speakers == [speaker] {
                    Vec::new()
                } else {
                    vec![speaker]
                };
                self.focus = None;
                self.mending = false;
            }
            ViewAction::Beside(speaker) => self.choose_beside(speaker),
            ViewAction::Everyone => self.speakers.clear(),
            ViewAction::All => {
                self.speakers.clear();
                self.hidden.clear();
                self.search.clear();
            }
            ViewAction::Toggle(kind) => match self.hidden.iter().position(|&hidden| hidden == kind) {
                Some(at) => drop(self.hidden.swap_remove(at)),
                None => self.hidden.push(kind),
            },
            ViewAction::Choose(kinds, one) => self.choose(kinds, one),
            ViewAction::Order(order) => self.order = order,
            ViewAction::PeopleAlone(alone) => self.people_alone = alone,
            ViewAction::Search(words) => self.search = words,
            ViewAction::Sheet(stop) => self.sheet = stop,
            ViewAction::Show(dialog) => {
                self.dialog = if self.dialog == Some(dialog) {
                    None
                } else {
                    Some(dialog)
                };
            }
            ViewAction::Close(dialog) => {
                if self.dialog == Some(dialog) {
                    self.dialog = None;
                }
            }
            ViewAction::Mend(on) => self.mending = on,
            ViewAction::Follow(before, after) => self.follow(&before, &after),
            ViewAction::Aloud(on) => {
                self.aloud = on;
                self.mute = None;
            }
            ViewAction::Again => self.again += 1,
            ViewAction::Mute(why) => {
                self.aloud = false;
                self.mute = Some(why);
            }
            ViewAction::Back => self.step_back(),
            ViewAction::Unwind(depth) => {
                let place = Place::of(Some(0.0), self, true).down_to(depth);
                self.take(&place);
            }
            ViewAction::Restore(place) => {
                self.take(&place);
                self.tab = place.tab;
                self.scroll = Some(place.scrolled).filter(|scrolled| *scrolled >= 0.0);
            }
            ViewAction::Scrolled => self.scroll = None,
            ViewAction::Select(words) => self.words = Some(words),
            ViewAction::Selected => self.words = None,
            ViewAction::Reset => {
                *self = View {
                    turn: self.turn,
                    ..View::default()
                }
            }
            ViewAction::Renew => {
                self.focus = None;
                self.words = None;
                self.speakers.clear();
                self.dialog = None;
                self.mending = false;
                self.aloud = false;
                self.mute = None;
            }
        }
    }

    fn look_at(&mut self, mark: Mark, origin: Chosen) {
        self.turn += 1;
        self.mending &= self.focus.is_some_and(|focus| focus.mark == mark);
        self.focus = Some(Focus {
            mark,
            origin,
            turn: self.turn,
        });
        if origin == Chosen::Panel {
            if self.sheet == Sheet::Full {
                self.sheet = Sheet::Half;
            }
            return;
        }
        if origin != Chosen::Queue || self.tab != Tab::Check {
            self.tab = match mark {
                Mark::Quotation(_) => Tab::Quotations,
                Mark::Proposal(_) => Tab::Proposals,
            };
        }
        self.sheet = Sheet::Half;
    }

    fn choose(&mut self, kinds: &'static [Kind], one: Option<Kind>) {
        let is_all = self.shows(kinds) == kinds.len();
        let is_wanted = |kind: &Kind| match one {
            None => true,
            Some(one) if is_all => *kind == one,
            Some(one) => self.hidden.contains(kind) == (*kind == one),
        };
        // The last one taken off leaves no empty list, but all of them.
        let is_any = kinds.iter().any(is_wanted);
        let away: Vec<Kind> = kinds
            .iter()
            .copied()
            .filter(|kind| is_any && !is_wanted(kind))
            .collect();
        self.hidden.retain(|kind| !kinds.contains(kind));
        self.hidden.extend(away);
    }

    fn choose_beside(&mut self, speaker: SpeakerId) {
        if let Some(at) = self.speakers.iter().position(|&chosen| chosen == speaker) {
            self.speakers.remove(at);
            return;
        }
        self.speakers.truncate(1);
        self.speakers.push(speaker);
        if self.speakers.len() == 2 {
            self.dialog = Some(Dialog::Compare);
        }
    }

    fn follow(&mut self, before: &Reading, after: &Reading) {
        self.turn += 1;
        let mark = self.focus.and_then(|focus| after.same(before, focus.mark));
        self.focus = mark.map(|mark| Focus {
            mark,
            origin: Chosen::Kept,
            turn: self.turn,
        });
        let speakers = self.speakers.iter();
        self.speakers = speakers
            .filter_map(|&id| after.same_speaker(before, id))
            .collect();
    }

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
