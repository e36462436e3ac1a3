//! The site's name in the title of a page.

/// The title without the site's name at its ends: `Ferry to run | The Bay Courier`, `The Bay Courier: Ferry to run`.
/// `address` is the page's own, which names the site as well.
pub(super) fn without_site(title: &str, outlet: Option<&str>, address: Option<&str>) -> String {
    const MARKS: [&str; 6] = [" | ", " - ", " – ", " — ", "_", " :: "];
    let named = |name: &str| {
        let host = address.is_some_and(|address| is_host(name, address));
        host || outlet.is_some_and(|outlet| name.eq_ignore_ascii_case(outlet))
    };
    let mut title = outlet.map_or(title, |outlet| without_outlet(title, outlet));
    while let Some((at, mark)) = MARKS
        .iter()
        .filter_map(|mark| title.rfind(mark).map(|at| (at, *mark)))
        .max()
    {
        let (head, tail) = (title[..at].trim(), title[at + mark.len()..].trim());
        let words = |text: &str| {
            let han = text
                .chars()
                .filter(|c| ('\u{3400}'..='\u{9FFF}').contains(c))
                .count();
            text.split_whitespace().count() + han / 2
        };
        // Bars and underscores hardly stand in headlines; dashes do.
        let most = if matches!(mark, " | " | "_" | " :: ") {
            5
        } else {
            3
        };
        let site_like = words(tail) <= most && words(head) >= 4;
        if !(named(tail) || site_like) || head.is_empty() {
            break;
        }
        title = head;
    }
    title.to_owned()
}

/// The title without the outlet's name before or behind it, and the sign between them. The name may hold such a sign
/// itself: `Ferry to run | Courier: The Bay`.
fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    const SIGNS: [char; 8] = ['|', '-', '–', '—', ':', '_', '·', '»'];
    let is_outlet = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(outlet));
    if is_outlet(title.get(..outlet.len())) {
        let rest = title[outlet.len()..].trim_start();
        let bare = rest.trim_start_matches(SIGNS);
        if bare.len() < rest.len() && bare.starts_with(' ') && !bare.trim().is_empty() {
            return bare.trim();
        }
    }
    let behind = title.len().checked_sub(outlet.len());
    if let Some(at) = behind.filter(|at| is_outlet(title.get(*at..))) {
        let rest = title[..at].trim_end();
        let bare = rest.trim_end_matches(SIGNS);
        if bare.len() < rest.len() && rest.len() < at && !bare.trim().is_empty() {
            return bare.trim();
        }
    }
    title
}

/// Whether a name is that of the address's host: `Bay Courier` of `https://www.baycourier.example/ferry`.
fn is_host(name: &str, address: &str) -> bool {
    const SHORTEST: usize = 4;
    let letters = |text: &str| -> String {
        let kept = text.chars().filter(char::is_ascii_alphanumeric);
        kept.map(|c| c.to_ascii_lowercase()).collect()
    };
    let host = address
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split('/').next());
    let host = host.unwrap_or("").trim_start_matches("www.");
    let name = letters(name);
    let bare = name.strip_prefix("the").unwrap_or(&name);
    let same = |label: &str| letters(label).trim_start_matches("the") == bare;
    bare.len() >= SHORTEST && (host.split('.').any(same) || letters(host) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_cut_from_titles() {
        let address = Some("https://www.baycourier.example/ferry");
        for (title, outlet, expected) in [
            (
                "Ferry to Run All Winter | The Bay Courier",
                None,
                "Ferry to Run All Winter",
            ),
            (
                "The Bay Courier: Ferry to run",
                Some("The Bay Courier"),
                "Ferry to run",
            ),
            (
                "Ferry: who runs it? | Courier: The Bay",
                Some("Courier: The Bay"),
                "Ferry: who runs it?",
            ),
            (
                "Ferry to run: The Bay Courier",
                Some("The Bay Courier"),
                "Ferry to run",
            ),
            ("Ferry to run - BayCourier.example", None, "Ferry to run"),
            (
                "Ferry: it will run",
                Some("The Bay Courier"),
                "Ferry: it will run",
            ),
            ("The Bay Courier", Some("The Bay Courier"), "The Bay Courier"),
            (
                "Ferry to run all winter - Bay Courier - News",
                None,
                "Ferry to run all winter",
            ),
            ("渡轮整个冬天都将运行_国内_海湾网", None, "渡轮整个冬天都将运行"),
            ("Ferry - Bay Courier", Some("Bay Courier"), "Ferry"),
            (
                "The council - and the mayor - want a new ferry for the island",
                None,
                "The council - and the mayor - want a new ferry for the island",
            ),
            ("Ferry", None, "Ferry"),
        ] {
            assert_eq!(without_site(title, outlet, address), expected);
        }
    }
}
