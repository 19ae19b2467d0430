//! Managed accounts: who manages them creates, names, moves, disables and deletes them, and says what they can use.

use journeys::{ADMIN, CUSTOMER_ADMIN, Estate, Name, Person, Query, Spot, Stage, VIEWER, journey};

/// The page, once the accounts are there.
fn opened(stage: &mut Stage, path: &str) -> Person {
    let ann = stage.person_at(ADMIN, path);
    ann.find("heading", "Managed accounts").appears();
    account(&ann, "Northgate IoT").appears();
    ann
}

/// The row of an account in the tree.
fn account(ann: &Person, name: &str) -> Spot {
    ann.find("tree", "Accounts").find("treeitem", Name::containing(name))
}

/// Looks an account up, so that its row is in sight whatever else is open.
fn find(ann: &Person, name: &str) {
    ann.find("searchbox", "Find account").fill(name);
    account(ann, name).appears();
}

/// Opens the menu of an account and does one thing in it.
fn act(ann: &Person, name: &str, what: &str) {
    account(ann, name).right_click();
    ann.find("menu", format!("Actions for {name}")).find("menuitem", what).click();
}

/// What the account above it is called.
fn parent(stage: &Stage, name: &str) -> String {
    let api = stage.api(ADMIN);
    let parent = api.account(name)["parent_id"].clone();
    let accounts = api.get("/api/v1/accounts").expect(200);
    let all = accounts["items"].as_array().cloned().unwrap_or_default();
    let found = all.into_iter().find(|account| account["id"] == parent);
    found.map(|account| account["name"].as_str().unwrap_or_default().to_owned()).unwrap_or_default()
}

#[test]
fn an_account_is_created_named_moved_and_deleted_in_the_tree() {
    journey(Estate::of(300), |stage| {
        let ann = stage.person_at(ADMIN, "/sims");
        ann.find("link", "Managed accounts").click();
        ann.arrives_at("/accounts");
        account(&ann, "Northgate IoT").appears();
        ann.is_accessible();

        // Bad names are told at the field, and nothing typed is lost.
        ann.find("button", "Add sub-account").click();
        let name = ann.field("Name of the new account");
        name.has_focus();
        ann.press("Enter");
        ann.text("Please fill this in.").appears();
        ann.type_text("Sunfield M2M");
        ann.press("Enter");
        ann.text(Name::containing("There is one of this name already")).appears();
        assert_eq!(name.value(), "Sunfield M2M");
        ann.press("Escape");
        name.disappears();
        account(&ann, "Northgate IoT").has_focus();

        ann.find("button", "Add sub-account").click();
        name.has_focus();
        ann.type_text("Lindenhof Metering");
        ann.press("Enter");
        name.disappears();
        account(&ann, "Lindenhof Metering").has_focus();
        ann.find_by(Query::role("heading").named("Lindenhof Metering").level(2)).appears();
        let id = stage.api(ADMIN).account("Lindenhof Metering")["id"].clone();
        ann.arrives_at(&format!("/accounts/{id}"));

        ann.press("F2");
        let name = ann.field("Name of the account");
        name.has_focus();
        name.fill("Lindenhof Water");
        ann.press("Enter");
        account(&ann, "Lindenhof Water").has_focus();
        assert_eq!(parent(stage, "Lindenhof Water"), "Northgate IoT");

        // By keys: the menu, and in the dialog the place by typing.
        ann.press("Shift+F10");
        ann.find("menu", "Actions for Lindenhof Water").find("menuitem", "Move to…").click();
        let dialog = ann.find("dialog", "Move Lindenhof Water");
        let place = dialog.find("combobox", "Under which account");
        place.has_focus();
        ann.type_text("Quayside");
        ann.press("Enter");
        assert!(dialog.exists(), "one that may not have sub-accounts was taken");
        place.fill("Cobalt");
        ann.press("Enter");
        dialog.text_inside(Name::containing("no sub-accounts and 0 SIMs")).appears();
        dialog.find("button", "Move").click();
        dialog.disappears();
        account(&ann, "Lindenhof Water").has_focus();
        ann.comes_to("the parent", "Cobalt Connect".to_owned(), || parent(stage, "Lindenhof Water"));

        // By dragging; the dialog then says what that means.
        account(&ann, "Lindenhof Water").drag_to(&account(&ann, "Sunfield M2M"));
        dialog.appears();
        assert_eq!(place.value(), "Sunfield M2M");
        dialog.find("button", "Move").click();
        dialog.disappears();
        ann.comes_to("the parent", "Sunfield M2M".to_owned(), || parent(stage, "Lindenhof Water"));
        account(&ann, "Lindenhof Water").has_focus();
        account(&ann, "Sunfield M2M").drag_to(&account(&ann, "Lindenhof Water"));
        ann.text(Name::containing("An account cannot be placed under itself")).appears();

        act(&ann, "Lindenhof Water", "Delete");
        let sure = ann.find("alertdialog", "Delete Lindenhof Water?");
        ann.is_accessible();
        sure.find("button", "Delete").click();
        sure.disappears();
        account(&ann, "Lindenhof Water").disappears();
        ann.find_by(Query::role("heading").named("Sunfield M2M").level(2)).appears();
    });
}

