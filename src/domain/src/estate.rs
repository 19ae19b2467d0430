//! The estate in memory.
pub mod batch;
