//! The functions of the page's code, and the crates that they come from.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The functions of a module that still has names: each name with its bytes of machine code.
///
/// # Errors
/// When the bytes are no wasm module.
pub(crate) fn functions(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let mut imported = 0_u32;
    let mut bodies = Vec::new();
    let mut names: HashMap<u32, String> = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push((body.range().end - body.range().start) as usize),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(sections) = section.as_known() else {
                    continue;
                };
                for section in sections {
                    let Name::Function(functions) = section? else {
                        continue;
                    };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    let named = |index: u32| names.remove(&index).unwrap_or_else(|| "unnamed".to_owned());
    Ok((imported..).map(named).zip(bodies).collect())
}

/// Bytes of machine code by the crate that a function's name begins with, most first.
///
/// Inlined code counts for the function that it was inlined into, so this is a sketch, not a ledger.
pub(crate) fn by_crate(functions: &[(String, usize)]) -> Vec<(String, usize)> {
    let mut sums: BTreeMap<String, usize> = BTreeMap::new();
    for (name, size) in functions {
        *sums.entry(crate_of(name)).or_default() += size;
    }
    let mut sums: Vec<(String, usize)> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sums
}

/// The first crate that a function's name speaks of: `<&lectern::app::App as yew::…>::view` is lectern's.
fn crate_of(symbol: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(symbol));
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut rest = name.as_str();
    while let Some(start) = rest.find(word) {
        rest = &rest[start..];
        let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
        // A path has a crate in front; `dyn`, `mut` and primitive types have none.
        if rest[end..].starts_with("::") {
            return rest[..end].to_owned();
        }
        rest = &rest[end..];
    }
    "other".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_first_crate_that_it_names() {
        assert_eq!(crate_of("lectern_core::layout::lay_out"), "lectern_core");
        assert_eq!(
            crate_of("<&dyn lectern::app::App as yew::Component>::view"),
            "lectern"
        );
        assert_eq!(crate_of("<[u8] as core::fmt::Debug>::fmt"), "core");
        assert_eq!(crate_of("_ZN4core3fmt5write17h0123456789abcdefE"), "core");
        assert_eq!(crate_of("memcpy"), "other");
    }

    #[test]
    fn what_is_no_wasm_is_an_error() {
        assert!(functions(b"not wasm").is_err());
    }
}
