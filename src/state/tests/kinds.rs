//! Which kinds of mark are shown.

use super::*;

#[test]
fn of_kinds_one_is_shown_alone_then_more_and_never_none() {
    let (direct, indirect, mixed) = (Kind::QUOTATIONS[0], Kind::QUOTATIONS[1], Kind::QUOTATIONS[2]);
    let choose = |view: Rc<View>, one| view.reduce(ViewAction::Choose(&Kind::QUOTATIONS, one));
    let call = Kind::PROPOSALS[0];
    let alone = choose(view([ViewAction::Toggle(call)]), Some(direct));
    assert_eq!(
        alone.hidden,
        [call, indirect, mixed],
        "those of the other list stay"
    );
    let two = choose(alone.clone(), Some(mixed));
    assert_eq!(two.hidden, [call, indirect]);
    assert_eq!(choose(two.clone(), Some(direct)).hidden, [call, direct, indirect]);
    assert_eq!(choose(two, None).hidden, [call]);
    assert_eq!(
        choose(alone, Some(direct)).hidden,
        [call],
        "the last one taken off"
    );
    let none = view(Kind::QUOTATIONS.map(ViewAction::Toggle));
    assert_eq!(choose(none, Some(mixed)).hidden, [direct, indirect]);
}
