//! Corrections at work: marks are added and dropped in place, and put in order at the end.

use super::{Corrected, Correction, Mark, Origin, Whom};
use crate::article::{
    Anchor, Article, Form, MentionId, Proposal, ProposalId, ProposalKind, Quotation, QuotationId, Referent,
    Span, Speaker, SpeakerId, SpeakerKind,
};
use crate::text::order;

/// An article on its way. Ids hold until `Work::finish`; what is dropped keeps its place until then.
pub(super) struct Work {
    pub(super) corrected: Corrected,
    pub(super) dropped_speakers: Vec<SpeakerId>,
    pub(super) dropped_quotations: Vec<QuotationId>,
    pub(super) dropped_proposals: Vec<ProposalId>,
    /// Something was added or has other edges: the order is to be looked at.
    pub(super) is_out_of_order: bool,
}

impl Work {
    pub(super) fn new(corrected: Corrected) -> Self {
        Work {
            corrected,
            dropped_speakers: Vec::new(),
            dropped_quotations: Vec::new(),
            dropped_proposals: Vec::new(),
            is_out_of_order: false,
        }
    }

    /// Nothing, and nothing changed, when what it is about is not found.
    pub(super) fn apply(&mut self, correction: &Correction) -> Option<()> {
        match correction {
            Correction::AddQuotation {
                content,
                form,
                speaker,
            } => self.add_quotation(content, *form, speaker),
            Correction::AddProposal { span, kind, speaker } => self.add_proposal(span, *kind, speaker),
            Correction::Remove(mark) => self.remove(mark),
            Correction::Accept(mark) => self.accept(mark),
            Correction::SetForm { quotation, form } => self.set_form(quotation, *form),
            Correction::SetKind { proposal, kind } => self.set_kind(proposal, *kind),
            Correction::SetContent { quotation, content } => self.set_content(quotation, content),
            Correction::SetSpan {
                proposal,
                span,
                items,
            } => self.set_span(proposal, span, items),
            Correction::SetSpeaker { mark, speaker } => self.set_speaker(mark, speaker),
            Correction::SetAddressee { proposal, addressee } => {
                self.set_addressee(proposal, addressee.as_ref())
            }
            Correction::Rename { speaker, name } => self.rename(speaker, name),
            Correction::SetRole { speaker, role } => {
                let id = self.known(speaker)?;
                self.article().speakers[id.0 as usize].role.clone_from(role);
                self.corrected.speakers[id.0 as usize].touch(|_| ());
                Some(())
            }
            Correction::SetSpeakerKind { speaker, kind } => {
                let id = self.known(speaker)?;
                self.article().speakers[id.0 as usize].kind = *kind;
                self.corrected.speakers[id.0 as usize].touch(|_| ());
                Some(())
            }
            Correction::Merge { speaker, into } => self.merge(speaker, into),
            Correction::SetMention { mention, speaker } => self.set_mention(mention, speaker),
        }
    }

    pub(super) fn article(&mut self) -> &mut Article {
        &mut self.corrected.article
    }

    pub(super) fn place(&self, anchor: &Anchor) -> Option<Span> {
        let place = anchor.find(&self.corrected.article.source.text);
        place.filter(|span| !span.is_empty())
    }

    pub(super) fn places(&self, anchors: &[Anchor]) -> Option<Vec<Span>> {
        let mut spans: Vec<Span> = anchors
            .iter()
            .map(|anchor| self.place(anchor))
            .collect::<Option<_>>()?;
        order::by_key(&mut spans, |span| *span);
        Some(spans)
    }

    pub(super) fn quotation(&self, anchor: &Anchor) -> Option<usize> {
        let span = self.place(anchor)?;
        let is_it = |(at, quotation): (usize, &Quotation)| {
            cover(&quotation.content) == Some(span)
                && !self.dropped_quotations.contains(&QuotationId(at as u32))
        };
        let mut all = self.corrected.article.quotations.iter().enumerate();
        all.position(is_it)
    }

    pub(super) fn proposal(&self, anchor: &Anchor) -> Option<usize> {
        let span = self.place(anchor)?;
        let is_it = |(at, proposal): (usize, &Proposal)| {
            proposal.span == span && !self.dropped_proposals.contains(&ProposalId(at as u32))
        };
        let mut all = self.corrected.article.proposals.iter().enumerate();
        all.position(is_it)
    }

    /// The mention that has this span, else the first one in it (a person selects `the mayor, Ada Lund`), else the
    /// shortest around it (`Lund` in `Mayor Ada Lund`).
    pub(super) fn mention(&self, span: Span) -> Option<MentionId> {
        let mentions = &self.corrected.article.mentions;
        let exact = mentions.iter().position(|mention| mention.span == span);
        let inside = || mentions.iter().position(|mention| span.contains(mention.span));
        let around = || {
            let around = mentions
                .iter()
                .enumerate()
                .filter(|(_, mention)| mention.span.contains(span));
            around
                .min_by_key(|(_, mention)| mention.span.len())
                .map(|(at, _)| at)
        };
        let at = exact.or_else(inside).or_else(around)?;
        Some(MentionId(at as u32))
    }

    /// A speaker who is there.
    pub(super) fn known(&self, whom: &Whom) -> Option<SpeakerId> {
        let article = &self.corrected.article;
        match whom {
            Whom::Mentioned(anchor) => {
                let mention = self.mention(self.place(anchor)?)?;
                article.mention(mention)?.referent.speaker()
            }
            Whom::Called(name) => {
                let ids = (0..article.speakers.len() as u32).map(SpeakerId);
                ids.filter(|id| !self.dropped_speakers.contains(id))
                    .find(|id| article.speakers[id.0 as usize].name == *name)
            }
            Whom::Nobody => None,
        }
    }

