//! The tokens of an article as this stage looks at them: classes, quotations and mentions at hand.

use crate::article::{BlockKind, QuotationId, Referent, Span};
use crate::lexicon::{self, VerbForm, WordClass};
use crate::prepared::Prepared;
use crate::speakers::Cast;
use crate::text::order;
use crate::tokens::{Quoted, TokenView, Tokens};
use rustc_hash::FxHashMap;
use std::ops::{Deref, Range};

/// Fewer words than this between marks are a title, a nickname or a borrowed word, not somebody speaking.
const SPEECH_WORDS: usize = 4;

/// So many of the author's own `we` and so many of their `must` make an opinion text.
const OPINION_WE: usize = 3;
const OPINION_MUST: usize = 2;
/// News reports what somebody says more often than once in so many words.
const NEWS_WORDS: usize = 250;
/// And says what must be done less often than once in so many.
const RARE_MUST: usize = 400;
/// Whoever tells of themself, or says what must be done once in so many words, reports less often than once in so many others.
const REPORT_WORDS: usize = 130;
/// Advice speaks to the reader, as `you`, more often than once in so many words.
const ADVICE_YOU: usize = 80;
/// Who argues speaks of `we` at least once for so many times of `you`.
const YOU_FOR_WE: usize = 2;
/// Where somebody is quoted less often than once in so many words, the text reports on something else than what is proposed.
const QUIET: usize = 55;
/// Shorter texts are no measure of that.
const LEAST_QUIET: usize = 170;

/// All that the rules of this stage look at.
pub(crate) struct View<'a> {
    view: TokenView<'a>,
    pub(crate) prepared: &'a Prepared,
    pub(crate) cast: &'a Cast,
    /// Whether the article's own author argues: what stands outside quotations counts as said.
    pub(crate) opinion: bool,
    /// Whether the article advises its reader: only what somebody says between marks is proposed there.
    pub(crate) advises: bool,
    /// Whether it quotes hardly anybody: nothing is proposed there by nobody.
    pub(crate) quiet: bool,
    /// Who argues there; nobody in a text that is no opinion.
    author: Referent,
    /// Who signs parts of it, each with the token that the signature begins at.
    signatures: Vec<(usize, Referent)>,
    /// For each token, the quotation whose cue holds it.
    cued: Vec<Option<QuotationId>>,
    /// For each token, the innermost quotation whose content holds it.
    said_in: Vec<Option<QuotationId>>,
    /// For each token, the innermost stretch between marks that holds it and is long enough to be speech.
    marked: Vec<Option<u32>>,
    /// By where it ends, the last stretch between marks that ends there.
    quoted_to: FxHashMap<u32, u32>,
}

impl<'a> Deref for View<'a> {
    type Target = TokenView<'a>;

    fn deref(&self) -> &TokenView<'a> {
        &self.view
    }
}

impl<'a> View<'a> {
    pub(crate) fn new(prepared: &'a Prepared, cast: &'a Cast) -> Self {
        let tokens = &prepared.tokens;
        let mut view = View {
            view: TokenView::new(&prepared.source.text, tokens),
            prepared,
            cast,
            opinion: false,
            advises: false,
            quiet: false,
            author: Referent::None,
            signatures: Vec::new(),
            cued: vec![None; tokens.list.len()],
            said_in: vec![None; tokens.list.len()],
            marked: vec![None; tokens.list.len()],
            quoted_to: FxHashMap::default(),
        };
        // outer stretches first, so that inner ones stand last
        let mut contents: Vec<(Span, QuotationId)> = Vec::new();
        for (index, quotation) in cast.quotations.iter().enumerate() {
            contents.extend(
                quotation
                    .content
                    .iter()
                    .map(|&span| (span, QuotationId(index as u32))),
            );
        }
        order::by_key(&mut contents, |(span, _)| std::cmp::Reverse(span.len()));
        for (index, quotation) in cast.quotations.iter().enumerate() {
            for at in quotation
                .cue
                .map_or(0..0, |cue| tokens.within(cue))
                .take(LONGEST_CUE)
            {
                view.cued[at] = Some(QuotationId(index as u32));
            }
        }
        for (span, id) in bounded(&contents, tokens) {
            view.said_in[tokens.within(span)].fill(Some(id));
        }
        for (index, quoted) in tokens.quoted.iter().enumerate() {
            view.quoted_to.insert(quoted.span.end(), index as u32);
            let range = tokens.within(quoted.span);
            let words = range.clone().filter(|&at| view.is_word(at)).count();
            if words >= SPEECH_WORDS || words > 1 && view.closes_like_speech(&range) {
                view.marked[range].fill(Some(index as u32));
            }
        }
        view.set_tone();
        view
    }

    /// `“Open the gates,”`: a sign before the closing mark.
    fn closes_like_speech(&self, range: &Range<usize>) -> bool {
        let last = range.end.saturating_sub(2).max(range.start);
        matches!(self.raw(last), "," | "." | "!" | "?" | "…")
    }

