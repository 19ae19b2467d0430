//! The account tree as a drawer, where the window is too narrow to show it all the time.

use leptos::prelude::*;

/// Whether the drawer is out.
#[derive(Clone, Copy)]
pub struct Drawer(RwSignal<bool>);

/// The drawer, from anywhere below the shell.
pub fn use_drawer() -> Drawer {
    expect_context()
}

impl Drawer {
    pub(super) fn provide() -> Self {
        let drawer = Self(RwSignal::new(false));
        provide_context(drawer);
        drawer
    }

    pub fn is_open(self) -> bool {
        self.0.get()
    }

    pub fn toggle(self) {
        self.0.update(|open| *open = !*open);
    }

    pub fn close(self) {
        if self.0.get_untracked() {
            self.0.set(false);
        }
    }
}
