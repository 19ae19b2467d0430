//! Where the keyboard is in the grid: one cell that can be tabbed to, kept in the document while it has the focus.

use super::Grid;
use crate::behaviour::grid_keys::{Place, Step};
use crate::pages::sims::context::SimsPage;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// The current cell: a row of the estate (so that it survives sort and filter) and a column of cells.
#[derive(Clone, Copy)]
pub struct Focus {
    page: SimsPage,
    /// None is the header.
    row: RwSignal<Option<u32>>,
    cell: RwSignal<usize>,
    /// The keyboard has moved it: the cell's element takes the focus once it is drawn.
    wanted: RwSignal<u64>,
    /// Where the row stands in the list; none when it is not in it, or it is the header.
    place: Memo<Option<usize>>,
}

impl Focus {
    pub fn new(page: SimsPage) -> Self {
        let row = RwSignal::new(None::<u32>);
        let place = Memo::new(move |_| {
            let row = row.get()?;
            page.list.view().with(|view| view.rows.iter().position(|&shown| shown == row))
        });
        Self { page, row, cell: RwSignal::new(1), wanted: RwSignal::new(0), place }
    }

    /// The current row; none in the header or when it is no longer in the list.
    pub fn row(self) -> Option<u32> {
        self.place.get_untracked().and(self.row.get_untracked())
    }

    /// Where the current row stands in the list.
    pub fn place(self) -> Option<usize> {
        self.place.get()
    }

    /// Whether this cell is the one that Tab leads to. Before anything was focused, that is the first row's.
    pub fn is_tab_stop(self, place: Option<usize>, cell: usize) -> bool {
        let first = self.page.list.view().with(|view| !view.rows.is_empty()).then_some(0);
        let current = self.place.get().or(if self.row.get().is_some() || self.wanted.get() == 0 {
            first
        } else {
            None
        });
        current == place && self.cell.get() == cell
    }

    /// Makes a cell the current one without moving the browser's focus: the pointer has done that.
    pub fn set(self, row: Option<u32>, cell: usize) {
        self.row.set(row);
        self.cell.set(cell);
    }

    /// Moves by keyboard.
    pub fn step(self, grid: Grid, step: Step) {
        let rows = grid.page.list.view().with_untracked(|view| view.rows.len());
        let from = Place { row: self.place.get_untracked(), cell: self.cell.get_untracked() };
        let to = from.step(step, rows, grid.cells(), grid.viewport.get_untracked().page());
        self.set(to.row.and_then(|place| grid.row_at(place)), to.cell);
        if let Some(place) = to.row {
            reveal(grid, place);
        }
        self.take();
    }

    /// Has the current cell take the browser's focus as soon as it is drawn.
    pub fn take(self) {
        self.wanted.update(|count| *count += 1);
    }

    /// The current cell's element.
    pub fn element(self) -> Option<HtmlElement> {
        let cell = document().query_selector("[role=grid] [tabindex='0']").ok().flatten()?;
        cell.dyn_into().ok()
    }

    /// Whether the current cell is a tick box or a button, which answer to Enter by themselves.
    pub fn is_widget(self) -> bool {
        self.element().is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "BUTTON"))
    }

    /// Enter on a header sorts by it.
    pub fn click_header(self) {
        if let Some(element) = self.element() {
            element.click();
        }
    }
}

/// Scrolls as little as it takes to show a row.
pub fn reveal(grid: Grid, place: usize) {
    let scroll = grid.viewport.get_untracked().reveal(place);
    if let (Some(scroll), Some(element)) = (scroll, grid.element.get_untracked()) {
        element.set_scroll_top(scroll.ceil() as i32);
        // The scroll event comes a frame later; the row has to be drawn now to take the focus.
        grid.measures.update(|measures| measures.scroll = f64::from(element.scroll_top()));
    }
}

/// Gives the browser's focus to the current cell when the keyboard has moved it, or when a closed dialog gives it back.
pub fn follow(grid: Grid) {
    let Focus { wanted, .. } = grid.focus;
    Effect::new(move |_| {
        if wanted.get() == 0 {
            return;
        }
        request_animation_frame(move || {
            if let Some(element) = grid.focus.element() {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = element.focus_with_options(&options);
                // Scroll padding in the style sheet keeps it clear of the columns that stay put.
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                nearest.set_inline(web_sys::ScrollLogicalPosition::Nearest);
                element.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    });
    let asked = grid.page.focus_grid;
    Effect::new(move |before: Option<()>| {
        asked.track();
        if before.is_some() {
            grid.focus.take();
        }
    });
}
