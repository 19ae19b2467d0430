//! What stands in a row: one small value per cell, made once per change of the row.

use super::columns::GridColumn;
use crate::behaviour::highlight::Needle;
use crate::behaviour::tracks::Card;
use crate::state::columns;
use crate::state::labels::Palette;
use crate::t;
use crate::text::{self, format};
use crate::ui::label_chip::label_chips;
use crate::ui::status_chip::StatusChip;
use domain::account::AccountTree;
use domain::estate::Estate;
use domain::estate::order::Column;
use domain::label::Colour;
use domain::sim::{HardCap, Status};
use leptos::either::Either;
use leptos::prelude::*;
use std::ops::Range;

/// A row as shown. Comparing it tells whether anything has to be drawn anew.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    pub row: u32,
    /// Where it stands in the list.
    pub place: usize,
    pub iccid: String,
    pub status: Status,
    pub selected: bool,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Cell {
    text: String,
    /// Usage in whole percent of the cap, at most 100, with the level it has reached.
    meter: Option<(u64, &'static str)>,
    /// Tags, or the category.
    chips: Vec<(String, Option<Colour>)>,
    /// What the quick search found in the text.
    marks: Vec<Range<usize>>,
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What gives a row its words beside the estate.
pub struct Words<'a> {
    pub accounts: &'a AccountTree,
    pub tags: &'a Palette,
    pub categories: &'a Palette,
}

impl RowView {
    /// What stands in a row of the estate.
    pub fn new(
        estate: &Estate,
        words: &Words<'_>,
        columns: &[GridColumn],
        needle: Option<&Needle>,
        row: u32,
        place: usize,
        selected: bool,
    ) -> Self {
        let cell = |column: &GridColumn| {
            let mut cell = cell(estate, words, column.column, row);
            if let Some(needle) = needle {
                cell.marks = needle.marks(column.column, &cell.text);
            }
            cell
        };
        let cells = columns.iter().map(cell).collect();
        Self { row, place, iccid: estate.iccid(row).to_string(), status: estate.status(row), selected, cells }
    }
}

impl Words<'_> {
    /// What stands in a cell, as text alone.
    pub fn cell(&self, estate: &Estate, column: Column, row: u32) -> String {
        match column {
            Column::Status => text::status(estate.status(row)),
            _ => cell(estate, self, column, row).text,
        }
    }
}

fn cell(estate: &Estate, words: &Words<'_>, column: Column, row: u32) -> Cell {
    let level = |bytes: Option<u64>| Cell::text(bytes.map(format::amount).unwrap_or_default());
    match column {
        Column::Iccid => Cell::text(&*estate.iccid(row)),
        Column::Label => Cell::text(estate.label(row)),
        Column::Account => Cell::text(words.accounts.name(estate.account(row))),
        Column::Status => Cell::default(),
        Column::Usage => {
            let (usage, levels) = (estate.usage(row), estate.levels(row));
            let meter = levels.cap.map(|cap| {
                let percent =
                    u64::try_from(u128::from(usage) * 100 / u128::from(cap)).unwrap_or(100).min(100);
                let reached = match levels.status_in_service(usage) {
                    Status::Blocked => "cap",
                    Status::Alerted => "alert",
                    _ => "none",
                };
                (percent, reached)
            });
            Cell { text: format::amount(usage), meter, ..Cell::default() }
        }
        Column::Cap => level(estate.levels(row).cap),
        Column::Alert => level(estate.levels(row).alert),
        Column::HardCap => Cell::text(match estate.hard_cap(row) {
            HardCap::On => t!("yes"),
            HardCap::Off => t!("no"),
            HardCap::Unsupported => t!("unsupported"),
        }),
        Column::InSession => {
            Cell::text(if estate.in_session(row) { t!("in-session") } else { String::new() })
        }
        Column::LastSeen => Cell::text(estate.last_seen(row).map_or_else(|| t!("never"), format::ago)),
        Column::Activated => Cell::text(estate.activated(row).map(format::date).unwrap_or_default()),
        Column::Operator => Cell::text(estate.operator(row)),
        Column::Tariff => Cell::text(estate.tariff(row)),
        Column::Msisdn => Cell::text(&*estate.msisdn(row)),
        Column::Imsi => Cell::text(&*estate.imsi(row)),
        Column::Imei => Cell::text(&*estate.imei(row)),
        Column::Ip => Cell::text(estate.ip(row).map(|ip| ip.to_string()).unwrap_or_default()),
        Column::Category => {
            let category = estate.category(row);
            chips(estate, words, words.categories, row, (!category.is_empty()).then_some(category))
        }
        Column::Tags => chips(estate, words, words.tags, row, estate.tags(row)),
        Column::Note => Cell::text(estate.note(row)),
    }
}

