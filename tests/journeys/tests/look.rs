//! What a page owes everybody: accessible in every theme, nothing cut off on a phone, nothing asked of strangers.

use journeys::{ADMIN, Engine, Estate, Login, Person, Query, SimList, USER, Violation, iccid, journey};
use serde_json::json;

fn sign_in(person: &Person, login: Login) {
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}

/// Everything that is on screen at some time, in one theme.
fn everything_is_accessible(theme: &'static str, scheme: &'static str) {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let sim = sims.iter().find(|sim| sim["status"] == "alerted").unwrap_or(&sims[3]);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        // All that is wrong is told at once, at the end.
        let mut found = vec![];
        let mut judge = |place: &str| {
            // An open menu stands above the page, in no landmark; that is no rule of WCAG, and right so.
            let in_no_landmark = |it: &Violation| {
                it.rule == "region" && it.elements.iter().all(|at| at.contains("role=\"menu\""))
            };
            let judgement =
                || ann.axe().into_iter().filter(|it| !in_no_landmark(it)).collect::<Vec<Violation>>();
            let mut wrong = judgement();
            // A dialog that is still fading in has less contrast than the one that people read.
            for _ in 0..2 {
                if !wrong.is_empty() {
                    wrong = judgement();
                }
            }
            found.extend(wrong.into_iter().map(|it| format!("in the {place}: {it}")));
        };
        ann.find("button", "Display").click();
        let display = ann.find("dialog", "Display");
        display.find("radio", theme).click();
        ann.wait_until("the theme is used", || {
            let script = "return getComputedStyle(document.documentElement).colorScheme";
            ann.run(script, &json!([])).as_str().is_some_and(|used| used == scheme)
        });
        judge("display settings");
        ann.press("Escape");
        display.disappears();
        ann.find("button", "Columns…").click();
        list.dialog("Columns").find("checkbox", "ICCID").has_focus();
        judge("columns");
        ann.press("Escape");
        list.dialog("Columns").disappears();
        list.header("Label").right_click();
        ann.find("menu", "Column Label").find("menuitem", "Sort ascending").has_focus();
        judge("menu of a column");
        ann.press("Escape");
        ann.find("searchbox", "Search SIMs").fill(iccid(sim));
        list.sim(iccid(sim)).appears();
        judge("list with what was found");
        list.tick_box(iccid(sim)).click();
        ann.find("searchbox", "Search SIMs").fill("");
        judge("list with a selection");
        list.tick_box(&list.in_sight()[0]).click();
        list.more_button(&list.in_sight()[0]).click();
        let menu = ann.find("menu", "SIM actions");
        menu.find("menuitem", "Move to account…").has_focus();
        judge("menu");
        menu.find("menuitem", "Move to account…").click();
        let dialog = list.dialog("Move 2 SIMs");
        dialog.find("combobox", "Destination account").fill("al");
        dialog.find_all("option").first().appears();
        judge("dialog with choices");
        dialog.find("combobox", "Destination account").fill("nowhere");
        ann.press("Escape");
        dialog.find("button", "Move").click();
        dialog.shows("Choose the account to move to.");
        judge("dialog with an error");
        dialog.find("button", "Cancel").click();
        list.press("Set cap and alert…");
        let dialog = list.dialog("Cap and alert for 2 SIMs");
        dialog.find("textbox", "Data cap").fill("1 MB");
        dialog.shows("Operators report usage late");
        judge("levels");
        dialog.find("button", "Cancel").click();
        ann.goto(&format!("/sims/{}", sim["id"]));
        let details = ann.find("complementary", "SIM details");
        details.find("region", "Cap and alert").appears();
        details.find("region", "Usage in this period").appears();
        judge("details");
        ann.find_by(Query::role("button").named(journeys::Name::containing("Ada Lindqvist"))).click();
        ann.find("dialog", "Your profile").find("button", "Sign out").click();
        ann.find("heading", "Sign in").appears();
        judge("sign-in");
        ann.find("button", "Sign in").click();
        ann.text("Please enter your password.").appears();
        judge("sign-in with errors");
        assert!(found.is_empty(), "axe-core found {} faults\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn everything_is_accessible_in_light() {
    everything_is_accessible("Light", "light");
}

#[test]
fn everything_is_accessible_in_dark() {
    everything_is_accessible("Dark", "dark");
}

#[test]
fn the_page_keeps_to_itself() {
    journey(Estate::of(200), |stage| {
        let page = stage.api(ADMIN).get("/sims");
        let policy = page.header("content-security-policy").expect("the page has a policy").to_owned();
        for part in [
            "default-src 'none'",
            "connect-src 'self';",
            "style-src 'self';",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.contains(part), "{part} is not in {policy}");
        }
        for hole in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(hole), "{hole} is in {policy}");
        }
        let ann = stage.person();
        ann.goto("/");
        sign_in(&ann, ADMIN);
        let list = SimList { person: ann.clone() };
        list.is_loaded();
        list.more_button(&list.in_sight()[2]).click();
        ann.find("menu", "SIM actions").find("menuitem", "Show details").click();
        ann.find("complementary", "SIM details").find("region", "Cap and alert").appears();
        assert_eq!(ann.origins().into_iter().collect::<Vec<_>>(), [stage.origin()]);
        assert_eq!(ann.trouble(), Vec::<String>::new());
    });
}

