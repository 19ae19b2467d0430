//! The SIM grid: a window of recycled rows over any number of SIMs, with the keys and roles of the WAI-ARIA grid pattern.

mod cells;
mod focus;
mod header;
mod pointer;
mod rows;

use super::acts;
use super::context::SimsPage;
use crate::behaviour::grid_keys::{self, Chord, Command};
use crate::behaviour::viewport::Viewport;
use crate::state::columns;
use crate::state::settings::use_settings;
use crate::t;
use crate::ui::menu::{MenuPlace, MenuRequest};
use domain::estate::order::Column;
use focus::Focus;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// The measures the grid draws with, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Measures {
    width: f64,
    height: f64,
    scroll: f64,
}

/// Below this width a row has two lines and fewer columns.
const NARROW: f64 = 640.0;
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
    columns: Memo<Vec<Column>>,
    viewport: Memo<Viewport>,
    /// Kept free below the rows.
    room: Memo<f64>,
    focus: Focus,
}

impl Grid {
    /// Cells in a row: a tick box, the columns, and the button for the row's menu.
    fn cells(self) -> usize {
        self.columns.with_untracked(Vec::len) + 2
    }

    /// The row at a place of the list.
    fn row_at(self, place: usize) -> Option<u32> {
        self.page.list.view().with_untracked(|view| view.rows.get(place).copied())
    }

    /// Opens the context menu for the selection; a row that is not selected is selected first, alone.
    fn open_menu(self, row: u32, at: MenuPlace) {
        self.focus.release();
        self.page.list.selection.update(|selection| {
            if !selection.contains(row) {
                selection.only(row);
            }
        });
        self.page.menus.open(MenuRequest {
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
    let settings = use_settings();
    let narrow =
        Memo::new(move |_| measures.with(|measures| measures.width > 0.0 && measures.width < NARROW));
    let columns =
        Memo::new(move |_| if narrow.get() { columns::NARROW.to_vec() } else { columns::DEFAULT.to_vec() });
    let row_height = Memo::new(move |_| if narrow.get() { 64.0 } else { settings.row_height() });
    // The toolbar lies over the last rows: they can be scrolled out from under it.
    let room = Memo::new(move |_| {
        if page.list.selection.with(|selection| selection.is_empty()) { 0.0 } else { TOOLBAR_ROOM }
    });
    let viewport = Memo::new(move |_| {
        let Measures { height, scroll, .. } = measures.get();
        let header = if narrow.get() { 0.0 } else { HEADER_HEIGHT };
        Viewport {
            rows: page.list.view().with(|view| view.rows.len()),
            row_height: row_height.get(),
            height: (height - header - room.get()).max(0.0),
            scroll,
        }
    });
    let focus = Focus::new(page);
    let grid = Grid { page, element, measures, columns, viewport, room, focus };

    measure(grid);
    focus::follow(grid);

    let template = move || {
        let width = |column: &Column| format!("minmax({0}px, {0}fr)", columns::width(*column));
        let widths: Vec<String> = columns.with(|columns| columns.iter().map(width).collect());
        format!("{TICK_WIDTH}px {} {TICK_WIDTH}px", widths.join(" "))
    };
    // Header and rows are laid out apart from each other: the same width keeps their columns in line.
    let width = move || {
        let sum: u32 = columns.with(|columns| columns.iter().map(|&column| columns::width(column)).sum());
        format!("{}px", sum + 2 * TICK_WIDTH)
    };
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        let key = event.key();
        let modifier = event.ctrl_key() || event.meta_key();
        let chord = Chord { key: &key, modifier, shift: event.shift_key(), alt: event.alt_key() };
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
            style=("--columns", template)
            style=("--width", width)
            style=("--room", move || format!("{}px", room.get()))
            style=("--row", move || format!("{}px", row_height.get()))
            node_ref=element
            on:keydown=on_keydown
            on:scroll=move |_| {
                if let Some(element) = element.get_untracked() {
                    measures.update(|measures| measures.scroll = f64::from(element.scroll_top()));
                }
            }
        >
            {header::header(grid)}
            {rows::rows(grid)}
        </div>
    }
}

/// Keeps [`Measures`] at what the browser says.
fn measure(grid: Grid) {
    let Grid { element, measures, .. } = grid;
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let observed = element.clone();
        let read = move || {
            measures.update(|measures| {
                measures.width = f64::from(observed.client_width());
                measures.height = f64::from(observed.client_height());
            });
        };
        read();
        let on_resize = Closure::<dyn FnMut()>::new(read);
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref());
        let Ok(observer) = observer else { return };
        observer.observe(&element);
        // The closure lives as long as the observer.
        let held = StoredValue::new_local((observer, on_resize));
        on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
    });
}
