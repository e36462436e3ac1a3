//! Who has room in the article and who has none: whose words it gives, as bars, and who is asked or criticised and never
//! heard, without one.

use yew::prelude::*;

use super::voices::Props;
use crate::context::{use_strings, use_view};
use crate::dom;
use crate::state::room::{Room, Silent, has_name};
use crate::state::view::{Chosen, Dialog};
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::{Key, Strings, escaped};

/// Bars at most; what the others say is one more bar.
const BARS: usize = 12;

/// Sizes of the picture, in its own units.
const WIDTH: usize = 640;
const NAME: usize = 210;
const ROW: usize = 34;
/// Characters of a name beside its bar.
const LETTERS: usize = 21;

/// One bar.
struct Bar {
    name: String,
    words: usize,
    /// Whether the article says who it is.
    is_named: bool,
    /// For somebody who is never heard: what stands in the bar's place.
    silent: Option<String>,
}

/// The bars, the longest first, those who are not named at all last.
fn bars(reading: &Reading, room: &Room, strings: &Strings) -> Vec<Bar> {
    let (drawn, rest) = room.rows.split_at(room.rows.len().min(BARS));
    let mut bars: Vec<Bar> = drawn
        .iter()
        .map(|&(id, words)| Bar {
            name: reading.name(id).to_owned(),
            words,
            is_named: has_name(reading, id),
            silent: None,
        })
        .collect();
    let others = [
        (
            strings.get(Key::RoomOthers),
            rest.iter().map(|row| row.1).sum(),
            true,
        ),
        (strings.get(Key::RoomNobody), room.nobody, false),
    ];
    bars.extend(others.into_iter().map(|(name, words, is_named)| Bar {
        name,
        words,
        is_named,
        silent: None,
    }));
    bars.retain(|bar| bar.words > 0);
    bars.extend(room.silent.iter().take(BARS).map(|silent| Bar {
        name: silent.name.clone(),
        words: 0,
        is_named: true,
        silent: Some(strings.get(why(silent)).to_string()),
    }));
    bars
}

fn why(silent: &Silent) -> Key {
    match silent.mark {
        Mark::Proposal(_) => Key::RoomAsked,
        Mark::Quotation(_) => Key::RoomCriticised,
    }
}

/// The bars as a picture that needs no style sheet.
fn svg(bars: &[Bar], room: &Room) -> String {
    let height = bars.len() * ROW;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" font-family=\"serif\" font-size=\"16\">\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>"
    );
    for (row, bar) in bars.iter().enumerate() {
        let y = row * ROW;
        out.push_str(&format!(
            "<text x=\"0\" y=\"{}\">{}</text>",
            y + 21,
            escaped(&short(&bar.name))
        ));
        if let Some(why) = &bar.silent {
            out.push_str(&format!(
                "<text x=\"{NAME}\" y=\"{}\" fill=\"#555555\">{}</text>",
                y + 21,
                escaped(why)
            ));
            continue;
        }
        let fill = if bar.is_named { "#005a8e" } else { "#ffffff" };
        let width = length(bar, room);
        out.push_str(&format!(
            "<rect x=\"{NAME}\" y=\"{}\" width=\"{width}\" height=\"20\" fill=\"{fill}\" stroke=\"#005a8e\" stroke-width=\"2\"/>\
             <text x=\"{}\" y=\"{}\">{} %</text>",
            y + 6,
            NAME + width + 10,
            y + 21,
            room.share(bar.words),
        ));
    }
    out.push_str("</svg>\n");
    out
}

/// A bar's length: the longest fills the picture but for its figure.
fn length(bar: &Bar, room: &Room) -> usize {
    let most = room.rows.iter().map(|row| row.1).chain([room.nobody]).max();
    ((WIDTH - NAME - 60) * bar.words / most.unwrap_or(1).max(1)).max(2)
}

fn short(name: &str) -> String {
    match name.char_indices().nth(LETTERS) {
        Some((cut, _)) => format!("{}…", name[..cut].trim_end()),
        None => name.to_owned(),
    }
}

/// The bars, the same as a table, who is never heard, and a way to keep the picture.
#[component]
pub(super) fn WhoHasRoom(props: &Props) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let reading = &props.reading;
    let room = Room::of(reading);
    let bars = bars(reading, &room, &strings);
    let height = bars.len() * ROW;
    let keep = {
        let picture = svg(&bars, &room);
        Callback::from(move |_| {
            dom::save("room.svg", "image/svg+xml", &picture);
        })
    };
    let drawn = bars.iter().enumerate().map(|(row, bar)| {
        let (y, width) = (row * ROW, length(bar, &room));
        let name = html! { <text x="0" y={(y + 21).to_string()} lang="en">{ short(&bar.name) }</text> };
        if let Some(why) = &bar.silent {
            return html! { <>{ name }<text class="silent" x={NAME.to_string()} y={(y + 21).to_string()}>{ why }</text></> };
        }
        html! {
            <>
                { name }
                <rect class={if bar.is_named { "said" } else { "unnamed" }} x={NAME.to_string()} y={(y + 6).to_string()} width={width.to_string()} height="20" rx="2" />
                <text x={(NAME + width + 10).to_string()} y={(y + 21).to_string()}>{ format!("{} %", room.share(bar.words)) }</text>
            </>
        }
    });
    let rows = bars.iter().map(|bar| {
        let share = bar
            .silent
            .clone()
            .unwrap_or_else(|| format!("{} %", room.share(bar.words)));
        html! { <tr><td lang="en">{ &bar.name }</td><td>{ bar.words }</td><td>{ share }</td></tr> }
    });
    let silent = room.silent.iter().map(|silent| {
        let (view, mark) = (view.clone(), silent.mark);
        let onclick = Callback::from(move |_: MouseEvent| {
            view.dispatch(ViewAction::Close(Dialog::Room));
            view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
        });
        html! { <li><button type="button" class="quiet" lang="en" {onclick}>{ &silent.name }</button></li> }
    });
    html! {
        <>
            <p class="over-note">{ strings.get(Key::RoomAbout) }</p>
            <p class="room-shares">{ strings.count(Key::RoomNamed, room.share(room.named)) }</p>
            <svg class="room" viewBox={format!("0 0 {WIDTH} {height}")} aria-hidden="true">{ for drawn }</svg>
            <details class="voices-table">
                <summary>{ strings.get(Key::VoicesTable) }</summary>
                <table>
                    <thead><tr>
                        <th scope="col">{ strings.get(Key::VoicesSpeaker) }</th>
                        <th scope="col">{ strings.get(Key::RoomWords) }</th>
                        <th scope="col">{ strings.get(Key::RoomShare) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </details>
            if !room.silent.is_empty() {
                <h3 class="room-head">{ strings.get(Key::RoomSilent) }</h3>
                <ul class="room-silent">{ for silent }</ul>
            }
            <div class="list-tools end">
                <button type="button" class="tool" onclick={keep}>{ strings.get(Key::VoicesSave) }</button>
            </div>
        </>
    }
}
