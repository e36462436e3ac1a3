//! Marks that came with the article, a person's from elsewhere, beside those that the machine makes: figures of how far
//! they agree, and what only one of them has.

use std::rc::Rc;

use lectern_core::corrections::Corrected;
use lectern_core::{Input, Overrides, Span};
use lectern_desk::{Done, Task};
use lectern_formats::agreement::{Agreement, Alone, Figures};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::rows;
use crate::context::{use_strings, use_view};
use crate::desk;
use crate::parts::refusal_words;
use crate::reader::Reader;
use crate::state::reading::is_shown;
use crate::state::view::{Chosen, Dialog};
use crate::state::work::Refusal;
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::{Key, Strings};

/// Rows of what only one of them has, at most: a longer list is no comparison.
const MOST: usize = 200;

/// What the sheet is given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The reading with the marks that came.
    pub(super) reading: Reading,
}

/// The figures and the lists.
#[component]
pub(super) fn Agree(props: &Props) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let found = use_state_eq(|| None::<Result<Rc<Agreement>, Refusal>>);
    let is_hidden = use_state_eq(|| false);
    {
        let found = found.setter();
        use_effect_with(props.reading.clone(), move |reading| {
            let wanted = Rc::new(());
            let still = Rc::downgrade(&wanted);
            let reading = reading.clone();
            spawn_local(async move {
                let agreement = agreement(&reading).await;
                if still.strong_count() > 0 {
                    found.set(Some(agreement.map(Rc::new)));
                }
            });
            move || drop(wanted)
        });
    }
    let agreement = match &*found {
        None => return html! { <p class="over-note" role="status">{ strings.get(Key::StatusReading) }</p> },
        Some(Err(why)) => {
            return html! { <p class="notice" role="alert">{ refusal_words(*why, &strings) }</p> };
        }
        Some(Ok(agreement)) => agreement,
    };
    let go = {
        let view = view.clone();
        Callback::from(move |mark: Mark| {
            view.dispatch(ViewAction::Close(Dialog::Agreement));
            view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
        })
    };
    let select = {
        let (reading, is_hidden) = (props.reading.clone(), is_hidden.setter());
        Callback::from(move |range: [u32; 2]| match place(&reading, range) {
            Some(span) => {
                view.dispatch(ViewAction::Close(Dialog::Agreement));
                view.dispatch(ViewAction::Select(span));
            }
            None => is_hidden.set(true),
        })
    };
    let heads = [
        Key::VoicesKind,
        Key::AgreeHere,
        Key::AgreeMachine,
        Key::AgreeBoth,
        Key::AgreeSpans,
        Key::AgreeKind,
        Key::AgreeSpeaker,
    ];
    html! {
        <div class="agreement">
            <p class="over-note">{ strings.get(Key::AgreeAbout) }</p>
            <table class="shelf-rows" id="agree-figures">
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ strings.get(head) }</th> }) }</tr></thead>
                <tbody>
                    { figures(Key::TabQuotations, agreement.quotations, &strings) }
                    { figures(Key::TabProposals, agreement.proposals, &strings) }
                </tbody>
            </table>
            { alone(agreement, false, &|mark| to_mark(mark, &go), &strings) }
            { alone(agreement, true, &|mark| to_words(mark, &select), &strings) }
            <p class="over-note" role="status" id="agree-hidden">
                { if *is_hidden { strings.get(Key::AgreeHidden) } else { String::new() } }
            </p>
        </div>
    }
}

/// Where a mark of the machine's lies, in the text; none where that is not shown.
fn place(reading: &Reading, [start, end]: [u32; 2]) -> Option<Span> {
    let text = &reading.article.source.text;
    let byte = |at: u32| {
        let mut places = text.char_indices().map(|(byte, _)| byte);
        places.nth(at as usize).unwrap_or(text.len())
    };
    let span = Span::of(byte(start)..byte(end));
    let block = reading
        .article
        .blocks
        .get(reading.article.block_at(span.start()))?;
    is_shown(block.kind).then_some(span)
}

/// The machine's reading is the first, what came the second. The text is read as it stands: it was repaired before.
async fn agreement(reading: &Reading) -> Result<Agreement, Refusal> {
    let came = reading.standing();
    let input = Input::from(came.article.source.text.as_str());
    let overrides = Overrides {
        as_is: true,
        ..Overrides::default()
    };
    let read = Reader::new().read(Rc::new(input), Rc::new(overrides), None).await;
    let machine = Corrected::from(read.map_err(|_| Refusal::Broken)?);
    match desk::ask(Task::Compare(Box::new(machine), Box::new(came))).await? {
        Done::Compared(Some(agreement)) => Ok(agreement),
        _ => Err(Refusal::Broken),
    }
}

fn figures(sort: Key, of: Figures, strings: &Strings) -> Html {
    // Whole percents: printing fractions takes code that nothing else of the page needs.
    let share = |part: u32, whole: u32| match whole {
        0 => "–".to_owned(),
        whole => format!(
            "{} %",
            (u64::from(part) * 100 + u64::from(whole) / 2) / u64::from(whole)
        ),
    };
    html! {
        <tr>
            <th scope="row">{ strings.get(sort) }</th>
            <td>{ of.second }</td>
            <td>{ of.first }</td>
            <td>{ of.both }</td>
            <td>{ share(2 * of.both, of.first + of.second) }</td>
            <td>{ share(of.same_kind, of.both) }</td>
            <td>{ share(of.same_speaker, of.both) }</td>
        </tr>
    }
}

/// What only one of them has. Those that came lead to their place in the article; the machine's are not marked there, and
/// lead to their words.
fn alone(
    agreement: &Agreement,
    of_machine: bool,
    go: &dyn Fn(&Alone) -> Callback<MouseEvent>,
    strings: &Strings,
) -> Html {
    let own = agreement.alone.iter().filter(|mark| mark.is_first == of_machine);
    let cells = |mark: &Alone| rows::cells(&mark.words, &mark.speaker, mark.kind, go(mark), strings);
    let rows: Vec<Html> = own
        .take(MOST)
        .map(|mark| html! { <tr>{ cells(mark) }</tr> })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    let title = if of_machine {
        Key::AgreeOnlyMachine
    } else {
        Key::AgreeOnlyHere
    };
    html! {
        <>
            <h3 class="room-head">{ strings.get(title) }</h3>
            if of_machine {
                <p class="over-note">{ strings.get(Key::AgreeGo) }</p>
            }
            <table class="shelf-rows marks" id={if of_machine { "agree-machine" } else { "agree-here" }}>
                <tbody>{ for rows }</tbody>
            </table>
        </>
    }
}

/// To a mark that came, in the article.
fn to_mark(alone: &Alone, go: &Callback<Mark>) -> Callback<MouseEvent> {
    let mark = rows::mark(alone.kind, alone.id);
    go.reform(move |_| mark)
}

/// To the words of a mark that is the machine's alone.
fn to_words(alone: &Alone, select: &Callback<[u32; 2]>) -> Callback<MouseEvent> {
    let range = alone.range;
    select.reform(move |_| range)
}
