//! Where the keyboard is in the grid: one cell that can be tabbed to, kept in the document while it has the focus.

use super::{Grid, measure};
use crate::behaviour::focus::in_next_frame;
use crate::behaviour::grid_keys::{Place, Step};
use crate::pages::sims::context::SimsPage;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// The current cell: a row of the estate (so that it survives sort and filter) and a column of cells.
#[derive(Clone, Copy)]
pub struct Focus {
    page: SimsPage,
    at: RwSignal<At>,
    cell: RwSignal<usize>,
    /// Counts how often it was moved so that the cell's element has to take the browser's focus.
    wanted: RwSignal<u64>,
    /// The element has not taken it yet.
    pending: StoredValue<bool>,
    /// Where the row stands in the list; none when it is not in it, or it is the header.
    place: Memo<Option<usize>>,
}

/// The row the keyboard is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// It has not been in the grid yet.
    Nowhere,
    Header,
    Row(u32),
}

impl Focus {
    pub fn new(page: SimsPage) -> Self {
        let at = RwSignal::new(At::Nowhere);
        let place = Memo::new(move |_| {
            let At::Row(row) = at.get() else { return None };
            page.list.view().with(|view| view.rows.iter().position(|&shown| shown == row))
        });
        Self {
            page,
            at,
            cell: RwSignal::new(1),
            wanted: RwSignal::new(0),
            pending: StoredValue::new(false),
            place,
        }
    }

    /// Whether the keyboard is in the header.
    pub fn is_in_header(self) -> bool {
        self.at.get_untracked() == At::Header
    }

    /// The cell of the row that the keyboard is in.
    pub fn cell(self) -> usize {
        self.cell.get_untracked()
    }

    /// The current row; none in the header or when it is no longer in the list.
    pub fn row(self) -> Option<u32> {
        match (self.place.get_untracked(), self.at.get_untracked()) {
            (Some(_), At::Row(row)) => Some(row),
            _ => None,
        }
    }

    /// Where the current row stands in the list.
    pub fn place(self) -> Option<usize> {
        self.place.get()
    }

    /// Where Tab leads to: the current row or the header; the first row as long as there is no current one in the list.
    fn tab_place(self) -> Option<usize> {
        match self.at.get() {
            At::Header => None,
            At::Row(_) | At::Nowhere => self
                .place
                .get()
                .or_else(|| self.page.list.view().with(|view| (!view.rows.is_empty()).then_some(0))),
        }
    }

    /// The cell of a row that Tab leads to, if it is in this row.
    pub fn tab_stop_in(self, place: usize) -> Option<usize> {
        (self.tab_place() == Some(place)).then(|| self.cell.get())
    }

    /// Whether this cell of the header is the one that Tab leads to.
    pub fn is_tab_stop_in_header(self, cell: usize) -> bool {
        self.tab_place().is_none() && self.cell.get() == cell
    }

    /// Makes a cell the current one without moving the browser's focus: the pointer has done that.
    pub fn set(self, row: Option<u32>, cell: usize) {
        self.at.set(row.map_or(At::Header, At::Row));
        self.cell.set(cell);
    }

    /// Moves by keyboard.
    pub fn step(self, grid: Grid, step: Step) {
        let rows = grid.page.list.view().with_untracked(|view| view.rows.len());
        let from = Place { row: untrack(|| self.tab_place()), cell: self.cell.get_untracked() };
        let to = from.step(step, rows, grid.cells(), grid.viewport.get_untracked().page());
        self.set(to.row.and_then(|place| grid.row_at(place)), to.cell);
        if let Some(place) = to.row {
            reveal(grid, place);
        }
        self.take();
    }

    /// Has the current cell take the browser's focus as soon as it is drawn.
    pub fn take(self) {
        self.pending.set_value(true);
        self.wanted.update(|count| *count += 1);
    }

    /// The focus goes elsewhere: the grid no longer asks for it.
    pub fn release(self) {
        self.pending.set_value(false);
    }

    /// The current cell's element, if it is drawn.
    pub fn element(self) -> Option<HtmlElement> {
        let cell = self.cell.get_untracked();
        let selector = match untrack(|| self.tab_place()) {
            Some(place) => format!("[role=grid] [data-place='{place}'] [data-cell='{cell}']"),
            None => format!("[role=grid] [data-header-cell='{cell}']"),
        };
        document().query_selector(&selector).ok().flatten()?.dyn_into().ok()
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
    if let Some(at) = grid.viewport.get_untracked().reveal(place) {
        measure::scroll_to(grid, at);
    }
}

/// Gives the browser's focus to the current cell when the keyboard has moved it, or when a closed dialog gives it back.
pub fn follow(grid: Grid) {
    let Focus { wanted, .. } = grid.focus;
    Effect::new(move |_| {
        if wanted.get() == 0 {
            return;
        }
        in_next_frame(move || {
            if grid.focus.pending.try_update_value(std::mem::take) != Some(true) {
                return;
            }
            if let Some(element) = grid.focus.element() {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = element.focus_with_options(&options);
                reveal_sideways(grid, &element);
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

/// Scrolls sideways as little as it takes to show the element's cell between the columns that stay put. Not left to
/// `scrollIntoView`: engines lose the vertical position over cells that stay put.
pub fn reveal_sideways(grid: Grid, element: &HtmlElement) {
    let Some(scroller) = grid.element.get_untracked() else { return };
    // In the header they are always sticky: those of rows follow a moment later.
    let edge = |selector: &str| {
        let cell = scroller.query_selector(&format!(".sim-grid__header {selector}")).ok().flatten()?;
        Some(cell.get_bounding_client_rect())
    };
    let staying = edge(".is-edge").or_else(|| edge(".is-tick"));
    let (Some(staying), Some(more)) = (staying, edge(".is-more")) else { return };
    let Some(cell) = element.closest(".sim-grid__cell").ok().flatten() else { return };
    let stays = ["is-tick", "is-pinned", "is-more"].iter().any(|class| cell.class_list().contains(class));
    if stays || grid.measures.get_untracked().width < super::NARROW {
        return;
    }
    let cell = cell.get_bounding_client_rect();
    let over = (cell.right() - more.left()).max(0.0);
    let under = (staying.right() - cell.left()).max(0.0);
    let way = if over > 0.0 { over.ceil() } else { -under.ceil() };
    scroller.set_scroll_left(scroller.scroll_left() + way as i32);
}
