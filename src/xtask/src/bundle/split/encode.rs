//! What both parts are written with.

use super::module::{CALL_TABLE, Module};
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    ConstExpr, ElementSection, Elements, EntityType, Function, FunctionSection, ImportSection, Instruction,
    TypeSection, ValType,
};
use wasmparser::Operator;

/// The module from which the rest imports what it shares with the first part.
pub const FIRST: &str = "first";
/// The module from which the first part imports what loads the rest.
pub const PARTS: &str = "parts";
/// The function there.
pub const LOAD: &str = "load";

/// Functions under their indices in the new module, in the order in which they come to be there.
#[derive(Default)]
pub struct Functions {
    new: HashMap<u32, u32>,
    count: u32,
}

impl Functions {
    /// The next function of the new module, which was `old` in the whole one.
    pub fn add(&mut self, old: u32) {
        let new = self.add_new();
        self.new.insert(old, new);
    }

    /// The next function of the new module, which the whole one does not have.
    pub fn add_new(&mut self) -> u32 {
        self.count += 1;
        self.count - 1
    }

    pub fn new_index(&self, old: u32) -> Result<u32> {
        self.new.get(&old).copied().with_context(|| format!("function {old} is in no reach"))
    }
}

/// Writes anew what names functions; types, tables and globals keep their places in both parts.
struct Renumbered<'a>(&'a Functions);

impl Reencode for Renumbered<'_> {
    type Error = Unreachable;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Unreachable>> {
        self.0.new.get(&function).copied().ok_or(Error::UserError(Unreachable(function)))
    }
}

#[derive(Debug, thiserror::Error)]
#[error("function {0} is called from a part that cannot reach it")]
struct Unreachable(u32);

/// How the first part calls what it may not have yet.
pub struct Detour<'a> {
    /// The function that takes a slot, sees to it that it is filled, and gives it back.
    pub ensure: u32,
    /// The slots of deferred functions.
    pub slots: &'a HashMap<u32, u32>,
}

/// A function's body; with a detour if the part has to take one.
pub fn body(
    module: &Module<'_>,
    functions: &Functions,
    function: u32,
    detour: Option<&Detour<'_>>,
) -> Result<Function> {
    body_after(&[], module, functions, function, detour)
}

/// The same, with instructions before it.
pub fn body_after(
    before: &[Instruction<'_>],
    module: &Module<'_>,
    functions: &Functions,
    function: u32,
    detour: Option<&Detour<'_>>,
) -> Result<Function> {
    let body = module.body(function);
    let mut renumbered = Renumbered(functions);
    let mut written = renumbered.new_function_with_parsed_locals(body)?;
    for instruction in before {
        written.instruction(instruction);
    }
    for operator in body.get_operators_reader()? {
        match (operator?, detour) {
            (Operator::Call { function_index }, Some(detour))
                if !functions.new.contains_key(&function_index) =>
            {
                let slot = detour.slots.get(&function_index).context("a deferred function has a slot")?;
                through_table(&mut written, *slot, module.functions[function_index as usize], detour.ensure);
            }
            (operator @ Operator::CallIndirect { .. }, Some(detour)) => {
                written.instruction(&Instruction::Call(detour.ensure));
                written.instruction(&renumbered.instruction(operator)?);
            }
            (operator, _) => {
                written.instruction(&renumbered.instruction(operator)?);
            }
        }
    }
    Ok(written)
}

pub fn through_table(written: &mut Function, slot: u32, kind: u32, ensure: u32) {
    written.instruction(&Instruction::I32Const(slot.cast_signed()));
    written.instruction(&Instruction::Call(ensure));
    written.instruction(&Instruction::CallIndirect { type_index: kind, table_index: CALL_TABLE });
}

/// The types of the whole module, and those of what is added.
pub struct Types {
    pub section: TypeSection,
    pub nothing_to_nothing: u32,
    pub slot_to_slot: u32,
    pub number_to_nothing: u32,
}

pub fn types(module: &Module<'_>) -> Result<Types> {
    let mut section = TypeSection::new();
    for kind in &module.types {
        section.ty().func_type(&plain().func_type(kind.clone())?);
    }
    let added = section.len();
    section.ty().function([], []);
    section.ty().function([ValType::I32], [ValType::I32]);
    section.ty().function([ValType::I32], []);
    Ok(Types { section, nothing_to_nothing: added, slot_to_slot: added + 1, number_to_nothing: added + 2 })
}

/// For what names no function.
pub fn plain() -> impl Reencode<Error = Infallible> {
    wasm_encoder::reencode::RoundtripReencoder
}

/// The imported functions that a part still needs.
pub fn imports(
    module: &Module<'_>,
    functions: &mut Functions,
    is_needed: impl Fn(u32) -> bool,
) -> ImportSection {
    let mut imports = ImportSection::new();
    for (index, import) in (0..).zip(&module.imports) {
        if is_needed(index) {
            imports.import(
                import.module,
                import.name,
                EntityType::Function(module.functions[index as usize]),
            );
            functions.add(index);
        }
    }
    imports
}

pub fn declare(declared: &mut FunctionSection, module: &Module<'_>, function: u32) {
    declared.function(module.functions[function as usize]);
}

/// Fills the slots that are given, in runs without a gap.
pub fn fill(slots: &[Option<u32>], functions: &Functions) -> Result<ElementSection> {
    let mut elements = ElementSection::new();
    let mut at = 0;
    for run in slots.chunk_by(|a, b| a.is_some() == b.is_some()) {
        let held: Vec<u32> =
            run.iter().flatten().map(|&function| functions.new_index(function)).collect::<Result<_>>()?;
        if !held.is_empty() {
            let offset = ConstExpr::i32_const(i32::try_from(at)?);
            elements.active(None, &offset, Elements::Functions(held.into()));
        }
        at += run.len();
    }
    Ok(elements)
}
