//! The whole module, in which every function says that it runs.

use super::encode::{self, Functions, PARTS};
use super::first::{data, exports, globals, memories, tables};
use super::module::Module;
use super::plan::Plan;
use anyhow::Result;
use wasm_encoder::{CodeSection, EntityType, FunctionSection, Instruction};

/// The function of [`PARTS`] that is told a function's index when it begins.
const RUNS: &str = "runs";

pub fn encode(module: &Module<'_>) -> Result<Vec<u8>> {
    let plan = Plan::new(module, |_| true);
    let mut functions = Functions::default();
    let types = encode::types(module)?;
    let mut imports = encode::imports(module, &mut functions, |_| true);
    imports.import(PARTS, RUNS, EntityType::Function(types.number_to_nothing));
    let runs = functions.add_new();
    let mut declared = FunctionSection::new();
    for function in module.defined() {
        encode::declare(&mut declared, module, function);
        functions.add(function);
    }
    let mut code = CodeSection::new();
    for function in module.defined() {
        let says = [Instruction::I32Const(function.cast_signed()), Instruction::Call(runs)];
        code.function(&encode::body_after(&says, module, &functions, function, None)?);
    }
    let mut written = wasm_encoder::Module::new();
    written.section(&types.section).section(&imports).section(&declared).section(&tables(module, &plan)?);
    written.section(&memories(module)?).section(&globals(module)?);
    written.section(&exports(module, &plan, &functions)?);
    written.section(&encode::fill(&module.slots, &functions)?).section(&code).section(&data(module)?);
    Ok(written.finish())
}
