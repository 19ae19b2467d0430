//! The functions that the first screen runs: a list of names that was recorded in browsers.
//!
//! It need not be up to date to be right. It also tells what was there and did not run, so what is new since then is
//! known: that comes with the first part, as it may be a piece of what was recorded. A change to a page gives functions
//! that have nothing to do with it other borders, and one that many share another of their names.
//!
//! Compilers draw the borders between functions differently, so there is a list for each release of the compiler that
//! builds the bundle somewhere. One without a list goes by all of them, which is not as small and may wait for the rest.

use super::super::digest::short;
use super::module::Module;
use super::names;
use super::plan::Runs;
use super::shape::Shape;
use crate::layout;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

pub struct FirstScreen {
    names: HashSet<String>,
    /// By the name and the digest of the form.
    points: HashMap<(String, String), Vec<bool>>,
    /// What was there and did not run, if this compiler's functions are known: see [`unused`].
    unused: Option<HashSet<String>>,
}

impl FirstScreen {
    /// What was recorded with a release of the compiler.
    pub fn read(release: &str) -> Result<Self> {
        let mut read = Self { names: HashSet::new(), points: HashMap::new(), unused: None };
        if is_recorded(release) {
            read.unused = Some(HashSet::new());
            read.add(&file(release))?;
        } else {
            for entry in
                fs::read_dir(folder()).context("there are no lists of the first screen's functions")?
            {
                read.add(&entry?.path())?;
            }
        }
        Ok(read)
    }

    fn add(&mut self, file: &Path) -> Result<()> {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        self.add_list(&text).with_context(|| format!("cannot make sense of {}", file.display()))
    }

    fn add_list(&mut self, list: &str) -> Result<()> {
        for line in list.lines() {
            match *line.split('\t').collect::<Vec<_>>() {
                [name, form, points] => {
                    self.names.insert(name.to_owned());
                    let known = self.points.entry((name.to_owned(), form.to_owned())).or_default();
                    unite(known, &from_digits(points));
                }
                [digest] => {
                    self.unused.as_mut().map(|unused| unused.insert(digest.to_owned()));
                }
                _ => bail!("this line is none: {line}"),
            }
        }
        Ok(())
    }

    pub fn runs(&self, module: &Module<'_>, function: u32) -> Result<Runs> {
        let name = line(module, function);
        let form = Shape::of(module, function)?.digest();
        Ok(self.known(&name, &form))
    }

    /// A function without a name is known by its form alone.
    fn known(&self, name: &str, form: &str) -> Runs {
        if let Some(points) = self.points.get(&(name.to_owned(), form.to_owned())) {
            return Runs::Through(points.clone());
        }
        let has_run = !name.is_empty() && self.names.contains(name);
        match &self.unused {
            Some(known) if known.contains(&unused(name, form, has_run)) => Runs::Never,
            Some(_) if has_run => Runs::Changed,
            None if !has_run => Runs::Never,
            Some(_) | None => Runs::Somehow,
        }
    }
}

/// How it is told that a function was there and did not run: a digest of its name, where that says which one it is.
fn unused(name: &str, form: &str, another_has_run: bool) -> String {
    let is_told_by_name = !name.is_empty() && !another_has_run;
    let told = if is_told_by_name { name.to_owned() } else { format!("{name}\t{form}") };
    short(told.as_bytes())[..8].to_owned()
}

/// Takes what ran, by the numbers of points that probes have told, as the new list of a release of the compiler.
pub fn record(module: &Module<'_>, ran: &str, release: &str) -> Result<()> {
    let ran = ran.lines().map(str::parse::<usize>).collect::<Result<HashSet<_>, _>>()?;
    let mut functions: BTreeMap<(String, String), Vec<bool>> = BTreeMap::new();
    let mut begin = 0;
    for function in module.defined() {
        let shape = Shape::of(module, function)?;
        let count = shape.points().len();
        let reached: Vec<bool> = (begin..begin + count).map(|point| ran.contains(&point)).collect();
        begin += count;
        unite(functions.entry((line(module, function), shape.digest())).or_default(), &reached);
    }
    fs::create_dir_all(folder())?;
    fs::write(file(release), list(&functions))
        .context("cannot write the list of the first screen's functions")
}

