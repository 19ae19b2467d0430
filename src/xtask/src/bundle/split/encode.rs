//! What both parts are written with.

use super::module::{CALL_TABLE, Module};
use super::pieces::{self, Piece};
use super::plan::{PlacedPiece, Plan};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};
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
    /// The slots of deferred functions, and the pieces.
    pub plan: &'a Plan,
    pub types: &'a Types,
}

/// A function's body; with a detour if the part has to take one.
pub fn body(
    module: &Module<'_>,
    functions: &Functions,
    function: u32,
    detour: Option<&Detour<'_>>,
) -> Result<Function> {
    let body = module.body(function);
    let mut renumbered = Renumbered(functions);
    let mut written = renumbered.new_function_with_parsed_locals(body)?;
    let pieces = detour.and_then(|detour| detour.plan.pieces.get(&function));
    let mut pieces = pieces.into_iter().flatten().peekable();
    for (at, operator) in body.get_operators_reader()?.into_iter().enumerate() {
        if let (Some(placed), Some(detour)) = (pieces.peek(), detour) {
            if at == placed.piece.operators.start {
                call_piece(&mut written, placed, detour);
            }
            if at + 1 == placed.piece.operators.end {
                pieces.next();
                continue;
            }
            if at >= placed.piece.operators.start {
                continue;
            }
        }
        match (operator?, detour) {
            (Operator::Call { function_index }, Some(detour))
                if !functions.new.contains_key(&function_index) =>
            {
                let slot = detour.plan.deferred.get(&function_index);
                let slot = slot.context("a deferred function has a slot")?;
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

/// A function's body, with something before some of its operators.
pub fn with_probes(
    module: &Module<'_>,
    functions: &Functions,
    function: u32,
    probes: &BTreeMap<usize, [Instruction<'_>; 2]>,
) -> Result<Function> {
    let body = module.body(function);
    let mut renumbered = Renumbered(functions);
    let mut written = renumbered.new_function_with_parsed_locals(body)?;
    for (at, operator) in body.get_operators_reader()?.into_iter().enumerate() {
        for instruction in probes.get(&at).into_iter().flatten() {
            written.instruction(instruction);
        }
        written.instruction(&renumbered.instruction(operator?)?);
    }
    Ok(written)
}

fn call_piece(written: &mut Function, placed: &PlacedPiece, detour: &Detour<'_>) {
    let PlacedPiece { piece, slot, kind } = placed;
    for &local in &piece.reads {
        written.instruction(&Instruction::LocalGet(local));
    }
    through_table(written, *slot, detour.types.of_piece(*kind), detour.ensure);
    for &local in piece.writes.iter().rev() {
        written.instruction(&Instruction::LocalSet(local));
    }
    if piece.ends {
        written.instruction(&Instruction::Unreachable);
    }
}

/// A piece as a function of its own.
pub fn piece(module: &Module<'_>, functions: &Functions, piece: &Piece) -> Result<Function> {
    let kinds = pieces::locals(module, piece.function)?;
    // Parameters come first, then what only the piece itself knows.
    let mut places: HashMap<u32, u32> =
        (0..).zip(&piece.reads).map(|(place, &local)| (local, place)).collect();
    let mut own = Vec::new();
    let mut operators = Vec::new();
    for operator in
        module.body(piece.function).get_operators_reader()?.into_iter().skip(piece.operators.start)
    {
        if operators.len() == piece.operators.len() {
            break;
        }
        operators.push(operator?);
    }
    for operator in &operators {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator
        {
            let next = u32::try_from(places.len())?;
            places.entry(*local_index).or_insert_with(|| {
                own.push((1, kinds[*local_index as usize]));
                next
            });
        }
    }
    let mut renumbered = Renumbered(functions);
    let own: Vec<(u32, ValType)> =
        own.into_iter().map(|(count, kind)| Ok((count, plain().val_type(kind)?))).collect::<Result<_>>()?;
    let mut written = Function::new(own);
    for operator in operators {
        let operator = match operator {
            Operator::LocalGet { local_index } => Operator::LocalGet { local_index: places[&local_index] },
            Operator::LocalSet { local_index } => Operator::LocalSet { local_index: places[&local_index] },
            Operator::LocalTee { local_index } => Operator::LocalTee { local_index: places[&local_index] },
            other => other,
        };
        written.instruction(&renumbered.instruction(operator)?);
    }
    for local in &piece.writes {
        written.instruction(&Instruction::LocalGet(places[local]));
    }
    written.instruction(&Instruction::End);
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
    first_of_pieces: u32,
}

impl Types {
    pub fn of_piece(&self, kind: usize) -> u32 {
        self.first_of_pieces + u32::try_from(kind).expect("indices are of 32 bits")
    }
}

pub fn types(module: &Module<'_>, plan: &Plan) -> Result<Types> {
    let mut section = TypeSection::new();
    for kind in &module.types {
        section.ty().func_type(&plain().func_type(kind.clone())?);
    }
    let added = section.len();
    section.ty().function([], []);
    section.ty().function([ValType::I32], [ValType::I32]);
    section.ty().function([ValType::I32], []);
    for (parameters, results) in &plan.piece_types {
        let encoded = |types: &[wasmparser::ValType]| {
            types.iter().map(|&kind| Ok(plain().val_type(kind)?)).collect::<Result<Vec<_>>>()
        };
        section.ty().function(encoded(parameters)?, encoded(results)?);
    }
    Ok(Types {
        section,
        nothing_to_nothing: added,
        slot_to_slot: added + 1,
        number_to_nothing: added + 2,
        first_of_pieces: added + 3,
    })
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

/// Functions in an order in which they compress well: those that take and give the same beside each other, the small
/// ones first.
pub fn alike_together(module: &Module<'_>, functions: &BTreeSet<u32>) -> Vec<u32> {
    let mut ordered: Vec<u32> = functions.iter().copied().collect();
    ordered.sort_by_key(|&function| (module.functions[function as usize], module.size(function)));
    ordered
}

pub fn declare(declared: &mut FunctionSection, module: &Module<'_>, function: u32) {
    declared.function(module.functions[function as usize]);
}

/// Fills the slots that are given, in runs without a gap.
pub fn fill(slots: &[Option<u32>]) -> Result<ElementSection> {
    let mut elements = ElementSection::new();
    let mut at = 0;
    for run in slots.chunk_by(|a, b| a.is_some() == b.is_some()) {
        let held: Vec<u32> = run.iter().copied().flatten().collect();
        if !held.is_empty() {
            let offset = ConstExpr::i32_const(i32::try_from(at)?);
            elements.active(None, &offset, Elements::Functions(held.into()));
        }
        at += run.len();
    }
    Ok(elements)
}
