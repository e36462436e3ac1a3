//! From the register and the drafts to the cast.

use super::mentions::roles::Role;
use super::resolve::{Resolver, Whom, strip_article};
use super::view::View;
use crate::article::{Mention, MentionId, Referent, Speaker, SpeakerId, SpeakerKind, Step};
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::resolve::DraftIndex;
use crate::text::order;
use rustc_hash::FxHashMap;

/// Speakers, mentions in text order, the mention of each quotation's source, and who wrote the text if it tells.
pub(super) fn write(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    of_quotation: &[Option<DraftIndex>],
) -> (
    Vec<Speaker>,
    Vec<Mention>,
    Vec<Option<MentionId>>,
    Option<SpeakerId>,
) {
    let mut order: Vec<DraftIndex> = (0..resolver.drafts.len()).map(DraftIndex).collect();
    order::by_key(&mut order, |&draft| {
        let tokens = &resolver.drafts[draft].tokens;
        (tokens.start, std::cmp::Reverse(tokens.end))
    });
    let mut place = vec![MentionId(0); order.len()];
    for (id, &draft) in order.iter().enumerate() {
        place[draft.0] = MentionId(id as u32);
    }
    let bodies = bodies(resolver);
    let mut speakers = Vec::new();
    let mut ids: FxHashMap<EntityIndex, SpeakerId> = FxHashMap::default();
    let mut id_of = |entity: EntityIndex, speakers: &mut Vec<Speaker>| {
        *ids.entry(entity).or_insert_with(|| {
            speakers.push(Speaker {
                name: resolver.name_of(entity),
                role: role(view, resolver, &bodies, entity),
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
    let author = resolver.writer().map(|author| id_of(author, &mut speakers));
    (speakers, mentions, of_quotation.collect(), author)
}

/// The fullest of the strongest roles, as the text has it but for its article and for the `its` of `its chairman`.
fn role(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    bodies: &[(usize, EntityIndex)],
    entity: EntityIndex,
) -> Option<String> {
    let known = &resolver.register.entities[entity];
    if known.made_name.is_some() {
        return None;
    }
    let words = |role: &Role| view.words(role.words.clone());
    let role = known.roles.iter().max_by_key(|role| {
        (
            std::cmp::Reverse(role.way),
            words(role).len(),
            std::cmp::Reverse(role.words.start),
        )
    })?;
    let words = words(role);
    Some(
        match (words.split_once(' '), owner(view, resolver, bodies, role)) {
            (Some((_, office)), Some(owner)) => {
                let joint = if office.contains(" of ") { "at" } else { "of" };
                format!("{office} {joint} {owner}")
            }
            _ => without_article(&words).to_owned(),
        },
    )
}

/// Without its article, which stays where it belongs to an owner: `the union's secretary`.
fn without_article(words: &str) -> &str {
    let office = strip_article(words);
    let owner = ["'s ", "’s ", "s' ", "s’ "]
        .iter()
        .filter_map(|sign| office.find(sign))
        .min()
        .map(|end| &office[..end]);
    let is_owned = owner.is_some_and(|owner| !owner.contains(" the ") && !owner.contains(" of "));
    if is_owned { words } else { office }
}

/// Where organisations are named for the first time or in full, in text order.
fn bodies(resolver: &Resolver<'_, '_>) -> Vec<(usize, EntityIndex)> {
    let mut bodies: Vec<(usize, EntityIndex)> = Vec::new();
    for (at, entity) in resolver.register.entities.iter().enumerate() {
        if entity.kind == SpeakerKind::Organization && entity.made_name.is_none() {
            bodies.push((entity.name.start, EntityIndex(at)));
            bodies.push((entity.first, EntityIndex(at)));
        }
    }
    order::by_key(&mut bodies, |&(start, entity)| (start, entity.0));
    bodies
}

/// Whose office `its chairman` is: the only organisation named before it in its sentence, or else in the one before.
fn owner(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    bodies: &[(usize, EntityIndex)],
    role: &Role,
) -> Option<String> {
    let at = role.words.start;
    if view.form(at) != "its" {
        return None;
    }
    let sentence = view.sentence_number(at);
    let own = view.sentence_tokens(sentence).start..at;
    let before = view.sentence_tokens(sentence.checked_sub(1).unwrap_or(sentence));
    [own, before].into_iter().find_map(|stretch| {
        let from = bodies.partition_point(|(start, _)| *start < stretch.start);
        let mut named = bodies[from..]
            .iter()
            .take_while(|(start, _)| *start < stretch.end)
            .map(|(_, entity)| *entity);
        let owner = named.next()?;
        // Each stands in the list twice at most.
        if !named.take(2).all(|other| other == owner) {
            return None;
        }
        let name = resolver.register.entities[owner].name.clone();
        let with_article = name.start > 0 && view.form(name.start - 1) == "the";
        let words = view.words(name);
        Some(if with_article {
            format!("the {words}")
        } else {
            words
        })
    })
}
