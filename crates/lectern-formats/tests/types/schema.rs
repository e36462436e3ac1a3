//! Just as much of JSON Schema as `docs/lectern-1.schema.json` uses, read into types that any language has.

use serde_json::Value;

/// What a value may be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Text,
    Whole,
    Flag,
    Null,
    /// Exactly this.
    Literal(Value),
    List(Box<Type>),
    /// Two numbers: a start and an end.
    Pair,
    OneOf(Vec<Type>),
    /// A definition by its name.
    Named(String),
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) says: String,
    pub(crate) kind: Type,
    pub(crate) required: bool,
}

/// What has a name of its own: a `title` in the schema.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Definition {
    Object {
        name: String,
        says: String,
        /// The object whose fields it has too.
        with: Option<String>,
        fields: Vec<Field>,
    },
    Other {
        name: String,
        says: String,
        kind: Type,
    },
}

/// All definitions, each after those that it needs.
#[derive(Debug)]
pub(crate) struct Definitions {
    pub(crate) all: Vec<Definition>,
    schema: Value,
}

impl Definitions {
    pub(crate) fn read(schema: &str) -> Self {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let mut definitions = Definitions {
            all: Vec::new(),
            schema: schema.clone(),
        };
        let mut root = schema;
        root["title"] = "Article".into();
        definitions.type_of(&root);
        definitions
    }

    fn type_of(&mut self, schema: &Value) -> Type {
        if let Some(base) = schema["$ref"].as_str() {
            let base = self.schema.pointer(base.trim_start_matches('#')).unwrap().clone();
            if schema["properties"].is_object() {
                let Type::Named(with) = self.type_of(&base) else {
                    panic!("only what has a title can be widened: {base}");
                };
                return self.object(schema, Some(with));
            }
            return self.type_of(&merged(base, schema));
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            return one_of(choices.iter().map(|choice| self.type_of(choice)).collect());
        }
        if schema.get("const").is_some() {
            return Type::Literal(schema["const"].clone());
        }
        if let Some(values) = schema["enum"].as_array() {
            let (nulls, others): (Vec<_>, Vec<_>) = values.iter().cloned().partition(Value::is_null);
            let literals = Type::OneOf(others.into_iter().map(Type::Literal).collect());
            return or_null(self.titled(schema, literals), !nulls.is_empty());
        }
        match &schema["type"] {
            Value::Array(kinds) => {
                let nullable = kinds.iter().any(|kind| kind == "null");
                let mut kinds = kinds.iter().filter(|kind| *kind != "null");
                let mut one = schema.clone();
                one["type"] = kinds.next().unwrap().clone();
                assert!(kinds.next().is_none(), "two kinds beside null: {schema}");
                or_null(self.type_of(&one), nullable)
            }
            Value::String(kind) => match kind.as_str() {
                "string" => Type::Text,
                "integer" => Type::Whole,
                "boolean" => Type::Flag,
                "null" => Type::Null,
                "array" if schema["minItems"] == 2 => self.titled(schema, Type::Pair),
                "array" => Type::List(Box::new(self.type_of(&schema["items"]))),
                "object" => self.object(schema, None),
                other => panic!("the type {other} is not known here"),
            },
            other => panic!("no type: {other} in {schema}"),
        }
    }

    fn object(&mut self, schema: &Value, with: Option<String>) -> Type {
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let properties = schema["properties"].as_object().unwrap();
        let mut fields: Vec<Field> = Vec::new();
        for (name, property) in properties {
            fields.push(Field {
                name: name.clone(),
                says: says(property),
                kind: self.type_of(property),
                required: required.contains(&name.as_str()),
            });
        }
        let name = schema["title"].as_str();
        let name = name.unwrap_or_else(|| panic!("an object without a title: {schema}"));
        self.define(Definition::Object {
            name: name.to_owned(),
            says: says(schema),
            with,
            fields,
        });
        Type::Named(name.to_owned())
    }

    fn titled(&mut self, schema: &Value, kind: Type) -> Type {
        let Some(name) = schema["title"].as_str() else {
            return kind;
        };
        self.define(Definition::Other {
            name: name.to_owned(),
            says: says(schema),
            kind,
        });
        Type::Named(name.to_owned())
    }

    fn define(&mut self, definition: Definition) {
        let known = self.all.iter().find(|known| known.name() == definition.name());
        match known {
            None => self.all.push(definition),
            Some(known) => assert!(
                known.is_like(&definition),
                "two of one name: {known:?} {definition:?}"
            ),
        }
    }
}

impl Definition {
    pub(crate) fn name(&self) -> &str {
        match self {
            Definition::Object { name, .. } | Definition::Other { name, .. } => name,
        }
    }

    /// The same but for what is said about it.
    fn is_like(&self, other: &Definition) -> bool {
        match (self, other) {
            (Definition::Object { fields, .. }, Definition::Object { fields: others, .. }) => {
                fields == others
            }
            (Definition::Other { kind, .. }, Definition::Other { kind: other, .. }) => kind == other,
            _ => false,
        }
    }
}

/// What stands beside a reference wins over what it refers to, but for words: those are about the field.
fn merged(mut base: Value, beside: &Value) -> Value {
    for (key, value) in beside.as_object().unwrap() {
        if key != "$ref" && key != "description" {
            base[key] = value.clone();
        }
    }
    base
}

fn one_of(kinds: Vec<Type>) -> Type {
    let null = kinds.contains(&Type::Null);
    let mut others: Vec<Type> = kinds.into_iter().filter(|kind| *kind != Type::Null).collect();
    let one = if others.len() == 1 {
        others.remove(0)
    } else {
        Type::OneOf(others)
    };
    or_null(one, null)
}

fn or_null(kind: Type, nullable: bool) -> Type {
    match kind {
        kind if !nullable => kind,
        Type::OneOf(mut kinds) => {
            kinds.push(Type::Null);
            Type::OneOf(kinds)
        }
        kind => Type::OneOf(vec![kind, Type::Null]),
    }
}

/// What the schema says about it, with the examples of a list that may grow.
fn says(schema: &Value) -> String {
    let mut says = schema["description"].as_str().unwrap_or_default().to_owned();
    if let Some(examples) = schema["examples"].as_array() {
        let examples: Vec<&str> = examples.iter().filter_map(Value::as_str).collect();
        says += &format!(" Such as {}.", examples.join(", "));
    }
    says.trim().to_owned()
}
