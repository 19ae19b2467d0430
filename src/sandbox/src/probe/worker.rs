//! Carries out what was asked for: what waits in the database, also from before a restart.

use super::carry_out;
use crate::app::App;
use crate::clock;
use crate::store::{sim_tests, sims};
use domain::time::Timestamp;
use fastrand::Rng;
use rusqlite::Connection;
use std::time::Duration;

/// How long a test takes: those asked for meanwhile are carried out together.
const TAKES: Duration = Duration::from_secs(1);
/// Most in one transaction.
const AT_ONCE: u32 = 200;
/// Pause after a failure of the database.
const PAUSE_AFTER_ERROR: Duration = Duration::from_secs(1);

/// Works until the task is dropped.
pub async fn run(app: App) {
    loop {
        let waiting =
            app.database.read(|connection| anyhow::Ok(!sim_tests::unfinished(connection, 1)?.is_empty()));
        match waiting.await {
            Ok(true) => {
                tokio::time::sleep(TAKES).await;
                let now = app.network.now();
                let done = app.database.write(move |connection| step(connection, now, &mut Rng::new()));
                if let Err(error) = done.await {
                    tracing::error!(%error, "tests of SIMs could not be carried out");
                    tokio::time::sleep(PAUSE_AFTER_ERROR).await;
                }
            }
            Ok(false) => app.tests.notified().await,
            Err(error) => {
                tracing::error!(%error, "tests of SIMs could not be read");
                tokio::time::sleep(PAUSE_AFTER_ERROR).await;
            }
        }
    }
}

/// Carries out what waits. A SIM is seen as the operators have it; when the answer came is told by the system's clock.
fn step(connection: &Connection, now: Timestamp, rng: &mut Rng) -> anyhow::Result<()> {
    for test in sim_tests::unfinished(connection, AT_ONCE)? {
        let sim = sims::find_anywhere(connection, test.sim_id)?;
        let result = carry_out(test.kind, &sim, now, rng);
        sim_tests::finish(connection, test.id, &result, clock::now())?;
    }
    Ok(())
}
