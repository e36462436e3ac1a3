//! Compiles the interface's words, `src/strings/*.ftl`, so that the page need not carry a Fluent parser.
//!
//! Each language becomes a file of one line a message, in the order of the enum in `keys.rs`. In a line, `{name}` is filled in,
//! and `{name|one|other}` is chosen by the plural of a number; `one` and `other` may hold fills.
//! What the interface does not use (terms, attributes, functions, other selectors) stops the build with a message.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

const LANGUAGES: [&str; 2] = ["en", "zh-Hans"];

/// Marks of the compiled form, which no text may hold.
const MARKS: [char; 4] = ['{', '}', '|', '\n'];

fn main() {
    if let Err(trouble) = compile() {
        println!("cargo::error={trouble}");
        std::process::exit(1);
    }
}

fn compile() -> Result<(), String> {
    println!("cargo::rerun-if-changed=src/strings");
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let write = |name: &str, lines: Vec<&str>| {
        let path = Path::new(&out).join(name);
        fs::write(&path, lines.join("\n") + "\n").map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut keys: Option<Vec<String>> = None;
    for language in LANGUAGES {
        let path = format!("src/strings/{language}.ftl");
        let file = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let messages = messages(&file).map_err(|trouble| format!("{path}: {trouble}"))?;
        write(
            &format!("{language}.txt"),
            messages.values().map(String::as_str).collect(),
        )?;
        let these: Vec<String> = messages.into_keys().collect();
        if let Some(others) = keys.replace(these.clone())
            && let Some(key) = differing(&others, &these)
        {
            return Err(format!("{path}: {key} is in one language only"));
        }
    }
    let keys = keys.unwrap_or_default();
    let names: Vec<String> = keys.iter().map(|key| variant_name(key)).collect();
    if let Some(twice) = names
        .iter()
        .zip(names.iter().skip(1))
        .find(|(one, next)| one == next)
    {
        return Err(format!("two keys become {}", twice.0));
    }
    write("keys.rs", vec![&key_enum(&keys, &names)])
}

/// `tab-check` as `TabCheck`.
fn variant_name(key: &str) -> String {
    let words = key.split('-').map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_ascii_uppercase() + rest
    });
    words.collect()
}

/// The enum of all messages: a message that is asked for and nowhere defined does not compile.
fn key_enum(keys: &[String], names: &[String]) -> String {
    let mut made = String::from(
        "/// A message of the interface.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Key {\n",
    );
    for (key, name) in keys.iter().zip(names) {
        made.push_str(&format!("    /// `{key}`\n    {name},\n"));
    }
    made.push_str("}\n\n#[cfg(test)]\nimpl Key {\n    /// All, in order.\n    const ALL: &'static [(&'static str, Key)] = &[\n");
    for (key, name) in keys.iter().zip(names) {
        made.push_str(&format!("        ({key:?}, Key::{name}),\n"));
    }
    made.push_str("    ];\n}\n");
    made
}

/// A key that one list holds and the other does not.
fn differing<'a>(some: &'a [String], others: &'a [String]) -> Option<&'a String> {
    let missing = |from: &'a [String], key: &&'a String| !from.contains(*key);
    some.iter()
        .find(|key| missing(others, key))
        .or_else(|| others.iter().find(|key| missing(some, key)))
}

/// The messages of a file in their compiled form, by key.
fn messages(file: &str) -> Result<BTreeMap<String, String>, String> {
    let resource = parser::parse(file).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Term(_) | Entry::Junk { .. } => return Err(format!("not a message: {entry:?}")),
        };
        let key = message.id.name;
        let value = message
            .value
            .as_ref()
            .ok_or_else(|| format!("{key} has no value"))?;
        let compiled = pattern(value).map_err(|trouble| format!("{key}: {trouble}"))?;
        if messages.insert(key.to_owned(), compiled).is_some() {
            return Err(format!("{key} is there twice"));
        }
    }
    Ok(messages)
}

fn pattern(pattern: &Pattern<&str>) -> Result<String, String> {
    let mut compiled = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => compiled.push_str(plain(value)?),
            PatternElement::Placeable { expression } => compiled.push_str(&placeable(expression)?),
        }
    }
    Ok(compiled)
}

fn placeable(expression: &Expression<&str>) -> Result<String, String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => plain(value).map(str::to_owned),
        Expression::Inline(InlineExpression::VariableReference { id }) => Ok(format!("{{{}}}", id.name)),
        Expression::Select {
            selector: InlineExpression::VariableReference { id },
            variants,
        } => {
            let one = variant(variants, "one")?;
            Ok(format!("{{{}|{one}|{}}}", id.name, variant(variants, "other")?))
        }
        other => Err(format!("the page cannot fill in {other:?}")),
    }
}

/// The text for a plural, all texts being for `one` or `other`.
fn variant(variants: &[Variant<&str>], wanted: &str) -> Result<String, String> {
    if let Some(odd) = variants.iter().find(|variant| {
        !matches!(
            variant.key,
            VariantKey::Identifier {
                name: "one" | "other"
            }
        )
    }) {
        return Err(format!(
            "the page knows the plurals one and other, not {:?}",
            odd.key
        ));
    }
    variants
        .iter()
        .find(|variant| matches!(variant.key, VariantKey::Identifier { name } if name == wanted))
        .ok_or_else(|| format!("no plural {wanted}"))
        .and_then(|variant| pattern(&variant.value))
        .and_then(|text| match text.contains('|') {
            true => Err(format!("a plural within a plural: {text}")),
            false => Ok(text),
        })
}

fn plain(text: &str) -> Result<&str, String> {
    match text.find(MARKS) {
        Some(at) => Err(format!("{:?} cannot stand in a text", &text[at..])),
        None => Ok(text),
    }
}
