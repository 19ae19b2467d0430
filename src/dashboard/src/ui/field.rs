//! Fields to type in, with their label, hint and error beside them.

mod area;
mod frame;
mod select;
mod text;

pub use area::TextArea;
pub use frame::{FieldFrame, FieldIds};
pub use select::SelectField;
pub use text::TextField;
