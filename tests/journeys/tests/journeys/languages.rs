//! German beside English.

use journeys::{ADMIN, Estate, SimList, iccid, journey};
use serde_json::json;

/// German writes it with a comma.
const CAP: u64 = 1_500_000_000;

#[test]
fn german_is_one_choice_away_and_stays_chosen() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let caps_off = api.account("Quayside Vending")["id"].clone();
        let sim = sims.iter().find(|sim| sim["status"] == "active" && sim["account_id"] != caps_off);
        let sim = sim.expect("some are active");
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.find("searchbox", "Search SIMs").fill(iccid(sim));
        list.sim(iccid(sim)).click();
        ann.find("button", "Display").click();
        ann.find("dialog", "Display").find("combobox", "Language").choose("Deutsch");
        ann.press("Escape");
        let german = || {
            ann.find("navigation", "Konten").appears();
            ann.find("region", "SIM-Liste").find_all("status").shows("1 passende SIM");
            ann.find("textbox", "Filtern nach Kontoname").appears();
            ann.find("columnheader", "Datenobergrenze").appears();
            ann.comes_to("the language of the page", "de", || {
                let lang = ann.run("return document.documentElement.lang", &json!([]));
                if lang == "de" { "de" } else { "another" }
            });
        };
        german();
        // The selection is still there, and its actions speak German too.
        ann.find("toolbar", "Ausgewählte SIMs").find("button", "Obergrenze und Warnstufe setzen…").click();
        let dialog = ann.find("dialog", "Datenobergrenze und Datenwarnstufe für 1 SIM");
        dialog.find("textbox", "Datenobergrenze").fill("1,5 GB");
        ann.comes_to("the alert", "1,2 GB".to_owned(), || {
            dialog.find("textbox", "Datenwarnstufe").value().replace('\u{a0}', " ")
        });
        dialog.find("button", "Übernehmen").click();
        dialog.disappears();
        ann.find("region", "Vorgänge").shows("Grenzen von 1 SIM gesetzt");
        ann.comes_to("the cap", Some(CAP), || {
            api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200)["cap_bytes"].as_u64()
        });
        list_shows(&list, "1,5 GB");
        ann.reload();
        german();
        list_shows(&list, "1,5 GB");
        assert!(!ann.find("grid", "SIMs").text().contains("column-"), "a text is missing");
    });
}

#[test]
fn a_german_browser_is_greeted_in_german() {
    journey(Estate::of(50), |stage| {
        let ben = stage.person_speaking("de");
        ben.goto("/");
        if stage.engine() == journeys::Engine::WebKit {
            // It speaks the system's language; the choice stands on the page.
            ben.find("combobox", "Language").choose("Deutsch");
        }
        ben.find("heading", "Anmelden").appears();
        ben.find("button", "Anmelden").click();
        ben.text("Bitte geben Sie Ihre E-Mail-Adresse ein.").appears();
        ben.is_accessible();
    });
}

/// Holds the words back until they are let come, and tells when it is known who is signed in, and that could be seen.
const WORDS_HELD_BACK: &str = "
    const ask = window.fetch;
    const seen = async () => {
        for (let frames = 0; frames < 10; frames += 1) await new Promise(requestAnimationFrame);
    };
    const words = new Promise((come) => { window.__letWordsCome = come; });
    window.fetch = async (what, ...more) => {
        const address = what.url ?? String(what);
        if (address.includes('/locales/')) await words;
        const answer = await ask(what, ...more);
        if (address.endsWith('/session')) seen().then(() => { window.__known = true; });
        return answer;
    };";

#[test]
fn who_is_known_before_there_are_words_sees_nothing_and_then_their_language() {
    journey(Estate::of(50), |stage| {
        stage.api(ADMIN).edit("/api/v1/me", &json!({ "language": "de" }));
        stage.slip_in(WORDS_HELD_BACK);
        let ann = stage.person();
        stage.leads(&ann, ADMIN, "/sims");
        let run = |script: &str| ann.run(script, &json!([]));
        ann.wait_until("it is known who is signed in", || run("return window.__known === true") == true);
        assert_eq!(run("return document.body.innerText.trim()"), "", "nothing can be said yet");
        run("window.__letWordsCome()");
        ann.find("navigation", "Konten").appears();
        assert_eq!(run("return document.documentElement.lang"), "de");
    });
}

#[track_caller]
fn list_shows(list: &SimList, text: &str) {
    list.person.wait_until(&format!("the list shows {text}"), || {
        list.grid().text().replace('\u{a0}', " ").contains(text)
    });
}
