//! Tells event streams what has changed.
//!
//! It keeps the latest state and not a queue: a reader that is slow or has just come misses nothing, and many changes
//! become one announcement.

use crate::bulk::worker::Progress;
use crate::store::operations::Hand;
use contract::bulk::Operation;
use contract::event::Event;
use std::collections::BTreeMap;
use tokio::sync::watch;

/// Operations whose latest state is kept.
const OPERATIONS: usize = 64;

/// What there is to announce. Stamps count announcements, so that a reader knows what is new to it.
#[derive(Clone, Debug, Default)]
pub struct News {
    stamp: u64,
    version: u64,
    accounts: u64,
    users: u64,
    labels: u64,
    notifications: u64,
    operations: BTreeMap<u64, Operation>,
}

impl News {
    /// What somebody has not heard since an older state.
    pub fn since(&self, heard: &Self, hand: Hand) -> Vec<Event> {
        let mut events = Vec::new();
        if self.version > heard.version {
            events.push(Event::Estate { version: self.version });
        }
        if self.accounts > heard.accounts {
            events.push(Event::Accounts);
        }
        if self.users > heard.users {
            events.push(Event::Users);
        }
        if self.labels > heard.labels {
            events.push(Event::Labels);
        }
        if self.notifications > heard.notifications {
            events.push(Event::Notifications);
        }
        let new = self.operations.range(heard.stamp + 1..).map(|(_, operation)| operation);
        events.extend(new.filter(|operation| hand.started(operation)).cloned().map(Event::Operation));
        events
    }
}

/// The latest news, for everybody who listens.
#[derive(Debug)]
pub struct Announcer {
    news: watch::Sender<News>,
}

impl Announcer {
    /// Begins at a version of the estate.
    pub fn new(version: u64) -> Self {
        Self { news: watch::Sender::new(News { version, ..News::default() }) }
    }

    /// To hear what is announced from now on.
    pub fn listen(&self) -> watch::Receiver<News> {
        self.news.subscribe()
    }

    /// SIMs changed.
    pub fn estate(&self, version: u64) {
        self.news.send_modify(|news| news.version = news.version.max(version));
    }

    /// Accounts changed.
    pub fn accounts(&self) {
        self.news.send_modify(|news| news.accounts += 1);
    }

    /// Users changed; sessions that ended by it are to find that out at once.
    pub fn users(&self) {
        self.news.send_modify(|news| news.users += 1);
    }

    /// The lists of tags and categories changed.
    pub fn labels(&self) {
        self.news.send_modify(|news| news.labels += 1);
    }

    /// Usage of SIMs reached levels, or somebody has read of it.
    pub fn notifications(&self) {
        self.news.send_modify(|news| news.notifications += 1);
    }

    /// An operation was started or went on.
    pub fn operation(&self, operation: &Operation) {
        self.news.send_modify(|news| news.note(operation));
    }

    /// The worker did a chunk.
    pub fn progressed(&self, progress: &Progress) {
        self.news.send_modify(|news| {
            news.note(&progress.operation);
            news.version = news.version.max(progress.version.unwrap_or(0));
            // How many SIMs have what is part of the lists.
            if progress.operation.state.is_over() && progress.operation.action.is_about_labels() {
                news.labels += 1;
            }
            if progress.moved {
                news.accounts += 1;
            }
        });
    }

    /// A session ended: its stream is to find that out at once.
    pub fn session_ended(&self) {
        self.news.send_modify(|_| {});
    }
}

impl News {
    fn note(&mut self, operation: &Operation) {
        self.stamp += 1;
        self.operations.retain(|_, known| known.id != operation.id);
        self.operations.insert(self.stamp, operation.clone());
        while self.operations.len() > OPERATIONS {
            self.operations.pop_first();
        }
    }
}
