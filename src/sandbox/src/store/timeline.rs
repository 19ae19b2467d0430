//! Reading what is only added and has a time and an account, latest first: histories and the audit log.
//!
//! A part of the tree is many accounts, and no index has their entries in one order. So each account is read along the
//! index `(account_id, at, id)`, and the streams are merged as they are read: a page costs as much as it shows, and not as
//! much as is kept. What is picked out by other things is looked for in these streams, up to a bound; a page then ends
//! where the looking did.

use crate::store::accounts::Scope;
use domain::account::AccountId;
use domain::time::Timestamp;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::{Connection, Row, Rows, Statement};
use serde::{Deserialize, Serialize};
use std::collections::{BinaryHeap, HashSet};

/// Most entries that are looked at for one page.
pub const MOST_LOOKED_AT: u32 = 50_000;

/// A place between entries: behind that of this time and with this id, seen from the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    at: u32,
    id: u32,
}

impl Place {
    /// Before the latest entry.
    pub const START: Self = Self { at: u32::MAX, id: u32::MAX };
}

/// Which part of a timeline.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub after: Place,
    /// Not before this time.
    pub from: Option<Timestamp>,
    /// Before this time.
    pub to: Option<Timestamp>,
}

impl Span {
    fn start(self) -> Place {
        // No id is 0, so nothing of that second is in it.
        let end = self.to.map_or(Place::START, |to| Place { at: to.unix(), id: 0 });
        self.after.min(end)
    }
}

/// Accounts whose entries somebody sees: those of a part of the tree, also those that were deleted in it.
#[derive(Clone, Debug)]
pub struct Accounts {
    ids: HashSet<AccountId>,
    all: bool,
}

impl Accounts {
    /// The account and all that ever stood below it.
    pub fn below(connection: &Connection, top: AccountId) -> rusqlite::Result<Self> {
        let ids: HashSet<AccountId> = connection
            .prepare_cached(
                "WITH RECURSIVE visible (id) AS (
                   VALUES (?1)
                   UNION ALL
                   SELECT accounts.id FROM accounts JOIN visible ON accounts.parent_id = visible.id
                 )
                 SELECT id FROM visible",
            )?
            .query_map([top.0], |row| row.get(0).map(AccountId))?
            .collect::<Result<_, _>>()?;
        let count: usize =
            connection.prepare_cached("SELECT count(*) FROM accounts")?.query_row([], |row| row.get(0))?;
        Ok(Self { all: ids.len() == count, ids })
    }

    /// Those of a scope.
    pub fn of(connection: &Connection, scope: &Scope) -> rusqlite::Result<Self> {
        Self::below(connection, scope.top())
    }

    pub fn contain(&self, id: AccountId) -> bool {
        self.ids.contains(&id)
    }

    /// The conditions by which their entries are read, each along an index.
    pub fn streams(&self, column: &str) -> Vec<String> {
        if self.all {
            return vec!["TRUE".to_owned()];
        }
        // Numbers only, so nothing can be injected.
        self.ids.iter().map(|id| format!("{column} = {}", id.0)).collect()
    }

    /// Whether it is every account there is.
    pub fn are_all(&self) -> bool {
        self.all
    }
}

/// Some entries, and where to go on if there may be more.
#[derive(Clone, Debug)]
pub struct Slice<T> {
    pub items: Vec<T>,
    pub next: Option<Place>,
}

/// Reads entries of streams, latest first: at most `limit` of those that are picked, and not more than
/// [`MOST_LOOKED_AT`] to find them. `select` begins with the columns `id` and `at`. What is in two streams is read once.
pub fn read<T>(
    connection: &Connection,
    select: &str,
    streams: &[String],
    span: Span,
    limit: u32,
    mut pick: impl FnMut(&Row<'_>) -> rusqlite::Result<Option<T>>,
) -> rusqlite::Result<Slice<T>> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut statements: Vec<Statement<'_>> = streams
        .iter()
        .map(|condition| connection.prepare(&statement(select, condition)))
        .collect::<Result<_, _>>()?;
    let (start, from) = (span.start(), span.from.map_or(0, Timestamp::unix));
    let mut rows: Vec<Rows<'_>> = statements
        .iter_mut()
        .map(|statement| statement.query((start.at, start.id, from)))
        .collect::<Result<_, _>>()?;
    let mut heads = BinaryHeap::with_capacity(rows.len());
    for (stream, rows) in rows.iter_mut().enumerate() {
        heads.extend(next(rows)?.map(|place| (place, stream)));
    }
    let mut slice = Slice { items: Vec::new(), next: None };
    let mut last = None;
    let mut looked_at = 0;
    while let Some((place, stream)) = heads.pop() {
        let Some(rows) = rows.get_mut(stream) else { break };
        if last != Some(place) {
            if slice.items.len() == limit || looked_at == MOST_LOOKED_AT {
                slice.next = last;
                break;
            }
            if let Some(row) = rows.get() {
                slice.items.extend(pick(row)?);
            }
            looked_at += 1;
            last = Some(place);
        }
        heads.extend(next(rows)?.map(|place| (place, stream)));
    }
    Ok(slice)
}

