//! Both languages say the same things, and everything that the page asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::*;

const FILES: [(Language, &str); 2] = [
    (Language::English, include_str!("en.ftl")),
    (Language::Chinese, include_str!("zh-Hans.ftl")),
];

/// Keys with the names that each message wants filled in.
fn gaps(language: Language) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let names = |message: &'static str| {
        let gaps = message.split('{').skip(1);
        gaps.filter_map(|gap| gap.split(['|', '}']).next()).collect()
    };
    Strings::new(language)
        .messages
        .iter()
        .zip(Key::ALL)
        .map(|(&message, &(key, _))| (key, names(message)))
        .collect()
}

#[test]
fn both_languages_have_the_same_gaps() {
    let (english, chinese) = (gaps(Language::English), gaps(Language::Chinese));
    assert!(english.len() > 50);
    assert_eq!(english, chinese);
}

/// What `build.rs` makes of the files and the page of that, against the reference implementation.
#[test]
fn words_are_those_that_fluent_gives() {
    for (language, file) in FILES {
        let strings = Strings::new(language);
        let mut bundle = FluentBundle::new(vec![language.word().parse().expect("a language tag")]);
        bundle.set_use_isolating(false);
        bundle
            .add_resource(FluentResource::try_new(file.to_owned()).expect("the file parses"))
            .expect("no key twice");
        let gaps = gaps(language);
        for &(key, asked) in Key::ALL {
            let names = &gaps[key];
            for number in [0, 1, 2, 11, 21, 1000] {
                let mut args = FluentArgs::new();
                let mut fills = Vec::new();
                for &name in names {
                    match name {
                        "name" | "kind" => {
                            args.set(name, FluentValue::from("{count|a|b}"));
                            fills.push((name, Fill::Text("{count|a|b}")));
                        }
                        _ => {
                            args.set(name, FluentValue::from(number));
                            fills.push((name, Fill::Number(number)));
                        }
                    }
                }
                let message = bundle.get_message(key).and_then(|message| message.value());
                let mut errors = Vec::new();
                let expected = bundle.format_pattern(message.expect("a message"), Some(&args), &mut errors);
                assert!(errors.is_empty() && !expected.is_empty(), "{key}: {errors:?}");
                assert_eq!(
                    strings.with(asked, &fills),
                    expected,
                    "{language:?} {key} {number}"
                );
            }
        }
    }
}

/// A message that nobody asks for is dead: each name of [`Key`] stands somewhere in the sources.
#[test]
fn every_message_is_asked_for() {
    let mut sources = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                sources.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let words: BTreeSet<&str> = sources.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let unasked: Vec<&str> = Key::ALL
        .iter()
        .filter(|(_, key)| !words.contains(format!("{key:?}").as_str()))
        .map(|&(name, _)| name)
        .collect();
    assert!(unasked.is_empty(), "nobody asks for {unasked:?}");
}

#[test]
fn plurals_follow_the_language() {
    let english = Strings::new(Language::English);
    assert_eq!(english.count(Key::CutSign, 1), "1 line taken out here");
    assert_eq!(english.count(Key::CutSign, 14), "14 lines taken out here");
    let chinese = Strings::new(Language::Chinese);
    assert_eq!(chinese.count(Key::CutSign, 1), "此处移除了 1 行");
}

/// `UPDATE_EXPECT=1` writes it anew.
#[test]
fn the_file_that_the_page_fetches_is_what_the_messages_become() {
    expect_test::expect_file!["../../static/zh-Hans.txt"]
        .assert_eq(messages_of(Language::Chinese).expect("compiled in"));
}

#[test]
fn words_of_another_version_are_not_taken() {
    assert_eq!(Strings::new(Language::Chinese).language(), Language::Chinese);
    arrive("one line".to_owned());
    assert_eq!(FETCHED.get(), None);
    arrive(ENGLISH.to_owned());
    assert_eq!(
        Strings::new(Language::Chinese).get(Key::Close),
        Strings::new(Language::English).get(Key::Close)
    );
}
