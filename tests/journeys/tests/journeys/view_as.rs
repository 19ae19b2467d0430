//! An Admin sees the app as a customer does, changes nothing, and the audit log tells of it.

use journeys::{ADMIN, CUSTOMER_VIEWER, Estate, Name, SimList, journey};

#[test]
fn an_admin_sees_the_app_as_a_customer_and_changes_nothing() {
    journey(Estate::of(400), |stage| {
        let theirs = stage.api(CUSTOMER_VIEWER).all_sims();
        let api = stage.api(ADMIN);
        let alpine = api.account("Alpine Telematics")["id"].as_u64().expect("an account has an id");
        let ann = stage.person_at(ADMIN, &format!("/accounts/{alpine}"));
        let account = ann.find("region", "Managed accounts");
        account.find("heading", "Alpine Telematics").appears();
        account.find("button", "More actions for Alpine Telematics").click();
        ann.find("menu", "Actions for Alpine Telematics").find("menuitem", "View as customer").click();

        let banner = ann.find("region", "View as customer");
        banner.shows("You see the app as Alpine Telematics does");
        let list = SimList { person: ann.clone() };
        list.is_loaded();
        list.status().shows(&format!("{} SIMs", theirs.len()));
        let tree = ann.find("navigation", "Accounts").find("tree", "Accounts");
        tree.find("treeitem", Name::containing("Alpine Telematics")).appears();
        assert!(!tree.find("treeitem", Name::containing("Northgate IoT")).exists());
        assert!(!ann.find("link", "Managed accounts").exists(), "a View only user does not manage accounts");
        ann.is_accessible();

        list.sim(&list.in_sight()[0]).click();
        let toolbar = ann.find("toolbar", "Selected SIMs");
        toolbar.find("button", "Copy ICCIDs").appears();
        assert!(!toolbar.find("button", "Suspend").exists(), "Suspend is offered");
        // To look is to sort as well.
        list.header("Label").find("button", "Label").click();
        ann.arrives_at("/sims?sort=label");

        // It belongs to the session: still so after a reload.
        ann.reload();
        banner.appears();
        list.is_loaded();
        banner.find("button", "Stop viewing").click();
        banner.disappears();
        list.is_loaded();
        list.status().shows("400 SIMs");
        ann.find("link", "Managed accounts").appears();

        let log = api.get("/api/v1/audit-log?limit=20").expect(200);
        let told = log["items"].as_array().expect("entries");
        let views: Vec<&str> = told
            .iter()
            .filter(|entry| entry["viewed_as"] == alpine)
            .filter_map(|entry| entry["action"].as_str())
            .collect();
        assert_eq!(views, ["view_as_ended", "view_as_began"]);
    });
}
