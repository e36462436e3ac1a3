//! The register of everybody named: which names are the same person or body.

use super::entity::{Entity, EntityIndex, parts_of};
use super::evidence::is_told_of_as_person;
use super::namesakes::{differ, generation, suffix};
use super::same_name::{
    has_inner_capital, is_misspelling, is_same_body, is_whole_or_edge, same_across_kinds, same_full_name,
};
use crate::article::SpeakerKind;
use crate::lexicon::{WordClass, WordSet};
use crate::speakers::mentions::body_roles::beside_body;
use crate::speakers::mentions::names::{Name, NameKind};
use crate::speakers::mentions::roles;
use crate::speakers::view::View;
use crate::speakers::words::{self, Gender};
use crate::text::fold::plain_letters;
use rustc_hash::{FxHashMap, FxHashSet};

/// What a common first name counts.
const BY_FIRST_NAME: Gender = 20;
/// Nobody is given more roles than this; a name repeated with its title all through a long text would make every
/// description dear.
const MOST_ROLES: usize = 24;
/// What the ending of an unlisted first name counts.
const BY_ENDING: Gender = 8;
/// What an honorific or a noun like `spokeswoman` counts.
const BY_WORD: Gender = 80;
/// More people of one surname than any news story has: further ones are not looked at.
pub(super) const NAMESAKES: usize = 12;

/// A word that stands so many times oftener alone than at the start of a body's name is a name of its own.
const ALONE: i32 = 2;

/// An interview calls people by at most so many initials, and they are among the first who are named.
const MOST_INITIALS: usize = 4;
const INITIALS_AMONG: usize = 40;

/// A shorter surname with another letter is another surname.
const SHORTEST_MISSPELT: usize = 5;
/// A slip of the pen is looked for among so many people of one initial: more would cost the square of the names.
const MOST_ALIKE: usize = 40;

/// Everybody named, and what part of a name leads to whom.
#[derive(Clone, Debug, Default)]
pub(in crate::speakers) struct Register<'a> {
    pub(in crate::speakers) entities: Vec<Entity<'a>>,
    pub(in crate::speakers) by_part: FxHashMap<String, Vec<EntityIndex>>,
    /// People with two names or more, by the first letter of the surname.
    by_initial: FxHashMap<char, Vec<EntityIndex>>,
    /// How much each entity is spoken of, and at which naming that was reckoned.
    heat: Vec<(i32, usize)>,
    /// How many names were read so far.
    namings: usize,
    /// How often each word is a name alone.
    alone: FxHashMap<&'a str, i32>,
}

impl<'a> Register<'a> {
    /// Reads all names; gives for each the entity that it names, or none for a word that names nobody.
    pub(in crate::speakers) fn build(view: View<'a>, names: &[Name]) -> (Self, Vec<Option<EntityIndex>>) {
        let mut register = Register::default();
        let mut named = vec![None; names.len()];
        for name in names.iter().filter(|name| name.core.len() == 1) {
            *register.alone.entry(view.form(name.core.start)).or_default() += 1;
        }
        for (number, name) in names.iter().enumerate() {
            if name.core.len() > 1 || name.kind == NameKind::Country || name.kind == NameKind::Place {
                named[number] = Some(register.add_full(view, name));
            }
        }
        register.read_acronyms(view);
        register.heat = vec![(0, 0); register.entities.len()];
        // names that need the rest of the text come last
        for last in [false, true] {
            for (number, name) in names
                .iter()
                .enumerate()
                .filter(|(_, name)| name.needs_known == last)
            {
                let entity = named[number].or_else(|| register.single(view, name));
                named[number] = entity;
                if let Some(entity) = entity {
                    register.note(view, name, entity);
                }
            }
        }
        (register, named)
    }

    /// All entities, each with its place.
    pub(in crate::speakers) fn each(&self) -> impl Iterator<Item = (EntityIndex, &Entity<'a>)> + Clone {
        let entities = self.entities.iter().enumerate();
        entities.map(|(at, entity)| (EntityIndex(at), entity))
    }

