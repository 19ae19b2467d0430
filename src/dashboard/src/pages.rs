//! The screens.

mod account_choices;
pub mod accounts;
mod attempt;
mod code_entry;
pub mod help;
pub mod history;
pub mod labels;
mod language_choice;
mod language_select;
mod loading;
mod new_password;
pub mod not_found;
pub mod operations;
mod outside;
pub mod overview;
mod password_field;
mod product;
pub mod profile;
mod session_expired;
pub mod shell;
mod sign_in;
pub mod sims;
pub mod start;
mod title;
mod told;
mod trouble;
pub mod two_factor;
