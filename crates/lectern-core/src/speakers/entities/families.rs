//! Names that mean several of one surname: `the Holts`.

use super::register::Register;
use crate::article::SpeakerKind;
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::mentions::names::Name;
use crate::speakers::view::View;
use crate::text::fold::plain_letters;
use rustc_hash::FxHashMap;

impl<'a> Register<'a> {
    /// The names that mean several of one surname, with those: `the Holts`.
    pub(in crate::speakers) fn families(
        &self,
        view: View<'a>,
        names: &[Name],
    ) -> FxHashMap<usize, Vec<EntityIndex>> {
        let members = |name: &Name| {
            let the = name.whole.start > 0 && view.form(name.whole.start - 1) == "the";
            let surname = view
                .form(name.core.start)
                .strip_suffix('s')
                .filter(|_| the && name.core.len() == 1)?;
            let list = self.by_part.get(&*plain_letters(surname))?;
            let people = list.iter().copied().filter(|&entity| {
                let known = &self.entities[entity];
                known.kind == SpeakerKind::Person
                    && known.parts.len() > 1
                    && known.parts.last().is_some_and(|last| *last == surname)
            });
            let people: Vec<EntityIndex> = people.collect();
            (people.len() > 1).then_some(people)
        };
        let families = names.iter().enumerate();
        families
            .filter_map(|(number, name)| Some((number, members(name)?)))
            .collect()
    }
}
