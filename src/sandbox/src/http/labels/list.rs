//! What the lists of tags and categories tell.

use crate::http::etag;
use crate::http::failure::Failure;
use crate::store::accounts::Scope;
use crate::store::labels::{self, Definition};
use contract::label::Label;
use domain::account::AccountId;
use domain::label::{LabelId, LabelKind, holds_for};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Where a definition lies as the scope sees it: none when above.
pub fn owner(scope: &Scope, definition: &Definition) -> Option<AccountId> {
    Some(definition.account).filter(|&account| scope.contains(account))
}

/// All that hold in a scope; with `in_use` also the names without a definition, and how many SIMs have each.
pub fn all(
    connection: &Connection,
    scope: &Scope,
    kind: LabelKind,
    in_use: bool,
) -> Result<Vec<Label>, Failure> {
    let definitions = labels::of_scope(connection, scope, kind)?;
    let mut items: Vec<Label> =
        definitions.iter().map(|definition| label(scope, definition, in_use.then_some(0))).collect();
    if in_use {
        let mut undefined: BTreeMap<String, u64> = BTreeMap::new();
        for ((name, account), count) in labels::in_use(connection, scope, kind)? {
            match nearest(scope, &definitions, &name, account) {
                Some(at) => items[at].sims = items[at].sims.map(|sims| sims + count),
                None => *undefined.entry(name).or_default() += count,
            }
        }
        items.extend(undefined.into_iter().map(|(name, count)| Label {
            id: None,
            name,
            colour: None,
            account_id: None,
            sims: Some(count),
            etag: None,
        }));
        items.sort_by_cached_key(|label| (label.name.to_lowercase(), label.name.clone(), label.id));
    }
    Ok(items)
}

/// The definition of a name that holds for an account: of several, which only moved accounts can have, the nearest.
fn nearest(scope: &Scope, definitions: &[Definition], name: &str, account: AccountId) -> Option<usize> {
    let fitting = definitions.iter().enumerate().filter(|(_, definition)| {
        definition.name == name && holds_for(scope.tree(), owner(scope, definition), account)
    });
    let depth =
        |definition: &Definition| owner(scope, definition).map(|owner| scope.tree().path(owner).len());
    fitting.max_by_key(|(_, definition)| depth(definition)).map(|(at, _)| at)
}

/// One that the scope sees, with how many SIMs have it.
pub fn one(connection: &Connection, scope: &Scope, kind: LabelKind, id: LabelId) -> Result<Label, Failure> {
    let definition = labels::find(connection, scope, kind, id)?.ok_or_else(Failure::not_found)?;
    counted(connection, scope, &definition)
}

/// A definition with how many SIMs of the scope have it.
pub fn counted(connection: &Connection, scope: &Scope, definition: &Definition) -> Result<Label, Failure> {
    let from = owner(scope, definition).unwrap_or_else(|| scope.top());
    let carriers = labels::carriers(connection, from, definition.kind, &definition.name)?;
    Ok(label(scope, definition, u64::try_from(carriers.len()).ok()))
}

fn label(scope: &Scope, definition: &Definition, sims: Option<u64>) -> Label {
    Label {
        id: Some(definition.id),
        name: definition.name.clone(),
        colour: Some(definition.colour),
        account_id: owner(scope, definition),
        sims,
        etag: Some(etag::text(definition.revision)),
    }
}
