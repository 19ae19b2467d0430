//! Fields to type in, with their label, hint and error beside them.

mod area;
mod colour;
mod file;
mod frame;
mod select;
mod text;

pub use area::TextArea;
pub use colour::ColourField;
pub use file::FileField;
pub use frame::{FieldFrame, FieldIds};
pub use select::SelectField;
pub use text::TextField;
