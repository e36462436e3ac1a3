//! Who has room in an article and who has none: whose words it gives, and who is asked or criticised and never heard.

use lectern_core::Span;
use lectern_core::article::{
    Form, MentionForm, ProposalId, Quotation, QuotationId, SpeakerId, SpeakerKind, VerbClass,
};

use super::reading::{Mark, Reading, percent};

/// Whose words an article gives.
#[derive(Debug, PartialEq, Eq)]
pub struct Room {
    /// Speakers by the number of their words, most first.
    pub rows: Vec<(SpeakerId, usize)>,
    /// Words of speakers with a name.
    pub named: usize,
    /// Words of speakers without one.
    pub unnamed: usize,
    /// Words of which nobody can be told to be the speaker.
    pub nobody: usize,
    /// Who is asked for something or criticised, and says and wants nothing in the article.
    pub silent: Vec<Silent>,
}

/// Somebody who is never heard.
#[derive(Debug, PartialEq, Eq)]
pub struct Silent {
    /// As the article has it.
    pub name: String,
    /// The first place where they are asked (a proposal) or criticised (a quotation).
    pub mark: Mark,
}

impl Room {
    /// Counts the words of a reading.
    pub fn of(reading: &Reading) -> Room {
        let words = |id: SpeakerId| reading.facts.get(id.0 as usize).map_or(0, |facts| facts.words);
        let mut room = Room {
            rows: Vec::new(),
            named: 0,
            unnamed: 0,
            nobody: 0,
            silent: silent(reading),
        };
        for &id in reading.cast.iter().filter(|&&id| words(id) > 0) {
            room.rows.push((id, words(id)));
            if has_name(reading, id) {
                room.named += words(id);
            } else {
                room.unnamed += words(id);
            }
        }
        room.nobody = reading.said.saturating_sub(room.named + room.unnamed);
        room
    }

    /// A number of words as a share of all that are said, in percent.
    pub fn share(&self, words: usize) -> usize {
        percent(words, self.named + self.unnamed + self.nobody)
    }
}

/// Whether the article says who this is: `diplomats` and `a report` tell nobody.
pub fn has_name(reading: &Reading, id: SpeakerId) -> bool {
    let speaker = reading.article.speakers.get(id.0 as usize);
    let is_of_a_kind = speaker.is_some_and(|speaker| speaker.kind != SpeakerKind::Unnamed);
    let mut mentions = reading.article.mentions.iter();
    is_of_a_kind
        && mentions.any(|mention| mention.referent.speaker() == Some(id) && mention.form == MentionForm::Name)
}

fn silent(reading: &Reading) -> Vec<Silent> {
    let mut found: Vec<Silent> = Vec::new();
    let article = &reading.article;
    let asked = (0..).zip(&article.proposals).filter_map(|(id, proposal)| {
        let asked = proposal.addressee.as_ref()?;
        Some((
            asked.speaker,
            reading.text(asked.span),
            Mark::Proposal(ProposalId(id)),
        ))
    });
    let criticised = (0..).zip(&article.quotations).filter_map(|(id, quotation)| {
        let (speaker, words) = criticised(reading, quotation)?;
        Some((speaker, words, Mark::Quotation(QuotationId(id))))
    });
    for (speaker, words, mark) in asked.chain(criticised) {
        let name = match speaker {
            Some(speaker) if reading.cast.contains(&speaker) => continue,
            Some(speaker) => reading.name(speaker),
            None => words,
        };
        if !name.is_empty() && !is_anybody(name) && found.iter().all(|known| !is_same(&known.name, name)) {
            found.push(Silent {
                name: name.to_owned(),
                mark,
            });
        }
    }
    found
}

/// `everybody` and the like are asked in passing, and nobody in particular is left unheard.
fn is_anybody(name: &str) -> bool {
    ["everybody", "everyone", "anybody", "anyone", "nobody"]
        .iter()
        .any(|word| name.eq_ignore_ascii_case(word))
}

/// Whether two descriptions differ in nothing but their article.
fn is_same(one: &str, other: &str) -> bool {
    without_article(one).eq_ignore_ascii_case(without_article(other))
}

fn without_article(name: &str) -> &str {
    let the = name.get(..4).filter(|the| the.eq_ignore_ascii_case("the "));
    the.map_or(name, |the| &name[the.len()..])
}

/// Whom a quotation criticises in the words of its speaker's critic: `the council` in `accused the council of sleeping`.
fn criticised<'r>(reading: &'r Reading, quotation: &Quotation) -> Option<(Option<SpeakerId>, &'r str)> {
    const MOST_WORDS: usize = 6;
    if quotation.verb_class != Some(VerbClass::Criticize) || quotation.form == Form::Direct {
        return None;
    }
    let content = *quotation.content.first()?;
    let words = reading.text(content);
    let is_gerund = |rest: &str| rest.split(' ').next().is_some_and(|word| word.ends_with("ing"));
    let end = [" for ", " over ", " as ", " after ", ", ", " of "]
        .iter()
        .flat_map(|word| words.match_indices(word))
        .filter(|(at, word)| *word != " of " || is_gerund(&words[at + word.len()..]))
        .map(|(at, _)| at)
        .min();
    let words = words[..end.unwrap_or(words.len())].trim_end_matches(['.', ' ']);
    let span = Span::new(content.start(), content.start() + words.len() as u32);
    let mention = reading
        .article
        .mentions
        .iter()
        .find(|mention| span.contains(mention.span));
    if let Some(mention) = mention {
        return Some((Some(mention.referent.speaker()?), words));
    }
    let is_named = words.starts_with("the ") || words.starts_with(|c: char| c.is_ascii_uppercase());
    let is_short = words.split(' ').count() <= MOST_WORDS && !words.contains(['"', '“', '”']);
    (is_named && is_short && words.contains(' ')).then_some((None, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lectern_core::{Input, Overrides};

    #[test]
    fn who_is_criticised_and_never_heard_is_told() {
        for (text, silent) in [
            (
                "Karin Aas accused the city council of wasting money on buses.",
                &["the city council"][..],
            ),
            (
                "Karin Aas blamed Norrvik Shipping for the delay.",
                &["Norrvik Shipping"],
            ),
            (
                "Karin Aas criticised the ministry of transport over its plans.",
                &["the ministry of transport"],
            ),
            (
                "Karin Aas accused Tor Hagen of lying. \"I never lie,\" Hagen said.",
                &[],
            ),
            ("Karin Aas criticised plans for the pier.", &[]),
            ("Karin Aas called on everybody to wait.", &[]),
        ] {
            let input = Input::from(format!("{text} \"It is late,\" Aas said.\n"));
            let room = Room::of(&Reading::new(lectern_core::read(&input, &Overrides::default())));
            let names: Vec<&str> = room.silent.iter().map(|silent| silent.name.as_str()).collect();
            assert_eq!(names, silent, "{text}");
        }
    }
}
