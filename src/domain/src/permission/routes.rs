//! The routes of the API: who gets where. One table, which a test of the sandbox walks from the first row to the last, for
//! every role and for what lies in the own account, below, above, beside, or nowhere.

use super::{Permission, Role};

/// How a route is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// By nothing but what the caller knows, such as a mailed token: nobody needs to be signed in.
    Open,
    /// The role is asked for first: who lacks it learns nothing about what the path names.
    Role(Permission),
    /// What is not seen is not found; what is seen may still be forbidden.
    Seen(Permission),
    /// Without the permission it is as if it did not exist.
    Hidden(Permission),
}

/// Of whom a route can name something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It names nothing that belongs to an account.
    Nothing,
    /// Of the own account and of those below.
    Scope,
    /// Of the own account only.
    Account,
    /// Of the own account, of those below and of those above.
    Line,
}

/// Where what is named lies, as the caller sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Own,
    Below,
    Above,
    Beside,
    Nowhere,
}

/// How a request is answered that is in order otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Done,
    /// 403
    Forbidden,
    /// 404
    NotFound,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub guard: Guard,
    pub reach: Reach,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 5] = [Self::Own, Self::Below, Self::Above, Self::Beside, Self::Nowhere];
}

impl Reach {
    fn covers(self, place: Place) -> bool {
        match self {
            Self::Nothing => true,
            Self::Scope => matches!(place, Place::Own | Place::Below),
            Self::Account => place == Place::Own,
            Self::Line => matches!(place, Place::Own | Place::Below | Place::Above),
        }
    }
}

impl Route {
    /// Whether it answers somebody who sees the app as an account below the own: what changes nothing does, but for what
    /// is the person's own, and so does what ends the view or the session.
    pub fn is_open_to_views(&self) -> bool {
        match (self.method, self.path) {
            ("DELETE", "/session" | "/session/view")
            | ("POST", "/sims/search")
            | ("GET", "/me/appearance" | "/me/list-layout" | "/me/support-page") => true,
            (method, path) => method == "GET" && !path.starts_with("/me"),
        }
    }

    /// Whether it answers an API token: not what is a person's own, such as profile, session and saved filters, and not
    /// what gives or takes tokens.
    pub fn is_open_to_tokens(&self) -> bool {
        let first = self.path.split('/').nth(1).unwrap_or_default();
        !matches!(first, "me" | "session" | "filters" | "tokens") && self.path != "/accounts/{id}/tokens"
    }

    /// Whether some callers who are signed in are told that it is not for them.
    pub fn is_for_some(&self) -> bool {
        match self.guard {
            Guard::Role(permission) | Guard::Seen(permission) => {
                permission.least_role() > Role::ViewOnly
                    || !self.is_open_to_views()
                    || !self.is_open_to_tokens()
            }
            Guard::Open | Guard::Hidden(_) => false,
        }
    }

    /// The row of a method and a path as it stands in the table.
    pub fn find(method: &str, path: &str) -> Option<&'static Self> {
        ROUTES.iter().find(|route| route.method == method && route.path == path)
    }

    /// How a caller with a role is answered who names something at a place.
    pub fn answer(&self, role: Role, place: Place) -> Answer {
        let seen = self.reach.covers(place);
        let found = if seen { Answer::Done } else { Answer::NotFound };
        match self.guard {
            Guard::Open => found,
            Guard::Role(permission) if !role.may(permission) => Answer::Forbidden,
            Guard::Seen(permission) if seen && !role.may(permission) => Answer::Forbidden,
            Guard::Hidden(permission) if !role.may(permission) => Answer::NotFound,
            Guard::Role(_) | Guard::Seen(_) | Guard::Hidden(_) => found,
        }
    }
}

const fn route(method: &'static str, path: &'static str, guard: Guard, reach: Reach) -> Route {
    Route { method, path, guard, reach }
}

use Permission::{
    ChangeLifecycle, EditNotes, EditSharedFilters, ManageAccounts, ManageBranding, ManageLabels,
    ManageRecipients, ManageTokens, ManageUsers, OwnProfile, SeeAllOperations, SeeAuditLog, SetLevels,
    SimpleTasks, ViewAsCustomer, ViewSims,
};
use Reach::{Account, Line, Nothing, Scope};

