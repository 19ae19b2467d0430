//! Dialogs: native modal ones, opened through a host at the root so that they outlive the page part that opened them.

mod host;
mod parts;

pub use host::{DialogHost, Dialogs, use_dialogs};
pub use parts::{Dialog, InitialFocus};
