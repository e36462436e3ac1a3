//! One table over all articles that were opened together: who speaks in which of them, what is said and what is
//! wanted. The articles are read one after the other, the desk keeps them and sends what is in sight.

mod gather;
mod rows;
mod save;

use std::cell::RefCell;
use std::rc::Rc;

use lectern_core::article::{Form, ProposalKind};
use lectern_desk::{Done, Task};
use lectern_formats::collection::{Kind, Part, Query, What};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::gather::{Gathered, use_gathered};
use self::rows::Rows;
use self::save::Save;
use super::rows::shown;
use crate::context::{use_strings, use_work};
use crate::desk;
use crate::dialogs::pick::pick;
use crate::dom;
use crate::parts::refusal_words;
use crate::state::Document;
use crate::state::work::Refusal;
use crate::strings::{Fill, Key, Strings};

/// Rows drawn at once.
const PAGE: usize = 60;

/// What can be shown, in the order in which it is offered.
const WHAT: [What; 11] = [
    What::Speakers,
    What::Marks,
    What::Quotations,
    What::Proposals,
    What::Only(Kind::Quotation(Form::Direct)),
    What::Only(Kind::Quotation(Form::Indirect)),
    What::Only(Kind::Quotation(Form::Mixed)),
    What::Only(Kind::Proposal(ProposalKind::Call)),
    What::Only(Kind::Proposal(ProposalKind::Plan)),
    What::Only(Kind::Proposal(ProposalKind::Pledge)),
    What::Only(Kind::Proposal(ProposalKind::Opposition)),
];

thread_local! {
    /// What was looked for last: whoever went into an article comes back to the same rows.
    static LAST: RefCell<(Query, usize)> = RefCell::default();
}

/// The table, with what it is narrowed by.
#[component]
pub(super) fn Shelf() -> Html {
    let (work, strings) = (use_work(), use_strings());
    let looked = use_state_eq(|| LAST.with_borrow(Clone::clone));
    let look = {
        let looked = looked.setter();
        Callback::from(move |(query, from): (Query, usize)| {
            LAST.set((query.clone(), from));
            looked.set((query, from));
        })
    };
    let titles = use_memo(Same(work.shelf.clone()), |Same(shelf)| {
        shelf
            .iter()
            .map(|document| document.title())
            .collect::<Rc<[String]>>()
    });
    let titles = (*titles).clone();
    let (gathered, lost) = use_gathered();
    let part = use_part(&looked, &gathered, lost);
    let (query, from) = (*looked).clone();
    let narrow = {
        let look = look.clone();
        Callback::from(move |query: Query| look.emit((query, 0)))
    };
    let refused = gathered
        .refused
        .or(part.as_ref().and_then(|part| part.as_ref().err().copied()));
    let part = part.and_then(Result::ok);
    html! {
        <div class="shelf-all">
            <Filters query={query.clone()} titles={titles.clone()} narrow={narrow.clone()} />
            // What comes and goes stands in elements that stay: components beside it keep their place.
            <div>
                { progress(&gathered, work.shelf.len(), &strings) }
                if let Some(why) = refused {
                    <p class="notice" role="alert">{ refusal_words(why, &strings) }</p>
                }
            </div>
            <p class="shelf-found" role="status">
                { part.as_ref().map_or_else(String::new, |part| strings.count(Key::ShelfFound, part.found as usize)) }
            </p>
            <div>
                if let Some(part) = part {
                    <Rows part={part.clone()} {query} {titles} {narrow} />
                    { pages(&part, from, &looked.0, &look, &strings) }
                }
            </div>
            <Save query={looked.0.clone()} is_ready={gathered.is_done} />
        </div>
    }
}

/// Articles, the same only where they are the very same values: comparing two hundred texts each time is long work.
struct Same(Vec<Rc<Document>>);

impl PartialEq for Same {
    fn eq(&self, other: &Same) -> bool {
        let pairs = || self.0.iter().zip(&other.0);
        self.0.len() == other.0.len() && pairs().all(|(one, two)| Rc::ptr_eq(one, two))
    }
}

/// What the desk has in sight; the answer before while it looks.
#[hook]
fn use_part(
    looked: &UseStateHandle<(Query, usize)>,
    gathered: &Gathered,
    lost: Callback<()>,
) -> Option<Result<Rc<Part>, Refusal>> {
    let part = use_state_eq(|| None::<Result<Rc<Part>, Refusal>>);
    let set = part.setter();
    let given = ((**looked).clone(), gathered.shown, gathered.of);
    use_effect_with(given, move |(looked, _, of)| {
        // Gone when something else was looked for meanwhile.
        let wanted = Rc::new(());
        let still = Rc::downgrade(&wanted);
        let ((query, from), of) = (looked.clone(), *of);
        spawn_local(async move {
            let task = Task::Look {
                query,
                from: from as u32,
                most: PAGE as u32,
            };
            let done = if of == 0 { return } else { desk::ask(task).await };
            if still.strong_count() == 0 {
                return;
            }
            match done {
                Ok(Done::Seen(part)) if part.articles < of => lost.emit(()),
                Ok(Done::Seen(part)) => set.set(Some(Ok(Rc::new(part)))),
                Ok(_) => set.set(Some(Err(Refusal::Broken))),
                Err(why) => set.set(Some(Err(why))),
            }
        });
        move || drop(wanted)
    });
    (*part).clone()
}