/// A line for each function that ran, by name and form; then one for each of the others.
fn list(functions: &BTreeMap<(String, String), Vec<bool>>) -> String {
    let has_run = |reached: &&Vec<bool>| reached.contains(&true);
    let names: HashSet<&String> =
        functions.iter().filter(|(_, it)| has_run(it)).map(|((name, _), _)| name).collect();
    let mut unused_ones = BTreeSet::new();
    let mut text = String::new();
    for ((name, form), reached) in functions {
        if has_run(&reached) {
            text += &format!("{name}\t{form}\t{}\n", digits(reached));
        } else {
            unused_ones.insert(unused(name, form, names.contains(name)));
        }
    }
    unused_ones.iter().fold(text, |text, digest| text + digest + "\n")
}
/// Reached by either.
fn unite(known: &mut Vec<bool>, reached: &[bool]) {
    known.resize(known.len().max(reached.len()), false);
    for (known, &reached) in known.iter_mut().zip(reached) {
        *known |= reached;
    }
}

/// Four points in a digit.
fn digits(reached: &[bool]) -> String {
    let digit = |points: &[bool]| {
        let value = (0..).zip(points).map(|(place, &reached)| u32::from(reached) << place).sum();
        char::from_digit(value, 16).unwrap_or_default()
    };
    reached.chunks(4).map(digit).collect()
}

fn from_digits(digits: &str) -> Vec<bool> {
    let points = |digit: char| {
        let value = digit.to_digit(16).unwrap_or_default();
        (0..4).map(move |place| value & 1 << place != 0)
    };
    digits.chars().flat_map(points).collect()
}

fn line(module: &Module<'_>, function: u32) -> String {
    names::on_a_line(&names::readable(module.name(function)))
}

/// Whether there is a list for a release of the compiler.
pub fn is_recorded(release: &str) -> bool {
    file(release).exists()
}

fn file(release: &str) -> PathBuf {
    folder().join(format!("rustc-{release}.txt"))
}

fn folder() -> PathBuf {
    layout::root().join("src/dashboard/first-screen")
}

#[cfg(test)]
mod tests {
    use super::{FirstScreen, Runs, digits, from_digits, list, unite};
    use std::collections::{BTreeMap, HashMap, HashSet};

    /// What a list says that was recorded when of two names one ran, and of two functions without a name, and of two of the
    /// same name.
    fn recorded(unused: Option<HashSet<String>>) -> FirstScreen {
        let functions = [
            ("started", "a", true),
            ("opened", "b", false),
            ("", "c", true),
            ("", "d", false),
            ("drawn", "e", true),
            ("drawn", "f", false),
        ];
        let functions: BTreeMap<(String, String), Vec<bool>> = functions
            .into_iter()
            .map(|(name, form, ran)| ((name.to_owned(), form.to_owned()), vec![ran]))
            .collect();
        let mut read = FirstScreen { names: HashSet::new(), points: HashMap::new(), unused };
        read.add_list(&list(&functions)).expect("it can be read");
        read
    }

    #[test]
    fn what_did_not_run_comes_later_and_what_is_new_at_once() {
        let known = recorded(Some(HashSet::new()));
        for (name, form) in [("started", "a"), ("", "c"), ("drawn", "e")] {
            assert!(matches!(known.known(name, form), Runs::Through(_)), "{name} ran");
        }
        for (name, form) in [("opened", "b"), ("opened", "new"), ("", "d"), ("drawn", "f")] {
            assert!(matches!(known.known(name, form), Runs::Never), "{name} did not run");
        }
        assert!(matches!(known.known("drawn", "new"), Runs::Changed));
        for (name, form) in [("new", "a"), ("", "new")] {
            assert!(matches!(known.known(name, form), Runs::Somehow), "{name} was not there");
        }
    }

    #[test]
    fn by_the_lists_of_other_compilers_names_that_ran_come_at_once() {
        let known = recorded(None);
        assert!(matches!(known.known("started", "new"), Runs::Somehow));
        for (name, form) in [("opened", "b"), ("new", "a"), ("", "new")] {
            assert!(matches!(known.known(name, form), Runs::Never), "{name} did not run");
        }
    }

    #[test]
    fn points_are_read_as_they_were_written() {
        let points = [true, false, false, true, false, true];
        assert_eq!(digits(&points), "92");
        assert_eq!(from_digits("92")[..6], points);
    }

    #[test]
    fn what_either_has_reached_is_reached() {
        let mut known = from_digits("1");
        unite(&mut known, &from_digits("42"));
        assert_eq!(digits(&known), "52");
    }
}
