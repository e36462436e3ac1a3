//! Verb forms: from `urged` to `urge`.

use super::List;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word is as a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VerbForm {
    /// The base form: `urge` for `urged`.
    pub lemma: &'static str,
    /// Which of the forms the word can be.
    pub forms: Forms,
    /// Whether the base form is a common noun as well: `plan`, `vote`.
    pub noun: bool,
}

/// The forms that one spelling can stand for: `cut` is base, past and participle at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Forms {
    /// urge
    pub base: bool,
    /// urges
    pub present: bool,
    /// urged, wrote
    pub past: bool,
    /// urged, written
    pub participle: bool,
    /// urging
    pub gerund: bool,
}

struct Verbs {
    /// Base forms, with whether they are nouns too.
    bases: FxHashMap<&'static str, bool>,
    /// Irregular forms, with their base.
    irregular: FxHashMap<&'static str, (&'static str, Forms)>,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let bases = List::Verbs
        .lines()
        .flat_map(str::split_whitespace)
        .map(|word| word.strip_suffix('*').map_or((word, false), |base| (base, true)))
        .collect();
    let mut irregular = FxHashMap::default();
    for line in List::IrregularVerbs.lines() {
        let mut words = line.split_whitespace();
        let (Some(base), Some(past), Some(participle)) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        for (form, is_past) in [(past, true), (participle, false)] {
            let (_, forms) = irregular.entry(form).or_insert((base, Forms::default()));
            forms.base |= form == base;
            forms.past |= is_past;
            forms.participle |= !is_past;
        }
    }
    for form in ["am", "is", "are"] {
        irregular.insert(
            form,
            (
                "be",
                Forms {
                    present: true,
                    ..Forms::default()
                },
            ),
        );
    }
    irregular.insert(
        "has",
        (
            "have",
            Forms {
                present: true,
                ..Forms::default()
            },
        ),
    );
    Verbs { bases, irregular }
});

/// What the folded `word` is as a verb, if it is a form of a known one.
pub(crate) fn verb(word: &str) -> Option<VerbForm> {
    let verbs = &*VERBS;
    if let Some(&(lemma, forms)) = verbs.irregular.get(word) {
        let noun = verbs.bases.get(lemma).copied().unwrap_or(false);
        // `found` is the past of find and a base of its own
        let base = forms.base || verbs.bases.contains_key(word);
        return Some(VerbForm {
            lemma,
            forms: Forms { base, ..forms },
            noun,
        });
    }
    if let Some((&lemma, &noun)) = verbs.bases.get_key_value(word) {
        return Some(VerbForm {
            lemma,
            forms: Forms {
                base: true,
                ..Forms::default()
            },
            noun,
        });
    }
    let found = |candidate: &str, forms| {
        verbs
            .bases
            .get_key_value(candidate)
            .map(|(&lemma, &noun)| VerbForm { lemma, forms, noun })
    };
    if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 1) {
        let forms = Forms {
            gerund: true,
            ..Forms::default()
        };
        return of_stem(stem, |candidate| found(candidate, forms));
    }
    if let Some(stem) = word.strip_suffix("ed").filter(|stem| stem.len() > 1) {
        let forms = Forms {
            past: true,
            participle: true,
            ..Forms::default()
        };
        return of_stem(stem, |candidate| found(candidate, forms));
    }
    if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        let forms = Forms {
            present: true,
            ..Forms::default()
        };
        return found(stem, forms)
            .or_else(|| {
                stem.strip_suffix("ie")
                    .and_then(|stem| found(&format!("{stem}y"), forms))
            })
            .or_else(|| stem.strip_suffix('e').and_then(|stem| found(stem, forms)));
    }
    None
}

/// What is found under the base forms that `stem` (a form without `ed` or `ing`) may come from, likeliest first.
fn of_stem<T>(stem: &str, found: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut candidate = String::with_capacity(stem.len() + 2);
    let mut with = |short: &str, ending: &str| {
        candidate.clear();
        candidate.push_str(short);
        candidate.push_str(ending);
        found(&candidate)
    };
    let mut last = stem.chars().rev();
    let doubled = last.next().filter(|&a| last.next() == Some(a));
    with(stem, "e")
        .or_else(|| with(stem, ""))
        .or_else(|| with(&stem[..stem.len() - doubled?.len_utf8()], ""))
        .or_else(|| with(stem.strip_suffix('i')?, "y"))
        .or_else(|| with(stem.strip_suffix('y')?, "ie"))
        // `panicked`, `mimicking`
        .or_else(|| with(stem.strip_suffix("ck")?, "c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_base() {
        for (word, lemma) in [
            ("urged", "urge"),
            ("urging", "urge"),
            ("urges", "urge"),
            ("planned", "plan"),
            ("cries", "cry"),
            ("cried", "cry"),
            ("lying", "lie"),
            ("pushes", "push"),
            ("said", "say"),
            ("written", "write"),
            ("adding", "add"),
            ("called", "call"),
            ("panicked", "panic"),
            ("is", "be"),
            ("cut", "cut"),
            ("opposes", "oppose"),
            ("welcomed", "welcome"),
        ] {
            assert_eq!(verb(word).map(|form| form.lemma), Some(lemma), "{word}");
        }
        for word in [
            "dining",
            "bring-your-own",
            "thing",
            "red",
            "s",
            "ing",
            "ed",
            "news",
        ] {
            assert_eq!(verb(word).map(|form| form.lemma), None, "{word}");
        }
        assert!(verb("cut").unwrap().forms.past && verb("cut").unwrap().forms.base);
    }
}
