//! An Admin may give another role to somebody who is at work: the pages follow, and this says why.

use crate::state::session::SessionState;
use crate::t;
use crate::text;
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use domain::permission::Role;
use leptos::prelude::*;

/// Tells when the role of who is signed in has changed.
pub fn tell_changes(session: SessionState) {
    let toasts = use_toasts();
    let role = Memo::new(move |_| session.phase.with(|phase| phase.user().map(|user| user.role)));
    Effect::new(move |before: Option<Option<Role>>| {
        let now = role.get();
        if let (Some(Some(before)), Some(now)) = (before, now)
            && before != now
        {
            let told = untrack(|| t!("role-changed", role = text::role(now)));
            toasts.show(Toast::new(ToastKind::Info, told));
        }
        now
    });
}