#[test]
fn nothing_is_cut_off_on_a_narrow_screen() {
    journey(Estate::of(300), |stage| {
        // Only Chromium can be as narrow as the narrowest phone.
        let width = if stage.engine() == Engine::Chromium { 360 } else { 500 };
        let fits = |person: &Person, place: &str| {
            let script = "return [document.documentElement.scrollWidth, innerWidth]";
            let sizes = person.run(script, &json!([]));
            assert_eq!(sizes, json!([width, width]), "the {place} can be scrolled sideways");
        };
        let ann = stage.person();
        ann.resize(width, 740);
        ann.goto("/");
        ann.find("heading", "Sign in").appears();
        fits(&ann, "sign-in");
        sign_in(&ann, ADMIN);
        let list = SimList { person: ann.clone() };
        list.is_loaded();
        fits(&ann, "list");
        let first = list.in_sight()[0].clone();
        list.tick_box(&first).click();
        list.status().shows("1 selected");
        fits(&ann, "list with a selection");
        ann.find("button", "Accounts").click();
        let alpine =
            ann.find("tree", "Accounts").find("treeitem", journeys::Name::containing("Cobalt Connect"));
        alpine.click();
        ann.find("heading", "Cobalt Connect").appears();
        fits(&ann, "list of an account");
        let first = list.in_sight()[0].clone();
        if stage.engine() == Engine::Chromium {
            list.sim(&first).long_press();
        } else {
            list.more_button(&first).click();
        }
        let menu = ann.find("menu", "SIM actions");
        menu.find("menuitem", "Set cap and alert…").appears();
        fits(&ann, "menu");
        menu.find("menuitem", "Set cap and alert…").click();
        let dialog = list.dialog("Cap and alert for 1 SIM");
        // It may come up from below first.
        ann.wait_until("the whole dialog is in sight", || {
            let [left, top, wide, high] = dialog.rectangle();
            left >= 0.0 && left + wide <= f64::from(width) && top >= 0.0 && top + high <= 740.0
        });
        dialog.find("button", "Apply").appears();
        fits(&ann, "dialog");
        dialog.find("button", "Cancel").click();
        list.more_button(&first).click();
        menu.find("menuitem", "Show details").click();
        ann.find("complementary", "SIM details").find("region", "Cap and alert").appears();
        fits(&ann, "details");
    });
}

#[test]
fn how_the_app_looks_is_the_same_in_every_browser_of_a_person() {
    journey(Estate::of(100), |stage| {
        let chosen = |person: &Person| {
            let script = "const { theme, contrast, motion } = document.documentElement.dataset; return [theme, contrast, motion]";
            person.run(script, &json!([]))
        };
        let ann = SimList::opened(stage, ADMIN, "/sims").person;
        ann.find("button", "Display").click();
        let display = ann.find("dialog", "Display");
        for choice in ["Dark", "More", "Reduced"] {
            display.find("radio", choice).click();
        }
        ann.press("Escape");
        display.disappears();
        ann.is_accessible();
        let api = stage.api(ADMIN);
        ann.comes_to(
            "what the API keeps",
            json!({ "theme": "dark", "contrast": "more", "motion": "reduced" }),
            || api.get("/api/v1/me/appearance").expect(200)["appearance"].clone(),
        );
        let elsewhere = SimList::opened(stage, ADMIN, "/sims").person;
        elsewhere.comes_to("what is chosen there", json!(["dark", "more", "reduced"]), || chosen(&elsewhere));
        // A colleague has their own.
        let jonas = SimList::opened(stage, USER, "/sims").person;
        assert_eq!(chosen(&jonas), json!(["system", "system", "system"]));
    });
}
