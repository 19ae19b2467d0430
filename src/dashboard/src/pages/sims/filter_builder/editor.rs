//! What the parts of the builder share: the draft, what is wrong with it, and where the focus goes next.

use crate::behaviour::filter_draft::{Condition, Draft, Input, Mistake, MistakeKind, NodeId};
use crate::behaviour::focus;
use crate::pages::sims::context::SimsPage;
use crate::state::estate::now;
use crate::t;
use domain::filter::Filter;
use domain::filter::evaluate::matching;
use leptos::prelude::*;
use web_sys::HtmlElement;

#[derive(Clone, Copy)]
pub struct Editor {
    pub page: SimsPage,
    pub draft: RwSignal<Draft>,
    /// Told when one wants to apply; a condition loses its own when it is changed.
    mistakes: RwSignal<Vec<(NodeId, Mistake)>>,
    /// What is typed as text: it stays as it was typed until the draft is changed by hand.
    pub typed: RwSignal<Option<String>>,
    count: Memo<(u64, u64)>,
}

impl Editor {
    pub fn new(page: SimsPage, filter: &Filter) -> Self {
        let draft = RwSignal::new(Draft::read(filter));
        if filter.is_everything() {
            draft.update(|draft| {
                draft.add_condition(Draft::ROOT);
            });
        }
        let complete = Memo::new(move |_| draft.with(Draft::complete));
        let count = Memo::new(move |_| {
            let scope = page.list.query.with(|query| query.scope_filter());
            let accounts = page.estate.accounts().get();
            complete.with(|complete| {
                page.estate.with(|estate| {
                    let scope = matching(&scope, estate, &accounts, now());
                    let mut rows = matching(complete, estate, &accounts, now());
                    rows.intersect(&scope);
                    (rows.count() as u64, scope.count() as u64)
                })
            })
        });
        Self { page, draft, mistakes: RwSignal::new(Vec::new()), typed: RwSignal::new(None), count }
    }

    /// How many SIMs of the account match, and how many it has.
    pub fn count(self) -> (u64, u64) {
        self.count.get()
    }

    /// A condition as it is now; it may just have been removed.
    pub fn condition(self, id: NodeId) -> Option<Condition> {
        self.draft.with(|draft| draft.condition(id).cloned())
    }

    pub fn change(self, id: NodeId, change: impl FnOnce(&mut Condition)) {
        self.edit(|draft| draft.change(id, change));
        self.mistakes.update(|mistakes| mistakes.retain(|(wrong, _)| *wrong != id));
    }

    /// Changes the draft by hand: what was typed as text gives way.
    pub fn edit<T>(self, edit: impl FnOnce(&mut Draft) -> T) -> T {
        self.typed.set(None);
        self.draft.try_update(edit).expect("the draft lives as long as the dialog")
    }

    /// Starts anew with one empty condition.
    pub fn clear(self) {
        self.mistakes.set(Vec::new());
        let first = self.edit(|draft| {
            draft.replace(&Filter::default());
            draft.add_condition(Draft::ROOT)
        });
        first.into_iter().for_each(focus_field);
    }

    /// What is wrong with a value of a condition, in words.
    pub fn mistake(self, id: NodeId, value: usize) -> Option<String> {
        let mistakes = self.mistakes.read();
        let (_, mistake) = mistakes.iter().find(|(wrong, mistake)| *wrong == id && mistake.value == value)?;
        Some(match mistake.kind {
            MistakeKind::Missing if self.is_chosen(id) => t!("mistake-choice-missing"),
            MistakeKind::Missing => t!("mistake-missing"),
            MistakeKind::NotAnAmount => t!("mistake-amount"),
            MistakeKind::NotAPercentage => t!("mistake-percentage"),
            MistakeKind::NotADate => t!("mistake-date"),
            MistakeKind::NotDays => t!("mistake-days"),
            MistakeKind::Backwards => t!("mistake-backwards"),
        })
    }

    fn is_unreadable(self) -> bool {
        self.typed.with_untracked(|typed| {
            typed.as_ref().is_some_and(|typed| !typed.trim().is_empty() && typed.parse::<Filter>().is_err())
        })
    }

    /// Whether the values of a condition come from a list.
    fn is_chosen(self, id: NodeId) -> bool {
        self.condition(id)
            .is_some_and(|condition| matches!(condition.input(), Input::Choice | Input::Choices))
    }

    /// The filter, if all of it is complete; else the first mistake gets the focus. A single condition in which nothing
    /// was entered is no mistake: it is the one that stood there to begin with.
    pub fn finish(self) -> Option<Filter> {
        if self.is_unreadable() {
            return None;
        }
        match self.draft.with_untracked(Draft::write) {
            Ok(filter) => Some(filter),
            Err(_) if self.draft.with_untracked(Draft::is_untouched) => Some(Filter::default()),
            Err(mistakes) => {
                let first = mistakes.first().map(|(id, _)| *id);
                self.mistakes.set(mistakes);
                if let Some(id) = first {
                    focus::once_drawn(move || inside(id, "[aria-invalid]"));
                }
                None
            }
        }
    }
}

/// The id of the element of a condition or group.
pub fn element_id(id: NodeId) -> String {
    format!("filter-part-{}", id.0)
}

/// Puts the focus on a condition's first field, once it is drawn.
pub fn focus_field(id: NodeId) {
    focus::once_drawn(move || inside(id, "select, input, textarea, button"));
}

fn inside(id: NodeId, selector: &str) -> Option<HtmlElement> {
    focus::by_id(&element_id(id)).and_then(|element| focus::find(&element, selector))
}
