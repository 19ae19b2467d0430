//! The estate between two starts: read back at once from what this browser kept, and kept again from time to time.

use super::{EstateState, Load};
use crate::state::kept::{self, Place};
use client::VaultError;
use domain::account::{Account, AccountTree};
use domain::estate::Estate;
use futures::stream::{self, StreamExt};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::pin::pin;

/// Milliseconds between two looks at whether to keep the estate again.
const LOOK_EVERY: u32 = 2_000;
/// So many of these looks pass at least from one time to the next.
const LOOKS_BETWEEN: u32 = 150;
/// Changes that are not worth keeping: the feed tells them at the next start.
const FEW: usize = 1_000;
/// Pieces that are read at a time.
const AT_ONCE: usize = 3;

const HEAD: &str = "head";

impl EstateState {
    /// Shows what was kept; false when there is nothing of use.
    pub(super) async fn restore(self) -> bool {
        let Some((vault, about)) = self.session.kept().take_found() else { return false };
        if self.accounts.tree().with_untracked(|tree| tree.is_empty()) {
            self.accounts.show_kept(AccountTree::new(about.accounts.clone()));
        }
        let piece = |piece: String| {
            let (vault, name) = (&vault, kept::name(&about.set, &piece));
            async move { vault.get(&name).await.ok().flatten() }
        };
        let head = piece(HEAD.to_owned()).await;
        let Some((mut estate, rows)) = head.and_then(|head| Estate::of_head(&head).ok()) else {
            return false;
        };
        estate.reserve(rows);
        self.estate.with_value(|shown| shown.replace(estate));
        let mut blocks =
            pin!(stream::iter(0..about.blocks).map(|at| piece(at.to_string())).buffered(AT_ONCE));
        while let Some(block) = blocks.next().await {
            let taken = self.estate.with_value(|estate| {
                block.is_some_and(|block| estate.borrow_mut().take_block(&block).is_ok())
            });
            if !taken {
                self.estate.with_value(|shown| shown.replace(Estate::default()));
                self.changed(true);
                return false;
            }
            self.show_restored(rows);
            // The browser draws between two blocks.
            TimeoutFuture::new(0).await;
        }
        self.feed.update_value(|feed| {
            feed.version = Some(about.version);
            feed.complete = true;
        });
        self.unkept.set_value(0);
        true
    }

    fn show_restored(self, rows: usize) {
        let loaded = self.peek(|estate| estate.len() as u64);
        // Nothing is drawn for blocks between the first and the last one.
        if self.load.with_untracked(|load| matches!(load, Load::Loading { loaded: 0, .. }))
            || loaded >= rows as u64
        {
            self.load.set(Load::Loading { loaded, total: rows as u64 });
            self.changed(true);
        }
    }

    /// Keeps the estate as long as the scope lives: when all is in, and again when much has changed.
    pub(super) fn keep(self) {
        self.scope.spawn(async move {
            let mut looks = LOOKS_BETWEEN;
            loop {
                TimeoutFuture::new(LOOK_EVERY).await;
                looks += 1;
                if looks >= LOOKS_BETWEEN && self.is_worth_keeping() {
                    looks = 0;
                    self.keep_now().await;
                }
            }
        });
    }

    fn is_worth_keeping(self) -> bool {
        let many = FEW.max(self.peek(Estate::len) / 10);
        self.load.with_untracked(|load| *load == Load::Ready) && self.unkept.get_value() > many
    }

    async fn keep_now(self) {
        let Some(user) = self.session.own_user() else { return };
        let Some(place) = self.session.kept().place(&user).await else {
            self.unkept.set_value(0);
            return;
        };
        self.unkept.set_value(0);
        if let Err(error) = self.write(place).await {
            leptos::logging::warn!("{error}");
        }
    }

    /// What changes while this is written is told again by the feed: it goes on from the version at the beginning.
    async fn write(self, place: Place) -> Result<(), VaultError> {
        let Some(version) = self.feed.with_value(|feed| feed.version) else { return Ok(()) };
        let blocks = self.peek(Estate::blocks);
        for at in 0..blocks {
            let block = self.peek(|estate| estate.block(at));
            place.put(&at.to_string(), &block).await?;
            TimeoutFuture::new(0).await;
        }
        place.put(HEAD, &self.peek(Estate::head)).await?;
        let accounts = self.accounts.tree().get_untracked();
        let accounts: Vec<Account> = accounts.nodes().iter().map(|node| node.account.clone()).collect();
        place.finish(version, blocks, accounts).await
    }
}
