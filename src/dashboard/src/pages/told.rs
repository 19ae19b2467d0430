//! Why somebody is told about alerts, in words.

use crate::t;
use domain::account::AccountTree;
use domain::recipient::{Cause, Source, Told};
use leptos::prelude::*;

/// One reason.
pub fn cause(source: &Source, accounts: &AccountTree) -> String {
    let account = accounts.name(source.account_id).to_owned();
    match source.cause {
        Cause::ThisSim => t!("told-this-sim"),
        Cause::AllSims => t!("told-all-sims", account = account),
        Cause::OptIn => t!("told-opt-in", account = account),
    }
}

/// Who it is and why; `act` stands beside it.
pub fn told(told: &Told, accounts: &AccountTree, act: Option<AnyView>) -> impl IntoView + use<> {
    let causes: Vec<String> = told.sources.iter().map(|source| cause(source, accounts)).collect();
    let (email, name) = (told.email.clone(), told.user.as_ref().map(|user| user.name.clone()));
    view! {
        <li class="told__one">
            <div class="told__who">
                <p class="told__name">
                    {name.map(|name| view! { <strong>{name}</strong> " " })}
                    <span class="told__email">{email}</span>
                </p>
                <p class="told__why">{causes.join(" · ")}</p>
            </div>
            {act}
        </li>
    }
}

/// Those of accounts above, of whom only the number is known.
pub fn above(count: u32) -> impl IntoView {
    (count > 0).then(|| view! { <p class="told__above">{move || t!("told-above", count = count)}</p> })
}
