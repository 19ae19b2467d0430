//! The account tree as a drawer, where the window is too narrow to show it all the time.

use leptos::prelude::*;

/// Whether the page has a drawer, and whether it is out.
#[derive(Clone, Copy)]
pub struct Drawer {
    /// How many pages have one: the next page comes before the one before it goes.
    offered: RwSignal<u32>,
    /// Something lies over the page that has it.
    covered: RwSignal<bool>,
    open: RwSignal<bool>,
}

/// The drawer, from anywhere below the shell.
pub fn use_drawer() -> Drawer {
    expect_context()
}

impl Drawer {
    pub(super) fn provide() -> Self {
        let drawer =
            Self { offered: RwSignal::new(0), covered: RwSignal::new(false), open: RwSignal::new(false) };
        provide_context(drawer);
        drawer
    }

    fn offer(self) {
        self.offered.update(|count| *count += 1);
        self.open.set(false);
        on_cleanup(move || {
            self.offered.try_update(|count| *count = count.saturating_sub(1));
        });
    }

    pub(super) fn is_offered(self) -> bool {
        self.offered.get() > 0 && !self.covered.get()
    }

    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }

    pub(super) fn toggle(self) {
        self.open.update(|open| *open = !*open);
    }

    /// Brings it out, for what happens in it.
    pub fn open(self) {
        self.open.set(true);
    }

    pub fn close(self) {
        if self.open.get_untracked() {
            self.open.set(false);
        }
    }
}

/// What is in the drawer: beside the rest of the page where there is room, and over it, when it is out, where there is not.
#[component]
pub fn DrawerPlace(
    /// Whether something lies over the page, so that nothing in the drawer can be reached.
    #[prop(optional, into)]
    covered: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let drawer = use_drawer();
    drawer.offer();
    Effect::new(move |_| drawer.covered.set(covered.get()));
    on_cleanup(move || {
        drawer.covered.try_set(false);
    });
    view! {
        <div class="drawer" class:is-open=move || drawer.is_open() inert=covered>
            {children()}
        </div>
    }
}
