//! What elements do to the text around them.

/// What an element is to the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of a line.
    Inline,
    /// A block of its own.
    Block,
    /// A block set apart from its neighbours by space.
    Apart,
    /// A cell of a table: short ones stand in one line with the other cells of their row.
    Cell,
    /// A line break.
    Break,
    /// Nothing in it is text to read.
    Skipped,
}

impl Role {
    pub(super) fn is_block(self) -> bool {
        matches!(self, Role::Block | Role::Apart | Role::Cell)
    }
}

/// The role of an element by its name. Unknown elements are inline, as in browsers.
pub(super) fn role(tag: &str) -> Role {
    match tag {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre" | "figure" | "hr" => Role::Apart,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details" | "dialog"
        | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "footer" | "form" | "header"
        | "hgroup" | "html" | "label" | "legend" | "li" | "listing" | "main" | "menu" | "nav" | "ol"
        | "option" | "section" | "summary" | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" => {
            Role::Block
        }
        "td" | "th" => Role::Cell,
        "br" => Role::Break,
        "applet" | "audio" | "button" | "canvas" | "datalist" | "embed" | "frame" | "frameset" | "head"
        | "iframe" | "input" | "math" | "noembed" | "noframes" | "noscript" | "object" | "picture"
        | "script" | "select" | "style" | "svg" | "template" | "textarea" | "title" | "video" => {
            Role::Skipped
        }
        _ => Role::Inline,
    }
}

/// The level of a paragraph that a word processor or a script made a heading.
pub(super) fn heading(tag: &str, attributes: &[(&str, &str)]) -> Option<u8> {
    if !matches!(tag, "p" | "div") {
        return None;
    }
    let value = |name: &str| {
        attributes
            .iter()
            .find(|(each, _)| *each == name)
            .map(|(_, value)| *value)
    };
    let level = |text: &str| text.trim().parse().ok().filter(|level| (1..=6).contains(level));
    let of_class = value("class").and_then(|class| match class.trim() {
        "MsoTitle" => Some(1),
        class => level(class.strip_prefix("MsoHeading")?),
    });
    let of_style = || {
        let mut rules = value("style")?.split(';').filter_map(|rule| rule.split_once(':'));
        level(
            rules
                .find(|(property, _)| property.trim() == "mso-outline-level")?
                .1,
        )
    };
    let of_role = || level(value("aria-level").filter(|_| value("role") == Some("heading"))?);
    of_class.or_else(of_style).or_else(of_role)
}

/// Whether attributes hide an element: `hidden`, `aria-hidden`, or an inline style. A parsed document has no
/// computed style, so nothing else is known.
pub(super) fn hides(attributes: &[(&str, &str)]) -> bool {
    attributes.iter().any(|(name, value)| match *name {
        "hidden" => !value.eq_ignore_ascii_case("until-found"),
        "aria-hidden" => value.eq_ignore_ascii_case("true"),
        "style" => style_hides(value),
        _ => false,
    })
}

fn style_hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        let Some((property, value)) = rule.split_once(':') else {
            return false;
        };
        let value = value.trim().trim_end_matches("!important").trim();
        let property = property.trim();
        property.eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none")
            || property.eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden")
    })
}
