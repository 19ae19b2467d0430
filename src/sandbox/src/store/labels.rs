//! The lists of tags and categories, and which SIMs have them.

use crate::store::accounts::{self, Scope};
use crate::store::sims::{self, code};
use domain::account::AccountId;
use domain::label::{Colour, LabelId, LabelKind};
use domain::sim::SimId;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::BTreeMap;

/// What an account says of a tag or category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub id: LabelId,
    pub account: AccountId,
    pub kind: LabelKind,
    pub name: String,
    pub colour: Colour,
    pub revision: u64,
}

/// What is to stand in a list.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    pub account: AccountId,
    pub kind: LabelKind,
    pub name: &'a str,
    pub colour: Colour,
}

/// What a definition was before the change that an operation carries out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    pub id: LabelId,
    pub account: AccountId,
    pub kind: LabelKind,
    /// `None` where there was none.
    pub look: Option<(String, Colour)>,
    pub revision: u64,
}

impl Definition {
    /// To be brought back later.
    pub fn former(&self) -> Former {
        Former {
            id: self.id,
            account: self.account,
            kind: self.kind,
            look: Some((self.name.clone(), self.colour)),
            revision: self.revision,
        }
    }
}

const SELECT: &str = "SELECT id, account_id, kind, name, colour, revision FROM labels";

fn definition(row: &Row<'_>) -> rusqlite::Result<Definition> {
    Ok(Definition {
        id: LabelId(row.get(0)?),
        account: AccountId(row.get(1)?),
        kind: code(row, 2, LabelKind::from_code)?,
        name: row.get(3)?,
        colour: code(row, 4, Colour::from_code)?,
        revision: row.get(5)?,
    })
}

/// The accounts whose definitions a scope sees: its own, and those above it.
fn line(connection: &Connection, scope: &Scope) -> rusqlite::Result<Vec<AccountId>> {
    Ok(accounts::line(connection, scope.top())?.into_iter().map(|(id, _)| id).collect())
}

/// The definitions that a scope sees.
pub fn of_scope(
    connection: &Connection,
    scope: &Scope,
    kind: LabelKind,
) -> rusqlite::Result<Vec<Definition>> {
    let above = line(connection, scope)?;
    let all: Vec<Definition> = connection
        .prepare_cached(&format!("{SELECT} WHERE kind = ?1 ORDER BY folded_name, id"))?
        .query_map([kind.code()], definition)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(all.into_iter().filter(|it| scope.contains(it.account) || above.contains(&it.account)).collect())
}

/// One that a scope sees.
pub fn find(
    connection: &Connection,
    scope: &Scope,
    kind: LabelKind,
    id: LabelId,
) -> rusqlite::Result<Option<Definition>> {
    let found = by_id(connection, id)?.filter(|found| found.kind == kind);
    let Some(found) = found else { return Ok(None) };
    let seen = scope.contains(found.account) || line(connection, scope)?.contains(&found.account);
    Ok(seen.then_some(found))
}

/// One, whoever sees it.
pub fn by_id(connection: &Connection, id: LabelId) -> rusqlite::Result<Option<Definition>> {
    connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?.query_row([id.0], definition).optional()
}

/// How many of a kind an account defines.
pub fn count(connection: &Connection, account: AccountId, kind: LabelKind) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM labels WHERE account_id = ?1 AND kind = ?2")?
        .query_row((account.0, kind.code()), |row| row.get(0))
}

/// Whether another definition of this name, whatever its case, would hold for the same SIMs: one of the account, of those
/// above it, or of those below it.
pub fn is_taken(
    connection: &Connection,
    account: AccountId,
    kind: LabelKind,
    name: &str,
    except: Option<LabelId>,
) -> rusqlite::Result<bool> {
    let owners: Vec<AccountId> = connection
        .prepare_cached(
            "SELECT account_id FROM labels WHERE kind = ?1 AND folded_name = ?2 AND id IS NOT ?3",
        )?
        .query_map((kind.code(), name.to_lowercase(), except.map(|id| id.0)), |row| {
            row.get(0).map(AccountId)
        })?
        .collect::<rusqlite::Result<_>>()?;
    for owner in owners {
        if accounts::lies_within(connection, account, owner)?
            || accounts::lies_within(connection, owner, account)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Adds a definition; gives its id.
pub fn add(connection: &Connection, new: New<'_>) -> rusqlite::Result<LabelId> {
    connection.query_row(
        "INSERT INTO labels (account_id, kind, name, folded_name, colour) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id",
        (new.account.0, new.kind.code(), new.name, new.name.to_lowercase(), new.colour.code()),
        |row| row.get(0).map(LabelId),
    )
}

/// Writes name and colour.
pub fn save(connection: &Connection, id: LabelId, name: &str, colour: Colour) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE labels SET name = ?2, folded_name = ?3, colour = ?4, revision = revision + 1 WHERE id = ?1",
        (id.0, name, name.to_lowercase(), colour.code()),
    )?;
    Ok(())
}

