//! SQLite: one writer thread, a pool of readers, and no SQL on the async runtime.
//!
//! The writer takes jobs in the order in which they come, so a long bulk operation, which writes in chunks, and a
//! person's single edit take turns.

mod schema;

use anyhow::Context;
use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::path::Path;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

pub use schema::{create_tables, migrate};

/// Readers at once; more wait for their turn.
const READERS: u32 = 4;

/// Why the database could not answer.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    #[error("no reader became free: {0}")]
    Pool(#[from] r2d2::Error),
    #[error("the database has been shut down")]
    Closed,
}

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// The open database. Clones share it; it closes when the last one is gone.
#[derive(Clone)]
pub struct Database {
    readers: r2d2::Pool<SqliteConnectionManager>,
    writer: mpsc::UnboundedSender<Job>,
}

impl Database {
    /// Opens the file and brings its schema up to date.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let mut connection = open_for_writing(path)?;
        migrate(&mut connection)?;
        let manager = SqliteConnectionManager::file(path)
            .with_flags(OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .with_init(|connection| {
                connection.set_prepared_statement_cache_capacity(64);
                connection.execute_batch("PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -16000;")
            });
        let readers = r2d2::Pool::builder()
            .max_size(READERS)
            .connection_timeout(Duration::from_secs(60))
            .build(manager)?;
        let (writer, mut jobs) = mpsc::unbounded_channel::<Job>();
        std::thread::Builder::new().name("database-writer".into()).spawn(move || {
            while let Some(job) = jobs.blocking_recv() {
                job(&mut connection);
            }
        })?;
        Ok(Self { readers, writer })
    }

    /// Runs `work` on a reader; all it sees is one state of the database.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let readers = self.readers.clone();
        let answer = tokio::task::spawn_blocking(move || {
            let mut connection = readers.get().map_err(DatabaseError::from)?;
            let transaction = connection.transaction().map_err(DatabaseError::from)?;
            work(&transaction)
        });
        match answer.await {
            Ok(answer) => answer,
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Err(_) => Err(DatabaseError::Closed.into()),
        }
    }

    /// Runs `work` on the writer: all of it is kept when it returns `Ok`, nothing when it does not.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let (sender, answer) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // A panic must end this job, not the writer; the transaction rolls back as it unwinds.
            let result =
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| in_transaction(connection, work)));
            // Whoever asked may have gone away; the work is done all the same.
            let _ = sender.send(result);
        });
        self.writer.send(job).map_err(|_| DatabaseError::Closed)?;
        match answer.await.map_err(|_| DatabaseError::Closed)? {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

fn in_transaction<T, E: From<DatabaseError>>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(DatabaseError::from)?;
    let result = work(&transaction)?;
    transaction.commit().map_err(DatabaseError::from)?;
    Ok(result)
}

fn open_for_writing(path: &Path) -> anyhow::Result<Connection> {
    let connection = Connection::open(path).with_context(|| format!("opening {}", path.display()))?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = NORMAL;
         PRAGMA foreign_keys = ON;
         PRAGMA mmap_size = 1073741824;
         PRAGMA cache_size = -64000;",
    )?;
    Ok(connection)
}
