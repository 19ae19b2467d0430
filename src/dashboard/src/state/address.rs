//! The list's question in the address bar: `?account=12&sub=0&q=van&filter=status+is+active&sort=-usage,iccid`.
//!
//! A link shows the same list to whoever may see it. What cannot be read is told, and the list is then unfiltered.

use domain::account::AccountId;
use domain::estate::order::{Column, SortKey};
use domain::filter::text::TextError;
use domain::filter::{AccountTest, Filter};
use leptos_router::params::ParamsMap;

/// What the list shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The account that was opened in the tree; all when none.
    pub account: Option<AccountId>,
    /// Show only the account's own SIMs, not those of its sub-accounts.
    pub own_only: bool,
    /// Quick search.
    pub search: String,
    pub filter: Filter,
    /// The first key decides most.
    pub sort: Vec<SortKey>,
    /// Why the address's filter could not be read, with the text as it stood there.
    pub unreadable: Option<(String, TextError)>,
}

impl Query {
    /// Reads the parameters of an address.
    pub fn read(params: &ParamsMap) -> Self {
        let get = |name: &str| params.get(name).unwrap_or_default();
        let text = get("filter");
        let (filter, unreadable) = match text.trim() {
            "" => (Filter::default(), None),
            trimmed => match trimmed.parse() {
                Ok(filter) => (filter, None),
                Err(error) => (Filter::default(), Some((text.clone(), error))),
            },
        };
        Self {
            account: get("account").parse().ok().map(AccountId),
            own_only: get("sub") == "0",
            search: get("q"),
            filter,
            sort: get("sort").split(',').filter_map(sort_key).collect(),
            unreadable,
        }
    }

    /// Writes the parameters, shortest form, with the question mark; empty when there is nothing to say.
    pub fn write(&self) -> String {
        let mut params = ParamsMap::new();
        if let Some(AccountId(id)) = self.account {
            params.insert("account", id.to_string());
        }
        if self.own_only {
            params.insert("sub", "0".to_owned());
        }
        if !self.search.is_empty() {
            params.insert("q", self.search.clone());
        }
        if let Some((text, _)) = &self.unreadable {
            params.insert("filter", text.clone());
        } else if !self.filter.is_everything() {
            params.insert("filter", self.filter.to_string());
        }
        if !self.sort.is_empty() {
            let keys: Vec<String> = self.sort.iter().map(sort_text).collect();
            params.insert("sort", keys.join(","));
        }
        params.to_query_string()
    }

    /// Everything the list's rows have to pass: account, quick search and filter.
    pub fn whole_filter(&self) -> Filter {
        let account = match (self.account, self.own_only) {
            (None, _) => Filter::default(),
            (Some(id), false) => Filter::Account(AccountTest::Within(id)),
            (Some(id), true) => Filter::Account(AccountTest::AnyOf(vec![id])),
        };
        let search = match self.search.trim() {
            "" => Filter::default(),
            text => Filter::Search(text.to_owned()),
        };
        account.and(search).and(self.filter.clone())
    }

    /// Whether quick search or filter leave anything out.
    pub fn is_filtered(&self) -> bool {
        !self.search.trim().is_empty() || !self.filter.is_everything()
    }
}

fn sort_key(text: &str) -> Option<SortKey> {
    let (code, descending) = match text.strip_prefix('-') {
        Some(code) => (code, true),
        None => (text, false),
    };
    Some(SortKey { column: Column::from_code(code)?, descending })
}

fn sort_text(key: &SortKey) -> String {
    format!("{}{}", if key.descending { "-" } else { "" }, key.column.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::filter::{TextField, TextTest};

    fn params(pairs: &[(&str, &str)]) -> ParamsMap {
        pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn reads_what_a_link_carries() {
        let query = Query::read(&params(&[
            ("account", "12"),
            ("sub", "0"),
            ("q", "van"),
            ("filter", "status is active"),
            ("sort", "-usage,iccid,colour"),
        ]));
        assert_eq!(query.account, Some(AccountId(12)));
        assert!(query.own_only && query.is_filtered());
        assert_eq!(query.sort.iter().map(sort_text).collect::<Vec<_>>(), ["-usage", "iccid"]);
        assert_eq!(query.filter.to_string(), "status is active");
    }

    #[test]
    fn a_broken_filter_is_told_and_kept_in_the_address() {
        let query = Query::read(&params(&[("filter", "status red")]));
        assert!(query.filter.is_everything() && query.unreadable.is_some());
        assert!(query.write().contains("status"));
    }

    #[test]
    fn an_address_without_a_question_is_bare() {
        assert_eq!(Query::default().write(), "");
    }

    #[test]
    fn the_whole_filter_joins_account_search_and_filter() {
        let query = Query {
            account: Some(AccountId(3)),
            search: " van ".to_owned(),
            filter: Filter::Text { field: TextField::Note, test: TextTest::Contains("x".to_owned()) },
            ..Query::default()
        };
        assert_eq!(query.whole_filter().to_string(), "account under 3 and search van and note contains x");
    }
}
