//! The file that loads at once: all but the late functions, and doors in their place.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{self, Error, Reencode};
use wasm_encoder::{
    CodeSection, ExportKind, ExportSection, Function as Body, ImportSection, Instruction, Module,
    TableSection,
};

use super::names;
use super::plan::Plan;
use super::program::{Function, Program};

/// Writes the module anew; indexes stay as they are.
pub(crate) fn write(
    wasm: &[u8],
    program: &Program<'_>,
    plan: &Plan,
    short: &BTreeMap<&str, String>,
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut writer = Writer {
        short,
        program,
        plan,
        body: program.imported,
    };
    writer
        .parse_core_module(&mut module, wasmparser::Parser::new(0), wasm)
        .map_err(|error| anyhow!("{error}"))?;
    Ok(module.finish())
}

struct Writer<'a> {
    /// Other names for what is imported and exported.
    short: &'a BTreeMap<&'a str, String>,
    program: &'a Program<'a>,
    plan: &'a Plan,
    /// The function whose body comes next.
    body: Function,
}

impl Writer<'_> {
    /// Sees that the late file is there and calls the function through its place in the table.
    fn door(&self, function: Function, slot: u32) -> Body {
        let mut door = Body::new([]);
        door.instruction(&Instruction::Call(self.plan.fetch));
        for parameter in 0..self.program.signature(function).params().len() {
            door.instruction(&Instruction::LocalGet(parameter as u32));
        }
        door.instruction(&Instruction::I32Const(slot as i32));
        let type_index = self.program.functions[function as usize];
        door.instruction(&Instruction::CallIndirect {
            type_index,
            table_index: 0,
        });
        door.instruction(&Instruction::End);
        door
    }
}

/// A body that ends the program.
fn stop() -> Body {
    let mut body = Body::new([]);
    body.instruction(&Instruction::Unreachable);
    body.instruction(&Instruction::End);
    body
}

type Outcome = std::result::Result<(), Error>;

impl Reencode for Writer<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Outcome {
        for import in section.into_imports() {
            let import = import?;
            let name = self.short.get(import.name).map_or(import.name, String::as_str);
            imports.import(import.module, name, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: wasmparser::Export<'_>) -> Outcome {
        let short = self.short;
        let name = short.get(export.name).map_or(export.name, String::as_str);
        let export = wasmparser::Export { name, ..export };
        reencode::utils::parse_export(self, exports, export)
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: wasmparser::TableSectionReader<'_>,
    ) -> Outcome {
        for (index, table) in section.into_iter().enumerate() {
            let mut table = table?;
            if index == 0 {
                table.ty.initial = self.plan.table;
                table.ty.maximum = table.ty.maximum.map(|most| most.max(self.plan.table));
            }
            self.parse_table(tables, table)?;
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Outcome {
        reencode::utils::parse_export_section(self, exports, section)?;
        for index in 0..self.program.memories.len() as u32 {
            exports.export(&names::memory(index), ExportKind::Memory, index);
        }
        for index in 0..self.program.tables.len() as u32 {
            exports.export(&names::table(index), ExportKind::Table, index);
        }
        for index in 0..self.program.globals.len() as u32 {
            exports.export(&names::global(index), ExportKind::Global, index);
        }
        for (place, function) in self.plan.shared.iter().enumerate() {
            exports.export(&names::function(place), ExportKind::Func, *function);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: wasmparser::FunctionBody<'_>) -> Outcome {
        let function = self.body;
        self.body += 1;
        if !self.plan.late.contains(&function) {
            return reencode::utils::parse_function_body(self, code, body);
        }
        match self.plan.doors.get(&function) {
            Some(slot) => code.function(&self.door(function, *slot)),
            None => code.function(&stop()),
        };
        Ok(())
    }
}
