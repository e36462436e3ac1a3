//! What the word lists know about names and about nouns that stand for speakers.

use crate::article::SpeakerKind;
use crate::lexicon::{self, List};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Woman, man or unknown; evidence is added up as plain numbers, minus for women, plus for men.
pub(super) type Gender = i32;

/// What is known of a noun that can stand for a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    pub(super) kind: SpeakerKind,
    /// Stands before a name: `President`.
    pub(super) title: bool,
    /// -1, 0 or 1.
    pub(super) gender: Gender,
    /// Names a relative: `wife`.
    pub(super) kin: bool,
    pub(super) plural: bool,
    /// Names a body, whatever else: `group`, `panel`.
    pub(super) body: bool,
}

/// The noun `form` (folded), in the singular or plural, if it can stand for a speaker.
pub(super) fn noun(form: &str) -> Option<Noun> {
    let direct = NOUNS.get(form).copied();
    if let Some(noun) = direct.filter(|noun| noun.kind == SpeakerKind::Organization && form.ends_with('s')) {
        // `nations`, `parents` end bodies' names and are plain plurals else
        return plural(form)
            .map(|many| Noun {
                kind: noun.kind,
                ..many
            })
            .or(direct);
    }
    direct.or_else(|| plural(form)).or_else(|| {
        // `ex-mayor`, `vice-chair`
        let (_, last) = form.rsplit_once('-')?;
        NOUNS.get(last).copied().or_else(|| plural(last))
    })
}

fn plural(form: &str) -> Option<Noun> {
    let many = |noun: &Noun| Noun {
        plural: true,
        ..*noun
    };
    if let Some(stem) = form.strip_suffix("men").filter(|stem| !stem.is_empty()) {
        return NOUNS.get(format!("{stem}man").as_str()).map(many);
    }
    let stem = form.strip_suffix('s')?;
    let found = NOUNS.get(stem).map(many);
    found
        .or_else(|| stem.strip_suffix('e').and_then(|stem| NOUNS.get(stem)).map(many))
        .or_else(|| {
            let stem = stem.strip_suffix("ie")?;
            NOUNS.get(format!("{stem}y").as_str()).map(many)
        })
}

/// Whether an unknown noun reads like somebody's trade: `botanist`, `beekeeper`.
pub(super) fn reads_as_trade(form: &str) -> bool {
    const ENDINGS: [&str; 10] = [
        "ist", "ian", "er", "or", "man", "woman", "ee", "smith", "wright", "herd",
    ];
    !is_of_class(form, "no-trade")
        && noun(form).is_none()
        && ENDINGS
            .iter()
            .any(|ending| form.len() > ending.len() + 2 && form.ends_with(ending))
}

/// The singular of a folded noun, as far as the lists know it.
pub(super) fn singular(form: &str) -> &str {
    if NOUNS.contains_key(form) {
        return form;
    }
    match form.strip_suffix('s') {
        Some(stem) if NOUNS.contains_key(stem) => stem,
        Some(stem) => stem
            .strip_suffix('e')
            .filter(|stem| NOUNS.contains_key(stem))
            .unwrap_or(form),
        None => form,
    }
}

static NOUNS: LazyLock<FxHashMap<&'static str, Noun>> = LazyLock::new(|| nouns(List::Nouns));

fn nouns(list: List) -> FxHashMap<&'static str, Noun> {
    let mut nouns: FxHashMap<&'static str, Noun> = FxHashMap::default();
    for (class, word) in list.classed_words() {
        let kind = match class {
            "people" => SpeakerKind::Group,
            "organization" | "organization-name" => SpeakerKind::Organization,
            "document" => SpeakerKind::Document,
            _ => SpeakerKind::Person,
        };
        let gender = match class {
            "male" | "kin-male" => 1,
            "female" | "kin-female" => -1,
            _ => 0,
        };
        let noun = nouns.entry(word).or_insert(Noun {
            kind,
            title: false,
            gender,
            kin: false,
            plural: kind == SpeakerKind::Group,
            body: false,
        });
        noun.body |= class == "organization" || is_generic_body(word);
        noun.title |= class == "title";
        noun.kin |= class.starts_with("kin");
        if noun.gender == 0 && noun.kind == SpeakerKind::Person {
            noun.gender = gender;
        }
    }
    nouns
}

