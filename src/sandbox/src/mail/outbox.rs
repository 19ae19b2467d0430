//! Sends what waits in the outbox, one mail after another. A mail is taken out when it has been sent, so that a restart
//! goes on where this run ended; only a crash between the two sends a mail again.

use super::NotSent;
use crate::app::App;
use crate::clock;
use crate::store::outbox::{self, Waiting};
use domain::time::{DAY, Timestamp};
use std::time::Duration;

/// How soon to look again when nobody says that there is a mail: some wait for another try.
const LOOK: Duration = Duration::from_secs(1);
/// The first pause after mails could not be sent, or one was refused; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause while no mail can be sent.
const LONGEST_PAUSE: Duration = Duration::from_secs(5 * 60);
/// The longest pause before a mail that was refused is tried again.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);
/// A mail that is refused is given up when it is so old, as mail servers do.
const LIFE: u64 = 3 * DAY;

/// Sends until the task is dropped.
pub async fn run(app: App) {
    let mut failures = 0;
    loop {
        match send_next(&app).await {
            Ok(true) => failures = 0,
            Ok(false) => {
                let _ = tokio::time::timeout(LOOK, app.mail.notified()).await;
            }
            Err(error) => {
                tracing::error!(%error, failures, "mails could not be sent");
                tokio::time::sleep(pause(failures, LONGEST_PAUSE)).await;
                failures += 1;
            }
        }
    }
}

/// Sends the next mail, or notes that it was refused; says whether there was one.
async fn send_next(app: &App) -> anyhow::Result<bool> {
    let next = app.database.read(|connection| anyhow::Ok(outbox::next(connection, clock::now())?));
    let Some(waiting) = next.await? else { return Ok(false) };
    let id = waiting.id;
    match app.mailer.send(waiting.letter.clone()).await {
        Ok(()) => app.database.write(move |connection| anyhow::Ok(outbox::remove(connection, id)?)).await?,
        Err(NotSent::Refused(error)) => {
            let again_at = again_at(&waiting, clock::now());
            tracing::error!(%error, given_up = again_at.is_none(), "a mail was refused");
            app.database
                .write(move |connection| {
                    match again_at {
                        Some(again_at) => outbox::refused(connection, id, again_at)?,
                        None => outbox::remove(connection, id)?,
                    }
                    anyhow::Ok(())
                })
                .await?;
        }
        Err(error @ NotSent::Unreachable(_)) => return Err(error.into()),
    }
    Ok(true)
}

/// When a mail that was refused is tried again; `None` when it is given up.
fn again_at(waiting: &Waiting, now: Timestamp) -> Option<Timestamp> {
    let age = u64::from(now.unix().saturating_sub(waiting.written_at.unix()));
    let wait = pause(waiting.refusals, LONGEST_WAIT).as_secs();
    let again_at = i64::from(now.unix()).saturating_add_unsigned(wait);
    (age < LIFE).then(|| Timestamp::from_unix(again_at))
}

fn pause(failures: u32, longest: Duration) -> Duration {
    FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(failures)).min(longest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::letter::Letter;

    #[test]
    fn pauses_grow_and_mails_are_given_up_at_last() {
        assert_eq!(pause(0, LONGEST_PAUSE), FIRST_PAUSE);
        assert_eq!(pause(3, LONGEST_PAUSE), Duration::from_secs(8));
        assert_eq!(pause(u32::MAX, LONGEST_PAUSE), LONGEST_PAUSE);
        let letter = Letter {
            to_name: None,
            to_address: String::new(),
            from_name: None,
            from_address: None,
            subject: String::new(),
            text: String::new(),
            html: String::new(),
        };
        let waiting = Waiting { id: 1, letter, written_at: Timestamp::from_unix(1_000), refusals: 2 };
        let at = |seconds: u64| Timestamp::from_unix(1_000 + i64::try_from(seconds).unwrap());
        assert_eq!(again_at(&waiting, at(10)), Some(at(14)));
        assert_eq!(again_at(&waiting, at(LIFE)), None);
    }
}
