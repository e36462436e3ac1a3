//! Offices that a verb gives: `is the mayor`, `served as mayor`, `who runs the shelter`, `As mayor, Ada Lund saw`.

use super::name_run::is_title;
use super::names::Name;
use super::phrase;
use super::roles::{LONGEST, Role, Way, extend_left, extend_right, person_head};
use crate::lexicon::WordSet;
use crate::speakers::view::View;
use crate::tokens::TokenKind;

/// `who is the mayor of Lund`, `who runs the shelter`.
pub(super) fn clause(view: View<'_>, who: usize, sentence_end: usize) -> Option<(Role, usize)> {
    let limit = sentence_end.min(who + LONGEST);
    let end = (who + 1..limit)
        .find(|&at| view.tokens.list[at].kind == TokenKind::Sign && !view.is_owner_mark(at))
        .unwrap_or(limit);
    if let Some(role) = office(view, who + 1, end) {
        return Some((role, end));
    }
    let verb = (who + 1..end).take(3).find(|&at| view.is_verb(at))?;
    let lasting = WordSet::Lasting.has(view.form(verb));
    (lasting && view.form(who) == "who").then_some((
        Role {
            words: who..end,
            head: None,
            way: Way::Clause,
        },
        end,
    ))
}

/// The office in `is the mayor of Lund`, `has been its chair since May`, `served as mayor`, `was elected president`.
fn office(view: View<'_>, at: usize, end: usize) -> Option<Role> {
    let mut first = at;
    let mut becomes = false;
    while first < end.min(at + 6) {
        match view.form(first) {
            form if WordSet::Becoming.has(form) => becomes = true,
            form if WordSet::InOffice.has(form) => becomes |= form != "in",
            form if WordSet::OfficeAdverb.has(form) => {}
            _ => break,
        }
        first += 1;
    }
    if !becomes || first == at {
        return None;
    }
    let phrase = phrase::parse(view, first, end)?;
    let head = person_head(view, &phrase)?;
    Some(Role {
        words: first..extend_right(view, phrase.head + 1, end),
        head: Some(head),
        way: Way::Noun,
    })
}

/// `Ada Lund is the mayor of Lund`; `Ada Lund was sworn in as mayor`.
pub(super) fn stated(view: View<'_>, name: &Name) -> Option<Role> {
    let sentence = view.sentence_tokens(view.sentence_number(name.core.start));
    office(view, name.core.end, sentence.end.min(name.core.end + LONGEST))
}

/// `As mayor, Ada Lund saw`; `In her role as mayor, Ada Lund saw`.
pub(super) fn led_in(view: View<'_>, name: &Name) -> Option<Role> {
    let comma = name.whole.start.checked_sub(1)?;
    let start = view.sentence_tokens(view.sentence_number(name.core.start)).start;
    if view.form(comma) != "," || comma < start || comma - start > LONGEST / 2 {
        return None;
    }
    let opens = WordSet::RoleOpener.has(view.form(start));
    let at = (start..comma.min(start + 4)).find(|&at| view.form(at) == "as")?;
    let phrase = phrase::parse(view, at + 1, comma)?;
    let head = person_head(view, &phrase)?;
    let whole = (at + 1..comma).all(|at| !view.is_verb(at) && view.form(at) != ",");
    (opens && whole).then_some(Role {
        words: at + 1..comma,
        head: Some(head),
        way: Way::Noun,
    })
}

/// A place behind an office has at most so many words: `envoy to Northern Vorland`.
const LONGEST_PLACE: usize = 3;

/// `the envoy to Norway Ada Lund`, `DELEGATE OF NORWAY (Ada Lund)`, `Moderator (Ada Lund)`: an office parted from the name
/// by a place or a bracket.
pub(super) fn past_place(view: View<'_>, name: &Name) -> Option<Role> {
    let first = name.whole.start;
    let bracketed = first > 0 && view.form(first - 1) == "(" && view.form(name.core.end) == ")";
    let end = first - usize::from(bracketed);
    let sentence = view.sentence_tokens(view.sentence_number(first));
    let capitals = (sentence.start..end)
        .rev()
        .take_while(|&at| view.is_capital(at) && !WordSet::BeforePlace.has(view.form(at)))
        .take(LONGEST_PLACE)
        .count();
    let place = end - capitals;
    let before = place.checked_sub(1).filter(|&at| at >= sentence.start);
    let behind_preposition =
        before.filter(|&at| capitals > 0 && WordSet::BeforePlace.has(view.form(at)) && at > sentence.start);
    let head = match behind_preposition {
        Some(preposition) => preposition - 1,
        None => end
            .checked_sub(1)
            .filter(|&at| bracketed && at >= sentence.start)?,
    };
    (name.core.len() > 1 && is_title(view, head)).then(|| Role {
        words: extend_left(view, head)..end,
        head: Some(head),
        way: Way::Noun,
    })
}