/// Removes a definition. What SIMs have stays.
pub fn remove(connection: &Connection, id: LabelId) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM labels WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Removes the definitions of an account that is removed.
pub fn remove_all(connection: &Connection, account: AccountId) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM labels WHERE account_id = ?1", [account.0])?;
    Ok(())
}

/// Brings a definition back as it was, under its number.
pub fn put_back(connection: &Connection, former: &Former) -> rusqlite::Result<()> {
    let Some((name, colour)) = &former.look else { return remove(connection, former.id) };
    connection.execute(
        "INSERT INTO labels (id, account_id, kind, name, folded_name, colour, revision) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7 + 1)
         ON CONFLICT (id) DO UPDATE SET name = ?4, folded_name = ?5, colour = ?6, revision = revision + 1",
        (
            former.id.0,
            former.account.0,
            former.kind.code(),
            name,
            name.to_lowercase(),
            colour.code(),
            former.revision,
        ),
    )?;
    Ok(())
}

/// Notes what a definition was before the change that an operation carries out.
pub fn note_former(connection: &Connection, operation: u32, former: &Former) -> rusqlite::Result<()> {
    let (name, colour) = match &former.look {
        Some((name, colour)) => (Some(name), Some(colour.code())),
        None => (None, None),
    };
    connection.execute(
        "INSERT INTO label_changes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (operation, former.id.0, former.account.0, former.kind.code(), name, colour, former.revision),
    )?;
    Ok(())
}

/// What was noted of an operation, if it came from a change to a list.
pub fn former(connection: &Connection, operation: u32) -> rusqlite::Result<Option<Former>> {
    connection
        .prepare_cached(
            "SELECT label_id, account_id, kind, name, colour, revision FROM label_changes
             WHERE operation_id = ?1",
        )?
        .query_row([operation], |row| {
            let name: Option<String> = row.get(3)?;
            let look = name.map(|name| Ok::<_, rusqlite::Error>((name, code(row, 4, Colour::from_code)?)));
            Ok(Former {
                id: LabelId(row.get(0)?),
                account: AccountId(row.get(1)?),
                kind: code(row, 2, LabelKind::from_code)?,
                look: look.transpose()?,
                revision: row.get(5)?,
            })
        })
        .optional()
}

/// How many SIMs of each account of a scope have each name.
pub fn in_use(
    connection: &Connection,
    scope: &Scope,
    kind: LabelKind,
) -> rusqlite::Result<BTreeMap<(String, AccountId), u64>> {
    let column = column(kind);
    let mut statement = connection.prepare_cached(&format!(
        "SELECT account_id, {column}, count(*) FROM sims WHERE {column} <> '' AND {} GROUP BY account_id, {column}",
        scope.condition()
    ))?;
    let mut rows = statement.query([])?;
    let mut counts = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (account, count): (u32, u64) = (row.get(0)?, row.get(2)?);
        for name in names(kind, row.get_ref(1)?.as_str()?) {
            *counts.entry((name, AccountId(account))).or_default() += count;
        }
    }
    Ok(counts)
}

/// The SIMs that have a name, of an account and of all below.
pub fn carriers(
    connection: &Connection,
    account: AccountId,
    kind: LabelKind,
    name: &str,
) -> rusqlite::Result<Vec<SimId>> {
    let Some(scope) = Scope::of(connection, account)? else { return Ok(Vec::new()) };
    let column = column(kind);
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, {column} FROM sims WHERE instr({column}, ?1) AND {} ORDER BY id",
        scope.condition()
    ))?;
    let mut rows = statement.query([name])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if names(kind, row.get_ref(1)?.as_str()?).iter().any(|it| it == name) {
            found.push(SimId(row.get(0)?));
        }
    }
    Ok(found)
}

fn column(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Tag => "tags",
        LabelKind::Category => "category",
    }
}

fn names(kind: LabelKind, kept: &str) -> Vec<String> {
    match kind {
        LabelKind::Tag => sims::tags(kept),
        LabelKind::Category => vec![kept.to_owned()],
    }
}
