//! Short names between the program and its JavaScript: wasm-bindgen's tell signatures, and stand in both files.

use std::collections::BTreeMap;

use crate::small;

/// Names shorter than this stay: they are spoken of elsewhere, and little would be won.
const LONG: usize = 16;

/// A short name for each long one, in the order of the long ones.
pub(crate) fn short_names<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, String> {
    let mut short: BTreeMap<&str, String> = names
        .filter(|name| name.len() >= LONG)
        .map(|name| (name, String::new()))
        .collect();
    for (place, name) in short.values_mut().enumerate() {
        *name = format!("${place:x}");
    }
    short
}

/// The JavaScript with short names, without comments that have a line of their own and without indents.
pub(crate) fn shorten(glue: &str, short: &BTreeMap<&str, String>) -> String {
    let lines: Vec<String> = small::script(glue)
        .lines()
        .map(|line| rename(line, short))
        .collect();
    lines.join("\n")
}

/// One line with every long name replaced.
fn rename(line: &str, short: &BTreeMap<&str, String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut renamed = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(is_part) {
        renamed.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let name = &rest[..end];
        renamed.push_str(short.get(name).map_or(name, String::as_str));
        rest = &rest[end..];
    }
    renamed.push_str(rest);
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_become_short_in_whole_words_only() {
        let short = short_names(
            [
                "memory",
                "__wbg_addEventListener_6a82",
                "__wbg_addEventListener_6a82_more",
            ]
            .into_iter(),
        );
        assert_eq!(short.len(), 2);
        let glue = "/**\n * What it does.\n */\nimports = {\n    // The next one adds.\n    __wbg_addEventListener_6a82: add(`${wasm.memory}`), x__wbg_addEventListener_6a82: 1,\n    __wbg_addEventListener_6a82_more,\n};\n";
        assert_eq!(
            shorten(glue, &short),
            "imports = {\n$0: add(`${wasm.memory}`), x__wbg_addEventListener_6a82: 1,\n$1,\n};"
        );
    }
}
