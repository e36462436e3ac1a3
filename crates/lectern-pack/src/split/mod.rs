//! Parts one wasm module into a file that is needed at once and one that may load later.
//!
//! Both stay one program: the late file imports memory, table and globals of the first one, and writes its functions
//! into the table, where the first one calls them. In the place of each late function that it may call the first file
//! has a door, which fetches the late file, if it is not there, and calls on.
//!
//! Which functions come late is told by name (module paths of the page, which compilers keep in the name
//! section), and by reach: what nothing but late functions call comes late with them.
//!
//! The method is that of Binaryen's `wasm-split`, with names in the place of profiles.

mod first;
mod glue;
mod late;
mod names;
mod plan;
mod program;

use anyhow::Result;

use self::plan::Plan;
use self::program::Program;

/// The files.
#[derive(Debug)]
pub struct Parts {
    /// What loads at once; has the exports of the whole, and those for the late file.
    pub first: Vec<u8>,
    /// What loads when it is asked for; imports from `first` alone.
    pub late: Vec<u8>,
    /// The JavaScript that runs `first`.
    pub glue: String,
    /// How many functions come late.
    pub functions: usize,
}

/// Which functions come late.
#[expect(missing_debug_implementations, reason = "a function has nothing to show")]
pub struct Late<'a> {
    /// Whether a name tells so.
    pub named: &'a dyn Fn(&str) -> bool,
    /// A named function whose body has no more bytes than this comes late only where nothing else calls it. Compilers
    /// make one function of small ones that look the same, and which of their names it keeps is chance.
    pub small: usize,
}

/// Parts a module: functions that are named so and what only they need come late.
///
/// `glue` is the JavaScript that wasm-bindgen made for the module. The long names by which both know each other become short.
///
/// `fetch` is the name of an exported function without parameters and results that sees that the late file is there: the
/// first file calls it before each late function, so whatever comes late by mistake still runs.
///
/// # Errors
/// When the bytes are no module, one without such a function, or one with parts that compiled Rust does not have.
pub fn split(wasm: &[u8], glue: &str, fetch: &str, late: &Late<'_>) -> Result<Parts> {
    let program = Program::parse(wasm)?;
    let plan = Plan::new(&program, fetch, late)?;
    let short = glue::short_names(program.outside.iter().copied());
    Ok(Parts {
        first: first::write(wasm, &program, &plan, &short)?,
        late: late::write(wasm, &program, &plan)?,
        glue: glue::shorten(glue, &short),
        functions: plan.late.len(),
    })
}

/// Whether a function is one of these or in one of these modules, or is made for a type or closure of one.
///
/// Small functions for any type (`Vec<T>::push`, the dropping of a `T`) do not count by name: a compiler makes
/// one function of those that look the same. They still come late when only late ones call them.
pub fn in_modules(paths: &[&str]) -> impl Fn(&str) -> bool {
    let paths: Vec<String> = paths.iter().map(|&path| path.to_owned()).collect();
    move |name| {
        let name = without_hashes(name);
        let bare = name.trim_start_matches(['<', '&']);
        let is_shared = SHARED.iter().any(|path| bare.starts_with(path)) || bare.ends_with(PASSED_ON);
        let is_whole =
            |end: usize| !name[end..].starts_with(|next: char| next.is_alphanumeric() || next == '_');
        paths.iter().any(|path| {
            let mut found = name.match_indices(path.as_str());
            found.any(|(start, _)| {
                is_whole(start + path.len()) && (!is_shared || name.len() - bare.len() == start)
            })
        })
    }
}

/// Where the functions stand of which many types may share one.
const SHARED: &[&str] = &[
    "core::ptr::",
    "core::mem::",
    "core::option::",
    "core::result::",
    "alloc::",
    "hashbrown::",
    "yew::functional::hooks::use_reducer::",
    "yew::functional::hooks::use_state::",
    "lectern_core::text::order::",
];

/// What every component has and for most is the same function.
const PASSED_ON: &str = ">::props_changed";

/// A name without the hashes of its crates, `lectern[0123456789abcdef]::app`.
fn without_hashes(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((inside, behind)) = after.split_once(']') else {
            rest = after;
            break;
        };
        if !(inside.len() == 16 && inside.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            plain.push_str(&format!("[{inside}]"));
        }
        rest = behind;
    }
    plain.push_str(rest);
    plain
}
