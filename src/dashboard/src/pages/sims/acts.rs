//! What can be done with the selected SIMs: one list for the context menu, the row button and the toolbar.

use super::context::SimsPage;
use super::dialogs::lifecycle::Change;
use super::{details, dialogs};
use crate::state::estate::EstateState;
use crate::t;
use crate::ui::icon::IconName;
use crate::ui::menu::{MenuEntry, MenuItem};
use crate::ui::toast::{Toast, ToastKind};
use contract::activity::TestKind;
use domain::bitmap::Bitmap;
use domain::permission::{Permission, Role};
use domain::sim::{SimId, Status};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// One thing to do with SIMs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Move,
    SetLevels,
    Activate,
    Suspend,
    Resume,
    Terminate,
    EditTags,
    SetCategory,
    Ping,
    Diagnose,
    CopyIccids,
    ShowDetails,
}

impl Act {
    /// In the order of the menu.
    pub const ALL: [Self; 12] = [
        Self::Move,
        Self::SetLevels,
        Self::Activate,
        Self::Suspend,
        Self::Resume,
        Self::Terminate,
        Self::EditTags,
        Self::SetCategory,
        Self::Ping,
        Self::Diagnose,
        Self::CopyIccids,
        Self::ShowDetails,
    ];

    /// In the order of the toolbar: what is done most comes first, because the last ones give way where there is no room.
    const MOST_USED: [Self; 12] = [
        Self::Move,
        Self::SetLevels,
        Self::Suspend,
        Self::Resume,
        Self::EditTags,
        Self::CopyIccids,
        Self::ShowDetails,
        Self::SetCategory,
        Self::Activate,
        Self::Terminate,
        Self::Ping,
        Self::Diagnose,
    ];

    pub fn label(self) -> String {
        match self {
            Self::Move => t!("act-move"),
            Self::SetLevels => t!("act-set-levels"),
            Self::Activate => t!("act-activate"),
            Self::Suspend => t!("act-suspend"),
            Self::Resume => t!("act-resume"),
            Self::Terminate => t!("act-terminate"),
            Self::EditTags => t!("act-edit-tags"),
            Self::SetCategory => t!("act-set-category"),
            Self::Ping => t!("act-ping"),
            Self::Diagnose => t!("act-diagnose"),
            Self::CopyIccids => t!("act-copy-iccids"),
            Self::ShowDetails => t!("act-show-details"),
        }
    }

    pub fn icon(self) -> IconName {
        match self {
            Self::Move => IconName::Move,
            Self::SetLevels => IconName::Cap,
            Self::Activate => IconName::Activate,
            Self::Suspend => IconName::Suspend,
            Self::Resume => IconName::Resume,
            Self::Terminate => IconName::Terminate,
            Self::EditTags => IconName::Tag,
            Self::SetCategory => IconName::Category,
            Self::Ping => IconName::Ping,
            Self::Diagnose => IconName::Diagnose,
            Self::CopyIccids => IconName::Copy,
            Self::ShowDetails => IconName::Details,
        }
    }

    fn permission(self) -> Permission {
        match self {
            Self::Move => Permission::MoveSims,
            Self::SetLevels => Permission::SetLevels,
            Self::Activate | Self::Suspend | Self::Resume | Self::Terminate => Permission::ChangeLifecycle,
            Self::EditTags | Self::SetCategory => Permission::ManageLabels,
            Self::Ping | Self::Diagnose => Permission::SimpleTasks,
            Self::CopyIccids | Self::ShowDetails => Permission::ViewSims,
        }
    }

    /// The acts that a role has.
    pub fn of(role: Role) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |act| role.may(act.permission()))
    }

    /// The acts that a role has, in the order of the toolbar.
    pub fn in_toolbar(role: Role) -> impl Iterator<Item = Self> {
        Self::MOST_USED.into_iter().filter(move |act| role.may(act.permission()))
    }
}

/// What is known of the selected SIMs without asking the server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selected {
    count: usize,
    editable: usize,
    movable: usize,
    inactive: usize,
    in_service: usize,
    suspended: usize,
    with_caps: usize,
}

impl Selected {
    /// Looks through the selected rows; runs again when the estate changes.
    pub fn of(estate: EstateState, rows: &Bitmap) -> Self {
        let accounts = estate.accounts().get();
        let tally = estate.with(|estate| estate.tally(rows, &accounts));
        let editable = |status: Status| status.editable().is_ok();
        Self {
            count: tally.count(|_| true),
            editable: tally.count(editable),
            movable: tally.count(|status| status.movable().is_ok()),
            inactive: tally.count(|status| status == Status::Inactive),
            in_service: tally.count(Status::in_service),
            suspended: tally.count(|status| status == Status::Suspended),
            with_caps: tally.with_caps(editable),
        }
    }

