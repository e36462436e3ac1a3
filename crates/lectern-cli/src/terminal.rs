//! An article for people, in a terminal: who speaks, what each says and what each wants.

use anstyle::{AnsiColor, Style};
use lectern_core::article::{BlockKind, Detail, Proposal, ProposalKind, Quotation, Referent, SpeakerId};
use lectern_core::{Article, Span};
use std::collections::BTreeMap;
use textwrap::Options;

/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// The reading of the article called `name`, with ANSI styles, in lines of at most `width` columns.
pub fn show(name: &str, article: &Article, width: usize) -> String {
    let mut sheet = Sheet {
        out: String::new(),
        width: width.min(WIDEST),
        text: &article.source.text,
    };
    sheet.head(name, article);
    for (whose, group) in groups(article) {
        sheet.group(&whose, &group, article);
    }
    sheet.taken_out(article);
    for note in &article.notes {
        let about = excerpt(note.span.text(sheet.text));
        let about = if about.is_empty() {
            about
        } else {
            format!(" {about}")
        };
        sheet.line("", &format!("{FAINT}{}{about}{FAINT:#}", note.kind.text()));
    }
    sheet.out.push('\n');
    sheet.out
}

/// Whom a group is about, in the order in which groups are shown.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Whose<'a> {
    Speaker(SpeakerId),
    OneOf(&'a [SpeakerId]),
    Nobody,
}

impl<'a> From<&'a Referent> for Whose<'a> {
    fn from(referent: &'a Referent) -> Self {
        match referent {
            Referent::Named(speaker) | Referent::Resolved(speaker) => Whose::Speaker(*speaker),
            Referent::Ambiguous(candidates) => Whose::OneOf(candidates),
            Referent::None => Whose::Nobody,
        }
    }
}

/// What a speaker, or one and the same doubt, has in the article.
#[derive(Default)]
struct Group<'a> {
    quotations: Vec<&'a Quotation>,
    proposals: Vec<&'a Proposal>,
}

fn groups(article: &Article) -> BTreeMap<Whose<'_>, Group<'_>> {
    let mut groups = BTreeMap::<_, Group<'_>>::new();
    for quotation in &article.quotations {
        let mention = quotation
            .mention
            .and_then(|id| article.mentions.get(id.0 as usize));
        let whose = mention.map_or(Whose::Nobody, |mention| Whose::from(&mention.referent));
        groups.entry(whose).or_default().quotations.push(quotation);
    }
    for proposal in &article.proposals {
        let whose = Whose::from(&proposal.proposer);
        groups.entry(whose).or_default().proposals.push(proposal);
    }
    groups
}

/// The lines so far.
struct Sheet<'a> {
    out: String,
    width: usize,
    text: &'a str,
}

impl Sheet<'_> {
    /// Adds `line`, wrapped; what is wrapped is set in by two columns more than `indent`.
    fn line(&mut self, indent: &str, line: &str) {
        let hanging = format!("{indent}  ");
        let options = Options::new(self.width)
            .initial_indent(indent)
            .subsequent_indent(&hanging);
        self.out.push_str(&textwrap::fill(line, options));
        self.out.push('\n');
    }

    fn head(&mut self, name: &str, article: &Article) {
        let details = &article.details;
        let value = |detail: &Detail| plain(&detail.value);
        if let Some(title) = &details.title {
            self.line("", &format!("{STRONG}{}{STRONG:#}", value(title)));
        }
        let authors: Vec<String> = details.authors.iter().map(value).collect();
        let facts = [
            Some(authors.join(", ")).filter(|authors| !authors.is_empty()),
            details.outlet.as_ref().map(value),
            details.published.as_ref().map(value),
            Some(plain(name)),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        self.line("", &format!("{FAINT}{}{FAINT:#}", facts.join(" · ")));
    }

    fn group(&mut self, whose: &Whose<'_>, group: &Group<'_>, article: &Article) {
        let speaker = |id: SpeakerId| article.speakers.get(id.0 as usize);
        let name = |id: SpeakerId| speaker(id).map_or(String::new(), |speaker| plain(&speaker.name));
        let (name, rest) = match whose {
            Whose::Speaker(id) => {
                let role = speaker(*id).and_then(|speaker| speaker.role.as_deref());
                (
                    name(*id),
                    role.map_or(String::new(), |role| format!(", {}", plain(role))),
                )
            }
            Whose::OneOf(ids) => {
                let names: Vec<String> = ids.iter().copied().map(name).collect();
                (names.join(" or "), ", it is not clear who".to_owned())
            }
            Whose::Nobody => ("Not named".to_owned(), String::new()),
        };
        self.out.push('\n');
        self.line("", &format!("{STRONG}{name}{STRONG:#}{rest}"));
        for quotation in &group.quotations {
            self.quotation(quotation);
        }
        for proposal in &group.proposals {
            self.proposal(proposal);
        }
    }

    fn quotation(&mut self, quotation: &Quotation) {
        let content: Vec<String> = quotation.content.iter().map(|span| self.words(*span)).collect();
        let cue = quotation.cue.map_or(String::new(), |cue| {
            format!("{FAINT}{}:{FAINT:#} ", self.words(cue))
        });
        let line = format!("{cue}{}{}", content.join(" … "), doubt(quotation.sure));
        self.line("  ", &line);
    }

    fn proposal(&mut self, proposal: &Proposal) {
        let (kind, style) = named(proposal.kind);
        let to = proposal
            .addressee
            .map_or(String::new(), |to| format!(", to {}", self.words(to.span)));
        let count = match (proposal.stated_count, proposal.items.len()) {
            (Some(stated), found) => format!(", {stated} stated, {found} found"),
            (None, 0) => String::new(),
            (None, found) => format!(", {found} found"),
        };
        let doubt = doubt(proposal.sure);
        if proposal.items.is_empty() {
            let span = self.words(proposal.span);
            self.line("  ", &format!("{style}{kind}{style:#}{to}{count}: {span}{doubt}"));
            return;
        }
        self.line("  ", &format!("{style}{kind}{style:#}{to}{count}:{doubt}"));
        for (number, item) in (1..).zip(&proposal.items) {
            let item = self.words(*item);
            self.line("    ", &format!("{number}. {item}"));
        }
    }

    fn taken_out(&mut self, article: &Article) {
        let clutter = article
            .blocks
            .iter()
            .filter(|block| matches!(block.kind, BlockKind::Clutter(_)));
        let taken_out = match clutter.count() {
            0 => return self.out.push('\n'),
            1 => "1 block of site text".to_owned(),
            several => format!("{several} blocks of site text"),
        };
        self.out.push('\n');
        self.line("", &format!("{FAINT}Not read: {taken_out}.{FAINT:#}"));
    }

    fn words(&self, span: Span) -> String {
        plain(span.text(self.text))
    }
}

fn named(kind: ProposalKind) -> (&'static str, Style) {
    let (name, colour) = match kind {
        ProposalKind::Call => ("Call", AnsiColor::Green),
        ProposalKind::Plan => ("Plan", AnsiColor::Cyan),
        ProposalKind::Pledge => ("Pledge", AnsiColor::Yellow),
        ProposalKind::Opposition => ("Opposition", AnsiColor::Red),
    };
    (name, colour.on_default())
}

fn doubt(sure: bool) -> String {
    if sure {
        String::new()
    } else {
        format!(" {FAINT}(?){FAINT:#}")
    }
}

/// White space as single spaces, and nothing that a terminal would take for a command.
fn plain(text: &str) -> String {
    let harmless: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    harmless.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a stretch, for pointing at it.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = plain(text);
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

#[cfg(test)]
mod tests;
