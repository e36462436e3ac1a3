//! Why a file or a link could not be taken in, in a sentence.

use lectern_desk::Trouble;

use crate::state::work::Refusal;
use crate::strings::{Key, Strings};

/// The sentence.
pub fn refusal_words(why: Refusal, strings: &Strings) -> String {
    let Refusal::Wrong(trouble) = why else {
        return strings.get(Key::RefusedBroken);
    };
    match trouble {
        Trouble::NoArticle => strings.get(Key::RefusedNoArticle),
        Trouble::Version => strings.get(Key::RefusedVersion),
        Trouble::NoText => strings.get(Key::RefusedNoText),
        Trouble::Line(line) => strings.count(Key::RefusedLine, line as usize),
        Trouble::Damaged => strings.get(Key::RefusedDamaged),
        Trouble::TooLarge => strings.get(Key::RefusedTooLarge),
    }
}
