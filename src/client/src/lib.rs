//! The typed HTTP client in the browser: one method per request of the contract; and what the browser keeps of its answers.
//!
//! A request whose future is dropped is aborted, one that takes too long gives up, and one that only reads is sent
//! again after a passing failure. The session lives in a cookie that no script can read; the token against forged
//! requests lives in memory.

mod api;
mod error;
mod events;
mod fetch;
mod file;
mod key;
mod page;
mod request;
mod retry;
mod vault;

pub use api::{Api, ItemQuery, OperationQuery, TimelineQuery, UserQuery};
pub use error::{Error, Refused};
pub use events::{EventNotice, EventStream};
pub use file::file;
pub use key::IdempotencyKey;
pub use page::{ChangeText, PageText, Tagged};
pub use vault::{Vault, VaultError, wipe as wipe_vault};
