//! The demo estate: the same for the same seed, of any size.

mod companies;
pub(crate) mod fleet;
mod identifiers;
mod labels;
mod notices;
pub mod past;
mod people;
mod write;

use crate::database;
use crate::password::Passwords;
use crate::store::estate::{self, Origin};
use anyhow::Context as _;
use domain::time::Timestamp;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    pub sims: u32,
    pub seed: u64,
}

/// The password of every demo user.
pub const PASSWORD: &str = "simgrove-demo";

/// Where a data folder keeps the estate.
pub fn file(data: &Path) -> PathBuf {
    data.join("estate.sqlite")
}

/// Makes the estate if the folder has none. One that is there is kept, whatever it was made from.
pub fn ensure(data: &Path, demo: Demo, passwords: &Passwords) -> anyhow::Result<()> {
    let file = file(data);
    if file.exists() {
        let connection = Connection::open(&file)?;
        let origin = estate::origin(&connection).with_context(|| format!("reading {}", file.display()))?;
        if let Some(origin) = origin
            && (origin.seed, origin.sims) != (demo.seed, demo.sims)
        {
            eprintln!(
                "{} keeps its estate of {} SIMs from seed {}; for another one name another folder",
                data.display(),
                origin.sims,
                origin.seed
            );
        }
        return Ok(());
    }
    std::fs::create_dir_all(data).with_context(|| format!("making {}", data.display()))?;
    // Made beside and renamed when complete, so that a half-made estate is never taken for one.
    let unfinished = data.join("estate.sqlite.unfinished");
    if unfinished.exists() {
        std::fs::remove_file(&unfinished)?;
    }
    let start = Instant::now();
    create(&unfinished, demo, crate::clock::now(), passwords)?;
    std::fs::rename(&unfinished, &file)?;
    eprintln!("made an estate of {} SIMs in {:.1} s", demo.sims, start.elapsed().as_secs_f64());
    Ok(())
}

/// Makes the estate in a new file.
pub fn create(file: &Path, demo: Demo, now: Timestamp, passwords: &Passwords) -> anyhow::Result<()> {
    let mut connection = Connection::open(file)?;
    // Nothing is lost if this goes wrong: the file is not an estate until it is renamed.
    connection
        .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;")?;
    database::create_tables(&mut connection)?;
    let transaction = connection.transaction()?;
    estate::found(&transaction, Origin { seed: demo.seed, sims: demo.sims, demo_passwords: true })?;
    let before = write::write(&transaction, demo, now, passwords)?;
    transaction.commit()?;
    database::migrate(&mut connection)?;
    let transaction = connection.transaction()?;
    write::write_usage(&transaction, &before)?;
    transaction.commit()?;
    estate::set_made_at(&connection, now)?;
    notices::write(&connection, now)?;
    connection.execute_batch("PRAGMA optimize;")?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}
