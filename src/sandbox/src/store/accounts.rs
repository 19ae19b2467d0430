//! Accounts, and the part of their tree that somebody sees.

use domain::account::{Account, AccountId, AccountTree, Features};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

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
        let all: usize =
            connection.prepare_cached("SELECT count(*) FROM accounts")?.query_row([], |row| row.get(0))?;
        let condition = if accounts.len() == all {
            "TRUE".to_owned()
        } else {
            // Numbers only, so nothing can be injected; a list, because SQLite tests it fastest.
            let ids: Vec<String> = accounts.iter().map(|account| account.id.0.to_string()).collect();
            format!("account_id IN ({})", ids.join(","))
        };
        Ok(Some(Self { top, tree: AccountTree::new(accounts), condition }))
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

/// The account and all below it, counts included; empty when there is no such account.
fn subtree(connection: &Connection, top: AccountId) -> rusqlite::Result<Vec<Account>> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE visible (id) AS (
           VALUES (?1) UNION ALL SELECT accounts.id FROM accounts JOIN visible ON accounts.parent_id = visible.id
         )
         SELECT id, parent_id, name, enabled, caps_and_alerts, sub_accounts, sim_count
         FROM accounts WHERE id IN visible",
    )?;
    let rows = statement.query_map([top.0], |row| {
        let id = AccountId(row.get(0)?);
        let parent: Option<u32> = row.get(1)?;
        Ok(Account {
            id,
            parent_id: parent.map(AccountId).filter(|_| id != top),
            name: row.get(2)?,
            enabled: row.get(3)?,
            features: Features { caps_and_alerts: row.get(4)?, sub_accounts: row.get(5)? },
            sim_count: row.get(6)?,
            total_sim_count: 0,
        })
    })?;
    let mut accounts = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    add_totals(&mut accounts);
    Ok(accounts)
}

/// Fills in what each account has with all below it.
fn add_totals(accounts: &mut [Account]) {
    let tree = AccountTree::new(accounts.to_vec());
    for account in accounts {
        account.total_sim_count = tree.subtree(account.id).iter().map(|node| node.account.sim_count).sum();
    }
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

/// Keeps the counts of accounts in step with SIMs that were moved.
pub fn shift_counts(connection: &Connection, shifts: &HashMap<AccountId, i64>) -> rusqlite::Result<()> {
    let mut statement =
        connection.prepare_cached("UPDATE accounts SET sim_count = sim_count + ?2 WHERE id = ?1")?;
    for (id, shift) in shifts {
        statement.execute((id.0, shift))?;
    }
    Ok(())
}