    /// Whether the text outside quotations speaks of `we` and says what must be done, more than once each; whether it
    /// speaks to the reader, who is advised rather than asked to agree.
    fn set_tone(&mut self) {
        let own = (0..self.len()).filter(|&at| self.marked(at).is_none() && self.said_in(at).is_none());
        let (mut we, mut must, mut said, mut you, mut me) = (0, 0, 0, 0, 0);
        for at in own {
            let form = self.form(at);
            we += usize::from(matches!(form, "we" | "our" | "us"));
            me += usize::from(matches!(form, "i" | "my" | "me"));
            you += usize::from(matches!(form, "you" | "your"));
            must += usize::from(
                matches!(form, "must" | "should" | "ought")
                    || matches!(form, "needs" | "need") && self.form(at + 1) == "to",
            );
            said += usize::from(matches!(form, "said" | "says" | "told" | "added"));
        }
        let advises = you * ADVICE_YOU > self.len();
        self.opinion = must >= OPINION_MUST
            && !(advises && you > YOU_FOR_WE * (we + me))
            && (we >= OPINION_WE
                || said * NEWS_WORDS < self.len() && must * RARE_MUST > self.len()
                || me > 2 * OPINION_WE && said * REPORT_WORDS < self.len());
        let rarely = self.cast.quotations.len() * QUIET < self.len();
        let reports = !self.opinion && self.len() >= LEAST_QUIET;
        self.advises = reports && advises;
        self.quiet = reports && rarely;
    }

    pub(crate) fn set_author(&mut self, author: Referent, signatures: Vec<(usize, Referent)>) {
        self.author = author;
        self.signatures = signatures;
    }

    /// Who argues at the token, in an opinion text: who signs next, else its author.
    pub(crate) fn arguing(&self, at: usize) -> &Referent {
        let next = self.signatures.partition_point(|(start, _)| *start < at);
        self.signatures.get(next).map_or(&self.author, |(_, who)| who)
    }

    /// The quotation whose cue holds the token.
    pub(crate) fn cued(&self, at: usize) -> Option<QuotationId> {
        self.cued.get(at).copied().flatten()
    }

    pub(crate) fn said_in(&self, at: usize) -> Option<QuotationId> {
        self.said_in.get(at).copied().flatten()
    }

    /// The stretch between marks that holds the token, if somebody speaks there.
    pub(crate) fn marked(&self, at: usize) -> Option<u32> {
        self.marked.get(at).copied().flatten()
    }

