//! Seeing the app as an account below does. What tells of it meanwhile, and ends it, stands above every page.

use super::context::AccountsPage;
use crate::text;
use crate::ui::toast::{Toast, ToastKind};
use domain::account::AccountId;

pub fn begin(page: AccountsPage, id: AccountId) {
    page.scope.spawn(async move {
        if let Err(error) = page.session.begin_view(id).await {
            page.toasts.show(Toast::new(ToastKind::Danger, text::problem(&error)));
        }
    });
}
