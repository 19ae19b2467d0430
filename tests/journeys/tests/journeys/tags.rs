//! Tags and categories: put on SIMs, and the lists of them.

use journeys::{ADMIN, CUSTOMER_ADMIN, CUSTOMER_VIEWER, Estate, Query, SimList, iccid, journey};
use serde_json::{Value, json};

#[test]
fn tags_are_put_on_sims_renamed_merged_and_deleted() {
    journey(Estate::of(600), |stage| {
        let api = stage.api(ADMIN);
        let having = |tag: &str| -> usize {
            let filter = json!({"filter": {"choice": {"field": "tag", "any_of": [tag]}}, "limit": 1000});
            let found = api.post("/api/v1/sims/search", &filter).expect(200);
            found["items"].as_array().map_or(0, Vec::len)
        };
        let tags = |sim: &Value| api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200)["tags"].clone();
        let sims = api.all_sims();
        let is_active = |sim: &&Value| sim["status"] == "active";
        let bare =
            sims.iter().filter(is_active).find(|sim| sim["tags"] == json!([])).expect("one without tags");
        let pilot = sims
            .iter()
            .filter(is_active)
            .find(|sim| sim["tags"] == json!(["pilot"]))
            .expect("one with a tag");
        let list = SimList::opened(stage, ADMIN, "/sims?columns=iccid,tags");
        let ann = &list.person;
        let search = ann.find("searchbox", "Search SIMs");
        for sim in [bare, pilot] {
            search.fill(iccid(sim));
            list.tick_box(iccid(sim)).click();
        }
        // One of them has it: the box is neither ticked nor not.
        list.press("Edit tags…");
        let dialog = list.dialog("Tags of 2 SIMs");
        let find = dialog.field("Find or create a tag");
        find.has_focus();
        let on_pilot = dialog.find("checkbox", "pilot");
        on_pilot.appears();
        assert_eq!(
            ann.run("return document.querySelector('.tag-choice input').indeterminate", &json!([])),
            true
        );
        dialog.shows("On 1 of 2");
        ann.is_accessible();
        ann.press("Enter");
        dialog.shows("Tick or untick the tags that are to change.");
        // A name that does not fit is said so at the field; one that does becomes a tag at once.
        find.fill("trade, fair");
        dialog.find("button", "Create “trade, fair”").click();
        assert_eq!(find.attribute("aria-invalid").as_deref(), Some("true"));
        find.fill("trade fair");
        ann.press("Enter");
        dialog.find_by(Query::role("checkbox").named("trade fair").checked(true)).appears();
        assert_eq!(find.value(), "");
        // The only one that is left while typing is ticked by Enter.
        find.fill("pil");
        ann.press("Enter");
        dialog.find_by(Query::role("checkbox").named("pilot").checked(true)).appears();
        dialog.shows("2 SIMs get these changes.");
        ann.press("Enter");
        dialog.disappears();
        let done = list.operation("Tags of 2 SIMs changed");
        done.appears();
        assert_eq!(
            (tags(bare), tags(pilot)),
            (json!(["trade fair", "pilot"]), json!(["pilot", "trade fair"]))
        );
        list.grid().shows("trade fair");
        done.find("button", "Undo").click();
        list.operation("Undone for 2 SIMs").appears();
        assert_eq!((tags(bare), tags(pilot)), (json!([]), json!(["pilot"])));

        // The page of them: how many SIMs have each, and a new name in the row.
        let before = having("winter");
        assert!(before > 1);
        ann.goto("/tags");
        let page = ann.find("region", "Tags and categories");
        let table = page.find("table", "Tags");
        let row = |name: &str| table.find_by(Query::role("row").named(journeys::Name::containing(name)));
        row("winter").find("link", format!("{before} SIMs")).appears();
        ann.is_accessible();
        let rename = row("winter").find("button", "Rename “winter”");
        rename.click();
        let field = table.field("Name");
        field.has_focus();
        field.fill("pilot");
        ann.press("Enter");
        table.shows("There is one of this name already.");
        field.fill("season");
        ann.press("Enter");
        row("season").find("button", "Rename “season”").has_focus();
        ann.comes_to("SIMs with the new name", (0, before), || (having("winter"), having("season")));
        // Its colour, by keyboard.
        row("season").find("button", journeys::Name::containing("Colour of “season”")).click();
        let colour = ann.find("dialog", "Colour of “season”");
        colour.find("radio", "Green").focus();
        ann.press("Space");
        ann.press("Enter");
        colour.disappears();
        row("season").find("button", "Colour of “season”: Green").has_focus();
        // Merged into another one, after saying what that does.
        let spare = having("spare");
        row("season").find("button", "Merge “season” into another…").click();
        let merge = ann.find("dialog", "Merge “season”");
        merge.find("button", "Merge").click();
        merge.shows("Choose what takes its place.");
        merge.find("combobox", "Into").fill("spare");
        ann.press("Enter");
        merge.shows(&format!("{before} SIMs get “spare” in place of “season”"));
        ann.is_accessible();
        merge.find("button", "Merge").click();
        merge.disappears();
        row("season").disappears();
        ann.comes_to("SIMs with the merged one", 0, || having("season"));
        assert!(having("spare") > spare);
        // Deleted, and the link to its SIMs led there before.
        let legacy = having("legacy");
        row("legacy").find("link", format!("{legacy} SIMs")).click();
        ann.arrives_at("/sims?filter=tag+is+legacy");
        list.is_loaded();
        list.status().shows(&format!("{legacy} SIMs match"));
        ann.back();
        row("legacy").find("button", "Delete “legacy”…").click();
        let delete = ann.find("alertdialog", "Delete “legacy”?");
        delete.shows(&format!("It is taken off {legacy} SIMs."));
        delete.find("button", "Cancel").has_focus();
        delete.find("button", "Delete").click();
        delete.disappears();
        row("legacy").disappears();
        ann.comes_to("SIMs with the deleted one", 0, || having("legacy"));
    });
}

