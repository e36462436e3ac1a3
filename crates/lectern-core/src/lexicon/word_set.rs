//! Sets of words that rules ask for by name. Their members are lines `name: word word` of the data files.

use super::List;
use crate::article::names::names;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

names! {
    /// A named set of folded words, or of endings of words.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum WordSet {
        // attribution
        /// `flat-out`: stands before a verb and looks like a noun.
        VerbAdverb = "verb-adverb",
        /// `ago`, `today`: ends a time or is one.
        TimeAdverb = "time-adverb",
        /// `week` of `last week`.
        TimeNoun = "time-noun",
        /// `although`: opens a clause which another one must follow.
        ClauseOpener = "clause-opener",
        /// Verbs that take a whole clause.
        ClausalVerb = "clausal-verb",
        /// Verbs whose object does what an infinitive behind it tells.
        CausingVerb = "causing-verb",
        /// `by`, `without`: leads in a participle of the clause's own subject.
        ParticipleOpener = "participle-opener",
        /// Joins the last words of a subject to its first.
        WithinSubject = "within-subject",
        /// What is written to somebody.
        Message = "message",
        /// Small words that stand in headings and not in names.
        HeadingWord = "heading-word",
        /// The last word of a label that is nobody's: `Photo:`
        Voiceless = "voiceless",
        /// What a headline with a colon announces: `Storm Edda: live updates`.
        HeadlineTopic = "headline-topic",
        /// `decline`: what somebody does who will not comment.
        Refusing = "refusing",
        /// Verbs whose object is whom they speak to: `warn`.
        Addressing = "addressing",
        /// `respond`: what somebody does not do who is silent.
        Answering = "answering",
        /// What somebody is asked: `request`.
        Request = "request",
        /// What is answered without a word about it: `phone`.
        Bell = "bell",
        /// `not`, `never`, `yet`.
        Denying = "denying",
        /// What shows something and says nothing: `experience`.
        NoTeller = "no-teller",
        /// From whose place a word comes: `From the desk of`.
        Desk = "desk",
        /// Leads in a name that is no words of somebody's: `so-called`, `dubbed`.
        Naming = "naming",
        /// Before `as`, tells that a name follows: `known`.
        KnownAs = "known-as",

        // layout
        /// First parts of words that have a hyphen everywhere: `well`.
        HyphenHead = "hyphen-head",
        /// Last parts of words that have a hyphen everywhere: `based`.
        HyphenTail = "hyphen-tail",
        /// Words of outlets and trades beside a byline's names: no part of a name.
        OutletWord = "outlet-word",
        /// Words beside a date, or before a name, that are no part of a name: `published`.
        BylineLabel = "byline-label",
        /// What somebody is, the last word after a name and a comma: `columnist`.
        TradeWord = "trade-word",
        /// Names that systems put where nobody is named: `admin`.
        Nobody = "nobody",
        /// Names of shortcodes that hold nothing of the story: `[gallery]`.
        Shortcode = "shortcode",
        /// Endings of file names and addresses, without the point.
        FileEnding = "file-ending",
        /// `Mon`, `Tue`.
        ShortWeekday = "short-weekday",

        // proposals
        /// Nouns for a set of plans.
        PlanNoun = "plan-noun",
        /// Nouns for a set of calls.
        CallNoun = "call-noun",
        /// Nouns for a set of pledges.
        PledgeNoun = "pledge-noun",
        /// Nouns for what is opposed.
        OppositionNoun = "opposition-noun",
        /// Nouns that announce a list only under a verb that puts something forward.
        WeakNoun = "weak-noun",
        /// Verbs that put a set on the table.
        PutVerb = "put-verb",
        /// Of these, those that only put it there: the noun tells what it is.
        OnlyPutVerb = "only-put-verb",
        /// Words before what stands on placards or is chanted.
        PlacardWord = "placard-word",
        /// Verbs that tell of things done.
        DoneVerb = "done-verb",
        /// Nouns for a text that would do something.
        MeasureNoun = "measure-noun",
        /// Nouns for what speaks for the source that said it.
        OwnNoun = "own-noun",
        /// Verbs of saying, for what is told at the end of a sentence.
        SpeechVerb = "speech-verb",
        /// Matters that nobody else supports or opposes.
        PrivateVerb = "private-verb",
        /// Verbs of state, in which `will` and `must` foretell or guess.
        StateVerb = "state-verb",
        /// `just`, `but`: what may stand before a command.
        CommandLead = "command-lead",
        /// Private alone, public where others are asked to do it.
        AskedVerb = "asked-verb",
        /// `weak` of `weak demand for`: what buyers want.
        MarketWord = "market-word",
        /// `people`: several without an `s`.
        Several = "several",
        /// Pronouns that are subjects.
        SubjectPronoun = "subject-pronoun",
        /// `see`, `expect`: what is done by nobody on purpose.
        UndergoneVerb = "undergone-verb",
        /// Verbs of saying by which what is to be done is promised.
        SettlingVerb = "settling-verb",
        /// Verbs in which `should` tells what is expected.
        ExpectedVerb = "expected-verb",
        /// Verbs of telling, in which `will` commits nobody.
        TellingVerb = "telling-verb",
        /// Names for what is said, at the end of a sentence.
        Utterance = "utterance",
        /// Prepositions before such a name.
        BeforeUtterance = "before-utterance",
        /// Opens one item of a list told over sentences.
        ItemOpener = "item-opener",
        /// Prepositions that open each item of a list.
        ItemMarker = "item-marker",
        /// `more`, `fewer`: opens an item that asks for another degree.
        Comparative = "comparative",
        /// Verbs whose command form asks for nothing.
        IdleVerb = "idle-verb",
        /// `several`: stands alone for people who do something.
        PluralDeterminer = "plural-determiner",
        /// What is asked for in passing.
        VoidNoun = "void-noun",
        /// Verbs of keeping silent.
        SilentVerb = "silent-verb",
        /// Verbs of making or unmaking rules and public works.
        PolicyVerb = "policy-verb",
        /// What a measure is said to bring about.
        EffectVerb = "effect-verb",
        /// Verbs that tell an action without any object.
        WholeVerb = "whole-verb",
        /// Texts that ask for something or order it.
        DocumentNoun = "document-noun",
        /// People who act together and ask for something.
        CampaignerNoun = "campaigner-noun",
        /// Verbs of favour: who denies them opposes.
        FavourVerb = "favour-verb",
        /// `point`, `step`: what is counted in `seven-point plan`.
        CountedPart = "counted-part",
        /// `because`, `unless`: what follows is a reason, not what is asked for.
        ReasonOpener = "reason-opener",
        /// `if`, `who`: what follows is a case or a group, not a proposal.
        SupposedOpener = "supposed-opener",
        /// `whether`, `once`: the modal behind it binds nobody.
        UnboundOpener = "unbound-opener",
        /// `has`, `was`: behind `that` it only describes what is known.
        Describing = "describing",
        /// `what`, `whoever`: the subject is asked for.
        AskedSubject = "asked-subject",
        /// `nobody`, `none`: a subject that denies its verb.
        DenyingSubject = "denying-subject",
        /// `we`, `those`: a subject that nobody is addressed by.
        VagueSubject = "vague-subject",
        /// `had`, `will`: before `need to` it tells of another time.
        OtherTime = "other-time",
        /// `might`, `without`, `avoid`: what follows does not happen.
        Cancelling = "cancelling",
        /// `want`, `able`, `how`: the infinitive behind it is its own.
        OwnsInfinitive = "owns-infinitive",
        /// `rising`, `pending`: gerunds that stand before a noun like an adjective.
        GerundAdjective = "gerund-adjective",
        /// Endings that words of one stem differ by.
        StemEnding = "stem-ending",

        // speakers
        /// `Inc.`, `Holdings`: what companies put behind their names.
        CompanyForm = "company-form",
        /// `Police`, `Council`: before it stands the place, not the body's own name.
        Civic = "civic",
        /// `the company`, `the agency`: stands for a body named before.
        GenericBody = "generic-body",
        /// `the company`, `the airline`: no school, court or council.
        Commercial = "commercial",
        /// `the country`: stands for a place that acts.
        Realm = "realm",
        /// `the judge`: at hand wherever news is made, and so brought in with `the` without a word before.
        Functionary = "functionary",
        /// `runs`, `teaches`: a relative clause with it tells somebody's part in life.
        Lasting = "lasting",
        /// A personal pronoun, or `both`, `each`, `one`.
        Pronoun = "pronoun",
        /// `all`, `'s`: behind a pronoun it does not make a phrase of it.
        BehindPronoun = "behind-pronoun",
        /// `more than`, `nearly`: stands before a number.
        BeforeNumber = "before-number",
        /// `familiar`: an adjective that stands behind its noun.
        Trailing = "trailing",
        /// Endings of nouns for people, singular and plural.
        PersonalEnding = "personal-ending",
        /// Endings of nouns for trades.
        TradeEnding = "trade-ending",
        /// Nouns that end like trades and are none.
        NoTrade = "no-trade",
        /// Endings of women's first names.
        WomanEnding = "woman-ending",
        /// Endings of men's first names.
        ManEnding = "man-ending",
        /// `M.D.`: behind a name, but no part of it.
        Degree = "degree",
        /// `Other`, `Former`: opens sentences with a capital and is no name.
        NoName = "no-name",
        /// `Like`, `First`: may open a sentence before a surname.
        LooseOpener = "loose-opener",
        /// `van`, `de`: small words inside a person's name.
        NameParticle = "name-particle",
        /// Small words inside the name of a body.
        WithinBody = "within-body",
        /// Months that are names and words too.
        NamedMonth = "named-month",
        /// What stands before a month.
        BeforeMonth = "before-month",
        /// What stands before a day or a year that ends a description.
        BeforeDay = "before-day",
        /// What stands before where something is: `in Lund`.
        BeforeSite = "before-site",
        /// What stands before a time that ends the description of a source.
        BeforeTime = "before-time",
        /// `al` of `al-Sisi`.
        ArabicArticle = "arabic-article",
        /// `son`, `niece`: the younger of two with one surname.
        YoungKin = "young-kin",
        /// `cited by`: tells who heard a source, not who it is.
        Quoted = "quoted",
        /// `to`, `of`: before the place of an office.
        BeforePlace = "before-place",
        /// `vice`, `deputy`: another office than the one whose noun follows.
        SecondRank = "second-rank",
        /// `is`, `became`: a verb before an office.
        Becoming = "becoming",
        /// `elected`, `served as`: goes on towards an office.
        InOffice = "in-office",
        /// `now`, `has`: passed over before an office.
        OfficeAdverb = "office-adverb",
        /// `as`, `speaking`: opens `In her role as mayor, Ada Lund`.
        RoleOpener = "role-opener",
        /// `is`, `teaches`: a verb at the article's foot that tells who wrote it.
        FootVerb = "foot-verb",
        /// `according`, `even`: leads in a source and is no part of it.
        SourceOpener = "source-opener",
        /// `while`, `during`: ends a source's description.
        SourceEnd = "source-end",
        /// `signed`, `by`: tells whose a text is, behind it.
        BehindText = "behind-text",
        /// Bodies whose names say what they are: no other body is `the committee`.
        NamedSo = "named-so",
        /// `reads`, `concludes`: what a text does rather than a body.
        TextVerb = "text-verb",
        /// `person`, `those`: tells who is meant only with its clause.
        Anybody = "anybody",
        /// `most` of `most of whom`.
        Quantifier = "quantifier",
        /// `couple`, `trio`: the last few people together.
        JointNoun = "joint-noun",
        /// `lunch`: who has it with somebody, meets them.
        Meal = "meal",
        /// `succeeds`: the one that is named first came last.
        Succession = "succession",
    }
}

