//! The list's question in the address bar: `?account=12&sub=0&q=van&filter=status+is+active&sort=-usage,iccid`.
//!
//! A link shows the same list to whoever may see it. What cannot be read is told, and the list is then unfiltered.

pub mod columns;

use domain::account::AccountId;
use domain::estate::order::{Column, SortKey};
use domain::filter::text::TextError;
use domain::filter::{AccountTest, Filter};
use domain::sim::SimId;

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
    /// Names the filter, where the address has only its short id, until it has been fetched.
    pub link: Option<String>,
    /// Why the address's filter could not be read, with the text as it stood there.
    pub unreadable: Option<(String, TextError)>,
}

impl Query {
    /// Reads the parameters of an address, which `parameter` gives by name.
    pub fn read(parameter: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| parameter(name).unwrap_or_default();
        let text = get("filter");
        let link = text.strip_prefix(LINK).map(str::to_owned);
        let (filter, unreadable) = match text.trim() {
            "" => (Filter::default(), None),
            _ if link.is_some() => (Filter::default(), None),
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
            link,
            unreadable,
        }
    }

    /// Writes the parameters, shortest form, with the question mark; empty when there is nothing to say. A filter that is
    /// too long for an address is named by its id, as soon as `link_of` knows one.
    pub fn write(&self, link_of: impl Fn(&Filter) -> Option<String>) -> String {
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
        } else if let Some(id) = &self.link {
            params.append_pair("filter", &format!("{LINK}{id}"));
        } else if is_long(&self.filter) {
            if let Some(id) = link_of(&self.filter) {
                params.append_pair("filter", &format!("{LINK}{id}"));
            }
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

    /// The list, as a link leads to it: seen from where the app lies.
    pub fn list_href(&self) -> String {
        format!("sims{}", self.write(|_| None))
    }

    /// A SIM's details in the list, as a link leads there.
    pub fn sim_href(&self, id: SimId) -> String {
        format!("sims/{}{}", id.0, self.write(|_| None))
    }

    /// The overview of what the list is about, as a link leads there.
    pub fn overview_href(&self) -> String {
        let scope = Self { account: self.account, own_only: self.own_only, ..Self::default() };
        format!("overview{}", scope.write(|_| None))
    }

    /// The account that the list is about, with or without those below it.
    pub fn scope_filter(&self) -> Filter {
        match (self.account, self.own_only) {
            (None, _) => Filter::default(),
            (Some(id), false) => Filter::Account(AccountTest::Within(id)),
            (Some(id), true) => Filter::Account(AccountTest::AnyOf(vec![id])),
        }
    }

    /// Everything the list's rows have to pass: account, quick search and filter.
    pub fn whole_filter(&self) -> Filter {
        let search = match self.search.trim() {
            "" => Filter::default(),
            text => Filter::Search(text.to_owned()),
        };
        self.scope_filter().and(search).and(self.filter.clone())
    }

    /// Whether quick search or filter leave anything out.
    pub fn is_filtered(&self) -> bool {
        !self.search.trim().is_empty() || !self.filter.is_everything()
    }
}

/// Stands before the id of a filter that is too long for an address.
const LINK: char = '@';
/// Most bytes of a filter in an address: with the rest of it still short enough for servers, mails and chats.
const LONGEST: usize = 1_500;

/// Whether a filter is too long for an address.
pub fn is_long(filter: &Filter) -> bool {
    filter.to_string().len() > LONGEST
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
        assert!(query.write(|_| None).contains("status"));
    }

    #[test]
    fn links_lead_to_the_same_account() {
        let query = read("account=12&sub=0&filter=status+is+active");
        assert_eq!(query.list_href(), "sims?account=12&sub=0&filter=status+is+active");
        assert_eq!(query.sim_href(SimId(7)), "sims/7?account=12&sub=0&filter=status+is+active");
        assert_eq!(query.overview_href(), "overview?account=12&sub=0");
        assert_eq!(Query::default().overview_href(), "overview");
    }

    #[test]
    fn an_address_without_a_question_is_bare() {
        assert_eq!(Query::default().write(|_| None), "");
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
            ..Query::default()
        };
        assert_eq!(read(query.write(|_| None).trim_start_matches('?')), query);
    }

    #[test]
    fn a_long_filter_is_named_by_its_id() {
        let many = (0..200).map(|at| format!("89445000000000{at:06}")).collect();
        let filter = Filter::Text { field: TextField::Iccid, test: TextTest::AnyOf(many) };
        let query = Query { filter, ..Query::default() };
        assert_eq!(query.write(|_| None), "");
        let written = query.write(|_| Some("k3_f-9".to_owned()));
        let linked = read(written.trim_start_matches('?'));
        assert_eq!((linked.link.as_deref(), linked.unreadable.is_none()), (Some("k3_f-9"), true));
        assert_eq!(linked.write(|_| None), written);
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
