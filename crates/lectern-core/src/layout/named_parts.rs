//! What the name of a part of the page says of what stands in it.

use super::judge::Score;
use crate::article::ClutterReason;
use crate::input::Region;

/// A part of the page that is called so is no story, even on a page too short for anything else to be told.
pub(super) const SURELY_NAMED: Score = -80;

/// What the part of the page says. Site builders name parts wrongly often enough that long prose outweighs all
/// but comments and menus.
pub(super) fn region_score(region: Region) -> Score {
    match region {
        Region::Body | Region::Date | Region::Post | Region::Caption | Region::Gallery => 0,
        Region::Main | Region::Article => 8,
        Region::Byline => -6,
        Region::Header => -16,
        Region::Aside | Region::Player => -60,
        Region::Advert | Region::Related | Region::Unprinted => -80,
        Region::Footer | Region::Sharing | Region::Card => -90,
        Region::Navigation => -90,
        Region::Comments | Region::Consent => -120,
    }
}

/// Why what stands there is no story, where the name tells.
pub(super) fn region_reason(region: Region) -> Option<ClutterReason> {
    Some(match region {
        Region::Navigation | Region::Header | Region::Footer => ClutterReason::Navigation,
        Region::Comments => ClutterReason::Comments,
        Region::Related | Region::Card => ClutterReason::Related,
        Region::Consent => ClutterReason::Legal,
        Region::Sharing => ClutterReason::Sharing,
        Region::Advert => ClutterReason::Advert,
        Region::Player => ClutterReason::Player,
        Region::Unprinted => ClutterReason::Other,
        Region::Aside
        | Region::Body
        | Region::Main
        | Region::Article
        | Region::Byline
        | Region::Date
        | Region::Caption
        | Region::Gallery
        | Region::Post => return None,
    })
}
