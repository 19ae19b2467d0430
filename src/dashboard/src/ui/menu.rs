//! Menus: one host at the root, opened by a request. Keys as in the ARIA Authoring Practices.

mod host;
mod popup;

pub use host::MenuHost;

use super::icon::IconName;
use crate::behaviour::popup::Rect;
use crate::behaviour::{focus, ids};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// One line of a menu.
#[derive(Clone)]
pub enum MenuEntry {
    Item(MenuItem),
    Separator,
}

/// Something to do. A label that opens a dialog ends in "…".
#[derive(Clone)]
pub struct MenuItem {
    pub label: String,
    pub icon: Option<IconName>,
    /// The key that does the same without the menu, named as in `aria-keyshortcuts`; for reading only.
    pub shortcut: Option<String>,
    /// Why it cannot be done: the item stays in its place and tells.
    pub disabled_reason: Option<String>,
    pub danger: bool,
    /// For something that is switched on and off: the menu stays open.
    pub checked: Option<Signal<bool>>,
    /// It leads to where one is.
    pub current: bool,
    pub action: Callback<()>,
}

impl MenuItem {
    /// An item that can be used, without icon or shortcut.
    pub fn new(label: impl Into<String>, action: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            label: label.into(),
            icon: None,
            shortcut: None,
            disabled_reason: None,
            danger: false,
            checked: None,
            current: false,
            action: Callback::new(move |()| action()),
        }
    }
}

impl From<MenuItem> for MenuEntry {
    fn from(item: MenuItem) -> Self {
        Self::Item(item)
    }
}

/// Where a menu opens.
#[derive(Clone, Debug)]
pub enum MenuPlace {
    /// At the pointer, in CSS pixels of the window.
    Point { x: f64, y: f64 },
    /// Below an element (or above it, where there is no room below).
    Below(HtmlElement),
}

impl MenuPlace {
    fn rect(&self) -> Rect {
        match self {
            Self::Point { x, y } => Rect { left: *x, top: *y, ..Rect::default() },
            Self::Below(element) => {
                let rect = element.get_bounding_client_rect();
                Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
            }
        }
    }

    fn element(&self) -> Option<&HtmlElement> {
        match self {
            Self::Point { .. } => None,
            Self::Below(element) => Some(element),
        }
    }
}

/// What opens a menu.
#[derive(Clone)]
pub struct MenuRequest {
    /// Names the menu for screen readers.
    pub label: String,
    pub items: Vec<MenuEntry>,
    pub at: MenuPlace,
    /// What gets the focus when the menu closes; without it, what has the focus now.
    pub return_focus: Option<HtmlElement>,
}

/// Opens menus; see [`use_menus`].
#[derive(Clone, Copy)]
pub struct Menus(RwSignal<Option<Opened>>);

#[derive(Clone)]
struct Opened {
    request: MenuRequest,
    /// Of what was made for it.
    owner: Owner,
    /// Tells one opening from the next, so that each has elements of its own.
    id: String,
}

impl Menus {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens a menu in place of any that is open. Its items are made in here, so that they last as long as it does.
    pub fn open(self, request: impl FnOnce() -> MenuRequest) {
        let owner = Owner::new();
        let mut request = owner.with(request);
        request.return_focus = request.return_focus.or_else(focus::focused);
        self.0.set(Some(Opened { request, owner, id: ids::unique("menu") }));
    }

    /// Closes the menu, if one is open.
    pub fn close(self) {
        if self.0.with_untracked(Option::is_some) {
            self.0.set(None);
        }
    }
}

/// The way to open a menu, from anywhere below [`super::provide`].
pub fn use_menus() -> Menus {
    expect_context()
}
