//! Why a file or a link could not be taken in, and what was left out of a folder, in a sentence.

use lectern_desk::Trouble;

use crate::state::work::{LeftOut, Refusal};
use crate::strings::{Key, Strings};

/// The sentence.
pub fn refusal_words(why: Refusal, strings: &Strings) -> String {
    strings.get(match why {
        Refusal::Broken => Key::RefusedBroken,
        Refusal::Nothing => Key::PasteNothing,
        Refusal::Wrong(Trouble::NoArticle) => Key::RefusedNoArticle,
        Refusal::Wrong(Trouble::Version) => Key::RefusedVersion,
        Refusal::Wrong(Trouble::NoText) => Key::RefusedNoText,
        Refusal::Wrong(Trouble::Line(line)) => return strings.count(Key::RefusedLine, line as usize),
        Refusal::Wrong(Trouble::Damaged) => Key::RefusedDamaged,
        Refusal::Wrong(Trouble::TooLarge) => Key::RefusedTooLarge,
    })
}

/// What was not opened of what came in together.
pub fn left_out_words(what: LeftOut, strings: &Strings) -> String {
    if what.is_nothing() {
        return strings.get(Key::LeftOutAll);
    }
    let others = (what.others > 0).then(|| strings.count(Key::LeftOut, what.others));
    let over = (what.over > 0).then(|| strings.count(Key::LeftOver, what.over));
    [others, over].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
