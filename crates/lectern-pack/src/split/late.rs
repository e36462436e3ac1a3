//! The file that loads when it is asked for: the late functions, put into the first file's table.

use std::collections::HashMap;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, FunctionSection, ImportSection, Module,
    TypeSection,
};

use super::names;
use super::plan::Plan;
use super::program::{Function, Program};

/// Writes the late module. Types, tables, memories and globals keep their indexes; functions get new ones.
pub(crate) fn write(wasm: &[u8], program: &Program<'_>, plan: &Plan) -> Result<Vec<u8>> {
    let order = plan.shared.iter().chain(&plan.late).copied();
    let mut writer = Writer {
        index: order.zip(0..).collect(),
    };
    writer
        .write(wasm, program, plan)
        .map_err(|error| anyhow!("{error}"))
}

struct Writer {
    /// The new index of each function that the late file has or asks for.
    index: HashMap<Function, u32>,
}

impl Reencode for Writer {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error> {
        Ok(self.index[&function])
    }
}

impl Writer {
    fn write(
        &mut self,
        wasm: &[u8],
        program: &Program<'_>,
        plan: &Plan,
    ) -> std::result::Result<Vec<u8>, Error> {
        let mut module = Module::new();
        module.section(&self.types(wasm)?);
        module.section(&self.imports(program, plan)?);
        let mut functions = FunctionSection::new();
        for function in &plan.late {
            functions.function(program.functions[*function as usize]);
        }
        module.section(&functions);
        module.section(&self.elements(plan));
        let mut code = CodeSection::new();
        for function in &plan.late {
            let body = &program.bodies[(function - program.imported) as usize];
            self.parse_function_body(&mut code, body.clone())?;
        }
        module.section(&code);
        Ok(module.finish())
    }

    fn types(&mut self, wasm: &[u8]) -> std::result::Result<TypeSection, Error> {
        let mut types = TypeSection::new();
        for payload in wasmparser::Parser::new(0).parse_all(wasm) {
            if let wasmparser::Payload::TypeSection(section) = payload? {
                self.parse_type_section(&mut types, section)?;
            }
        }
        Ok(types)
    }

    fn imports(&mut self, program: &Program<'_>, plan: &Plan) -> std::result::Result<ImportSection, Error> {
        let mut imports = ImportSection::new();
        let mut import = |name: String, what: EntityType| {
            imports.import(names::MODULE, &name, what);
        };
        for (index, memory) in (0..).zip(&program.memories) {
            import(names::memory(index), self.memory_type(*memory)?.into());
        }
        for (index, table) in (0..).zip(&program.tables) {
            let mut table = *table;
            if index == 0 {
                table.initial = plan.table;
                table.maximum = table.maximum.map(|most| most.max(plan.table));
            }
            import(names::table(index), self.table_type(table)?.into());
        }
        for (index, global) in (0..).zip(&program.globals) {
            import(names::global(index), self.global_type(*global)?.into());
        }
        for (place, function) in plan.shared.iter().enumerate() {
            import(
                names::function(place),
                EntityType::Function(program.functions[*function as usize]),
            );
        }
        Ok(imports)
    }

    /// One segment for each run of places.
    fn elements(&self, plan: &Plan) -> ElementSection {
        let mut elements = ElementSection::new();
        let mut run: Vec<u32> = Vec::new();
        let mut begin = 0;
        let mut close = |begin: u32, run: &mut Vec<u32>| {
            if !run.is_empty() {
                let offset = ConstExpr::i32_const(begin as i32);
                elements.active(None, &offset, Elements::Functions(std::mem::take(run).into()));
            }
        };
        for (slot, function) in &plan.filled {
            if begin + run.len() as u32 != *slot {
                close(begin, &mut run);
                begin = *slot;
            }
            run.push(self.index[function]);
        }
        close(begin, &mut run);
        elements
    }
}
