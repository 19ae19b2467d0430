//! Which locals of a function are still read, at each place of it.

use super::shape::Shape;
use std::ops::Range;
use wasmparser::Operator;

/// Locals, one bit each.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Locals(Vec<u64>);

impl Locals {
    pub fn insert(&mut self, local: u32) {
        let place = local as usize / 64;
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        self.0[place] |= 1 << (local % 64);
    }

    fn remove(&mut self, local: u32) {
        if let Some(bits) = self.0.get_mut(local as usize / 64) {
            *bits &= !(1 << (local % 64));
        }
    }

    pub fn contains(&self, local: u32) -> bool {
        self.0.get(local as usize / 64).is_some_and(|bits| bits & 1 << (local % 64) != 0)
    }

    fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (bits, more) in self.0.iter_mut().zip(&other.0) {
            *bits |= more;
        }
    }

    fn covers(&self, other: &Self) -> bool {
        other.0.iter().enumerate().all(|(place, bits)| bits & !self.0.get(place).copied().unwrap_or(0) == 0)
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.0).flat_map(|(place, &bits)| {
            (0..64).filter(move |bit| bits & 1 << bit != 0).map(move |bit| place * 64 + bit)
        })
    }
}

/// The locals that are read before they are written again, before each operator.
pub fn live(shape: &Shape<'_>) -> Vec<Locals> {
    let mut at = vec![Locals::default(); shape.operators.len()];
    back(shape, shape.all(), Locals::default(), &mut vec![Locals::default()], &mut at);
    at
}

/// Goes through a sequence from its end on. `labels` are what is live where branches lead, the innermost last.
fn back(
    shape: &Shape<'_>,
    sequence: Range<usize>,
    after: Locals,
    labels: &mut Vec<Locals>,
    at: &mut [Locals],
) -> Locals {
    let mut live = after;
    at[sequence.end] = live.clone();
    let items = items(shape, sequence);
    for item in items.into_iter().rev() {
        let target = |depth: u32| &labels[labels.len() - 1 - depth as usize];
        match &shape.operators[item] {
            Operator::LocalGet { local_index } => live.insert(*local_index),
            Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                live.remove(*local_index)
            }
            Operator::Br { relative_depth } => live = target(*relative_depth).clone(),
            Operator::BrIf { relative_depth } => live.add(target(*relative_depth)),
            Operator::BrTable { targets } => {
                live = target(targets.default()).clone();
                for depth in targets.targets().flatten() {
                    live.add(target(depth));
                }
            }
            Operator::Return | Operator::Unreachable => live = Locals::default(),
            Operator::Block { .. } | Operator::If { .. } => {
                labels.push(live.clone());
                let mut before = Locals::default();
                for inside in shape.inside(item) {
                    before.add(&back(shape, inside, live.clone(), labels, at));
                }
                labels.pop();
                if matches!(shape.operators[item], Operator::If { .. }) && !shape.has_else(item) {
                    before.add(&live);
                }
                live = before;
            }
            Operator::Loop { .. } => {
                // Its label is its beginning, which is known when nothing is added any more.
                let mut beginning = Locals::default();
                loop {
                    labels.push(beginning.clone());
                    let mut before = Locals::default();
                    for inside in shape.inside(item) {
                        before.add(&back(shape, inside, live.clone(), labels, at));
                    }
                    labels.pop();
                    if beginning.covers(&before) {
                        break;
                    }
                    beginning.add(&before);
                }
                live = beginning;
            }
            _ => {}
        }
        at[item] = live.clone();
    }
    live
}

/// Where the operators and constructs of a sequence begin.
pub fn items(shape: &Shape<'_>, sequence: Range<usize>) -> Vec<usize> {
    let mut items = Vec::new();
    let mut at = sequence.start;
    while at < sequence.end {
        items.push(at);
        at = shape.ends[at] + 1;
    }
    items
}