fn genders(list: List) -> FxHashMap<&'static str, Gender> {
    let mut genders = FxHashMap::default();
    for (class, word) in list.classed_words() {
        let gender = match class {
            "male" => 1,
            "female" => -1,
            _ => 0,
        };
        // a name of both is evidence of neither
        genders
            .entry(word)
            .and_modify(|known| *known = if *known == gender { gender } else { 0 })
            .or_insert(gender);
    }
    genders
}

/// `mr.`: 1, `ms.`: -1, `dr.`: 0.
pub(super) fn honorific(form: &str) -> Option<Gender> {
    static LIST: LazyLock<FxHashMap<&'static str, Gender>> = LazyLock::new(|| genders(List::Honorifics));
    LIST.get(form).copied()
}

/// What a common first name hints at.
pub(super) fn first_name(form: &str) -> Option<Gender> {
    static LIST: LazyLock<FxHashMap<&'static str, Gender>> = LazyLock::new(|| genders(List::FirstNames));
    LIST.get(form).copied()
}

/// What the ending of an unlisted first name hints at: `Mirela`, `Ludo`.
pub(super) fn first_name_ending(form: &str) -> Gender {
    const WOMEN: [&str; 6] = ["a", "elle", "ette", "ine", "ild", "een"];
    const MEN: [&str; 8] = ["o", "us", "bert", "ard", "mir", "win", "rich", "ton"];
    if form.len() < 4 {
        0
    } else if WOMEN.iter().any(|ending| form.ends_with(ending)) {
        -1
    } else if MEN.iter().any(|ending| form.ends_with(ending)) {
        1
    } else {
        0
    }
}

/// `van`, `de`: small words inside a name.
pub(super) fn is_particle(form: &str) -> bool {
    static LIST: LazyLock<lexicon::Words> = LazyLock::new(|| List::NameParticles.words());
    LIST.contains(form)
}

/// `Jr.`, `III`.
pub(super) fn is_suffix(form: &str) -> bool {
    static LIST: LazyLock<lexicon::Words> = LazyLock::new(|| List::NameSuffixes.words());
    LIST.contains(form)
}

/// `M.D.` and the like: behind a name, but no part of it.
pub(super) fn is_degree(form: &str) -> bool {
    matches!(form, "phd" | "ph.d." | "m.d." | "md" | "esq" | "esq.")
}

/// Whether a word ends the name of a body when it has a capital: `Committee`, `Times`.
pub(super) fn ends_organization(form: &str) -> bool {
    noun(form).is_some_and(|noun| noun.kind == SpeakerKind::Organization)
}

/// `Inc.`, `Holdings`: what companies put behind their names.
pub(super) fn is_company_form(form: &str) -> bool {
    is_of_class(form, "company-form")
}

/// `Police`, `Council`: before it stands the place, not the body's own name.
pub(super) fn is_civic(form: &str) -> bool {
    is_of_class(form, "civic")
}

/// `the company`, `the agency`: stands for a body named before.
pub(super) fn is_generic_body(form: &str) -> bool {
    is_of_class(form, "generic")
}

/// `the company`, `the airline`: no school, court or council.
pub(super) fn is_commercial(form: &str) -> bool {
    is_of_class(form, "commercial")
}

/// `Like`, `First`: may open a sentence before a surname.
pub(super) fn is_loose_opener(form: &str) -> bool {
    is_of_class(form, "loose-opener")
}

/// `the country`: stands for a place that acts.
pub(super) fn is_realm(form: &str) -> bool {
    is_of_class(form, "realm")
}

/// Whether `classes.txt` has `form` in the class.
fn is_of_class(form: &str, class: &str) -> bool {
    static LIST: LazyLock<FxHashSet<(&'static str, &'static str)>> =
        LazyLock::new(|| List::SpeakerClasses.classed_words().collect());
    LIST.contains(&(class, form))
}

/// `the judge`: at hand wherever news is made, and so brought in with `the` without a word before.
pub(super) fn is_functionary(form: &str) -> bool {
    is_of_class(form, "functionary")
}

/// `runs`, `teaches`: a relative clause with it tells somebody's part in life.
pub(super) fn is_lasting(form: &str) -> bool {
    is_of_class(form, "lasting")
}

