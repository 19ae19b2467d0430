use crate::sandbox::*;
use contract::event::Event;
use serde_json::json;
use std::io::{BufRead as _, BufReader};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Listens on a thread of its own; the channel closes at the end of the stream.
pub fn listen(person: Person) -> Receiver<Event> {
    let (sender, events) = channel();
    let (ready, started) = channel();
    std::thread::spawn(move || {
        let answer = person.open("GET", "/events", &[("accept-encoding", "gzip")], None);
        assert_eq!(answer.headers().get("content-type").unwrap(), "text/event-stream");
        assert!(answer.headers().get("content-encoding").is_none());
        ready.send(()).unwrap();
        for line in BufReader::new(answer.into_body().into_reader()).lines().map_while(Result::ok) {
            let Some(data) = line.strip_prefix("data: ") else { continue };
            if sender.send(serde_json::from_str(data).unwrap()).is_err() {
                break;
            }
        }
    });
    started.recv_timeout(Duration::from_secs(5)).unwrap();
    events
}

/// What is heard until the stream is silent for a second.
pub fn heard(events: &Receiver<Event>) -> Vec<Event> {
    std::iter::from_fn(|| events.recv_timeout(Duration::from_secs(1)).ok()).collect()
}

#[test]
fn changes_are_announced_once_for_many() {
    let sandbox = Sandbox::new(40);
    let admin = sandbox.sign_in(ADMIN);
    let events = listen(sandbox.sign_in(VIEWER));
    for round in 0..30 {
        admin.edit(1 + round % 10, &json!({"note": format!("round {round}")}));
    }
    let heard = heard(&events);
    let versions: Vec<u64> = heard
        .iter()
        .map(|event| match event {
            Event::Estate { version } => *version,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!((1..=8).contains(&versions.len()), "{versions:?}");
    assert!(versions.is_sorted());
    let now = admin.get("/sims/columns?limit=1").expect(200)["version"].as_u64();
    assert_eq!(versions.last().copied(), now);
}

#[test]
fn operations_are_announced_to_whoever_started_them() {
    let sandbox = Sandbox::new(300);
    let (admin, other) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let (own, others) = (listen(sandbox.sign_in(ADMIN)), listen(other));
    let done = admin.carry_out(
        &json!({"move_to_account": {"account_id": ALPINE}}),
        &json!({"matching": {"filter": in_account(LAKESIDE)}}),
    );
    let own = heard(&own);
    assert!(own.contains(&Event::Accounts));
    assert!(own.iter().any(|event| matches!(event, Event::Estate { .. })));
    let last = own.iter().rev().find_map(|event| match event {
        Event::Operation(operation) => Some(serde_json::to_value(operation).unwrap()),
        _ => None,
    });
    assert_eq!(last, Some(done));
    assert!(!heard(&others).iter().any(|event| matches!(event, Event::Operation(_))));
}

#[test]
fn the_stream_ends_with_the_session_and_with_the_program() {
    let mut sandbox = Sandbox::new(10);
    let first = sandbox.sign_in(ADMIN);
    let (cookie, csrf) = (first.cookie.clone(), first.csrf.clone());
    let events = listen(first);
    Person { cookie, csrf, ..sandbox.nobody() }.delete("/session").expect(204);
    assert_eq!(events.recv_timeout(Duration::from_secs(3)), Err(RecvTimeoutError::Disconnected));

    let events = listen(sandbox.sign_in(ADMIN));
    let start = Instant::now();
    sandbox.restart(|_| {});
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
    assert_eq!(events.recv_timeout(Duration::from_secs(1)), Err(RecvTimeoutError::Disconnected));
}

#[test]
fn the_simulator_is_heard() {
    let sandbox = Sandbox::with(200, |config| config.simulate = true);
    let events = listen(sandbox.sign_in(VIEWER));
    let Ok(Event::Estate { version }) = events.recv_timeout(Duration::from_secs(5)) else {
        panic!("silence")
    };
    assert!(version > 1);
}
