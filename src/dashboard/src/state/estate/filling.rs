//! Filling the estate: a small page first, then stretches of the rest, several on their way at a time, taken in in the
//! order of ids.

use super::{EstateState, Load};
use client::{Error, PageText};
use domain::estate::page::ColumnPage;
use futures::channel::oneshot;
use futures::future::{join, select};
use futures::stream::{self, StreamExt};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::pin::pin;

/// SIMs in the first page: small, so that the first screen is painted early.
const FIRST_PAGE: u32 = 200;
/// SIMs in each stretch of the rest: few enough to be read within 50 ms, and then to be taken in.
const STRETCH: u32 = 10_000;
/// SIMs in a page of a stretch, which can be longer than it was meant to be.
const MOST_IN_PAGE: u32 = 2 * STRETCH;
/// Room is made for no more rows than this before they are there, whatever is promised.
const MOST_RESERVED: u64 = 2_000_000;
/// Requests on their way at a time.
const AT_ONCE: usize = 4;
/// Milliseconds of work after which the browser gets a turn.
const TURN: f64 = 12.0;
/// Milliseconds between two times that it is told how far filling is.
const TELL_EVERY: f64 = 200.0;
/// What is new is shown when there is so many times as much: lists, orders and counts are then made anew.
const SHOW_GROWN: u64 = 2;
/// Milliseconds after which a page that shows nothing, such as one in another tab, is not waited for.
const PAINTED_WITHIN: u32 = 200;

/// When the browser last had a turn, when progress was last told, and of how many SIMs the lists on the screen are.
struct Pace {
    turn: f64,
    told: f64,
    shown: u64,
}

impl EstateState {
    /// Reads all that is not in yet. After a failure it can be called again, and goes on where it stopped.
    pub(super) async fn fill(self) -> Result<(), Error> {
        if self.feed.with_value(|feed| feed.version.is_none()) {
            let ask = move |api: client::Api| async move { api.first_columns(FIRST_PAGE, STRETCH).await };
            self.take_in(self.session.call(ask).await?.parse()?)?;
            self.show_filled();
        }
        let rest: Vec<String> = self.feed.with_value(|feed| feed.rest.iter().cloned().collect());
        let mut pages = pin!(stream::iter(rest).map(|cursor| self.page_at(cursor)).buffered(AT_ONCE));
        // Whoever waits for the list sees its first rows while the others are on their way.
        let (mut page, ()) = join(pages.next(), painted()).await;
        let mut pace = Pace { turn: now(), told: now(), shown: self.filled().0 };
        while let Some(text) = page {
            let mut next = self.take_in_stretch(&text?, &mut pace).await?;
            // A stretch that is longer than a page goes on before the one behind it.
            while let Some(cursor) = next {
                next = self.take_in_stretch(&self.page_at(cursor).await?, &mut pace).await?;
            }
            page = pages.next().await;
        }
        self.feed.update_value(|feed| feed.complete = true);
        self.unkept.set_value(usize::MAX);
        self.show_filled();
        Ok(())
    }

    /// SIMs that are in, and that there are.
    pub(super) fn filled(self) -> (u64, u64) {
        (self.peek(|estate| estate.len() as u64), self.feed.with_value(|feed| feed.total))
    }

    async fn page_at(self, cursor: String) -> Result<PageText, Error> {
        let ask = move |api: client::Api| {
            let cursor = cursor.clone();
            async move { api.columns_at(&cursor, MOST_IN_PAGE).await }
        };
        self.session.call(ask).await
    }

    /// Takes in a page of the foremost stretch; gives where that goes on.
    async fn take_in_stretch(self, text: &PageText, pace: &mut Pace) -> Result<Option<String>, Error> {
        let page = text.parse()?;
        pace.give_turn().await;
        let next = self.take_in(page)?;
        self.feed.update_value(|feed| match &next {
            Some(cursor) => {
                if let Some(foremost) = feed.rest.front_mut() {
                    cursor.clone_into(foremost);
                }
            }
            None => {
                feed.rest.pop_front();
            }
        });
        self.tell_progress(pace);
        pace.give_turn().await;
        Ok(next)
    }

    fn take_in(self, page: ColumnPage<'_>) -> Result<Option<String>, Error> {
        self.estate.with_value(|estate| {
            let mut estate = estate.borrow_mut();
            estate.reserve(usize::try_from(page.total.min(MOST_RESERVED)).unwrap_or(0));
            estate.append(&page.columns).map_err(super::unreadable)
        })?;
        self.feed.update_value(|feed| {
            feed.version = feed.version.or(Some(page.version));
            feed.total = page.total;
            feed.rest.extend(page.cursors);
        });
        Ok(page.next_cursor)
    }

    fn show_filled(self) {
        let (loaded, total) = self.filled();
        self.load.set(Load::Loading { loaded, total });
        self.changed(true);
    }

    /// Tells from time to time how far filling is, and shows what is new when that is a lot.
    fn tell_progress(self, pace: &mut Pace) {
        if now() - pace.told < TELL_EVERY {
            return;
        }
        let (loaded, total) = self.filled();
        if loaded >= SHOW_GROWN * pace.shown {
            self.show_filled();
            pace.shown = loaded;
        } else {
            self.load.set(Load::Loading { loaded, total });
        }
        pace.told = now();
    }
}

impl Pace {
    /// Lets the browser draw and listen, when it did not for a while.
    async fn give_turn(&mut self) {
        if now() - self.turn > TURN {
            TimeoutFuture::new(0).await;
            self.turn = now();
        }
    }
}

/// When what was shown last is painted.
async fn painted() {
    let (sender, frame) = oneshot::channel::<()>();
    // The frame after the one in which it is drawn.
    request_animation_frame(move || {
        request_animation_frame(move || drop(sender));
    });
    select(frame, TimeoutFuture::new(PAINTED_WITHIN)).await;
}

/// Milliseconds of a clock that only goes forward.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
