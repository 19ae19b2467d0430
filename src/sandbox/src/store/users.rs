//! Users. A removed one stays as a row that nobody finds, because operations name it.

use crate::store::accounts::Scope;
use crate::store::sims::code;
use contract::session::User;
use contract::user::ManagedUser;
use domain::account::AccountId;
use domain::permission::Role;
use domain::time::Timestamp;
use domain::user::{Others, Standing, UserState};
use rusqlite::{Connection, OptionalExtension, Row};

/// A user with what is needed to sign in.
#[derive(Clone, Debug)]
pub struct Login {
    pub user: User,
    /// `None` until the first password is set.
    pub password_hash: Option<String>,
    pub enabled: bool,
}

const COLUMNS: &str = "users.id, users.name, users.email, users.role, users.account_id, users.language";

fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get(0)?,
        name: row.get(1)?,
        email: row.get(2)?,
        role: code(row, 3, Role::from_code)?,
        account_id: AccountId(row.get(4)?),
        language: row.get(5)?,
    })
}

fn login(row: &Row<'_>) -> rusqlite::Result<Login> {
    let hash: String = row.get(6)?;
    Ok(Login { user: user(row)?, password_hash: (!hash.is_empty()).then_some(hash), enabled: row.get(7)? })
}

/// The user with this e-mail address, whatever its case.
pub fn find_login(connection: &Connection, email: &str) -> rusqlite::Result<Option<Login>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, password_hash, enabled FROM users WHERE email = ?1 AND NOT removed"
        ))?
        .query_row([email.to_lowercase()], login)
        .optional()
}

/// [`find_login`] by id.
pub fn find_login_of(connection: &Connection, id: u32) -> rusqlite::Result<Option<Login>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, password_hash, enabled FROM users WHERE id = ?1 AND NOT removed"
        ))?
        .query_row([id], login)
        .optional()
}

/// A session that runs.
#[derive(Clone, Debug)]
pub struct Running {
    pub user: User,
    /// The account that the user sees the app as.
    pub view: Option<AccountId>,
    pub expires_at: u32,
}

/// The running session with this hash.
pub fn find_by_session(
    connection: &Connection,
    id_hash: &[u8],
    now: u32,
) -> rusqlite::Result<Option<Running>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, expires_at, view_account_id FROM sessions JOIN users ON users.id = sessions.user_id
             WHERE id_hash = ?1 AND expires_at > ?2 AND enabled AND NOT removed"
        ))?
        .query_row((id_hash, now), |row| {
            let view = row.get::<_, Option<u32>>(7)?.map(AccountId);
            Ok(Running { user: user(row)?, view, expires_at: row.get(6)? })
        })
        .optional()
}

/// Adds a user who can sign in, to an estate that is being made.
pub fn add(connection: &Connection, user: &User, password_hash: &str) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO users (id, name, email, password_hash, role, account_id, enabled) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)",
        (user.id, &user.name, user.email.to_lowercase(), password_hash, user.role.code(), user.account_id.0),
    )?;
    Ok(())
}

const MANAGED: &str =
    "SELECT id, account_id, name, email, role, enabled, password_hash <> '', last_sign_in, revision,
       (SELECT expires_at FROM links WHERE user_id = users.id AND purpose = 'invitation'),
       EXISTS (SELECT 1 FROM two_factor WHERE user_id = users.id AND secret IS NOT NULL)
     FROM users WHERE NOT removed";

fn managed(row: &Row<'_>) -> rusqlite::Result<ManagedUser> {
    let (enabled, has_password): (bool, bool) = (row.get(5)?, row.get(6)?);
    let state = match (enabled, has_password) {
        (false, _) => UserState::Disabled,
        (true, false) => UserState::Invited,
        (true, true) => UserState::Active,
    };
    let time =
        |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(column)?.map(Timestamp::from_unix));
    let revision: u64 = row.get(8)?;
    Ok(ManagedUser {
        id: row.get(0)?,
        account_id: AccountId(row.get(1)?),
        name: row.get(2)?,
        email: row.get(3)?,
        role: code(row, 4, Role::from_code)?,
        state,
        invitation_expires_at: time(9)?,
        last_sign_in_at: time(7)?,
        two_factor: row.get(10)?,
        etag: format!("\"{revision}\""),
    })
}

/// A user whose account lies within the scope.
pub fn find(connection: &Connection, scope: &Scope, id: u32) -> rusqlite::Result<Option<ManagedUser>> {
    let found =
        connection.prepare_cached(&format!("{MANAGED} AND id = ?1"))?.query_row([id], managed).optional()?;
    Ok(found.filter(|user| scope.contains(user.account_id)))
}

/// Where a page of users ended: by name, then by id.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    pub folded_name: String,
    pub id: u32,
}

/// Which users: of these accounts, with this in their name or e-mail address.
#[derive(Clone, Debug)]
pub struct Search {
    pub accounts: Vec<AccountId>,
    pub text: String,
}

impl Search {
    /// Numbers only, so nothing can be injected; `?1` is the text.
    fn condition(&self) -> String {
        let ids: Vec<String> = self.accounts.iter().map(|account| account.0.to_string()).collect();
        format!(
            "account_id IN ({}) AND (instr(folded_name, ?1) OR instr(email, ?1) OR ?1 = '')",
            ids.join(",")
        )
    }
}

