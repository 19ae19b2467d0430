//! What a bulk request would do.

use crate::store::accounts::Scope;
use crate::store::{sim_recipients, sims};
use contract::bulk::{Preview, RecipientEffects};
use domain::act::Action;
use domain::act::outlook::Outlook;
use domain::recipient::left_behind;
use domain::sim::SimId;
use rusqlite::Connection;

/// Tries the action on each SIM without changing any.
pub fn preview(
    connection: &Connection,
    scope: &Scope,
    action: &Action,
    ids: &[SimId],
) -> rusqlite::Result<Preview> {
    let mut outlook = Outlook::new(action);
    let mut recipients = RecipientEffects::default();
    for &id in ids {
        let card = sims::find_card(connection, id)?.filter(|card| scope.contains(card.account_id));
        let Some(card) = card else {
            outlook.count_unseen();
            continue;
        };
        let outcome = action.outcome(&card, scope.tree());
        outlook.count(action, &card, &outcome);
        if let (Ok(_), &Action::MoveToAccount { account_id, keep_recipients }) = (outcome, action) {
            let set = sim_recipients::of_sim(connection, id)?;
            let seen = set.iter().any(|(_, owner)| scope.contains(*owner));
            let left = left_behind(&set, scope.tree(), account_id, keep_recipients);
            recipients.with += u64::from(seen);
            recipients.losing += u64::from(!left.is_empty());
        }
    }
    Ok(Preview::new(outlook, matches!(action, Action::MoveToAccount { .. }).then_some(recipients)))
}
