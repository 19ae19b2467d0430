//! Answers that are more than the value in them.

use crate::error::Error;
use contract::sim::{ChangePage, ColumnPage};

/// A value and the tag of the version that was read, which a change to it has to name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged<T> {
    pub value: T,
    pub etag: String,
}

/// The text of a page of columns. Reading it copies no text that stands in it as it is.
#[derive(Clone, Debug)]
pub struct PageText(pub(crate) String);

impl PageText {
    /// Reads it.
    pub fn parse(&self) -> Result<ColumnPage<'_>, Error> {
        serde_json::from_str(&self.0).map_err(|error| Error::unreadable(200, error))
    }
}

/// The text of a page of changes.
#[derive(Clone, Debug)]
pub struct ChangeText(pub(crate) String);

impl ChangeText {
    /// Reads it.
    pub fn parse(&self) -> Result<ChangePage<'_>, Error> {
        serde_json::from_str(&self.0).map_err(|error| Error::unreadable(200, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_programs_answer_is_unreadable() {
        for text in ["", "<!doctype html>", "{}"] {
            assert!(matches!(PageText(text.to_owned()).parse(), Err(Error::Unreadable { .. })));
            assert!(matches!(ChangeText(text.to_owned()).parse(), Err(Error::Unreadable { .. })));
        }
    }
}