/// What reads a stream from a place on, along an index that ends with the time.
fn statement(select: &str, condition: &str) -> String {
    format!(
        "{select} WHERE {condition} AND at >= ?3 AND at <= ?1 AND (at < ?1 OR id < ?2) ORDER BY at DESC, id DESC"
    )
}

/// Goes to the next row of a stream; gives its place.
fn next(rows: &mut Rows<'_>) -> rusqlite::Result<Option<Place>> {
    rows.advance()?;
    rows.get().map(|row| Ok(Place { id: row.get(0)?, at: row.get(1)? })).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    fn database() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        crate::database::migrate(&mut connection).unwrap();
        connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        connection
    }

    fn add(connection: &Connection, at: u32, account: u32) {
        connection
            .execute(
                "INSERT INTO sim_history (at, sim_id, account_id, cause, changes) VALUES (?1, 1, ?2, 'usage', '[]')",
                (at, account),
            )
            .unwrap();
    }

    fn all(connection: &Connection, streams: &[String], span: Span, limit: u32) -> (Vec<(u32, u32)>, u32) {
        let (mut seen, mut span, mut pages) = (Vec::new(), span, 0);
        loop {
            let slice = read(connection, "SELECT id, at FROM sim_history", streams, span, limit, |row| {
                Ok(Some((row.get::<_, u32>(1)?, row.get::<_, u32>(0)?)))
            })
            .unwrap();
            seen.extend(slice.items);
            pages += 1;
            let Some(after) = slice.next else { return (seen, pages) };
            span.after = after;
        }
    }

    const EVERYTHING: Span = Span { after: Place::START, from: None, to: None };

    #[test]
    fn streams_are_read_as_one_whatever_the_pages() {
        let connection = database();
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..500 {
            add(&connection, random.u32(1..60), random.u32(1..6));
        }
        let streams: Vec<String> = [1, 3, 5].map(|account| format!("account_id = {account}")).into();
        let mut expected: Vec<(u32, u32)> = connection
            .prepare("SELECT at, id FROM sim_history WHERE account_id IN (1, 3, 5)")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        expected.sort_unstable_by(|one, other| other.cmp(one));
        let twice = [&streams[..], &streams[..2]].concat();
        for limit in [1, 7, 100, 1_000] {
            assert_eq!(all(&connection, &streams, EVERYTHING, limit).0, expected, "{limit}");
            assert_eq!(
                all(&connection, &twice, EVERYTHING, limit),
                all(&connection, &streams, EVERYTHING, limit)
            );
        }
        let time = |seconds: i64| Some(Timestamp::from_unix(seconds));
        let span = Span { from: time(10), to: time(20), ..EVERYTHING };
        expected.retain(|(at, _)| (10..20).contains(at));
        assert_eq!(all(&connection, &streams, span, 3).0, expected);
    }

    #[test]
    fn a_page_ends_where_the_looking_does() {
        let connection = database();
        let entries = MOST_LOOKED_AT + 10;
        connection
            .execute(
                "INSERT INTO sim_history (at, sim_id, account_id, cause, changes)
                 WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < ?1)
                 SELECT n, 1, 1, 'usage', '[]' FROM n",
                [entries],
            )
            .unwrap();
        let streams = ["account_id = 1".to_owned()];
        let nothing = |_: &Row<'_>| Ok(None::<()>);
        let select = "SELECT id, at FROM sim_history";
        let first = read(&connection, select, &streams, EVERYTHING, 5, nothing).unwrap();
        let after = first.next.expect("there is more to look at");
        let rest = read(&connection, select, &streams, Span { after, ..EVERYTHING }, 5, nothing).unwrap();
        assert!(first.items.is_empty() && rest.next.is_none());
    }

    #[test]
    fn nothing_is_sorted_and_nothing_is_read_from_the_start() {
        let connection = database();
        let tables = [
            ("sim_history", &["TRUE", "account_id = 1", "sim_id = 1", "user_id = 1", "arrived_in = 1"][..]),
            ("audit_log", &["TRUE", "account_id = 1", "user_id = 1"]),
        ];
        for (table, conditions) in tables {
            for condition in conditions {
                let sql = statement(&format!("SELECT id, at, changes FROM {table}"), condition);
                let plan: Vec<String> = connection
                    .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
                    .unwrap()
                    .query_map((9, 9, 1), |row| row.get(3))
                    .unwrap()
                    .collect::<Result<_, _>>()
                    .unwrap();
                assert!(plan.len() == 1 && plan[0].starts_with("SEARCH"), "{condition}: {plan:?}");
                assert!(plan[0].contains("at>? AND at<?"), "{condition}: {plan:?}");
            }
        }
    }
}
