//! The dialogs in which an act is prepared, previewed and started, and the one for the columns.

pub mod category;
pub mod columns;
pub mod levels;
pub mod lifecycle;
pub mod lift;
pub mod move_to_account;
pub mod tags;
