//! Pieces of functions of the first part that the first screen does not run: they go into the rest too.
//!
//! A piece is a row of whole operators and constructs that begins and ends with nothing on the stack, and that no branch
//! leaves. It becomes a function of its own: what it reads of the locals it gets as parameters, and what it has written it
//! gives back.

use super::live::{Locals, items, live};
use super::module::Module;
use super::shape::Shape;
use anyhow::Result;
use std::ops::Range;
use wasmparser::{Operator, ValType};

pub struct Piece {
    pub function: u32,
    /// Its operators, as places in the function.
    pub operators: Range<usize>,
    /// The locals that it gets, and those that it gives back.
    pub reads: Vec<u32>,
    pub writes: Vec<u32>,
    /// Whether what comes after it is never reached.
    pub ends: bool,
}

/// A call of a piece takes about so many bytes, besides those for locals.
const CALL: usize = 10;

/// The pieces of a function whose points were reached or not as told.
pub fn pieces(module: &Module<'_>, function: u32, reached: &[bool]) -> Result<Vec<Piece>> {
    let shape = Shape::of(module, function)?;
    let mut cold = vec![None; shape.operators.len()];
    for (point, &reached) in shape.points().into_iter().zip(reached) {
        cold[point] = Some(!reached);
    }
    let mut search = Search { module, shape: &shape, function, cold, found: vec![] };
    search.look_through(shape.all(), false);
    let rows = search.found;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let live = live(&shape);
    let pieces = rows.into_iter().map(|row| {
        let mut read = Locals::default();
        let mut written = Locals::default();
        for operator in &shape.operators[row.clone()] {
            match operator {
                Operator::LocalGet { local_index } => read.insert(*local_index),
                Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                    written.insert(*local_index);
                }
                _ => {}
            }
        }
        let ends = module.is_dead(function, row.end);
        let touched = |local: &u32| read.contains(*local) || written.contains(*local);
        Piece {
            function,
            reads: live[row.start].iter().filter(touched).collect(),
            writes: if ends {
                vec![]
            } else {
                live[row.end].iter().filter(|&local| written.contains(local)).collect()
            },
            ends,
            operators: row,
        }
    });
    let is_worth_it = |piece: &Piece| {
        let bytes = module.bytes_of(function, &piece.operators);
        bytes >= CALL + 2 * (piece.reads.len() + piece.writes.len())
    };
    Ok(pieces.filter(is_worth_it).collect())
}

struct Search<'a, 'm> {
    module: &'a Module<'m>,
    shape: &'a Shape<'m>,
    function: u32,
    /// At points, whether they were not reached.
    cold: Vec<Option<bool>>,
    found: Vec<Range<usize>>,
}

impl Search<'_, '_> {
    fn look_through(&mut self, sequence: Range<usize>, mut cold: bool) {
        let mut begun: Option<usize> = None;
        for item in items(self.shape, sequence.clone()) {
            cold = self.cold[item].unwrap_or(cold);
            if cold && !self.leaves(item) {
                if begun.is_none() && self.is_boundary(item) && !self.module.is_dead(self.function, item) {
                    begun = Some(item);
                }
                continue;
            }
            self.close(begun.take(), item);
            for inside in self.shape.inside(item) {
                self.look_through(inside, cold);
            }
        }
        self.close(begun, sequence.end);
    }

    /// Takes what has begun up to the last place before `end` where the stack is empty.
    fn close(&mut self, begun: Option<usize>, end: usize) {
        let Some(start) = begun else { return };
        let mut last = start;
        for item in items(self.shape, start..end).into_iter().chain([end]) {
            if self.is_boundary(item) {
                last = item;
            }
        }
        if last > start {
            self.found.push(start..last);
        }
    }

    fn is_boundary(&self, place: usize) -> bool {
        self.module.is_empty(self.function, place)
    }

    /// Whether a branch leads from an operator or construct to outside of it.
    fn leaves(&self, item: usize) -> bool {
        let mut depth = 0;
        self.shape.operators[item..=self.shape.ends[item]].iter().any(|operator| {
            match operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => depth += 1,
                Operator::End => depth -= 1,
                Operator::Br { relative_depth } | Operator::BrIf { relative_depth } => {
                    return *relative_depth >= depth;
                }
                Operator::BrTable { targets } => {
                    return targets.default() >= depth || targets.targets().flatten().any(|it| it >= depth);
                }
                Operator::Return => return true,
                _ => {}
            }
            false
        })
    }
}

/// The types of a function's parameters and locals.
pub fn locals(module: &Module<'_>, function: u32) -> Result<Vec<ValType>> {
    let kind = &module.types[module.functions[function as usize] as usize];
    let mut locals = kind.params().to_vec();
    for declared in module.body(function).get_locals_reader()? {
        let (count, kind) = declared?;
        locals.extend(std::iter::repeat_n(kind, count as usize));
    }
    Ok(locals)
}
