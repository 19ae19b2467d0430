//! Which passwords are taken.

use crate::app::App;
use crate::http::failure::Failure;
use contract::problem::{FieldCode, ProblemCode};
use contract::session::User;
use domain::user::{PASSWORD_LEAST, PASSWORD_MOST};
use zxcvbn::{Score, zxcvbn};

/// Checks a password that somebody chooses, and gives the hash to keep. What is known of the person does not make it
/// stronger.
pub async fn hash(app: &App, user: &User, pointer: &str, password: String) -> Result<String, Failure> {
    let length = password.chars().count();
    if length < PASSWORD_LEAST {
        return Err(Failure::invalid(pointer, FieldCode::TooShort));
    }
    if length > PASSWORD_MOST {
        return Err(Failure::invalid(pointer, FieldCode::TooLong));
    }
    let known = known_words(user);
    let guessed = {
        let password = password.clone();
        tokio::task::spawn_blocking(move || {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            zxcvbn(&password, &known).score() < Score::Three
                || zxcvbn(&without(&password, &known), &[]).score() < Score::Three
        })
    };
    if guessed.await.map_err(|_| Failure::new(ProblemCode::Internal))? {
        return Err(Failure::invalid(pointer, FieldCode::WeakPassword));
    }
    app.passwords.hash_chosen(password).await.map_err(|error| {
        tracing::error!(%error, "a password could not be hashed");
        Failure::new(ProblemCode::Internal)
    })
}

/// A password without what is known of the person: strung together, a few known words count as many guesses.
fn without(password: &str, known: &[&str]) -> String {
    known.iter().fold(password.to_lowercase(), |rest, word| rest.replace(word, ""))
}

/// Name and e-mail address as a whole and in their parts.
fn known_words(user: &User) -> Vec<String> {
    let parts = [&user.name, &user.email].map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let parts = parts.into_iter().flatten().filter(|part| part.chars().count() > 2).map(str::to_lowercase);
    [user.name.to_lowercase(), user.email.to_lowercase(), "simgrove".to_owned()]
        .into_iter()
        .chain(parts)
        .collect()
}
