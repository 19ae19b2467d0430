//! Bulk operations: what they do to a SIM, to which SIMs, and the worker that carries them out.

pub mod act;
mod audit;
pub mod label_undo;
pub mod matching;
pub mod plan;
pub mod preview;
pub mod target;
pub mod worker;
