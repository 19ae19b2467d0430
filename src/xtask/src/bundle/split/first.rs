//! The first part: what the first screen runs, and the ways to all else.

use super::encode::{self, Detour, Functions, LOAD, PARTS};
use super::module::{CALL_TABLE, Module};
use super::plan::Plan;
use anyhow::Result;
use std::collections::BTreeSet;
use wasm_encoder::reencode::Reencode as _;
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, Instruction, MemorySection, StartSection, TableSection,
    ValType,
};
use wasmparser::{DataKind, ExternalKind};

pub fn encode(module: &Module<'_>, plan: &Plan) -> Result<Vec<u8>> {
    let mut functions = Functions::default();
    let types = encode::types(module, plan)?;
    let needed = needed_imports(module, plan);
    let mut imports = encode::imports(module, &mut functions, |it| needed.contains(&it));
    imports.import(PARTS, LOAD, EntityType::Function(types.nothing_to_nothing));
    let load = functions.add_new();

    let mut declared = FunctionSection::new();
    let own = encode::alike_together(module, &plan.first);
    for &function in own.iter().chain(&plan.stubs) {
        encode::declare(&mut declared, module, function);
        functions.add(function);
    }
    declared.function(types.slot_to_slot);
    let ensure = functions.add_new();

    let mut code = CodeSection::new();
    let detour = Detour { ensure, plan, types: &types };
    for &function in &own {
        code.function(&encode::body(module, &functions, function, Some(&detour))?);
    }
    for function in &plan.stubs {
        code.function(&stub(module, *function, plan.deferred[function], ensure));
    }
    code.function(&ensures(whole(module), load));

    let mut slots: Vec<Option<u32>> = Vec::new();
    for slot in &plan.slots {
        let own = slot.filter(|&it| plan.fills_first(module, it));
        slots.push(own.map(|function| functions.new_index(function)).transpose()?);
    }
    let mut written = wasm_encoder::Module::new();
    written.section(&types.section).section(&imports).section(&declared).section(&tables(module, plan)?);
    written.section(&memories(module)?).section(&globals(module)?);
    written.section(&exports(module, plan, &functions)?);
    if let Some(start) = module.start {
        written.section(&StartSection { function_index: functions.new_index(start)? });
    }
    written.section(&encode::fill(&slots)?).section(&code).section(&data(module)?);
    Ok(written.finish())
}

fn needed_imports(module: &Module<'_>, plan: &Plan) -> BTreeSet<u32> {
    let called = plan.calls_of_first(module).into_keys();
    called.chain(module.exported_functions()).chain(module.slots.iter().copied().flatten()).collect()
}

/// Same parameters, same results; the body is behind a slot.
fn stub(module: &Module<'_>, function: u32, slot: u32, ensure: u32) -> Function {
    let kind = module.functions[function as usize];
    let mut stub = Function::new([]);
    for (place, _) in (0..).zip(module.types[kind as usize].params()) {
        stub.instruction(&Instruction::LocalGet(place));
    }
    encode::through_table(&mut stub, slot, kind, ensure);
    stub.instruction(&Instruction::End);
    stub
}

/// Takes a slot, loads the rest if the slot is empty because of its absence, and gives it back.
fn ensures(whole: u32, load: u32) -> Function {
    let mut function = Function::new([]);
    for instruction in [
        Instruction::GlobalGet(whole),
        Instruction::I32Eqz,
        Instruction::If(BlockType::Empty),
        Instruction::LocalGet(0),
        Instruction::TableGet(CALL_TABLE),
        Instruction::RefIsNull,
        Instruction::If(BlockType::Empty),
        Instruction::Call(load),
        Instruction::End,
        Instruction::End,
        Instruction::LocalGet(0),
        Instruction::End,
    ] {
        function.instruction(&instruction);
    }
    function
}

pub fn tables(module: &Module<'_>, plan: &Plan) -> Result<TableSection> {
    let mut tables = TableSection::new();
    for (place, table) in (0..).zip(&module.tables) {
        let mut table = encode::plain().table_type(*table)?;
        if place == CALL_TABLE {
            let size = plan.slots.len() as u64;
            table.maximum = table.maximum.map(|maximum| maximum.max(size));
            table.minimum = size;
        }
        tables.table(table);
    }
    Ok(tables)
}

pub fn memories(module: &Module<'_>) -> Result<MemorySection> {
    let mut memories = MemorySection::new();
    for memory in &module.memories {
        memories.memory(encode::plain().memory_type(*memory)?);
    }
    Ok(memories)
}

/// With one more: whether the rest is there.
pub fn globals(module: &Module<'_>) -> Result<GlobalSection> {
    let mut globals = GlobalSection::new();
    for global in &module.globals {
        let init = encode::plain().const_expr(global.init_expr.clone())?;
        globals.global(encode::plain().global_type(global.ty)?, &init);
    }
    globals.global(WHOLE, &ConstExpr::i32_const(0));
    Ok(globals)
}

/// The place of the global that says whether the rest is there.
fn whole(module: &Module<'_>) -> u32 {
    u32::try_from(module.globals.len()).expect("indices are of 32 bits")
}

/// The type of the global that says whether the rest is there.
pub const WHOLE: GlobalType = GlobalType { val_type: ValType::I32, mutable: true, shared: false };

pub fn exports(module: &Module<'_>, plan: &Plan, functions: &Functions) -> Result<ExportSection> {
    let mut exports = ExportSection::new();
    for export in &module.exports {
        let index = match export.kind {
            ExternalKind::Func => functions.new_index(export.index)?,
            _ => export.index,
        };
        exports.export(export.name, encode::plain().export_kind(export.kind)?, index);
    }
    let named = |kind: ExportKind, place: u32| (shared_name(kind, place), kind, place);
    let tables = (0..).zip(&module.tables).map(|(place, _)| named(ExportKind::Table, place));
    let memories = (0..).zip(&module.memories).map(|(place, _)| named(ExportKind::Memory, place));
    let globals = (0..=whole(module)).map(|place| named(ExportKind::Global, place));
    for (name, kind, place) in tables.chain(memories).chain(globals) {
        exports.export(&name, kind, place);
    }
    for (place, &function) in (0..).zip(&plan.shared) {
        exports.export(
            &shared_name(ExportKind::Func, place),
            ExportKind::Func,
            functions.new_index(function)?,
        );
    }
    Ok(exports)
}

/// The name under which the rest finds what it shares. No name of Rust's begins with a digit.
pub fn shared_name(kind: ExportKind, place: u32) -> String {
    let kind = match kind {
        ExportKind::Table => "t",
        ExportKind::Memory => "m",
        ExportKind::Global => "g",
        ExportKind::Func | ExportKind::Tag => "",
    };
    format!("{place:x}{kind}")
}

pub fn data(module: &Module<'_>) -> Result<DataSection> {
    let mut data = DataSection::new();
    for segment in &module.data {
        if let DataKind::Active { memory_index, offset_expr } = &segment.kind {
            let offset = encode::plain().const_expr(offset_expr.clone())?;
            data.active(*memory_index, &offset, segment.data.iter().copied());
        }
    }
    Ok(data)
}
