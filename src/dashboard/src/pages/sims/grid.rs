//! The SIM grid: a window of recycled rows over any number of SIMs, with the keys and roles of the WAI-ARIA grid pattern.

mod cells;
mod columns;
mod focus;
mod header;
mod measure;
mod pointer;
mod rows;
mod sideways;

use super::acts;
use super::context::SimsPage;
use crate::behaviour::grid_keys::{self, Chord, Command};
use crate::behaviour::highlight::Needle;
use crate::behaviour::viewport::Viewport;
use crate::state::labels::Palette;
use crate::t;
use crate::ui::menu::{MenuPlace, MenuRequest};
pub use cells::Words;
use columns::GridColumn;
use domain::estate::order::Column;
use domain::label::LabelKind;
use domain::layout::Density;
use focus::Focus;
use leptos::html::Div;
use leptos::prelude::*;
use measure::Measures;
use pointer::Pressed;
use sideways::Sideways;
use std::sync::Arc;

/// Below this width a row has two lines and fewer columns.
const NARROW: f64 = 640.0;
const NARROW_ROW: f64 = 64.0;
const HEADER_HEIGHT: f64 = 36.0;
/// Height of the toolbar with some space around it.
const TOOLBAR_ROOM: f64 = 64.0;
/// Width of the columns for the tick box and for the menu button.
const TICK_WIDTH: u32 = 44;

/// Everything the grid's parts share.
#[derive(Clone, Copy)]
struct Grid {
    page: SimsPage,
    element: NodeRef<Div>,
    measures: RwSignal<Measures>,
    sideways: Sideways,
    columns: Memo<Vec<GridColumn>>,
    /// The widths of the columns while one of them is being dragged wider or narrower.
    held: RwSignal<Option<Vec<f64>>>,
    /// What the quick search looks for.
    needle: Memo<Option<Needle>>,
    /// What tags and categories look like.
    tags: Signal<Arc<Palette>>,
    categories: Signal<Arc<Palette>>,
    viewport: Memo<Viewport>,
    /// Kept free below the rows.
    room: Memo<f64>,
    focus: Focus,
    pressed: StoredValue<Pressed>,
}

impl Grid {
    /// Cells in a row: a tick box, the columns, and the button for the row's menu.
    fn cells(self) -> usize {
        self.columns.with_untracked(Vec::len) + 2
    }

    /// The column of a cell; none for the tick box and the menu button.
    fn column(self, cell: usize) -> Option<Column> {
        self.columns.with_untracked(|columns| Some(columns.get(cell.checked_sub(1)?)?.column))
    }

    /// The row at a place of the list.
    fn row_at(self, place: usize) -> Option<u32> {
        self.page.list.view().try_with_untracked(|view| view.rows.get(place).copied()).flatten()
    }

    /// Opens the context menu for the selection; a row that is not selected is selected first, alone.
    fn open_menu(self, row: u32, at: MenuPlace) {
        self.focus.release();
        self.page.list.selection.update(|selection| {
            if !selection.contains(row) {
                selection.only(row);
            }
        });
        self.page.menus.open(|| MenuRequest {
            label: t!("sim-actions"),
            items: acts::menu_entries(self.page),
            at,
            return_focus: self.focus.element(),
        });
    }

    fn run(self, command: Command) {
        let page = self.page;
        match command {
            Command::Move(step) => self.focus.step(self, step),
            Command::Extend(step) => {
                self.focus.step(self, step);
                if let Some(row) = self.focus.row() {
                    page.list.view().with_untracked(|view| {
                        page.list.selection.update(|selection| selection.extend(&view.rows, row, false));
                    });
                }
                self.announce();
            }
            Command::Toggle => {
                if let Some(row) = self.focus.row() {
                    page.list.selection.update(|selection| selection.toggle(row));
                    self.announce();
                }
            }
            Command::SelectAll => {
                page.list.select_all();
                self.announce();
            }
            Command::ClearSelection => {
                page.list.selection.update(|selection| selection.clear());
                self.announce();
            }
            Command::OpenMenu => {
                if let (Some(row), Some(element)) = (self.focus.row(), self.focus.element()) {
                    self.open_menu(row, MenuPlace::Below(element));
                }
            }
            Command::Activate => match self.focus.row() {
                Some(row) => {
                    self.focus.release();
                    page.open_sim(page.estate.peek(|estate| estate.id(row)));
                }
                None => self.focus.click_header(),
            },
        }
    }

