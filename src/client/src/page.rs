//! Answers that are more than the value in them.

use crate::error::Error;
use domain::estate::page::{ChangePage, ColumnPage};

/// A value and the tag of the version that was read, which a change to it has to name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged<T> {
    pub value: T,
    pub etag: String,
}

/// A page of columns as it came. Reading it copies no text that stands in it as it is.
#[derive(Clone, Debug)]
pub struct PageText(pub(crate) Vec<u8>);

impl PageText {
    /// Reads it.
    pub fn parse(&self) -> Result<ColumnPage<'_>, Error> {
        ColumnPage::read(&self.0).map_err(|error| Error::unreadable(200, error))
    }
}

/// A page of changes as it came.
#[derive(Clone, Debug)]
pub struct ChangeText(pub(crate) Vec<u8>);

impl ChangeText {
    /// Reads it.
    pub fn parse(&self) -> Result<ChangePage<'_>, Error> {
        ChangePage::read(&self.0).map_err(|error| Error::unreadable(200, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_programs_answer_is_unreadable() {
        for text in ["", "<!doctype html>", "{}"] {
            assert!(matches!(PageText(text.into()).parse(), Err(Error::Unreadable { .. })));
            assert!(matches!(ChangeText(text.into()).parse(), Err(Error::Unreadable { .. })));
        }
    }
}
