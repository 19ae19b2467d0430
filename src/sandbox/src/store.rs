//! What is read from and written to the database, by subject. Whatever reads SIMs or accounts for a caller takes the
//! caller's [`accounts::Scope`], so that none can be read without it.

pub mod accounts;
pub mod api_tokens;
pub mod audit_log;
pub mod brandings;
pub mod changes;
pub mod columns;
pub mod estate;
pub mod filter_links;
pub mod filters;
pub mod idempotency;
pub mod images;
pub mod items;
mod json;
pub mod labels;
pub mod links;
pub mod names;
pub mod notifications;
pub mod operations;
pub mod outbox;
pub mod own;
pub mod pasts;
pub mod recipients;
pub mod sessions;
pub mod sim_history;
pub mod sim_recipients;
pub mod sim_sessions;
pub mod sim_tests;
pub mod sims;
pub mod supports;
pub mod timeline;
pub mod told;
pub mod two_factor;
pub mod usage;
pub mod users;
