//! `GET /events`: announcements as server-sent events.

use crate::announcer::News;
use crate::app::App;
use crate::clock;
use crate::http::authenticate::lacks_second_factor;
use crate::http::caller::Caller;
use crate::store::{accounts, api_tokens, users};
use axum::extract::State;
use axum::response::sse::{self, KeepAlive, Sse};
use contract::event::Event;
use futures_util::stream::{self, Stream, StreamExt as _};
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;

/// Between two lots of announcements: what happens meanwhile becomes one.
const BETWEEN: Duration = Duration::from_millis(250);
/// Sent when there is nothing to say, so that nothing on the way takes the connection for dead.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How often a silent stream asks whether its session still runs.
const CHECK: Duration = Duration::from_secs(5);

/// Announcements, until the session ends. They carry no SIM data, and listening does not prolong the session.
#[utoipa::path(
    get, path = "/events", tag = "events",
    responses((status = 200, description = "Each `data` is an Event", content_type = "text/event-stream", body = Event)),
)]
pub async fn events(
    State(app): State<App>,
    caller: Caller,
) -> Sse<impl Stream<Item = Result<sse::Event, Infallible>> + use<>> {
    let mut news = app.announcer.listen();
    let heard = news.borrow_and_update().clone();
    let ending = app.ending.clone();
    let listener = Listener { app, caller, news, heard, ending };
    let lots = stream::unfold(listener, async |mut listener| {
        let events = listener.next().await?;
        Some((events, listener))
    });
    let events = lots
        .flat_map(stream::iter)
        .filter_map(async |event| sse::Event::default().json_data(&event).ok().map(Ok));
    Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

struct Listener {
    app: App,
    caller: Caller,
    news: watch::Receiver<News>,
    heard: News,
    ending: watch::Receiver<bool>,
}

impl Listener {
    /// The next announcements; `None` at the end of the session, of the token or of the program.
    async fn next(&mut self) -> Option<Vec<Event>> {
        loop {
            tokio::select! {
                changed = self.news.changed() => changed.ok()?,
                _ = self.ending.wait_for(|ending| *ending) => return None,
                () = tokio::time::sleep(CHECK) => {}
            }
            tokio::time::sleep(BETWEEN).await;
            if !self.session_runs().await {
                return None;
            }
            let latest = self.news.borrow_and_update().clone();
            let events = latest.since(&self.heard, self.caller.hand());
            self.heard = latest;
            if !events.is_empty() {
                return Some(events);
            }
        }
    }

    async fn session_runs(&self) -> bool {
        let (hash, now, by_token) = (self.caller.session_hash, clock::now(), self.caller.token.is_some());
        let found = self.app.database.read(move |connection| {
            if by_token {
                return Ok(api_tokens::find_accepted(connection, &hash, now)?.is_some());
            }
            let Some(session) = users::find_by_session(connection, &hash, now.unix())? else {
                return Ok(false);
            };
            Ok::<_, anyhow::Error>(
                accounts::is_open(connection, session.user.account_id)?
                    && !lacks_second_factor(connection, &session.user)?,
            )
        });
        found.await.unwrap_or(false)
    }
}
