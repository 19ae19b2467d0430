//! Every text that people read, in the language they chose.
//!
//! Texts lie beside the bundle as Fluent files, so that a wording or a language is a file dropped in. They are fetched
//! for the chosen language and for English, which stands in for what is missing. Texts belong to the page as a whole,
//! not to a part of it: [`t!`] works everywhere, and inside a view closure it runs again when the language changes.

mod catalogue;
mod codes;
mod finding;
pub mod format;
pub mod history;
mod keys;
mod language;
mod load;
mod problem;
mod readers;
mod refusal;
mod user_agent;

pub use codes::{column, density, quick_filter, reason, role, status, token_state, user_state, weakness};
pub use finding::{check_about, check_state, finding};
pub use keys::key;
pub use language::{Language, choose_from};
pub use load::{is_wanted, start, switch};
pub use problem::{field_problem, problem};
pub use refusal::{refusal, refused};
pub use user_agent::browser;

use catalogue::Catalogue;
use fluent_bundle::FluentArgs;
use readers::Readers;
use std::cell::RefCell;

thread_local! {
    static CATALOGUE: RefCell<Catalogue> = RefCell::default();
    /// The language of the texts now.
    static LANGUAGE: RefCell<Language> = RefCell::new(Language::english());
    static READERS: Readers = Readers::default();
}

/// The text of a key, with its arguments: `t!("sims-selected", count = 3)`.
#[macro_export]
macro_rules! t {
    ($key:literal) => {
        $crate::text::say($key, None)
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut arguments = fluent_bundle::FluentArgs::new();
        $(arguments.set(stringify!($name), $value);)+
        $crate::text::say($key, Some(&arguments))
    }};
}
pub use crate::t;

/// The language of the texts now.
pub fn language() -> Language {
    READERS.with(Readers::track);
    LANGUAGE.with_borrow(Language::clone)
}

/// What [`t!`] stands for.
pub fn say(key: &'static str, arguments: Option<&FluentArgs>) -> String {
    READERS.with(Readers::track);
    CATALOGUE.with_borrow(|catalogue| catalogue.say(key, arguments))
}
