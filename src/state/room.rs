//! Who has room in an article and who has none: whose words it gives, and who is asked for something and never heard.

use lectern_core::article::{ProposalId, SpeakerId, SpeakerKind};

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
    /// Who is asked for something and says and wants nothing in the article, each with the first place where that is so.
    pub silent: Vec<(String, Mark)>,
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

/// Whether the article says who this is.
pub fn has_name(reading: &Reading, id: SpeakerId) -> bool {
    let speaker = reading.article.speakers.get(id.0 as usize);
    speaker.is_some_and(|speaker| speaker.kind != SpeakerKind::Unnamed)
}

fn silent(reading: &Reading) -> Vec<(String, Mark)> {
    let mut found: Vec<(String, Mark)> = Vec::new();
    for (id, proposal) in (0..).zip(&reading.article.proposals) {
        let Some(asked) = &proposal.addressee else {
            continue;
        };
        let name = match asked.speaker {
            Some(speaker) if reading.cast.contains(&speaker) => continue,
            Some(speaker) => reading.name(speaker),
            None => reading.text(asked.span),
        };
        let is_new = found.iter().all(|(known, _)| !known.eq_ignore_ascii_case(name));
        if is_new && !name.is_empty() {
            found.push((name.to_owned(), Mark::Proposal(ProposalId(id))));
        }
    }
    found
}
