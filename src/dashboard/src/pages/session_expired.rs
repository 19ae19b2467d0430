//! The dialog that asks for the password again.