#[test]
fn a_customer_has_tags_of_its_own_and_leaves_those_from_above_alone() {
    journey(Estate::of(600), |stage| {
        let bea = stage.person_at(CUSTOMER_ADMIN, "/tags?list=categories");
        let page = bea.find("region", "Tags and categories");
        let tabs = page.find("tablist", "Tags and categories");
        tabs.find_by(Query::role("tab").named("Categories").selected(true)).appears();
        let categories = page.find("table", "Categories");
        let row = |name: &str| categories.find_by(Query::role("row").named(journeys::Name::containing(name)));
        row("Trackers").shows("An account above yours");
        let rename = row("Trackers").find("button", "Rename “Trackers”");
        assert!(rename.is_disabled());
        rename.click();
        bea.find_all("status").first().shows("It is defined by an account above yours");
        // A name from above is taken; one of the own is not.
        page.find("button", "New category…").click();
        let dialog = bea.find("dialog", "New category…");
        dialog.field("Name").has_focus();
        bea.type_text("TRACKERS");
        bea.press("Enter");
        dialog.shows("There is one of this name already.");
        dialog.field("Name").fill("Snow ploughs");
        bea.press("Enter");
        dialog.disappears();
        page.find("button", "New category…").has_focus();
        row("Snow ploughs").shows("Alpine Telematics");
        bea.is_accessible();

        // It can be chosen for SIMs at once, and whoever only looks on sees it.
        let sims = stage.api(CUSTOMER_ADMIN).all_sims();
        let sim = sims.iter().find(|sim| sim["status"] == "active").expect("some are active");
        bea.goto("/sims?columns=iccid,category");
        let list = SimList { person: bea.clone() };
        list.is_loaded();
        bea.find("searchbox", "Search SIMs").fill(iccid(sim));
        list.choose(iccid(sim), "Set category…");
        let dialog = list.dialog("Category of 1 SIM");
        dialog.find("button", "Apply").click();
        dialog.shows("Choose a category, or “No category”.");
        dialog.find("combobox", "Category").fill("snow");
        dialog.find_by(Query::role("option").named("Snow ploughs").selected(true)).appears();
        bea.press("Enter");
        dialog.shows("1 SIM gets this category.");
        dialog.find("button", "Apply").click();
        dialog.disappears();
        list.operation("Category of 1 SIM set").appears();
        list.grid().shows("Snow ploughs");

        let max = stage.person_at(CUSTOMER_VIEWER, "/tags?list=categories");
        let page = max.find("region", "Tags and categories");
        page.find("table", "Categories").shows("Snow ploughs");
        page.find("link", "1 SIM").appears();
        assert!(!page.find("button", "New category…").exists(), "a viewer can make categories");
        max.is_accessible();
    });
}
