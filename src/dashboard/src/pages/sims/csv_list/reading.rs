//! The list being read: what was given, and what it comes to.

use crate::pages::sims::context::SimsPage;
use crate::state::scope::{Latest, Scope};
use crate::t;
use crate::text::format;
use domain::csv_list::{Identifier, MOST_BYTES, MOST_LINES, NotText, Refusal, Report, decode, read};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

const _: () = assert!(MOST_LINES == contract::bulk::MOST_IDS, "what is found can be acted on");

/// How long typing rests before the list is read, in milliseconds.
const REST: u32 = 200;

/// Why there is no report.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    Refused(Refusal),
    NotText(NotText),
    FileTooLarge(u64),
    /// The browser could not read it: it was moved, or is on a device that is gone.
    FileUnreadable,
    /// It was read, and none of so many lines names a SIM.
    NothingMatches(u64),
}

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub name: String,
    text: Result<Arc<str>, Trouble>,
}

/// What was given in the dialog and what it comes to. Made in the dialog, so that it ends with it.
#[derive(Clone, Copy)]
pub struct Reading {
    page: SimsPage,
    scope: Scope,
    latest: Latest,
    identifier: RwSignal<Option<Identifier>>,
    pasted: RwSignal<String>,
    /// Goes before what was pasted, which is kept for when the file is taken back.
    file: RwSignal<Option<Chosen>>,
    report: RwSignal<Option<Arc<Report>>>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Reading {
    pub fn new(page: SimsPage) -> Self {
        let reading = Self {
            page,
            scope: Scope::new(),
            latest: Latest::new(),
            identifier: RwSignal::new(None),
            pasted: RwSignal::new(String::new()),
            file: RwSignal::new(None),
            report: RwSignal::new(None),
            trouble: RwSignal::new(None),
        };
        // What is unknown while SIMs are loading may be known in the end.
        Effect::new(move |before: Option<()>| {
            page.estate.track_growth();
            if before.is_some() && untrack(|| reading.report.with(Option::is_some)) {
                reading.read_later();
            }
        });
        reading
    }

    /// The identifier that was chosen; none is by heading.
    pub fn chosen(self) -> Signal<Option<Identifier>> {
        self.identifier.into()
    }

    pub fn pasted(self) -> Signal<String> {
        self.pasted.into()
    }

    /// The name of the file that was chosen.
    pub fn file(self) -> Signal<Option<String>> {
        Signal::derive(move || self.file.with(|file| file.as_ref().map(|file| file.name.clone())))
    }

    pub fn report(self) -> Signal<Option<Arc<Report>>> {
        self.report.into()
    }

    pub fn trouble(self) -> Signal<Option<Trouble>> {
        self.trouble.into()
    }

    pub fn choose(self, identifier: Option<Identifier>) {
        self.identifier.set(identifier);
        self.read_later();
    }

    pub fn paste(self, text: String) {
        self.pasted.set(text);
        self.read_later();
    }

    /// Reads a file, or takes it back.
    pub fn choose_file(self, file: Option<File>) {
        let ticket = self.latest.ticket();
        let Some(file) = file else {
            self.file.set(None);
            self.read_later();
            return;
        };
        self.scope.spawn(async move {
            let text = text_of(&file).await;
            if ticket.is_latest() {
                self.file.set(Some(Chosen { name: file.name(), text }));
                self.read_now();
            }
        });
    }

    /// Reads the list once typing rests. Nothing given yet is no trouble until it is to be applied.
    fn read_later(self) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            gloo_timers::future::TimeoutFuture::new(REST).await;
            if !ticket.is_latest() {
                return;
            }
            if self.file.with_untracked(Option::is_none)
                && self.pasted.with_untracked(|text| text.trim().is_empty())
            {
                self.report.set(None);
                self.trouble.set(None);
            } else {
                self.read_now();
            }
        });
    }

    /// Reads the list; the report, if it has one that something can be done with.
    pub fn read_now(self) -> Option<Arc<Report>> {
        self.latest.ticket();
        let outcome = self.outcome();
        let trouble = match &outcome {
            Ok(report) if report.matched > 0 => None,
            Ok(report) => Some(Trouble::NothingMatches(report.lines as u64)),
            Err(trouble) => Some(trouble.clone()),
        };
        self.page.live.say(match (&outcome, &trouble) {
            (Ok(report), None) => summary(report),
            (_, trouble) => trouble.as_ref().map(words).unwrap_or_default(),
        });
        let report = outcome.ok();
        self.report.set(report.clone());
        self.trouble.set(trouble.clone());
        report.filter(|_| trouble.is_none())
    }

    fn outcome(self) -> Result<Arc<Report>, Trouble> {
        let chosen = self.identifier.get_untracked();
        let find = |text: &str| {
            let list = read(text, chosen).map_err(Trouble::Refused)?;
            Ok(Arc::new(self.page.estate.peek(|estate| list.find(estate))))
        };
        match self.file.get_untracked() {
            Some(file) => find(&file.text?),
            None => self.pasted.with_untracked(|text| find(text)),
        }
    }
}

async fn text_of(file: &File) -> Result<Arc<str>, Trouble> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number")]
    let size = file.size() as u64;
    if size > MOST_BYTES as u64 {
        return Err(Trouble::FileTooLarge(size));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Trouble::FileUnreadable)?;
    let bytes = js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec();
    decode(&bytes).map(Arc::from).map_err(Trouble::NotText)
}

/// How many lines came to what, in one sentence for screen readers.
fn summary(report: &Report) -> String {
    t!(
        "csv-summary",
        matched = report.matched as u64,
        unknown = report.unknown() as u64,
        malformed = report.malformed() as u64,
        duplicates = report.duplicates() as u64,
    )
}

/// What is wrong, and what to do about it.
pub fn words(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Refused(Refusal::Empty) => t!("csv-empty"),
        Trouble::Refused(Refusal::OnlyHeading) => t!("csv-only-heading"),
        Trouble::Refused(Refusal::NoHeading) => t!("csv-no-heading"),
        Trouble::Refused(Refusal::WebPage) => t!("csv-web-page"),
        Trouble::Refused(Refusal::TooManyLines(count)) => {
            t!("csv-too-many-lines", count = *count as u64, most = MOST_LINES as u64)
        }
        Trouble::NotText(NotText::Workbook) => t!("csv-workbook"),
        Trouble::NotText(NotText::Binary) => t!("csv-not-text"),
        Trouble::FileTooLarge(size) => {
            let (size, most) = (format::amount(*size), format::amount(MOST_BYTES as u64));
            t!("csv-file-too-large", size = size, most = most)
        }
        Trouble::FileUnreadable => t!("csv-file-unreadable"),
        Trouble::NothingMatches(lines) => t!("csv-nothing-matches", count = *lines),
    }
}
