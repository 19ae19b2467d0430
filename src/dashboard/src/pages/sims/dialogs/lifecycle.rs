//! "Activate N SIMs", "Suspend N SIMs", "Resume N SIMs", "Terminate N SIMs": what happens, then go. What cannot be taken back
//! asks for the number of SIMs to be typed, also for a single one.

use crate::pages::sims::context::SimsPage;
use crate::pages::sims::preview::{Preparation, actions_as, hindrance, summary};
use crate::t;
use crate::text::format;
use crate::ui::button::ButtonVariant;
use crate::ui::dialog::{Dialog, InitialFocus};
use crate::ui::field::TextField;
use contract::bulk::Target;
use domain::act::Action;
use leptos::html;
use leptos::prelude::*;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Activate,
    Suspend,
    Resume,
    Terminate,
}

impl Change {
    fn action(self) -> Action {
        match self {
            Self::Activate => Action::Activate,
            Self::Suspend => Action::Suspend,
            Self::Resume => Action::Resume,
            Self::Terminate => Action::Terminate,
        }
    }

    fn title(self, count: u64) -> String {
        match self {
            Self::Activate => t!("activate-title", count = count),
            Self::Suspend => t!("suspend-title", count = count),
            Self::Resume => t!("resume-title", count = count),
            Self::Terminate => t!("terminate-title", count = count),
        }
    }

    fn explained(self) -> String {
        match self {
            Self::Activate => t!("activate-explained"),
            Self::Suspend => t!("suspend-explained"),
            Self::Resume => t!("resume-explained"),
            Self::Terminate => t!("terminate-explained"),
        }
    }

    fn changing(self, count: u64) -> String {
        match self {
            Self::Activate => t!("activate-changing", count = count),
            Self::Suspend => t!("suspend-changing", count = count),
            Self::Resume => t!("resume-changing", count = count),
            Self::Terminate => t!("terminate-changing", count = count),
        }
    }

    fn verb(self) -> String {
        match self {
            Self::Activate => t!("activate-button"),
            Self::Suspend => t!("act-suspend"),
            Self::Resume => t!("act-resume"),
            Self::Terminate => t!("terminate-button"),
        }
    }
}

/// Opens the dialog for the selected SIMs.
pub fn open(page: SimsPage, change: Change) {
    let (target, count) = page.list.target();
    if count > 0 {
        page.dialogs.open(move |close| lifecycle(page, change, target, count, close).into_any());
    }
}

fn lifecycle(
    page: SimsPage,
    change: Change,
    target: Target,
    count: u64,
    close: Callback<()>,
) -> impl IntoView {
    let preparation = Preparation::new(page, target, count);
    preparation.ask_at_once(change.action());
    let final_one = change == Change::Terminate;
    let typed = Typed::new(preparation);
    let start = Callback::new(move |()| {
        if untrack(|| hindrance(preparation)).is_none() && (!final_one || typed.confirmed()) {
            preparation.start(change.action(), close);
        }
    });
    let (variant, initial_focus) = if final_one {
        (ButtonVariant::Danger, InitialFocus::FirstField)
    } else {
        (ButtonVariant::Primary, InitialFocus::FirstAction)
    };
    let actions = move || actions_as(variant, preparation, close, move || change.verb());
    view! {
        <Dialog
            title=Signal::derive(move || change.title(preparation.count()))
            on_close=close
            on_submit=start
            initial_focus=initial_focus
            actions=actions
        >
            <p>{move || change.explained()}</p>
            {summary(preparation, move |count| change.changing(count))}
            {final_one.then(|| typed.field())}
        </Dialog>
    }
}

/// The number of SIMs, typed to confirm it.
#[derive(Clone, Copy)]
struct Typed {
    preparation: Preparation,
    text: RwSignal<String>,
    /// Whether what is in the field was refused. It stays so until it is edited.
    refused: RwSignal<bool>,
    field: NodeRef<html::Input>,
}

impl Typed {
    fn new(preparation: Preparation) -> Self {
        Self {
            preparation,
            text: RwSignal::new(String::new()),
            refused: RwSignal::new(false),
            field: NodeRef::new(),
        }
    }

    /// How many SIMs would be changed, as far as it is known.
    fn wanted(self) -> Option<u64> {
        self.preparation.preview().with(|preview| preview.as_ref().map(|preview| preview.changing))
    }

    /// Whether the number was typed; says at the field when it was not.
    fn confirmed(self) -> bool {
        let wanted = untrack(|| self.wanted());
        let confirmed = wanted.is_some() && number(&self.text.get_untracked()) == wanted;
        self.refused.set(!confirmed);
        if let (false, Some(field)) = (confirmed, self.field.get_untracked()) {
            let _ = field.focus();
        }
        confirmed
    }

    fn field(self) -> impl IntoView {
        let label = move || match self.wanted() {
            Some(count) => t!("terminate-confirm", count = format::count(count)),
            None => t!("terminate-counting"),
        };
        let error = move || {
            self.refused.get().then(|| match self.wanted() {
                Some(count) => t!("terminate-wrong-count", count = format::count(count)),
                None => t!("terminate-counting"),
            })
        };
        view! {
            <TextField
                label=Signal::derive(label)
                value=self.text
                on_input=Callback::new(move |text| {
                    self.text.set(text);
                    self.refused.set(false);
                })
                error=Signal::derive(error)
                inputmode="numeric"
                node_ref=self.field
            />
        }
    }
}

/// A number as people type it, with or without what separates thousands.
fn number(text: &str) -> Option<u64> {
    let digits: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',' | '\'' | '’')).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_as_people_type_them() {
        for text in ["1234", "1,234", "1.234", " 1 234 ", "1\u{202f}234", "1’234"] {
            assert_eq!(number(text), Some(1_234), "{text}");
        }
        for text in ["", "all", "-1", "12a"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
