use super::*;
use crate::demo::fleet::Fleet;

fn making() -> Making {
    Making { seed: 7, at: "2026-11-22T10:00:00Z".parse().unwrap() }
}

/// The pasts of a fleet, and the SIMs that have none.
fn pasts(count: usize) -> Vec<(Sim, Option<Past>)> {
    let making = making();
    let mut fleet = Fleet::new(making.seed, making.at);
    let made = std::iter::repeat_with(|| fleet.next_sim()).take(count);
    made.map(|sim| {
        let past = Before::of(&sim).map(|before| Past::new(making, before));
        (sim, past)
    })
    .collect()
}

/// The months before the one of the making, and that one.
fn months() -> Vec<Period> {
    let made_in = Period::of(making().at);
    (0..13).map(|back| Period::from_index(made_in.index() - back)).collect()
}

#[test]
fn days_add_up_to_their_month() {
    for (sim, past) in pasts(2_000) {
        let Some(past) = past else { continue };
        for month in months() {
            let days = past.days(month);
            assert_eq!(days.iter().map(|(_, bytes)| bytes).sum::<u64>(), past.month_total(month), "{sim:?}");
            for (day, _) in days {
                assert!(month.days().contains(&day) && day <= making().at.day());
                assert!(day >= sim.activated_on.unwrap().day(), "{sim:?}");
            }
        }
        assert_eq!(past.month_total(months()[0]), sim.usage_bytes);
        assert_eq!(past.month_total(months()[0].next()), 0);
    }
}

#[test]
fn there_is_a_past_for_those_who_were_there() {
    let pasts = pasts(2_000);
    assert!(pasts.iter().any(|(_, past)| past.is_none()));
    for (sim, past) in &pasts {
        assert_eq!(past.is_some(), sim.last_seen.is_some(), "{sim:?}");
    }
    let last_month: u64 =
        pasts.iter().filter_map(|(_, past)| *past).map(|past| past.month_total(months()[1])).sum();
    let this_month: u64 = pasts.iter().map(|(sim, _)| sim.usage_bytes).sum();
    assert!(last_month > this_month / 2 && last_month < this_month * 2, "{last_month} {this_month}");
}

#[test]
fn it_is_the_same_each_time_and_not_for_each() {
    let (one, again) = (pasts(50), pasts(50));
    for ((_, one), (_, again)) in one.iter().zip(&again) {
        let days = |past: &Option<Past>| past.map(|past| past.days(months()[2]));
        assert_eq!(days(one), days(again));
    }
    let all: std::collections::HashSet<u64> =
        one.iter().filter_map(|(_, past)| *past).map(|past| past.month_total(months()[1])).collect();
    assert!(all.len() > 40);
}

#[test]
fn sessions_follow_each_other_and_carry_what_was_used() {
    for (sim, past) in pasts(500) {
        let Some(past) = past else { continue };
        let sessions = past.sessions(making().at, usize::MAX);
        let mut later = making().at;
        for session in &sessions {
            assert!(session.began_at < session.ended_at && session.ended_at <= later, "{sim:?} {session:?}");
            later = session.began_at;
        }
        let this_month = months()[0];
        let carried: u64 = sessions
            .iter()
            .filter(|session| Period::of(session.began_at) == this_month)
            .map(|session| session.bytes)
            .sum();
        assert_eq!(carried, sim.usage_bytes, "{sim:?}");
        if let Some(second) = sessions.get(1) {
            assert_eq!(past.sessions(sessions[0].began_at, 1), [*second]);
        }
    }
}
