//! What the addresses of the pages say: which operations, and which SIMs of one.

use client::{ItemQuery, OperationQuery};
use contract::bulk::{ItemState, OperationStage};
use domain::account::AccountId;
use domain::lifecycle::Reason;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use std::rc::Rc;

/// Puts parameters in place of those of the address.
type Go = Rc<dyn Fn(&str)>;

/// Filters are no steps on the way back.
fn replacing() -> StoredValue<Go, LocalStorage> {
    let (pathname, navigate) = (use_location().pathname, use_navigate());
    StoredValue::new_local(Rc::new(move |parameters: &str| {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        // As it stands in the page, without the base.
        let path = pathname.get_untracked();
        let at = path.rfind("/operations").unwrap_or(0);
        navigate(&format!("{}{parameters}", &path[at..]), options);
    }))
}

/// The address of the list.
#[derive(Clone, Copy)]
pub struct ListAddress {
    pub query: Memo<OperationQuery>,
    go: StoredValue<Go, LocalStorage>,
}

impl ListAddress {
    /// To be called in the body of the page.
    pub fn of_page() -> Self {
        let parameters = use_query_map();
        let query = Memo::new(move |_| parameters.with(|all| read_list(|name| all.get(name))));
        Self { query, go: replacing() }
    }

    /// Asks another question.
    pub fn change(self, change: impl FnOnce(&mut OperationQuery)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        (self.go.get_value())(&write_list(&query));
    }
}

fn read_list(parameter: impl Fn(&str) -> Option<String>) -> OperationQuery {
    OperationQuery {
        mine: parameter("mine").as_deref() == Some("1"),
        stage: match parameter("state").as_deref() {
            Some("running") => Some(OperationStage::Running),
            Some("over") => Some(OperationStage::Over),
            Some("failures") => Some(OperationStage::WithFailures),
            _ => None,
        },
        account: parameter("account").and_then(|id| id.parse().ok()).map(AccountId),
    }
}

fn write_list(query: &OperationQuery) -> String {
    let stage = query.stage.map(|stage| match stage {
        OperationStage::Running => "running",
        OperationStage::Over => "over",
        OperationStage::WithFailures => "failures",
    });
    let account = query.account.map(|account| account.0.to_string());
    write(&[("mine", query.mine.then_some("1")), ("state", stage), ("account", account.as_deref())])
}

/// The address of one operation.
#[derive(Clone, Copy)]
pub struct ItemAddress {
    pub query: Memo<ItemQuery>,
    go: StoredValue<Go, LocalStorage>,
}

impl ItemAddress {
    /// To be called in the body of the page.
    pub fn of_page() -> Self {
        let parameters = use_query_map();
        let query = Memo::new(move |_| parameters.with(|all| read_items(|name| all.get(name))));
        Self { query, go: replacing() }
    }

    /// Asks another question.
    pub fn change(self, change: impl FnOnce(&mut ItemQuery)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        (self.go.get_value())(&write_items(&query));
    }
}

fn read_items(parameter: impl Fn(&str) -> Option<String>) -> ItemQuery {
    ItemQuery {
        state: match parameter("state").as_deref() {
            Some("pending") => Some(ItemState::Pending),
            Some("done") => Some(ItemState::Done),
            Some("failed") => Some(ItemState::Failed),
            _ => None,
        },
        reason: parameter("reason").and_then(|code| Reason::from_code(&code)),
        iccid: parameter("q").unwrap_or_default(),
    }
}

fn write_items(query: &ItemQuery) -> String {
    let state = query.state.map(|state| match state {
        ItemState::Pending => "pending",
        ItemState::Done => "done",
        ItemState::Failed => "failed",
    });
    let iccid = Some(query.iccid.as_str()).filter(|iccid| !iccid.is_empty());
    write(&[("state", state), ("reason", query.reason.map(Reason::code)), ("q", iccid)])
}

/// The parameters that there are, with the question mark; empty when there are none.
fn write(parameters: &[(&str, Option<&str>)]) -> String {
    let mut written = form_urlencoded::Serializer::new(String::new());
    for (name, value) in parameters {
        if let Some(value) = value {
            written.append_pair(name, value);
        }
    }
    match written.finish() {
        written if written.is_empty() => written,
        written => format!("?{written}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(address: &str) -> impl Fn(&str) -> Option<String> {
        let all: Vec<(String, String)> =
            form_urlencoded::parse(address.trim_start_matches('?').as_bytes()).into_owned().collect();
        move |name| all.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(write_list(&OperationQuery::default()), "");
        let query = OperationQuery {
            mine: true,
            stage: Some(OperationStage::WithFailures),
            account: Some(AccountId(4)),
        };
        assert_eq!(read_list(parameter(&write_list(&query))), query);
        assert_eq!(write_items(&ItemQuery::default()), "");
        let query = ItemQuery {
            state: Some(ItemState::Failed),
            reason: Some(Reason::CapsNotEnabled),
            iccid: "8944 &".to_owned(),
        };
        assert_eq!(read_items(parameter(&write_items(&query))), query);
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        let query = read_items(parameter("?state=red&reason=blue&q="));
        assert_eq!(query, ItemQuery::default());
        assert_eq!(read_list(parameter("?mine=2&state=x&account=y")), OperationQuery::default());
    }
}
