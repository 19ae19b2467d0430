//! Simgrove's rules and the estate in memory.
//!
//! Pure: no I/O, no DOM, no clock of its own. Compiled natively for the sandbox and the tests, and to WebAssembly
//! for the dashboard, so that both ends answer every question with the same code.

pub mod account;
pub mod act;
pub mod amount;
pub mod appearance;
pub mod audit;
pub mod bitmap;
pub mod brand;
pub mod branding;
pub mod cap;
pub mod csv_list;
pub mod estate;
pub mod export;
pub mod filter;
pub mod history;
pub mod label;
pub mod layout;
pub mod lifecycle;
pub mod metering;
pub mod overview;
pub mod period;
pub mod permission;
pub mod recipient;
pub mod selection;
pub mod sim;
pub mod support;
pub mod time;
pub mod token;
pub mod user;
