//! Writing the file in pieces, between which the page draws and listens.

use crate::behaviour::download;
use crate::pages::sims::context::SimsPage;
use crate::state::scope::{Latest, Scope};
use crate::t;
use crate::text;
use crate::ui::toast::{Toast, ToastKind};
use domain::estate::order::Column;
use domain::export::{Export, Format};
use js_sys::Array;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows between two looks at the clock.
const PIECE: usize = 200;
/// How long to write before the page has its turn, in milliseconds. Within a frame, with room to draw.
const TURN: f64 = 10.0;

/// What to write.
pub struct Job {
    pub format: Format,
    pub columns: Vec<Column>,
    pub rows: Arc<Vec<u32>>,
    /// The name of the file.
    pub file: String,
}

/// A file being written. Made in the dialog, so that it ends with it.
#[derive(Clone, Copy)]
pub struct Writing {
    page: SimsPage,
    scope: Scope,
    latest: Latest,
    /// Rows that are written, and all there are to write.
    progress: RwSignal<Option<(u64, u64)>>,
    failed: RwSignal<bool>,
}

impl Writing {
    pub fn new(page: SimsPage) -> Self {
        Self {
            page,
            scope: Scope::new(),
            latest: Latest::new(),
            progress: RwSignal::new(None),
            failed: RwSignal::new(false),
        }
    }

    pub fn progress(self) -> Signal<Option<(u64, u64)>> {
        self.progress.into()
    }

    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || self.progress.with(Option::is_some))
    }

    /// Whether the browser would not take the file.
    pub fn failed(self) -> Signal<bool> {
        self.failed.into()
    }

    /// Writes, saves, and closes the dialog. A second press meanwhile does nothing.
    pub fn start(self, job: Job, close: Callback<()>) {
        if self.progress.with_untracked(Option::is_some) {
            return;
        }
        let ticket = self.latest.ticket();
        self.failed.set(false);
        self.progress.set(Some((0, job.rows.len() as u64)));
        self.scope.spawn(async move {
            let mut export = Export::new(job.format, job.columns);
            let parts = Array::new();
            parts.push(&export.start(heading).into());
            let mut left = job.rows.as_slice();
            while !left.is_empty() {
                gloo_timers::future::TimeoutFuture::new(0).await;
                if !ticket.is_latest() {
                    return;
                }
                left = self.write_for_a_turn(&mut export, left, &parts);
                let done = job.rows.len() - left.len();
                self.progress.set(Some((done as u64, job.rows.len() as u64)));
            }
            parts.push(&export.end().into());
            let saved = download::save(&parts, media_type(job.format), &job.file);
            self.progress.set(None);
            self.failed.set(saved.is_err());
            if saved.is_ok() {
                let words = t!("export-done", count = job.rows.len() as u64, file = job.file);
                self.page.toasts.show(Toast::new(ToastKind::Success, words));
                close.run(());
            }
        });
    }

    /// Leaves off; says whether there was anything to leave.
    pub fn stop(self) -> bool {
        self.latest.ticket();
        let stopped = self.progress.with_untracked(Option::is_some);
        self.progress.set(None);
        if stopped {
            self.page.live.say(t!("export-stopped"));
        }
        stopped
    }

    /// The rows that are left.
    fn write_for_a_turn<'r>(self, export: &mut Export, rows: &'r [u32], parts: &Array) -> &'r [u32] {
        let accounts = self.page.estate.accounts().get_untracked();
        let started = js_sys::Date::now();
        let mut left = rows;
        while !left.is_empty() && js_sys::Date::now() - started < TURN {
            let (piece, rest) = left.split_at(left.len().min(PIECE));
            let text = self.page.estate.peek(|estate| export.rows(estate, &accounts, piece));
            parts.push(&text.into());
            left = rest;
        }
        left
    }
}

/// The heading of a column. Amounts say that they are bytes, and times that they are UTC.
fn heading(column: Column) -> String {
    let name = text::column(column);
    match column {
        Column::Usage | Column::Cap | Column::Alert => t!("export-heading-bytes", column = name),
        Column::LastSeen | Column::Activated => t!("export-heading-utc", column = name),
        _ => name,
    }
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Csv(_) => "text/csv;charset=utf-8",
        Format::Json => "application/json",
    }
}