/// One bit for each set.
type Sets = u128;

const _: () = assert!(WordSet::ALL.len() <= Sets::BITS as usize);

/// The files that hold the sets.
const FILES: [List; 4] = [
    List::AttributionWords,
    List::LayoutWords,
    List::ProposalWords,
    List::SpeakerWords,
];

/// Each word with the sets that it is in: one look-up, whatever the set.
static SETS: LazyLock<FxHashMap<&'static str, Sets>> = LazyLock::new(|| {
    let mut sets: FxHashMap<&str, Sets> = FxHashMap::default();
    for (name, words) in FILES.into_iter().flat_map(List::classes) {
        let bit = WordSet::named(name).map_or(0, WordSet::bit);
        for word in words.split_whitespace() {
            *sets.entry(word).or_default() |= bit;
        }
    }
    sets
});

/// Longest ending in a set, in bytes.
const LONGEST_ENDING: usize = 6;

/// The sets that the folded word is in.
fn sets(word: &str) -> Sets {
    SETS.get(word).copied().unwrap_or_default()
}

/// The sets that the noun, or a noun that it may be the plural of, is in.
fn noun_sets(word: &str) -> Sets {
    let mut all = sets(word);
    if let Some(stem) = word.strip_suffix('s') {
        all |= sets(stem);
        if let Some(stem) = stem.strip_suffix('e') {
            all |= sets(stem);
            if let Some(stem) = stem.strip_suffix('i') {
                all |= sets(&format!("{stem}y"));
            }
        }
    }
    all
}

