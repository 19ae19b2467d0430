//! What each act has to show, found by plain loops over what `GET /sims` tells: nothing of the dashboard counts here.

use crate::contestant::Contestant;
use journeys::Api;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Rows of the top that are compared.
const TOP: usize = 8;
/// Filters of each kind that are tried.
const TRIES: usize = 3;

struct Account {
    name: String,
    /// None at the top.
    above: Option<u64>,
}

struct Sim {
    iccid: String,
    account_id: u64,
    account: String,
    status: String,
    usage: u64,
    /// What the dashboard's search looks at beside the ICCID.
    searched: [String; 4],
}

pub struct Truth {
    sims: Vec<Sim>,
    accounts_by_id: BTreeMap<u64, Account>,
    pub iccids: Vec<String>,
    pub accounts: Vec<String>,
    pub statuses: Vec<String>,
}

impl Truth {
    /// Reads the estate, page by page: a million rows of JSON at once would not fit.
    pub fn read(api: &Api) -> Self {
        let accounts_by_id = accounts(api);
        let (mut sims, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = api.get(&format!("/api/v1/sims?limit=1000{cursor}")).expect(200);
            sims.extend(
                page["items"].as_array().into_iter().flatten().map(|sim| Sim::of(sim, &accounts_by_id)),
            );
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        let mut truth = Self { sims, accounts_by_id, iccids: vec![], accounts: vec![], statuses: vec![] };
        truth.iccids = truth.chosen(|sim| sim.iccid.chars().skip(14).take(4).collect());
        truth.accounts = truth.chosen(|sim| sim.account.chars().take(3).collect::<String>().to_lowercase());
        truth.statuses = truth.chosen_statuses();
        truth
    }

    /// Everything, in the order of the list.
    pub fn everything(&self) -> Value {
        self.those(|_| true)
    }

    /// Those that a contestant finds by digits: the dashboard's search looks at more than the ICCID.
    pub fn with_digits(&self, contestant: Contestant, digits: &str) -> Value {
        self.those(|sim| sim.has_digits(contestant, digits))
    }

    pub fn with_account(&self, part: &str) -> Value {
        self.those(|sim| sim.account.to_lowercase().contains(part))
    }

    /// Those of an account and of all below it.
    pub fn below(&self, account: u64) -> Value {
        let above = |id: &u64| self.accounts_by_id.get(id)?.above;
        self.those(|sim| std::iter::successors(Some(sim.account_id), above).any(|id| id == account))
    }

    pub fn with_status(&self, status: &str) -> Value {
        self.those(|sim| sim.status == status)
    }

    pub fn by_usage(&self, descending: bool) -> Value {
        let mut sims: Vec<&Sim> = self.sims.iter().collect();
        sims.sort_by(|one, other| {
            let order = one.usage.cmp(&other.usage);
            if descending { order.reverse() } else { order }
        });
        json!({ "first": sims.iter().take(TOP).map(|sim| &sim.iccid).collect::<Vec<_>>() })
    }

    pub fn all_selected(&self, all: bool) -> Value {
        json!({ "selected": if all { self.sims.len() } else { 0 } })
    }

    pub fn last(&self) -> Value {
        json!({ "last": self.sims.last().map(|sim| &sim.iccid) })
    }

    fn those(&self, fits: impl Fn(&Sim) -> bool) -> Value {
        let found: Vec<&Sim> = self.sims.iter().filter(|sim| fits(sim)).collect();
        let first: Vec<&String> = found.iter().take(TOP).map(|sim| &sim.iccid).collect();
        json!({ "shown": found.len(), "first": first })
    }

    /// Texts from SIMs here and there, each key of which changes what is found.
    fn chosen(&self, text: impl Fn(&Sim) -> String) -> Vec<String> {
        let mut chosen: Vec<String> = Vec::new();
        let stride = (self.sims.len() / 97).max(1);
        for sim in self.sims.iter().skip(stride / 2).step_by(stride) {
            let text = text(sim);
            let known = |it: &String| it.chars().next() == text.chars().next();
            if chosen.iter().any(known) || !self.narrows_at_each_key(&text) {
                continue;
            }
            chosen.push(text);
            if chosen.len() == TRIES {
                break;
            }
        }
        assert!(!chosen.is_empty(), "in this estate nothing can be looked for key by key");
        chosen
    }

    fn narrows_at_each_key(&self, text: &str) -> bool {
        let digits = text.chars().all(|char| char.is_ascii_digit());
        let count = |part: &str, contestant| {
            let fits = |sim: &&Sim| {
                if digits {
                    sim.has_digits(contestant, part)
                } else {
                    sim.account.to_lowercase().contains(part)
                }
            };
            self.sims.iter().filter(fits).count()
        };
        let ends: Vec<usize> = text.char_indices().map(|(at, char)| at + char.len_utf8()).collect();
        [Contestant::Simgrove, Contestant::AgGrid].iter().all(|&contestant| {
            let mut before = self.sims.len();
            ends.iter().all(|&end| {
                let now = count(&text[..end], contestant);
                std::mem::replace(&mut before, now) > now
            })
        })
    }

    fn chosen_statuses(&self) -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for sim in &self.sims {
            *counts.entry(&sim.status).or_default() += 1;
        }
        counts.into_keys().take(TRIES).map(str::to_owned).collect()
    }
}

impl Sim {
    fn of(sim: &Value, accounts: &BTreeMap<u64, Account>) -> Self {
        let text = |key: &str| sim[key].as_str().unwrap_or_default().to_owned();
        let account_id = sim["account_id"].as_u64().expect("every SIM is in an account");
        Self {
            iccid: text("iccid"),
            account_id,
            account: accounts[&account_id].name.clone(),
            status: text("status"),
            usage: sim["usage_bytes"].as_u64().unwrap_or_default(),
            searched: [text("imsi"), text("msisdn"), text("label"), text("ip_address")],
        }
    }

    fn has_digits(&self, contestant: Contestant, digits: &str) -> bool {
        let more = contestant.is_ours() && self.searched.iter().any(|text| text.contains(digits));
        more || self.iccid.contains(digits)
    }
}

fn accounts(api: &Api) -> BTreeMap<u64, Account> {
    let accounts = api.get("/api/v1/accounts").expect(200);
    let read = |account: &Value| {
        let name = account["name"].as_str()?.to_owned();
        Some((account["id"].as_u64()?, Account { name, above: account["parent_id"].as_u64() }))
    };
    accounts["items"].as_array().into_iter().flatten().filter_map(read).collect()
}