fn chips<'a>(
    estate: &Estate,
    words: &Words<'_>,
    palette: &Palette,
    row: u32,
    names: impl IntoIterator<Item = &'a str>,
) -> Cell {
    let account = estate.account(row);
    let chip = |name: &str| (name.to_owned(), palette.colour(words.accounts, account, name));
    let chips: Vec<_> = names.into_iter().map(chip).collect();
    let text = chips.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    Cell { text, chips, ..Cell::default() }
}

/// One cell of a slot: its element stays, its content follows the slot's row. `tab_stop` is the cell of the row that Tab
/// leads to.
pub fn cell_view(
    view: Memo<Option<RowView>>,
    tab_stop: ReadSignal<Option<usize>>,
    drawn: GridColumn,
) -> impl IntoView {
    let GridColumn { column, at, stays, is_edge, card } = drawn;
    let cell = at + 1;
    let read = move |read: &dyn Fn(&Cell) -> String| {
        view.with(|view| view.as_ref().and_then(|view| view.cells.get(at)).map(read).unwrap_or_default())
    };
    let words = move || read(&|cell| cell.text.clone());
    let content = match column {
        Column::Status => {
            // A slot without a row is not seen.
            let status = Memo::new(move |_| {
                view.with(|view| view.as_ref().map_or(Status::Inactive, |view| view.status))
            });
            view! { <StatusChip status=status/> }.into_any()
        }
        Column::Usage => {
            let meter = Memo::new(move |_| {
                view.with(|view| {
                    view.as_ref().and_then(|view| view.cells.get(at)).and_then(|cell| cell.meter)
                })
            });
            view! {
                <span class="sim-grid__text">{words}</span>
                <span
                    class="sim-grid__meter"
                    class:is-empty=move || meter.get().is_none()
                    data-reached=move || meter.get().map_or("none", |(_, reached)| reached)
                    style=("--part", move || format!("{}%", meter.get().map_or(0, |(percent, _)| percent)))
                ></span>
            }
            .into_any()
        }
        Column::InSession => view! {
            <span class="sim-grid__session" class:is-on=move || !words().is_empty()>{words}</span>
        }
        .into_any(),
        Column::Iccid | Column::Imsi | Column::Msisdn | Column::Label | Column::Ip => {
            let text = move || view.with(|view| marked(view.as_ref().and_then(|view| view.cells.get(at))));
            view! { <span class="sim-grid__text">{text}</span> }.into_any()
        }
        Column::Tags | Column::Category => {
            // Drawn anew only when they are others: most changes of a row are not about them.
            let chips = Memo::new(move |_| {
                view.with(|view| {
                    view.as_ref().and_then(|view| view.cells.get(at)).map(|cell| cell.chips.clone())
                })
            });
            let drawn = move || chips.get().map(label_chips);
            view! { <span class="sim-grid__chips">{drawn}</span> }.into_any()
        }
        _ => view! { <span class="sim-grid__text">{words}</span> }.into_any(),
    };
    view! {
        <div
            class="sim-grid__cell"
            class:is-first=at == 0
            class:is-pinned=stays
            class:is-edge=is_edge
            class:is-numeric=columns::is_numeric(column)
            data-at=at.to_string()
            data-card=card.map(Card::code)
            data-column=column.code()
            data-cell=cell.to_string()
            role=if at == 0 { "rowheader" } else { "gridcell" }
            aria-colindex=(cell + 1).to_string()
            tabindex=move || if tab_stop.get() == Some(cell) { "0" } else { "-1" }
        >
            {content}
        </div>
    }
}

/// The text of a cell with what the quick search found in it, plain when that is nothing. A screen reader reads it as one.
fn marked(cell: Option<&Cell>) -> impl IntoView + use<> {
    let Some(cell) = cell.filter(|cell| !cell.marks.is_empty()) else {
        return Either::Left(cell.map(|cell| cell.text.clone()).unwrap_or_default());
    };
    let mut from = 0;
    let marks = cell.marks.iter().map(|mark| {
        let before = cell.text[from..mark.start].to_owned();
        from = mark.end;
        view! { {before} <mark class="sim-grid__mark" role="none">{cell.text[mark.clone()].to_owned()}</mark> }
    });
    let marks = marks.collect_view();
    Either::Right((marks, cell.text[from..].to_owned()))
}

/// The names the screen reader gives to a row's tick box and menu button.
pub fn widget_names(view: Memo<Option<RowView>>) -> (impl Fn() -> String + Copy, impl Fn() -> String + Copy) {
    let iccid = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| view.iccid.clone()).unwrap_or_default())
    });
    (move || t!("select-sim", iccid = iccid.get()), move || t!("actions-for-sim", iccid = iccid.get()))
}
