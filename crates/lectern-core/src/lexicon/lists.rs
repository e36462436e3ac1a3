//! The word lists, each a data file with its origin on top: one name for each.

use super::Words;

/// A data file without its comments: at run time nobody reads them, and they would be bytes of the page.
macro_rules! data {
    ($file:literal) => {{
        const FILE: &[u8] = include_bytes!(concat!("../../data/", $file));
        const BARE: [u8; copy_bare(FILE, &mut [])] = {
            let mut bare = [0; copy_bare(FILE, &mut [])];
            copy_bare(FILE, &mut bare);
            bare
        };
        const TEXT: &str = match str::from_utf8(&BARE) {
            Ok(text) => text,
            Err(_) => panic!("a data file is UTF-8"),
        };
        TEXT
    }};
}

/// Copies the lines that are neither comments nor empty, as far as `out` has room; gives the length of all of them.
const fn copy_bare(file: &[u8], out: &mut [u8]) -> usize {
    let (mut at, mut length) = (0, 0);
    let (mut starts, mut is_bare) = (true, true);
    while at < file.len() {
        if starts {
            is_bare = !matches!(file[at], b'#' | b'\n');
        }
        starts = file[at] == b'\n';
        if is_bare {
            if length < out.len() {
                out[length] = file[at];
            }
            length += 1;
        }
        at += 1;
    }
    length
}

/// A word list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Words that rules on who says what ask for, by set.
    AttributionWords,
    /// Words that end in a full stop of their own.
    Abbreviations,
    /// News agencies in datelines, `name | name`.
    Agencies,
    /// What opens a byline: `words by`.
    BylineOpeners,
    /// Words with a capital that name neither a person nor a body, by class.
    CapitalsNotNames,
    /// Determiners, pronouns, prepositions and so on, by class.
    ClosedClasses,
    /// Cues of several words, by stance.
    CuePhrases,
    /// Cue verbs, by stance.
    CueVerbs,
    /// Days, months and feasts.
    Days,
    /// Characters by their HTML names, in hexadecimal.
    Entities,
    /// Words on one line name the same office.
    EqualRoles,
    /// First names, by gender.
    FirstNames,
    /// `Mr`, `Dame`, by gender.
    Honorifics,
    /// Word endings that are no words by themselves.
    HyphenTails,
    /// Base, past and participle of irregular verbs.
    IrregularVerbs,
    /// Labels before a colon in a line about the article, by field.
    Labels,
    /// Words that rules on pages ask for, by set.
    LayoutWords,
    /// Names of meta elements, by detail and rank.
    MetaNames,
    /// Names of months, by number.
    Months,
    /// What follows a name: `Jr.`
    NameSuffixes,
    /// Nouns that name speakers, by class.
    Nouns,
    /// Words for numbers, by number.
    Numbers,
    /// Places, those that act as bodies first.
    Places,
    /// What makes a proposal: verbs, nouns and their frames.
    ProposalTriggers,
    /// Words that rules on proposals ask for, by set.
    ProposalWords,
    /// Words of classes and ids of page elements, by region.
    Regions,
    /// Participles and adverbs that stand before a role.
    RoleParticiples,
    /// Words that open sentences and hardly ever follow an abbreviation inside one.
    SentenceOpeners,
    /// Phrases of site text, by reason and place.
    SiteText,
    /// Words that the search for speakers asks for, by set.
    SpeakerWords,
    /// Names of time zones, by minutes ahead of UTC.
    TimeZones,
    /// Verbs; a star marks those that are nouns as well.
    Verbs,
}