impl WordSet {
    const fn bit(self) -> Sets {
        1 << self as u8
    }

    /// Whether the folded word is in the set.
    pub(crate) fn has(self, word: &str) -> bool {
        sets(word) & self.bit() != 0
    }

    /// Whether the noun, or the noun that it is a plural of, is in the set.
    pub(crate) fn has_noun(self, word: &str) -> bool {
        noun_sets(word) & self.bit() != 0
    }

    /// The first of `all` that the noun, or the noun that it is a plural of, is in: one look-up for all.
    pub(crate) fn first_with_noun<T: Copy>(all: &[(WordSet, T)], word: &str) -> Option<T> {
        let sets = noun_sets(word);
        let with = all.iter().find(|(set, _)| sets & set.bit() != 0)?;
        Some(with.1)
    }

    /// Whether the word has an ending that is in the set.
    pub(crate) fn ends(self, word: &str) -> bool {
        self.endings(word).next().is_some()
    }

    /// The endings of `word` that are in the set, longest first; a word may be an ending as a whole.
    pub(crate) fn endings(self, word: &str) -> impl Iterator<Item = &str> {
        (1..=LONGEST_ENDING)
            .rev()
            .filter_map(|length| word.get(word.len().checked_sub(length)?..))
            .filter(move |ending| self.has(ending))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_set_has_one_line_and_every_line_is_a_set() {
        let lines: Vec<&str> = FILES
            .into_iter()
            .flat_map(List::classes)
            .map(|(name, _)| name)
            .collect();
        let names: BTreeSet<&str> = lines.iter().copied().collect();
        assert_eq!(names.len(), lines.len(), "a set stands on two lines");
        assert_eq!(
            names,
            WordSet::ALL.iter().map(|set| set.name()).collect::<BTreeSet<_>>()
        );
    }

    #[test]
    fn endings_are_found_longest_first() {
        let endings = |word| WordSet::StemEnding.endings(word).collect::<Vec<_>>();
        assert_eq!(endings("renovations"), ["ations", "ions", "s"]);
        assert!(endings("né").is_empty());
        assert!(WordSet::PersonalEnding.ends("moderators"));
    }

    #[test]
    fn a_plural_is_found_by_its_singular() {
        assert!(WordSet::PlanNoun.has_noun("strategies"));
        assert!(!WordSet::PlanNoun.has("strategies"));
    }
}
