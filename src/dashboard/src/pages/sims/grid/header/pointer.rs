//! Mouse, pen and touch on the header: dragging a column elsewhere, and its edge to make it wider or narrower. A finger
//! drags edges only: elsewhere it scrolls the grid, or opens the menu by resting.

use super::{acts, menu};
use crate::behaviour::arrange;
use crate::behaviour::pointing::{Pointing, STRAY, follow, on_rest};
use crate::behaviour::tracks;
use crate::pages::sims::grid::Grid;
use domain::estate::order::Column;
use domain::layout::WIDTHS;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{DomRect, Element, Event, MouseEvent, PointerEvent};

/// Near its edges the grid scrolls under a dragged column, this far for each move of the pointer.
const SCROLLS_WITHIN: f64 = 32.0;
const SCROLLS_BY: i32 = 12;

/// What is being dragged.
#[derive(Clone, Copy)]
pub struct Pointer {
    drag: RwSignal<Option<Drag>>,
    /// The press became a drag: the click at its end is not meant for the button below.
    dragged: StoredValue<bool>,
}

#[derive(Clone, Copy, PartialEq)]
struct Drag {
    at: usize,
    /// The column stands before the one with this number if it is let go now.
    gap: usize,
    /// Where that is in the header, in CSS pixels.
    line: f64,
}

impl Pointer {
    pub fn new() -> Self {
        Self { drag: RwSignal::new(None), dragged: StoredValue::new(false) }
    }

    /// Whether this column is being dragged.
    pub fn drags(self, at: usize) -> bool {
        self.drag.with(|drag| drag.is_some_and(|drag| drag.at == at))
    }

    /// Where to show that the dragged column will stand.
    pub fn drop_at(self) -> Option<f64> {
        self.drag.with(|drag| drag.map(|drag| drag.line))
    }

    /// Whether the last press was a drag.
    pub fn has_dragged(self) -> bool {
        self.dragged.get_value()
    }

    pub fn press(self, grid: Grid, event: &PointerEvent) {
        self.dragged.set_value(false);
        let Some(column) = column_of(grid, event) else { return };
        if event.button() != 0 {
            return;
        }
        if on_edge(event) {
            // Neither the focus nor a selection of text.
            event.prevent_default();
            resize(grid, column, event);
        } else if event.pointer_type() == "touch" {
            on_rest(event, move |x, y| menu::open_of(grid, column, x, y));
        } else if column != Column::Iccid {
            self.reorder(grid, column, event);
        }
    }

    fn reorder(self, grid: Grid, column: Column, press: &PointerEvent) {
        follow(press, move |pointing| match pointing {
            Pointing::Moved { x, by, .. } => {
                if by.abs() > STRAY || self.drag.with_untracked(Option::is_some) {
                    self.dragged.set_value(true);
                    self.drag.set(over(grid, column, x));
                }
            }
            Pointing::Lifted => {
                let drag = self.drag.try_update(Option::take).flatten();
                if let Some(drag) = drag {
                    acts::drop_before(grid, column, drag.gap);
                }
            }
            Pointing::Cancelled => self.drag.set(None),
        });
    }
}

/// Gives a column its usual width back.
pub fn double_click(grid: Grid, event: &MouseEvent) {
    if let Some(column) = column_of(grid, event).filter(|_| on_edge(event)) {
        acts::reset_width(grid, column);
    }
}

/// While the edge is dragged all other columns keep the width they have on screen, so that the edge stays below the
/// pointer; when it is let go they share what is left over again.
fn resize(grid: Grid, column: Column, press: &PointerEvent) {
    let widths: Vec<f64> = rects(grid).iter().map(DomRect::width).collect();
    let at = grid.page.layout.shown().with_untracked(|layout| arrange::place(layout, column));
    let Some(at) = at.filter(|&at| at < widths.len()) else { return };
    let limits = (f64::from(*WIDTHS.start()), f64::from(*WIDTHS.end()));
    follow(press, move |pointing| match pointing {
        Pointing::Moved { by, .. } => {
            let mut widths = widths.clone();
            widths[at] = (widths[at] + by).round().clamp(limits.0, limits.1);
            grid.held.set(Some(widths));
        }
        Pointing::Lifted => {
            if let Some(widths) = grid.held.try_update(Option::take).flatten() {
                let width = widths[at] as u32;
                grid.page.layout.change(|layout| {
                    arrange::set_width(layout, column, Some(width));
                });
            }
        }
        Pointing::Cancelled => grid.held.set(None),
    });
}

/// What letting go here would do.
fn over(grid: Grid, column: Column, x: f64) -> Option<Drag> {
    let at = grid.page.layout.shown().with_untracked(|layout| arrange::place(layout, column))?;
    let element = grid.element.get_untracked()?;
    let bounds = element.get_bounding_client_rect();
    if x < bounds.left() + SCROLLS_WITHIN {
        element.set_scroll_left(element.scroll_left() - SCROLLS_BY);
    } else if x > bounds.right() - SCROLLS_WITHIN {
        element.set_scroll_left(element.scroll_left() + SCROLLS_BY);
    }
    let rects = rects(grid);
    let places: Vec<(f64, f64)> = rects.iter().map(|rect| (rect.left(), rect.right())).collect();
    // Nothing goes before the ICCID.
    let gap = tracks::gap(&places, x).max(1);
    let line = places.get(gap).map_or_else(|| places.last().map(|place| place.1), |place| Some(place.0))?;
    let header = element.query_selector(".sim-grid__header").ok().flatten()?;
    Some(Drag { at, gap, line: line - header.get_bounding_client_rect().left() })
}

/// Where the headers of the columns are in the window.
fn rects(grid: Grid) -> Vec<DomRect> {
    let headers = grid
        .element
        .get_untracked()
        .and_then(|element| element.query_selector_all("[role=columnheader][data-at]").ok());
    let Some(headers) = headers else { return Vec::new() };
    let elements = (0..headers.length()).filter_map(|at| headers.get(at)?.dyn_into::<Element>().ok());
    elements.map(|element| element.get_bounding_client_rect()).collect()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn column_of(grid: Grid, event: &Event) -> Option<Column> {
    let header = target(event)?.closest("[role=columnheader][data-at]").ok().flatten()?;
    let at: usize = header.get_attribute("data-at")?.parse().ok()?;
    grid.column(at + 1)
}

fn on_edge(event: &Event) -> bool {
    target(event).is_some_and(|target| target.has_attribute("data-resize"))
}
