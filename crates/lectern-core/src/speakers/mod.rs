//! Stage 6: who each source is.

mod continued;
mod entities;
mod index;
mod mentions;
mod output;
mod resolve;
mod view;
mod words;

use crate::article::{
    Mention, MentionForm, MentionId, Quotation, Referent, Span, Speaker, SpeakerId, SpeakerKind,
};
use crate::prepared::Prepared;
use crate::text::case::lower;
use crate::text::order;
use entities::evidence;
use entities::register::Register;
use mentions::{detect, names};
use resolve::Resolver;
use rustc_hash::{FxHashMap, FxHashSet};
use view::View;

/// What this stage gives.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Where they are named, described or meant, in text order.
    pub mentions: Vec<Mention>,
    /// The quotations, each with its mention.
    pub quotations: Vec<Quotation>,
    /// Who speaks where nobody is quoted, should the text be openly opinion.
    pub author: Option<SpeakerId>,
}

/// The name of an author whom no byline and no foot line names.
const AUTHOR: &str = "the author";

impl Cast {
    /// Drops the speakers outside `needed`, with their mentions, and gives the new place of each kept one.
    ///
    /// Everybody named is a speaker at first, so that later stages can tie proposers and addressees to them;
    /// an article's reader wants only those who say, propose or are asked something.
    pub(crate) fn keep(&mut self, needed: &FxHashSet<SpeakerId>) -> FxHashMap<SpeakerId, SpeakerId> {
        let mut kept = FxHashMap::default();
        let mut at = 0;
        self.speakers.retain(|_| {
            let id = SpeakerId(at);
            at += 1;
            let keep = needed.contains(&id);
            if keep {
                kept.insert(id, SpeakerId(kept.len() as u32));
            }
            keep
        });
        let spoken: FxHashSet<MentionId> = self
            .quotations
            .iter()
            .filter_map(|quotation| quotation.mention)
            .collect();
        let mut places: FxHashMap<MentionId, MentionId> = FxHashMap::default();
        let mentions = std::mem::take(&mut self.mentions);
        for (at, mut mention) in mentions.into_iter().enumerate() {
            let id = MentionId(at as u32);
            let known = match &mention.referent {
                Referent::Ambiguous(candidates) => candidates.iter().all(|one| kept.contains_key(one)),
                one => one.speaker().is_some_and(|speaker| kept.contains_key(&speaker)),
            };
            if known || spoken.contains(&id) {
                mention.referent.map(|speaker| kept.get(&speaker).copied());
                places.insert(id, MentionId(self.mentions.len() as u32));
                self.mentions.push(mention);
            }
        }
        for mention in &mut self.mentions {
            for step in &mut mention.because {
                step.mention = step.mention.and_then(|mention| places.get(&mention).copied());
            }
        }
        for quotation in &mut self.quotations {
            quotation.mention = quotation
                .mention
                .and_then(|mention| places.get(&mention).copied());
        }
        self.author = self.author.and_then(|author| kept.get(&author).copied());
        kept
    }
}

impl Cast {
    /// Adds speakers who are described once and say nothing, with a mention each; one description is one speaker.
    /// Gives the place of each.
    pub(crate) fn introduce(&mut self, described: Vec<(Speaker, Span)>) -> Vec<SpeakerId> {
        let before = self.mentions.len();
        let mut known: FxHashMap<String, SpeakerId> = FxHashMap::default();
        let mut ids = Vec::new();
        for (speaker, span) in described {
            let next = SpeakerId(self.speakers.len() as u32);
            let id = *known.entry(lower(&speaker.name)).or_insert(next);
            if id == next {
                self.speakers.push(speaker);
            }
            ids.push(id);
            self.mentions.push(Mention {
                span,
                form: MentionForm::Description,
                referent: Referent::Named(id),
                because: Vec::new(),
            });
        }
        if self.mentions.len() == before {
            return ids;
        }
        // the mentions stay in text order, so all that point at them follow
        let mut order: Vec<usize> = (0..self.mentions.len()).collect();
        order::by_key(&mut order, |&at| (self.mentions[at].span.start(), at));
        let mut places = vec![0u32; order.len()];
        for (place, &at) in order.iter().enumerate() {
            places[at] = place as u32;
        }
        let follow = |mention: MentionId| MentionId(places[mention.0 as usize]);
        let mut mentions: Vec<Option<Mention>> =
            std::mem::take(&mut self.mentions).into_iter().map(Some).collect();
        self.mentions = order.iter().filter_map(|&at| mentions[at].take()).collect();
        for step in self.mentions.iter_mut().flat_map(|mention| &mut mention.because) {
            step.mention = step.mention.map(follow);
        }
        for quotation in &mut self.quotations {
            quotation.mention = quotation.mention.map(follow);
        }
        ids
    }
}

/// The place of the article's author among `speakers`, appended where the text does not speak of them.
fn place_author(byline: Option<&str>, speakers: &mut Vec<Speaker>) -> SpeakerId {
    let named = |speaker: &Speaker| match byline {
        Some(name) => !speaker.name.is_empty() && name.contains(&speaker.name),
        None => speaker.name == "author" || speaker.name == AUTHOR,
    };
    let at = speakers.iter().position(named).unwrap_or_else(|| {
        speakers.push(Speaker {
            name: byline.unwrap_or(AUTHOR).to_owned(),
            role: None,
            kind: if byline.is_some() {
                SpeakerKind::Person
            } else {
                SpeakerKind::Unnamed
            },
        });
        speakers.len() - 1
    });
    SpeakerId(at as u32)
}

/// Finds the speakers of the quotations and all their mentions.
#[must_use]
pub fn identify(prepared: &Prepared, mut quotations: Vec<Quotation>) -> Cast {
    let view = View::new(prepared);
    let mut names = names::find(view);
    names::trim_known(view, &mut names);
    let (mut register, mut named) = Register::build(view, &names);
    let known = register.known_parts();
    let known: FxHashSet<&str> = known.iter().map(String::as_str).collect();
    let further = names::find_known(view, &names, &known);
    if !further.is_empty() {
        names.extend(further);
        order::by_key(&mut names, |name| name.whole.start);
        (register, named) = Register::build(view, &names);
    }
    // from here on, words that name nobody are words like any other
    let (names, named): (Vec<_>, Vec<_>) = names
        .into_iter()
        .zip(named)
        .filter(|(_, named)| named.is_some())
        .unzip();
    let families = register.families(view, &names);
    let events = detect::candidates(view, &names, &named, &families, &quotations);
    evidence::gather(view, &mut register, &events);
    let author = prepared
        .details
        .authors
        .first()
        .map(|author| author.value.clone());
    let mut resolver = Resolver::new(view, register, &events, &quotations, author.clone());
    let mut drafts = resolver.run();
    continued::fill(view, &resolver, &events, &quotations, &mut drafts);
    let (mut speakers, mentions, of_quotation, writer) = output::write(view, &resolver, &drafts);
    for (quotation, mention) in quotations.iter_mut().zip(of_quotation) {
        quotation.mention = mention;
    }
    let author = writer.unwrap_or_else(|| place_author(author.as_deref(), &mut speakers));
    Cast {
        speakers,
        mentions,
        quotations,
        author: Some(author),
    }
}
