//! From the core's values, in bytes, to the file's, in code points.

use super::{
    Addressee, Block, BlockName, By, Certainty, Detail, Details, Document, Edit, Made, Mention, Note,
    Proposal, Quotation, Range, Speaker, Step, Unit, VERSION, Was, Who,
};
use lectern_core::article::{BlockKind, MentionId, ProposalId, QuotationId, Referent, SpeakerId};
use lectern_core::checks::{Check, checks};
use lectern_core::corrections::{Corrected, Origin};
use lectern_core::text::positions::Positions;
use lectern_core::{Article, Span, article};

impl From<&Article> for Document {
    /// Everything but the article's name, which stays empty.
    fn from(article: &Article) -> Self {
        let scale = Scale(Positions::new(&article.source.text));
        let checks = checks(article);
        Document {
            lectern: VERSION,
            unit: Unit::CodePoint,
            made: Made::here(),
            article: String::new(),
            text: article.source.text.clone(),
            edits: article.source.edits.iter().map(|edit| scale.edit(edit)).collect(),
            details: scale.details(&article.details),
            blocks: article.blocks.iter().map(|block| scale.block(block)).collect(),
            speakers: article.speakers.iter().enumerate().map(speaker).collect(),
            mentions: article
                .mentions
                .iter()
                .enumerate()
                .map(|(at, mention)| scale.mention(at, mention))
                .collect(),
            quotations: article
                .quotations
                .iter()
                .zip(checks.quotations)
                .enumerate()
                .map(|(at, (it, check))| scale.quotation(at, it, &article.mentions, check))
                .collect(),
            proposals: article
                .proposals
                .iter()
                .zip(checks.proposals)
                .enumerate()
                .map(|(at, (it, check))| scale.proposal(at, it, check))
                .collect(),
            notes: article.notes.iter().map(|note| scale.note(note)).collect(),
        }
    }
}

impl From<&Corrected> for Document {
    /// Everything but the article's name, which stays empty.
    fn from(corrected: &Corrected) -> Self {
        let mut document = Document::from(&corrected.article);
        let scale = Scale(Positions::new(&corrected.article.source.text));
        for (speaker, origin) in document.speakers.iter_mut().zip(&corrected.speakers) {
            (speaker.by, speaker.was) = scale.origin(origin);
        }
        for (quotation, origin) in document.quotations.iter_mut().zip(&corrected.quotations) {
            (quotation.by, quotation.was) = scale.origin(origin);
            quotation.check = quotation.check.filter(|_| quotation.by == By::Machine);
        }
        for (proposal, origin) in document.proposals.iter_mut().zip(&corrected.proposals) {
            (proposal.by, proposal.was) = scale.origin(origin);
            proposal.check = proposal.check.filter(|_| proposal.by == By::Machine);
        }
        document
    }
}

fn speaker_id(id: SpeakerId) -> String {
    format!("S{}", id.0 + 1)
}

fn mention_id(id: MentionId) -> String {
    format!("M{}", id.0 + 1)
}

fn quotation_id(id: QuotationId) -> String {
    format!("Q{}", id.0 + 1)
}

fn proposal_id(id: ProposalId) -> String {
    format!("P{}", id.0 + 1)
}

fn speaker((at, speaker): (usize, &article::Speaker)) -> Speaker {
    Speaker {
        id: speaker_id(SpeakerId(at as u32)),
        name: speaker.name.clone(),
        role: speaker.role.clone(),
        kind: speaker.kind,
        by: By::Machine,
        was: None,
    }
}

impl From<&Referent> for Who {
    fn from(referent: &Referent) -> Self {
        Who {
            speaker: referent.speaker().map(speaker_id),
            attribution: match referent {
                Referent::Named(_) => Certainty::Named,
                Referent::Resolved(_) => Certainty::Resolved,
                Referent::Ambiguous(_) => Certainty::Ambiguous,
                Referent::None => Certainty::None,
            },
            candidates: referent.candidates().iter().copied().map(speaker_id).collect(),
        }
    }
}

/// Turns the core's values, in bytes, into the file's, in code points.
struct Scale(Positions);

impl Scale {
    fn range(&self, span: Span) -> Range {
        [self.0.code_point(span.start()), self.0.code_point(span.end())]
    }

    fn ranges(&self, spans: &[Span]) -> Vec<Range> {
        spans.iter().map(|span| self.range(*span)).collect()
    }