#[test]
fn a_disabled_account_shuts_its_users_out_and_a_full_one_is_not_deleted() {
    journey(Estate::of(300), |stage| {
        let ann = opened(stage, "/accounts");
        let customer = stage.person_at(CUSTOMER_ADMIN, "/accounts");
        customer.find("heading", "Managed accounts").appears();
        customer.expects_trouble();
        find(&ann, "Alpine Telematics");
        account(&ann, "Alpine Telematics").click();
        ann.find("button", "More actions for Alpine Telematics").click();
        ann.find("menuitem", "Disable").click();
        let sure = ann.find("alertdialog", "Disable Alpine Telematics?");
        sure.text_inside(Name::containing("stay visible in the accounts above")).appears();
        sure.find("button", "Disable").click();
        sure.disappears();
        account(&ann, "Alpine Telematics").appears();
        ann.find("treeitem", Name::containing(", disabled")).first().appears();
        assert!(ann.find("button", "Add sub-account").is_disabled());
        // Their session has ended, which they see without doing anything.
        customer.find("dialog", "Please sign in again").appears();

        ann.find("button", "More actions for Alpine Telematics").click();
        ann.find("menuitem", "Enable").click();
        let sure = ann.find("alertdialog", "Enable Alpine Telematics?");
        sure.find("button", "Enable").click();
        sure.disappears();
        ann.wait_until("the account is enabled", || !ann.find("button", "Add sub-account").is_disabled());
        customer.field("Password").fill(CUSTOMER_ADMIN.password);
        customer.press("Enter");
        customer.find("dialog", "Please sign in again").disappears();

        act(&ann, "Alpine Telematics", "Delete");
        let dialog = ann.find("dialog", "Alpine Telematics cannot be deleted yet");
        dialog.find("button", "3 sub-accounts").appears();
        dialog.find("button", "2 users").click();
        dialog.disappears();
        ann.find("table", "Users").find("rowheader", "Magdalena Höfer").appears();
    });
}

#[test]
fn what_is_switched_off_above_is_off_below() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let has = |name: &str| api.account(name)["features"]["caps_and_alerts"].clone();
        let id = api.account("Sunfield M2M")["id"].clone();
        let below = api.account("Quayside Vending")["id"].clone();
        let ann = opened(stage, &format!("/accounts/{id}"));
        let tab = ann.find("tab", "Features");
        ann.find("tab", "Users").focus();
        ann.press("End");
        ann.find("tab", "API tokens").has_focus();
        ann.press("ArrowLeft");
        ann.find("tab", "Help & support").has_focus();
        ann.press("Home");
        ann.press("ArrowRight");
        ann.press("ArrowRight");
        tab.has_focus();
        ann.arrives_at(&format!("/accounts/{id}?tab=features"));
        let caps = ann.find("tabpanel", "Features").find("switch", "Caps and alerts");
        caps.click();
        let sure = ann.find("alertdialog", "Switch off “Caps and alerts”?");
        sure.find("button", "Cancel").click();
        sure.disappears();
        assert_eq!(has("Sunfield M2M"), true);
        caps.click();
        sure.find("button", "Switch off").click();
        sure.disappears();
        ann.comes_to("the feature", serde_json::json!(false), || has("Sunfield M2M"));

        // One below it says who has it off, and cannot switch it on.
        let accounts = api.get("/api/v1/accounts").expect(200);
        let child = accounts["items"].as_array().into_iter().flatten().find(|it| it["parent_id"] == id);
        let child = child.expect("it has sub-accounts")["name"].as_str().unwrap_or_default().to_owned();
        find(&ann, &child);
        account(&ann, &child).click();
        ann.text("Off because Sunfield M2M has it off.").appears();
        assert!(caps.is_disabled());

        ann.goto(&format!("/accounts/{below}?tab=features"));
        assert!(ann.find("button", "Add sub-account").is_disabled());
        caps.click();
        ann.comes_to("the feature", serde_json::json!(true), || has("Quayside Vending"));
    });
}

#[test]
fn who_is_no_admin_has_no_such_page() {
    journey(Estate::of(300), |stage| {
        let vic = stage.person_at(VIEWER, "/accounts");
        vic.text(Name::containing("Your role does not include managing accounts")).appears();
        assert!(!vic.find("link", "Managed accounts").exists());
        vic.find("link", "SIMs").click();
        vic.find("grid", "SIMs").appears();
    });
}
