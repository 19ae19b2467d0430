//! Which function goes into which part, and how one part reaches the other.

use super::super::size::Crates;
use super::module::Module;
use super::names::{crate_of, readable};
use super::pieces::{self, Piece};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use wasmparser::ValType;

/// Up to this many bytes a function that calls nothing is cheaper copied than reached.
const TINY: usize = 16;
/// From this many calls on, a deferred function gets a stub: fewer are written out where they stand.
const WORTH_A_STUB: usize = 3;

/// By their indices in the whole module.
pub struct Plan {
    /// The functions whose bodies are in the first part.
    pub first: BTreeSet<u32>,
    /// The functions whose bodies are in the rest. Tiny ones may be in both.
    pub rest: BTreeSet<u32>,
    /// Where in the table the first part finds what it defers.
    pub deferred: HashMap<u32, u32>,
    /// The deferred functions that the first part has a stub of.
    pub stubs: BTreeSet<u32>,
    /// What the table holds when both parts are there, by slot.
    pub slots: Vec<Option<u32>>,
    /// What the first part exports to the rest.
    pub shared: BTreeSet<u32>,
    /// The pieces of the first part's functions that are in the rest, by these functions.
    pub pieces: BTreeMap<u32, Vec<PlacedPiece>>,
    /// The types of pieces.
    pub piece_types: Vec<PieceType>,
}

/// Parameters and results.
pub type PieceType = (Vec<ValType>, Vec<ValType>);

/// A piece with its slot in the table, and the place of its type among those of pieces.
pub struct PlacedPiece {
    pub piece: Piece,
    pub slot: u32,
    pub kind: usize,
}

/// What is known of a function.
pub enum Runs {
    /// The first screen does not run it.
    Never,
    /// It may, and nothing more is known.
    Somehow,
    /// It did before it was changed. What it calls may have been in it.
    Changed,
    /// Of these points of it, some are reached (see [`super::shape::Shape::points`]).
    Through(Vec<bool>),
}

impl Plan {
    pub fn new(module: &Module<'_>, runs: impl Fn(u32) -> Result<Runs>) -> Result<Self> {
        let tiny = |function: u32| module.size(function) <= TINY && module.uses(function).is_leaf();
        let is_own = |function: &u32| !module.is_imported(*function);
        let mut plan = Self {
            first: BTreeSet::new(),
            rest: BTreeSet::new(),
            deferred: HashMap::new(),
            stubs: BTreeSet::new(),
            slots: module.slots.clone(),
            shared: BTreeSet::new(),
            pieces: BTreeMap::new(),
            piece_types: vec![],
        };
        for function in module.defined() {
            match runs(function)? {
                Runs::Never if module.start != Some(function) => continue,
                Runs::Through(reached) => plan.cut(module, function, &reached)?,
                Runs::Changed => {
                    let called = module.uses(function).calls.iter().map(|&(_, called)| called);
                    plan.first.extend(called.filter(is_own));
                }
                Runs::Never | Runs::Somehow => {}
            }
            plan.first.insert(function);
        }
        let helpers: Vec<u32> =
            plan.calls_of_first(module).into_keys().filter(|it| is_own(it) && tiny(*it)).collect();
        plan.first.extend(helpers);
        plan.rest = module.defined().filter(|it| !plan.first.contains(it)).collect();
        let copies: Vec<u32> =
            plan.calls_of_rest(module).into_keys().filter(|it| is_own(it) && tiny(*it)).collect();
        plan.rest.extend(copies);
        plan.defer(module);
        let shared = plan.calls_of_rest(module).into_keys();
        plan.shared = shared.filter(|it| is_own(it) && !plan.rest.contains(it)).collect();
        Ok(plan)
    }