/// Whether a path answers somebody who has to set up two-factor sign-in before anything else.
pub fn serves_two_factor_setup(path: &str) -> bool {
    ["/session", "/me/two-factor"]
        .iter()
        .any(|start| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Every route. Where a body names SIMs, accounts or levels, more can be asked for: what an action needs is
/// [`Permission`]'s to say.
pub const ROUTES: &[Route] = &[
    route("GET", "/health", Guard::Open, Nothing),
    route("POST", "/session", Guard::Open, Nothing),
    route("GET", "/invitations/{token}", Guard::Open, Nothing),
    route("POST", "/invitations/{token}", Guard::Open, Nothing),
    route("POST", "/password-resets", Guard::Open, Nothing),
    route("GET", "/password-resets/{token}", Guard::Open, Nothing),
    route("POST", "/password-resets/{token}", Guard::Open, Nothing),
    route("GET", "/email-confirmations/{token}", Guard::Open, Nothing),
    route("POST", "/email-confirmations/{token}", Guard::Open, Nothing),
    route("POST", "/password-strength", Guard::Open, Nothing),
    route("GET", "/branding", Guard::Open, Nothing),
    route("GET", "/web-app-manifest", Guard::Open, Nothing),
    route("GET", "/images/{id}", Guard::Open, Nothing),
    route("GET", "/support-page", Guard::Open, Nothing),
    route("GET", "/session", Guard::Role(OwnProfile), Nothing),
    route("DELETE", "/session", Guard::Role(OwnProfile), Nothing),
    route("PUT", "/session/view", Guard::Role(ViewAsCustomer), Nothing),
    route("DELETE", "/session/view", Guard::Role(OwnProfile), Nothing),
    route("GET", "/me", Guard::Role(OwnProfile), Nothing),
    route("PATCH", "/me", Guard::Role(OwnProfile), Nothing),
    route("POST", "/me/password", Guard::Role(OwnProfile), Nothing),
    route("POST", "/me/email", Guard::Role(OwnProfile), Nothing),
    route("GET", "/me/sessions", Guard::Role(OwnProfile), Nothing),
    route("DELETE", "/me/sessions", Guard::Role(OwnProfile), Nothing),
    route("GET", "/me/two-factor", Guard::Role(OwnProfile), Nothing),
    route("POST", "/me/two-factor", Guard::Role(OwnProfile), Nothing),
    route("POST", "/me/two-factor/confirmation", Guard::Role(OwnProfile), Nothing),
    route("POST", "/me/two-factor/recovery-codes", Guard::Role(OwnProfile), Nothing),
    route("POST", "/me/two-factor/removal", Guard::Role(OwnProfile), Nothing),
    route("GET", "/me/appearance", Guard::Role(ViewSims), Nothing),
    route("PUT", "/me/appearance", Guard::Role(ViewSims), Nothing),
    route("GET", "/me/list-layout", Guard::Role(ViewSims), Nothing),
    route("PUT", "/me/list-layout", Guard::Role(ViewSims), Nothing),
    route("DELETE", "/me/list-layout", Guard::Role(ViewSims), Nothing),
    route("GET", "/me/support-page", Guard::Role(ViewSims), Nothing),
    route("PUT", "/me/notifications-read", Guard::Role(ViewSims), Nothing),
    route("GET", "/notifications", Guard::Role(ViewSims), Scope),
    route("GET", "/accounts", Guard::Role(ViewSims), Nothing),
    route("POST", "/accounts", Guard::Role(ManageAccounts), Nothing),
    route("GET", "/accounts/{id}", Guard::Role(ViewSims), Scope),
    route("PATCH", "/accounts/{id}", Guard::Role(ManageAccounts), Scope),
    route("DELETE", "/accounts/{id}", Guard::Role(ManageAccounts), Scope),
    route("POST", "/accounts/{id}/users", Guard::Role(ManageUsers), Scope),
    route("GET", "/users", Guard::Role(ManageUsers), Scope),
    route("GET", "/users/{id}", Guard::Role(ManageUsers), Scope),
    route("PATCH", "/users/{id}", Guard::Role(ManageUsers), Scope),
    route("DELETE", "/users/{id}", Guard::Role(ManageUsers), Scope),
    route("DELETE", "/users/{id}/two-factor", Guard::Role(ManageUsers), Scope),
    route("POST", "/users/{id}/invitation", Guard::Role(ManageUsers), Scope),
    route("DELETE", "/users/{id}/invitation", Guard::Role(ManageUsers), Scope),
    route("GET", "/accounts/{id}/tokens", Guard::Role(ManageTokens), Scope),
    route("POST", "/accounts/{id}/tokens", Guard::Role(ManageTokens), Scope),
    route("DELETE", "/tokens/{id}", Guard::Role(ManageTokens), Scope),
    route("GET", "/audit-log", Guard::Role(SeeAuditLog), Scope),
    route("GET", "/sim-history", Guard::Role(SeeAuditLog), Scope),
    route("GET", "/accounts/{id}/recipients", Guard::Role(ManageRecipients), Scope),
    route("POST", "/accounts/{id}/recipients", Guard::Role(ManageRecipients), Scope),
    route("GET", "/accounts/{id}/branding", Guard::Role(ManageBranding), Scope),
    route("PUT", "/accounts/{id}/branding", Guard::Role(ManageBranding), Scope),
    route("POST", "/accounts/{id}/images", Guard::Role(ManageBranding), Scope),
    route("GET", "/accounts/{id}/support", Guard::Role(ManageBranding), Scope),
    route("PUT", "/accounts/{id}/support", Guard::Role(ManageBranding), Scope),
    route("POST", "/accounts/{id}/support/preview", Guard::Role(ManageBranding), Scope),
    route("GET", "/recipients/{id}", Guard::Role(ManageRecipients), Scope),
    route("PATCH", "/recipients/{id}", Guard::Role(ManageRecipients), Scope),
    route("DELETE", "/recipients/{id}", Guard::Role(ManageRecipients), Scope),
    route("GET", "/sims/{id}/recipients", Guard::Role(ManageRecipients), Scope),
    route("PUT", "/sims/{id}/recipients/{recipient_id}", Guard::Role(ManageRecipients), Scope),
    route("DELETE", "/sims/{id}/recipients/{recipient_id}", Guard::Role(ManageRecipients), Scope),
    route("GET", "/overview", Guard::Role(ViewSims), Scope),
    route("GET", "/sims", Guard::Role(ViewSims), Nothing),
    route("GET", "/sims/columns", Guard::Role(ViewSims), Nothing),
    route("GET", "/sims/changes", Guard::Role(ViewSims), Nothing),
    route("POST", "/sims/search", Guard::Role(ViewSims), Nothing),
    route("GET", "/sims/{id}", Guard::Role(ViewSims), Scope),
    route("PATCH", "/sims/{id}", Guard::Role(EditNotes), Scope),
    route("GET", "/sims/{id}/usage", Guard::Role(ViewSims), Scope),
    route("GET", "/sims/{id}/sessions", Guard::Role(ViewSims), Scope),
    route("GET", "/sims/{id}/tests", Guard::Role(ViewSims), Scope),
    route("POST", "/sims/{id}/tests", Guard::Role(SimpleTasks), Scope),
    route("GET", "/sims/{id}/tests/{test_id}", Guard::Role(ViewSims), Scope),
    route("GET", "/sims/{id}/history", Guard::Role(ViewSims), Scope),
    route("PUT", "/sims/{id}/lift", Guard::Role(SetLevels), Scope),
    route("DELETE", "/sims/{id}/lift", Guard::Role(SetLevels), Scope),
    route("GET", "/tags", Guard::Role(ViewSims), Nothing),
    route("POST", "/tags", Guard::Role(ManageLabels), Nothing),
    route("GET", "/tags/{id}", Guard::Role(ViewSims), Line),
    route("PATCH", "/tags/{id}", Guard::Role(ManageLabels), Scope),
    route("DELETE", "/tags/{id}", Guard::Role(ManageLabels), Scope),
    route("POST", "/tags/{id}/merge", Guard::Role(ManageLabels), Scope),
    route("GET", "/categories", Guard::Role(ViewSims), Nothing),
    route("POST", "/categories", Guard::Role(ManageLabels), Nothing),
    route("GET", "/categories/{id}", Guard::Role(ViewSims), Line),
    route("PATCH", "/categories/{id}", Guard::Role(ManageLabels), Scope),
    route("DELETE", "/categories/{id}", Guard::Role(ManageLabels), Scope),
    route("POST", "/categories/{id}/merge", Guard::Role(ManageLabels), Scope),
    route("GET", "/events", Guard::Role(ViewSims), Nothing),
    route("GET", "/filters", Guard::Role(ViewSims), Nothing),
    route("POST", "/filters", Guard::Role(ViewSims), Nothing),
    route("GET", "/filters/{id}", Guard::Seen(ViewSims), Account),
    route("PATCH", "/filters/{id}", Guard::Seen(EditSharedFilters), Account),
    route("DELETE", "/filters/{id}", Guard::Seen(EditSharedFilters), Account),
    route("POST", "/filter-links", Guard::Role(ViewSims), Nothing),
    route("GET", "/filter-links/{id}", Guard::Role(ViewSims), Line),
    route("GET", "/bulk-operations", Guard::Role(ViewSims), Scope),
    route("POST", "/bulk-operations", Guard::Role(ChangeLifecycle), Nothing),
    route("GET", "/bulk-operations/{id}", Guard::Hidden(SeeAllOperations), Scope),
    route("GET", "/bulk-operations/{id}/items", Guard::Hidden(SeeAllOperations), Scope),
    route("GET", "/bulk-operations/{id}/items.csv", Guard::Hidden(SeeAllOperations), Scope),
    route("GET", "/bulk-operations/{id}/reasons", Guard::Hidden(SeeAllOperations), Scope),
    route("POST", "/bulk-operations/{id}/cancel", Guard::Hidden(SeeAllOperations), Scope),
    route("POST", "/bulk-operations/{id}/undo", Guard::Hidden(SeeAllOperations), Scope),
    route("POST", "/bulk-operations/{id}/retry", Guard::Hidden(SeeAllOperations), Scope),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(method: &str, path: &str, role: Role, place: Place) -> Answer {
        Route::find(method, path).unwrap().answer(role, place)
    }

    #[test]
    fn no_route_stands_in_the_table_twice() {
        for (at, route) in ROUTES.iter().enumerate() {
            assert!(
                ROUTES[..at].iter().all(|other| (other.method, other.path) != (route.method, route.path))
            );
        }
    }

    #[test]
    fn without_a_second_factor_only_what_sets_it_up_answers() {
        let served: Vec<&str> =
            ROUTES.iter().map(|route| route.path).filter(|path| serves_two_factor_setup(path)).collect();
        assert!(served.iter().all(|path| path.starts_with("/session") || path.starts_with("/me/two-factor")));
        assert!(served.len() == 10 && !serves_two_factor_setup("/sessions"), "{served:?}");
    }

    #[test]
    fn who_is_told_what() {
        let account = |role, place| answer("PATCH", "/accounts/{id}", role, place);
        assert_eq!(account(Role::User, Place::Nowhere), Answer::Forbidden);
        assert_eq!(account(Role::Admin, Place::Above), Answer::NotFound);
        assert_eq!(account(Role::Admin, Place::Below), Answer::Done);
        let filter = |role, place| answer("DELETE", "/filters/{id}", role, place);
        assert_eq!(filter(Role::User, Place::Below), Answer::NotFound);
        assert_eq!(filter(Role::User, Place::Own), Answer::Forbidden);
        let operation = |role, place| answer("GET", "/bulk-operations/{id}", role, place);
        assert_eq!(operation(Role::User, Place::Own), Answer::NotFound);
        assert_eq!(operation(Role::Admin, Place::Own), Answer::Done);
    }
}
