//! A page of html as plain text, as whoever reads or prints it goes through it: its lines, and gaps with their numbers.
//! Of pages that the formats write, which are well formed; nothing of it becomes an element of this page.

/// What is seen of a page: its body, without what is there for programs alone. None where it is no page.
pub(super) fn seen(file: &str) -> Option<String> {
    if !file.starts_with("<!DOCTYPE html>") {
        return None;
    }
    let (_, body) = file.split_once("<body>")?;
    let body = body.split("<template").next().unwrap_or(body);
    let mut out = String::new();
    // The number of an item, where the list has numbers.
    let mut item = None;
    for part in body.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        // Line ends of the file itself are not seen.
        let text = text.trim_start_matches('\n');
        match tag.split(' ').next().unwrap_or(tag) {
            "/h1" | "/h2" | "/h3" | "/p" | "/ol" | "/ul" if !out.ends_with("\n\n") => out += "\n\n",
            "br" | "/li" => out.push('\n'),
            "ol" => item = Some(0),
            "ul" => item = None,
            "li" => {
                item = item.map(|number: u32| number + 1);
                let sign = item.map_or("•".to_owned(), |number| number.to_string() + ".");
                out = out + &sign + " ";
            }
            _ => {}
        }
        if tag.contains("blank") {
            out = out + "____(" + text + ")____";
        } else {
            out += text;
        }
    }
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        out = out.replace(name, sign);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn a_page_is_its_lines_and_gaps_without_its_signs() {
        let page = "<!DOCTYPE html>\n<html>\n<head>\n<style>\np { margin: 0 }</style>\n</head>\n<body>\n<article>\n\
            <h1>Piers &amp; quays</h1>\n<p>\u{201c}Both of them,\u{201d} said <span class=\"blank\">1</span> of &lt;Harbour \
            Town&gt;.<br>\nIt rained.</p>\n<ul>\n<li>a pier</li>\n</ul>\n</article>\n<section class=\"key\">\n<ol>\n\
            <li>Ada Lund</li>\n<li>Bo Berg</li>\n</ol>\n</section>\n<template id=\"lectern-1\">{}</template>\n</body>\n</html>\n";
        let text = "Piers & quays\n\n\u{201c}Both of them,\u{201d} said ____(1)____ of <Harbour Town>.\nIt rained.\n\n\
            • a pier\n\n\n1. Ada Lund\n2. Bo Berg\n\n\n";
        assert_eq!(seen(page).as_deref(), Some(text));
        assert_eq!(seen("{\"lectern\": 1}"), None);
    }
}
