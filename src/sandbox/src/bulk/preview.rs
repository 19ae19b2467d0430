//! What a bulk request would do.

use crate::bulk::act;
use crate::store::accounts::Scope;
use crate::store::{sim_recipients, sims};
use contract::bulk::{AccountCount, Action, Preview, RecipientEffects, Refusal};
use domain::account::AccountId;
use domain::cap::LevelEffects;
use domain::lifecycle::Reason;
use domain::recipient::left_behind;
use domain::sim::{HardCap, SimId};
use rusqlite::Connection;
use std::collections::HashMap;

/// ICCIDs given for each reason.
const EXAMPLES: usize = 5;

/// Tries the action on each SIM without changing any.
pub fn preview(
    connection: &Connection,
    scope: &Scope,
    action: &Action,
    ids: &[SimId],
) -> rusqlite::Result<Preview> {
    let hard_cap_wished = matches!(action, Action::SetLevels { end_session_at_cap: Some(true), .. });
    let mut changing = 0;
    let mut refused: HashMap<Reason, (u64, Vec<String>)> = HashMap::new();
    let mut accounts: HashMap<AccountId, u64> = HashMap::new();
    let mut effects = LevelEffects::default();
    let mut recipients = RecipientEffects::default();
    for &id in ids {
        let card = sims::find_card(connection, id)?.filter(|card| scope.contains(card.account_id));
        let Some(card) = card else {
            refused.entry(Reason::NotFound).or_default().0 += 1;
            continue;
        };
        *accounts.entry(card.account_id).or_default() += 1;
        match act::act(action, &card, scope) {
            Ok((after, _)) => {
                changing += 1;
                if let Action::MoveToAccount { account_id, keep_recipients } = *action {
                    let set = sim_recipients::of_sim(connection, id)?;
                    let seen = set.iter().any(|(_, owner)| scope.contains(*owner));
                    let left = left_behind(&set, scope.tree(), account_id, keep_recipients);
                    recipients.with += u64::from(seen);
                    recipients.losing += u64::from(!left.is_empty());
                }
                effects.count(card.status, after.status);
                effects.hard_cap_unsupported +=
                    u64::from(hard_cap_wished && card.hard_cap == HardCap::Unsupported);
            }
            Err(reason) => {
                let (count, examples) = refused.entry(reason).or_default();
                *count += 1;
                if examples.len() < EXAMPLES {
                    examples.push(card.iccid);
                }
            }
        }
    }
    let mut refused: Vec<Refusal> =
        refused.into_iter().map(|(reason, (count, examples))| Refusal { reason, count, examples }).collect();
    refused.sort_by_key(|refusal| (std::cmp::Reverse(refusal.count), refusal.reason));
    let mut accounts: Vec<AccountCount> =
        accounts.into_iter().map(|(account_id, count)| AccountCount { account_id, count }).collect();
    accounts.sort_by_key(|one| (std::cmp::Reverse(one.count), one.account_id));
    Ok(Preview {
        total: u64::try_from(ids.len()).unwrap_or(u64::MAX),
        changing,
        refused,
        accounts,
        effects: matches!(action, Action::SetLevels { .. }).then_some(effects),
        recipients: matches!(action, Action::MoveToAccount { .. }).then_some(recipients),
    })
}
