//! The API over HTTP.

#![expect(unused_qualifications, reason = "the parameters named in `utoipa::path` are expanded with one")]

pub mod account_edit;
pub mod accounts;
pub mod audit_log;
pub mod authenticate;
pub mod bulk;
pub mod bundle;
pub mod caller;
pub mod changes;
pub mod columns;
pub mod cursor;
pub mod etag;
pub mod events;
pub mod extract;
pub mod failure;
pub mod faults;
pub mod filter_links;
pub mod filters;
pub mod headers;
pub mod health;
pub mod idempotency;
pub mod invite;
pub mod link_token;
pub mod links;
pub mod list_layout;
pub mod me;
pub mod new_password;
pub mod openapi;
pub mod recipients;
pub mod router;
pub mod second_factor;
pub mod session;
pub mod session_cookie;
pub mod sim_activity;
pub mod sim_edit;
pub mod sim_recipients;
pub mod sim_tests;
pub mod sims;
pub mod strength;
pub mod token_secret;
pub mod tokens;
pub mod trace;
pub mod two_factor;
pub mod users;
pub mod views;
