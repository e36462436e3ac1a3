//! How searches compare words: lower case, straight quotation marks, in any order.

use super::case::lower;

/// A text as searches compare it.
#[must_use]
pub fn folded(text: &str) -> String {
    let straight = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        other => other,
    };
    lower(text).chars().map(straight).collect()
}

/// Whether all words that are looked for stand in a text, in any order; both are folded.
#[must_use]
pub fn has_words(text: &str, words: &str) -> bool {
    words.split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_whatever_their_case_and_marks() {
        let text = folded("Ada Lund: It’s “Too Late”");
        for (words, is_there) in [
            ("late it's", true),
            ("LUND \"too", true),
            ("", true),
            (" ", true),
            ("late soon", false),
        ] {
            assert_eq!(has_words(&text, &folded(words)), is_there, "{words}");
        }
    }
}
