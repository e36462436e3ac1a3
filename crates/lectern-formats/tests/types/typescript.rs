//! The types as TypeScript declares them.

use crate::schema::{Definition, Definitions, Field, Type};

pub(crate) fn write(definitions: &Definitions) -> String {
    let mut out = String::from(
        "// Made from docs/lectern-1.schema.json by a test of lectern-formats; not written by hand.\n",
    );
    for definition in &definitions.all {
        out.push('\n');
        match definition {
            Definition::Object {
                name,
                says,
                with,
                fields,
            } => {
                comment(&mut out, "", says);
                let with = with
                    .as_ref()
                    .map_or(String::new(), |with| format!(" extends {with}"));
                out += &format!("export interface {name}{with} {{\n");
                for field in fields {
                    self::field(&mut out, field);
                }
                out += "}\n";
            }
            Definition::Other { name, says, kind } => {
                comment(&mut out, "", says);
                out += &format!("export type {name} = {};\n", shown(kind));
            }
        }
    }
    out
}

fn field(out: &mut String, field: &Field) {
    comment(out, "  ", &field.says);
    let mark = if field.required { "" } else { "?" };
    *out += &format!("  {}{mark}: {};\n", field.name, shown(&field.kind));
}

fn comment(out: &mut String, before: &str, says: &str) {
    if !says.is_empty() {
        *out += &format!("{before}/** {says} */\n");
    }
}

fn shown(kind: &Type) -> String {
    match kind {
        Type::Text => "string".to_owned(),
        Type::Whole => "number".to_owned(),
        Type::Flag => "boolean".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Literal(value) => value.to_string(),
        Type::Pair => "[start: number, end: number]".to_owned(),
        Type::Named(name) => name.clone(),
        Type::OneOf(kinds) => kinds.iter().map(shown).collect::<Vec<_>>().join(" | "),
        Type::List(inner) => match **inner {
            Type::OneOf(_) => format!("({})[]", shown(inner)),
            _ => format!("{}[]", shown(inner)),
        },
    }
}
