//! Corrections about who: speakers, their names, and whom mentions and proposals mean.

use super::work::Work;
use super::{Mark, Whom};
use crate::article::{Addressee, Anchor, Mention, MentionForm, MentionId, Referent, Span, SpeakerId};

impl Work {
    pub(super) fn set_speaker(&mut self, mark: &Mark, speaker: &Whom) -> Option<()> {
        match mark {
            Mark::Quotation(anchor) => {
                let at = self.quotation(anchor)?;
                let before = self
                    .corrected
                    .article
                    .referent(&self.corrected.article.quotations[at]);
                let before = self.names(before);
                let referent = self.referent(speaker)?;
                self.give(at, referent);
                self.corrected.quotations[at].touch(|was| {
                    was.speaker.get_or_insert(before);
                });
            }
            Mark::Proposal(anchor) => {
                let at = self.proposal(anchor)?;
                let before = self.names(&self.corrected.article.proposals[at].proposer);
                self.corrected.article.proposals[at].proposer = self.referent(speaker)?;
                self.corrected.proposals[at].touch(|was| {
                    was.speaker.get_or_insert(before);
                });
            }
        }
        Some(())
    }

    /// Lets quotation `at` be `referent`'s: by the mention in its own source where it has one, since then all that
    /// shares it follows; otherwise by the mention where that speaker was last named.
    pub(super) fn give(&mut self, at: usize, referent: Referent) {
        let quotation = &self.corrected.article.quotations[at];
        let own = quotation.mention.filter(|id| {
            let mention = self.corrected.article.mention(*id);
            mention.is_some_and(|mention| {
                quotation
                    .source
                    .iter()
                    .any(|source| source.overlaps(mention.span))
            })
        });
        match (own, referent.speaker()) {
            (Some(id), _) => {
                let mention = &mut self.article().mentions[id.0 as usize];
                mention.referent = referent;
                mention.because.clear();
            }
            (None, Some(speaker)) => {
                let mention = self.last_named(speaker, at);
                self.article().quotations[at].mention = Some(mention);
            }
            (None, None) => self.article().quotations[at].mention = None,
        }
    }

    /// The mention by which `speaker` was last named before quotation `at`, or is named at all. Where the text has none,
    /// the words of the name become one, or else those of the quotation.
    pub(super) fn last_named(&mut self, speaker: SpeakerId, at: usize) -> MentionId {
        let article = &self.corrected.article;
        let Some(whole) = article.quotations[at].content.first().copied() else {
            return MentionId(0);
        };
        let theirs = |mention: &&(usize, &Mention)| mention.1.referent.speaker() == Some(speaker);
        let is_before = |mention: &(usize, &Mention)| mention.1.span.start() < whole.start();
        let mut mentions = article.mentions.iter().enumerate().filter(|one| theirs(&one));
        let first = mentions.clone().next();
        if let Some((id, _)) = mentions.rfind(is_before).or(first) {
            return MentionId(id as u32);
        }
        let text = &article.source.text;
        let name = article
            .speaker(speaker)
            .map_or("", |speaker| speaker.name.as_str());
        let before = text.get(..whole.range().start).unwrap_or("");
        let place = before.rfind(name).or_else(|| text.find(name));
        let span = match place {
            Some(start) if !name.is_empty() => Span::of(start..start + name.len()),
            _ => whole,
        };
        let id = MentionId(article.mentions.len() as u32);
        self.is_out_of_order = true;
        self.article().mentions.push(Mention {
            span,
            form: MentionForm::Name,
            referent: Referent::Named(speaker),
            because: Vec::new(),
        });
        id
    }

    pub(super) fn set_addressee(&mut self, proposal: &Anchor, addressee: Option<&Anchor>) -> Option<()> {
        let at = self.proposal(proposal)?;
        let span = match addressee {
            Some(anchor) => Some(self.place(anchor)?),
            None => None,
        };
        let new = span.map(|span| Addressee {
            span,
            speaker: self
                .mention(span)
                .and_then(|id| self.corrected.article.mention(id))
                .and_then(|mention| mention.referent.speaker()),
        });
        let before = std::mem::replace(&mut self.corrected.article.proposals[at].addressee, new);
        self.corrected.proposals[at].touch(|was| {
            let spans = || before.iter().map(|addressee| addressee.span).collect();
            was.addressee.get_or_insert_with(spans);
        });
        Some(())
    }

    pub(super) fn rename(&mut self, speaker: &Whom, name: &str) -> Option<()> {
        let at = self.known(speaker)?.0 as usize;
        let before = std::mem::replace(&mut self.corrected.article.speakers[at].name, name.to_owned());
        self.corrected.speakers[at].touch(|was| {
            was.name.get_or_insert(before);
        });
        Some(())
    }

    pub(super) fn merge(&mut self, speaker: &Whom, into: &Whom) -> Option<()> {
        let (from, to) = (self.known(speaker)?, self.known(into)?);
        if from == to {
            return Some(());
        }
        self.change_referents(&|id| Some(if id == from { to } else { id }));
        for mention in &mut self.article().mentions {
            settle(&mut mention.referent);
        }
        for proposal in &mut self.article().proposals {
            settle(&mut proposal.proposer);
        }
        self.dropped_speakers.push(from);
        self.corrected.speakers[to.0 as usize].touch(|_| ());
        Some(())
    }

    pub(super) fn set_mention(&mut self, mention: &Anchor, speaker: &Whom) -> Option<()> {
        let span = self.place(mention)?;
        let referent = self.referent(speaker)?;
        self.is_out_of_order = true;
        if let Some(id) = self.mention(span) {
            let mention = &mut self.article().mentions[id.0 as usize];
            mention.referent = referent;
            mention.because.clear();
        } else {
            self.article().mentions.push(Mention {
                span,
                form: MentionForm::Name,
                referent,
                because: Vec::new(),
            });
        }
        Some(())
    }

    /// Puts other speakers in place wherever somebody is meant.
    pub(super) fn change_referents(&mut self, change: &dyn Fn(SpeakerId) -> Option<SpeakerId>) {
        let article = self.article();
        for mention in &mut article.mentions {
            mention.referent.map(change);
        }
        for proposal in &mut article.proposals {
            proposal.proposer.map(change);
            if let Some(addressee) = &mut proposal.addressee {
                addressee.speaker = addressee.speaker.and_then(change);
            }
        }
    }
}

/// Two candidates who turned out to be the same are one, and one candidate is no doubt.
fn settle(referent: &mut Referent) {
    if let Referent::Ambiguous(candidates) = referent {
        let mut seen = Vec::new();
        candidates.retain(|id| {
            let is_new = !seen.contains(id);
            seen.push(*id);
            is_new
        });
        if let [one] = candidates[..] {
            *referent = Referent::Resolved(one);
        }
    }
}