    /// Somebody who may be new; nothing when somebody mentioned is not found.
    pub(super) fn referent(&mut self, whom: &Whom) -> Option<Referent> {
        Some(match (self.known(whom), whom) {
            (Some(id), _) => Referent::Named(id),
            (None, Whom::Called(name)) => {
                let id = SpeakerId(self.article().speakers.len() as u32);
                self.article().speakers.push(Speaker {
                    name: name.clone(),
                    role: None,
                    kind: SpeakerKind::Person,
                });
                self.corrected.speakers.push(Origin::person());
                Referent::Named(id)
            }
            (None, Whom::Nobody) => Referent::None,
            (None, Whom::Mentioned(_)) => return None,
        })
    }

    pub(super) fn names(&self, referent: &Referent) -> Vec<String> {
        let ids = referent.speaker().into_iter();
        ids.chain(referent.candidates().iter().copied())
            .filter_map(|id| self.corrected.article.speaker(id))
            .map(|speaker| speaker.name.clone())
            .collect()
    }

    pub(super) fn add_quotation(&mut self, content: &[Anchor], form: Form, speaker: &Whom) -> Option<()> {
        let content = self.places(content)?;
        let whole = cover(&content)?;
        let referent = self.referent(speaker)?;
        let parent = self.article().quotations.iter().position(|other| {
            other.parent.is_none() && other.content.iter().any(|span| span.contains(whole))
        });
        self.article().quotations.push(Quotation {
            form,
            content,
            cue: None,
            source: Vec::new(),
            mention: None,
            parent: parent.map(|at| QuotationId(at as u32)),
            verb_class: None,
            sure: true,
        });
        self.corrected.quotations.push(Origin::person());
        self.is_out_of_order = true;
        let at = self.corrected.article.quotations.len() - 1;
        self.give(at, referent);
        Some(())
    }

    pub(super) fn add_proposal(&mut self, span: &Anchor, kind: ProposalKind, speaker: &Whom) -> Option<()> {
        let span = self.place(span)?;
        let proposer = self.referent(speaker)?;
        let article = self.article();
        let quotation = article
            .quotations
            .iter()
            .position(|quotation| quotation.content.iter().any(|content| content.contains(span)));
        article.proposals.push(Proposal {
            kind,
            span,
            items: Vec::new(),
            stated_count: None,
            proposer,
            addressee: None,
            trigger: None,
            quotation: quotation.map(|at| QuotationId(at as u32)),
            same_as: None,
            sure: true,
        });
        self.corrected.proposals.push(Origin::person());
        self.is_out_of_order = true;
        Some(())
    }

    pub(super) fn remove(&mut self, mark: &Mark) -> Option<()> {
        match mark {
            Mark::Quotation(anchor) => {
                let id = QuotationId(self.quotation(anchor)? as u32);
                self.dropped_quotations.push(id);
            }
            Mark::Proposal(anchor) => {
                let id = ProposalId(self.proposal(anchor)? as u32);
                self.dropped_proposals.push(id);
            }
        }
        Some(())
    }

    pub(super) fn accept(&mut self, mark: &Mark) -> Option<()> {
        match mark {
            Mark::Quotation(anchor) => {
                let at = self.quotation(anchor)?;
                self.corrected.article.quotations[at].sure = true;
                self.corrected.quotations[at].touch(|_| ());
            }
            Mark::Proposal(anchor) => {
                let at = self.proposal(anchor)?;
                self.corrected.article.proposals[at].sure = true;
                self.corrected.proposals[at].touch(|_| ());
            }
        }
        Some(())
    }

    pub(super) fn set_form(&mut self, quotation: &Anchor, form: Form) -> Option<()> {
        let at = self.quotation(quotation)?;
        let before = std::mem::replace(&mut self.corrected.article.quotations[at].form, form);
        self.corrected.quotations[at].touch(|was| {
            was.form.get_or_insert(before);
        });
        Some(())
    }

    pub(super) fn set_kind(&mut self, proposal: &Anchor, kind: ProposalKind) -> Option<()> {
        let at = self.proposal(proposal)?;
        let before = std::mem::replace(&mut self.corrected.article.proposals[at].kind, kind);
        self.corrected.proposals[at].touch(|was| {
            was.kind.get_or_insert(before);
        });
        Some(())
    }

    pub(super) fn set_content(&mut self, quotation: &Anchor, content: &[Anchor]) -> Option<()> {
        let at = self.quotation(quotation)?;
        let content = self.places(content)?;
        cover(&content)?;
        self.is_out_of_order = true;
        let before = std::mem::replace(&mut self.corrected.article.quotations[at].content, content);
        self.corrected.quotations[at].touch(|was| {
            was.content.get_or_insert(before);
        });
        Some(())
    }

    pub(super) fn set_span(&mut self, proposal: &Anchor, span: &Anchor, items: &[Anchor]) -> Option<()> {
        let at = self.proposal(proposal)?;
        let span = self.place(span)?;
        let mut items = self.places(items)?;
        items.retain(|item| span.contains(*item));
        self.is_out_of_order = true;
        let proposal = &mut self.corrected.article.proposals[at];
        let span_before = std::mem::replace(&mut proposal.span, span);
        let items_before = std::mem::replace(&mut proposal.items, items);
        self.corrected.proposals[at].touch(|was| {
            was.content.get_or_insert(vec![span_before]);
            was.items.get_or_insert(items_before);
        });
        Some(())
    }
}

pub(super) fn cover(spans: &[Span]) -> Option<Span> {
    spans
        .iter()
        .copied()
        .reduce(Span::cover)
        .filter(|span| !span.is_empty())
}
