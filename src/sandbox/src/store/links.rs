//! Mailed links, by the hash of their token. A user has at most one for each purpose.

use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Invitation,
    PasswordReset,
    Email,
}

impl Purpose {
    fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::PasswordReset => "password_reset",
            Self::Email => "email",
        }
    }
}

/// A link that can still be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub user: u32,
    /// The address that it confirms.
    pub email: Option<String>,
    pub expires_at: Timestamp,
}

/// Adds a link in place of the one before, and forgets those that have expired.
pub fn put(
    connection: &Connection,
    purpose: Purpose,
    hash: &[u8],
    link: &Link,
    now: Timestamp,
) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM links WHERE expires_at <= ?1", [now.unix()])?;
    forget(connection, purpose, link.user)?;
    connection.execute(
        "INSERT INTO links (token_hash, purpose, user_id, email, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (hash, purpose.code(), link.user, &link.email, link.expires_at.unix()),
    )?;
    Ok(())
}

/// The link, if it can be used: not for a user who is disabled.
pub fn find(
    connection: &Connection,
    purpose: Purpose,
    hash: &[u8],
    now: Timestamp,
) -> rusqlite::Result<Option<Link>> {
    connection
        .prepare_cached(
            "SELECT user_id, links.email, expires_at FROM links JOIN users ON users.id = user_id
             WHERE token_hash = ?1 AND purpose = ?2 AND expires_at > ?3 AND enabled AND NOT removed",
        )?
        .query_row((hash, purpose.code(), now.unix()), |row| {
            Ok(Link { user: row.get(0)?, email: row.get(1)?, expires_at: Timestamp::from_unix(row.get(2)?) })
        })
        .optional()
}

/// Forgets a user's link for a purpose.
pub fn forget(connection: &Connection, purpose: Purpose, user: u32) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM links WHERE user_id = ?1 AND purpose = ?2", (user, purpose.code()))?;
    Ok(())
}