    /// Why the act makes no sense for any of the selected SIMs; none when it does for at least one.
    pub fn hindrance(&self, act: Act) -> Option<String> {
        let none = |count: usize, sentence: String| (count == 0).then_some(sentence);
        match act {
            Act::Move => none(self.movable, t!("hindrance-unmanaged")),
            Act::SetLevels if self.editable == 0 => Some(t!("hindrance-not-editable")),
            Act::SetLevels => none(self.with_caps, t!("hindrance-no-caps")),
            Act::Activate => none(self.inactive, t!("hindrance-not-inactive")),
            Act::Terminate | Act::EditTags | Act::SetCategory => {
                none(self.editable, t!("hindrance-not-editable"))
            }
            Act::Suspend => none(self.in_service, t!("hindrance-not-in-service")),
            Act::Resume => none(self.suspended, t!("hindrance-not-suspended")),
            Act::CopyIccids => None,
            Act::Ping | Act::Diagnose | Act::ShowDetails if self.count != 1 => Some(t!("hindrance-one-only")),
            Act::Ping | Act::Diagnose => none(self.editable, t!("hindrance-not-editable")),
            Act::ShowDetails => None,
        }
    }
}

/// The context menu for the selection.
pub fn menu_entries(page: SimsPage) -> Vec<MenuEntry> {
    let Some(user) = page.session.user() else { return Vec::new() };
    let selected = untrack(|| Selected::of(page.estate, &page.list.selected()));
    let mut entries = Vec::new();
    for act in Act::of(user.role) {
        if act == Act::CopyIccids && !entries.is_empty() {
            entries.push(MenuEntry::Separator);
        }
        entries.push(MenuEntry::Item(item(page, &selected, act)));
    }
    entries
}

/// The menu of the acts that the toolbar has no room for.
pub fn more_entries(page: SimsPage, acts: impl IntoIterator<Item = Act>) -> Vec<MenuEntry> {
    let selected = untrack(|| Selected::of(page.estate, &page.list.selected()));
    acts.into_iter().map(|act| MenuEntry::Item(item(page, &selected, act))).collect()
}

fn item(page: SimsPage, selected: &Selected, act: Act) -> MenuItem {
    MenuItem {
        icon: Some(act.icon()),
        disabled_reason: selected.hindrance(act),
        danger: act == Act::Terminate,
        ..MenuItem::new(act.label(), move || perform(page, act))
    }
}

/// Does it, or opens the dialog that asks for what is missing.
pub fn perform(page: SimsPage, act: Act) {
    match act {
        Act::Move => dialogs::move_to_account::open(page, None),
        Act::SetLevels => dialogs::levels::open(page),
        Act::Activate => dialogs::lifecycle::open(page, Change::Activate),
        Act::Suspend => dialogs::lifecycle::open(page, Change::Suspend),
        Act::Resume => dialogs::lifecycle::open(page, Change::Resume),
        Act::Terminate => dialogs::lifecycle::open(page, Change::Terminate),
        Act::EditTags => dialogs::tags::open(page),
        Act::SetCategory => dialogs::category::open(page),
        Act::CopyIccids => copy_iccids(page),
        Act::Ping => with_first(page, |id| details::ask_for(page, id, TestKind::Ping)),
        Act::Diagnose => with_first(page, |id| details::ask_for(page, id, TestKind::Diagnostics)),
        Act::ShowDetails => with_first(page, |id| page.open_sim(Some(id))),
    }
}

/// Does something with the only selected SIM.
fn with_first(page: SimsPage, act: impl FnOnce(SimId)) {
    let row = untrack(|| page.list.selected()).iter().next();
    if let Some(id) = row.and_then(|row| page.estate.peek(|estate| estate.id(row))) {
        act(id);
    }
}

fn copy_iccids(page: SimsPage) {
    let rows = untrack(|| page.list.selected());
    let iccids: Vec<String> = page.estate.peek(|estate| {
        let view = page.list.view().get_untracked();
        view.rows
            .iter()
            .filter(|&&row| rows.contains(row))
            .map(|&row| estate.iccid(row).to_string())
            .collect()
    });
    let count = iccids.len() as u64;
    let written = JsFuture::from(window().navigator().clipboard().write_text(&iccids.join("\n")));
    page.scope.spawn(async move {
        page.toasts.show(match written.await {
            Ok(_) => Toast::new(ToastKind::Success, t!("copied-iccids", count = count)),
            Err(_) => Toast::new(ToastKind::Danger, t!("copy-refused")),
        });
    });
}
