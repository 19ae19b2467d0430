//! What the app knows: signals and plain data, no markup.

pub mod accounts;
pub mod address;
pub mod api_tokens;
pub mod base;
pub mod columns;
pub mod config;
pub mod entrance;
pub mod estate;
pub mod filter_links;
pub mod history;
pub mod label_list;
pub mod labels;
pub mod language;
pub mod layout;
pub mod list;
pub mod live;
pub mod operations;
pub mod quick_filter;
pub mod recipients;
pub mod saved_filters;
pub mod scope;
pub mod session;
pub mod settings;
pub mod simple_filter;
pub mod users;
