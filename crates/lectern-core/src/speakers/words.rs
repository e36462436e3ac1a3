//! What the word lists know about names and about nouns that stand for speakers.

use crate::article::SpeakerKind;
use crate::lexicon::{self, List, WordSet};
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
    let mut endings = WordSet::TradeEnding.endings(form);
    endings.any(|ending| form.len() > ending.len() + 2) && !WordSet::NoTrade.has(form) && noun(form).is_none()
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
        noun.body |= class == "organization" || WordSet::GenericBody.has(word);
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
    if form.len() < 4 {
        0
    } else if WordSet::WomanEnding.ends(form) {
        -1
    } else if WordSet::ManEnding.ends(form) {
        1
    } else {
        0
    }
}

/// `Jr.`, `III`.
pub(super) fn is_suffix(form: &str) -> bool {
    static LIST: LazyLock<lexicon::Words> = LazyLock::new(|| List::NameSuffixes.words());
    LIST.contains(form)
}

/// Whether a word ends the name of a body when it has a capital: `Committee`, `Times`.
pub(super) fn ends_organization(form: &str) -> bool {
    noun(form).is_some_and(|noun| noun.kind == SpeakerKind::Organization)
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
