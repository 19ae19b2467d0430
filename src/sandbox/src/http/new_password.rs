//! Which passwords are taken.

use crate::app::App;
use crate::http::failure::Failure;
use crate::strength;
use contract::problem::{FieldCode, ProblemCode};
use contract::session::User;
use contract::strength::TAKEN;
use domain::user::{PASSWORD_LEAST, PASSWORD_MOST};

/// Checks a password that somebody chooses, and gives the hash to keep.
pub async fn hash(app: &App, user: &User, pointer: &str, password: String) -> Result<String, Failure> {
    let length = password.chars().count();
    if length < PASSWORD_LEAST {
        return Err(Failure::invalid(pointer, FieldCode::TooShort));
    }
    if length > PASSWORD_MOST {
        return Err(Failure::invalid(pointer, FieldCode::TooLong));
    }
    let known = strength::known_words([user.name.as_str(), user.email.as_str()]);
    let judged = {
        let password = password.clone();
        tokio::task::spawn_blocking(move || strength::judge(&password, &known))
    };
    if judged.await.map_err(|_| Failure::new(ProblemCode::Internal))?.score < TAKEN {
        return Err(Failure::invalid(pointer, FieldCode::WeakPassword));
    }
    app.passwords.hash_chosen(password).await.map_err(|error| {
        tracing::error!(%error, "a password could not be hashed");
        Failure::new(ProblemCode::Internal)
    })
}
