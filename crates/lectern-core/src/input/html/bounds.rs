//! Html that no parser gets lost in: the time of browsers' parsers, and of html5ever, grows with the square of the
//! depth of elements and of the attributes of one tag.

use std::borrow::Cow;

use super::DEEPEST;

/// A tag keeps so many attributes.
const MOST_ATTRIBUTES: usize = 256;

/// Elements that can't nest in themselves: void ones, and those that a parser ends by itself.
const NEVER_DEEP: [&str; 22] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "source", "td", "th", "tr", "track", "wbr",
];
/// Elements that hold text alone, in which `<` opens nothing.
const RAW: [&str; 9] = [
    "iframe",
    "noembed",
    "noframes",
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "plaintext",
];

/// The html without start tags that nest too deep and without attributes beyond a tag's first few hundred.
/// Html that people write is given back as it is.
pub fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut copied = 0;
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = &html[start + 1..];
        if rest.starts_with("!--") {
            at = past(html, start, "-->");
            continue;
        }
        let closes = rest.starts_with('/');
        let name = name(&rest[usize::from(closes)..]);
        if name.is_empty() {
            at = start + 1;
            continue;
        }
        let tag = Tag::scan(html, start + 1 + usize::from(closes) + name.len());
        let is = |names: &[&str]| names.iter().any(|each| name.eq_ignore_ascii_case(each));
        let (raw, nests) = (is(&RAW), !is(&RAW) && !is(&NEVER_DEEP));
        let left_out = if closes {
            depth = depth.saturating_sub(usize::from(nests));
            None
        } else if nests && depth >= DEEPEST {
            Some((start, tag.end))
        } else {
            depth += usize::from(nests);
            tag.surplus
        };
        if let Some((from, to)) = left_out {
            kept.push_str(&html[copied..from]);
            copied = to;
        }
        at = if raw && !closes {
            end_of_raw(html, tag.end, name)
        } else {
            tag.end
        };
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[copied..]);
    Cow::Owned(kept)
}

/// The letters that a tag's name begins with; empty where no tag begins.
fn name(rest: &str) -> &str {
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    &rest[..rest.find(ends).unwrap_or(rest.len())]
}

/// Behind the next `mark` after `from`, or the end.
fn past(html: &str, from: usize, mark: &str) -> usize {
    html[from..]
        .find(mark)
        .map_or(html.len(), |at| from + at + mark.len())
}

/// Where the end tag of an element of raw text stands.
fn end_of_raw(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        at += found;
        let same = html[at + 2..].get(..name.len());
        if same.is_some_and(|same| same.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    html.len()
}

/// Where a tag ends, and which of its bytes hold attributes too many.
struct Tag {
    end: usize,
    surplus: Option<(usize, usize)>,
}

impl Tag {
    /// Scans the attributes of a tag whose name ends at `from`.
    fn scan(html: &str, from: usize) -> Tag {
        let bytes = html.as_bytes();
        let skip = |from: usize, on: fn(u8) -> bool| {
            let rest = bytes.get(from..).unwrap_or_default();
            from + rest.iter().take_while(|&&byte| on(byte)).count()
        };
        let mut at = from;
        let mut surplus = None;
        let mut count = 0;
        loop {
            at = skip(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
            match bytes.get(at) {
                None => break,
                Some(b'>') => {
                    let surplus = surplus.map(|start| (start, at));
                    return Tag { end: at + 1, surplus };
                }
                Some(_) => {}
            }
            count += 1;
            if count == MOST_ATTRIBUTES + 1 {
                surplus = Some(at);
            }
            // An equals sign in front belongs to the name.
            at = skip(at + 1, |byte| {
                !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'=')
            });
            let sign = skip(at, |byte| byte.is_ascii_whitespace());
            if bytes.get(sign) != Some(&b'=') {
                continue;
            }
            at = skip(sign + 1, |byte| byte.is_ascii_whitespace());
            at = match bytes.get(at) {
                Some(b'"') => skip(at + 1, |byte| byte != b'"') + 1,
                Some(b'\'') => skip(at + 1, |byte| byte != b'\'') + 1,
                _ => skip(at, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
            };
        }
        let end = html.len();
        Tag {
            end,
            surplus: surplus.map(|start| (start, end)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_that_people_write_stays_as_it_is() {
        let cases = [
            "",
            "no markup, 1 < 2",
            "<p class=a id='b > c' title=\"<i>\">The mayor <b>said</b> so.<br>",
            "<!-- <div> --><script>if (a<b) document.write('<div>')</script>",
            "<p",
            "<p a",
            "<p a=",
            "<p a='",
            "</",
            "<é>",
        ];
        for html in cases {
            assert!(
                matches!(bounded(html), Cow::Borrowed(same) if same == html),
                "{html}"
            );
        }
        let menu = "<div><ul><li><p>x".repeat(100) + &"</ul></div>".repeat(100);
        let long = menu.repeat(20);
        assert_eq!(bounded(&long), long);
    }

    #[test]
    fn what_nests_too_deep_is_left_out_and_its_text_kept() {
        let deep = "<div>".repeat(2_000) + "deep" + &"</div>".repeat(2_000);
        let shallow = bounded(&deep);
        assert_eq!(shallow.matches("<div>").count(), DEEPEST);
        assert!(shallow.contains("deep</div>"));
        let misnested = "<b><i></b>x".repeat(2_000);
        assert_eq!(bounded(&misnested).matches('x').count(), 2_000);
        // In an element of raw text nothing nests.
        let script = format!("<script>{}</script><div>x</div>", "<div>".repeat(2_000));
        assert_eq!(bounded(&script), script);
    }

    #[test]
    fn attributes_too_many_are_left_out() {
        let attributes: String = (0..2_000).map(|at| format!(" a{at}='>{at}'")).collect();
        let html = format!("<p{attributes}>x</p>");
        let bounded = bounded(&html);
        assert_eq!(bounded.matches('=').count(), MOST_ATTRIBUTES);
        assert!(bounded.ends_with("a255='>255' >x</p>"), "{bounded}");
    }
}
