//! Whose product the people of an account see (PRODUCT.md §6): what the account chooses itself, and what it has from the
//! accounts above.

use crate::brand::{Colour, Header};
use crate::user;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Most characters in the name of a product.
pub const NAME_LENGTH: usize = 60;
/// Most characters in what stands at the foot of mails.
pub const FOOTER_LENGTH: usize = 1_000;
/// Most host names of one account.
pub const MOST_HOSTS: usize = 10;
/// Most characters in a host name (RFC 1035).
pub const HOST_LENGTH: usize = 253;
/// Most bytes of a picture.
pub const IMAGE_BYTES: usize = 512 * 1024;
/// Most pixels of a picture, either way.
pub const IMAGE_PIXELS: usize = 4_096;
/// Most pictures of one account.
pub const MOST_IMAGES: usize = 50;

/// A picture by what is in it: its SHA-256 in lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{64}$"))]
pub struct ImageId(String);

/// What is written names no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a picture is named by 64 lower-case hexadecimal digits")]
pub struct NotAnImageId;

/// What an account chooses. What it does not, `None`, it has from the account above.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Branding {
    pub product_name: Option<String>,
    /// Instead of mark and name, in the header and at the sign-in.
    pub logo: Option<ImageId>,
    /// On the browser's tab.
    pub favicon: Option<ImageId>,
    /// Of links and buttons. Shades that can be read on light and on dark are found from it.
    pub accent: Option<Colour>,
    /// Refused where the text cannot be read on the background.
    pub header: Option<Header>,
    /// The address that mails come from. Set by an account above, which answers for it.
    pub mail_sender: Option<String>,
    /// At the foot of mails, on lines of its own.
    pub mail_footer: Option<String>,
    /// Where the dashboard has this look before anybody has signed in, such as `sims.example.com`: lower case, without a
    /// port. Not inherited, and set by an account above, or nobody could be sure of theirs.
    pub hosts: Vec<String>,
}

/// What is wrong with a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is there, or only spaces.
    Missing,
    TooLong,
    /// With characters that nobody sees.
    Unreadable,
    TooLittleContrast,
    BadEmail,
    BadHost,
    /// More than there can be.
    TooMany,
    /// The same one twice.
    Twice,
    /// Not the address of a page: `https://…` or `http://…`.
    BadAddress,
}

impl Branding {
    /// This account's choices over what the accounts above have.
    ///
    /// An account with a product name of its own is a brand of its own: it has no picture and no mail footer from above, or
    /// its customers would see another name beside it.
    pub fn over(self, above: Self) -> Self {
        let Self { logo, favicon, mail_footer, .. } =
            if self.product_name.is_some() { Self::default() } else { above.clone() };
        Self {
            product_name: self.product_name.or(above.product_name),
            logo: self.logo.or(logo),
            favicon: self.favicon.or(favicon),
            accent: self.accent.or(above.accent),
            header: self.header.or(above.header),
            mail_sender: self.mail_sender.or(above.mail_sender),
            mail_footer: self.mail_footer.or(mail_footer),
            hosts: self.hosts,
        }
    }

    /// What is wrong, by JSON pointer.
    pub fn faults(&self) -> Vec<(String, Fault)> {
        let mut faults = Vec::new();
        let mut tell = |pointer: &str, fault: Option<Fault>| {
            faults.extend(fault.map(|fault| (pointer.to_owned(), fault)));
        };
        let name = self.product_name.as_deref();
        tell("/product_name", name.and_then(|name| line_fault(name, NAME_LENGTH)));
        tell("/header", self.header.and_then(header_fault));
        let sender = self.mail_sender.as_deref();
        tell("/mail_sender", sender.filter(|sender| !user::is_email(sender)).map(|_| Fault::BadEmail));
        let footer = self.mail_footer.as_deref();
        tell("/mail_footer", footer.and_then(|footer| text_fault(footer, FOOTER_LENGTH)));
        if self.hosts.len() > MOST_HOSTS {
            tell("/hosts", Some(Fault::TooMany));
        }
        for (at, host) in self.hosts.iter().enumerate() {
            let twice = self.hosts.get(..at).is_some_and(|before| before.contains(host));
            let fault = match () {
                () if !is_host(host) => Some(Fault::BadHost),
                () if twice => Some(Fault::Twice),
                () => None,
            };
            tell(&format!("/hosts/{at}"), fault);
        }
        faults
    }

    /// All pictures that it shows.
    pub fn images(&self) -> impl Iterator<Item = &ImageId> {
        self.logo.iter().chain(&self.favicon)
    }
}

/// Whether the header's text can be read on its background.
pub fn header_fault(header: Header) -> Option<Fault> {
    header.check().is_err().then_some(Fault::TooLittleContrast)
}

/// What is wrong with a text on one line.
pub fn line_fault(text: &str, most: usize) -> Option<Fault> {
    fault(text, most, char::is_control)
}

