//! axe-core's verdict on a page.

use crate::page_scripts;
use crate::person::Person;
use serde_json::{Value, json};
use std::fmt::{self, Display};

/// A rule that a page breaks, and where.
#[derive(Debug)]
pub struct Violation {
    pub rule: String,
    pub help: String,
    pub impact: String,
    pub elements: Vec<String>,
}

impl Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule, self.impact, self.help)?;
        self.elements.iter().try_for_each(|element| write!(f, "\n    {element}"))
    }
}

/// WCAG 2.2 to level AA, and what axe calls best practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Judges what has come in: halfway, what is fading in has too little contrast.
const RUN: &str = "
const [tags, done] = arguments;
const isPassing = ({ effect }) => effect.getComputedTiming().endTime !== Infinity;
const atRest = Promise.allSettled(document.getAnimations().filter(isPassing).map(({ finished }) => finished));
const judge = () => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
atRest.then(judge).then(
  (result) => done(result.violations.map(({ id, help, impact, nodes }) => ({
    id, help, impact, elements: nodes.map(({ html, failureSummary }) => `${html}\\n      ${failureSummary.replace(/\\s+/g, ' ')}`),
  }))),
  (error) => done(String(error)),
);";

#[track_caller]
pub fn violations(person: &Person) -> Vec<Violation> {
    if person.run("return typeof axe === 'undefined'", &json!([])) == true {
        person.run(&page_scripts::axe(), &json!([]));
    }
    let found = person.run_async(RUN, &json!([TAGS]));
    let Value::Array(found) = found else { panic!("axe did not finish: {found}") };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let violation = |it: &Value| Violation {
        rule: text(&it["id"]),
        help: text(&it["help"]),
        impact: text(&it["impact"]),
        elements: it["elements"].as_array().into_iter().flatten().map(text).collect(),
    };
    found.iter().map(violation).collect()
}
