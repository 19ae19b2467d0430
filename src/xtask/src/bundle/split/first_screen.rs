//! The functions that the first screen runs: a list of names that was recorded in browsers.
//!
//! It need not be up to date to be right. A function that is not in it comes with the rest; one that is in it and no
//! longer exists is nothing.
//!
//! Compilers draw the borders between functions differently, so there is a list for each release of the compiler that
//! builds the bundle somewhere. One without a list goes by all of them, which is not as small and may wait for the rest.

use super::module::Module;
use super::names;
use super::plan::Runs;
use super::shape::Shape;
use crate::layout;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

pub struct FirstScreen {
    names: HashSet<String>,
    /// By the name and the digest of the form.
    points: HashMap<(String, String), Vec<bool>>,
}

impl FirstScreen {
    /// What was recorded with a release of the compiler.
    pub fn read(release: &str) -> Result<Self> {
        let mut read = Self { names: HashSet::new(), points: HashMap::new() };
        if is_recorded(release) {
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
        for line in text.lines() {
            let mut columns = line.split('\t');
            let [Some(name), Some(form), Some(points)] = [(); 3].map(|()| columns.next()) else {
                bail!("{} has a line that is none: {line}", file.display())
            };
            self.names.insert(name.to_owned());
            let known = self.points.entry((name.to_owned(), form.to_owned())).or_default();
            unite(known, &from_digits(points));
        }
        Ok(())
    }

    /// A function without a name is known by its form alone.
    pub fn runs(&self, module: &Module<'_>, function: u32) -> Result<Runs> {
        let name = line(module, function);
        if !self.names.contains(&name) {
            return Ok(Runs::Never);
        }
        let form = Shape::of(module, function)?.digest();
        let is_nameless = name.is_empty();
        Ok(match self.points.get(&(name, form)) {
            Some(points) => Runs::Through(points.clone()),
            None if is_nameless => Runs::Never,
            None => Runs::Somehow,
        })
    }
}

/// Takes what ran, by the numbers of points that probes have told, as the new list of a release of the compiler.
pub fn record(module: &Module<'_>, ran: &str, release: &str) -> Result<()> {
    let ran = ran.lines().map(str::parse::<usize>).collect::<Result<HashSet<_>, _>>()?;
    let mut lines: BTreeMap<(String, String), Vec<bool>> = BTreeMap::new();
    let mut begin = 0;
    for function in module.defined() {
        let shape = Shape::of(module, function)?;
        let count = shape.points().len();
        let reached: Vec<bool> = (begin..begin + count).map(|point| ran.contains(&point)).collect();
        begin += count;
        if reached.contains(&true) {
            unite(lines.entry((line(module, function), shape.digest())).or_default(), &reached);
        }
    }
    let text: String = lines
        .into_iter()
        .map(|((name, form), reached)| format!("{name}\t{form}\t{}\n", digits(&reached)))
        .collect();
    fs::create_dir_all(folder())?;
    fs::write(file(release), text).context("cannot write the list of the first screen's functions")
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
    use super::{digits, from_digits, unite};

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
