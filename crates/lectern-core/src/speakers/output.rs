//! From the register and the drafts to the cast.

use super::mentions::roles::Role;
use super::resolve::{Resolver, Whom};
use super::view::View;
use crate::article::{Mention, MentionId, Referent, Speaker, SpeakerId, Step};
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::resolve::DraftIndex;
use crate::text::order;
use rustc_hash::FxHashMap;

/// Speakers, mentions in text order, and the mention of each quotation's source.
pub(super) fn write(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    of_quotation: &[Option<DraftIndex>],
) -> (Vec<Speaker>, Vec<Mention>, Vec<Option<MentionId>>) {
    let mut order: Vec<DraftIndex> = (0..resolver.drafts.len()).map(DraftIndex).collect();
    order::by_key(&mut order, |&draft| {
        let tokens = &resolver.drafts[draft].tokens;
        (tokens.start, std::cmp::Reverse(tokens.end))
    });
    let mut place = vec![MentionId(0); order.len()];
    for (id, &draft) in order.iter().enumerate() {
        place[draft.0] = MentionId(id as u32);
    }
    let mut speakers = Vec::new();
    let mut ids: FxHashMap<EntityIndex, SpeakerId> = FxHashMap::default();
    let mut id_of = |entity: EntityIndex, speakers: &mut Vec<Speaker>| {
        *ids.entry(entity).or_insert_with(|| {
            speakers.push(Speaker {
                name: resolver.name_of(entity),
                role: role(view, resolver, entity),
                kind: resolver.register.entities[entity].kind,
            });
            SpeakerId(speakers.len() as u32 - 1)
        })
    };
    let mut mentions = Vec::with_capacity(order.len());
    for &draft in &order {
        let draft = &resolver.drafts[draft];
        let referent = match &draft.whom {
            Whom::Named(entity) => Referent::Named(id_of(*entity, &mut speakers)),
            Whom::Resolved(entity) => Referent::Resolved(id_of(*entity, &mut speakers)),
            Whom::Ambiguous(entities) => Referent::Ambiguous(
                entities
                    .iter()
                    .map(|&entity| id_of(entity, &mut speakers))
                    .collect(),
            ),
            Whom::Nobody => Referent::None,
        };
        let because = draft.because.iter().map(|&(draft, rule)| Step {
            mention: draft.map(|draft| place[draft.0]),
            rule,
        });
        mentions.push(Mention {
            span: view.span(draft.tokens.clone()),
            form: draft.form,
            referent,
            because: because.collect(),
        });
    }
    let of_quotation = of_quotation.iter().map(|draft| draft.map(|draft| place[draft.0]));
    (speakers, mentions, of_quotation.collect())
}

/// The fullest of the strongest roles, as the text has it.
fn role(view: View<'_>, resolver: &Resolver<'_, '_>, entity: EntityIndex) -> Option<String> {
    let known = &resolver.register.entities[entity];
    if known.made_name.is_some() {
        return None;
    }
    let words = |role: &Role| view.words(role.words.clone());
    known
        .roles
        .iter()
        .max_by_key(|role| {
            (
                std::cmp::Reverse(role.way),
                words(role).len(),
                std::cmp::Reverse(role.words.start),
            )
        })
        .map(words)
}
