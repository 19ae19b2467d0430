//! What to look for.

use serde_json::{Map, Value, json};
use std::fmt::{self, Display};

/// A name as a person reads it; white space counts as one space.
#[derive(Clone, Debug)]
pub enum Name {
    Is(String),
    Has(String),
}

impl Name {
    /// Any name that contains this.
    pub fn containing(part: impl Into<String>) -> Self {
        Self::Has(part.into())
    }

    fn as_json(&self) -> Value {
        match self {
            Self::Is(name) => json!({ "is": name }),
            Self::Has(part) => json!({ "has": part }),
        }
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self::Is(name.to_owned())
    }
}

impl From<String> for Name {
    fn from(name: String) -> Self {
        Self::Is(name)
    }
}

impl From<&String> for Name {
    fn from(name: &String) -> Self {
        Self::Is(name.clone())
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(name) => write!(f, "{name:?}"),
            Self::Has(part) => write!(f, "…{part:?}…"),
        }
    }
}

/// What to look for, when role and name alone do not say it:
/// `Query::role("row").named("8931…").selected(true)`.
#[derive(Clone, Debug)]
pub struct Query {
    by: &'static str,
    role: String,
    name: Option<Name>,
    states: Map<String, Value>,
    hidden: bool,
    nth: Option<usize>,
}

impl Query {
    /// By ARIA role, explicit or implied.
    pub fn role(role: impl Into<String>) -> Self {
        Self { by: "role", role: role.into(), name: None, states: Map::new(), hidden: false, nth: None }
    }

    /// A form field by its label: for those that have no role, such as passwords.
    pub fn label(label: impl Into<Name>) -> Self {
        Self { by: "label", ..Self::role("") }.named(label)
    }

    /// Whatever shows this text itself.
    pub fn text(text: impl Into<Name>) -> Self {
        Self { by: "text", ..Self::role("") }.named(text)
    }

    pub fn named(mut self, name: impl Into<Name>) -> Self {
        self.name = Some(name.into());
        self
    }

    pub fn selected(self, selected: bool) -> Self {
        self.state("selected", selected)
    }

    pub fn checked(self, checked: bool) -> Self {
        self.state("checked", checked)
    }

    pub fn expanded(self, expanded: bool) -> Self {
        self.state("expanded", expanded)
    }

    pub fn pressed(self, pressed: bool) -> Self {
        self.state("pressed", pressed)
    }

    pub fn busy(self, busy: bool) -> Self {
        self.state("busy", busy)
    }

    /// `page`, `true` and so on, as in `aria-current`.
    pub fn current(self, current: impl Into<Value>) -> Self {
        self.state("current", current)
    }

    /// A heading's level.
    pub fn level(self, level: u8) -> Self {
        self.state("level", level)
    }

    /// Also what nobody can see or reach.
    pub fn even_hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    fn state(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.states.insert(name.to_owned(), value.into());
        self
    }

    /// Of several the one with this index.
    pub(crate) fn nth(mut self, index: usize) -> Self {
        self.nth = Some(index);
        self
    }

    pub(crate) fn as_json(&self) -> Value {
        json!({
            "by": self.by,
            "role": self.role,
            "name": self.name.as_ref().map(Name::as_json),
            "states": self.states,
            "hidden": self.hidden,
            "nth": self.nth,
        })
    }
}

impl Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.by == "role" { &self.role } else { self.by })?;
        if let Some(name) = &self.name {
            write!(f, " {name}")?;
        }
        for (state, value) in &self.states {
            write!(f, " {state}={value}")?;
        }
        if let Some(index) = self.nth {
            write!(f, " [{index}]")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Name, Query};

    #[test]
    fn says_what_it_looks_for() {
        let row = Query::role("row").named(Name::containing("8931")).selected(true).nth(2);
        assert_eq!(row.to_string(), "row …\"8931\"… selected=true [2]");
        assert_eq!(Query::label("Password").to_string(), "label \"Password\"");
    }
}
