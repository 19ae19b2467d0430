//! The list of SIMs as shown: which rows, in which order, and which of them are selected.

use crate::state::address::Query;
use crate::state::estate::{EstateState, now};
use contract::bulk::Target;
use domain::bitmap::Bitmap;
use domain::estate::order::{Column, KeptOrders, Order, SortKey};
use domain::filter::Filter;
use domain::filter::evaluate::KeptSearches;
use domain::selection::{Chosen, Selection};
use leptos::prelude::*;
use std::sync::Arc;

/// How many changes of the filter can be taken back.
const MOST_UNDONE: usize = 50;

/// The rows that match, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    pub rows: Arc<Vec<u32>>,
    pub matching: Arc<Bitmap>,
}

/// The question, its answer, and the selection.
#[derive(Clone, Copy)]
pub struct ListState {
    estate: EstateState,
    pub query: RwSignal<Query>,
    pub selection: RwSignal<Selection>,
    /// Quick search and filter as they were before each change that was not typing, the latest last.
    before: RwSignal<Vec<(String, Filter)>>,
    /// Counts how often a new sort was asked for without another column.
    sorted: RwSignal<u64>,
    view: Memo<View>,
}

impl ListState {
    /// The list of an estate.
    pub fn new(estate: EstateState, query: RwSignal<Query>) -> Self {
        let sorted = RwSignal::new(0);
        let keys = Memo::new(move |_| query.with(|query| query.sort.clone()));
        let filter = Memo::new(move |_| query.with(Query::whole_filter));
        let orders = StoredValue::new_local(KeptOrders::default());
        let order = Memo::new(move |before: Option<&(u64, Order)>| {
            let wanted = sorted.get();
            let anew = before.is_none_or(|(last, _)| *last != wanted);
            estate.track_growth();
            let accounts = estate.accounts().get_untracked();
            let order = keys.with(|keys| {
                let make = |orders: &mut KeptOrders| {
                    estate.peek(|estate| orders.order(keys, estate, &accounts, anew))
                };
                orders.try_update_value(make).unwrap_or_default()
            });
            (wanted, order)
        });
        let searches = StoredValue::new_local(KeptSearches::default());
        let view = Memo::new(move |_| {
            let accounts = estate.accounts().get();
            estate.track();
            let matching = filter.with(|filter| {
                let find = |searches: &mut KeptSearches| {
                    estate.peek(|estate| searches.matching(filter, estate, &accounts, now()))
                };
                searches.try_update_value(find).unwrap_or_default()
            });
            let rows = order.with(|(_, order)| order.rows_in(&matching));
            View { rows, matching: Arc::new(matching) }
        });
        let before = RwSignal::new(Vec::new());
        Self { estate, query, selection: RwSignal::new(Selection::default()), before, sorted, view }
    }

    /// Changes the filter, in a way that [`Self::undo_filter`] takes back.
    pub fn change_filter(self, change: impl FnOnce(&mut Query)) {
        let before = self.query.with_untracked(|query| (query.search.clone(), query.filter.clone()));
        self.query.update(|query| {
            change(query);
            query.unreadable = None;
        });
        let changed =
            self.query.with_untracked(|query| (&query.search, &query.filter) != (&before.0, &before.1));
        if changed {
            self.before.update(|all| {
                if all.len() == MOST_UNDONE {
                    all.remove(0);
                }
                all.push(before);
            });
        }
    }

    /// Whether there is a change of the filter to take back.
    pub fn can_undo_filter(self) -> bool {
        self.before.with(|before| !before.is_empty())
    }

    /// Takes the latest change of the filter back.
    pub fn undo_filter(self) {
        let before = self.before.try_update(Vec::pop).flatten();
        if let Some((search, filter)) = before {
            self.query.update(|query| {
                query.search = search;
                query.filter = filter;
                query.unreadable = None;
            });
        }
    }

    /// The rows that match, in order.
    pub fn view(self) -> Memo<View> {
        self.view
    }

    /// Sorts by a column; by the same one again in the other direction, then not at all. With `add`, the column is
    /// added behind the others.
    pub fn sort_by(self, column: Column, add: bool) {
        self.query.update(|query| {
            let found = query.sort.iter().position(|key| key.column == column);
            let next = match found.map(|at| query.sort[at].descending) {
                None => Some(SortKey { column, descending: false }),
                Some(false) => Some(SortKey { column, descending: true }),
                Some(true) => None,
            };
            if !add {
                query.sort = next.into_iter().collect();
                return;
            }
            match (found, next) {
                (Some(at), Some(key)) => query.sort[at] = key,
                (Some(at), None) => {
                    query.sort.remove(at);
                }
                (None, key) => query.sort.extend(key),
            }
        });
    }

    /// Sorts by this column alone.
    pub fn sort_only(self, column: Column, descending: bool) {
        self.query.update(|query| query.sort = vec![SortKey { column, descending }]);
    }

    /// Leaves a column out of the sort.
    pub fn sort_without(self, column: Column) {
        self.query.update(|query| query.sort.retain(|key| key.column != column));
    }

    /// Brings the order up to date with values that changed since it was made.
    pub fn sort_again(self) {
        self.sorted.update(|count| *count += 1);
    }

    /// Selects all that match.
    pub fn select_all(self) {
        let view = self.view.get_untracked();
        let filter = self.query.with_untracked(Query::whole_filter);
        self.selection.update(|selection| selection.all(&view.matching, filter));
    }

    /// The selected rows that have not left the estate.
    pub fn selected(self) -> Bitmap {
        let mut rows = self.selection.with(|selection| selection.rows().clone());
        rows.intersect(&self.estate.with(|estate| estate.present()));
        rows
    }

    /// What a bulk act is done to, as the API takes it. "All that match" goes as the filter with the count the person
    /// sees, so that the server refuses when that is no longer true.
    pub fn target(self) -> (Target, u64) {
        let mut selection = self.selection.get_untracked();
        let gone: Vec<u32> = {
            let mut gone = selection.rows().clone();
            gone.subtract(&self.estate.peek(|estate| estate.present()));
            gone.iter().collect()
        };
        selection.forget(&gone);
        let count = selection.count() as u64;
        let target = match selection.chosen(|filter| self.estate.matching(filter)) {
            Chosen::Rows(rows) => Target::Ids(self.estate.ids(&rows)),
            Chosen::Matching { filter, except } => {
                Target::Matching { filter, except: self.estate.ids(&except), expected_count: Some(count) }
            }
        };
        (target, count)
    }
}