    /// Adds an entity of any sort.
    pub(in crate::speakers) fn add(&mut self, entity: Entity<'a>) -> EntityIndex {
        self.entities.push(entity);
        self.heat.push((0, self.namings));
        EntityIndex(self.entities.len() - 1)
    }

    fn add_full(&mut self, view: View<'a>, name: &Name) -> EntityIndex {
        let parts = parts_of(view, &name.core);
        let kind = name.kind.speaker();
        let candidates = self
            .by_part
            .get(&*plain_letters(parts.last().copied().unwrap_or("")))
            .into_iter();
        let candidates = candidates
            .chain(
                self.by_part
                    .get(&*plain_letters(parts.first().copied().unwrap_or(""))),
            )
            .flatten()
            .copied()
            .take(NAMESAKES * 2);
        let same = candidates.collect::<Vec<_>>().into_iter().find(|&entity| {
            let known = &self.entities[entity];
            // `Northern Light` and `Northern Light Trust`: a name that tells nothing of its kind may be a body's
            let open =
                (!known.kind_sure || name.kind == NameKind::Full) && !self.has_surname(&known.parts, &parts);
            let one_sort = (known.kind == kind || open) && known.place.is_none() && !name.kind.is_place();
            (if one_sort {
                same_full_name(&known.parts, &parts, name.kind)
            } else {
                same_across_kinds(&known.parts, &parts)
            }) && !differ(suffix(view, &known.name), suffix(view, &name.core))
        });
        if let Some(entity) = same {
            let known = &mut self.entities[entity];
            known.in_full += 1;
            if !known.kind_sure && kind != known.kind {
                known.kind = kind;
            }
            let longer = |new: usize, old: usize| parts.len() == known.parts.len() && new > old;
            if parts.len() > known.parts.len()
                || kind == SpeakerKind::Person && longer(parts[0].len(), known.parts[0].len())
            {
                known.name = name.core.clone();
                known.parts.clone_from(&parts);
                self.index(entity, &parts);
            }
            return entity;
        }
        let sure = !matches!(name.kind, NameKind::Full | NameKind::Single);
        let entity = self.add(Entity::named(view, name, kind, sure));
        self.index(entity, &parts);
        if kind == SpeakerKind::Person
            && let Some(initial) = parts.last().and_then(|surname| surname.chars().next())
        {
            let list = self.by_initial.entry(initial).or_default();
            if list.len() < MOST_ALIKE {
                list.push(entity);
            }
        }
        entity
    }

    fn index(&mut self, entity: EntityIndex, parts: &[&str]) {
        for part in parts
            .iter()
            .filter(|part| part.len() > 1 && !WordSet::NameParticle.has(part))
        {
            // `Lund` of `Ada Lund-Berg`
            let pieces = part
                .split('-')
                .filter(|piece| part.contains('-') && piece.len() > 2);
            for word in std::iter::once(*part).chain(pieces) {
                let list = self.by_part.entry(plain_letters(word).into_owned()).or_default();
                if !list.contains(&entity) && list.len() < NAMESAKES {
                    list.push(entity);
                }
            }
        }
    }

