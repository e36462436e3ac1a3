//! What every part of the page is given by the app, and how it asks for it.

use std::mem::discriminant;
use std::rc::Rc;

use lectern_core::corrections::Correction;
use yew::prelude::*;

use crate::late::Late;
use crate::state::view::Chosen;
use crate::state::{Mark, Reading, Settings, View, ViewAction, Work, WorkAction, correct};
use crate::strings::Strings;

/// What is looked at, for every part of the page.
pub type ViewContext = UseReducerHandle<View>;
/// The open article and its decisions.
pub type WorkContext = UseReducerHandle<Work>;
/// The interface's words.
pub type StringsContext = Strings;
/// How a person likes to read.
pub type SettingsContext = UseStateHandle<Settings>;

/// Whether what comes late is there to be drawn. A part that is drawn without the app, as tests do, is whole.
#[hook]
pub fn use_is_whole() -> bool {
    use_context::<Late>().is_none_or(|late| late == Late::Here)
}

/// What is looked at.
#[hook]
pub fn use_view() -> ViewContext {
    use_context().expect("the app gives the view")
}

/// The open article.
#[hook]
pub fn use_work() -> WorkContext {
    use_context().expect("the app gives the work")
}

/// The interface's words.
#[hook]
pub fn use_strings() -> StringsContext {
    use_context().expect("the app gives the strings")
}

/// How a person likes to read.
#[hook]
pub fn use_settings() -> SettingsContext {
    use_context().expect("the app gives the settings")
}

/// The hand of whoever puts something right: it changes the work and takes along what is looked at.
#[derive(Clone, PartialEq, Debug)]
pub struct Hand {
    /// The open article.
    pub work: WorkContext,
    /// What is looked at.
    pub view: ViewContext,
}

/// The hand.
#[hook]
pub fn use_hand() -> Hand {
    Hand {
        work: use_work(),
        view: use_view(),
    }
}

impl Hand {
    /// Does something to the work; gives the reading as it is after it.
    pub fn act(&self, action: WorkAction) -> Option<Reading> {
        let is_way_back = matches!(action, WorkAction::Undo | WorkAction::Redo);
        let before = self.work.phase.reading();
        let after = Rc::new(Work::clone(&self.work)).reduce(action.clone());
        let after = after.phase.reading().cloned();
        if let (Some(before), Some(after)) = (before, &after)
            && before != after
        {
            self.view
                .dispatch(ViewAction::Follow(before.clone(), after.clone()));
            if let Some(mark) = come_back(before, after).filter(|_| is_way_back) {
                self.view.dispatch(ViewAction::Focus(mark, Chosen::Queue));
            }
        }
        self.work.dispatch(action);
        after
    }

    /// Puts things right.
    pub fn correct(&self, more: impl IntoIterator<Item = Correction>) -> Option<Reading> {
        let before = self.work.corrections.iter().cloned();
        self.act(WorkAction::Correct(before.chain(more).collect()))
    }

    /// Says that a mark is as it should be, or no such thing, and goes on: to the next that is to be checked, or past
    /// one that is gone.
    pub fn judge(&self, reading: &Reading, mark: Mark, is_right: bool) {
        let next = match reading.doubt(mark) {
            Some(_) => reading.next_to_check(mark),
            None if is_right => Some(mark),
            None => self.view.neighbour(reading, 1).filter(|&next| next != mark),
        };
        let subject = correct::subject(reading, mark);
        let after = self.correct([if is_right {
            Correction::Accept(subject)
        } else {
            Correction::Remove(subject)
        }]);
        let next = after.and_then(|after| after.same(reading, next?));
        if let Some(next) = next {
            self.view.dispatch(ViewAction::Focus(next, Chosen::Queue));
        }
    }
}

/// The first mark that the later reading has over the earlier one. What comes with whole paragraphs is not looked for.
fn come_back(before: &Reading, after: &Reading) -> Option<Mark> {
    /// A quotation, and what is proposed in it.
    const MOST: usize = 4;
    let more = after.marks.len().checked_sub(before.marks.len())?;
    if more == 0 || more > MOST {
        return None;
    }
    let is_same = |&(at, &mark): &(usize, &Mark)| {
        let known = before.marks.get(at);
        known.is_some_and(|&known| {
            discriminant(&known) == discriminant(&mark) && before.spans(known) == after.spans(mark)
        })
    };
    let (_, &mark) = after.marks.iter().enumerate().find(|pair| !is_same(pair))?;
    Some(mark)
}
