//! What the marks look like, each drawn on words that say what it is.

use yew::prelude::*;

use crate::strings::{Key, Strings};

/// Classes and words of each kind of mark, as the article draws it.
const SAMPLES: [(&str, Key); 9] = [
    ("leaf name", Key::SampleName),
    ("leaf direct", Key::SampleDirect),
    ("leaf indirect", Key::SampleIndirect),
    ("leaf mixed", Key::SampleMixed),
    ("leaf proposal call p-start", Key::SampleCall),
    ("leaf proposal plan p-start", Key::SamplePlan),
    ("leaf proposal pledge p-start", Key::SamplePledge),
    ("leaf proposal opposition p-start", Key::SampleOpposition),
    ("leaf direct unsure", Key::SampleCheck),
];

/// All of them.
pub fn legend(strings: &Strings) -> Html {
    html! {
        <ul class="legend" aria-label={strings.get(Key::SampleLegend)}>
            { for SAMPLES.iter().map(|&(classes, words)| html! {
                <li key={classes}><span class={classes}>{ strings.get(words) }</span></li>
            }) }
        </ul>
    }
}
