//! The types as Python's `typing` has them, for 3.9 and later.

use crate::schema::{Definition, Definitions, Field, Type};

const HEAD: &str = "\
\"\"\"What a reading is made of, as type checkers see it. Made from docs/lectern-1.schema.json; not written by hand.\"\"\"

from __future__ import annotations

from typing import List, Literal, Optional, TypedDict, Union
";

pub(crate) fn write(definitions: &Definitions) -> String {
    let mut out = String::from(HEAD);
    for definition in &definitions.all {
        match definition {
            Definition::Object {
                name,
                says,
                with,
                fields,
            } => object(&mut out, name, says, with.as_deref(), fields),
            Definition::Other { name, says, kind } => {
                out += &format!("\n# {says}\n{name} = {}\n", shown(kind));
            }
        }
    }
    out
}

/// Which fields may be missing can be said of a whole class only: they get one of their own.
fn object(out: &mut String, name: &str, says: &str, with: Option<&str>, fields: &[Field]) {
    let (required, optional): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.required);
    let mut base = with.unwrap_or("TypedDict").to_owned();
    if !required.is_empty() && !optional.is_empty() {
        class(out, &format!("_{name}"), &base, "", &required);
        base = format!("_{name}");
    }
    if optional.is_empty() {
        class(out, name, &base, says, &required);
    } else {
        class(out, name, &format!("{base}, total=False"), says, &optional);
    }
}

fn class(out: &mut String, name: &str, base: &str, says: &str, fields: &[&Field]) {
    *out += &format!("\n\nclass {name}({base}):\n");
    if !says.is_empty() {
        *out += &format!("    \"\"\"{says}\"\"\"\n\n");
    }
    for field in fields {
        if !field.says.is_empty() {
            *out += &format!("    # {}\n", field.says);
        }
        *out += &format!("    {}: {}\n", field.name, shown(&field.kind));
    }
}

fn shown(kind: &Type) -> String {
    match kind {
        Type::Text => "str".to_owned(),
        Type::Whole => "int".to_owned(),
        Type::Flag => "bool".to_owned(),
        Type::Null => "None".to_owned(),
        Type::Literal(value) => format!("Literal[{value}]"),
        Type::Pair => "List[int]".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(inner) => format!("List[{}]", shown(inner)),
        Type::OneOf(kinds) => {
            let literals: Vec<String> = kinds
                .iter()
                .filter_map(|kind| match kind {
                    Type::Literal(value) => Some(value.to_string()),
                    _ => None,
                })
                .collect();
            let others = kinds
                .iter()
                .filter(|kind| !matches!(kind, Type::Literal(_) | Type::Null));
            let mut choices: Vec<String> = others.map(shown).collect();
            if !literals.is_empty() {
                choices.insert(0, format!("Literal[{}]", literals.join(", ")));
            }
            let one = match choices.as_slice() {
                [one] => one.clone(),
                _ => format!("Union[{}]", choices.join(", ")),
            };
            if kinds.contains(&Type::Null) {
                format!("Optional[{one}]")
            } else {
                one
            }
        }
    }
}
