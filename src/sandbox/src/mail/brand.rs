//! In whose name mails go out: in that of the account of whoever gets them.

use crate::app::App;
use crate::store::brandings;
use axum::http::Uri;
use domain::account::AccountId;
use domain::branding::Branding;
use rusqlite::Connection;

/// What a mail shows of an account's look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// The product, as its users know it: what the mail is signed with.
    pub name: String,
    /// Whether the name is the account's choice: then it is the sender's as well.
    pub is_chosen: bool,
    /// The address that it comes from, if it is not the usual one.
    pub sender: Option<String>,
    /// Below the name, on lines of its own.
    pub footer: Option<String>,
    /// Where its links lead: what comes before a path of the dashboard.
    pub origin: String,
}

impl Brand {
    /// That of an account.
    pub fn of(connection: &Connection, app: &App, account: AccountId) -> rusqlite::Result<Self> {
        let Branding { product_name, mail_sender, mail_footer, .. } =
            brandings::effective(connection, account)?;
        let host = brandings::nearest_host(connection, account)?;
        Ok(Self {
            is_chosen: product_name.is_some(),
            name: product_name.unwrap_or_else(|| app.brand().to_owned()),
            sender: mail_sender,
            footer: mail_footer,
            origin: host.map_or_else(|| app.origin.to_string(), |host| at_host(&app.origin, &host)),
        })
    }

    /// The address of a page that takes a mailed token.
    pub fn page(&self, page: &str, token: &str) -> String {
        format!("{}{page}{token}", self.origin)
    }
}

/// The same place at another host.
fn at_host(origin: &str, host: &str) -> String {
    let Ok(uri) = origin.parse::<Uri>() else { return origin.to_owned() };
    let port = uri.port().map_or_else(String::new, |port| format!(":{port}"));
    let scheme = uri.scheme_str().unwrap_or("https");
    format!("{scheme}://{host}{port}{}", uri.path().trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::at_host;

    #[test]
    fn only_the_host_is_another_one() {
        for (origin, moved) in [
            ("https://sims.example", "https://sim.nordlicht.example"),
            ("https://sims.example:8443/portal", "https://sim.nordlicht.example:8443/portal"),
            ("http://127.0.0.1:8080", "http://sim.nordlicht.example:8080"),
            ("http://[::1]:8080/a/b", "http://sim.nordlicht.example:8080/a/b"),
        ] {
            assert_eq!(at_host(origin, "sim.nordlicht.example"), moved);
        }
    }
}
