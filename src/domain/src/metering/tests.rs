use super::*;
use crate::cap::alert_for;
use proptest::prelude::*;

/// One thing that happens to a SIM.
#[derive(Clone, Debug)]
enum Event {
    Report(u64),
    Set { cap: Option<u64>, alert: Option<u64>, hard: bool },
    Lift(u64),
    EndLift,
    Suspend,
    Resume,
    Open,
    Close,
    Period,
}

fn meter(levels: Levels, hard_cap: HardCap) -> Meter {
    let setting = LevelSetting { levels, hard_cap, regular_cap: None };
    Meter { status: Status::Active, usage: 0, setting, in_session: false, noticed: Noticed::default() }
}

fn happen(meter: Meter, event: &Event) -> Meter {
    match *event {
        Event::Report(bytes) => meter.report(bytes),
        Event::Set { cap, alert, hard } => {
            let Ok(levels) = (Levels { cap, alert }).check() else { return meter };
            let hard_cap = meter.setting.hard_cap.wished(hard);
            meter.set(LevelSetting { levels, hard_cap, regular_cap: None })
        }
        Event::Lift(cap) => meter.setting.lifted(cap).map_or(meter, |setting| meter.set(setting)),
        Event::EndLift => meter.set(meter.setting.regular()),
        Event::Suspend => meter.status.suspend().map_or(meter, |status| meter.serve(status)),
        Event::Resume => {
            let resumed = meter.status.resume(meter.usage, meter.setting.levels);
            resumed.map_or(meter, |status| meter.serve(status))
        }
        Event::Open => meter.open_session(),
        Event::Close => meter.close_session(),
        Event::Period => meter.begin_period(),
    }
}

/// Small numbers, so that levels are met exactly, undershot and overshot.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let level = || prop::option::of(1u64..60);
    let event = prop_oneof![
        6 => (0u64..30).prop_map(Event::Report),
        2 => (level(), level(), any::<bool>()).prop_map(|(cap, alert, hard)| Event::Set { cap, alert, hard }),
        1 => level().prop_map(|cap| Event::Set { cap, alert: alert_for(cap), hard: true }),
        2 => (1u64..90).prop_map(Event::Lift),
        1 => Just(Event::EndLift),
        1 => Just(Event::Suspend),
        2 => Just(Event::Resume),
        2 => Just(Event::Open),
        1 => Just(Event::Close),
        1 => Just(Event::Period),
    ];
    prop::collection::vec(event, 1..60)
}

proptest! {
    #[test]
    fn no_notice_comes_twice_and_none_is_lost(
        events in events(),
        hard_cap in prop::sample::select(HardCap::ALL),
    ) {
        let mut now = meter(Levels::default(), hard_cap);
        // What people were told, in this period.
        let (mut caps, mut alerts) = (vec![0], vec![0]);
        for event in &events {
            let before = now;
            now = happen(before, event);
            if matches!(event, Event::Period) {
                (caps, alerts) = (vec![0], vec![0]);
            }
            if let Some(Crossing { threshold, level, usage }) = now.notice_since(&before) {
                prop_assert!(now.status.in_service() && usage == now.usage && usage >= level);
                let (told, set) = match threshold {
                    Threshold::Cap => (&mut caps, now.setting.levels.cap),
                    Threshold::Alert => (&mut alerts, now.setting.levels.alert),
                };
                prop_assert!(Some(level) == set && told.last() < Some(&level), "told again of {level}");
                told.push(level);
            }
            if now.status.in_service() {
                let Levels { cap, alert } = now.setting.levels;
                if let Some(cap) = cap.filter(|cap| now.usage >= *cap) {
                    prop_assert!(caps.last() >= Some(&cap), "nobody was told of the cap");
                } else if let Some(alert) = alert.filter(|alert| now.usage >= *alert) {
                    // Who was told of a cap above it knows more than the alert says.
                    let known = alerts.last().max(caps.last());
                    prop_assert!(known >= Some(&alert), "nobody was told of the alert");
                }
            }
        }
    }

    #[test]
    fn the_state_is_always_explained_by_the_levels(
        events in events(),
        hard_cap in prop::sample::select(HardCap::ALL),
    ) {
        let mut now = meter(Levels::default(), hard_cap);
        for event in &events {
            let before = now;
            now = happen(before, event);
            let Meter { status, usage, setting, in_session, .. } = now;
            prop_assert_eq!(setting.levels.check(), Ok(setting.levels));
            prop_assert_eq!(setting.levels.status_after(status, usage), status);
            prop_assert_eq!(now.settled(), now, "one step is enough");
            let over = setting.levels.cap.is_some_and(|cap| usage >= cap);
            prop_assert!(!(in_session && over && setting.hard_cap == HardCap::On), "a session that was cut is open");
            if in_session && !before.in_session {
                prop_assert!(matches!(before.status, Status::Active | Status::Alerted));
            }
            if before.in_session && !in_session {
                prop_assert!(matches!(event, Event::Close) || (over && setting.hard_cap == HardCap::On));
            }
        }
    }

    #[test]
    fn a_lift_never_outlives_its_period(events in events()) {
        let mut now = meter(Levels { cap: Some(20), alert: Some(16) }, HardCap::Off);
        // What the cap is without any lift.
        let mut regular = Some(20);
        for event in &events {
            now = happen(now, event);
            if let Event::Set { cap, alert, .. } = event
                && (Levels { cap: *cap, alert: *alert }).check().is_ok()
            {
                regular = *cap;
            }
            prop_assert_eq!(now.setting.regular().levels.cap, regular);
            match now.setting.regular_cap {
                Some(cap) => prop_assert!(now.setting.levels.cap > Some(cap)),
                None => prop_assert_eq!(now.setting.levels.cap, regular),
            }
            if matches!(event, Event::Period) {
                prop_assert_eq!(now.setting.regular_cap, None);
                prop_assert!(now.usage == 0 && now.noticed == Noticed::default());
                prop_assert!(!matches!(now.status, Status::Alerted | Status::Blocked));
            }
        }
    }
}

