//! What the parts of the SIM page share.

use crate::state::estate::EstateState;
use crate::state::filter_links::FilterLinks;
use crate::state::labels::LabelsState;
use crate::state::layout::LayoutState;
use crate::state::list::ListState;
use crate::state::operations::OperationsState;
use crate::state::saved_filters::SavedFiltersState;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use crate::ui::dialog::Dialogs;
use crate::ui::live::Live;
use crate::ui::menu::Menus;
use crate::ui::toast::Toasts;
use domain::sim::SimId;
use leptos::prelude::*;

/// Handles to the page's state and to the hosts of dialogs, menus and messages.
#[derive(Clone, Copy)]
pub struct SimsPage {
    pub session: SessionState,
    pub estate: EstateState,
    pub list: ListState,
    pub layout: LayoutState,
    pub operations: OperationsState,
    pub links: FilterLinks,
    pub saved: SavedFiltersState,
    pub labels: LabelsState,
    pub scope: Scope,
    pub dialogs: Dialogs,
    pub menus: Menus,
    pub toasts: Toasts,
    pub live: Live,
    /// The SIM whose details are open.
    pub open: RwSignal<Option<SimId>>,
    /// Whether they are shown as a page in place of the list.
    pub whole: RwSignal<bool>,
    /// Which tab of that page is open.
    pub details_tab: RwSignal<&'static str>,
    /// Asks the grid to take the focus back to its current row.
    pub focus_grid: Trigger,
}

impl SimsPage {
    /// Opens a SIM's details, or closes them.
    pub fn open_sim(self, id: Option<SimId>) {
        self.open.set(id);
        self.whole.set(false);
        if id.is_none() {
            self.focus_grid.notify();
        }
    }

    /// Shows a SIM's details as a page.
    pub fn show_page(self, id: SimId) {
        self.whole.set(true);
        self.open.set(Some(id));
    }
}
