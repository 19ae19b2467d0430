//! The form of a function: which places in it a probe stands at, and how its constructs lie in one another.

use super::super::digest::short;
use super::module::Module;
use anyhow::Result;
use std::mem::discriminant;
use std::ops::Range;
use wasmparser::Operator;

/// A function's operators, with what lies where.
pub struct Shape<'a> {
    pub operators: Vec<Operator<'a>>,
    /// For the beginning of a construct, its end; for all others, themselves.
    pub ends: Vec<usize>,
    /// For an `if`, the place of its `else`.
    elses: Vec<Option<usize>>,
}

impl<'a> Shape<'a> {
    pub fn of(module: &Module<'a>, function: u32) -> Result<Self> {
        let mut operators = Vec::new();
        for operator in module.body(function).get_operators_reader()? {
            operators.push(operator?);
        }
        let mut ends: Vec<usize> = (0..operators.len()).collect();
        let mut elses = vec![None; operators.len()];
        let mut open = Vec::new();
        for (at, operator) in operators.iter().enumerate() {
            match operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => open.push(at),
                Operator::Else => {
                    if let Some(&begun) = open.last() {
                        elses[begun] = Some(at);
                    }
                }
                Operator::End => {
                    if let Some(begun) = open.pop() {
                        ends[begun] = at;
                    }
                }
                _ => {}
            }
        }
        Ok(Self { operators, ends, elses })
    }

    /// What stands in the body itself, without its last `end`.
    pub fn all(&self) -> Range<usize> {
        0..self.operators.len() - 1
    }

    /// The sequences in a construct: one, or both arms of an `if`.
    pub fn inside(&self, construct: usize) -> impl Iterator<Item = Range<usize>> + use<> {
        let (begin, end) = (construct + 1, self.ends[construct]);
        let one = (end >= begin).then(|| begin..self.elses[construct].unwrap_or(end));
        let other = self.elses[construct].map(|middle| middle + 1..end);
        one.into_iter().chain(other)
    }

    pub fn has_else(&self, construct: usize) -> bool {
        self.elses[construct].is_some()
    }

    /// The places that are reached or not, whatever came before them in their sequence.
    pub fn points(&self) -> Vec<usize> {
        let is_point = |at: &usize| match at.checked_sub(1).map(|before| &self.operators[before]) {
            None => true,
            Some(before) => {
                matches!(before, Operator::If { .. } | Operator::Else | Operator::End | Operator::BrIf { .. })
            }
        };
        (0..self.operators.len()).filter(is_point).collect()
    }

    /// The same for functions of the same form, wherever code and data lie.
    pub fn digest(&self) -> String {
        let mut text = String::new();
        for operator in &self.operators {
            text += &match operator {
                Operator::LocalGet { .. }
                | Operator::LocalSet { .. }
                | Operator::LocalTee { .. }
                | Operator::Br { .. }
                | Operator::BrIf { .. } => format!("{operator:?}"),
                other => format!("{:?}", discriminant(other)),
            };
        }
        short(text.as_bytes())[..8].to_owned()
    }
}
