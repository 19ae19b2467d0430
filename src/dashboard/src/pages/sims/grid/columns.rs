//! The columns that the grid draws, and the measures by which the style sheet lays them out.

use super::measure::Measures;
use super::{Grid, TICK_WIDTH};
use crate::behaviour::tracks::{self, CARDS, Card};
use domain::estate::order::Column;
use domain::layout::{ListLayout, ShownColumn};
use leptos::prelude::*;

/// A column as drawn. A cell is made anew when this changes, so that nothing in it has to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GridColumn {
    pub column: Column,
    pub at: usize,
    /// It stays in view.
    pub stays: bool,
    /// It is the last one that does.
    pub is_edge: bool,
    /// Where it stands in a narrow row.
    pub card: Option<Card>,
}

/// The columns for a grid of this size.
pub fn follow(
    layout: Memo<ListLayout>,
    measures: RwSignal<Measures>,
    narrow: Memo<bool>,
) -> Memo<Vec<GridColumn>> {
    let staying = Memo::new(move |_| {
        let width = measures.with(|measures| measures.width);
        layout.with(|layout| tracks::staying(&layout.columns, layout.pinned.into(), TICK_WIDTH, width))
    });
    Memo::new(move |_| {
        let mut columns: Vec<Column> =
            layout.with(|layout| layout.columns.iter().map(|shown| shown.column).collect());
        let mut cards = Vec::new();
        if narrow.get() {
            columns.truncate(CARDS);
            cards = tracks::cards(&columns);
        }
        let staying = staying.get();
        let column = |(at, column)| GridColumn {
            column,
            at,
            stays: at < staying,
            is_edge: at + 1 == staying,
            card: cards.get(at).copied(),
        };
        columns.into_iter().enumerate().map(column).collect()
    })
}

fn shown<T>(grid: Grid, read: impl FnOnce(&[ShownColumn]) -> T) -> T {
    grid.page.layout.shown().with(|layout| read(&layout.columns))
}

/// The tracks of a row.
pub fn template(grid: Grid) -> String {
    let columns = match grid.held.get() {
        Some(widths) => {
            let widths = widths.iter().map(|width| format!("{width}px ")).collect::<String>();
            format!("{widths} minmax({TICK_WIDTH}px, 1fr)")
        }
        None => shown(grid, |columns| tracks::template(columns, TICK_WIDTH)),
    };
    format!("{TICK_WIDTH}px {columns}")
}

/// The least width of a row, in CSS pixels. Header and rows are laid out apart from each other: the same width keeps their
/// columns in line.
pub fn least_width(grid: Grid) -> f64 {
    let sum: f64 = match grid.held.get() {
        Some(widths) => widths.iter().sum(),
        None => {
            shown(grid, |columns| columns.iter().map(|shown| f64::from(tracks::width(shown))).sum::<f64>())
        }
    };
    sum + f64::from(2 * TICK_WIDTH)
}

/// Where a column starts when the grid is scrolled. Exact while there is something to scroll: no column is wider then than
/// it has to be.
pub fn start(grid: Grid, at: usize) -> String {
    let sum: f64 = match grid.held.get() {
        Some(widths) => widths.iter().take(at).sum(),
        None => {
            shown(grid, |columns| columns.iter().take(at).map(|shown| f64::from(tracks::width(shown))).sum())
        }
    };
    format!("{}px", sum + f64::from(TICK_WIDTH))
}