    /// Whom a single word names.
    fn single(&mut self, view: View<'a>, name: &Name) -> Option<EntityIndex> {
        let form = view.form(name.core.start);
        let folded = plain_letters(form);
        let found = self.by_part.get(&*folded).cloned().unwrap_or_default();
        let titled = name.title.is_some() || name.honorific.is_some();
        if let Some(entity) = self.by_initials(view, name, &folded) {
            return Some(entity);
        }
        let the = name.whole.start > 0 && view.form(name.whole.start - 1) == "the";
        let fits = |&entity: &EntityIndex| {
            let known = &self.entities[entity];
            let gender = name.honorific.unwrap_or(0);
            let person = known.kind == SpeakerKind::Person;
            let other_gender = gender != 0 && known.gender * gender <= -BY_FIRST_NAME;
            (!titled || person || !known.kind_sure)
                && !other_gender
                // a part of a body's name names it only with the article or at its end or start
                && (person || is_whole_or_edge(&known.parts, &folded, the) && !self.stands_alone(known, form))
        };
        let fitting: Vec<EntityIndex> = found.into_iter().filter(fits).collect();
        let best = fitting
            .iter()
            .copied()
            .max_by_key(|&entity| self.closeness(view, name, entity));
        if let Some(entity) = best {
            return Some(entity);
        }
        if name.needs_known && !titled {
            return None;
        }
        let same_body = || {
            let mut among = self.entities.iter().take(INITIALS_AMONG);
            let found = the.then(|| among.position(|known| is_same_body(known, form)));
            found.flatten().map(EntityIndex)
        };
        if let Some(entity) = self.misspelt(name, form).or_else(same_body) {
            return Some(entity);
        }
        let known_first = words::first_name(form).is_some();
        let body = the || name.kind == NameKind::Organization || has_inner_capital(view.raw(name.core.start));
        let kind = if titled || known_first && !the || !body {
            SpeakerKind::Person
        } else {
            SpeakerKind::Organization
        };
        let sure = titled || the || known_first || name.kind == NameKind::Organization;
        let entity = self.add(Entity::named(view, name, kind, sure));
        let parts = self.entities[entity].parts.clone();
        self.index(entity, &parts);
        Some(entity)
    }

