//! The whole module, with a probe at each point: it says that the point is reached.

use super::encode::{self, Functions, PARTS};
use super::first::{data, exports, globals, memories, tables};
use super::module::Module;
use super::plan::{Plan, Runs};
use super::shape::Shape;
use anyhow::Result;
use std::collections::BTreeMap;
use wasm_encoder::{CodeSection, EntityType, FunctionSection, Instruction};

/// The function of [`PARTS`] that is told the number of a point, counted through all functions.
const RUNS: &str = "runs";

pub fn encode(module: &Module<'_>) -> Result<Vec<u8>> {
    let plan = Plan::new(module, |_| Ok(Runs::Somehow))?;
    let mut functions = Functions::default();
    let types = encode::types(module, &plan)?;
    let mut imports = encode::imports(module, &mut functions, |_| true);
    imports.import(PARTS, RUNS, EntityType::Function(types.number_to_nothing));
    let runs = functions.add_new();
    let mut declared = FunctionSection::new();
    for function in module.defined() {
        encode::declare(&mut declared, module, function);
        functions.add(function);
    }
    let mut code = CodeSection::new();
    let mut point = 0;
    for function in module.defined() {
        let shape = Shape::of(module, function)?;
        let points = shape.points();
        let probes = points.iter().map(|&place| {
            point += 1;
            (place, [Instruction::I32Const(point - 1), Instruction::Call(runs)])
        });
        let probes: BTreeMap<usize, [Instruction<'_>; 2]> = probes.collect();
        code.function(&encode::with_probes(module, &functions, function, &probes)?);
    }
    let mut slots = Vec::new();
    for slot in &module.slots {
        slots.push(slot.map(|function| functions.new_index(function)).transpose()?);
    }
    let mut written = wasm_encoder::Module::new();
    written.section(&types.section).section(&imports).section(&declared).section(&tables(module, &plan)?);
    written.section(&memories(module)?).section(&globals(module)?);
    written.section(&exports(module, &plan, &functions)?);
    written.section(&encode::fill(&slots)?).section(&code).section(&data(module)?);
    Ok(written.finish())
}