impl List {
    /// The file without its comments.
    pub(crate) fn text(self) -> &'static str {
        match self {
            List::Abbreviations => data!("abbreviations.txt"),
            List::Agencies => data!("layout/agencies.txt"),
            List::AttributionWords => data!("attribution/words.txt"),
            List::BylineOpeners => data!("layout/byline-openers.txt"),
            List::CapitalsNotNames => data!("speakers/capitals-not-names.txt"),
            List::ClosedClasses => data!("closed-classes.txt"),
            List::CuePhrases => data!("cue-phrases.txt"),
            List::CueVerbs => data!("cue-verbs.txt"),
            List::Days => data!("speakers/days.txt"),
            List::Entities => data!("entities.txt"),
            List::EqualRoles => data!("speakers/equal-roles.txt"),
            List::FirstNames => data!("speakers/first-names.txt"),
            List::Honorifics => data!("speakers/honorifics.txt"),
            List::HyphenTails => data!("hyphen-tails.txt"),
            List::IrregularVerbs => data!("irregular-verbs.txt"),
            List::Labels => data!("layout/labels.txt"),
            List::LayoutWords => data!("layout/words.txt"),
            List::MetaNames => data!("layout/meta-names.txt"),
            List::Months => data!("months.txt"),
            List::NameSuffixes => data!("speakers/suffixes.txt"),
            List::Nouns => data!("speakers/nouns.txt"),
            List::Numbers => data!("numbers.txt"),
            List::Places => data!("speakers/places.txt"),
            List::ProposalTriggers => data!("proposals/triggers.txt"),
            List::ProposalWords => data!("proposals/words.txt"),
            List::Regions => data!("layout/regions.txt"),
            List::RoleParticiples => data!("speakers/role-participles.txt"),
            List::SentenceOpeners => data!("sentence-openers.txt"),
            List::SiteText => data!("layout/site-text.txt"),
            List::SpeakerWords => data!("speakers/words.txt"),
            List::TimeZones => data!("layout/time-zones.txt"),
            List::Verbs => data!("verbs.txt"),
        }
    }

    /// Its lines without comments; `#` starts one.
    pub(crate) fn lines(self) -> impl Iterator<Item = &'static str> {
        self.text()
            .lines()
            .map(|line| line.split('#').next().unwrap_or("").trim())
            .filter(|line| !line.is_empty())
    }

    /// `class: members` lines, cut at the colon.
    pub(crate) fn classes(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(class, members)| (class.trim(), members.trim()))
    }

    /// The words of `class: word word` lines, each with its class.
    pub(crate) fn classed_words(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.classes()
            .flat_map(|(class, words)| words.split_whitespace().map(move |word| (class, word)))
    }

    /// All words of a list without classes.
    pub(crate) fn words(self) -> Words {
        self.lines().flat_map(str::split_whitespace).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(files(&path, ending));
            } else if path.extension().is_some_and(|own| own == ending) {
                found.push(path);
            }
        }
        found.sort();
        found
    }

    fn data() -> Vec<(String, String)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        files(&root, "txt")
            .into_iter()
            .map(|path| {
                let name = path
                    .strip_prefix(&root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                (name, fs::read_to_string(&path).unwrap())
            })
            .collect()
    }

    fn content(text: &str) -> impl Iterator<Item = &str> {
        text.lines()
            .map(|line| line.split('#').next().unwrap_or("").trim())
            .filter(|line| !line.is_empty())
    }

    #[test]
    fn every_data_file_says_where_it_is_from_and_holds_something() {
        for (name, text) in data() {
            assert!(text.starts_with("# origin: "), "{name}");
            assert!(content(&text).next().is_some(), "{name} is empty");
        }
    }

    #[test]
    fn comments_and_empty_lines_are_left_out() {
        let file = b"# origin: here\n\nferry barge\n# boats\ntug # small\n";
        let mut bare = [b' '; 24];
        let length = super::copy_bare(file, &mut bare);
        assert_eq!(&bare[..length], b"ferry barge\ntug # small\n");
        assert_eq!(super::copy_bare(file, &mut []), length);
    }

    #[test]
    fn every_data_file_has_one_name_and_every_name_is_used() {
        let own = include_str!("lists.rs");
        for (name, _) in data() {
            let include = format!("data!(\"{name}\")");
            assert_eq!(own.matches(&include).count(), 1, "{name}");
        }
        let sources: String = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "rs")
            .into_iter()
            .filter(|path| !path.ends_with("lexicon/lists.rs"))
            .map(|path| fs::read_to_string(path).unwrap())
            .filter_map(|text| Some(text.split("#[cfg(test)]\nmod tests {").next()?.to_owned()))
            .collect();
        let lists = own.lines().filter_map(|line| {
            let (list, _) = line.trim().split_once(" => data!")?;
            list.starts_with("List::").then(|| list.to_owned())
        });
        let sets = include_str!("word_set.rs").lines().filter_map(|line| {
            let (set, name) = line.trim().split_once(" = ")?;
            name.starts_with('"').then(|| format!("WordSet::{set}"))
        });
        for name in lists.chain(sets) {
            let used = sources
                .split(&name)
                .skip(1)
                .any(|after| !after.starts_with(char::is_alphanumeric));
            assert!(used, "{name} is not used");
        }
    }

    #[test]
    fn no_entry_stands_twice_in_its_class() {
        for (name, text) in data() {
            let mut seen = BTreeSet::new();
            for line in content(&text) {
                let (class, members) = line.split_once(':').unwrap_or(("", line));
                let phrases = members.contains('|');
                let members: Vec<&str> = match name.as_str() {
                    // their lines are entries: the words of one line belong together
                    "irregular-verbs.txt"
                    | "entities.txt"
                    | "layout/byline-openers.txt"
                    | "speakers/equal-roles.txt"
                    | "proposals/triggers.txt" => vec![line],
                    "cue-phrases.txt" => vec![members],
                    _ if phrases => members.split('|').map(str::trim).collect(),
                    _ => members.split_whitespace().collect(),
                };
                for member in members {
                    assert!(
                        seen.insert((class, member)),
                        "{name}: {class}: {member} stands twice"
                    );
                }
            }
        }
    }
}
