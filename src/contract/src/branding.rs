//! Whose product the people of an account see, and where they find help.

use crate::problem::FieldCode;
use crate::wire;
use domain::brand::{Colour, Header};
use domain::branding::{Branding, Fault, ImageId};
use domain::support::{Address, Contact, Support};

wire! {
    /// `GET /accounts/{id}/branding`
    pub struct AccountBranding {
        /// What the account itself chooses: the body of `PUT`.
        pub own: Branding,
        /// What it has where it chooses nothing, from the accounts above.
        pub inherited: Branding,
        /// Whether the caller may set host names and the sender of mails: not for the own account, but for the topmost.
        pub can_set_addresses: bool,
        /// For `If-Match`.
        pub etag: String,
    }

    /// What is to be seen of it: before anybody has signed in by host name (`GET /branding?host=`), then with the session.
    /// What is `null` is left to the dashboard's `config.json`.
    #[derive(Default)]
    #[serde(default)]
    pub struct ShownBranding {
        pub product_name: Option<String>,
        pub logo: Option<ImageId>,
        pub favicon: Option<ImageId>,
        pub accent: Option<Colour>,
        pub header: Option<Header>,
        pub support: Option<ShownSupport>,
    }

    /// Where help is found.
    #[serde(rename_all = "snake_case")]
    pub enum ShownSupport {
        /// `GET /support-page?host=` or `GET /me/support-page` has it.
        Page,
        Address(Address),
        Contact(Contact),
    }

    /// `GET /accounts/{id}/support`
    pub struct AccountSupport {
        /// What the account itself chooses: the body of `PUT`.
        pub own: Option<Support>,
        /// What it has where it chooses nothing, from the accounts above.
        pub inherited: Option<Support>,
        /// For `If-Match`.
        pub etag: String,
    }

    /// `PUT /accounts/{id}/support`
    #[serde(deny_unknown_fields)]
    pub struct SupportChoice {
        /// `null` is what the account above has.
        pub support: Option<Support>,
    }

    /// `POST /accounts/{id}/images`: a picture that the account has now.
    pub struct Image {
        /// `GET /images/{id}` is the picture itself.
        pub id: ImageId,
        /// `image/svg+xml`, `image/png`, `image/jpeg`, `image/webp` or `image/gif`.
        pub media_type: String,
        /// In pixels; `null` for an SVG, which fits any size.
        pub width: Option<u32>,
        /// In pixels; `null` for an SVG, which fits any size.
        pub height: Option<u32>,
    }
}

impl From<&Support> for ShownSupport {
    fn from(support: &Support) -> Self {
        match support {
            Support::Page(_) => Self::Page,
            Support::Address(address) => Self::Address(address.clone()),
            Support::Contact(contact) => Self::Contact(contact.clone()),
        }
    }
}

impl ShownBranding {
    /// What there is to see of a look.
    pub fn new(branding: Branding, support: Option<&Support>) -> Self {
        let Branding { product_name, logo, favicon, accent, header, .. } = branding;
        Self { product_name, logo, favicon, accent, header, support: support.map(ShownSupport::from) }
    }
}

impl From<Fault> for FieldCode {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Missing => Self::Required,
            Fault::TooLong => Self::TooLong,
            Fault::Unreadable => Self::Invalid,
            Fault::TooLittleContrast => Self::TooLittleContrast,
            Fault::BadEmail => Self::BadEmail,
            Fault::BadHost => Self::BadHost,
            Fault::TooMany => Self::TooMany,
            Fault::Twice => Self::HostTaken,
            Fault::BadAddress => Self::BadAddress,
        }
    }
}
