//! Pages, style sheets and scripts without what only their authors read.

/// A style sheet without comments and needless white space. Strings are left alone.
pub(crate) fn style(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if letter == '"' || letter == '\'' {
            let end = rest[1..].find(letter).map_or(rest.len(), |end| end + 2);
            small.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if letter.is_whitespace() {
            rest = rest.trim_start();
            // A comment between two spaces is one space.
            if !small.ends_with([' ', '{', '}', ';', ',']) && !rest.starts_with(['{', '}', ';', ',']) {
                small.push(' ');
            }
        } else {
            if matches!(letter, '{' | '}' | ';' | ',') && small.ends_with(' ') {
                small.pop();
            }
            small.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    small.trim().to_owned()
}

/// A script without indents and without comments that have a line of their own. Lines stay lines.
pub(crate) fn script(js: &str) -> String {
    let is_code =
        |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    js.lines()
        .map(str::trim)
        .filter(is_code)
        .collect::<Vec<_>>()
        .join("\n")
}

/// A page without comments, indents and empty lines.
pub(crate) fn page(html: &str) -> String {
    let mut bare = String::with_capacity(html.len());
    let mut pieces = html.split("<!--");
    bare.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        bare.push_str(piece.split_once("-->").map_or("", |(_, after)| after));
    }
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_means_the_same_in_fewer_letters() {
        let html = "<!doctype html>\n  <p>One <!-- why -->\n\n    two</p>\n<!-- to\n the end";
        assert_eq!(page(html), "<!doctype html>\n<p>One\ntwo</p>");
    }

    #[test]
    fn a_style_sheet_means_the_same_in_fewer_letters() {
        for (css, small) in [
            ("a  >  b {\n  color: red;\n}\n", "a > b{color: red;}"),
            (
                "/* why */\na { content: \"  /* kept */ \"; }",
                "a{content: \"  /* kept */ \";}",
            ),
            (
                "a,\nb { margin: calc(1px + 2px) /* sum */ 0 }",
                "a,b{margin: calc(1px + 2px) 0}",
            ),
            ("a :is(b, c) .d { } ", "a :is(b,c) .d{}"),
            (
                "@media (max-width: 10em) and (hover) {\n a { b: c } }",
                "@media (max-width: 10em) and (hover){a{b: c}}",
            ),
            ("a { b: 'it\u{2019}s' ; }", "a{b: 'it\u{2019}s';}"),
            ("/* open", ""),
        ] {
            assert_eq!(style(css), small, "{css}");
        }
    }

    #[test]
    fn a_script_keeps_its_lines_of_code() {
        let js =
            "// First.\nconst a = 1; // here\n/**\n * What it does.\n */\nfunction b() {\n    return a;\n}\n";
        assert_eq!(script(js), "const a = 1; // here\nfunction b() {\nreturn a;\n}");
    }
}
