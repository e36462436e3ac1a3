//! What every part of the page is given by the app, and how it asks for it.

use yew::prelude::*;

use crate::state::{Settings, View, Work};
use crate::strings::Strings;

/// What is looked at, for every part of the page.
pub type ViewContext = UseReducerHandle<View>;
/// The open article and its decisions.
pub type WorkContext = UseReducerHandle<Work>;
/// The interface's words.
pub type StringsContext = Strings;
/// How a person likes to read.
pub type SettingsContext = UseStateHandle<Settings>;

/// What is looked at.
#[hook]
pub fn use_view() -> ViewContext {
    use_context().expect("the app gives the view")
}

/// The open article.
#[hook]
pub fn use_work() -> WorkContext {
    use_context().expect("the app gives the work")
}

/// The interface's words.
#[hook]
pub fn use_strings() -> StringsContext {
    use_context().expect("the app gives the strings")
}

/// How a person likes to read.
#[hook]
pub fn use_settings() -> SettingsContext {
    use_context().expect("the app gives the settings")
}
