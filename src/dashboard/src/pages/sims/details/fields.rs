//! The fields of a SIM that nobody edits here, and its usage.

use super::Details;
use super::copy::copy_button;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::usage_bar::UsageBar;
use domain::estate::order::Column;
use domain::sim::{HardCap, Sim};
use leptos::prelude::*;

/// A field: its name, how it is read, and whether it can be copied.
type Field = (Column, fn(&Sim) -> String, bool);

const FIELDS: [Field; 12] = [
    (Column::Iccid, |sim| sim.iccid.clone(), true),
    (Column::Imsi, |sim| sim.imsi.clone(), true),
    (Column::Msisdn, |sim| sim.msisdn.clone(), true),
    (Column::Imei, |sim| sim.imei.clone().unwrap_or_default(), true),
    (Column::Ip, |sim| sim.ip_address.map(|ip| ip.to_string()).unwrap_or_default(), true),
    (Column::InSession, |sim| if sim.in_session { t!("yes") } else { t!("no") }, false),
    (Column::LastSeen, |sim| sim.last_seen.map_or_else(|| t!("never"), format::time), false),
    (Column::Operator, |sim| sim.operator.clone(), false),
    (Column::Tariff, |sim| sim.tariff.clone(), false),
    (Column::HardCap, hard_cap, false),
    (Column::Activated, |sim| sim.activated_on.map(format::date).unwrap_or_default(), false),
    (Column::Status, |sim| text::status(sim.status), false),
];

fn hard_cap(sim: &Sim) -> String {
    match sim.hard_cap {
        HardCap::On => t!("yes"),
        HardCap::Off => t!("no"),
        HardCap::Unsupported => t!("unsupported"),
    }
}

/// Usage in the period against its levels.
pub fn usage_bar(details: Details) -> impl IntoView {
    let of = move |read: fn(&Sim) -> Option<u64>| Signal::derive(move || details.of(read).flatten());
    let usage = Signal::derive(move || details.of(|sim| sim.usage_bytes).unwrap_or_default());
    view! {
        <section class="sim-details__usage" aria-label=move || t!("usage-in-period")>
            <UsageBar usage cap=of(|sim| sim.cap_bytes) alert=of(|sim| sim.alert_bytes)/>
        </section>
    }
}

/// The fields with their names.
pub fn fields(details: Details) -> impl IntoView {
    let account = move || {
        let tree = details.page.estate.accounts().get();
        let path =
            details.of(|sim| tree.path(sim.account_id).iter().map(|account| account.name.clone()).collect());
        path.map(|path: Vec<String>| path.join(" › ")).unwrap_or_default()
    };
    let row = |(column, read, copied): Field| {
        let name = Signal::derive(move || text::column(column));
        let value = Memo::new(move |_| details.of(read).unwrap_or_default());
        let empty = move || value.with(String::is_empty);
        view! {
            <div>
                <dt>{move || name.get()}</dt>
                <dd class:is-empty=empty>
                    <span>{move || if empty() { "–".to_owned() } else { value.get() }}</span>
                    {copied.then(|| copy_button(details, name, read))}
                </dd>
            </div>
        }
    };
    view! {
        <dl class="sim-details__fields">
            <div>
                <dt>{move || text::column(Column::Account)}</dt>
                <dd>{account}</dd>
            </div>
            {FIELDS.into_iter().map(row).collect_view()}
        </dl>
    }
}
