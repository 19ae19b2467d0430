//! The two boxes "Data cap" and "Data alert", for many SIMs and for one.

use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::field::TextField;
use client::Error;
use domain::amount::{self, AmountError};
use domain::cap::{LARGEST_LEVEL, LevelError, Levels, alert_for};
use leptos::prelude::*;
use std::sync::Arc;

/// What is typed, and what follows from it. Texts stay as typed, also wrong ones.
#[derive(Clone, Copy)]
pub struct LevelFields {
    /// None until the box is touched, where the SIMs differ: empty would mean "no cap".
    cap: RwSignal<Option<String>>,
    alert: RwSignal<Alert>,
    /// The levels the SIMs had when the edit began.
    start: StoredValue<Option<Levels>>,
    /// Apply was pressed with the cap box untouched.
    missing: RwSignal<bool>,
}

/// What the alert box says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Alert {
    /// What the SIMs have; until the cap is touched.
    Kept,
    /// 80 % of the cap.
    Follows,
    /// Typed in this edit: theirs from now on.
    Typed(String),
}

/// Why a box is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    Amount(AmountError),
    Level(LevelError),
    Missing,
}

impl LevelFields {
    /// Starts from the levels the SIMs have; from nothing when they differ.
    pub fn new(levels: Option<Levels>) -> Self {
        let show = |level: Option<u64>| level.map(format::amount_exact).unwrap_or_default();
        Self {
            cap: RwSignal::new(levels.map(|levels| show(levels.cap))),
            alert: RwSignal::new(match levels {
                Some(levels) if levels.alert != alert_for(levels.cap) => Alert::Kept,
                _ => Alert::Follows,
            }),
            start: StoredValue::new(levels),
            missing: RwSignal::new(false),
        }
    }

    fn cap(self) -> Result<Option<u64>, Wrong> {
        match self.cap.get() {
            Some(text) => amount::parse(&text).map_err(Wrong::Amount).and_then(in_range),
            None => Err(Wrong::Missing),
        }
    }

    fn alert(self) -> Result<Option<u64>, Wrong> {
        match self.alert.get() {
            Alert::Typed(text) => amount::parse(&text).map_err(Wrong::Amount).and_then(in_range),
            Alert::Follows => Ok(self.cap().ok().and_then(alert_for)),
            Alert::Kept => Ok(self.start.get_value().and_then(|levels| levels.alert)),
        }
    }

    /// The levels typed; none when something is wrong with them.
    pub fn read(self) -> Option<Levels> {
        Levels { cap: self.cap().ok()?, alert: self.alert().ok()? }.check().ok()
    }

    /// Whether they can be sent; else the boxes say why not.
    pub fn check(self) -> bool {
        self.missing.set(self.cap.with_untracked(Option::is_none));
        untrack(|| self.read()).is_some()
    }

    fn type_cap(self, text: String) {
        self.cap.set(Some(text));
        self.missing.set(false);
        if !matches!(self.alert.get_untracked(), Alert::Typed(_)) {
            self.alert.set(Alert::Follows);
        }
    }

    fn alert_text(self) -> String {
        match self.alert.get() {
            Alert::Typed(text) => text,
            Alert::Follows | Alert::Kept => {
                self.alert().ok().flatten().map(format::amount_exact).unwrap_or_default()
            }
        }
    }

    fn cap_error(self) -> Option<Wrong> {
        match self.cap() {
            Err(Wrong::Missing) => self.missing.get().then_some(Wrong::Missing),
            cap => cap.err(),
        }
    }

    fn alert_error(self) -> Option<Wrong> {
        match (self.cap(), self.alert()) {
            (_, Err(wrong)) => Some(wrong),
            (Ok(cap), Ok(alert)) => Levels { cap, alert }.check().err().map(Wrong::Level),
            _ => None,
        }
    }
}

fn in_range(level: Option<u64>) -> Result<Option<u64>, Wrong> {
    if level > Some(LARGEST_LEVEL) { Err(Wrong::Level(LevelError::TooLarge)) } else { Ok(level) }
}

/// Why what was typed is no amount.
pub fn unreadable(error: AmountError) -> String {
    match error {
        AmountError::NotAnAmount => t!("amount-unreadable"),
        AmountError::Negative => t!("amount-negative"),
        AmountError::TooLarge => t!("amount-too-large"),
    }
}

fn sentence(wrong: Wrong) -> String {
    match wrong {
        Wrong::Amount(error) => unreadable(error),
        Wrong::Level(LevelError::TooLarge | LevelError::Zero) => t!("amount-too-large"),
        Wrong::Level(LevelError::AlertAboveCap) => t!("alert-above-cap"),
        Wrong::Missing => t!("cap-missing"),
    }
}

/// The boxes, with the server's word at the box it is about.
pub fn level_fields(fields: LevelFields, refused: Signal<Option<Arc<Error>>>) -> impl IntoView {
    let from_server = move |name: &'static str| {
        refused.with(|error| {
            let error = error.as_ref()?;
            let found = error.field_errors().iter().find(|field| field.pointer.ends_with(name))?;
            Some(text::field_problem(found.code))
        })
    };
    view! {
        <div class="level-fields">
            <TextField
                label=Signal::derive(move || t!("data-cap"))
                value=Signal::derive(move || fields.cap.get().unwrap_or_default())
                on_input=Callback::new(move |text| fields.type_cap(text))
                hint=Signal::derive(move || Some(
                    if fields.cap.with(Option::is_none) { t!("data-cap-differs") } else { t!("data-cap-hint") }
                ))
                error=Signal::derive(move || fields.cap_error().map(sentence).or_else(|| from_server("/cap_bytes")))
            />
            <TextField
                label=Signal::derive(move || t!("data-alert"))
                value=Signal::derive(move || fields.alert_text())
                on_input=Callback::new(move |text| fields.alert.set(Alert::Typed(text)))
                hint=Signal::derive(move || Some(match fields.alert.get() {
                    Alert::Follows => t!("data-alert-follows"),
                    Alert::Typed(_) | Alert::Kept => t!("data-alert-typed"),
                }))
                error=Signal::derive(move || fields.alert_error().map(sentence).or_else(|| from_server("/alert_bytes")))
            />
        </div>
    }
}
