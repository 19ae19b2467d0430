//! What became of each line.

use super::lookup::Lookup;
use super::number::{Malformed, Number};
use super::{Identifier, List};
use crate::estate::Estate;
use crate::filter::{Filter, TextTest};
use std::collections::HashMap;

/// What a list comes to in an estate. Each line is matched or one of the problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub identifier: Identifier,
    pub by_heading: bool,
    pub lines: usize,
    pub matched: usize,
    /// How many SIMs those lines name: an IMEI can name several.
    pub sims: usize,
    /// What the SIMs have, as it stands there, each once, in the order of the lines.
    pub values: Vec<String>,
    /// In the order of the lines.
    pub problems: Vec<Problem>,
}

/// A line that brings no SIM of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Counted as editors do, from 1.
    pub line: usize,
    /// What stands there, cut when it is long.
    pub text: String,
    pub fault: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No SIM that the person sees has it.
    Unknown,
    Malformed(Malformed),
    /// An earlier line, this one, says the same.
    Duplicate(usize),
}

impl List<'_> {
    /// Looks the lines up.
    pub fn find(&self, estate: &Estate) -> Report {
        let lookup = Lookup::new(estate, self.identifier);
        let mut report = Report {
            identifier: self.identifier,
            by_heading: self.by_heading,
            lines: self.lines.len(),
            matched: 0,
            sims: 0,
            values: Vec::new(),
            problems: Vec::new(),
        };
        // The line that named a row first; there is no line 0.
        let mut named_by = vec![0; estate.len()];
        let mut unknown: HashMap<Number, usize> = HashMap::new();
        for line in &self.lines {
            let found = line.number.map(|number| (number, lookup.rows(number)));
            let fault = match found {
                Err(malformed) => Some(Fault::Malformed(malformed)),
                Ok((number, rows)) => match rows.first() {
                    None => {
                        let first = *unknown.entry(number).or_insert(line.place);
                        Some(if first == line.place { Fault::Unknown } else { Fault::Duplicate(first) })
                    }
                    Some(&first) => {
                        let new: Vec<u32> =
                            rows.iter().copied().filter(|&row| named_by[row as usize] == 0).collect();
                        // Several SIMs can be in one device; rows with the same value are found together.
                        let known = report.values.len();
                        for &row in &new {
                            named_by[row as usize] = line.place;
                            let value = lookup.value(row);
                            if !report.values[known..].iter().any(|other| **other == *value) {
                                report.values.push(value.to_string());
                            }
                        }
                        report.sims += new.len();
                        new.is_empty().then(|| Fault::Duplicate(named_by[first as usize]))
                    }
                },
            };
            match fault {
                None => report.matched += 1,
                Some(fault) => {
                    let text = line.text.clone().into_owned();
                    report.problems.push(Problem { line: line.place, text, fault });
                }
            }
        }
        report
    }
}

impl Report {
    /// The SIMs that matched; none when there is none.
    pub fn filter(&self) -> Option<Filter> {
        let test = TextTest::AnyOf(self.values.clone());
        (self.matched > 0).then(|| Filter::Text { field: self.identifier.field(), test })
    }

    pub fn unknown(&self) -> usize {
        self.count(|fault| fault == Fault::Unknown)
    }

    pub fn malformed(&self) -> usize {
        self.count(|fault| matches!(fault, Fault::Malformed(_)))
    }

    pub fn duplicates(&self) -> usize {
        self.count(|fault| matches!(fault, Fault::Duplicate(_)))
    }

    /// The problems as lines of tab separated text, for a spreadsheet: line, what stands there, what is wrong.
    pub fn table(&self, words: impl Fn(Fault) -> String) -> String {
        let row = |problem: &Problem| {
            let text = problem.text.replace(['\t', '\r', '\n'], " ");
            format!("{}\t{}\t{}\n", problem.line, crate::export::safe_text(&text), words(problem.fault))
        };
        self.problems.iter().map(row).collect()
    }

    fn count(&self, is: impl Fn(Fault) -> bool) -> usize {
        self.problems.iter().filter(|problem| is(problem.fault)).count()
    }
}
