//! The rows in sight: speakers with the articles they are in, or marks that lead into their article.

use std::rc::Rc;

use lectern_formats::collection::{Part, Query, Row, Share, Voice, What};
use yew::prelude::*;

use crate::context::{use_strings, use_view, use_work};
use crate::dialogs::rows::{cells, mark};
use crate::state::view::{Chosen, Dialog, Tab};
use crate::state::{Mark, Place, ViewAction, WorkAction};
use crate::strings::{Key, Strings};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) part: Rc<Part>,
    pub(super) query: Query,
    /// What the articles are called, by place.
    pub(super) titles: Rc<[String]>,
    pub(super) narrow: Callback<Query>,
}

/// The rows.
#[component]
pub(super) fn Rows(props: &Props) -> Html {
    let (work, view, strings) = (use_work(), use_view(), use_strings());
    let part = &props.part;
    if part.found == 0 {
        return html! { <p class="none">{ strings.get(Key::NoneMatch) }</p> };
    }
    if !part.voices.is_empty() {
        return voices(props, &strings);
    }
    let go = Callback::from(move |(article, mark): (u32, Mark)| {
        let place = article as usize;
        let Some(document) = work.shelf.get(place) else {
            return;
        };
        if work.open.as_ref().is_some_and(|open| open.key == document.key) {
            view.dispatch(ViewAction::Close(Dialog::Shelf));
            view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
            return;
        }
        let look_at = Place {
            article: Some(document.key),
            tab: match mark {
                Mark::Quotation(_) => Tab::Quotations,
                Mark::Proposal(_) => Tab::Proposals,
            },
            mark: Some(mark),
            scrolled: -1.0,
            ..Place::default()
        };
        work.dispatch(WorkAction::Take(place, Some(look_at)));
    });
    let heads = [
        Key::VoicesText,
        Key::VoicesSpeaker,
        Key::VoicesKind,
        Key::ShelfArticle,
    ];
    html! {
        <table class="shelf-rows marks">
            <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ strings.get(head) }</th> }) }</tr></thead>
            <tbody>
                { for part.rows.iter().map(|row| mark_row(row, &props.titles, &go, &strings)) }
            </tbody>
        </table>
    }
}

fn mark_row(row: &Row, titles: &[String], go: &Callback<(u32, Mark)>, strings: &Strings) -> Html {
    let mark = mark(row.kind, row.id);
    let article = row.article;
    let go = go.reform(move |_: MouseEvent| (article, mark));
    html! {
        <tr key={format!("{article}{}", mark.key())}>
            { cells(&row.words, &row.speaker, row.kind, go, strings) }
            <td>{ titles.get(article as usize) }</td>
        </tr>
    }
}

/// Speakers: their name leads to what they say, each of their articles to what they say there.
fn voices(props: &Props, strings: &Strings) -> Html {
    let heads = [
        Key::VoicesSpeaker,
        Key::TabQuotations,
        Key::TabProposals,
        Key::ShelfArticle,
    ];
    html! {
        <table class="shelf-rows">
            <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ strings.get(head) }</th> }) }</tr></thead>
            <tbody>
                { for props.part.voices.iter().map(|voice| voice_row(props, voice)) }
            </tbody>
        </table>
    }
}

fn voice_row(props: &Props, voice: &Voice) -> Html {
    let narrow = {
        let (name, narrow) = (voice.name.clone(), props.narrow.clone());
        Callback::from(move |article: Option<u32>| {
            narrow.emit(Query {
                what: What::Marks,
                words: String::new(),
                speaker: name.clone(),
                article,
            });
        })
    };
    let here = props.query.article;
    let [quotations, proposals] = voice.counts();
    html! {
        <tr key={voice.name.clone()}>
            <td><button type="button" class="quiet" lang="en" onclick={narrow.reform(move |_| here)}>{ &voice.name }</button></td>
            <td>{ quotations }</td>
            <td>{ proposals }</td>
            <td><Shares articles={voice.articles.clone()} titles={props.titles.clone()} {narrow} /></td>
        </tr>
    }
}

#[derive(Properties, PartialEq)]
struct SharesProps {
    articles: Vec<Share>,
    titles: Rc<[String]>,
    narrow: Callback<Option<u32>>,
}

/// The articles that somebody is in. They may be hundreds in each of many rows, and are drawn once they are asked for.
#[component]
fn Shares(props: &SharesProps) -> Html {
    let (strings, is_open) = (use_strings(), use_state_eq(|| false));
    let open = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(true))
    };
    let share = |share: &Share| {
        let article = share.article;
        let onclick = props.narrow.reform(move |_: MouseEvent| Some(article));
        html! {
            <li><button type="button" class="quiet" {onclick}>
                { props.titles.get(article as usize) }{ ": " }
                { strings.counts(share.quotations as usize, share.proposals as usize) }
            </button></li>
        }
    };
    html! {
        <details>
            <summary onclick={open}>{ strings.count(Key::ShelfIn, props.articles.len()) }</summary>
            if *is_open {
                <ul>{ for props.articles.iter().map(share) }</ul>
            }
        </details>
    }
}
