//! Fields to type in, with their label, hint and error beside them.

mod frame;
mod text;

pub use frame::{FieldFrame, FieldIds};
pub use text::TextField;
