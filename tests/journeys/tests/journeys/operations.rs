//! The pages of bulk operations: what runs is followed wherever its author goes, and what became of each SIM is found.

use journeys::{
    ADMIN, CUSTOMER_ADMIN, Estate, Name, Person, Query, SimList, Spot, Stage, USER, grouped, journey,
};
use serde_json::{Value, json};
use std::time::Duration;

const SIMS: usize = 10_000;
/// For what takes as long as the server pauses between two chunks.
const LONG: Duration = Duration::from_secs(60);

/// Slows operations down, or lets them go on.
fn pause_operations(stage: &Stage, milliseconds: u32) {
    stage.api(ADMIN).post("/api/v1/faults", &json!({ "bulk_delay_ms": milliseconds })).expect(200);
}

fn operation(stage: &Stage, id: u32) -> Value {
    stage.api(ADMIN).get(&format!("/api/v1/bulk-operations/{id}")).expect(200)
}

/// The link of a page that is always there.
fn page_link(person: &Person, page: &str) -> Spot {
    person.find("navigation", "Pages").find("link", page)
}

/// The panel at the foot of the page, while an operation runs.
fn running(person: &Person) -> Spot {
    person.find("region", "Operations").find("article", Name::containing("Suspending"))
}

fn count_of(operation: &Value, of: &str) -> usize {
    operation["counts"][of].as_u64().and_then(|count| count.try_into().ok()).unwrap_or_default()
}

