//! Who is told about the account's SIMs for other reasons: its users who opted in, and those of accounts above.

use super::NotificationsTab;
use crate::pages::told::{above, told};
use crate::t;
use domain::recipient::{Cause, Told};
use leptos::prelude::*;

pub fn others(tab: NotificationsTab) -> impl IntoView {
    let account = tab.account;
    // What the table of the account's own addresses says already is not said again.
    let is_other = move |one: &Told| {
        one.sources.iter().any(|source| source.cause == Cause::OptIn || source.account_id != account)
    };
    let list = move || {
        let answer = tab.state.answer().get()?;
        let tree = tab.page.accounts.tree().get();
        let rows: Vec<_> =
            answer.told.iter().filter(|one| is_other(one)).map(|one| told(one, &tree, None)).collect();
        let empty = rows.is_empty();
        Some(view! {
            {(empty && answer.above == 0).then(|| view! { <p class="told__above">{move || t!("told-nobody-else")}</p> })}
            <ul class="told" hidden=empty aria-labelledby="notifications-others">{rows}</ul>
            {above(answer.above)}
        })
    };
    view! {
        <section class="notifications__part" aria-labelledby="notifications-others">
            <h3 id="notifications-others">{move || t!("notifications-others")}</h3>
            <p class="notifications__about">{move || t!("notifications-others-about")}</p>
            {list}
        </section>
    }
}
