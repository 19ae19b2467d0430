//! The tags and categories that accounts define: what each name looks like. They live beside all pages.

use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use contract::label::{Label, NewLabel};
use domain::account::{AccountId, AccountTree};
use domain::label::{Colour, LabelKind, holds_for, next_colour};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The definitions of one kind, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    pub items: Vec<Label>,
    colours: HashMap<String, Vec<(Option<AccountId>, Colour)>>,
}

impl Palette {
    fn new(items: Vec<Label>) -> Self {
        let mut colours: HashMap<String, Vec<_>> = HashMap::new();
        for label in &items {
            if let Some(colour) = label.colour {
                colours.entry(label.name.clone()).or_default().push((label.account_id, colour));
            }
        }
        Self { items, colours }
    }

    /// The colour that a name has on SIMs of an account.
    pub fn colour(&self, tree: &AccountTree, account: AccountId, name: &str) -> Option<Colour> {
        let defined = self.colours.get(name)?;
        defined.iter().find(|(owner, _)| holds_for(tree, *owner, account)).map(|(_, colour)| *colour)
    }

    /// The colour of a name wherever it has one.
    pub fn any_colour(&self, name: &str) -> Option<Colour> {
        self.colours.get(name)?.first().map(|(_, colour)| *colour)
    }
}

/// What accounts define.
#[derive(Clone, Copy)]
pub struct LabelsState {
    session: SessionState,
    scope: Scope,
    tags: RwSignal<Arc<Palette>>,
    categories: RwSignal<Arc<Palette>>,
    /// Counts what was announced, for whoever shows more than this.
    announced: RwSignal<u64>,
    latest: Latest,
}

/// Gives the tags and categories to all below, and reads them.
pub fn provide(session: SessionState, scope: Scope) -> LabelsState {
    let labels = LabelsState {
        session,
        scope,
        tags: RwSignal::new(Arc::default()),
        categories: RwSignal::new(Arc::default()),
        announced: RwSignal::new(0),
        latest: Latest::new(),
    };
    provide_context(labels);
    labels.read();
    labels
}

/// The tags and categories.
pub fn use_labels() -> LabelsState {
    expect_context()
}

impl LabelsState {
    /// The definitions of a kind; none before they have been read.
    pub fn palette(self, kind: LabelKind) -> Signal<Arc<Palette>> {
        self.of(kind).into()
    }

    /// Runs again when the lists were changed, by anybody.
    pub fn track(self) {
        self.announced.track();
    }

    /// The lists were changed.
    pub fn announced(self) {
        self.announced.try_update(|count| *count += 1);
        self.read();
    }

    fn of(self, kind: LabelKind) -> RwSignal<Arc<Palette>> {
        match kind {
            LabelKind::Tag => self.tags,
            LabelKind::Category => self.categories,
        }
    }

    /// Reads them anew. Without them names are shown without colours, so a failure is left to the next time.
    pub fn read(self) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            for &kind in LabelKind::ALL {
                let answer =
                    self.session.call(move |api| async move { api.defined_labels(kind).await }).await;
                match answer {
                    Ok(items) if ticket.is_latest() => self.show(kind, items),
                    Ok(_) => return,
                    Err(error) => leptos::logging::warn!("tags and categories could not be read: {error}"),
                }
            }
        });
    }

    fn show(self, kind: LabelKind, items: Vec<Label>) {
        let palette = Palette::new(items);
        let shown = self.of(kind);
        if shown.with_untracked(|shown| **shown != palette) {
            shown.set(Arc::new(palette));
        }
    }

    /// Adds one to the list of the person's own account, in a colour that few others have.
    pub async fn add(self, kind: LabelKind, name: &str, key: &IdempotencyKey) -> Result<Label, Error> {
        let used = self.of(kind).with_untracked(|palette| {
            palette.items.iter().filter_map(|label| label.colour).collect::<Vec<_>>()
        });
        let new = NewLabel { name: name.to_owned(), colour: next_colour(used), account_id: None };
        self.add_as(kind, new, key).await
    }

    /// Adds one as it is wished.
    pub async fn add_as(self, kind: LabelKind, new: NewLabel, key: &IdempotencyKey) -> Result<Label, Error> {
        let added = self.session.call(|api| {
            let (new, key) = (new.clone(), key.clone());
            async move { api.add_label(kind, &new, &key).await }
        });
        let added = added.await?;
        let mut items = self.of(kind).with_untracked(|palette| palette.items.clone());
        items.push(added.clone());
        self.show(kind, items);
        Ok(added)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::account::{Account, Features};
    use domain::label::LabelId;

    fn account(id: u32, parent: Option<u32>) -> Account {
        Account {
            id: AccountId(id),
            parent_id: parent.map(AccountId),
            name: format!("account {id}"),
            enabled: true,
            open: true,
            features: Features { caps_and_alerts: true, sub_accounts: true },
            require_two_factor: false,
            two_factor_required: false,
            sim_count: 0,
            total_sim_count: 0,
            user_count: 0,
            can_edit: true,
            etag: String::new(),
        }
    }

    fn label(name: &str, owner: Option<u32>, colour: Colour) -> Label {
        Label {
            id: Some(LabelId(1)),
            name: name.to_owned(),
            colour: Some(colour),
            account_id: owner.map(AccountId),
            sims: None,
            etag: None,
        }
    }

    #[test]
    fn a_name_has_the_colour_that_holds_for_its_account() {
        let tree = AccountTree::new(vec![account(1, None), account(2, Some(1)), account(3, Some(1))]);
        let palette = Palette::new(vec![
            label("pilot", Some(2), Colour::Red),
            label("pilot", Some(3), Colour::Blue),
            label("spare", None, Colour::Green),
        ]);
        assert_eq!(palette.colour(&tree, AccountId(2), "pilot"), Some(Colour::Red));
        assert_eq!(palette.colour(&tree, AccountId(3), "pilot"), Some(Colour::Blue));
        assert_eq!(palette.colour(&tree, AccountId(1), "pilot"), None);
        assert_eq!(palette.colour(&tree, AccountId(3), "spare"), Some(Colour::Green));
        assert_eq!(palette.colour(&tree, AccountId(3), "other"), None);
    }
}
