//! The voice map: the article from top to bottom, a lane for each speaker, what they say and want drawn to scale.

use lectern_core::article::SpeakerId;
use lectern_core::text::order;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::context::{use_strings, use_view};
use crate::dom;
use crate::parts::Orders;
use crate::state::view::{Chosen, Dialog, Kind};
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::{Key, Strings, escaped};

/// Lanes at first: of more, a picture says little at a glance.
const LANES: usize = 12;

/// Sizes of the picture, in its own units: the article's height is its place in thousandths.
const LANE: u32 = 190;
const HEAD: u32 = 84;
const HEIGHT: u32 = 1000;
const THINNEST: u32 = 4;

/// Fills of the saved picture, which no style sheet follows.
const SAID: &str = "#005a8e";
const WANTED: &str = "#9a5b00";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) reading: Reading,
}

/// One bar of a lane.
#[derive(Clone, Copy)]
struct Bar {
    mark: Mark,
    x: u32,
    y: u32,
    width: u32,
    height: u32,
}

/// A lane's bars: quotations in its left half, proposals in its right.
fn bars(reading: &Reading, lane: usize, speaker: SpeakerId) -> Vec<Bar> {
    let left = lane as u32 * LANE;
    let own = reading
        .marks
        .iter()
        .copied()
        .filter(|&mark| reading.referent(mark).speaker() == Some(speaker));
    let mut bars: Vec<Bar> = own
        .flat_map(|mark| {
            let (x, width) = match mark {
                Mark::Quotation(_) => (left + 14, 78),
                Mark::Proposal(_) => (left + 100, 38),
            };
            reading
                .spans(mark)
                .iter()
                .map(|&span| {
                    let (start, length) = reading.place(span);
                    Bar {
                        mark,
                        x,
                        y: HEAD + start,
                        width,
                        height: length.max(THINNEST),
                    }
                })
                .collect::<Vec<Bar>>()
        })
        .collect();
    order::by_key(&mut bars, |bar| (bar.x, bar.y));
    // Of those that lie over each other one is seen, and a long article has thousands.
    bars.dedup_by(|bar, before| {
        bar.x == before.x && bar.y < before.y + THINNEST && bar.height <= before.height
    });
    bars
}

/// The picture, the same as a table, and a way to keep it.
#[component]
pub(super) fn Voices(props: &Props) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let reading = &props.reading;
    let all = use_state_eq(|| false);
    let mut speakers = view.cast(reading);
    let more = speakers.len().saturating_sub(LANES);
    if !*all {
        speakers.truncate(LANES);
    }
    let show_all = {
        let all = all.clone();
        Callback::from(move |_| all.set(true))
    };
    let show = |mark: Mark| {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| {
            view.dispatch(ViewAction::Close(Dialog::VoiceMap));
            view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
        })
    };
    let save = {
        let (reading, lanes) = (reading.clone(), speakers.clone());
        Callback::from(move |_| {
            dom::save("voices.svg", "image/svg+xml", &svg(&reading, &lanes));
        })
    };
    let width = (speakers.len() as u32 * LANE).max(LANE);
    let mut is_first = true;
    let drawn = speakers.iter().enumerate().map(|(lane, &speaker)| {
        let left = lane as u32 * LANE;
        let bars = bars(reading, lane, speaker).into_iter().map(|bar| {
            let kind = Kind::of(reading, bar.mark).map_or_else(String::new, |kind| strings.name(kind));
            let words = format!("{kind}, {}: {}", reading.name(speaker), reading.words(bar.mark));
            // One stop for the tab key; the arrows walk from there.
            let stop = if std::mem::take(&mut is_first) { "0" } else { "-1" };
            html! {
                <rect class={fill(bar.mark).0} x={bar.x.to_string()} y={bar.y.to_string()} width={bar.width.to_string()}
                    height={bar.height.to_string()} rx="2" role="button" tabindex={stop} aria-label={words.clone()} onclick={show(bar.mark)}>
                    <title>{ words }</title>
                </rect>
            }
        });
        html! {
            <g key={speaker.0}>
                <rect class="lane" x={(left + 6).to_string()} y={HEAD.to_string()} width={(LANE - 40).to_string()} height={HEIGHT.to_string()} rx="4" />
                <text class="lane-name" x={(left + 6).to_string()} y={(HEAD - 44).to_string()}>{ initials(reading.name(speaker)).0 }</text>
                <text class="lane-name" x={(left + 6).to_string()} y={(HEAD - 14).to_string()}>{ initials(reading.name(speaker)).1 }</text>
                { for bars }
            </g>
        }
    });
    html! {
        <>
            <p class="over-note">{ strings.get(Key::VoicesAbout) }</p>
            <div class="list-tools">
                <Orders />
                if more > 0 && !*all {
                    <button type="button" class="tool" id="lanes-all" onclick={show_all}>{ strings.count(Key::VoicesMore, more) }</button>
                }
            </div>
            <div class={classes!("voices", (speakers.len() > LANES).then_some("all"))}>
                <svg viewBox={format!("0 0 {width} {}", HEAD + HEIGHT + 6)} width={width.to_string()} role="group" aria-label={strings.get(Key::Voices)}
                    onkeydown={Callback::from(|event: KeyboardEvent| walk(&event).unwrap_or_default())}>{ for drawn }</svg>
            </div>
            <details class="voices-table">
                <summary>{ strings.get(Key::VoicesTable) }</summary>
                { table(reading, &speakers, &strings) }
            </details>
            <div class="list-tools end">
                <button type="button" class="tool" onclick={save}>{ strings.get(Key::VoicesSave) }</button>
            </div>
        </>
    }
}

