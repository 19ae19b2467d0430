//! Naming an account in its row: a new one at the place where it will stand, or one that is there.

use super::state::TreeState;
use crate::behaviour::tree::VisibleNode;
use crate::behaviour::{focus, ids};
use crate::t;
use domain::account::AccountId;
use leptos::html;
use leptos::prelude::*;

/// Stands for the account that is not there yet, among the visible nodes.
pub const NEW: AccountId = AccountId(u32::MAX);

/// Which name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    NewUnder(AccountId),
    Rename(AccountId),
}

impl Naming {
    /// The row that has the field.
    pub fn row(self) -> AccountId {
        match self {
            Self::NewUnder(_) => NEW,
            Self::Rename(id) => id,
        }
    }
}

/// The field in the tree, and the row that is to have the focus: the owner of the tree asks by these.
#[derive(Clone, Copy)]
pub struct TreeControl {
    naming: RwSignal<Option<Naming>>,
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    wanted: RwSignal<Option<AccountId>>,
    opened: RwSignal<Option<AccountId>>,
}

impl TreeControl {
    /// To be called in the body of a component.
    pub fn new() -> Self {
        Self {
            naming: RwSignal::new(None),
            text: RwSignal::new(String::new()),
            error: RwSignal::new(None),
            busy: RwSignal::new(false),
            wanted: RwSignal::new(None),
            opened: RwSignal::new(None),
        }
    }

    /// Asks for a name, beginning with a text.
    pub fn ask(self, naming: Naming, text: String) {
        self.text.set(text);
        self.error.set(None);
        self.busy.set(false);
        self.naming.set(Some(naming));
    }

    /// Gives the focus to an account's row as soon as it is shown.
    pub fn focus(self, id: AccountId) {
        self.wanted.set(Some(id));
    }

    /// Opens an account in the tree, and gives it the focus.
    pub fn show_below(self, id: AccountId) {
        self.opened.set(Some(id));
        self.focus(id);
    }

    /// The name is being stored: nothing more can be typed.
    pub fn set_busy(self) {
        self.busy.set(true);
        self.error.set(None);
    }

    /// The name was not taken, for this reason; it stays in the field.
    pub fn refuse(self, why: String) {
        self.busy.try_set(false);
        self.error.try_set(Some(why));
    }

    /// The field goes, and the focus with it to this row.
    pub fn finish(self, then: AccountId) {
        self.naming.try_set(None);
        self.wanted.try_set(Some(then));
    }

    pub(super) fn naming(self) -> Option<Naming> {
        self.naming.get()
    }

    fn cancel(self) {
        if self.busy.get_untracked() {
            return;
        }
        match self.naming.get_untracked() {
            Some(Naming::NewUnder(id) | Naming::Rename(id)) => self.finish(id),
            None => {}
        }
    }

    /// Makes the row visible that has the field or is to have the focus.
    pub(super) fn bind(self, state: TreeState) {
        Effect::new(move |_| {
            let Some(naming) = self.naming.get() else { return };
            untrack(|| {
                let row = match naming {
                    Naming::NewUnder(id) | Naming::Rename(id) => id,
                };
                if state.place_of(row).is_none() {
                    state.uncover(row);
                }
                if matches!(naming, Naming::NewUnder(_)) {
                    state.expand(row);
                }
                state.set_active(naming.row());
            });
        });
        Effect::new(move |_| {
            let Some(id) = self.opened.get() else { return };
            self.opened.set(None);
            untrack(|| {
                state.uncover(id);
                state.expand(id);
            });
        });
        Effect::new(move |_| {
            let Some(id) = self.wanted.get() else { return };
            if state.nodes.with(|nodes| nodes.iter().any(|node| node.id == id)) {
                self.wanted.set(None);
                // A dialog that has asked closes first, and gives the focus back to where it was.
                request_animation_frame(move || {
                    if state.nodes.try_with_untracked(Vec::is_empty).is_some() {
                        state.focus(id);
                    }
                });
            } else if state.tree.with(|tree| tree.get(id).is_some()) {
                untrack(|| state.uncover(id));
            }
        });
    }

    /// The nodes with the one that is being made: first below its parent.
    pub(super) fn with_new(self, mut nodes: Vec<VisibleNode>) -> Vec<VisibleNode> {
        let Some(Naming::NewUnder(parent)) = self.naming.get() else { return nodes };
        let Some(at) = nodes.iter().position(|node| node.id == parent) else { return nodes };
        let depth = nodes.get(at).map_or(0, |node| node.depth) + 1;
        let siblings = nodes
            .iter_mut()
            .skip(at + 1)
            .take_while(|node| node.depth >= depth)
            .filter(|node| node.depth == depth)
            .map(|node| {
                node.position += 1;
                node.siblings += 1;
            })
            .count();
        let new = VisibleNode { id: NEW, depth, position: 1, siblings: siblings + 1, expanded: None };
        nodes.insert(at + 1, new);
        nodes
    }
}

/// The field, with what is wrong below it.
#[component]
pub fn NameField(control: TreeControl, on_named: Callback<(Naming, String)>) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let error_id = ids::unique("account-name-error");
    let described_by = {
        let id = error_id.clone();
        move || control.error.with(Option::is_some).then(|| id.clone())
    };
    Effect::new(move |before: Option<bool>| {
        if let Some(field) = field.get()
            && before != Some(true)
        {
            take_focus(field, 60);
            return true;
        }
        before.unwrap_or(false)
    });
    let commit = move || {
        if control.busy.get_untracked() {
            return;
        }
        if let Some(naming) = control.naming.get_untracked() {
            on_named.run((naming, control.text.get_untracked()));
        }
    };
    let label = move || match control.naming.get() {
        Some(Naming::NewUnder(_)) => t!("accounts-new-name"),
        _ => t!("accounts-name"),
    };
    view! {
        <span class="account__field">
            <input
                node_ref=field
                class="account__input"
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-label=label
                placeholder=label
                readonly=move || control.busy.get()
                aria-busy=move || control.busy.get().then_some("true")
                aria-invalid=move || control.error.with(Option::is_some).then_some("true")
                aria-describedby=described_by
                prop:value=move || control.text.get()
                on:input=move |event| {
                    control.text.set(event_target_value(&event));
                    control.error.set(None);
                }
                on:keydown=move |event| {
                    // No key of the tree's is meant here.
                    event.stop_propagation();
                    match event.key().as_str() {
                        "Enter" if !event.is_composing() => {
                            event.prevent_default();
                            commit();
                        }
                        "Escape" => {
                            event.prevent_default();
                            control.cancel();
                        }
                        _ => {}
                    }
                }
            />
            <span
                id=error_id
                class="account__error"
                role="alert"
                hidden=move || control.error.with(Option::is_none)
            >
                {move || control.error.get()}
            </span>
        </span>
    }
}

/// Gives the field the focus as soon as it can take it: the row gets its place first, and a drawer comes out.
fn take_focus(field: web_sys::HtmlInputElement, frames: u32) {
    request_animation_frame(move || {
        focus::focus_quietly(&field);
        let has_it = document().active_element().is_some_and(|active| active == **field);
        if has_it {
            focus::reveal(&field);
            field.select();
        } else if frames > 0 && field.is_connected() {
            take_focus(field, frames - 1);
        }
    });
}
