//! All fields of a SIM, usage first.

use crate::pages::sims::context::SimsPage;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::usage_bar::UsageBar;
use domain::estate::order::Column;
use domain::sim::{HardCap, Sim};
use leptos::prelude::*;

pub fn fields(page: SimsPage, sim: &Sim) -> impl IntoView + use<> {
    let tree = page.estate.accounts().get();
    let path =
        tree.path(sim.account_id).iter().map(|account| account.name.clone()).collect::<Vec<_>>().join(" › ");
    let hard_cap = match sim.hard_cap {
        HardCap::On => t!("yes"),
        HardCap::Off => t!("no"),
        HardCap::Unsupported => t!("unsupported"),
    };
    let seen = sim.last_seen.map_or_else(|| t!("never"), format::time);
    let listed = [
        (Column::Label, sim.label.clone()),
        (Column::Account, path),
        (Column::InSession, if sim.in_session { t!("yes") } else { t!("no") }),
        (Column::LastSeen, seen),
        (Column::Ip, sim.ip_address.map(|ip| ip.to_string()).unwrap_or_default()),
        (Column::Operator, sim.operator.clone()),
        (Column::Tariff, sim.tariff.clone()),
        (Column::HardCap, hard_cap),
        (Column::Imsi, sim.imsi.clone()),
        (Column::Msisdn, sim.msisdn.clone()),
        (Column::Imei, sim.imei.clone().unwrap_or_default()),
        (Column::Activated, sim.activated_on.map(format::date).unwrap_or_default()),
        (Column::Category, sim.category.clone().unwrap_or_default()),
        (Column::Tags, sim.tags.join(", ")),
        (Column::Note, sim.note.clone()),
    ];
    view! {
        <section class="sim-details__usage" aria-label=t!("usage-in-period")>
            <UsageBar usage=sim.usage_bytes cap=sim.cap_bytes alert=sim.alert_bytes/>
        </section>
        <dl class="sim-details__fields">
            {listed.into_iter().map(|(column, value)| {
                let empty = value.is_empty();
                view! {
                    <div>
                        <dt>{text::column(column)}</dt>
                        <dd class:is-empty=empty>{if empty { "–".to_owned() } else { value }}</dd>
                    </div>
                }
            }).collect_view()}
        </dl>
    }
}
