//! A sentence or two inside a page or dialog, about what is around it.

use super::icon::{Icon, IconName};
use leptos::prelude::*;

/// How serious it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    Info,
    Success,
    Warning,
    /// Something failed: read out at once.
    Danger,
}

/// An inline message.
#[component]
pub fn Notice(kind: NoticeKind, children: Children) -> impl IntoView {
    let (class, icon) = match kind {
        NoticeKind::Info => ("notice", IconName::Info),
        NoticeKind::Success => ("notice notice--success", IconName::Success),
        NoticeKind::Warning => ("notice notice--warning", IconName::Warning),
        NoticeKind::Danger => ("notice notice--danger", IconName::Danger),
    };
    view! {
        <div class=class role=(kind == NoticeKind::Danger).then_some("alert")>
            <Icon name=icon />
            <div class="notice__text">{children()}</div>
        </div>
    }
}
