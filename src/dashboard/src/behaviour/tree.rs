//! The account tree as a tree view: which nodes are visible, and what keys do.

mod keys;
mod slots;
mod visible;

pub use keys::{Press, TreeStep, closed_siblings, step};
pub use slots::{Placed, assign};
pub use visible::{VisibleNode, visible};