    /// The last stretch between marks that the mark at `mark` opens or closes.
    pub(crate) fn last_quoted_by(&self, mark: Span) -> Option<&'a Quoted> {
        let quoted = &self.tokens.quoted;
        let after = quoted.partition_point(|quoted| quoted.span.start() <= mark.start());
        let opened = after
            .checked_sub(1)
            .filter(|&at| quoted[at].span.start() == mark.start());
        let closed = self.quoted_to.get(&mark.end()).map(|&at| at as usize);
        quoted.get(opened.max(closed)?)
    }

    /// The tokens of the sentence numbered `number`.
    pub(crate) fn nth_sentence(&self, number: usize) -> Option<Range<usize>> {
        self.tokens
            .sentences
            .get(number)
            .map(|sentence| sentence.first as usize..sentence.end as usize)
    }

    pub(crate) fn block_kind(&self, at: usize) -> Option<BlockKind> {
        let block = self.sentence(at)?.block;
        self.prepared.blocks.get(block as usize).map(|block| block.kind)
    }

    /// Whether the token stands in a headline.
    pub(crate) fn in_headline(&self, at: usize) -> bool {
        matches!(self.block_kind(at), Some(BlockKind::Title | BlockKind::Heading))
    }

    /// Whether nearly every longer word around the token has a capital.
    pub(crate) fn in_headline_shape(&self, at: usize) -> bool {
        self.in_headline(at) || self.sentence(at).is_some_and(|sentence| sentence.headline)
    }

    /// Whether a finite verb stands in the range, after a subject.
    pub(crate) fn is_clause(&self, start: usize, end: usize) -> bool {
        (start + 1..end).any(|at| match self.class(at) {
            WordClass::Modal => true,
            WordClass::Auxiliary => {
                self.is_finite(at)
                    && !matches!(self.class(at - 1), WordClass::InfinitiveTo | WordClass::Modal)
            }
            WordClass::VerbPresent => self.verb(at).is_none_or(|verb| !verb.noun),
            _ => false,
        })
    }

    /// The bytes of a range of tokens.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        self.view.span(range.clone())
    }

    /// The first token from `at` on, before `end`, that is neither an adverb nor `not`.
    pub(crate) fn past_adverbs(&self, mut at: usize, end: usize) -> usize {
        while at < end
            && (matches!(self.class(at), WordClass::Adverb | WordClass::Negation)
                || matches!(self.form(at), "first" | "next") && self.is_base(at + 1))
        {
            at += 1;
        }
        at
    }

    /// The first of the adverbs that stand before `at`, not before `floor`.
    pub(crate) fn past_adverbs_back(&self, at: usize, floor: usize) -> usize {
        (floor..at)
            .rev()
            .take_while(|&at| self.class(at) == WordClass::Adverb)
            .last()
            .unwrap_or(at)
    }

    /// Whether a base form that can govern an action stands at `at`; of `force-feed` the last part counts.
    pub(crate) fn is_base(&self, at: usize) -> bool {
        let form = self.form(at);
        let base = |verb: VerbForm| verb.forms.base;
        let last_part = || form.rsplit_once('-').and_then(|(_, last)| lexicon::verb(last));
        self.class(at) == WordClass::VerbBase
            || self.is_word(at)
                && (matches!(form, "be" | "have" | "do")
                    || self.verb(at).is_some_and(base)
                    || last_part().is_some_and(base))
    }

    /// Whether `to` with a verb after it stands at `at`, opening marks passed over.
    pub(crate) fn is_infinitive(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.is_mark(at + 1));
        self.form(at) == "to" && (self.class(at) == WordClass::InfinitiveTo || self.is_action(next))
    }

    /// Whether a base form, or an unknown word used as one (`defrost the pipes`), stands at `at`, adverbs passed over.
    pub(crate) fn is_action(&self, at: usize) -> bool {
        let head = self.past_adverbs(at, self.len().min(at + 4));
        let unknown = self.class(head) == WordClass::Noun
            && self.verb(head).is_none()
            && (matches!(
                self.class(head + 1),
                WordClass::Determiner | WordClass::Possessive
            ) || matches!(self.form(head + 1), "off" | "up" | "out" | "down"));
        self.is_base(head) || unknown
    }

    /// Whether a gerund stands at `at`.
    pub(crate) fn is_gerund(&self, at: usize) -> bool {
        match self.verb(at) {
            Some(verb) => verb.forms.gerund,
            None => {
                self.class(at) == WordClass::VerbGerund
                    || matches!(self.form(at), "doing" | "having" | "being")
            }
        }
    }

    /// Whether a verb in a finite or past form stands at `at`.
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        match self.class(at) {
            WordClass::VerbPresent | WordClass::VerbPast | WordClass::Modal => true,
            WordClass::Auxiliary => !lexicon::is_nonfinite_auxiliary(self.form(at)),
            _ => false,
        }
    }

    /// Whether the word at `at` can be a finite verb by its form.
    pub(crate) fn is_finite_form(&self, at: usize) -> bool {
        self.verb(at)
            .is_some_and(|verb| verb.forms.past || verb.forms.present || verb.forms.base)
    }

    /// Whether the word at `at` can stand inside a noun phrase.
    pub(crate) fn is_within_phrase(&self, at: usize) -> bool {
        matches!(
            self.class(at),
            WordClass::Determiner
                | WordClass::Possessive
                | WordClass::Noun
                | WordClass::Name
                | WordClass::Adjective
                | WordClass::Number
                | WordClass::PossessiveClitic
        )
    }

    /// Whether a noun phrase can begin at `at`.
    pub(crate) fn begins_phrase(&self, at: usize) -> bool {
        if self.form(at) == "such" && self.form(at + 1) == "as" {
            return false;
        }
        match self.class(at) {
            WordClass::Determiner
            | WordClass::Possessive
            | WordClass::Noun
            | WordClass::Name
            | WordClass::Adjective
            | WordClass::Number => true,
            WordClass::Sign => {
                matches!(self.raw(at), "$" | "£" | "€" | "¥" | "₹")
                    || self.is_mark(at) && self.begins_phrase_inside(at)
            }
            WordClass::VerbPast => {
                matches!(self.class(at + 1), WordClass::Noun | WordClass::Adjective)
                    || self.verb(at).is_some_and(|verb| verb.noun) && self.is_infinitive(at + 1)
            }
            _ => false,
        }
    }

    fn begins_phrase_inside(&self, mark: usize) -> bool {
        mark + 1 < self.len() && !self.is_mark(mark + 1) && self.begins_phrase(mark + 1)
    }
}

/// Cues are short; more of one is not looked at.
const LONGEST_CUE: usize = 32;
/// Contents that overlap without end are no article: each token is filled at most this often on average.
const FILLS: usize = 16;

/// As many of `contents` as keep the work linear in the text.
fn bounded(contents: &[(Span, QuotationId)], tokens: &Tokens) -> Vec<(Span, QuotationId)> {
    let mut left = tokens.list.len() * FILLS;
    let mut kept = Vec::new();
    for &(span, id) in contents {
        let size = tokens.within(span).len();
        if size > left {
            break;
        }
        left -= size;
        kept.push((span, id));
    }
    kept
}
