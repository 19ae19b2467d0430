//! Short messages about what has happened. They never take the focus; errors stay until dismissed.

mod host;

pub use host::ToastHost;

use leptos::prelude::*;
use std::sync::Arc;

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    Info,
    Success,
    /// Stays until dismissed.
    Danger,
}

/// A message, with at most one thing to do about it (such as *Undo*).
#[derive(Clone)]
pub struct Toast {
    kind: ToastKind,
    text: String,
    /// Not a `Callback`: those end with the page that made them, and *Undo* must still work on the next page.
    action: Option<(String, Arc<dyn Fn() + Send + Sync>)>,
}

impl Toast {
    /// A message without an action.
    pub fn new(kind: ToastKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), action: None }
    }

    /// The message with a button. Pressing it takes the message away.
    pub fn with_action(mut self, label: impl Into<String>, act: impl Fn() + Send + Sync + 'static) -> Self {
        self.action = Some((label.into(), Arc::new(act)));
        self
    }
}

/// Shows messages; see [`use_toasts`].
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<(u32, Toast)>>,
    next: StoredValue<u32>,
}

/// More than these at once would hide the page; the oldest that may go, goes.
const MOST: usize = 5;

impl Toasts {
    pub(super) fn new() -> Self {
        Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Shows a message. The same message is not shown twice at once. Tells the number by which it can be taken away.
    pub fn show(self, toast: Toast) -> u32 {
        let id = self.next.try_update_value(|next| {
            *next += 1;
            *next
        });
        let id = id.unwrap_or_default();
        self.shown.update(|shown| {
            shown.retain(|(_, other)| other.kind != toast.kind || other.text != toast.text);
            shown.push((id, toast));
            if shown.len() > MOST {
                let oldest = shown.iter().position(|(_, toast)| toast.kind != ToastKind::Danger).unwrap_or(0);
                shown.remove(oldest);
            }
        });
        id
    }

    /// Takes a message away.
    pub fn dismiss(self, id: u32) {
        self.shown.update(|shown| shown.retain(|(other, _)| *other != id));
    }
}

/// The way to show a message, from anywhere below [`super::provide`].
pub fn use_toasts() -> Toasts {
    expect_context()
}