/// How far the reading is; nothing once all is read.
fn progress(gathered: &Gathered, all: usize, strings: &Strings) -> Html {
    if gathered.is_done {
        return Html::default();
    }
    let fills = [
        ("found", Fill::Number(gathered.of as usize)),
        ("count", Fill::Number(all)),
    ];
    let words = strings.with(Key::ShelfRead, &fills);
    html! {
        <p class="over-note" id="shelf-progress">
            <progress max={all.to_string()} value={gathered.of.to_string()} aria-label={words.clone()} />{ " " }{ words.clone() }
        </p>
    }
}

/// The ways to the rows before and after those in sight.
fn pages(
    part: &Part,
    from: usize,
    query: &Query,
    look: &Callback<(Query, usize)>,
    strings: &Strings,
) -> Html {
    let turn = |from: usize| {
        let (look, query) = (look.clone(), query.clone());
        Callback::from(move |_: MouseEvent| look.emit((query.clone(), from)))
    };
    let (next, found) = (from + PAGE, part.found as usize);
    html! {
        <div class="list-tools">
            if from > 0 {
                <button type="button" class="quiet more" id="shelf-before" onclick={turn(from.saturating_sub(PAGE))}>{ strings.get(Key::ListBefore) }</button>
            }
            if next < found {
                <button type="button" class="quiet more" id="shelf-after" onclick={turn(next)}>{ strings.count(Key::ListAfter, found - next) }</button>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FilterProps {
    query: Query,
    titles: Rc<[String]>,
    narrow: Callback<Query>,
}

/// What the table is narrowed by.
#[component]
fn Filters(props: &FilterProps) -> Html {
    let strings = use_strings();
    let query = &props.query;
    let change = |change: fn(&mut Query, String)| {
        let (query, narrow) = (query.clone(), props.narrow.clone());
        move |value: String| {
            let mut query = query.clone();
            change(&mut query, value);
            narrow.emit(query);
        }
    };
    let search = change(|query, words| query.words = words);
    let oninput = Callback::from(move |event: InputEvent| {
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            search(field.value());
        }
    });
    let what = change(|query, place| {
        query.what = place
            .parse()
            .ok()
            .and_then(|place: usize| WHAT.get(place))
            .copied()
            .unwrap_or_default();
    });
    let article = change(|query, place| query.article = place.parse().ok());
    let chosen = |tell: Box<dyn Fn(String)>| {
        Callback::from(move |event: Event| tell(dom::chosen(&event).unwrap_or_default()))
    };
    let everybody = {
        let everybody = change(|query, _| query.speaker.clear());
        Callback::from(move |_: MouseEvent| everybody(String::new()))
    };
    html! {
        <>
        <div class="export-choices">
            <label>{ strings.get(Key::Search) }
                <input type="search" class="search" id="shelf-search" value={query.words.clone()} {oninput} />
            </label>
            <label>{ strings.get(Key::ShelfWhat) }
                { pick(&what_words(query.what, &strings), html! {
                    <select id="shelf-what" onchange={chosen(Box::new(what))}>
                        { for WHAT.iter().enumerate().map(|(place, &each)| html! {
                            <option value={place.to_string()} selected={each == query.what}>{ what_words(each, &strings) }</option>
                        }) }
                    </select>
                }) }
            </label>
            <label onchange={chosen(Box::new(article))}>{ strings.get(Key::ShelfArticle) }
                <Articles titles={props.titles.clone()} chosen={query.article} />
            </label>
        </div>
        if !query.speaker.is_empty() {
            <button type="button" class="quiet only" id="shelf-speaker" onclick={everybody}>{ strings.about(Key::OnlySpeaker, &query.speaker) }</button>
        }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ArticlesProps {
    titles: Rc<[String]>,
    chosen: Option<u32>,
}

/// The list of articles to look through one of; by itself, so that it is not made anew with each letter of a search.
#[component]
fn Articles(props: &ArticlesProps) -> Html {
    let strings = use_strings();
    let all = strings.count(Key::ShelfArticles, props.titles.len());
    let chosen = props.chosen.and_then(|place| props.titles.get(place as usize));
    let list = html! {
        <select id="shelf-article">
            <option value="" selected={chosen.is_none()}>{ &all }</option>
            { for props.titles.iter().enumerate().map(|(place, title)| html! {
                <option value={place.to_string()} selected={props.chosen == Some(place as u32)}>{ title }</option>
            }) }
        </select>
    };
    pick(chosen.unwrap_or(&all), list)
}

fn what_words(what: What, strings: &Strings) -> String {
    match what {
        What::Speakers => strings.get(Key::TabSpeakers),
        What::Marks => strings.get(Key::ShelfMarks),
        What::Quotations => strings.get(Key::TabQuotations),
        What::Proposals => strings.get(Key::TabProposals),
        What::Only(kind) => strings.name(shown(kind)),
    }
}
