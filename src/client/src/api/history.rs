//! The history of SIMs, and the audit log.

use super::Api;
use crate::error::Error;
use crate::fetch::fetch_file;
use crate::request::{Request, parameter};
use contract::audit::AuditPage;
use contract::history::HistoryPage;
use domain::account::AccountId;
use domain::sim::SimId;
use domain::time::Timestamp;
use web_sys::Blob;

/// Which entries of a history or of the audit log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineQuery {
    /// The caller's own when `None`.
    pub account: Option<AccountId>,
    pub user: Option<u32>,
    pub token: Option<u32>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub to: Option<Timestamp>,
    /// What else is asked for, by the names of the API.
    pub rest: Vec<(&'static str, String)>,
}

impl TimelineQuery {
    fn path(&self, path: &str, cursor: Option<&str>, limit: u32) -> String {
        let mut path = format!("{path}?limit={limit}");
        let numbers = [
            ("account_id", self.account.map(|account| account.0)),
            ("user_id", self.user),
            ("token_id", self.token),
        ];
        for (name, number) in numbers {
            path += &number.map(|number| format!("&{name}={number}")).unwrap_or_default();
        }
        for (name, time) in [("from", self.from), ("to", self.to)] {
            path += &time.map(|time| parameter('&', name, &time.to_string())).unwrap_or_default();
        }
        for (name, value) in &self.rest {
            path += &parameter('&', name, value);
        }
        path += &cursor.map(|cursor| parameter('&', "cursor", cursor)).unwrap_or_default();
        path
    }
}

impl Api {
    /// `GET /sims/{id}/history`: a page, latest first.
    pub async fn history_of_sim(
        &self,
        id: SimId,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<HistoryPage, Error> {
        let path = format!("/sims/{}/history", id.0);
        self.ask(Request::get(TimelineQuery::default().path(&path, cursor, limit))).await
    }

    /// `GET /sim-history`: a page, latest first.
    pub async fn sim_history(
        &self,
        query: &TimelineQuery,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<HistoryPage, Error> {
        self.ask(Request::get(query.path("/sim-history", cursor, limit))).await
    }

    /// `GET /audit-log`: a page, latest first.
    pub async fn audit_log(
        &self,
        query: &TimelineQuery,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<AuditPage, Error> {
        self.ask(Request::get(query.path("/audit-log", cursor, limit))).await
    }

    /// `GET /sim-history` as a CSV file of all that is asked for.
    pub async fn sim_history_file(&self, query: &TimelineQuery) -> Result<Blob, Error> {
        self.csv(query.path("/sim-history", None, 1)).await
    }

    /// `GET /audit-log` as a CSV file of all that is asked for.
    pub async fn audit_log_file(&self, query: &TimelineQuery) -> Result<Blob, Error> {
        self.csv(query.path("/audit-log", None, 1)).await
    }

    /// Not sent again after a failure: the person waits for it, and can ask again.
    async fn csv(&self, path: String) -> Result<Blob, Error> {
        let url = self.url(&path);
        fetch_file(&url, &self.carried(Request::get(path).header("Accept", "text/csv").file())).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stands_in_the_address() {
        let query = TimelineQuery {
            account: Some(AccountId(3)),
            token: Some(9),
            from: Some(Timestamp::from_unix(86_400)),
            rest: vec![("q", "a&b".to_owned())],
            ..TimelineQuery::default()
        };
        assert_eq!(
            query.path("/audit-log", Some("x="), 50),
            "/audit-log?limit=50&account_id=3&token_id=9&from=1970-01-02T00%3A00%3A00Z&q=a%26b&cursor=x%3D"
        );
    }
}
