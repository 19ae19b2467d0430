//! The API as a reader sees it: a real server, a real database, real requests.

#![allow(clippy::unwrap_used, reason = "helpers of tests, which clippy does not know as such")]

mod accounts;
mod appearance;
mod audit_log;
mod branding;
mod bulk;
mod bundle;
mod changes;
mod events;
mod faults;
mod filter_links;
mod filters;
mod images;
mod invitations;
mod labels;
mod lifecycle;
mod lift;
mod list_layout;
mod me;
mod metering;
mod network;
mod notifications;
mod openapi;
mod operations;
mod outbox;
mod overview;
mod problems;
mod questions;
mod recipients;
mod recovery;
mod roles;
mod sandbox;
mod scope;
mod session;
mod sim_history;
mod sim_page;
mod sims;
mod strength;
mod support;
mod tokens;
mod two_factor;
mod undo;
mod users;
mod views;
mod walk;
