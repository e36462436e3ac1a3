//! Repairs: what is mended, what is left alone, and that every edit is undone exactly.

use super::*;
use crate::article::Anchor;
use proptest::prelude::*;

fn repaired(input: &str) -> String {
    let (source, _) = repair(&input.into(), &Overrides::default());
    assert_eq!(source.input(), input, "every edit is undone");
    source.text
}

#[test]
fn line_ends_are_mended_and_undone() {
    for input in ["a\r\nb\rc\n", "", "no edit", "\r\r\n\n"] {
        assert!(!repaired(input).contains('\r'));
    }
}

#[test]
fn mojibake_is_mended_where_it_is_certain() {
    for (input, expected) in [
        (
            "â€œIt isâ€\u{9D}, he said â€” cafÃ© Â£5",
            "“It is”, he said — café £5",
        ),
        ("Itâ€™s lateâ€¦", "It’s late…"),
        ("â€œThe endâ€", "“The end”"),
        // No `â€` in the text: these are what their authors meant.
        ("Brontë…” and naïve Ã©", "Brontë…” and naïve Ã©"),
        ("â", "â"),
    ] {
        assert_eq!(repaired(input), expected);
    }
}

#[test]
fn a_hyphen_at_a_line_end_goes_unless_the_word_has_one() {
    for (input, expected) in [
        (
            "inter-\nnational talks, international law",
            "international\ntalks, international law",
        ),
        (
            "inter-\r\nnational talks,\r\ninternational law",
            "international\ntalks,\ninternational law",
        ),
        ("the govern-\nment said", "the government\nsaid"),
        (
            "the commit-\ntee met on Mon-\nday",
            "the committee\nmet on Monday",
        ),
        ("a cross-\nsectional study", "a cross-sectional\nstudy"),
        (
            "a well-\nknown London-\nbased firm",
            "a well-known\nLondon-based\nfirm",
        ),
        (
            "well-\nknown; wellknown and well-known",
            "well-known;\nwellknown and well-known",
        ),
        ("a state-of-\nthe-art house", "a state-of-the-art\nhouse"),
        ("Bay-\nPort BayPort", "Bay-Port\nBayPort"),
        ("he left -\nment", "he left -\nment"),
    ] {
        assert_eq!(repaired(input), expected);
    }
}

#[test]
fn a_character_under_its_html_name_is_itself_again() {
    for (input, expected) in [
        ("Lund&#8217;s &quot;plan&quot;", "Lund’s \"plan\""),
        ("Lund&amp;#8217;s &amp;quot;plan&amp;quot;", "Lund’s \"plan\""),
        ("Lund &amp; Sons", "Lund & Sons"),
        ("the element &lt;br&gt;", "the element &lt;br&gt;"),
        ("R&D; and more", "R&D; and more"),
    ] {
        assert_eq!(repaired(input), expected);
    }
}

#[test]
fn a_drop_cap_is_joined_to_its_word() {
    for (input, expected) in [
        ("T he mayor said", "The mayor said"),
        ("Title\n\nW\nhen the ferry came", "Title\n\nWhen the ferry came"),
        ("T HE mayor", "THE mayor"),
        ("A\nfter the storm. And after it", "After the storm. And after it"),
        ("A way out, always away", "A way out, always away"),
        ("X marks the spot", "X marks the spot"),
        ("Plan\nT he", "Plan\nT he"),
    ] {
        assert_eq!(repaired(input), expected);
    }
}

#[test]
fn a_repair_that_was_undone_is_not_made() {
    let text = "T he mayor said â€œyesâ€\u{9D}.\r\n";
    let input = Input::from(text);
    let overrides = Overrides {
        repairs_undone: vec![Anchor::new(text, Span::new(1, 2))],
        ..Overrides::default()
    };
    let (source, _) = repair(&input, &overrides);
    assert_eq!(source.text, "T he mayor said “yes”.\n");
    let as_is = Overrides {
        as_is: true,
        ..Overrides::default()
    };
    assert_eq!(repair(&input, &as_is).0.text, text);
}

proptest! {
    #[test]
    fn undoing_all_edits_gives_the_input(parts in proptest::collection::vec(part(), 0..40)) {
        let input = parts.concat();
        let (source, _) = repair(&input.as_str().into(), &Overrides::default());
        prop_assert_eq!(source.input(), input);
        for edit in &source.edits {
            prop_assert!(source.text.get(edit.at.range()).is_some());
        }
    }

    #[test]
    fn hints_keep_their_words(parts in proptest::collection::vec(part(), 1..30)) {
        let mut input = Input::default();
        for word in &parts {
            let start = input.text.len();
            input.text.push_str(word);
            input.text.push('|');
            input.hints.push(BlockHint::new(Span::of(start..input.text.len()), crate::input::HintKind::Paragraph));
        }
        let (source, hints) = repair(&input, &Overrides::default());
        let mut end = 0;
        for hint in hints {
            prop_assert!(hint.span.start() >= end);
            prop_assert!(hint.span.text(&source.text).ends_with('|'));
            end = hint.span.end();
        }
    }
}

/// Pieces of text among which all repairs find something to do.
fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,6}",
        prop::sample::select(vec![
            "\r\n",
            "\r",
            "\n",
            "\n\n",
            " ",
            "â€œ",
            "â€",
            "Ã©",
            "\u{9D}",
            "govern-",
            "ment",
            "T ",
            "T\n",
            "he",
            "inter-\r\n",
            "national",
            "-",
            "\u{AD}",
        ])
        .prop_map(str::to_owned),
    ]
}
