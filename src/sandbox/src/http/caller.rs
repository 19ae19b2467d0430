//! Who asks, and what that allows. No route of the API is reached without one, except those that say so in
//! [`crate::http::router`].

use crate::audit::Actor;
use crate::http::failure::Failure;
use crate::store::accounts::Scope;
use crate::store::brandings;
use crate::store::operations::Hand;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use contract::bulk::Author;
use contract::problem::ProblemCode;
use contract::session::{Session, User, View};
use domain::permission::{Permission, Role};
use domain::time::Timestamp;
use rusqlite::Connection;
use std::sync::Arc;

/// Nobody's id: what is kept for a person is not found under it.
const NOBODY: u32 = 0;

/// A person who is signed in, or an API token in the place of one.
#[derive(Clone)]
pub struct Caller {
    /// As whom it acts. While there is a view, that is nobody in particular of the viewed account.
    pub user: User,
    /// Who it really is.
    pub person: u32,
    pub view: Option<View>,
    /// The API token in place of the person. The user is then who made it, as if it belonged to the token's account and had
    /// its role.
    pub token: Option<Author>,
    /// The part of the tree that the person sees.
    pub scope: Arc<Scope>,
    /// Of the session; of the token where there is one, and then no session is found by it.
    pub session_hash: [u8; 32],
    pub csrf_token: String,
    pub expires_at: Timestamp,
    /// The account requires two-factor sign-in, and the user has not set it up.
    pub two_factor_setup_required: bool,
}

impl Caller {
    /// Refuses what the role does not allow.
    pub fn require(&self, permission: Permission) -> Result<(), Failure> {
        if self.user.role.may(permission) { Ok(()) } else { Err(Failure::new(ProblemCode::Forbidden)) }
    }

    /// Whether it sees the bulk operations of others in its scope.
    pub fn sees_all_operations(&self) -> bool {
        self.user.role.may(Permission::SeeAllOperations)
    }

    /// Whose its operations are.
    pub fn hand(&self) -> Hand {
        Hand { user: self.user.id, token: self.token.as_ref().map(|token| token.id) }
    }

    /// Who acts, as the audit log tells it.
    pub fn actor(&self) -> Actor {
        Actor {
            user: Some(Author { id: self.person, name: self.user.name.clone() }),
            token: self.token.clone(),
            viewed_as: self.view.as_ref().map(|view| view.account_id),
        }
    }

    /// The session as the wire tells it.
    pub fn session(&self, connection: &Connection) -> rusqlite::Result<Session> {
        Ok(Session {
            user: User { id: self.person, ..self.user.clone() },
            view: self.view.clone(),
            csrf_token: self.csrf_token.clone(),
            expires_at: self.expires_at,
            two_factor_setup_required: self.two_factor_setup_required,
            branding: brandings::shown(connection, self.user.account_id)?,
            token: None,
        })
    }

    /// The same person, seeing the app as an account.
    pub fn viewing(self, scope: Scope) -> Self {
        let account_id = scope.top();
        let account_name = scope.tree().name(account_id).to_owned();
        Self {
            user: User { id: NOBODY, role: Role::ViewOnly, account_id, ..self.user },
            view: Some(View { account_id, account_name }),
            scope: Arc::new(scope),
            ..self
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Failure::new(ProblemCode::SessionExpired))
    }
}