#[test]
fn a_report_that_jumps_over_both_levels_gives_one_notice() {
    let start = meter(Levels { cap: Some(100), alert: Some(80) }, HardCap::Off).open_session();
    let over = start.report(150);
    let notice = over.notice_since(&start).unwrap();
    assert_eq!((notice.threshold, notice.level, notice.usage), (Threshold::Cap, 100, 150));
    assert_eq!((over.status, over.in_session), (Status::Blocked, true));
    // Raised over the usage: the alert below it was passed and is old news.
    let setting = LevelSetting { levels: Levels { cap: Some(200), alert: Some(80) }, ..over.setting };
    let raised = over.set(setting);
    assert_eq!((raised.status, raised.notice_since(&over)), (Status::Alerted, None));
}

#[test]
fn what_nobody_was_told_while_suspended_is_told_on_resuming() {
    let suspended =
        meter(Levels { cap: Some(100), alert: None }, HardCap::On).open_session().serve(Status::Suspended);
    assert!(suspended.in_session);
    let late = suspended.report(120);
    assert_eq!((late.status, late.in_session), (Status::Suspended, false));
    assert_eq!(late.notice_since(&suspended), None);
    let resumed = late.serve(Status::Active);
    assert_eq!(resumed.status, Status::Blocked);
    assert_eq!(resumed.notice_since(&late).map(|notice| notice.level), Some(100));
}

#[test]
fn who_is_terminated_has_no_session_and_is_told_of_nothing() {
    let start = meter(Levels { cap: Some(100), alert: Some(80) }, HardCap::Off).open_session();
    assert!(start.serve(Status::Suspended).in_session, "it goes on until it ends");
    let ended = start.serve(Status::Terminated);
    let late = ended.report(150);
    assert_eq!((ended.in_session, late.status), (false, Status::Terminated));
    assert_eq!(late.notice_since(&ended), None);
}

#[test]
fn a_lift_that_is_ended_early_tells_of_the_cap_below_the_usage() {
    let start = meter(Levels { cap: Some(500), alert: Some(400) }, HardCap::Off).report(450);
    let lifted = start.set(start.setting.lifted(700).unwrap());
    assert_eq!((lifted.setting.levels.cap, lifted.setting.regular_cap), (Some(700), Some(500)));
    let used = lifted.report(100);
    assert_eq!((used.status, used.notice_since(&lifted)), (Status::Alerted, None));
    let ended = used.set(used.setting.regular());
    assert_eq!(ended.status, Status::Blocked);
    assert_eq!(ended.notice_since(&used).map(|notice| notice.level), Some(500));
}

#[test]
fn what_cannot_be_lifted() {
    let setting = |cap| meter(Levels { cap, alert: None }, HardCap::Off).setting;
    assert_eq!(setting(None).lifted(100), Err(LiftError::NoCap));
    assert_eq!(setting(Some(100)).lifted(100), Err(LiftError::NotAboveCap));
    assert_eq!(setting(Some(100)).lifted(LARGEST_LEVEL + 1), Err(LiftError::TooLarge));
    // An alert that only the higher cap allowed comes down with it.
    let mut lifted = setting(Some(500)).lifted(900).unwrap();
    lifted.levels.alert = Some(800);
    assert_eq!(lifted.lifted(700).unwrap().levels, Levels { cap: Some(700), alert: Some(560) });
    assert_eq!(lifted.regular().levels, Levels { cap: Some(500), alert: Some(400) });
}