    /// The person whose initials stand for a name in an interview: `AL:` for Ada Lund.
    fn by_initials(&self, view: View<'a>, name: &Name, folded: &str) -> Option<EntityIndex> {
        let start = name.whole.start;
        let label =
            view.form(name.core.end) == ":" && (start == 0 || view.block(start) != view.block(start - 1));
        if !label || !(2..=MOST_INITIALS).contains(&folded.len()) || !view.all_capitals(name.core.start) {
            return None;
        }
        let initials = |entity: &Entity<'_>| -> String {
            entity
                .parts
                .iter()
                .flat_map(|part| part.split('-'))
                .filter_map(|part| part.chars().next())
                .collect()
        };
        let called = |entity: &&Entity<'_>| {
            entity.kind == SpeakerKind::Person && entity.parts.len() > 1 && initials(entity) == folded
        };
        self.entities
            .iter()
            .take(INITIALS_AMONG)
            .position(|entity| called(&entity))
            .map(EntityIndex)
    }

    /// Whether the last word of the shorter of two names stands alone elsewhere, as surnames do.
    fn has_surname(&self, one: &[&str], other: &[&str]) -> bool {
        let short = if one.len() <= other.len() { one } else { other };
        short.last().is_some_and(|last| self.alone.contains_key(last))
    }

    /// Whether the first word of a body's name is a name of its own: a place (`Lund` of `Lund Police`), or one that the
    /// text has far oftener alone (`Lund` of `Lund Plaza`, whose last word tells of no body).
    fn stands_alone(&self, known: &Entity<'_>, form: &str) -> bool {
        known.parts.len() > 1
            && known.parts.first() == Some(&form)
            && (known.parts.get(1).is_some_and(|next| WordSet::Civic.has(next))
                || !known
                    .parts
                    .last()
                    .is_some_and(|last| words::ends_organization(last))
                    && self.alone.get(form).copied().unwrap_or(0) > ALONE * known.in_full)
    }

    /// The person named before whose surname is `form` but for one letter.
    fn misspelt(&self, name: &Name, form: &str) -> Option<EntityIndex> {
        if form.len() < SHORTEST_MISSPELT
            || name.kind != NameKind::Single
            || words::first_name(form).is_some()
        {
            return None;
        }
        let meant = |&&entity: &&EntityIndex| {
            let known = &self.entities[entity];
            let surname = known.parts.last().copied().unwrap_or("");
            known.first < name.core.start && is_misspelling(&plain_letters(form), &plain_letters(surname))
        };
        let alike = self.by_initial.get(&form.chars().next()?)?;
        alike.iter().find(meant).copied()
    }

    /// What is left of an entity's heat: a twelfth goes with each further name.
    fn heat_of(&self, entity: EntityIndex) -> i32 {
        let (heat, at) = self.heat[entity.0];
        let passed = (self.namings - at).min(48);
        (0..passed).fold(heat, |heat, _| heat - heat / 12)
    }

    /// How near an entity is to a short form of its name: named before, lately, by this form, often.
    fn closeness(&self, view: View<'a>, name: &Name, entity: EntityIndex) -> (bool, i32, i32) {
        let known = &self.entities[entity];
        let before = known.first < name.core.start;
        let same_title = name.title.as_ref().is_some_and(|title| {
            known.roles.iter().any(|role| {
                role.head
                    .is_some_and(|head| words::same_role(view.form(head), view.form(title.end - 1)))
            })
        });
        let surname = known
            .parts
            .last()
            .is_some_and(|last| plain_letters(last) == plain_letters(view.form(name.core.start)));
        let heat = self.heat_of(entity) - 60 * known.repeated.min(5);
        let person = known.kind == SpeakerKind::Person;
        let the = name.whole.start > 0 && view.form(name.whole.start - 1) == "the";
        let kind = if person == the { 0 } else { 6000 };
        // `Mr. Halloran` is no `Halloran Freight`
        let honoured = (name.honorific.is_some() || name.title.is_some()) && surname;
        (
            before,
            i32::from(same_title) * 10_000
                + i32::from(honoured) * 8_000
                + generation(view, name, known) * 20_000
                + kind
                + heat,
            i32::from(surname) * 4 + known.count,
        )
    }

    /// Writes down what this naming tells: role, gender, kind.
    fn note(&mut self, view: View<'a>, name: &Name, entity: EntityIndex) {
        let roles = roles::beside(view, name);
        let known = &mut self.entities[entity];
        known.count += 1;
        known.repeated += i32::from(known.count > 1 && name.core.len() > 1);
        known.first = known.first.min(name.whole.start);
        if let Some(gender) = name.honorific {
            known.gender += gender * BY_WORD;
        }
        if known.count == 1 && (name.core.len() > 1 || known.kind == SpeakerKind::Person) {
            let first = view.form(name.core.start);
            known.gender += match words::first_name(first) {
                Some(gender) => gender * BY_FIRST_NAME,
                None if name.core.len() > 1 => words::first_name_ending(first) * BY_ENDING,
                None => 0,
            };
        }
        let office = roles
            .iter()
            .any(|role| role.way == roles::Way::Noun && role.head.is_some());
        let person = office || name.honorific.is_some() || is_told_of_as_person(view, &name.core);
        if !known.kind_sure && person {
            known.kind = SpeakerKind::Person;
            known.kind_sure = true;
        }
        for role in &roles {
            if let Some(noun) = role.head.and_then(|head| words::noun(view.form(head))) {
                known.gender += noun.gender * BY_WORD;
            }
        }
        let described = match known.kind {
            SpeakerKind::Person if known.kind_sure => Vec::new(),
            SpeakerKind::Document => Vec::new(),
            _ if office => Vec::new(),
            _ => beside_body(view, name),
        };
        if !described.is_empty() && !known.kind_sure {
            known.kind = SpeakerKind::Organization;
            known.kind_sure = true;
        }
        let roles = if known.kind == SpeakerKind::Organization {
            described
        } else {
            roles
        };
        if matches!(known.kind, SpeakerKind::Person | SpeakerKind::Organization) {
            let free = MOST_ROLES.saturating_sub(known.roles.len());
            known.roles.extend(roles.into_iter().take(free));
        }
        let end = name.core.end;
        let naming = if view.is_owner_mark(end) || view.class(end) == WordClass::Noun {
            4
        } else if view.is_verb(end) || end > 1 && view.is_verb(name.whole.start.wrapping_sub(1)) {
            18
        } else {
            10
        };
        self.namings += 1;
        self.heat[entity.0] = (self.heat_of(entity) + naming * 10, self.namings);
    }

    /// The folded words by which somebody of the text is named.
    pub(in crate::speakers) fn known_parts(&self) -> FxHashSet<String> {
        self.by_part.keys().cloned().collect()
    }
}
