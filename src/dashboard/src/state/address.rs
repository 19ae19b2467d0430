//! The list's question in the address bar: `?account=12&sub=0&q=van&filter=status+is+active&sort=-usage,iccid`.
//!
//! A link shows the same list to whoever may see it. What cannot be read is told, and the list is then unfiltered.

pub mod columns;

use domain::account::AccountId;
use domain::estate::order::{Column, SortKey};
use domain::filter::text::TextError;
use domain::filter::{AccountTest, Filter};

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
    /// Reads the parameters of an address, which `parameter` gives by name.
    pub fn read(parameter: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| parameter(name).unwrap_or_default();
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
        let mut params = form_urlencoded::Serializer::new(String::new());
        if let Some(AccountId(id)) = self.account {
            params.append_pair("account", &id.to_string());
        }
        if self.own_only {
            params.append_pair("sub", "0");
        }
        if !self.search.is_empty() {
            params.append_pair("q", &self.search);
        }
        if let Some((text, _)) = &self.unreadable {
            params.append_pair("filter", text);
        } else if !self.filter.is_everything() {
            params.append_pair("filter", &self.filter.to_string());
        }
        if !self.sort.is_empty() {
            let keys: Vec<String> = self.sort.iter().map(sort_text).collect();
            params.append_pair("sort", &keys.join(","));
        }
        match params.finish() {
            written if written.is_empty() => written,
            written => format!("?{written}"),
        }
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

    /// The question of an address, as the router would give it.
    fn read(query: &str) -> Query {
        Query::read(|name| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        })
    }

    #[test]
    fn reads_what_a_link_carries() {
        let query = read("account=12&sub=0&q=van&filter=status+is+active&sort=-usage,iccid,colour");
        assert_eq!(query.account, Some(AccountId(12)));
        assert!(query.own_only && query.is_filtered());
        assert_eq!(query.sort.iter().map(sort_text).collect::<Vec<_>>(), ["-usage", "iccid"]);
        assert_eq!(query.filter.to_string(), "status is active");
    }

    #[test]
    fn a_broken_filter_is_told_and_kept_in_the_address() {
        let query = read("filter=status+red");
        assert!(query.filter.is_everything() && query.unreadable.is_some());
        assert!(query.write().contains("status"));
    }

    #[test]
    fn an_address_without_a_question_is_bare() {
        assert_eq!(Query::default().write(), "");
    }

    #[test]
    fn what_is_written_is_read_back() {
        let name = "O'Brien & Söhne, \"Süd\" 🚚 +1%";
        let query = Query {
            account: Some(AccountId(7)),
            own_only: true,
            search: name.to_owned(),
            filter: Filter::Account(AccountTest::Name(TextTest::Contains(name.to_owned()))),
            sort: vec![SortKey { column: Column::Usage, descending: true }],
            unreadable: None,
        };
        assert_eq!(read(query.write().trim_start_matches('?')), query);
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
