//! API tokens, by the hash of what they are.

use crate::store::accounts::{self, Scope};
use crate::store::sims::code;
use crate::store::users::{self, Login};
use contract::bulk::Author;
use contract::token::ApiToken;
use domain::account::AccountId;
use domain::permission::Role;
use domain::time::Timestamp;
use domain::token::TokenState;
use rusqlite::{Connection, OptionalExtension, Row};

/// A token that is made.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    pub account: AccountId,
    pub name: &'a str,
    pub hash: &'a [u8],
    pub hint: &'a str,
    pub role: Role,
    pub created_by: u32,
    pub expires_at: Timestamp,
}

/// Adds a token; gives its id.
pub fn add(connection: &Connection, new: New<'_>, now: Timestamp) -> rusqlite::Result<u32> {
    connection.query_row(
        "INSERT INTO api_tokens (account_id, name, folded_name, token_hash, hint, role, created_by, created_at,
           expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id",
        (
            new.account.0,
            new.name,
            new.name.to_lowercase(),
            new.hash,
            new.hint,
            new.role.code(),
            new.created_by,
            now.unix(),
            new.expires_at.unix(),
        ),
        |row| row.get(0),
    )
}

/// How many tokens of an account have not been revoked.
pub fn count(connection: &Connection, account: AccountId) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM api_tokens WHERE account_id = ?1 AND revoked_at IS NULL")?
        .query_row([account.0], |row| row.get(0))
}

/// Whether a token of an account has this name and could still be used.
pub fn is_name_taken(
    connection: &Connection,
    account: AccountId,
    name: &str,
    now: Timestamp,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM api_tokens
             WHERE account_id = ?1 AND folded_name = ?2 AND revoked_at IS NULL AND expires_at > ?3)",
        )?
        .query_row((account.0, name.to_lowercase(), now.unix()), |row| row.get(0))
}

const SELECT: &str = "SELECT api_tokens.id, api_tokens.account_id, api_tokens.name, hint, api_tokens.role, users.id, \
     users.name, created_at, expires_at, last_used_at, revoked_at IS NOT NULL \
     FROM api_tokens JOIN users ON users.id = created_by";

/// A token as it is kept: its state and role without regard to who made it.
fn kept(row: &Row<'_>, now: Timestamp) -> rusqlite::Result<ApiToken> {
    let expires_at = Timestamp::from_unix(row.get(8)?);
    Ok(ApiToken {
        id: row.get(0)?,
        account_id: AccountId(row.get(1)?),
        name: row.get(2)?,
        hint: row.get(3)?,
        role: code(row, 4, Role::from_code)?,
        state: if expires_at > now { TokenState::Active } else { TokenState::Expired },
        created_by: Author { id: row.get(5)?, name: row.get(6)? },
        created_at: Timestamp::from_unix(row.get(7)?),
        expires_at,
        last_used_at: row.get::<_, Option<i64>>(9)?.map(Timestamp::from_unix),
    })
}

/// A token as it holds now, and who made it: `None` when that one cannot act in the token's account any more.
fn settled(connection: &Connection, token: ApiToken) -> rusqlite::Result<(ApiToken, Option<Login>)> {
    let maker = users::find_login_of(connection, token.created_by.id)?;
    let able = match &maker {
        Some(maker) => {
            maker.enabled
                && accounts::is_open(connection, token.account_id)?
                && accounts::lies_within(connection, token.account_id, maker.user.account_id)?
        }
        None => false,
    };
    let Some(maker) = maker.filter(|_| able) else {
        let state = if token.state == TokenState::Active { TokenState::Suspended } else { token.state };
        return Ok((ApiToken { state, ..token }, None));
    };
    Ok((ApiToken { role: token.role.min(maker.user.role), ..token }, Some(maker)))
}

/// The tokens of an account that have not been revoked, latest first.
pub fn of_account(
    connection: &Connection,
    account: AccountId,
    now: Timestamp,
) -> rusqlite::Result<Vec<ApiToken>> {
    let kept: Vec<ApiToken> = connection
        .prepare_cached(&format!(
            "{SELECT} WHERE api_tokens.account_id = ?1 AND revoked_at IS NULL ORDER BY api_tokens.id DESC"
        ))?
        .query_map([account.0], |row| kept(row, now))?
        .collect::<Result<_, _>>()?;
    kept.into_iter().map(|token| Ok(settled(connection, token)?.0)).collect()
}

/// A token of an account within the scope, and whether it was revoked.
pub fn find(
    connection: &Connection,
    scope: &Scope,
    id: u32,
    now: Timestamp,
) -> rusqlite::Result<Option<(ApiToken, bool)>> {
    let found = connection
        .prepare_cached(&format!("{SELECT} WHERE api_tokens.id = ?1"))?
        .query_row([id], |row| Ok((kept(row, now)?, row.get(10)?)))
        .optional()?;
    let Some((token, revoked)) = found.filter(|(token, _)| scope.contains(token.account_id)) else {
        return Ok(None);
    };
    Ok(Some((settled(connection, token)?.0, revoked)))
}

/// The token with this hash and who made it, if it is accepted.
pub fn find_accepted(
    connection: &Connection,
    hash: &[u8],
    now: Timestamp,
) -> rusqlite::Result<Option<(ApiToken, Login)>> {
    let found = connection
        .prepare_cached(&format!(
            "{SELECT} WHERE token_hash = ?1 AND revoked_at IS NULL AND expires_at > ?2
               AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = api_tokens.account_id AND NOT accounts.removed)"
        ))?
        .query_row((hash, now.unix()), |row| kept(row, now))
        .optional()?;
    let Some(token) = found else { return Ok(None) };
    let (token, maker) = settled(connection, token)?;
    Ok(maker.map(|maker| (token, maker)))
}

/// Notes that a token was used.
pub fn used(connection: &Connection, id: u32, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE api_tokens SET last_used_at = ?2 WHERE id = ?1")?
        .execute((id, now.unix()))?;
    Ok(())
}

/// Revokes a token.
pub fn revoke(connection: &Connection, id: u32, now: Timestamp) -> rusqlite::Result<()> {
    connection.execute("UPDATE api_tokens SET revoked_at = ?2 WHERE id = ?1", (id, now.unix()))?;
    Ok(())
}
