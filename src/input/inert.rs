//! Html before the browser parses it, without what the page's policy would block and complain about: styles, handlers
//! of events, the address that relative links hang on. Nothing that is read is lost.

/// Elements that hold text alone, in which `<` opens nothing.
const RAW: [&str; 8] = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// What the walk calls an inline style: nothing of the browser's own.
pub(super) const STYLE: &str = "data-style";

/// Html in which styles and handlers are plain data.
pub(super) fn inert(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 64);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        if rest.starts_with("!--") {
            let comment = past(rest, "-->");
            take(&mut rest, comment, &mut out);
            continue;
        }
        let closes = rest.starts_with('/');
        take(&mut rest, usize::from(closes), &mut out);
        let length = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(rest.len());
        let name = rest[..length].to_ascii_lowercase();
        if name.is_empty() {
            continue;
        }
        match name.as_str() {
            // Raw text that is not shown, and an element without content.
            "style" => replace(&mut rest, length, "noembed", &mut out),
            "base" => replace(&mut rest, length, "link", &mut out),
            _ => take(&mut rest, length, &mut out),
        }
        attributes(&mut rest, &mut out);
        if !closes && RAW.contains(&name.as_str()) {
            let raw = end_of_raw(rest, &name);
            take(&mut rest, raw, &mut out);
        }
    }
    out.push_str(rest);
    out
}

/// Copies a tag's attributes and its end, with other names for those that do something.
fn attributes(rest: &mut &str, out: &mut String) {
    loop {
        let space = rest.find(|c: char| !c.is_ascii_whitespace() && c != '/');
        take(rest, space.unwrap_or(rest.len()), out);
        if rest.is_empty() || rest.starts_with('>') {
            return;
        }
        // An equals sign in front belongs to the name.
        let ends = |(at, c): (usize, char)| {
            (c.is_ascii_whitespace() || matches!(c, '/' | '>') || c == '=' && at > 0).then_some(at)
        };
        let length = rest.char_indices().find_map(ends).unwrap_or(rest.len());
        let is_style = rest[..length].eq_ignore_ascii_case("style");
        let is_handler = rest
            .get(..2)
            .is_some_and(|start| start.eq_ignore_ascii_case("on"));
        match (is_style, is_handler) {
            (true, _) => replace(rest, length, STYLE, out),
            (_, true) => replace(rest, length, "data-on", out),
            _ => take(rest, length, out),
        }
        let value = rest.trim_ascii_start();
        let Some(value) = value.strip_prefix('=').map(str::trim_ascii_start) else {
            continue;
        };
        let end = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].find(quote).map_or(value.len(), |at| at + 2),
            _ => value
                .find(|c: char| c.is_ascii_whitespace() || c == '>')
                .unwrap_or(value.len()),
        };
        take(rest, rest.len() - value.len() + end, out);
    }
}

fn take(rest: &mut &str, length: usize, out: &mut String) {
    let (taken, left) = rest.split_at(length);
    out.push_str(taken);
    *rest = left;
}

fn replace(rest: &mut &str, length: usize, by: &str, out: &mut String) {
    out.push_str(by);
    *rest = &rest[length..];
}

/// How far it is behind the next `mark`, or to the end.
fn past(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |at| at + mark.len())
}

/// How far it is to the end tag of an element of raw text.
fn end_of_raw(text: &str, name: &str) -> usize {
    let closes = |&(at, _): &(usize, &str)| {
        text[at + 2..]
            .get(..name.len())
            .is_some_and(|same| same.eq_ignore_ascii_case(name))
    };
    let found = text.match_indices("</").find(closes);
    found.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn styles_and_handlers_are_data_and_the_rest_stays() {
        for (html, expected) in [
            ("", ""),
            ("1 < 2 & no markup", "1 < 2 & no markup"),
            (
                "<p class=a id='style=b > c'>x</p>",
                "<p class=a id='style=b > c'>x</p>",
            ),
            (
                "<p STYLE=\"color:red\" title='on'>x",
                "<p data-style=\"color:red\" title='on'>x",
            ),
            (
                "<p\nstyle = 'a>b' onclick=go()>x",
                "<p\ndata-style = 'a>b' data-on=go()>x",
            ),
            (
                "<style media=x>a<b{}</style><p>x",
                "<noembed media=x>a<b{}</noembed><p>x",
            ),
            (
                "<base href=\"https://x.example/\">",
                "<link href=\"https://x.example/\">",
            ),
            (
                "<script>if (a<b style='1')</script><i style=x>",
                "<script>if (a<b style='1')</script><i data-style=x>",
            ),
            (
                "<!-- <p style=x> --><p style",
                "<!-- <p style=x> --><p data-style",
            ),
            ("<p a='", "<p a='"),
            ("<é style=x>", "<é style=x>"),
        ] {
            assert_eq!(inert(html), expected);
        }
    }
}