/// Keys on a bar: the arrows lead to its neighbours in the lane and to the lanes beside it, Enter is a press.
fn walk(event: &KeyboardEvent) -> Option<()> {
    let bar = event.target()?.dyn_into::<Element>().ok()?;
    let beside = |lane: Option<Element>| lane?.query_selector("[tabindex]").ok().flatten();
    let found = match event.key().as_str() {
        "ArrowDown" => bar.next_element_sibling(),
        "ArrowUp" => bar
            .previous_element_sibling()
            .filter(|other| other.has_attribute("tabindex")),
        "ArrowRight" => beside(bar.parent_element()?.next_element_sibling()),
        "ArrowLeft" => beside(bar.parent_element()?.previous_element_sibling()),
        "Enter" | " " => {
            event.prevent_default();
            let press = web_sys::MouseEvent::new("click").ok()?;
            press.init_mouse_event_with_can_bubble_arg("click", true);
            return bar.dispatch_event(&press).ok().map(drop);
        }
        _ => return None,
    };
    event.prevent_default();
    let found = found?;
    dom::set(&bar, "tabindex", "-1");
    dom::set(&found, "tabindex", "0");
    // Elements of pictures take the focus as those of the page do.
    found.unchecked_ref::<HtmlElement>().focus().ok()
}

/// A name over two lines.
fn initials(name: &str) -> (String, String) {
    let mut lines = [String::new(), String::new()];
    let mut line = 0;
    for word in name.split_whitespace() {
        if line == 0 && !lines[0].is_empty() && lines[0].chars().count() + word.chars().count() > LINE {
            line = 1;
        }
        if !lines[line].is_empty() {
            lines[line].push(' ');
        }
        lines[line].push_str(word);
    }
    let [first, second] = lines.map(|line| match line.char_indices().nth(LINE + 3) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    });
    (first, second)
}

/// Characters of a lane's name on a line.
const LINE: usize = 11;

fn fill(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Quotation(_) => ("said", SAID),
        Mark::Proposal(_) => ("wanted", WANTED),
    }
}

/// The picture as a table: a row for each mark, in the order of the article.
fn table(reading: &Reading, speakers: &[SpeakerId], strings: &Strings) -> Html {
    let rows = reading.marks.iter().filter_map(|&mark| {
        let speaker = reading.referent(mark).speaker()?;
        let kind = Kind::of(reading, mark)?;
        speakers.contains(&speaker).then(|| {
            let (start, _) = reading.place(reading.spans(mark).first().copied().unwrap_or_default());
            html! {
                <tr key={mark.key()}>
                    <td>{ format!("{} %", start / 10) }</td>
                    <td lang="en">{ reading.name(speaker) }</td>
                    <td>{ strings.name(kind) }</td>
                    <td lang="en">{ reading.words(mark) }</td>
                </tr>
            }
        })
    });
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ strings.get(Key::VoicesPlace) }</th>
                    <th scope="col">{ strings.get(Key::VoicesSpeaker) }</th>
                    <th scope="col">{ strings.get(Key::VoicesKind) }</th>
                    <th scope="col">{ strings.get(Key::VoicesText) }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// The picture as a file.
fn svg(reading: &Reading, speakers: &[SpeakerId]) -> String {
    let width = (speakers.len() as u32 * LANE).max(LANE);
    let height = HEAD + HEIGHT + 6;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"serif\" font-size=\"24\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>"
    );
    for (lane, &speaker) in speakers.iter().enumerate() {
        let left = lane as u32 * LANE + 6;
        let (first, second) = initials(reading.name(speaker));
        out.push_str(&format!(
            "<rect x=\"{left}\" y=\"{HEAD}\" width=\"{}\" height=\"{HEIGHT}\" rx=\"4\" fill=\"#f4f1ea\"/>\
             <text x=\"{left}\" y=\"{}\">{}</text><text x=\"{left}\" y=\"{}\">{}</text>",
            LANE - 40,
            HEAD - 44,
            escaped(&first),
            HEAD - 14,
            escaped(&second),
        ));
        for bar in bars(reading, lane, speaker) {
            out.push_str(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\" fill=\"{}\"><title>{}</title></rect>",
                bar.x,
                bar.y,
                bar.width,
                bar.height,
                fill(bar.mark).1,
                escaped(&reading.words(bar.mark)),
            ));
        }
    }
    out.push_str("</svg>\n");
    out
}
