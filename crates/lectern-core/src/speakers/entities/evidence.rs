//! Gender evidence from the text itself: pronouns beside a person who stands alone in the sentence.

use super::entity::SURE;
use super::register::Register;
use crate::article::SpeakerKind;
use crate::lexicon::{self, Place, WordClass, WordSet};
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::mentions::detect::{Event, What};
use crate::speakers::view::View;
use std::ops::Range;

/// What a pronoun in the person's own sentence counts.
const SAME_SENTENCE: i32 = 12;
/// What a pronoun that opens the next sentence counts.
const NEXT_SENTENCE: i32 = 8;
/// What doing something takes from a name that stands as places do.
const ACTS: i32 = 4;
/// Evidence of this sort alone never excludes.
const MOST: i32 = SURE - 5;

/// Adds what pronouns tell of the people beside them.
pub(in crate::speakers) fn gather(view: View<'_>, register: &mut Register<'_>, events: &[Event]) {
    let mut told = vec![0; register.entities.len()];
    // how often somebody of unknown kind stands as places do, less what speaks against it
    let mut placed = vec![0; register.entities.len()];
    // the only person of the last sentence with one, and that sentence
    let mut alone: Option<(EntityIndex, usize)> = None;
    let mut people: Vec<EntityIndex> = Vec::new();
    let mut sentence = usize::MAX;
    for event in events {
        let here = view.sentence_number(event.tokens.start);
        if here != sentence {
            alone = match people.as_slice() {
                [one] => Some((*one, sentence)),
                _ => None,
            };
            people.clear();
            sentence = here;
        }
        if let What::Name(entity) = event.what {
            let behind = event.tokens.start.checked_sub(1);
            let lies = behind.is_some_and(|at| WordSet::BeforeSite.has(view.form(at)));
            let acts = event.subject || !event.source_of.is_empty();
            placed[entity.0] += match (lies, acts) {
                (true, _) => 1,
                (_, true) => -ACTS,
                _ => 0,
            };
        }
        match event.what {
            What::Name(entity)
                // one or more than one is all that is asked
                if people.len() < 2
                    && register.entities[entity].kind == SpeakerKind::Person
                    && !people.contains(&entity) =>
            {
                people.push(entity);
            }
            What::Pronoun(at) if event.quoted.is_none() => {
                let gender = match view.form(at) {
                    form if lexicon::is_he(form) => 1,
                    form if lexicon::is_she(form) => -1,
                    _ => continue,
                };
                // in `Lund asked whether he thanked her` both may be somebody else
                let owning = view.class(at) == WordClass::Possessive || view.form(at).ends_with("self");
                match (people.as_slice(), alone) {
                    ([_], _) if !owning => {}
                    ([one], _) => told[one.0] += gender * SAME_SENTENCE,
                    ([], Some((one, before))) if before + 1 == here => told[one.0] += gender * NEXT_SENTENCE,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    for ((entity, told), placed) in register.entities.iter_mut().zip(told).zip(placed) {
        entity.gender += told.clamp(-MOST, MOST);
        if placed > 0 && !entity.kind_sure && entity.kind == SpeakerKind::Person {
            entity.place = Some(Place::Lies);
        }
    }
}

/// Whether what stands behind a name tells of one person: `Ada Lund, who lectures`, `Ada Lund, 41,`; teams are many.
pub(super) fn is_told_of_as_person(view: View<'_>, name: &Range<usize>) -> bool {
    let end = name.end;
    // `Ada Lund of the River Trust, who`
    let told = name
        .start
        .checked_sub(1)
        .is_some_and(|at| view.class(at) == WordClass::Preposition);
    let next = view.form(end + 2);
    let one = matches!(next, "has" | "is" | "was")
        || view.class(end + 2) == WordClass::VerbPresent && next.ends_with('s');
    view.form(end) == "," && view.form(end + 1) == "who" && one && !told
        || view.form(end) == ","
            && next == ","
            && view.class(end + 1) == WordClass::Number
            && view.form(end + 1).len() == 2
}