    /// Takes out of a function what is not reached.
    fn cut(&mut self, module: &Module<'_>, function: u32, reached: &[bool]) -> Result<()> {
        let locals = pieces::locals(module, function)?;
        let types = |of: &[u32]| of.iter().map(|&local| locals[local as usize]).collect::<Vec<_>>();
        for piece in pieces::pieces(module, function, reached)? {
            let kind = (types(&piece.reads), types(&piece.writes));
            let known = self.piece_types.iter().position(|it| *it == kind);
            let kind = known.unwrap_or_else(|| {
                self.piece_types.push(kind);
                self.piece_types.len() - 1
            });
            // Nothing of the whole module is in it.
            self.slots.push(None);
            let slot = u32::try_from(self.slots.len() - 1)?;
            self.pieces.entry(function).or_default().push(PlacedPiece { piece, slot, kind });
        }
        Ok(())
    }

    /// How often the first part calls functions.
    pub fn calls_of_first(&self, module: &Module<'_>) -> BTreeMap<u32, usize> {
        let own = self.first.iter().flat_map(|&function| {
            let calls = module.uses(function).calls.iter();
            calls.filter(move |(at, _)| !self.is_in_piece(function, *at)).map(|&(_, called)| called)
        });
        counted(own)
    }

    /// How often the rest does.
    pub fn calls_of_rest(&self, module: &Module<'_>) -> BTreeMap<u32, usize> {
        let whole = self.rest.iter().flat_map(|&it| &module.uses(it).calls).map(|&(_, called)| called);
        let pieces = self.pieces.keys().flat_map(|&function| {
            let calls = module.uses(function).calls.iter();
            calls.filter(move |(at, _)| self.is_in_piece(function, *at)).map(|&(_, called)| called)
        });
        counted(whole.chain(pieces))
    }

    fn is_in_piece(&self, function: u32, at: usize) -> bool {
        let mut pieces = self.pieces.get(&function).into_iter().flatten();
        pieces.any(|it| it.piece.operators.contains(&at))
    }

    /// Gives all that the first part calls or exports, and does not have, a slot.
    fn defer(&mut self, module: &Module<'_>) {
        let known: HashMap<u32, u32> = (0..)
            .zip(&self.slots)
            .filter_map(|(slot, function)| function.map(|function| (function, slot)))
            .collect();
        let mut wanted = self.calls_of_first(module);
        for function in module.exported_functions() {
            *wanted.entry(function).or_default() += WORTH_A_STUB;
        }
        for (function, times) in wanted {
            if module.is_imported(function) || self.first.contains(&function) {
                continue;
            }
            let slot = known.get(&function).copied().unwrap_or_else(|| {
                self.slots.push(Some(function));
                u32::try_from(self.slots.len() - 1).expect("indices are of 32 bits")
            });
            self.deferred.insert(function, slot);
            if times >= WORTH_A_STUB {
                self.stubs.insert(function);
            }
        }
    }

    /// How much code of which crate is in the parts.
    pub fn crates(&self, module: &Module<'_>) -> Crates {
        let mut crates = Crates::new();
        for function in module.defined() {
            let name = readable(module.name(function));
            let code = crates.entry(crate_of(&name).to_owned()).or_default();
            let size = module.size(function) as u64;
            let pieces = self.pieces.get(&function).into_iter().flatten();
            let cut: usize = pieces.map(|it| module.bytes_of(function, &it.piece.operators)).sum();
            code.rest += cut as u64;
            if self.first.contains(&function) {
                code.first += size - cut as u64;
            }
            if self.rest.contains(&function) {
                code.rest += size;
            }
        }
        crates
    }

    /// Whether the first part fills a slot with this function; imported ones are in both parts' reach.
    pub fn fills_first(&self, module: &Module<'_>, function: u32) -> bool {
        module.is_imported(function) || self.first.contains(&function)
    }
}

fn counted(calls: impl Iterator<Item = u32>) -> BTreeMap<u32, usize> {
    let mut counted = BTreeMap::new();
    for called in calls {
        *counted.entry(called).or_default() += 1;
    }
    counted
}