/// A personal pronoun, or `both`, `each`, `one`.
pub(super) fn is_pronoun(form: &str) -> bool {
    is_of_class(form, "pronoun")
}

/// `more than`, `nearly`: stands before a number.
pub(super) fn is_before_number(form: &str) -> bool {
    is_of_class(form, "before-number")
}

/// `familiar`: an adjective that stands behind its noun.
pub(super) fn is_trailing(form: &str) -> bool {
    is_of_class(form, "trailing")
}

/// `er`, `ists`: whether a noun has an ending that nouns for people have.
pub(super) fn has_personal_ending(form: &str) -> bool {
    (2..=4).any(|length| {
        let cut = form
            .len()
            .checked_sub(length)
            .filter(|&cut| form.is_char_boundary(cut));
        cut.is_some_and(|cut| is_of_class(&form[cut..], "personal-ending"))
    })
}

/// Places, words joined by a space; true for those that act as bodies.
pub(super) fn place(name: &str) -> Option<bool> {
    static LIST: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
        List::Places
            .lines()
            .flat_map(|line| {
                let (acts, words) = match line.split_once(':') {
                    Some((_, words)) => (false, words),
                    None => (true, line),
                };
                words
                    .split_whitespace()
                    .map(move |word| (word.replace('_', " "), acts))
            })
            .collect()
    });
    LIST.get(name).copied()
}

/// Words with a capital that are no name by themselves: `Monday`, `Russian`, `Republican`.
pub(super) fn is_capital_only(form: &str) -> bool {
    static LIST: LazyLock<lexicon::Words> = LazyLock::new(|| {
        List::CapitalsNotNames
            .classed_words()
            .map(|(_, word)| word)
            .collect()
    });
    LIST.contains(form)
}

/// The party that a word tells of, by its first name in the list.
pub(super) fn party(form: &str) -> Option<&'static str> {
    static LIST: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
        List::CapitalsNotNames
            .lines()
            .filter_map(|line| line.strip_prefix("party: "))
            .flat_map(|line| {
                let first = line.split_whitespace().next().unwrap_or("");
                line.split_whitespace().map(move |word| (word, first))
            })
            .collect()
    });
    LIST.get(form).copied()
}

/// Words that open sentences with a capital and are no names: `Other`, `Former`.
pub(super) fn is_common(form: &str) -> bool {
    is_of_class(form, "opener")
}

/// `Monday`, `October`.
pub(super) fn is_day(form: &str) -> bool {
    static LIST: LazyLock<lexicon::Words> = LazyLock::new(|| List::Days.words());
    LIST.contains(form)
}

/// `retired`, `acting`: participles that stand before a role.
pub(super) fn is_role_participle(form: &str) -> bool {
    static LIST: LazyLock<lexicon::Words> = LazyLock::new(|| List::RoleParticiples.words());
    LIST.contains(form)
}

/// Whether two nouns name the same office or part: `Sen.` and `senator`.
pub(super) fn same_role(one: &str, other: &str) -> bool {
    static LIST: LazyLock<FxHashMap<&'static str, FxHashSet<usize>>> = LazyLock::new(|| {
        let mut lines: FxHashMap<&'static str, FxHashSet<usize>> = FxHashMap::default();
        for (number, line) in List::EqualRoles.lines().enumerate() {
            for word in line.split_whitespace() {
                lines.entry(word).or_default().insert(number);
            }
        }
        lines
    });
    one == other || matches!((LIST.get(one), LIST.get(other)), (Some(a), Some(b)) if !a.is_disjoint(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_compounds_are_known() {
        for (form, kind, plural) in [
            ("senators", SpeakerKind::Person, true),
            ("spokeswomen", SpeakerKind::Person, true),
            ("agencies", SpeakerKind::Organization, true),
            ("ex-mayor", SpeakerKind::Person, false),
            ("report", SpeakerKind::Document, false),
            ("critics", SpeakerKind::Group, true),
        ] {
            let noun = noun(form).unwrap();
            assert_eq!((noun.kind, noun.plural), (kind, plural), "{form}");
        }
        assert!(noun("bicycle").is_none());
    }

    #[test]
    fn a_role_has_other_words() {
        assert!(same_role("sen.", "senator"));
        assert!(!same_role("senator", "mayor"));
    }
}
