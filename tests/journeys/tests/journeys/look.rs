//! What a page owes everybody: accessible in every language and theme, nothing cut off on a phone, nothing asked of strangers.

use journeys::{
    ADMIN, Api, Engine, Estate, Login, Name, Person, Query, SimList, USER, Violation, iccid, journey, places,
    places_outside,
};
use serde_json::json;

fn sign_in(person: &Person, login: Login) {
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}

/// A language, and what things are called in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speech {
    English,
    German,
}

impl Speech {
    fn say(self, english: &'static str, german: &'static str) -> &'static str {
        match self {
            Self::English => english,
            Self::German => german,
        }
    }

    /// Whoever signs in speaks it from now on.
    fn is_spoken(self, api: &Api) {
        let tag = self.say("en", "de");
        api.edit("/api/v1/me", &json!({ "language": tag }));
    }
}

/// What axe-core finds in all places, in light and in dark, which is told at once in the end.
struct Judge<'a> {
    ann: &'a Person,
    found: Vec<String>,
}

impl<'a> Judge<'a> {
    fn of(ann: &'a Person) -> Self {
        Self { ann, found: vec![] }
    }

    fn look(&mut self, place: &str) {
        for theme in ["light", "dark"] {
            // What the display settings do, without opening them over each place.
            self.ann.run("document.documentElement.dataset.theme = arguments[0]", &json!([theme]));
            let mut wrong = self.judgement();
            // A dialog that is still fading in has less contrast than the one that people read.
            for _ in 0..2 {
                if !wrong.is_empty() {
                    wrong = self.judgement();
                }
            }
            self.found.extend(wrong.into_iter().map(|it| format!("{place}, {theme}: {it}")));
        }
    }

    fn judgement(&self) -> Vec<Violation> {
        // An open menu stands above the page, in no landmark; that is no rule of WCAG, and right so.
        let in_no_landmark =
            |it: &Violation| it.rule == "region" && it.elements.iter().all(|at| at.contains("role=\"menu\""));
        self.ann.axe().into_iter().filter(|it| !in_no_landmark(it)).collect()
    }

    #[track_caller]
    fn finds_nothing(self) {
        assert!(
            self.found.is_empty(),
            "axe-core found {} faults\n{}",
            self.found.len(),
            self.found.join("\n")
        );
    }
}

/// Every page, each as it is first seen.
fn every_page_is_accessible(speech: Speech) {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        speech.is_spoken(&api);
        let pages = places(&api);
        let ann = stage.person_at(ADMIN, &pages[0].path);
        let mut judge = Judge::of(&ann);
        for page in &pages {
            ann.follow_link_to(&page.path);
            ann.sees_all();
            judge.look(page.name);
        }
        judge.finds_nothing();
        // Nobody has said who they are: the browser remembers the language.
        let outside = places_outside(stage);
        let mut judge = Judge::of(&ann);
        ann.find_by(Query::role("button").named(Name::containing("Ada Lindqvist"))).click();
        ann.find("button", speech.say("Sign out", "Abmelden")).click();
        ann.find("heading", speech.say("Sign in", "Anmelden")).appears();
        for page in &outside {
            ann.goto(&page.path);
            ann.sees_all();
            judge.look(page.name);
        }
        judge.finds_nothing();
    });
}

#[test]
fn every_page_is_accessible_in_english() {
    every_page_is_accessible(Speech::English);
}

#[test]
fn every_page_is_accessible_in_german() {
    every_page_is_accessible(Speech::German);
}

/// What is on screen while something is done: menus, dialogs, mistakes.
fn all_that_is_done_is_accessible(speech: Speech) {
    let say = |english, german| speech.say(english, german);
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        speech.is_spoken(&api);
        let sims = api.all_sims();
        let sim = sims.iter().find(|sim| sim["status"] == "alerted").unwrap_or(&sims[3]);
        let list = SimList { person: stage.person_at(ADMIN, "/sims") };
        let ann = &list.person;
        ann.sees_all();
        list.is_loaded();
        let mut judge = Judge::of(ann);
        ann.find("button", say("Display", "Darstellung")).click();
        let display = ann.find("dialog", say("Display", "Darstellung"));
        display.appears();
        judge.look("display settings");
        ann.press("Escape");
        display.disappears();
        ann.find("button", say("Columns…", "Spalten…")).click();
        let columns = list.dialog(say("Columns", "Spalten"));
        columns.find("checkbox", "ICCID").has_focus();
        judge.look("columns");
        ann.press("Escape");
        columns.disappears();
        list.header(say("Label", "Bezeichnung")).right_click();
        ann.find_all("menu").find("menuitem", say("Sort ascending", "Aufsteigend sortieren")).has_focus();
        judge.look("menu of a column");
        ann.press("Escape");
        let search = ann.find("searchbox", say("Search SIMs", "SIMs suchen"));
        search.fill(iccid(sim));
        list.sim(iccid(sim)).appears();
        judge.look("list with what was found");
        list.sim(iccid(sim)).click_with(&["Control"]);
        search.fill("");
        judge.look("list with a selection");
        let first = &list.in_sight()[0];
        list.sim(first).click_with(&["Control"]);
        list.sim(first).right_click();
        let menu = ann.find("menu", say("SIM actions", "SIM-Aktionen"));
        let move_them = menu.find("menuitem", say("Move to account…", "In Konto verschieben…"));
        move_them.has_focus();
        judge.look("menu");
        move_them.click();
        let dialog = list.dialog(say("Move 2 SIMs", "2 SIMs verschieben"));
        let destination = dialog.find("combobox", say("Destination account", "Zielkonto"));
        destination.fill("al");
        dialog.find_all("option").first().appears();
        judge.look("dialog with choices");
        destination.fill("nowhere");
        ann.press("Escape");
        dialog.find("button", say("Move", "Verschieben")).click();
        dialog.shows(say("Choose the account to move to.", "Wählen Sie das Zielkonto."));
        judge.look("dialog with an error");
        dialog.find("button", say("Cancel", "Abbrechen")).click();
        ann.find("toolbar", say("Selected SIMs", "Ausgewählte SIMs"))
            .find("button", say("Set cap and alert…", "Obergrenze und Warnstufe setzen…"))
            .click();
        let dialog =
            list.dialog(say("Cap and alert for 2 SIMs", "Datenobergrenze und Datenwarnstufe für 2 SIMs"));
        dialog.find("textbox", say("Data cap", "Datenobergrenze")).fill("1 MB");
        dialog.shows(say("Operators report usage late", "Netzbetreiber melden den Verbrauch verspätet"));
        judge.look("levels");
        dialog.find("button", say("Cancel", "Abbrechen")).click();
        ann.find_by(Query::role("button").named(Name::containing("Ada Lindqvist"))).click();
        judge.look("profile panel");
        ann.find("button", say("Sign out", "Abmelden")).click();
        let sign_in = ann.find("button", say("Sign in", "Anmelden"));
        ann.find("heading", say("Sign in", "Anmelden")).appears();
        sign_in.click();
        ann.text(say("Please enter your password.", "Bitte geben Sie Ihr Passwort ein.")).appears();
        judge.look("sign-in with errors");
        judge.finds_nothing();
    });
}

#[test]
fn all_that_is_done_is_accessible_in_english() {
    all_that_is_done_is_accessible(Speech::English);
}

#[test]
fn all_that_is_done_is_accessible_in_german() {
    all_that_is_done_is_accessible(Speech::German);
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
        let alpine = ann.find("tree", "Accounts").find("treeitem", Name::containing("Cobalt Connect"));
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
