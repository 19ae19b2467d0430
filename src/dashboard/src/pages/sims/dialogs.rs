//! The dialogs in which an act is prepared, previewed and started.

pub mod levels;
pub mod lifecycle;
pub mod move_to_account;