#[test]
fn an_operation_is_followed_from_page_to_page_stopped_tried_again_and_undone() {
    journey(Estate::of(SIMS as u32).flag("--faults").flag("--bulk-delay-ms=6000"), |stage| {
        let active = |stage: &Stage| {
            let all = stage.api(ADMIN).all_sims();
            all.iter()
                .filter(|sim| {
                    ["active", "alerted", "blocked"].contains(&sim["status"].as_str().unwrap_or(""))
                })
                .count()
        };
        let active_before = active(stage);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = list.person.clone();
        ann.expects_trouble();
        list.grid().find_all("rowheader").first().click();
        ann.press("Control+a");
        list.status().shows("10,000 selected");
        list.press("Suspend");
        let dialog = list.dialog("Suspend 10,000 SIMs");
        dialog.shows("SIMs will be suspended.");
        dialog.find("button", "Suspend").click();
        running(&ann).appears();

        // It stays in sight on another page, after a reload, and while the server is gone.
        page_link(&ann, "Managed accounts").click();
        ann.find("heading", "Managed accounts").appears();
        running(&ann).find_all("progressbar").appears();
        ann.reload();
        running(&ann).appears();
        stage.crash_the_server();
        running(&ann).shows("The server cannot be reached.");
        stage.bring_the_server_back();
        ann.wait_until("it is followed again", || !running(&ann).text().contains("cannot be reached"));

        // Signed out and in again, it is still there; its page says the same as the panel.
        ann.find("button", Name::containing("Your profile")).click();
        ann.find("dialog", "Your profile").find("button", "Sign out").click();
        ann.find("heading", "Sign in").appears();
        ann.find("textbox", "E-mail").fill(ADMIN.email);
        ann.field("Password").fill(ADMIN.password);
        ann.press("Enter");
        running(&ann).appears();
        page_link(&ann, "Operations").click();
        ann.arrives_at("/operations");
        ann.find_by(Query::role("heading").named("Operations").level(1)).has_focus();
        let table = ann.find("table", "Operations");
        table.find_all("progressbar").appears();
        ann.is_accessible();
        table.find("link", Name::containing("Suspending 10,000 SIMs")).click();
        ann.arrives_at("/operations/1");
        ann.find_by(Query::role("heading").level(1)).shows("Suspending 10,000 SIMs");
        ann.find("button", "Stop").click();
        ann.wait_for_long("it is stopped", LONG, || operation(stage, 1)["state"] == "cancelled");
        let stopped = operation(stage, 1);
        let (done, failed) = (count_of(&stopped, "done"), count_of(&stopped, "failed"));
        assert!(done > 0 && failed > 0, "{stopped}");
        let heading = ann.find_by(Query::role("heading").level(1));
        heading.shows(&format!("{} SIMs suspended", grouped(done)));
        heading.has_focus();
        ann.text(Name::containing("Stopped. What was done stays done.")).appears();
        ann.is_accessible();

        // What failed is tried again.
        pause_operations(stage, 0);
        ann.find("button", "Retry failed").click();
        ann.arrives_at("/operations/2");
        ann.find("link", "tries the failures of #1 again").appears();
        let undo = ann.find("button", "Undo");
        ann.wait_for_long("it is over", LONG, || undo.exists());
        let retried = operation(stage, 2);
        assert_eq!(count_of(&retried, "total"), failed);

        // What became of each SIM, by state, reason and ICCID, and as a file.
        let sims = ann.find("region", "SIMs of this operation");
        sims.find("combobox", "Reason").choose(&format!("It is not in service. ({})", not_in_service(stage)));
        let rows = sims.find("table", "SIMs of this operation").find_all("row");
        let expected = not_in_service(stage).min(100) + 1;
        ann.comes_to("the rows", expected, || rows.count());
        assert!(ann.address().contains("state=failed&reason=not_in_service"), "{}", ann.address());
        let iccid = sims.find_all("rowheader").first().text();
        sims.find("searchbox", "Find ICCID").fill(&iccid);
        ann.comes_to("the rows", 2, || rows.count());
        let (name, text) = ann.download(|| sims.find("button", "Download CSV").click());
        assert!(name.ends_with("-operation-2.csv"), "{name}");
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "iccid,state,reason,status_old,status_new");
        assert_eq!(lines[1..], [format!("{iccid},failed,not_in_service,,")]);
        sims.find("searchbox", "Find ICCID").fill("");
        sims.find("combobox", "State").choose("Done");
        sims.find("table", "SIMs of this operation").shows("Suspended");
        ann.resize(500, 844);
        ann.is_accessible();
        ann.resize(1440, 900);
        sims.find("button", "Show these SIMs in the list").click();
        list.grid().appears();
        ann.wait_until("the list shows them", || {
            list.number_shown() == count_of(&retried_now(stage), "done")
        });

        // Both are undone, the first from the list.
        for id in [2, 1] {
            page_link(&ann, "Operations").click();
            let row = ann.find("table", "Operations").find("link", suspended(stage, id));
            row.click();
            ann.arrives_at(&format!("/operations/{id}"));
            ann.find("button", "Undo").click();
            ann.find("link", format!("undoes #{id}")).appears();
            ann.wait_for_long("it is undone", LONG, || operation(stage, id)["undone_by"].is_number());
            ann.find("button", "Undo").appears();
        }
        ann.comes_to("SIMs in service", active_before, || active(stage));
        page_link(&ann, "Operations").click();
        ann.find("radio", "With failures").click();
        ann.comes_to("the operations with failures", 3, || {
            ann.find("table", "Operations").find_all("row").count()
        });
        ann.goto("/operations?state=running");
        ann.find_by(Query::text("No operation is like this.")).appears();
        ann.find("button", "Show all operations").click();
        ann.comes_to("all operations", 5, || ann.find("table", "Operations").find_all("row").count());

        // Others see their own, and nothing of those above.
        let user = stage.person_at(USER, "/operations");
        user.find_by(Query::text(Name::containing("There are no operations yet."))).appears();
        let customer = stage.person_at(CUSTOMER_ADMIN, "/operations/1");
        customer.expects_trouble();
        customer.find_by(Query::text("There is no such operation, or it is not yours to see.")).appears();
        customer.find("link", "Show all operations").click();
        customer.find_by(Query::text(Name::containing("There are no operations yet."))).appears();
    });
}

/// How many of the retry were refused because they are not in service.
fn not_in_service(stage: &Stage) -> usize {
    let reasons = stage.api(ADMIN).get("/api/v1/bulk-operations/2/reasons").expect(200);
    let of = |one: &&Value| one["reason"] == "not_in_service";
    let found = reasons["items"].as_array().into_iter().flatten().find(of);
    found.and_then(|one| one["count"].as_u64()).unwrap_or_default() as usize
}

fn retried_now(stage: &Stage) -> Value {
    operation(stage, 2)
}

/// What the list calls an operation that is over.
fn suspended(stage: &Stage, id: u32) -> String {
    format!("{} SIMs suspended", grouped(count_of(&operation(stage, id), "done")))
}
