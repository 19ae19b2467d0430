//! Fields to type in, with their label, hint and error beside them.

mod area;
mod frame;
mod text;

pub use area::TextArea;
pub use frame::{FieldFrame, FieldIds};
pub use text::TextField;
