//! Tells people that usage of SIMs reached levels: the pages at once, and by mail when a wave of it has passed.
//!
//! The mails are written into the outbox in the transaction that notes that they were, so that none is lost and none
//! written twice; [`crate::mail::outbox`] sends them.

use crate::app::App;
use crate::clock;
use crate::mail::brand::Brand;
use crate::mail::letter::level::{self, Reached};
use crate::mail::letter::{Address, Language, Letter, digest};
use crate::store::notifications::{self, ToMail};
use crate::store::outbox;
use crate::store::told::lot::{self, Addressee};
use domain::account::AccountId;
use rusqlite::Connection;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

/// Between two looks whether there is something new: whoever notes a notification need not know of what follows.
const EVERY: Duration = Duration::from_millis(500);
/// A wave that does not pass is mailed in parts, after so long.
const LONGEST_WAVE: Duration = Duration::from_secs(60);
/// Notifications in one lot; more of them make another lot.
const LARGEST_LOT: u32 = 20_000;
/// SIMs of which somebody gets a mail each; more of them become one digest.
const ONE_MAIL_EACH: usize = 3;

/// What is not mailed yet.
#[derive(Clone, Copy, Debug, Default)]
struct Wave {
    /// The latest notification that is known.
    latest: u32,
    /// Since when there is something to mail, and when the last of it came.
    began_and_grew: Option<(Instant, Instant)>,
}

impl Wave {
    /// Takes in what there is now; says whether that is more than before.
    fn grow(&mut self, latest: u32, mailed: u32, now: Instant) -> bool {
        let grew = latest > self.latest;
        self.latest = latest;
        self.began_and_grew = match self.began_and_grew {
            _ if latest <= mailed => None,
            Some((began, last)) => Some((began, if grew { now } else { last })),
            None => Some((now, now)),
        };
        grew
    }

    /// Whether it is to be mailed.
    fn is_due(&self, rest: Duration, now: Instant) -> bool {
        self.began_and_grew.is_some_and(|(began, grew)| {
            now.duration_since(grew) >= rest || now.duration_since(began) >= LONGEST_WAVE
        })
    }
}

/// Tells until the task is dropped.
pub async fn run(app: App) {
    let mut wave = Wave::default();
    let mut looks = tokio::time::interval(EVERY.min(app.settings.mail_rest));
    looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        if let Err(error) = look(&app, &mut wave).await {
            tracing::error!(%error, "people could not be told about levels that were reached");
        }
    }
}

async fn look(app: &App, wave: &mut Wave) -> anyhow::Result<()> {
    let known = app.database.read(|connection| {
        anyhow::Ok((notifications::latest(connection)?, notifications::mailed(connection)?))
    });
    let (latest, mailed) = known.await?;
    if wave.grow(latest, mailed, Instant::now()) {
        app.announcer.notifications();
    }
    if wave.is_due(app.settings.mail_rest, Instant::now()) {
        let writing = app.clone();
        app.database.write(move |connection| write_letters(connection, &writing)).await?;
        wave.began_and_grew = None;
        app.mail.notify_one();
    }
    Ok(())
}

/// Writes the mails about the next lot into the outbox.
fn write_letters(connection: &Connection, app: &App) -> anyhow::Result<()> {
    let mailed = notifications::mailed(connection)?;
    let lot = notifications::to_mail(connection, mailed, LARGEST_LOT)?;
    let upto = lot.last().map_or(mailed, |last| last.id);
    let lot = last_of_each_sim(lot);
    let now = clock::now();
    let mut brands: HashMap<AccountId, Brand> = HashMap::new();
    for (addressee, places) in lot::of_lot(connection, &lot)? {
        let reached: Vec<&Reached> = places.iter().map(|&place| &lot[place].reached).collect();
        let brand = match brands.entry(addressee.account) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(Brand::of(connection, app, addressee.account)?),
        };
        for letter in letters(&addressee, &reached, brand) {
            outbox::add(connection, &letter, now)?;
        }
    }
    Ok(notifications::set_mailed(connection, upto)?)
}

/// A SIM that reached its alert and then its cap is told of once.
fn last_of_each_sim(mut lot: Vec<ToMail>) -> Vec<ToMail> {
    let mut seen = HashSet::new();
    lot.reverse();
    lot.retain(|one| seen.insert(one.reached.sim));
    lot.reverse();
    lot
}

fn letters(to: &Addressee, reached: &[&Reached], brand: &Brand) -> Vec<Letter> {
    let address = Address {
        name: to.name.as_deref(),
        email: &to.email,
        language: Language::of(to.language.as_deref()),
        brand,
    };
    if reached.len() <= ONE_MAIL_EACH {
        reached.iter().map(|one| level::write(address, one)).collect()
    } else {
        vec![digest::write(address, reached)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_is_mailed_when_it_has_passed_or_lasts() {
        let rest = Duration::from_secs(4);
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut wave = Wave::default();
        assert!(!wave.grow(0, 0, start) && !wave.is_due(rest, after(100)));
        assert!(wave.grow(5, 0, start) && !wave.is_due(rest, after(3)));
        assert!(wave.grow(9, 0, after(3)) && !wave.is_due(rest, after(6)));
        assert!(!wave.grow(9, 0, after(6)) && wave.is_due(rest, after(7)));
        for second in 7..60 {
            wave.grow(second + 10, 0, after(u64::from(second)));
        }
        assert!(!wave.is_due(rest, after(59)) && wave.is_due(rest, after(60)));
        assert!(!wave.grow(69, 69, after(61)) && !wave.is_due(rest, after(200)));
    }
}
