//! Users.

use crate::store::sims::code;
use contract::session::User;
use domain::account::AccountId;
use domain::permission::Role;
use rusqlite::{Connection, OptionalExtension, Row};

/// A user with what is needed to sign in.
#[derive(Clone, Debug)]
pub struct Login {
    pub user: User,
    pub password_hash: String,
    pub enabled: bool,
}

const COLUMNS: &str = "users.id, users.name, users.email, users.role, users.account_id";

fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get(0)?,
        name: row.get(1)?,
        email: row.get(2)?,
        role: code(row, 3, Role::from_code)?,
        account_id: AccountId(row.get(4)?),
    })
}

/// The user with this e-mail address, whatever its case.
pub fn find_login(connection: &Connection, email: &str) -> rusqlite::Result<Option<Login>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS}, password_hash, enabled FROM users WHERE email = ?1"))?
        .query_row([email.to_lowercase()], |row| {
            Ok(Login { user: user(row)?, password_hash: row.get(5)?, enabled: row.get(6)? })
        })
        .optional()
}

/// The user of a running session, and when that ends.
pub fn find_by_session(
    connection: &Connection,
    id_hash: &[u8],
    now: u32,
) -> rusqlite::Result<Option<(User, u32)>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, expires_at FROM sessions JOIN users ON users.id = sessions.user_id
             WHERE id_hash = ?1 AND expires_at > ?2 AND enabled"
        ))?
        .query_row((id_hash, now), |row| Ok((user(row)?, row.get(5)?)))
        .optional()
}

/// Adds a user who can sign in.
pub fn add(connection: &Connection, user: &User, password_hash: &str) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO users (id, name, email, password_hash, role, account_id, enabled) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)",
        (user.id, &user.name, user.email.to_lowercase(), password_hash, user.role.code(), user.account_id.0),
    )?;
    Ok(())
}
