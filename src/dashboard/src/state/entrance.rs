//! The pages for which nobody has to be signed in: where mailed links lead, and "Forgot password?". They lie outside the
//! router, because they are shown before it is known who is signed in, if anybody is.

use super::base;
use crate::behaviour::listen;
use contract::me::{EMAIL_PAGE, INVITATION_PAGE, PASSWORD_RESET_PAGE};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Where one asks for a new password.
pub const FORGOT_PAGE: &str = "/forgot-password";
/// Where help is found; in the app too.
pub const SUPPORT_PAGE: &str = "/support";

/// A page that needs no session. What is in a link is known to who has it and to the API only.
#[derive(Clone, PartialEq, Eq)]
pub enum Outside {
    Invitation(String),
    PasswordReset(String),
    EmailConfirmation(String),
    ForgotPassword,
    Support,
}

/// What has been done outside, to be said at the sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    PasswordSet,
    EmailConfirmed,
}

/// Which of these pages is shown, and what is brought from it to the sign-in.
#[derive(Clone, Copy)]
pub struct Entrance {
    page: RwSignal<Option<Outside>>,
    /// Filled in where an e-mail address is asked for.
    pub email: RwSignal<String>,
    /// What has just been done.
    pub arrival: RwSignal<Option<Arrival>>,
}

impl Outside {
    /// Whether the app has this page too, for who is signed in.
    pub fn is_inside_too(&self) -> bool {
        *self == Self::Support
    }

    /// The page at a path below the base of the app.
    fn of_path(path: &str, base: &str) -> Option<Self> {
        let path = path.strip_prefix(base)?;
        let token = |page: &str| {
            let token = path.strip_prefix(page)?.trim_end_matches('/');
            (!token.is_empty() && !token.contains('/')).then(|| token.to_owned())
        };
        if path.trim_end_matches('/') == FORGOT_PAGE {
            return Some(Self::ForgotPassword);
        }
        if path.trim_end_matches('/') == SUPPORT_PAGE {
            return Some(Self::Support);
        }
        token(INVITATION_PAGE)
            .map(Self::Invitation)
            .or_else(|| token(PASSWORD_RESET_PAGE).map(Self::PasswordReset))
            .or_else(|| token(EMAIL_PAGE).map(Self::EmailConfirmation))
    }
}

/// Gives the entrance to all below.
pub fn provide() -> Entrance {
    let page = RwSignal::new(at_address());
    let entrance = Entrance { page, email: RwSignal::new(String::new()), arrival: RwSignal::new(None) };
    listen::everywhere("popstate", move |_| {
        let now = at_address();
        if page.with_untracked(|page| *page != now) {
            page.set(now);
        }
    });
    provide_context(entrance);
    entrance
}

/// The entrance.
pub fn use_entrance() -> Entrance {
    expect_context()
}

fn at_address() -> Option<Outside> {
    Outside::of_path(&window().location().pathname().ok()?, &base::path())
}

impl Entrance {
    /// The page to be shown instead of the sign-in or the app.
    pub fn page(self) -> Option<Outside> {
        self.page.get()
    }

    /// Goes to where one asks for a new password. A link that led nowhere is not in the history any more.
    pub fn forgot_password(self) {
        let address = base::path() + FORGOT_PAGE;
        let history = window().history();
        let replace = self.page.with_untracked(Option::is_some);
        let _ = history.and_then(|history| match replace {
            true => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
            false => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        });
        self.arrival.set(None);
        self.page.set(Some(Outside::ForgotPassword));
    }

    /// Goes to the sign-in, or to the app when somebody is signed in. What was in the address is in the history no more.
    pub fn leave(self, arrival: Option<Arrival>) {
        let address = base::path() + "/";
        let history = window().history();
        let _ =
            history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
        self.arrival.set(arrival);
        self.page.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, base: &str) -> Option<Outside> {
        Outside::of_path(path, base)
    }

    #[test]
    fn a_mailed_link_leads_to_its_page_wherever_the_app_lies() {
        assert!(page("/invitation/a-b_c", "") == Some(Outside::Invitation("a-b_c".to_owned())));
        assert!(page("/portal/password-reset/x", "/portal") == Some(Outside::PasswordReset("x".to_owned())));
        assert!(page("/email-confirmation/x/", "") == Some(Outside::EmailConfirmation("x".to_owned())));
        assert!(page("/portal/forgot-password", "/portal") == Some(Outside::ForgotPassword));
        assert!(page("/support", "") == Some(Outside::Support));
    }

    #[test]
    fn all_else_is_the_apps() {
        for path in ["/", "/sims", "/invitation", "/invitation/", "/invitation/a/b", "/forgot-password/x"] {
            assert!(page(path, "").is_none(), "{path}");
        }
        assert!(page("/invitation/x", "/portal").is_none());
    }
}
