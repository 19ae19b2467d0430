//! Dragging an account under another one, with the mouse or a pen: a finger scrolls the tree.

use super::drop_target::DropTarget;
use super::state::TreeState;
use crate::behaviour::pointing::{Pointing, STRAY, follow};
use domain::account::AccountId;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Near its edges the tree scrolls under a dragged account, this far for each move of the pointer.
const SCROLLS_WITHIN: f64 = 24.0;
const SCROLLS_BY: i32 = 12;

/// What is asked of the owner of the tree: may the first go under the second? The answer is why not.
pub type MayMove = Callback<(AccountId, AccountId), Result<(), String>>;

/// An account on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Dragged {
    pub id: AccountId,
    pub x: f64,
    pub y: f64,
    /// Where it is over now, and why it cannot go there.
    pub over: Option<AccountId>,
    pub refusal: Option<String>,
}

#[derive(Clone, Copy)]
pub struct Moving {
    state: TreeState,
    target: DropTarget,
    scroller: NodeRef<html::Div>,
    dragged: RwSignal<Option<Dragged>>,
    may_move: MayMove,
    on_move: Callback<(AccountId, AccountId)>,
}

impl Moving {
    pub fn new(
        state: TreeState,
        target: DropTarget,
        scroller: NodeRef<html::Div>,
        may_move: MayMove,
        on_move: Callback<(AccountId, AccountId)>,
    ) -> Self {
        Self { state, target, scroller, dragged: RwSignal::new(None), may_move, on_move }
    }

    pub fn dragged(self) -> Signal<Option<Dragged>> {
        self.dragged.into()
    }

    /// A press on a row: a drag, if the pointer strays from there.
    pub fn pressed(self, id: AccountId, press: &PointerEvent) {
        if press.pointer_type() == "touch" || press.button() != 0 || press.ctrl_key() {
            return;
        }
        let is_topmost = self
            .state
            .tree
            .with_untracked(|tree| tree.get(id).is_none_or(|account| account.parent_id.is_none()));
        if is_topmost {
            return;
        }
        let (x, y) = (f64::from(press.client_x()), f64::from(press.client_y()));
        follow(press, move |pointing| {
            // The page may be gone meanwhile.
            let Some(dragged) = self.dragged.try_get_untracked() else { return };
            match pointing {
                Pointing::Moved { x: to_x, y: to_y, .. } => {
                    if dragged.is_some() || (to_x - x).hypot(to_y - y) > STRAY {
                        self.moved(id, to_x, to_y);
                    }
                }
                Pointing::Lifted => self.dropped(dragged),
                Pointing::Cancelled => self.end(),
            }
        });
    }

    fn moved(self, id: AccountId, x: f64, y: f64) {
        self.scroll_near_the_edge(y);
        let over = account_at(x, y).filter(|&over| over != id);
        let before =
            self.dragged.with_untracked(|dragged| dragged.as_ref().map(|it| (it.over, it.refusal.clone())));
        let refusal = match before {
            Some((same, refusal)) if same == over => refusal,
            _ => over.and_then(|over| self.may_move.run((id, over)).err()),
        };
        self.target.point_at(over.filter(|_| refusal.is_none()));
        self.dragged.set(Some(Dragged { id, x, y, over, refusal }));
    }

    fn dropped(self, dragged: Option<Dragged>) {
        self.end();
        // What cannot be is said by the owner, as for one that was asked for otherwise.
        if let Some(Dragged { id, over: Some(over), .. }) = dragged {
            self.on_move.run((id, over));
        }
    }

    fn end(self) {
        self.target.point_at(None);
        self.dragged.set(None);
    }

    fn scroll_near_the_edge(self, y: f64) {
        let Some(scroller) = self.scroller.try_get_untracked().flatten() else { return };
        let bounds = scroller.get_bounding_client_rect();
        if y < bounds.top() + SCROLLS_WITHIN {
            scroller.set_scroll_top(scroller.scroll_top() - SCROLLS_BY);
        } else if y > bounds.bottom() - SCROLLS_WITHIN {
            scroller.set_scroll_top(scroller.scroll_top() + SCROLLS_BY);
        }
    }
}

/// The account whose row is at a point of the window.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
fn account_at(x: f64, y: f64) -> Option<AccountId> {
    let element: Element = document().element_from_point(x as f32, y as f32)?;
    let row = element.closest("[data-account]").ok().flatten()?.dyn_into::<Element>().ok()?;
    row.get_attribute("data-account")?.parse().ok().map(AccountId)
}
