//! Which function goes into which part, and how one part reaches the other.

use super::super::size::Crates;
use super::module::Module;
use super::names::{crate_of, readable};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
}

impl Plan {
    pub fn new(module: &Module<'_>, is_first: impl Fn(u32) -> bool) -> Self {
        let tiny = |function: u32| module.size(function) <= TINY && module.uses(function).is_leaf();
        let is_own = |function: &u32| !module.is_imported(*function);
        let mut first: BTreeSet<u32> =
            module.defined().filter(|&it| is_first(it) || module.start == Some(it)).collect();
        let helpers: Vec<u32> =
            calls(module, &first).keys().copied().filter(|&it| is_own(&it) && tiny(it)).collect();
        first.extend(helpers);
        let mut rest: BTreeSet<u32> = module.defined().filter(|it| !first.contains(it)).collect();
        let copies: Vec<u32> =
            calls(module, &rest).keys().copied().filter(|&it| is_own(&it) && tiny(it)).collect();
        rest.extend(copies);

        let mut plan = Self {
            stubs: BTreeSet::new(),
            deferred: HashMap::new(),
            slots: module.slots.clone(),
            shared: BTreeSet::new(),
            first,
            rest,
        };
        plan.defer(module);
        plan.shared = calls(module, &plan.rest)
            .into_keys()
            .filter(|it| is_own(it) && !plan.rest.contains(it))
            .collect();
        plan
    }

    /// Gives all that the first part calls or exports, and does not have, a slot.
    fn defer(&mut self, module: &Module<'_>) {
        let known: HashMap<u32, u32> = (0..)
            .zip(&self.slots)
            .filter_map(|(slot, function)| function.map(|function| (function, slot)))
            .collect();
        let mut wanted = calls(module, &self.first);
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
            if self.first.contains(&function) {
                code.first += size;
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

/// How often these functions call others.
fn calls(module: &Module<'_>, functions: &BTreeSet<u32>) -> BTreeMap<u32, usize> {
    let mut calls = BTreeMap::new();
    for &function in functions {
        for &called in &module.uses(function).calls {
            *calls.entry(called).or_default() += 1;
        }
    }
    calls
}
