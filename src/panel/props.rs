//! What each list of the panel is given.

use yew::prelude::*;

use crate::state::Reading;

/// What a list of the panel is given.
#[derive(Properties, PartialEq, Debug)]
pub(super) struct Props {
    /// The reading that it lists.
    pub reading: Reading,
}
