//! Somebody or something that can speak.

use crate::article::SpeakerKind;
use crate::lexicon::Place;
use crate::speakers::index::index;
use crate::speakers::mentions::names::{Name, NameKind};
use crate::speakers::mentions::roles::Role;
use crate::speakers::view::View;
use crate::speakers::words::{self, Gender};
use std::ops::Range;

/// From here on, gender evidence excludes the other.
pub(in crate::speakers) const SURE: Gender = 50;

/// Somebody or something that can speak.
#[derive(Clone, Debug)]
pub(in crate::speakers) struct Entity<'a> {
    /// The fullest name, as a range of tokens.
    pub(in crate::speakers) name: Range<usize>,
    /// The name in words, when no stretch of the text has it whole.
    pub(in crate::speakers) made_name: Option<String>,
    /// Its words, folded.
    pub(in crate::speakers) parts: Vec<&'a str>,
    pub(in crate::speakers) kind: SpeakerKind,
    /// Whether anything but the look of the name told the kind.
    pub(in crate::speakers) kind_sure: bool,
    /// Evidence for a man (plus) or a woman (minus); [`SURE`] decides.
    pub(in crate::speakers) gender: Gender,
    pub(in crate::speakers) roles: Vec<Role>,
    /// How often it is named.
    pub(in crate::speakers) count: i32,
    /// How often the full name is repeated where a short one would do.
    pub(in crate::speakers) repeated: i32,
    /// The first token of its first mention.
    pub(in crate::speakers) first: usize,
    /// Members of a group that names them.
    pub(in crate::speakers) members: Vec<EntityIndex>,
    /// Whether more than one is meant.
    pub(in crate::speakers) plural: bool,
    /// What it does as a place, if it is one.
    pub(in crate::speakers) place: Option<Place>,
    /// How often it is named by more than one word.
    pub(in crate::speakers) in_full: i32,
}

index! {
    /// Somebody's place in the register.
    EntityIndex of Entity<'a>, for 'a
}

impl<'a> Entity<'a> {
    /// Whether it is a place that hardly speaks.
    pub(in crate::speakers) fn only_lies(&self) -> bool {
        self.place == Some(Place::Lies)
    }

    /// Somebody of whom the text gives nothing but these words.
    pub(in crate::speakers) fn new(tokens: Range<usize>, kind: SpeakerKind) -> Self {
        Entity {
            first: tokens.start,
            name: tokens,
            made_name: None,
            parts: Vec::new(),
            kind,
            kind_sure: true,
            gender: 0,
            roles: Vec::new(),
            count: 0,
            repeated: 0,
            members: Vec::new(),
            plural: false,
            place: None,
            in_full: 0,
        }
    }

    pub(super) fn named(view: View<'a>, name: &Name, kind: SpeakerKind, kind_sure: bool) -> Self {
        Entity {
            parts: parts_of(view, &name.core),
            kind_sure,
            first: name.whole.start,
            place: match name.kind {
                NameKind::Place => Some(Place::Lies),
                NameKind::Country => Some(Place::Acts),
                _ => None,
            },
            in_full: i32::from(name.core.len() > 1),
            ..Entity::new(name.core.clone(), kind)
        }
    }
}

/// The words of a name that count: no suffix, comma, article or mark.
pub(super) fn parts_of<'a>(view: View<'a>, core: &Range<usize>) -> Vec<&'a str> {
    core.clone()
        .filter(|&at| view.is_word(at) && view.form(at) != "'s" && !words::is_suffix(view.form(at)))
        .map(|at| view.form(at))
        .collect()
}
