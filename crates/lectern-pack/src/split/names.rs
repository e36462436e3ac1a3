//! The names by which the late file finds the first file's things.

/// The late file imports all of it from this module, which is the first file's exports.
pub(crate) const MODULE: &str = "first";

pub(crate) fn memory(index: u32) -> String {
    format!(".m{index}")
}

pub(crate) fn table(index: u32) -> String {
    format!(".t{index}")
}

pub(crate) fn global(index: u32) -> String {
    format!(".g{index}")
}

/// A short name for the function at a place of the shared ones.
pub(crate) fn function(place: usize) -> String {
    format!(".{place:x}")
}
