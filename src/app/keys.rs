//! The keyboard: single keys for reading, and undo and redo as everywhere.
//!
//! Silent in fields, while an input method composes (key code 229 where the flag is missing), with modifiers
//! that belong to the browser, and when switched off. Tab, space and the browser's own search stay untouched.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::article::marking::{As, mark};
use crate::article::picking;
use crate::card::move_edge;
use crate::context::{Hand, SettingsContext, ViewContext, WorkContext};
use crate::dialogs::export;
use crate::dom::{is_composing, is_field};
use crate::state::keys::Command;
use crate::state::settings::{Settings, Switch};
use crate::state::view::{Chosen, Dialog, Kind, Tab};
use crate::state::work::Phase;
use crate::state::{Reading, ViewAction, WorkAction};

/// Listens for as long as the page stands.
#[hook]
pub(super) fn use_keys(work: &WorkContext, view: &ViewContext, settings: &SettingsContext) {
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some((work.clone(), view.clone(), settings.clone()));
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
            if let (Some(event), Some((work, view, settings))) =
                (event.dyn_ref::<KeyboardEvent>(), latest.borrow().clone())
                && pressed(event, &work, &view, &settings)
            {
                event.prevent_default();
            }
        });
        move || drop(listener)
    });
}

/// Does what a key means; true when it meant something.
fn pressed(
    event: &KeyboardEvent,
    work: &WorkContext,
    view: &ViewContext,
    settings: &SettingsContext,
) -> bool {
    if is_composing(event) || event.default_prevented() {
        return false;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        let redo = (event.shift_key() && key.eq_ignore_ascii_case("z")) || key.eq_ignore_ascii_case("y");
        let undo = key.eq_ignore_ascii_case("z");
        if key.eq_ignore_ascii_case("s") && !event.shift_key() && !event.alt_key() {
            return save(work, view, settings);
        }
        if is_field(event.target()) || event.alt_key() || !(undo || redo) {
            return false;
        }
        let hand = hand(work, view);
        hand.act(if redo { WorkAction::Redo } else { WorkAction::Undo });
        return true;
    }
    if event.alt_key() {
        return false;
    }
    let reading = work.phase.reading().filter(|_| view.dialog.is_none());
    if !is_field(event.target()) && reading.is_some_and(|reading| picking::pressed(event, reading)) {
        return true;
    }
    if key == "Escape" {
        view.dispatch(ViewAction::Back);
        return true;
    }
    if is_field(event.target()) {
        return false;
    }
    if event.shift_key() && key.starts_with("Arrow") && view.mending {
        return edge(&key, work, view);
    }
    if settings.single_keys == Switch::Off {
        return false;
    }
    settings
        .keys
        .command(&key)
        .is_some_and(|command| obey(command, work, view, settings))
}

fn hand(work: &WorkContext, view: &ViewContext) -> Hand {
    Hand {
        work: work.clone(),
        view: view.clone(),
    }
}

/// Left and right move the end of the mark that is put right, up and down its start.
fn edge(key: &str, work: &WorkContext, view: &ViewContext) -> bool {
    let (Some(reading), Some(focus)) = (work.phase.reading(), view.focus) else {
        return false;
    };
    let is_start = matches!(key, "ArrowUp" | "ArrowDown");
    let later = matches!(key, "ArrowRight" | "ArrowDown");
    move_edge(&hand(work, view), reading, focus.mark, is_start, later);
    true
}

/// Does a command; true when there was something to do it to.
fn obey(command: Command, work: &WorkContext, view: &ViewContext, settings: &SettingsContext) -> bool {
    if command == Command::Help {
        view.dispatch(ViewAction::Show(Dialog::Shortcuts));
        return true;
    }
    let Some(reading) = work.phase.reading().filter(|_| view.dialog.is_none()) else {
        return false;
    };
    match command {
        Command::Next | Command::Previous => {
            let by = if command == Command::Next { 1 } else { -1 };
            if let Some(mark) = view.neighbour(reading, by) {
                view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
            }
        }
        Command::SpeakerBefore | Command::SpeakerAfter => {
            speaker(reading, view, command == Command::SpeakerAfter);
        }
        Command::Search => {
            if !matches!(view.tab, Tab::Quotations | Tab::Proposals) {
                view.dispatch(ViewAction::Open(Tab::Quotations));
            }
            // The field may only be drawn after this turn.
            gloo::timers::callback::Timeout::new(0, || {
                if let Some(field) = gloo::utils::document().get_element_by_id("search") {
                    crate::dom::focus(&field);
                }
            })
            .forget();
        }
        Command::Density => settings.set(Settings {
            density: settings.density.next(),
            ..(**settings).clone()
        }),
        Command::Quotations => toggle(view, &Kind::QUOTATIONS),
        Command::Proposals => toggle(view, &Kind::PROPOSALS),
        Command::Accept | Command::Refuse | Command::Mend => {
            let Some(focus) = view.focus else {
                return false;
            };
            match command {
                Command::Mend => view.dispatch(ViewAction::Mend(!view.mending)),
                _ => hand(work, view).judge(reading, focus.mark, command == Command::Accept),
            }
        }
        Command::Pick => return picking::begin(reading, view),
        Command::MarkQuotation => return mark(&hand(work, view), reading, As::Quotation),
        Command::MarkProposal => return mark(&hand(work, view), reading, As::Proposal),
        Command::MarkSpeaker => return mark(&hand(work, view), reading, As::Speaker),
        Command::Export => view.dispatch(ViewAction::Show(Dialog::Export)),
        Command::Aloud => view.dispatch(ViewAction::Aloud(!view.aloud)),
        Command::Help => {}
    }
    true
}

/// Saves what was last taken away, once more; asks what when there was nothing yet.
fn save(work: &WorkContext, view: &ViewContext, settings: &SettingsContext) -> bool {
    let Phase::Read(reading) = &work.phase else {
        return false;
    };
    if !export::save_again(reading, settings, work.dispatcher()) && view.dialog.is_none() {
        view.dispatch(ViewAction::Show(Dialog::Export));
    }
    true
}

/// To the speaker before or after the one chosen; past the ends, to everyone.
fn speaker(reading: &Reading, view: &ViewContext, forward: bool) {
    let chosen = view.speakers.first();
    let here = chosen.and_then(|chosen| reading.cast.iter().position(|id| id == chosen));
    let next = match (here, forward) {
        (None, true) => Some(0),
        (None, false) => reading.cast.len().checked_sub(1),
        (Some(here), true) => Some(here + 1),
        (Some(here), false) => here.checked_sub(1),
    };
    match next.and_then(|next| reading.cast.get(next)) {
        Some(&speaker) => view.dispatch(ViewAction::Solo(speaker)),
        None => view.dispatch(ViewAction::Everyone),
    }
}

fn toggle(view: &ViewContext, kinds: &[Kind]) {
    let hide = view.shows(kinds) > 0;
    for &kind in kinds {
        if view.hidden.contains(&kind) != hide {
            view.dispatch(ViewAction::Toggle(kind));
        }
    }
}
