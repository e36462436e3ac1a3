//! The types that other languages are given are those of `docs/lectern-1.schema.json`.
//! `UPDATE_EXPECT=1` writes them anew.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

mod python;
mod schema;
mod typescript;

use expect_test::expect_file;
use schema::Definitions;

fn definitions() -> Definitions {
    Definitions::read(include_str!("../../../../docs/lectern-1.schema.json"))
}

#[test]
fn typescript_is_in_step_with_the_schema() {
    expect_file!["../../../../packages/lectern/article.d.ts"].assert_eq(&typescript::write(&definitions()));
}

#[test]
fn python_is_in_step_with_the_schema() {
    expect_file!["../../../../packages/lectern-py/python/lectern/article.py"]
        .assert_eq(&python::write(&definitions()));
}
