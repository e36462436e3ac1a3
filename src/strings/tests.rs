//! Both languages say the same things, and everything that the page asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

/// Keys of a file with the names that each wants filled in.
fn keys(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    let mut current = String::new();
    for line in file.lines() {
        if !line.starts_with([' ', '#', '}', '*']) && line.contains(" = ") || line.ends_with(" =") {
            current = line.split(" =").next().unwrap_or_default().to_owned();
            assert!(!keys.contains_key(&current), "{current} is there twice");
            keys.insert(current.clone(), BTreeSet::new());
        }
        for part in line.split("{ $").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_alphanumeric()).collect();
            keys.entry(current.clone()).or_default().insert(name);
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_fills() {
    let (english, chinese) = (keys(ENGLISH), keys(CHINESE));
    assert!(english.len() > 50);
    for (key, fills) in &english {
        assert_eq!(chinese.get(key), Some(fills), "{key}");
    }
    for key in chinese.keys() {
        assert!(english.contains_key(key), "{key} is only in Chinese");
    }
}

#[test]
fn files_parse_and_every_message_formats_without_errors() {
    for (language, file) in [(Language::English, ENGLISH), (Language::Chinese, CHINESE)] {
        assert!(FluentResource::try_new(file.to_owned()).is_ok(), "{language:?}");
        let strings = Strings::new(language);
        for (key, names) in keys(file) {
            let mut args = FluentArgs::new();
            for name in &names {
                args.set(name.as_str(), FluentValue::from(2));
            }
            let message = strings
                .bundle
                .get_message(&key)
                .unwrap_or_else(|| panic!("{key}"));
            let mut errors = Vec::new();
            let text = strings.bundle.format_pattern(
                message.value().unwrap_or_else(|| panic!("{key} has no value")),
                Some(&args),
                &mut errors,
            );
            assert!(
                errors.is_empty() && !text.is_empty(),
                "{language:?} {key}: {errors:?}"
            );
        }
    }
}

/// Every string literal in the sources that is asked of `Strings` exists; keys made of parts are listed here.
#[test]
fn every_key_that_the_page_asks_for_exists() {
    let english = keys(ENGLISH);
    let mut asked = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                for call in [
                    "strings.get(\"",
                    "strings.count(\"",
                    "strings.about(\"",
                    "strings.with(\"",
                ] {
                    let squeezed: String = source.split_whitespace().collect();
                    asked.extend(
                        squeezed
                            .split(call)
                            .skip(1)
                            .filter_map(|rest| rest.split('"').next().map(str::to_owned)),
                    );
                }
            }
        }
    }
    assert!(asked.len() > 20, "the search finds nothing: {asked:?}");
    for key in asked {
        assert!(
            english.contains_key(&key),
            "{key} is asked for and nowhere defined"
        );
    }
}

#[test]
fn plurals_follow_the_language() {
    let english = Strings::new(Language::English);
    assert_eq!(english.count("cut-sign", 1), "1 line taken out here");
    assert_eq!(english.count("cut-sign", 14), "14 lines taken out here");
    let chinese = Strings::new(Language::Chinese);
    assert_eq!(chinese.count("cut-sign", 1), "此处移除了 1 行");
}