/// What is wrong with a text that may have several lines.
pub fn text_fault(text: &str, most: usize) -> Option<Fault> {
    fault(text, most, |c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn fault(text: &str, most: usize, unseen: impl Fn(char) -> bool) -> Option<Fault> {
    // Characters that turn the direction of writing make a text look like another one.
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match () {
        () if text.trim().is_empty() => Some(Fault::Missing),
        () if text.chars().count() > most => Some(Fault::TooLong),
        () if text.chars().any(|c| unseen(c) || turns(c)) => Some(Fault::Unreadable),
        () => None,
    }
}

/// Whether a text is a host name as browsers tell it: lower case, `xn--` for letters beyond ASCII, no port.
pub fn is_host(text: &str) -> bool {
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    text.len() <= HOST_LENGTH && text.split('.').all(label)
}

impl fmt::Display for ImageId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for ImageId {
    type Err = NotAnImageId;

    fn from_str(text: &str) -> Result<Self, NotAnImageId> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for ImageId {
    type Error = NotAnImageId;

    fn try_from(text: String) -> Result<Self, NotAnImageId> {
        let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() == 64 && text.bytes().all(digit) { Ok(Self(text)) } else { Err(NotAnImageId) }
    }
}

impl From<ImageId> for String {
    fn from(id: ImageId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn image(digit: char) -> ImageId {
        digit.to_string().repeat(64).parse().expect("an id")
    }

    fn header(background: &str, text: &str) -> Header {
        Header { background: background.parse().expect("a colour"), text: text.parse().expect("a colour") }
    }

    /// The account above in the examples.
    fn reseller() -> Branding {
        Branding {
            product_name: Some("Nordlicht SIM".to_owned()),
            logo: Some(image('a')),
            favicon: Some(image('b')),
            accent: "#7a1fa2".parse().ok(),
            header: Some(header("#222222", "#ffffff")),
            mail_sender: Some("sim@nordlicht.example".to_owned()),
            mail_footer: Some("Nordlicht GmbH, Kiel".to_owned()),
            hosts: vec!["sim.nordlicht.example".to_owned()],
        }
    }

    #[test]
    fn what_is_not_chosen_comes_from_above_but_for_host_names() {
        let got = Branding::default().over(reseller());
        assert_eq!(got, Branding { hosts: vec![], ..reseller() });
        let accent = "#004488".parse().ok();
        let got = Branding { accent, ..Branding::default() }.over(reseller());
        assert_eq!(got, Branding { accent, hosts: vec![], ..reseller() });
    }

    #[test]
    fn with_a_name_of_its_own_nothing_shows_the_name_above() {
        let name = Some("Kaffee Connect".to_owned());
        let got = Branding { product_name: name.clone(), ..Branding::default() }.over(reseller());
        let nameless = Branding { logo: None, favicon: None, mail_footer: None, hosts: vec![], ..reseller() };
        assert_eq!(got, Branding { product_name: name, ..nameless });
    }

    #[test]
    fn faults_are_told_where_they_are() {
        assert_eq!(reseller().faults(), []);
        let wrong = Branding {
            product_name: Some(" ".to_owned()),
            header: Some(header("#ffffff", "#eeeeee")),
            mail_sender: Some("nobody".to_owned()),
            mail_footer: Some("a\u{202e}b".to_owned()),
            hosts: vec!["a.example".to_owned(), "A.example".to_owned(), "a.example".to_owned()],
            ..Branding::default()
        };
        let faults = [
            ("/product_name", Fault::Missing),
            ("/header", Fault::TooLittleContrast),
            ("/mail_sender", Fault::BadEmail),
            ("/mail_footer", Fault::Unreadable),
            ("/hosts/1", Fault::BadHost),
            ("/hosts/2", Fault::Twice),
        ];
        assert_eq!(wrong.faults(), faults.map(|(pointer, fault)| (pointer.to_owned(), fault)));
    }

    #[test]
    fn host_names_are_as_browsers_tell_them() {
        for good in ["localhost", "sims.example.com", "xn--mnchen-3ya.example", "127.0.0.1"] {
            assert!(is_host(good), "{good}");
        }
        let long = format!("{}.example", "x".repeat(64));
        for bad in
            ["", "a..b", "-a.b", "a-.b", "a.b.", "a.b:80", "Sims.example", "münchen.example", "a b", &long]
        {
            assert!(!is_host(bad), "{bad}");
        }
    }

    #[test]
    fn pictures_are_named_by_their_digest() {
        assert_eq!(image('0').to_string(), "0".repeat(64));
        for wrong in ["", "abc", &"A".repeat(64), &"g".repeat(64), &"a".repeat(65), "../../../etc/passwd"] {
            assert_eq!(wrong.parse::<ImageId>(), Err(NotAnImageId), "{wrong}");
        }
    }

    prop_compose! {
        fn brandings()(
            name in proptest::option::of("[a-z]{1,8}"),
            logo in proptest::option::of(prop::char::range('a', 'f')),
            footer in proptest::option::of("[a-z]{1,8}"),
            hosts in prop::collection::vec("[a-z]{1,8}", 0..3),
        ) -> Branding {
            Branding {
                product_name: name, logo: logo.map(image), mail_footer: footer, hosts, ..Branding::default()
            }
        }
    }

    proptest! {
        /// An account's look can be kept for those below: it does not matter from where one begins to put them together.
        #[test]
        fn inheriting_is_associative(one in brandings(), two in brandings(), three in brandings()) {
            let down = one.clone().over(two.clone().over(three.clone()));
            let up = one.over(two).over(three);
            prop_assert_eq!(down, up);
        }

        #[test]
        fn the_own_choice_always_holds(own in brandings(), above in brandings()) {
            let got = own.clone().over(above);
            prop_assert!(own.product_name.is_none() || got.product_name == own.product_name);
            prop_assert!(own.logo.is_none() || got.logo == own.logo);
            prop_assert_eq!(got.hosts, own.hosts);
        }
    }
}
