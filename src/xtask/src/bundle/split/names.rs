//! What functions are called, told in the same way from build to build.

use super::super::digest::short;
use rustc_demangle::try_demangle;

/// A function's name as written in Rust, with its types and without the hashes of crates.
pub fn readable(mangled: &str) -> String {
    match try_demangle(mangled) {
        Ok(name) => format!("{name:#}"),
        Err(_) => mangled.to_owned(),
    }
}

/// From this length on a name is told by its beginning and a digest: types of views are as long as
/// the views are large.
const LONG: usize = 64;

/// A readable name that fits on a line.
pub fn on_a_line(readable: &str) -> String {
    if readable.len() <= LONG {
        return readable.to_owned();
    }
    let beginning: String = readable.chars().take(LONG - 16).collect();
    format!("{beginning}… {}", &short(readable.as_bytes())[..10])
}

/// The crate that a function is counted to: the first one that its name tells, where the names of
/// glue such as `drop` tell whose values it is about.
pub fn crate_of(readable: &str) -> &str {
    let glue = ["core::ptr::drop_glue::<", "core::ptr::drop_in_place::<"];
    let told = glue.iter().find_map(|glue| readable.strip_prefix(glue)).unwrap_or(readable);
    let is_word = |char: char| char.is_ascii_alphanumeric() || char == '_';
    let mut words = told.match_indices("::").filter_map(|(at, _)| {
        let word = told[..at].rsplit(|char| !is_word(char)).next().unwrap_or_default();
        (!word.is_empty()).then_some(word)
    });
    words.next().unwrap_or("without a crate")
}

#[cfg(test)]
mod tests {
    use super::{crate_of, on_a_line};

    #[test]
    fn a_function_belongs_to_the_first_crate_in_its_name() {
        assert_eq!(crate_of("dashboard::main"), "dashboard");
        assert_eq!(crate_of("<&leptos::View as core::fmt::Debug>::fmt"), "leptos");
        assert_eq!(crate_of("core::ptr::drop_glue::<alloc::vec::Vec<domain::Sim>>"), "alloc");
        assert_eq!(crate_of("memcpy"), "without a crate");
    }

    #[test]
    fn a_long_name_keeps_its_beginning_and_differs_from_others() {
        let long = |end: &str| on_a_line(&format!("{}{end}", "dashboard::pages::".repeat(9)));
        assert_eq!(on_a_line("dashboard::main"), "dashboard::main");
        assert!(long("a").starts_with("dashboard::pages::dashboard"));
        assert!(long("a") != long("b") && long("a").chars().count() < 64);
    }
}
