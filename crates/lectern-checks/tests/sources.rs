//! The checks of the repository's own files, one test each.

use anyhow::Result;
use lectern_checks::{imports, invariants, repository, words};

#[test]
fn the_core_knows_no_browser() -> Result<()> {
    invariants::core_dependencies()
}

#[test]
fn the_core_has_no_clock_files_randomness_or_floats() -> Result<()> {
    invariants::core_sources()
}

#[test]
fn the_page_writes_no_raw_html_and_no_style_attribute() -> Result<()> {
    invariants::page_sources()
}

#[test]
fn no_rule_names_the_seeds_people() -> Result<()> {
    invariants::no_names()
}

#[test]
fn nothing_of_one_machine_is_in_the_repository() -> Result<()> {
    repository::portable()
}

#[test]
fn sources_are_tidy() -> Result<()> {
    repository::tidy()
}

#[test]
fn links_between_documents_lead_somewhere() -> Result<()> {
    repository::links()
}

#[test]
fn the_core_imports_downwards_only() -> Result<()> {
    imports::core()
}

#[test]
fn the_page_imports_downwards_only() -> Result<()> {
    imports::page()
}

#[test]
fn word_lists_of_the_core_are_data() -> Result<()> {
    words::are_data()
}