/// The next users after a place, by name.
pub fn page(
    connection: &Connection,
    search: &Search,
    after: &Place,
    limit: u32,
) -> rusqlite::Result<Vec<ManagedUser>> {
    connection
        .prepare(&format!(
            "{MANAGED} AND {} AND (folded_name, id) > (?2, ?3) ORDER BY folded_name, id LIMIT ?4",
            search.condition()
        ))?
        .query_map((search.text.to_lowercase(), &after.folded_name, after.id, limit), managed)?
        .collect()
}

/// How many users there are.
pub fn count(connection: &Connection, search: &Search) -> rusqlite::Result<u64> {
    connection
        .prepare(&format!("SELECT count(*) FROM users WHERE NOT removed AND {}", search.condition()))?
        .query_row([search.text.to_lowercase()], |row| row.get(0))
}

/// Whether somebody has this e-mail address.
pub fn has_email(connection: &Connection, email: &str) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM users WHERE email = ?1)")?
        .query_row([email.to_lowercase()], |row| row.get(0))
}

/// Who else belongs to the user's account.
pub fn others(connection: &Connection, account: AccountId, user: u32) -> rusqlite::Result<Others> {
    connection
        .prepare_cached(
            "SELECT coalesce(sum(role = 'admin' AND enabled AND password_hash <> ''), 0), count(*) FROM users
             WHERE account_id = ?1 AND id <> ?2 AND NOT removed",
        )?
        .query_row((account.0, user), |row| Ok(Others { active_admins: row.get(0)?, users: row.get(1)? }))
}

/// Adds a user who cannot sign in until a password is set; gives the id.
pub fn invite(
    connection: &Connection,
    account: AccountId,
    name: &str,
    email: &str,
    role: Role,
) -> rusqlite::Result<u32> {
    connection.execute("UPDATE accounts SET user_count = user_count + 1 WHERE id = ?1", [account.0])?;
    connection.query_row(
        // What was before somebody came is no news.
        "INSERT INTO users (name, folded_name, email, password_hash, role, account_id, enabled, read_notification)
         VALUES (?1, ?2, ?3, '', ?4, ?5, 1, (SELECT coalesce(max(id), 0) FROM notifications)) RETURNING id",
        (name, name.to_lowercase(), email.to_lowercase(), role.code(), account.0),
        |row| row.get(0),
    )
}

/// Writes what was changed in a user.
pub fn save(connection: &Connection, id: u32, name: &str, standing: Standing) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE users SET name = ?2, folded_name = ?3, role = ?4, enabled = ?5, revision = revision + 1 WHERE id = ?1",
        (id, name, name.to_lowercase(), standing.role.code(), standing.state != UserState::Disabled),
    )?;
    Ok(())
}

/// Writes what people change in their own profile.
pub fn save_profile(
    connection: &Connection,
    id: u32,
    name: &str,
    language: Option<&str>,
    alerts: bool,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE users SET name = ?2, folded_name = ?3, language = ?4, alerts = ?5, revision = revision + 1 WHERE id = ?1",
        (id, name, name.to_lowercase(), language, alerts),
    )?;
    Ok(())
}

/// Gives a user another e-mail address.
pub fn save_email(connection: &Connection, id: u32, email: &str) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE users SET email = ?2, revision = revision + 1 WHERE id = ?1",
        (id, email.to_lowercase()),
    )?;
    Ok(())
}

/// Gives a user another password, or the first one.
pub fn save_password(connection: &Connection, id: u32, password_hash: &str) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE users SET password_hash = ?2, revision = revision + 1 WHERE id = ?1",
        (id, password_hash),
    )?;
    Ok(())
}

/// The count of changes to a user.
pub fn revision(connection: &Connection, id: u32) -> rusqlite::Result<u64> {
    connection.prepare_cached("SELECT revision FROM users WHERE id = ?1")?.query_row([id], |row| row.get(0))
}

/// Whether a user wants to be told about alerts.
pub fn wants_alerts(connection: &Connection, id: u32) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT alerts FROM users WHERE id = ?1")?.query_row([id], |row| row.get(0))
}

/// Notes that a user has signed in.
pub fn signed_in(connection: &Connection, id: u32, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE users SET last_sign_in = ?2 WHERE id = ?1")?
        .execute((id, now.unix()))?;
    Ok(())
}

/// Removes a user with all that was the user's alone. The name stays, for what it did.
pub fn remove(connection: &Connection, id: u32, account: AccountId) -> rusqlite::Result<()> {
    for table in [
        "saved_filters",
        "list_layouts",
        "appearances",
        "sessions",
        "links",
        "idempotency_keys",
        "two_factor",
        "recovery_codes",
        "read_notifications",
    ] {
        connection.execute(&format!("DELETE FROM {table} WHERE user_id = ?1"), [id])?;
    }
    connection.execute("UPDATE accounts SET user_count = user_count - 1 WHERE id = ?1", [account.0])?;
    connection.execute(
        "UPDATE users SET removed = 1, enabled = 0, password_hash = '', email = 'removed-' || id,
           revision = revision + 1
         WHERE id = ?1",
        [id],
    )?;
    Ok(())
}
