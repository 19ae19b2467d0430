//! What the address says: which tab is open, and what is asked for. A link shows the same to whoever may see it.

use super::AUDIT;
use crate::state::history::HistoryFilter;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::rc::Rc;

/// Where the page lives.
const PATH: &str = "/history";

type Go = Rc<dyn Fn(&str)>;

/// The address as the page reads and writes it.
#[derive(Clone, Copy)]
pub struct Address {
    /// The code of the tab that it names; empty for none.
    pub tab: Memo<String>,
    pub filter: Memo<HistoryFilter>,
    go: StoredValue<Go, LocalStorage>,
}

impl Address {
    /// To be called in the body of the page.
    pub fn of_page() -> Self {
        let query = use_query_map();
        let navigate = use_navigate();
        // What is asked for is no step on the way back.
        let go: Go = Rc::new(move |to| {
            navigate(to, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
        });
        Self {
            tab: Memo::new(move |_| query.with(|query| query.get("tab")).unwrap_or_default()),
            filter: Memo::new(move |_| query.with(|query| HistoryFilter::read(|name| query.get(name)))),
            go: StoredValue::new_local(go),
        }
    }

    /// Opens a tab, with what is asked for in the other one as far as both have it.
    pub fn open_tab(self, tab: &str) {
        self.to(tab, &self.filter.get_untracked());
    }

    /// Asks for something else.
    pub fn ask(self, filter: &HistoryFilter) {
        self.to(&self.tab.get_untracked(), filter);
    }

    fn to(self, tab: &str, filter: &HistoryFilter) {
        let mut parameters = filter.parameters();
        if tab == AUDIT {
            parameters.insert(0, ("tab", tab.to_owned()));
        }
        let mut text = form_urlencoded::Serializer::new(String::new());
        let query = text.extend_pairs(parameters).finish();
        let separator = if query.is_empty() { "" } else { "?" };
        let go = self.go.get_value();
        go(&format!("{PATH}{separator}{query}"));
    }
}
