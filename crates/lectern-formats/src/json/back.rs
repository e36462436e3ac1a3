//! From the file's values, in code points, back to the core's, in bytes.

use super::BlockName;
use super::{By, Certainty, Detail, Details, Document, Range, Was, Who};
use lectern_core::Article;
use lectern_core::article::{
    self, Addressee, Block, BlockKind, ClutterReason, Edit, Mention, MentionId, Note, Proposal, ProposalId,
    Quotation, QuotationId, Referent, Source, Span, Speaker, SpeakerId, Step,
};
use lectern_core::corrections::{self, Corrected, Origin};
use lectern_core::text::positions::Positions;
use lectern_core::tokens;
use std::collections::HashMap;

impl From<&Document> for Corrected {
    /// Positions beyond the end of the text are at its end, and ids that nothing has are nothing: a document from
    /// elsewhere can be wrong about anything but the text. [`Document::mend`] puts the rest right.
    fn from(document: &Document) -> Self {
        let scale = Scale::new(document);
        Corrected {
            article: scale.article(),
            speakers: origins(document.speakers.iter().map(|it| (it.by, &it.was)), &scale),
            quotations: origins(document.quotations.iter().map(|it| (it.by, &it.was)), &scale),
            proposals: origins(document.proposals.iter().map(|it| (it.by, &it.was)), &scale),
            missing: Vec::new(),
        }
    }
}

fn origins<'a>(marks: impl Iterator<Item = (By, &'a Option<Was>)>, scale: &Scale<'_>) -> Vec<Origin> {
    marks
        .map(|(by, was)| Origin {
            by,
            was: was.as_ref().map(|was| scale.was(was)),
        })
        .collect()
}

/// The place of each id in a list; of one that is there twice, the first.
fn places<'a>(ids: impl DoubleEndedIterator<Item = &'a String> + ExactSizeIterator) -> HashMap<&'a str, u32> {
    let numbered = ids.enumerate().rev();
    numbered.map(|(at, id)| (id.as_str(), at as u32)).collect()
}

struct Scale<'a> {
    positions: Positions,
    /// Code points of the text.
    length: u32,
    speakers: HashMap<&'a str, u32>,
    mentions: HashMap<&'a str, u32>,
    quotations: HashMap<&'a str, u32>,
    proposals: HashMap<&'a str, u32>,
    document: &'a Document,
}

impl<'a> Scale<'a> {
    fn new(document: &'a Document) -> Self {
        Scale {
            positions: Positions::new(&document.text),
            length: document.text.chars().count() as u32,
            speakers: places(document.speakers.iter().map(|it| &it.id)),
            mentions: places(document.mentions.iter().map(|it| &it.id)),
            quotations: places(document.quotations.iter().map(|it| &it.id)),
            proposals: places(document.proposals.iter().map(|it| &it.id)),
            document,
        }
    }
}

