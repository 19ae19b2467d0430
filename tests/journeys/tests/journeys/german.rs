//! The main job in German, from the sign-in to what came of it.

use journeys::{ADMIN, Engine, Estate, Name, Query, SimList, iccid, journey};

/// German writes them with a comma.
const CAP: u64 = 1_500_000_000;
const ALERT: u64 = 1_200_000_000;

#[test]
fn a_german_admin_finds_moves_and_caps_sims_and_invites_a_user() {
    journey(Estate::of(1_000), |stage| {
        let api = stage.api(ADMIN);
        let redwood = api.account("Redwood Rentals");
        let before = redwood["total_sim_count"].as_u64().expect("an account counts its SIMs");
        let sims = api.all_sims();
        let is_active =
            |shown: &String| sims.iter().any(|sim| iccid(sim) == shown && sim["status"] == "active");

        let ann = stage.person_speaking("de");
        ann.goto("/");
        if stage.engine() == Engine::WebKit {
            // It speaks the system's language; the choice stands on the page.
            ann.find("combobox", "Language").choose("Deutsch");
        }
        ann.find("heading", "Anmelden").appears();
        ann.find("textbox", "E-Mail").fill(ADMIN.email);
        ann.field("Passwort").fill(ADMIN.password);
        ann.find("button", "Anmelden").click();

        // Three beside each other and one more, of what the filter leaves.
        let list = SimList { person: ann.clone() };
        list.is_loaded();
        ann.find("textbox", "Filtern nach Kontoname").fill("Lakeside Metering");
        let status = ann.find("region", "SIM-Liste").find_all("status");
        let lakeside = api.account("Lakeside Metering")["id"].clone();
        let there = sims.iter().filter(|sim| sim["account_id"] == lakeside).count();
        status.shows(&format!("{there} passende SIMs"));
        list.is_loaded();
        let shown = list.in_sight();
        let start = shown.windows(3).position(|three| three.iter().all(is_active));
        let start = start.expect("three of them beside each other are active");
        let other = shown[start + 3..].iter().find(|it| is_active(it)).expect("another one is active");
        list.sim(&shown[start]).click();
        list.sim(&shown[start + 2]).click_with(&["Shift"]);
        list.sim(other).click_with(&["Control"]);
        status.shows("4 ausgewählt");

        list.sim(&shown[start + 1]).right_click();
        ann.find("menu", "SIM-Aktionen").find("menuitem", "In Konto verschieben…").click();
        let dialog = list.dialog("4 SIMs verschieben");
        dialog.find("combobox", "Zielkonto").has_focus();
        ann.type_text("redwood r");
        dialog
            .find_by(Query::role("option").named(Name::containing("Redwood Rentals")).selected(true))
            .appears();
        ann.press("Enter");
        dialog.shows("4 SIMs kommen zu Redwood Rentals.");
        dialog.find("button", "Verschieben").click();
        dialog.disappears();
        let operations = ann.find("region", "Vorgänge");
        operations.find("article", "4 SIMs zu Redwood Rentals verschoben").appears();
        ann.find("navigation", "Konten").find("searchbox", "Konto suchen").fill("Redwood");
        ann.find("treeitem", format!("Redwood Rentals {} SIMs", before + 4)).appears();

        // They are no longer listed, but still selected: a cap with a comma, and the alert follows at 80 %.
        ann.find("textbox", "Filtern nach Kontoname").fill("Redwood Rentals");
        status.shows("4 ausgewählt");
        ann.find("toolbar", "Ausgewählte SIMs").find("button", "Obergrenze und Warnstufe setzen…").click();
        let dialog = list.dialog("Datenobergrenze und Datenwarnstufe für 4 SIMs");
        dialog.find("textbox", "Datenobergrenze").fill("1,5 GB");
        ann.comes_to("the alert", "1,2 GB".to_owned(), || {
            dialog.find("textbox", "Datenwarnstufe").value().replace('\u{a0}', " ")
        });
        dialog.find("button", "Übernehmen").click();
        dialog.disappears();
        operations.find("article", "Grenzen von 4 SIMs gesetzt").appears();
        for sim in api.all_sims() {
            if shown[start..start + 3].iter().chain([other]).any(|moved| moved == iccid(&sim)) {
                assert_eq!(sim["account_id"], redwood["id"], "{}", iccid(&sim));
                assert_eq!(sim["cap_bytes"].as_u64(), Some(CAP));
                assert_eq!(sim["alert_bytes"].as_u64(), Some(ALERT));
            }
        }
        list.sim(other).double_click();
        let details = ann.find("complementary", "SIM-Details");
        let levels = details.find("region", "Datenobergrenze und Datenwarnstufe");
        levels.appears();
        ann.wait_until("the details tell both", || {
            let text = levels.text().replace('\u{a0}', " ");
            text.contains("1,5 GB") && text.contains("1,2 GB")
        });

        // A colleague.
        ann.find("navigation", "Seiten").find("link", "Verwaltete Konten").click();
        ann.find("button", "Benutzer einladen").click();
        let dialog = ann.find("dialog", "Benutzer einladen");
        dialog.field("Name").fill("Jörg Müßig");
        dialog.field("E-Mail").fill("joerg@northgate.example");
        dialog.find("combobox", "Rolle").choose("Normaler Benutzer");
        dialog.find("button", "Einladung senden").click();
        dialog.disappears();
        ann.find("row", Name::containing("Jörg Müßig")).shows("Eingeladen");
        stage.mailed_link("joerg@northgate.example", 1);
        assert_eq!(ann.cut_off(), Vec::<String>::new());
    });
}
