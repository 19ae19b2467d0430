//! "Export": the list as a file, as it is filtered, sorted and shown.

mod writing;

use super::context::SimsPage;
use crate::behaviour::download;
use crate::t;
use crate::text::format;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::progress::Progress;
use crate::ui::segmented::Segmented;
use domain::estate::order::Column;
use domain::export::{Format, Separator};
use leptos::prelude::*;
use std::sync::Arc;
use writing::{Job, Writing};

/// Opens the dialog. The name of the product begins that of the file.
pub fn open(page: SimsPage, product: &str) {
    let product = download::file_name(product);
    page.dialogs.open(move |close| export(page, product, close).into_any());
}

/// The columns of a file, in order.
fn exported_columns(page: SimsPage) -> Vec<Column> {
    page.layout.shown().with_untracked(|layout| layout.columns.iter().map(|shown| shown.column).collect())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    List,
    Selected,
}

fn export(page: SimsPage, product: String, close: Callback<()>) -> impl IntoView {
    let columns = StoredValue::new(exported_columns(page));
    let kind = RwSignal::new(Kind::Csv);
    let separator =
        RwSignal::new(if format::has_decimal_comma() { Separator::Semicolon } else { Separator::Comma });
    let selected = untrack(|| page.list.selected()).count() as u64;
    let which = RwSignal::new(Which::List);
    let listed = Memo::new(move |_| page.list.view().with(|view| view.rows.len()) as u64);
    let count = move || if which.get() == Which::List { listed.get() } else { selected };
    let writing = Writing::new(page);
    let nothing = Signal::derive(move || (count() == 0).then(|| t!("export-nothing")));
    let start = Callback::new(move |()| {
        if untrack(count) == 0 {
            return;
        }
        let format = match kind.get_untracked() {
            Kind::Csv => Format::Csv(separator.get_untracked()),
            Kind::Json => Format::Json,
        };
        let ending = if format == Format::Json { "json" } else { "csv" };
        let job = Job {
            format,
            columns: columns.get_value(),
            rows: rows(page, which.get_untracked()),
            file: format!("{product}-sims-{}.{ending}", format::today()),
        };
        writing.start(job, close);
    });
    let scope = move || t!("export-scope", count = count(), columns = columns.with_value(Vec::len) as u64);
    // While a file is written, "Cancel" leaves off and nothing else.
    let cancel = Callback::new(move |()| {
        if !writing.stop() {
            close.run(())
        }
    });
    let actions = move || {
        view! {
            <Button on_press=cancel>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true busy=writing.busy() disabled_reason=nothing>
                {move || t!("export-button")}
            </Button>
        }
    };
    view! {
        <Dialog title=Signal::derive(|| t!("export-title")) on_close=close on_submit=start actions=actions>
            <p>{scope}</p>
            {(selected > 0).then(|| view! {
                <Segmented
                    label=Signal::derive(|| t!("export-which"))
                    options=Signal::derive(move || vec![
                        (Which::List, t!("export-all", count = listed.get())),
                        (Which::Selected, t!("export-selected", count = selected)),
                    ])
                    value=which
                    on_change=Callback::new(move |chosen| which.set(chosen))
                />
            })}
            <Segmented
                label=Signal::derive(|| t!("export-format"))
                options=Signal::derive(|| vec![(Kind::Csv, t!("export-csv")), (Kind::Json, t!("export-json"))])
                value=kind
                on_change=Callback::new(move |chosen| kind.set(chosen))
            />
            <Show when=move || kind.get() == Kind::Csv>
                <Segmented
                    label=Signal::derive(|| t!("export-separator"))
                    options=Signal::derive(|| vec![
                        (Separator::Comma, t!("export-comma")),
                        (Separator::Semicolon, t!("export-semicolon")),
                    ])
                    value=separator
                    on_change=Callback::new(move |chosen| separator.set(chosen))
                />
                <p class="export__note">{move || t!("export-spreadsheet-note")}</p>
            </Show>
            <p class="export__note">{move || t!("export-values-note")}</p>
            {move || writing.progress().get().map(|(done, all)| view! {
                <Progress label=t!("export-writing") value=done max=all/>
            })}
            <Show when=move || writing.failed().get()>
                <Notice kind=NoticeKind::Danger><p>{move || t!("export-failed")}</p></Notice>
            </Show>
        </Dialog>
    }
}

/// The rows to write, in the order of the list; selected ones that are not in it come last.
fn rows(page: SimsPage, which: Which) -> Arc<Vec<u32>> {
    let listed = page.list.view().get_untracked().rows;
    if which == Which::List {
        return listed;
    }
    let mut left = untrack(|| page.list.selected());
    let mut rows: Vec<u32> = listed.iter().copied().filter(|&row| left.contains(row)).collect();
    rows.iter().for_each(|&row| left.remove(row));
    rows.extend(left.iter());
    Arc::new(rows)
}
