//! Where the people of an account find help (PRODUCT.md §6): a page of the account's own, an address, or whom to ask. What an
//! account does not choose it has from the account above.

use crate::branding::{Fault, line_fault, text_fault};
use crate::user;
use serde::{Deserialize, Serialize};

/// Most bytes of a page's Markdown.
pub const MARKDOWN_BYTES: usize = 48 * 1024;
/// Most characters in an address.
pub const ADDRESS_LENGTH: usize = 2_000;
/// Most characters in a name, a phone number or opening hours.
pub const LINE_LENGTH: usize = 200;
/// Most characters in a note.
pub const NOTE_LENGTH: usize = 2_000;

/// One of the three ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Support {
    /// A page in the dashboard.
    Page(Page),
    /// A page elsewhere.
    Address(Address),
    /// Whom to ask, in a dialog.
    Contact(Contact),
}

/// A page in the dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page {
    /// CommonMark with tables. HTML in it is shown as it is written; pictures are those of the account, as
    /// `![what is seen](image:<id>)`.
    pub markdown: String,
}

/// A page elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
// Apart from the addresses of notifications.
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = SupportAddress))]
pub struct Address {
    /// `https://…` or `http://…`
    pub url: String,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// Of a person, a team or a company.
    pub name: String,
    #[serde(default)]
    pub phone: Option<String>,
    #[serde(default)]
    pub email: Option<String>,
    /// When somebody answers.
    #[serde(default)]
    pub hours: Option<String>,
    /// Whatever else is good to know, on several lines if need be.
    #[serde(default)]
    pub note: Option<String>,
}

impl Support {
    /// What is wrong, by JSON pointer.
    pub fn faults(&self) -> Vec<(&'static str, Fault)> {
        let faults = match self {
            Self::Page(page) => vec![("/page/markdown", page.fault())],
            Self::Address(Address { url }) => {
                vec![("/address/url", (!is_web_address(url)).then_some(Fault::BadAddress))]
            }
            Self::Contact(contact) => contact.faults(),
        };
        faults.into_iter().filter_map(|(pointer, fault)| Some((pointer, fault?))).collect()
    }
}

impl Page {
    fn fault(&self) -> Option<Fault> {
        match () {
            () if self.markdown.trim().is_empty() => Some(Fault::Missing),
            () if self.markdown.len() > MARKDOWN_BYTES => Some(Fault::TooLong),
            () => None,
        }
    }
}

impl Contact {
    fn faults(&self) -> Vec<(&'static str, Option<Fault>)> {
        let line = |text: &Option<String>| text.as_deref().and_then(|text| line_fault(text, LINE_LENGTH));
        let email = self.email.as_deref().filter(|email| !user::is_email(email));
        let note = self.note.as_deref().and_then(|note| text_fault(note, NOTE_LENGTH));
        vec![
            ("/contact/name", line_fault(&self.name, LINE_LENGTH)),
            ("/contact/phone", line(&self.phone)),
            ("/contact/email", email.map(|_| Fault::BadEmail)),
            ("/contact/hours", line(&self.hours)),
            ("/contact/note", note),
        ]
    }
}

/// Whether a text is the address of a page that a browser may be sent to: no `javascript:`, nothing below the dashboard.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    text.len() <= ADDRESS_LENGTH
        && host.is_some_and(|host| !host.is_empty() && !host.contains('@'))
        && !text.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_the_web_and_nowhere_else() {
        for good in ["https://help.example", "http://help.example:8080/a?b=c#d", "https://bücher.example/ä"]
        {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "help.example",
            "https://",
            "https:///path",
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "https://a b.example",
            "https://example.com@evil.example",
            "https://a.example/\u{a}b",
            "//help.example",
            "mailto:a@b.example",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn faults_are_told_where_they_are() {
        let page = |markdown: &str| Support::Page(Page { markdown: markdown.to_owned() });
        assert_eq!(page("# Help").faults(), []);
        assert_eq!(page(" \n").faults(), [("/page/markdown", Fault::Missing)]);
        assert_eq!(page(&"x".repeat(MARKDOWN_BYTES + 1)).faults(), [("/page/markdown", Fault::TooLong)]);
        let address = Support::Address(Address { url: "javascript:alert(1)".to_owned() });
        assert_eq!(address.faults(), [("/address/url", Fault::BadAddress)]);
        let contact = Contact {
            name: String::new(),
            phone: Some("+49\n431".to_owned()),
            email: Some("nobody".to_owned()),
            hours: Some("x".repeat(LINE_LENGTH + 1)),
            note: Some("Mo–Fr\n9–17".to_owned()),
        };
        let faults = [
            ("/contact/name", Fault::Missing),
            ("/contact/phone", Fault::Unreadable),
            ("/contact/email", Fault::BadEmail),
            ("/contact/hours", Fault::TooLong),
        ];
        assert_eq!(Support::Contact(contact).faults(), faults);
        let contact = Contact { name: "Nordlicht Service".to_owned(), ..Contact::default() };
        assert_eq!(Support::Contact(contact).faults(), []);
    }
}
