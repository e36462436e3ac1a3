//! Gender evidence from the text itself: pronouns beside a person who stands alone in the sentence.

use super::entity::SURE;
use super::register::Register;
use crate::article::SpeakerKind;
use crate::lexicon::{self, WordClass};
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::mentions::detect::{Event, What};
use crate::speakers::view::View;

/// What a pronoun in the person's own sentence counts.
const SAME_SENTENCE: i32 = 12;
/// What a pronoun that opens the next sentence counts.
const NEXT_SENTENCE: i32 = 8;
/// Evidence of this sort alone never excludes.
const MOST: i32 = SURE - 5;

/// Adds what pronouns tell of the people beside them.
pub(in crate::speakers) fn gather(view: View<'_>, register: &mut Register<'_>, events: &[Event]) {
    let mut told = vec![0; register.entities.len()];
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
    for (entity, told) in register.entities.iter_mut().zip(told) {
        entity.gender += told.clamp(-MOST, MOST);
    }
}