    fn origin(&self, origin: &Origin) -> (By, Option<Was>) {
        let ranges = |spans: &Option<Vec<Span>>| spans.as_ref().map(|spans| self.ranges(spans));
        let was = origin.was.as_ref().map(|was| Was {
            form: was.form,
            kind: was.kind,
            content: ranges(&was.content),
            items: ranges(&was.items),
            speaker: was.speaker.clone(),
            addressee: ranges(&was.addressee),
            name: was.name.clone(),
        });
        (origin.by, was)
    }

    fn edit(&self, edit: &article::Edit) -> Edit {
        Edit {
            span: self.range(edit.at),
            was: edit.was.clone(),
            kind: edit.kind,
        }
    }

    fn detail(&self, detail: &article::Detail) -> Detail {
        Detail {
            text: detail.text.clone(),
            value: detail.value.clone(),
            span: detail.span.map(|span| self.range(span)),
        }
    }

    fn details(&self, details: &article::Details) -> Details {
        let one = |detail: &Option<article::Detail>| detail.as_ref().map(|detail| self.detail(detail));
        let several =
            |details: &[article::Detail]| details.iter().map(|detail| self.detail(detail)).collect();
        Details {
            title: one(&details.title),
            authors: several(&details.authors),
            outlet: one(&details.outlet),
            section: several(&details.section),
            published: one(&details.published),
            updated: one(&details.updated),
            dateline: one(&details.dateline),
            url: one(&details.url),
            language: one(&details.language),
        }
    }

    fn block(&self, block: &article::Block) -> Block {
        let (kind, reason) = match block.kind {
            BlockKind::Title => (BlockName::Title, None),
            BlockKind::Byline => (BlockName::Byline, None),
            BlockKind::Details => (BlockName::Details, None),
            BlockKind::Heading => (BlockName::Heading, None),
            BlockKind::Paragraph => (BlockName::Paragraph, None),
            BlockKind::Quote => (BlockName::Quote, None),
            BlockKind::ListItem => (BlockName::ListItem, None),
            BlockKind::Caption => (BlockName::Caption, None),
            BlockKind::PullQuote => (BlockName::PullQuote, None),
            BlockKind::Clutter(reason) => (BlockName::Clutter, Some(reason)),
        };
        Block {
            kind,
            span: self.range(block.span),
            content: self.range(block.content),
            level: block.level,
            list: block.list,
            language: block.language,
            reason,
        }
    }

    fn mention(&self, at: usize, mention: &article::Mention) -> Mention {
        let steps = mention.because.iter();
        Mention {
            id: mention_id(MentionId(at as u32)),
            span: self.range(mention.span),
            form: mention.form,
            who: Who::from(&mention.referent),
            because: steps
                .map(|step| Step {
                    mention: step.mention.map(mention_id),
                    rule: step.rule,
                })
                .collect(),
        }
    }

    fn quotation(
        &self,
        at: usize,
        quotation: &article::Quotation,
        mentions: &[article::Mention],
        check: Option<Check>,
    ) -> Quotation {
        let mention = quotation.mention.and_then(|id| mentions.get(id.0 as usize));
        Quotation {
            id: quotation_id(QuotationId(at as u32)),
            form: quotation.form,
            content: self.ranges(&quotation.content),
            cue: quotation.cue.map(|cue| self.range(cue)),
            source: self.ranges(&quotation.source),
            mention: quotation.mention.map(mention_id),
            who: Who::from(mention.map_or(&Referent::None, |mention| &mention.referent)),
            parent: quotation.parent.map(quotation_id),
            verb_class: quotation.verb_class,
            sure: quotation.sure,
            check,
            by: By::Machine,
            was: None,
        }
    }

    fn proposal(&self, at: usize, proposal: &article::Proposal, check: Option<Check>) -> Proposal {
        Proposal {
            id: proposal_id(ProposalId(at as u32)),
            kind: proposal.kind,
            span: self.range(proposal.span),
            items: self.ranges(&proposal.items),
            stated_count: proposal.stated_count,
            who: Who::from(&proposal.proposer),
            addressee: proposal.addressee.map(|addressee| Addressee {
                span: self.range(addressee.span),
                speaker: addressee.speaker.map(speaker_id),
            }),
            trigger: proposal.trigger.map(|trigger| self.range(trigger)),
            quotation: proposal.quotation.map(quotation_id),
            same_as: proposal.same_as.map(proposal_id),
            sure: proposal.sure,
            check,
            by: By::Machine,
            was: None,
        }
    }

    fn note(&self, note: &article::Note) -> Note {
        Note {
            kind: note.kind,
            span: self.range(note.span),
            text: note.kind.text().to_owned(),
        }
    }
}
