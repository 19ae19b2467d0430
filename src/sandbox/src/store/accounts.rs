//! Accounts, and the part of their tree that somebody sees.

use domain::account::manage::Changed;
use domain::account::{Account, AccountId, AccountTree, Features};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// Begins a query on an account, `?1`, and all above it: `line`, of `height` 0 for the account itself.
pub const LINE: &str = "WITH RECURSIVE line (id, parent_id, height) AS (
      SELECT id, parent_id, 0 FROM accounts WHERE id = ?1
      UNION ALL
      SELECT accounts.id, accounts.parent_id, height + 1
      FROM accounts JOIN line ON accounts.id = line.parent_id
    )";

/// An account and all below it: what its users see and may act on.
#[derive(Clone, Debug)]
pub struct Scope {
    top: AccountId,
    tree: AccountTree,
    condition: String,
}

impl Scope {
    /// The scope of an account's users; `None` when there is no such account.
    pub fn of(connection: &Connection, top: AccountId) -> rusqlite::Result<Option<Self>> {
        let accounts = subtree(connection, top)?;
        if accounts.is_empty() {
            return Ok(None);
        }
        let all: usize = connection
            .prepare_cached("SELECT count(*) FROM accounts WHERE NOT removed")?
            .query_row([], |row| row.get(0))?;
        let condition = if accounts.len() == all {
            "TRUE".to_owned()
        } else {
            // Numbers only, so nothing can be injected; a list, because SQLite tests it fastest.
            let ids: Vec<String> = accounts.iter().map(|account| account.id.0.to_string()).collect();
            format!("account_id IN ({})", ids.join(","))
        };
        let mut tree = AccountTree::new(accounts);
        tree.complete(requires_two_factor(connection, top)?);
        Ok(Some(Self { top, tree, condition }))
    }

    /// The topmost account.
    pub fn top(&self) -> AccountId {
        self.top
    }

    /// The accounts as a tree, the topmost without a parent.
    pub fn tree(&self) -> &AccountTree {
        &self.tree
    }

    /// Whether the account lies within.
    pub fn contains(&self, id: AccountId) -> bool {
        self.tree.position(id).is_some()
    }

    /// An SQL condition on `account_id`.
    pub fn condition(&self) -> &str {
        &self.condition
    }

    /// How many SIMs lie within.
    pub fn sim_count(&self) -> u64 {
        self.tree.nodes().iter().map(|node| node.account.sim_count).sum()
    }

    /// Whether SIMs of the account can have levels.
    pub fn has_caps(&self, id: AccountId) -> bool {
        self.tree.get(id).is_some_and(|account| account.features.caps_and_alerts)
    }
}

/// The account and all below it as they are kept; empty when there is no such account.
fn subtree(connection: &Connection, top: AccountId) -> rusqlite::Result<Vec<Account>> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE visible (id) AS (
           VALUES (?1)
           UNION ALL
           SELECT accounts.id FROM accounts JOIN visible ON accounts.parent_id = visible.id WHERE NOT removed
         )
         SELECT id, parent_id, name, enabled, caps_and_alerts, sub_accounts, sim_count, user_count, revision,
           require_two_factor
         FROM accounts WHERE id IN visible AND NOT removed",
    )?;
    let rows = statement.query_map([top.0], |row| {
        let id = AccountId(row.get(0)?);
        let parent: Option<u32> = row.get(1)?;
        let revision: u64 = row.get(8)?;
        Ok(Account {
            id,
            parent_id: parent.map(AccountId).filter(|_| id != top),
            name: row.get(2)?,
            enabled: row.get(3)?,
            features: Features { caps_and_alerts: row.get(4)?, sub_accounts: row.get(5)? },
            sim_count: row.get(6)?,
            user_count: row.get(7)?,
            etag: format!("\"{revision}\""),
            require_two_factor: row.get(9)?,
            // Known when the tree stands, and when it is told to somebody.
            open: false,
            two_factor_required: false,
            total_sim_count: 0,
            can_edit: false,
        })
    })?;
    rows.collect()
}

/// Whether the account and all above it are enabled: only then can its users sign in.
pub fn is_open(connection: &Connection, id: AccountId) -> rusqlite::Result<bool> {
    let shut: Option<u32> = connection
        .prepare_cached(
            "WITH RECURSIVE line (id, parent_id, enabled) AS (
               SELECT id, parent_id, enabled FROM accounts WHERE id = ?1
               UNION ALL
               SELECT accounts.id, accounts.parent_id, accounts.enabled
               FROM accounts JOIN line ON accounts.id = line.parent_id
             )
             SELECT 1 FROM line WHERE NOT enabled",
        )?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    Ok(shut.is_none())
}