    fn announce(self) {
        let count = self.page.list.selection.with_untracked(|selection| selection.count()) as u64;
        self.page.live.say(t!("selected-count", count = count));
    }
}

#[component]
pub fn SimGrid(page: SimsPage) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    let measures = RwSignal::new(Measures::default());
    let narrow =
        Memo::new(move |_| measures.with(|measures| measures.width > 0.0 && measures.width < NARROW));
    let columns = columns::follow(page.layout.shown(), measures, narrow);
    let row_height = Memo::new(move |_| match (narrow.get(), page.layout.density()) {
        (true, _) => NARROW_ROW,
        (false, Density::Comfortable) => 36.0,
        (false, Density::Compact) => 28.0,
    });
    // The toolbar lies over the last rows: they can be scrolled out from under it.
    let room = Memo::new(move |_| {
        if page.list.selection.with(|selection| selection.is_empty()) { 0.0 } else { TOOLBAR_ROOM }
    });
    let viewport = Memo::new(move |_| {
        let Measures { height, at, .. } = measures.get();
        let header = if narrow.get() { 0.0 } else { HEADER_HEIGHT };
        Viewport {
            rows: page.list.view().with(|view| view.rows.len()),
            row_height: row_height.get(),
            height: (height - header - room.get()).max(0.0),
            at,
        }
    });
    let focus = Focus::new(page);
    let held = RwSignal::new(None);
    let needle = Memo::new(move |_| page.list.query.with(|query| Needle::new(&query.search)));
    let tags = page.labels.palette(LabelKind::Tag);
    let categories = page.labels.palette(LabelKind::Category);
    let pressed = StoredValue::new(Pressed::Otherwise);
    let grid = Grid {
        page,
        element,
        measures,
        sideways: Sideways::new(),
        columns,
        held,
        needle,
        tags,
        categories,
        viewport,
        room,
        focus,
        pressed,
    };

    measure::follow(grid);
    focus::follow(grid);

    let on_keydown = move |event: web_sys::KeyboardEvent| {
        let key = event.key();
        let modifier = event.ctrl_key() || event.meta_key();
        let chord = Chord { key: &key, modifier, shift: event.shift_key(), alt: event.alt_key() };
        if focus.is_in_header()
            && let Some(command) = grid_keys::header_command(chord)
        {
            event.prevent_default();
            header::run(grid, command);
            return;
        }
        let Some(command) = grid_keys::command(chord) else { return };
        // A tick box and a button act on these keys by themselves.
        if command == Command::Activate && focus.is_widget() {
            return;
        }
        event.prevent_default();
        grid.run(command);
    };

    view! {
        <div
            class="sim-grid"
            class:is-narrow=move || narrow.get()
            role="grid"
            aria-label=move || t!("sims")
            aria-multiselectable="true"
            aria-rowcount=move || page.list.view().with(|view| view.rows.len() + 1).to_string()
            aria-colcount=move || columns.with(|columns| columns.len() + 2).to_string()
            style=("--columns", move || columns::template(grid))
            class:moves-sideways=move || grid.sideways.moves()
            style=("--width", move || format!("{}px", columns::least_width(grid)))
            style=("--aside", move || format!("{}px", grid.sideways.at()))
            style=("--most-aside", move || format!("{}px", sideways::most(grid)))
            style=("--pin-1", move || columns::start(grid, 1))
            style=("--pin-2", move || columns::start(grid, 2))
            // Not a custom property: all cells would be styled anew for it.
            style:scroll-padding-block-end=move || format!("{}px", room.get())
            style=("--row", move || format!("{}px", row_height.get()))
            node_ref=element
            on:keydown=on_keydown
            on:focusin=move |event| pointer::reveal_focused(grid, &event)
            on:scroll=move |_| measure::scrolled(grid)
        >
            {header::header(grid)}
            {rows::rows(grid)}
        </div>
    }
}
