//! The app comes in two parts: the first screen needs one, and whoever is quicker than the other one gets what they ask for.

use journeys::{ADMIN, Estate, Person, SLOW_DATABASE, SimList, journey};
use serde_json::json;

/// Keeps the second part from coming by itself.
const HELD_BACK: &str = "
    const ask = window.fetch;
    window.fetch = (address, ...more) =>
        String(address).includes('dashboard-rest-') ? new Promise(() => {}) : ask(address, ...more);";

/// The second part is of use as soon as it is compiled.
const TELLS_WHEN_COMPILED: &str = "
    const compile = WebAssembly.compile;
    WebAssembly.compile = async (bytes) => {
        const module = await compile(bytes);
        setTimeout(() => { window.__compiled = true; });
        return module;
    };";

/// How the second part was asked for, each time that it was: `fetch` by itself, `xmlhttprequest` at once.
fn ways(person: &Person) -> Vec<String> {
    let script = "
        const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('dashboard-rest-'));
        return asked.map(({ initiatorType }) => initiatorType);";
    let ways = person.run(script, &json!([]));
    ways.as_array().into_iter().flatten().filter_map(|it| it.as_str()).map(str::to_owned).collect()
}

#[test]
fn the_first_screen_does_without_the_second_part() {
    journey(Estate::of(300), |stage| {
        stage.slip_in(HELD_BACK);
        let ann = stage.person();
        ann.goto("/");
        ann.find("textbox", "E-mail").fill(ADMIN.email);
        ann.field("Password").fill(ADMIN.password);
        ann.find("button", "Sign in").click();
        let list = SimList { person: ann.clone() };
        list.is_loaded();
        let first = list.first_in_sight(1).remove(0);
        list.sim(&first).click();
        list.has_selected(&[&first]);
        list.header("Usage").find("button", "Usage").click();
        assert!(ways(&ann).is_empty(), "the first screen waited for the second part");
    });
}

/// More SIMs than come before the browser is to have a turn.
#[test]
fn a_large_list_does_without_the_second_part() {
    journey(Estate::of(30_000), |stage| {
        stage.slip_in(HELD_BACK);
        let list = SimList::opened(stage, ADMIN, "/sims");
        assert!(ways(&list.person).is_empty(), "the list waited for the second part");
    });
}

#[test]
fn a_start_with_a_slow_database_does_without_the_second_part() {
    journey(Estate::of(300), |stage| {
        stage.slip_in(&format!("{{{HELD_BACK}}}{SLOW_DATABASE}"));
        let list = SimList::opened(stage, ADMIN, "/sims");
        assert!(ways(&list.person).is_empty(), "the start waited for the second part");
    });
}

/// Exactly one that is there, or several of which the first one is there in another form.
#[test]
fn whatever_languages_a_browser_wishes_for_the_start_does_without_the_second_part() {
    for languages in ["en", "de-DE,de,en-US,en"] {
        journey(Estate::of(300), |stage| {
            stage.slip_in(HELD_BACK);
            let ann = stage.person_speaking(languages);
            stage.leads(&ann, ADMIN, "/sims");
            ann.find_all("rowheader").first().appears();
            ann.find_all("treeitem").first().appears();
            assert!(ways(&ann).is_empty(), "the start waited for the second part ({languages})");
        });
    }
}

#[test]
fn a_start_on_a_phone_in_the_dark_under_a_brand_does_without_the_second_part() {
    journey(Estate::of(300), |stage| {
        stage.slip_in(HELD_BACK);
        stage.api(ADMIN).chooses_looks();
        let list = SimList { person: stage.person() };
        list.person.takes_a_telephone();
        stage.leads(&list.person, ADMIN, "/sims");
        list.is_loaded();
        assert!(ways(&list.person).is_empty(), "the start waited for the second part");
    });
}

#[test]
fn the_second_part_comes_by_itself() {
    journey(Estate::of(300), |stage| {
        stage.slip_in(TELLS_WHEN_COMPILED);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let is_there = || ann.run("return window.__compiled === true", &json!([])) == true;
        ann.wait_until("the second part is there", is_there);
        ann.find("button", "Display").click();
        ann.find("dialog", "Display").find("radio", "Dark").appears();
        ann.press("Escape");
        ann.find("navigation", "Pages").find("link", "Overview").click();
        ann.arrives_at("/overview");
        ann.find("region", "Usage").appears();
        assert_eq!(ways(ann), ["fetch"]);
    });
}

#[test]
fn what_is_asked_for_before_the_second_part_is_there_waits_for_it() {
    journey(Estate::of(300), |stage| {
        stage.slip_in(HELD_BACK);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let first = list.first_in_sight(1).remove(0);
        list.choose(&first, "Set cap and alert…");
        list.dialog("Cap and alert for 1 SIM").appears();
        assert_eq!(ways(ann), ["xmlhttprequest"]);
        ann.press("Escape");
        ann.find("navigation", "Pages").find("link", "History").click();
        ann.arrives_at("/history");
        assert_eq!(ways(ann), ["xmlhttprequest"], "it is loaded once");
        // Any other page, from its address on.
        ann.goto("/accounts");
        ann.find("tree", "Accounts").find_all("treeitem").first().appears();
        ann.is_accessible();
    });
}

#[test]
fn without_the_second_part_the_page_says_that_it_is_broken() {
    journey(Estate::of(100), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.wait_until("the second part has come", || !ways(ann).is_empty());
        let script = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1))
            .find((name) => name.includes('dashboard-rest-'))";
        let name = ann.run(script, &json!([]));
        let name = name.as_str().expect("it has a name");
        for name in [name.to_owned(), format!("{name}.br"), format!("{name}.gz")] {
            stage.host(&name, "another release");
        }
        stage.slip_in(HELD_BACK);
        let ben = SimList::opened(stage, ADMIN, "/sims");
        ben.person.expects_trouble();
        ben.choose(&ben.first_in_sight(1)[0], "Set cap and alert…");
        ben.person.text("Something broke. What you have saved is safe.").appears();
        let link = ben.person.find("link", "Reload the page");
        assert!(link.attribute("href").is_some_and(|address| address.ends_with("/sims")));
    });
}
