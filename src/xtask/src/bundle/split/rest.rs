//! The rest: the bodies of all that the first part defers.

use super::encode::{self, FIRST, Functions};
use super::first::{WHOLE, shared_name};
use super::module::{CALL_TABLE, Module};
use super::plan::Plan;
use anyhow::Result;
use wasm_encoder::reencode::Reencode as _;
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, Function, FunctionSection, ImportSection, Instruction, StartSection,
};

pub fn encode(module: &Module<'_>, plan: &Plan) -> Result<Vec<u8>> {
    let mut functions = Functions::default();
    let types = encode::types(module, plan)?;
    let called = plan.calls_of_rest(module);
    let mut imports = encode::imports(module, &mut functions, |it| called.contains_key(&it));
    for (place, &function) in (0..).zip(&plan.shared) {
        let kind = EntityType::Function(module.functions[function as usize]);
        imports.import(FIRST, &shared_name(ExportKind::Func, place), kind);
        functions.add(function);
    }
    let whole = import_state(module, plan, &mut imports)?;

    let mut declared = FunctionSection::new();
    let own = encode::alike_together(module, &plan.rest);
    for &function in &own {
        encode::declare(&mut declared, module, function);
        functions.add(function);
    }
    let mut slots: Vec<Option<u32>> = Vec::new();
    for slot in &plan.slots {
        let deferred = slot.filter(|&it| !plan.fills_first(module, it));
        slots.push(deferred.map(|function| functions.new_index(function)).transpose()?);
    }
    for placed in plan.pieces.values().flatten() {
        declared.function(types.of_piece(placed.kind));
        slots[placed.slot as usize] = Some(functions.add_new());
    }
    declared.function(types.nothing_to_nothing);
    let start = functions.add_new();

    let mut code = CodeSection::new();
    for &function in &own {
        code.function(&encode::body(module, &functions, function, None)?);
    }
    for placed in plan.pieces.values().flatten() {
        code.function(&encode::piece(module, &functions, &placed.piece)?);
    }
    code.function(&says_that_it_is_there(whole));

    let mut written = wasm_encoder::Module::new();
    written.section(&types.section).section(&imports).section(&declared);
    written.section(&StartSection { function_index: start });
    written.section(&encode::fill(&slots)?).section(&code);
    Ok(written.finish())
}

/// Imports tables, memories and globals in the order of the first part, so that they keep their
/// places; gives the place of the global that says whether the rest is there.
fn import_state(module: &Module<'_>, plan: &Plan, imports: &mut ImportSection) -> Result<u32> {
    for (place, table) in (0..).zip(&module.tables) {
        let mut table = encode::plain().table_type(*table)?;
        if place == CALL_TABLE {
            table.minimum = plan.slots.len() as u64;
            table.maximum = table.maximum.map(|maximum| maximum.max(table.minimum));
        }
        imports.import(FIRST, &shared_name(ExportKind::Table, place), table);
    }
    for (place, memory) in (0..).zip(&module.memories) {
        let memory = encode::plain().memory_type(*memory)?;
        imports.import(FIRST, &shared_name(ExportKind::Memory, place), memory);
    }
    let mut whole = 0;
    for global in &module.globals {
        let kind = encode::plain().global_type(global.ty)?;
        imports.import(FIRST, &shared_name(ExportKind::Global, whole), kind);
        whole += 1;
    }
    imports.import(FIRST, &shared_name(ExportKind::Global, whole), WHOLE);
    Ok(whole)
}

/// Runs when the slots are filled.
fn says_that_it_is_there(whole: u32) -> Function {
    let mut function = Function::new([]);
    for instruction in [Instruction::I32Const(1), Instruction::GlobalSet(whole), Instruction::End] {
        function.instruction(&instruction);
    }
    function
}
