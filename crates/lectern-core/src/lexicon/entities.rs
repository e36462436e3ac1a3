//! Characters that a text holds under their HTML names: `&rsquo;`, `&#8217;`, and `&amp;#8217;` where it was encoded twice.

use super::List;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// No name or number is longer, in bytes.
const LONGEST: usize = 10;
/// An ampersand that was encoded again and again is followed so many times: a text of nothing else would cost the square
/// of its length.
const MOST_TIMES: usize = 4;

/// The character that `text`, which starts with `&`, names at its start, and how many bytes the name takes.
pub(crate) fn entity(text: &str) -> Option<(char, usize)> {
    let mut end = 0;
    for _ in 0..MOST_TIMES {
        let (c, length) = one(&text[end..], end > 0)?;
        end += length;
        // `&amp;#8217;` names `&#8217;`, which names the mark
        let again = c == '&' && one(&text[end..], true).is_some();
        if !again {
            return Some((c, end));
        }
    }
    None
}

/// One name: `&quot;`, or `quot;` where the ampersand was encoded before it.
fn one(text: &str, amp_read: bool) -> Option<(char, usize)> {
    let name = if amp_read { text } else { text.strip_prefix('&')? };
    let until = name.as_bytes().iter().take(LONGEST).position(|&b| b == b';')?;
    let c = match name[..until].strip_prefix('#') {
        Some(number) => code_point(number)?,
        None => *names().get(&name[..until])?,
    };
    Some((c, text.len() - name.len() + until + 1))
}

fn code_point(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|c| !c.is_control() && !matches!(c, '<' | '>'))
}

fn names() -> &'static FxHashMap<&'static str, char> {
    static NAMES: LazyLock<FxHashMap<&'static str, char>> = LazyLock::new(|| {
        List::Entities
            .lines()
            .filter_map(|line| {
                let (name, code) = line.split_once(' ')?;
                Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
            })
            .collect()
    });
    &NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_names_of_names_are_followed() {
        for (text, expected) in [
            ("&quot;Yes", Some(('"', 6))),
            ("&#8217;s", Some(('’', 7))),
            ("&#x2019;s", Some(('’', 8))),
            ("&amp;#8217;s", Some(('’', 11))),
            ("&amp;amp;quot;", Some(('"', 14))),
            ("&amp; Sons", Some(('&', 5))),
            ("&lt;b&gt;", None),
            ("&amp;lt;", Some(('&', 5))),
            ("& Sons;", None),
            ("&#60;", None),
            ("&#0;", None),
            ("&", None),
            ("&é;", None),
        ] {
            assert_eq!(entity(text), expected, "{text}");
        }
    }
}
