//! The rows in sight: speakers with the articles they are in, or marks that lead into their article.

use std::rc::Rc;

use lectern_formats::collection::{Part, Query, Row, Voice, What};
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
                { for props.part.voices.iter().map(|voice| voice_row(props, voice, strings)) }
            </tbody>
        </table>
    }
}

fn voice_row(props: &Props, voice: &Voice, strings: &Strings) -> Html {
    let narrow = |article: Option<u32>| {
        let query = Query {
            what: What::Marks,
            words: String::new(),
            speaker: voice.name.clone(),
            article,
        };
        let narrow = props.narrow.clone();
        Callback::from(move |_: MouseEvent| narrow.emit(query.clone()))
    };
    let [quotations, proposals] = voice.counts();
    html! {
        <tr key={voice.name.clone()}>
            <td><button type="button" class="quiet" lang="en" onclick={narrow(props.query.article)}>{ &voice.name }</button></td>
            <td>{ quotations }</td>
            <td>{ proposals }</td>
            <td><details>
                <summary>{ strings.count(Key::ShelfIn, voice.articles.len()) }</summary>
                <ul>{ for voice.articles.iter().map(|share| html! {
                    <li><button type="button" class="quiet" onclick={narrow(Some(share.article))}>
                        { props.titles.get(share.article as usize) }{ ": " }
                        { strings.counts(share.quotations as usize, share.proposals as usize) }
                    </button></li>
                }) }</ul>
            </details></td>
        </tr>
    }
}
