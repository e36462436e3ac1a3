//! A wasm module as its parts are looked at: functions with their names and whom they call, the table of functions.

use std::collections::HashMap;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    ConstExpr, ElementItems, ElementKind, ExternalKind, FuncType, FunctionBody, KnownCustom, Name, Operator,
    Parser, Payload, TableType, TypeRef,
};

/// The index of a function in its module, imported ones first.
pub(crate) type Function = u32;

/// A module taken apart; bytes are borrowed from the file.
#[derive(Debug, Default)]
pub(crate) struct Program<'a> {
    /// Signatures, by type index.
    pub(crate) types: Vec<FuncType>,
    /// Type index of each function, imported ones first.
    pub(crate) functions: Vec<u32>,
    /// How many of the functions are imported.
    pub(crate) imported: u32,
    /// Tables in the order of their indexes; the first holds functions.
    pub(crate) tables: Vec<TableType>,
    pub(crate) memories: Vec<wasmparser::MemoryType>,
    pub(crate) globals: Vec<wasmparser::GlobalType>,
    /// The names of all that is imported and exported.
    pub(crate) outside: Vec<&'a str>,
    /// Exported functions by their names outside.
    pub(crate) exported: HashMap<&'a str, Function>,
    pub(crate) start: Option<Function>,
    /// Which function stands at which place of the first table when the module starts.
    pub(crate) slots: Vec<(u32, Function)>,
    pub(crate) bodies: Vec<FunctionBody<'a>>,
    /// Functions that each body calls, in the order of the bodies.
    pub(crate) calls: Vec<Vec<Function>>,
    names: HashMap<Function, &'a str>,
}

impl<'a> Program<'a> {
    /// # Errors
    /// When the bytes are no module, or one with what compiled Rust has no use for (several segments that are
    /// not active, imported tables, tags).
    pub(crate) fn parse(wasm: &'a [u8]) -> Result<Self> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            program.take(payload?)?;
        }
        ensure!(
            program
                .tables
                .first()
                .is_some_and(|table| table.element_type.is_func_ref()),
            "the module has no table of functions"
        );
        Ok(program)
    }

    /// The name of a function as its compiler gave it; empty when it has none.
    pub(crate) fn name(&self, function: Function) -> &'a str {
        self.names.get(&function).copied().unwrap_or_default()
    }

    /// The signature of a function.
    pub(crate) fn signature(&self, function: Function) -> &FuncType {
        &self.types[self.functions[function as usize] as usize]
    }

    /// All functions that have a body, with what they call.
    pub(crate) fn defined(&self) -> impl Iterator<Item = (Function, &[Function])> {
        (self.imported..).zip(self.calls.iter().map(Vec::as_slice))
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                for group in types.into_iter_err_on_gc_types() {
                    self.types.push(group?);
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    self.outside.push(import.name);
                    match import.ty {
                        TypeRef::Func(ty) => {
                            self.functions.push(ty);
                            self.imported += 1;
                        }
                        other => bail!("imports {other:?}, which compiled Rust does not"),
                    }
                }
            }
            Payload::FunctionSection(functions) => {
                for ty in functions {
                    self.functions.push(ty?);
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    self.outside.push(export.name);
                    if export.kind == ExternalKind::Func {
                        self.exported.insert(export.name, export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(elements) => {
                for element in elements {
                    self.take_element(element?)?;
                }
            }
            Payload::CodeSectionEntry(body) => {
                self.calls.push(called(&body)?);
                self.bodies.push(body);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    self.take_names(sections)?;
                }
            }
            Payload::TagSection(_) => bail!("exceptions are not parted"),
            _ => {}
        }
        Ok(())
    }

    fn take_element(&mut self, element: wasmparser::Element<'a>) -> Result<()> {
        match element.kind {
            ElementKind::Active {
                table_index,
                offset_expr,
            } if table_index.unwrap_or(0) == 0 => {
                let start = constant(&offset_expr)?;
                let ElementItems::Functions(functions) = element.items else {
                    bail!("a segment of expressions is not parted");
                };
                for (slot, function) in (start..).zip(functions) {
                    self.slots.push((slot, function?));
                }
                Ok(())
            }
            ElementKind::Declared => Ok(()),
            _ => bail!("a segment that is copied at run time is not parted"),
        }
    }

    fn take_names(&mut self, sections: wasmparser::NameSectionReader<'a>) -> Result<()> {
        for section in sections {
            if let Name::Function(functions) = section? {
                for function in functions {
                    let function = function?;
                    self.names.insert(function.index, function.name);
                }
            }
        }
        Ok(())
    }
}

/// The functions that a body calls or takes the address of, each once.
fn called(body: &FunctionBody<'_>) -> Result<Vec<Function>> {
    let mut calls = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                calls.push(function_index)
            }
            Operator::RefFunc { .. } => bail!("a reference to a function is not parted"),
            _ => {}
        }
    }
    calls.sort_unstable();
    calls.dedup();
    Ok(calls)
}

/// The value of an expression that is one constant.
fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    let mut operators = expression.get_operators_reader();
    match operators.read()? {
        Operator::I32Const { value } => u32::try_from(value).context("a segment before the table"),
        other => bail!("a segment at {other:?}, which is no constant"),
    }
}
