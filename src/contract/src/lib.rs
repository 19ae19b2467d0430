//! The wire between the dashboard and the API: requests, responses, problem codes, header names.
//!
//! Both ends use these types, so they cannot drift. The sandbox generates `public/openapi.json` from them.
//! Conventions: amounts are bytes as integers, times RFC 3339 in UTC, `null` (never 0) is "none"; unknown fields are
//! refused on write; errors are [`problem::Problem`] documents (RFC 9457).

pub mod account;
pub mod activity;
pub mod appearance;
pub mod audit;
pub mod branding;
pub mod bulk;
pub mod event;
pub mod filter;
pub mod history;
pub mod label;
pub mod layout;
pub mod me;
pub mod notification;
pub mod overview;
pub mod problem;
pub mod recipient;
pub mod session;
pub mod sim;
pub mod strength;
pub mod support_page;
pub mod token;
pub mod two_factor;
pub mod user;
pub mod web_app;

/// Where the API lives, before every path.
pub const BASE: &str = "/api/v1";

/// Sent with every unsafe method of a cookie session; its value comes with the session.
pub const CSRF_HEADER: &str = "X-CSRF-Token";

/// Sent with every POST that creates or starts something: one value for each click, the same when it is sent again.
pub const IDEMPOTENCY_HEADER: &str = "Idempotency-Key";

/// Declares the traits every wire type has.
macro_rules! wire {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident $body:tt)+) => {
        $(#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        $(#[$meta])*
        pub $kind $name $body)+
    };
}
pub(crate) use wire;

/// Reads a field of a merge patch that cannot be removed: refuses `null`.
fn given<'de, D: serde::Deserializer<'de>, T: serde::Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
