//! The estate between two starts: there at once after a reload, readable by nobody else, gone with the session.

use journeys::{ADMIN, Estate, Name, Person, SLOW_DATABASE, SimList, Stage, VIEWER, iccid, journey};
use serde_json::{Value, json};

/// What the browser has kept: names, and whether one of the values has a text in it.
const LOOK: &str = "
    const [text, done] = arguments;
    const request = indexedDB.open('kept');
    request.onsuccess = () => {
      const database = request.result;
      if (!database.objectStoreNames.contains('kept')) { database.close(); return done({ names: [], readable: false }); }
      const store = database.transaction('kept').objectStore('kept');
      const names = store.getAllKeys(), values = store.getAll();
      values.onsuccess = () => {
        const bytes = values.result.flatMap((value) => (value.sealed ? [new Uint8Array(value.sealed)] : []));
        const readable = bytes.some((bytes) => new TextDecoder('latin1').decode(bytes).includes(text));
        database.close();
        done({ names: names.result, readable });
      };
    };
    request.onerror = () => done({ names: [], readable: false });";

/// Keeps the page from finding out by itself that the server is back: by looking every few seconds, or from the event stream.
const LEFT_ALONE: &str = "
    const wait = window.setTimeout;
    window.setTimeout = (act, milliseconds, ...more) =>
        milliseconds === 10000 ? 0 : wait(act, milliseconds, ...more);
    window.EventSource = class { close() {} };";

fn kept(person: &Person) -> Value {
    person.run_async(LOOK, &json!(["Northgate"]))
}

/// Waits until the list is kept.
fn is_kept(person: &Person) {
    person.wait_until("the estate is kept", || {
        kept(person)["names"].as_array().is_some_and(|names| names.contains(&json!("about")))
    });
}

/// Somebody has the list kept, and loads the page again, with a script slipped in, while the server does as `faults` say.
fn reloads_with(stage: &mut Stage, script: &str, faults: &Value) -> SimList {
    let list = SimList::opened(stage, ADMIN, "/sims");
    let ann = &list.person;
    is_kept(ann);
    ann.expects_trouble();
    stage.slip_in(script);
    stage.api(ADMIN).post("/api/v1/faults", faults).expect(200);
    ann.reload();
    ann.find("region", "Offline").shows("The server cannot be reached.");
    list.status().shows("400 SIMs");
    list
}

#[test]
fn a_reload_shows_the_list_without_reading_it_again() {
    journey(Estate::of(2_000).flag("--faults"), |stage| {
        let api = stage.api(ADMIN);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        is_kept(ann);
        assert_eq!(kept(ann)["readable"], false);
        let sim = api.all_sims()[0].clone();
        let path = format!("/api/v1/sims/{}", sim["id"]);
        let etag = api.get(&path).header("etag").map(str::to_owned).unwrap_or_default();
        let change = json!({ "label": "Changed meanwhile" });
        api.send("PATCH", &path, Some(&change), &[("If-Match", &etag)]).expect(200);
        // Nobody could read the list from the server now.
        api.post("/api/v1/faults", &json!({ "fail_rate": 1.0, "path": "/sims/columns" })).expect(200);
        ann.expects_trouble();
        ann.reload();
        list.status().shows("2,000 SIMs");
        list.sim(iccid(&sim)).appears();
        list.grid().shows("Changed meanwhile");
    });
}

#[test]
fn nothing_is_left_after_signing_out() {
    journey(Estate::of(400), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        is_kept(ann);
        ann.find("button", Name::containing("Your profile")).click();
        ann.find("dialog", "Your profile").find("button", "Sign out").click();
        ann.find("heading", "Sign in").appears();
        ann.comes_to("what is kept", json!([]), || kept(ann)["names"].clone());
    });
}

#[test]
fn without_the_server_the_list_can_be_read_and_not_changed() {
    journey(Estate::of(400).flag("--faults"), |stage| {
        let api = stage.api(ADMIN);
        let list = reloads_with(stage, LEFT_ALONE, &json!({ "fail_rate": 1.0 }));
        let ann = &list.person;
        list.is_loaded();
        let first = list.in_sight()[0].clone();
        list.sim(&first).click();
        list.has_selected(&[&first]);
        assert!(!ann.find("button", "Move to account…").exists());
        api.post("/api/v1/faults", &json!({})).expect(200);
        let banner = ann.find("region", "Offline");
        banner.find("button", "Try again").click();
        banner.disappears();
        ann.find("button", "Move to account…").appears();
    });
}

/// A browser that is slow to open its database is no reason to show nothing while the server does not answer either.
#[test]
fn what_is_kept_is_looked_for_as_long_as_the_server_does_not_answer() {
    journey(Estate::of(400).flag("--faults"), |stage| {
        reloads_with(stage, SLOW_DATABASE, &json!({ "fail_rate": 1.0, "latency_ms": 600 }));
    });
}

#[test]
fn another_person_finds_nothing_of_it() {
    journey(Estate::of(400), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        is_kept(ann);
        // Somebody else signs in elsewhere in this browser: the cookie is theirs.
        let sign_in = "
            const [email, done] = arguments;
            fetch('/api/v1/session', {
              method: 'POST', headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({ email, password: 'simgrove-demo' }),
            }).then(() => done());";
        let before = kept(ann)["names"].clone();
        ann.run_async(sign_in, &json!([VIEWER.email]));
        ann.reload();
        list.is_loaded();
        ann.wait_until("what was kept is gone", || kept(ann)["names"] != before);
    });
}
