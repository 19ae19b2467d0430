//! The schema, by migrations.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

const STEPS: &[M<'static>] = &[
    M::up(include_str!("schema/tables.sql")),
    // Apart from the tables, because a new estate gets them when its SIMs are in: faster than keeping them for each.
    M::up(include_str!("schema/indexes.sql")),
    M::up(include_str!("schema/filters.sql")),
    M::up(include_str!("schema/departures.sql")),
    M::up(include_str!("schema/filter_links.sql")),
    M::up(include_str!("schema/managed_accounts.sql")),
    M::up(include_str!("schema/people.sql")),
    M::up(include_str!("schema/views.sql")),
    M::up(include_str!("schema/audit.sql")),
    M::up(include_str!("schema/recipients.sql")),
    M::up(include_str!("schema/two_factor.sql")),
    M::up(include_str!("schema/api_tokens.sql")),
    M::up(include_str!("schema/sim_history.sql")),
    M::up(include_str!("schema/notifications.sql")),
    M::up(include_str!("schema/usage.sql")),
    M::up(include_str!("schema/past.sql")),
    M::up(include_str!("schema/sim_tests.sql")),
    M::up(include_str!("schema/sim_sessions.sql")),
    M::up(include_str!("schema/metering.sql")),
    M::up(include_str!("schema/labels.sql")),
    M::up(include_str!("schema/history.sql")),
    M::up(include_str!("schema/outbox.sql")),
    M::up(include_str!("schema/operations.sql")),
    M::up(include_str!("schema/appearances.sql")),
    M::up(include_str!("schema/branding.sql")),
];
const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// Brings the schema up to date.
pub fn migrate(connection: &mut Connection) -> rusqlite_migration::Result<()> {
    MIGRATIONS.to_latest(connection)
}

/// Only the tables, to be filled and then [`migrate`]d.
pub fn create_tables(connection: &mut Connection) -> rusqlite_migration::Result<()> {
    MIGRATIONS.to_version(connection, 1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_migrations_run() {
        super::MIGRATIONS.validate().unwrap();
    }
}
