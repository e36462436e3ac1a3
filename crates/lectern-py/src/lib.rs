//! The reading for Python: text in, JSON version 1 or another format out, while other threads of Python run.
//!
//! Thin on purpose: what it does is `lectern_formats::packaged`; names, defaults, types and tables are those of
//! `packages/lectern-py`, which wraps it.

use lectern_formats::export::table;
use lectern_formats::{import, input, packaged};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// What Python imports as `lectern._lectern`.
#[pymodule]
mod _lectern {
    #[pymodule_export]
    use super::{bring, decode, read, rows, write};
    use pyo3::prelude::*;

    #[pymodule_init]
    fn begin(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}

/// Reads an article and gives JSON, version 1, whose positions are code points.
#[pyfunction]
fn read(python: Python<'_>, text: &str, is_page: Option<bool>, as_is: bool, name: &str) -> PyResult<String> {
    python.detach(|| packaged::read(text, is_page, as_is, name).map_err(wrong))
}

/// A file's bytes as text, in the encoding that they look like.
#[pyfunction]
fn decode(bytes: &[u8]) -> PyResult<String> {
    input::decode(bytes).map_err(wrong)
}

/// JSON, version 1, in another format.
#[pyfunction]
fn write(python: Python<'_>, document: &str, format: &str) -> PyResult<String> {
    python.detach(|| packaged::write(document, format).map_err(wrong))
}

/// A row for each quotation and proposal of JSON, version 1, as a list of JSON.
#[pyfunction]
fn rows(python: Python<'_>, document: &str) -> PyResult<String> {
    python.detach(|| {
        let document = import::json(document).map_err(wrong)?;
        serde_json::to_string(&table::rows(&document)).map_err(wrong)
    })
}

/// What was exported before (JSON, Web Annotation, a page of html, or brat with its text) as JSON, version 1.
#[pyfunction]
fn bring(python: Python<'_>, text: &str, name: &str, beside: Option<&str>) -> PyResult<String> {
    python.detach(|| packaged::bring(text, name, beside).map_err(wrong))
}

fn wrong(error: impl ToString) -> PyErr {
    PyValueError::new_err(error.to_string())
}
