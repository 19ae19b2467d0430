//! The sandbox: Simgrove's HTTP API as a program of its own, over SQLite.
//!
//! It makes the dashboard usable in one command, is the reference for whoever implements the contract, and is what every
//! end-to-end test talks to. It is not a mock: it keeps every rule and every role.

pub mod announcer;
pub mod app;
pub mod audit;
pub mod bulk;
pub mod cli;
pub mod clock;
pub mod database;
pub mod demo;
pub mod faults;
pub mod http;
pub mod mail;
pub mod markdown;
pub mod metering;
pub mod network;
pub mod notify;
pub mod password;
pub mod picture;
pub mod probe;
pub mod recovery_code;
pub mod server;
pub mod sign_in_limit;
pub mod simulator;
pub mod store;
pub mod strength;
pub mod totp;