/// The account and all above it, from the topmost down, each with whether it is enabled itself.
pub fn line(connection: &Connection, id: AccountId) -> rusqlite::Result<Vec<(AccountId, bool)>> {
    connection
        .prepare_cached(
            "WITH RECURSIVE line (id, parent_id, enabled, height) AS (
               SELECT id, parent_id, enabled, 0 FROM accounts WHERE id = ?1
               UNION ALL
               SELECT accounts.id, accounts.parent_id, accounts.enabled, height + 1
               FROM accounts JOIN line ON accounts.id = line.parent_id
             )
             SELECT id, enabled FROM line ORDER BY height DESC",
        )?
        .query_map([id.0], |row| Ok((AccountId(row.get(0)?), row.get(1)?)))?
        .collect()
}

/// Whether the account or one above it requires two-factor sign-in of its users.
pub fn requires_two_factor(connection: &Connection, id: AccountId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "WITH RECURSIVE line (id, parent_id, required) AS (
               SELECT id, parent_id, require_two_factor FROM accounts WHERE id = ?1
               UNION ALL
               SELECT accounts.id, accounts.parent_id, accounts.require_two_factor
               FROM accounts JOIN line ON accounts.id = line.parent_id
             )
             SELECT EXISTS (SELECT 1 FROM line WHERE required)",
        )?
        .query_row([id.0], |row| row.get(0))
}

/// Whether the account is the other one or lies below it.
pub fn lies_within(connection: &Connection, id: AccountId, top: AccountId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "WITH RECURSIVE line (id, parent_id) AS (
               SELECT id, parent_id FROM accounts WHERE id = ?1
               UNION ALL
               SELECT accounts.id, accounts.parent_id FROM accounts JOIN line ON accounts.id = line.parent_id
             )
             SELECT EXISTS (SELECT 1 FROM line WHERE id = ?2)",
        )?
        .query_row((id.0, top.0), |row| row.get(0))
}

/// The name of an account, for one of its users.
pub fn name(connection: &Connection, id: AccountId) -> rusqlite::Result<String> {
    connection.prepare_cached("SELECT name FROM accounts WHERE id = ?1")?.query_row([id.0], |row| row.get(0))
}

/// Adds an account; gives its id.
pub fn add(connection: &Connection, account: &Changed) -> rusqlite::Result<AccountId> {
    connection.query_row(
        "INSERT INTO accounts (parent_id, name, enabled, caps_and_alerts, sub_accounts, sim_count)
         VALUES (?1, ?2, ?3, ?4, ?5, 0) RETURNING id",
        (
            account.parent.map(|parent| parent.0),
            &account.name,
            account.enabled,
            account.features.caps_and_alerts,
            account.features.sub_accounts,
        ),
        |row| row.get(0).map(AccountId),
    )
}

/// Writes what was changed in an account. Where it stands is kept when `parent` is `None`.
pub fn save(connection: &Connection, id: AccountId, account: &Changed) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE accounts SET parent_id = coalesce(?2, parent_id), name = ?3, enabled = ?4, caps_and_alerts = ?5,
           sub_accounts = ?6, require_two_factor = ?7, revision = revision + 1
         WHERE id = ?1",
        (
            id.0,
            account.parent.map(|parent| parent.0),
            &account.name,
            account.enabled,
            account.features.caps_and_alerts,
            account.features.sub_accounts,
            account.require_two_factor,
        ),
    )?;
    Ok(())
}

/// Takes from accounts what they can no longer have.
pub fn limit_features(connection: &Connection, ids: &[AccountId], most: Features) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "UPDATE accounts SET caps_and_alerts = caps_and_alerts AND ?2, sub_accounts = sub_accounts AND ?3,
           revision = revision + 1
         WHERE id = ?1 AND (caps_and_alerts > ?2 OR sub_accounts > ?3)",
    )?;
    for id in ids {
        statement.execute((id.0, most.caps_and_alerts, most.sub_accounts))?;
    }
    Ok(())
}

/// Removes an account. Its row stays, because operations name it; nobody sees it any more.
pub fn remove(connection: &Connection, id: AccountId) -> rusqlite::Result<()> {
    connection.execute("UPDATE accounts SET removed = 1 WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Keeps the counts of accounts in step with SIMs that were moved.
pub fn shift_counts(connection: &Connection, shifts: &HashMap<AccountId, i64>) -> rusqlite::Result<()> {
    let mut statement =
        connection.prepare_cached("UPDATE accounts SET sim_count = sim_count + ?2 WHERE id = ?1")?;
    for (id, shift) in shifts {
        statement.execute((id.0, shift))?;
    }
    Ok(())
}