impl Scale<'_> {
    fn span(&self, [start, end]: Range) -> Span {
        let byte = |at: u32| self.positions.byte_of_code_point(at.min(self.length));
        Span::new(byte(start), byte(end))
    }

    fn spans(&self, ranges: &[Range]) -> Vec<Span> {
        ranges.iter().map(|range| self.span(*range)).collect()
    }

    fn speaker(&self, id: &str) -> Option<SpeakerId> {
        self.speakers.get(id).copied().map(SpeakerId)
    }

    fn mention(&self, id: &str) -> Option<MentionId> {
        self.mentions.get(id).copied().map(MentionId)
    }

    fn quotation(&self, id: &str) -> Option<QuotationId> {
        self.quotations.get(id).copied().map(QuotationId)
    }

    fn proposal(&self, id: &str) -> Option<ProposalId> {
        self.proposals.get(id).copied().map(ProposalId)
    }

    fn referent(&self, who: &Who) -> Referent {
        let speaker = who.speaker.as_ref().and_then(|id| self.speaker(id));
        match (who.attribution, speaker) {
            (Certainty::Named, Some(id)) => Referent::Named(id),
            (Certainty::Resolved, Some(id)) => Referent::Resolved(id),
            (Certainty::Ambiguous, _) => {
                Referent::Ambiguous(who.candidates.iter().filter_map(|id| self.speaker(id)).collect())
            }
            _ => Referent::None,
        }
    }

    fn was(&self, was: &Was) -> corrections::Was {
        corrections::Was {
            form: was.form,
            kind: was.kind,
            content: was.content.as_ref().map(|ranges| self.spans(ranges)),
            items: was.items.as_ref().map(|ranges| self.spans(ranges)),
            speaker: was.speaker.clone(),
            addressee: was.addressee.as_ref().map(|ranges| self.spans(ranges)),
            name: was.name.clone(),
        }
    }

    fn article(&self) -> Article {
        let document = self.document;
        let blocks: Vec<Block> = document.blocks.iter().map(|block| self.block(block)).collect();
        let (tokens, _) = tokens::tokenize(&document.text, &blocks);
        Article {
            source: Source {
                text: document.text.clone(),
                edits: document
                    .edits
                    .iter()
                    .map(|edit| Edit {
                        at: self.span(edit.span),
                        was: edit.was.clone(),
                        kind: edit.kind,
                    })
                    .collect(),
            },
            blocks,
            sentences: tokens.sentences.iter().map(|sentence| sentence.span).collect(),
            details: self.details(&document.details),
            speakers: document
                .speakers
                .iter()
                .map(|speaker| Speaker {
                    name: speaker.name.clone(),
                    role: speaker.role.clone(),
                    kind: speaker.kind,
                })
                .collect(),
            mentions: document
                .mentions
                .iter()
                .map(|mention| self.one_mention(mention))
                .collect(),
            quotations: document
                .quotations
                .iter()
                .map(|it| self.one_quotation(it))
                .collect(),
            proposals: document
                .proposals
                .iter()
                .map(|it| self.one_proposal(it))
                .collect(),
            notes: document
                .notes
                .iter()
                .map(|note| Note {
                    kind: note.kind,
                    span: self.span(note.span),
                })
                .collect(),
        }
    }

    fn block(&self, block: &super::Block) -> Block {
        let kind = match block.kind {
            BlockName::Title => BlockKind::Title,
            BlockName::Byline => BlockKind::Byline,
            BlockName::Details => BlockKind::Details,
            BlockName::Heading => BlockKind::Heading,
            BlockName::Paragraph => BlockKind::Paragraph,
            BlockName::Quote => BlockKind::Quote,
            BlockName::ListItem => BlockKind::ListItem,
            BlockName::Caption => BlockKind::Caption,
            BlockName::PullQuote => BlockKind::PullQuote,
            BlockName::Clutter => BlockKind::Clutter(block.reason.unwrap_or(ClutterReason::Other)),
        };
        Block {
            kind,
            span: self.span(block.span),
            content: self.span(block.content),
            level: block.level,
            list: block.list,
            language: block.language,
        }
    }

    fn details(&self, details: &Details) -> article::Details {
        let detail = |detail: &Detail| article::Detail {
            text: detail.text.clone(),
            value: detail.value.clone(),
            span: detail.span.map(|range| self.span(range)),
        };
        let one = |it: &Option<Detail>| it.as_ref().map(detail);
        article::Details {
            title: one(&details.title),
            authors: details.authors.iter().map(detail).collect(),
            outlet: one(&details.outlet),
            section: details.section.iter().map(detail).collect(),
            published: one(&details.published),
            updated: one(&details.updated),
            dateline: one(&details.dateline),
            url: one(&details.url),
            language: one(&details.language),
        }
    }

    fn one_mention(&self, mention: &super::Mention) -> Mention {
        let steps = mention.because.iter();
        Mention {
            span: self.span(mention.span),
            form: mention.form,
            referent: self.referent(&mention.who),
            because: steps
                .map(|step| Step {
                    mention: step.mention.as_ref().and_then(|id| self.mention(id)),
                    rule: step.rule,
                })
                .collect(),
        }
    }

    fn one_quotation(&self, quotation: &super::Quotation) -> Quotation {
        Quotation {
            form: quotation.form,
            content: self.spans(&quotation.content),
            cue: quotation.cue.map(|range| self.span(range)),
            source: self.spans(&quotation.source),
            mention: quotation.mention.as_ref().and_then(|id| self.mention(id)),
            parent: quotation.parent.as_ref().and_then(|id| self.quotation(id)),
            verb_class: quotation.verb_class,
            sure: quotation.sure,
        }
    }

    fn one_proposal(&self, proposal: &super::Proposal) -> Proposal {
        let addressee = proposal.addressee.as_ref();
        Proposal {
            kind: proposal.kind,
            span: self.span(proposal.span),
            items: self.spans(&proposal.items),
            stated_count: proposal.stated_count,
            proposer: self.referent(&proposal.who),
            addressee: addressee.map(|addressee| Addressee {
                span: self.span(addressee.span),
                speaker: addressee.speaker.as_ref().and_then(|id| self.speaker(id)),
            }),
            trigger: proposal.trigger.map(|range| self.span(range)),
            quotation: proposal.quotation.as_ref().and_then(|id| self.quotation(id)),
            same_as: proposal.same_as.as_ref().and_then(|id| self.proposal(id)),
            sure: proposal.sure,
        }
    }
}
