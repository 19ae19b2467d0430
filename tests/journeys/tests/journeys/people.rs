//! Customers run themselves: invitations, passwords, and who sees what.

use journeys::{ADMIN, Api, Estate, Login, Name, Person, Query, SimList, Stage, iccid, journey};
use serde_json::{Value, json};

const IDA: Login = Login { email: "ida@harbour-pumps.example", password: "vine-lantern-orbit-72" };
const OLE: Login = Login { email: "ole@harbour-pumps.example", password: "copper-meadow-violin-9" };
const LATE: &str = "late@harbour-pumps.example";

/// Invites somebody who does not come in.
#[track_caller]
fn invite_late(api: &Api, account: &Value) -> Value {
    let path = format!("/api/v1/accounts/{}/users", account["id"]);
    let body = json!({ "name": "Late Comer", "email": LATE, "role": "user" });
    api.send("POST", &path, Some(&body), &[("idempotency-key", "late")]).expect(201)
}

/// Makes an account below the one that is chosen on the page; the new one is chosen then.
#[track_caller]
fn add_account(person: &Person, name: &str) {
    person.find("button", "Add sub-account").click();
    person.field("Name of the new account").has_focus();
    person.type_text(name);
    person.press("Enter");
    person.find_by(Query::role("heading").named(name).level(2)).appears();
}

/// Invites somebody to the account that is chosen on the page.
#[track_caller]
fn invite(person: &Person, name: &str, login: Login, role: &str) {
    person.find("button", "Invite user").click();
    let dialog = person.find("dialog", "Invite user");
    dialog.field("Name").fill(name);
    dialog.field("E-mail").fill(login.email);
    dialog.find("combobox", "Role").choose(role);
    dialog.find("button", "Send invitation").click();
    dialog.disappears();
    person.find("table", "Users").find("rowheader", name).appears();
}

/// Sets a password on the page that a link has led to, and signs in with it.
#[track_caller]
fn set_password(person: &Person, login: Login) {
    person.field("New password").fill(login.password);
    person.find_all("status").first().shows("Strength: Strong.");
    person.find("button", "Set password").click();
    person.find("heading", "Sign in").appears();
    person.text("Your password is set. You can sign in with it now.").appears();
    // The link is neither in the address nor a step back from here.
    person.arrives_at("/");
    assert_eq!(person.find("textbox", "E-mail").value(), login.email);
    person.field("Password").has_focus();
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}

/// What the page asked for anything with a token in it: the API, and nobody else.
#[track_caller]
fn only_the_api_gets(person: &Person, token: &str) {
    let asked = person.run(
        "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
           .filter((path) => path.includes(arguments[0]) && !path.startsWith('/api/v1/'))",
        &json!([token]),
    );
    assert_eq!(asked, json!([]), "the token went elsewhere");
    let policy = person.run("return document.querySelector('meta[name=referrer]').content", &json!([]));
    assert_eq!(policy, "no-referrer");
}

#[test]
fn a_reseller_makes_a_customer_that_runs_itself() {
    journey(Estate::of(300), |stage| {
        let reseller = stage.person_at(ADMIN, "/accounts");
        add_account(&reseller, "Harbour Pumps");
        invite(&reseller, "Ida Novak", IDA, "Admin");
        let link = stage.mailed_link(IDA.email, 1);

        let ida = stage.person();
        ida.goto(&link);
        ida.find("heading", "Welcome").appears();
        ida.text(Name::containing("you are invited to Harbour Pumps")).appears();
        assert_eq!(ida.find("textbox", "E-mail").value(), IDA.email);
        ida.field("New password").has_focus();
        ida.is_accessible();
        // Refused before it is sent, then by the API, each time with the reason; what was typed stays.
        ida.field("New password").fill("short");
        ida.find("button", "Set password").click();
        ida.text("This is too short: use 12 characters or more.").appears();
        ida.field("New password").fill("IdaNovakHarbour");
        ida.find_all("status").first().shows("It is made of your name or e-mail address");
        ida.find("button", "Set password").click();
        ida.text(Name::containing("This password would be guessed soon.")).appears();
        assert_eq!(ida.field("New password").value(), "IdaNovakHarbour");
        ida.field("New password").fill(IDA.password);
        ida.find_all("status").first().shows("Strength: Strong.");
        only_the_api_gets(&ida, link.rsplit('/').next().unwrap_or_default());
        set_password(&ida, IDA);
        ida.text("This account has no SIMs yet.").appears();
        ida.find("heading", "Harbour Pumps").appears();
        assert!(!ida.text(Name::containing("Northgate")).exists(), "she sees what lies above");

        reseller.find("link", "SIMs").click();
        let assigned = assign_two_sims(stage, &SimList { person: reseller }, "Harbour Pumps");
        let list = SimList { person: ida.clone() };
        for sim in &assigned {
            list.sim(sim).appears();
        }
        assert_eq!(list.number_shown(), 2);

        ida.find("link", "Managed accounts").click();
        add_account(&ida, "Pump Depot");
        invite(&ida, "Ole Berg", OLE, "User");
        // In the browser where somebody else is signed in.
        ida.goto(&stage.mailed_link(OLE.email, 1));
        ida.text(Name::containing("Ida Novak (ida@harbour-pumps.example) is signed in here.")).appears();
        ida.is_accessible();
        ida.find("button", "Sign out").click();
        ida.text(Name::containing("you are invited to Pump Depot")).appears();
        set_password(&ida, OLE);
        ida.text("This account has no SIMs yet.").appears();
        ida.find("heading", "Pump Depot").appears();

        let sees = |login: Login| {
            let sims = stage.api(login).all_sims();
            let mut iccids: Vec<String> = sims.iter().map(|sim| iccid(sim).to_owned()).collect();
            iccids.sort();
            iccids
        };
        let mut expected = assigned.clone();
        expected.sort();
        assert_eq!(sees(IDA), expected);
        assert!(sees(OLE).is_empty());
        assert_eq!(sees(ADMIN).len(), 300);

        // What was used leads nowhere any more, and neither does what was withdrawn.
        let admin = stage.api(IDA);
        let late = invite_late(&admin, &admin.account("Pump Depot"));
        let withdrawn = stage.mailed_link(LATE, 1);
        admin.delete(&format!("/api/v1/users/{}/invitation", late["id"])).expect(204);
        for link in [link, withdrawn] {
            ida.goto(&link);
            ida.text("This link no longer works: it was used, has expired, or was withdrawn.").appears();
            ida.text(Name::containing("ask whoever invited you")).appears();
        }
        ida.is_accessible();
        ida.find("button", "To sign-in").click();
        // Ole is still signed in.
        ida.find("heading", "Pump Depot").appears();
    });
}

/// The reseller gives a customer two SIMs, in the grid.
#[track_caller]
fn assign_two_sims(stage: &Stage, list: &SimList, customer: &str) -> Vec<String> {
    let sims = stage.api(ADMIN).all_sims();
    let active = sims.iter().filter(|sim| sim["status"] == "active").take(2);
    let chosen: Vec<String> = active.map(|sim| iccid(sim).to_owned()).collect();
    list.is_loaded();
    let search = list.person.find("searchbox", "Search SIMs");
    for sim in &chosen {
        search.fill(sim);
        list.tick_box(sim).click();
    }
    search.fill("");
    list.status().shows("2 selected");
    list.press("Move to account…");
    let dialog = list.dialog("Move 2 SIMs");
    list.type_destination(&dialog, customer);
    dialog.shows(&format!("2 SIMs move to {customer}."));
    dialog.find("button", "Move").click();
    list.operation(&format!("2 SIMs moved to {customer}")).appears();
    chosen
}

#[test]
fn a_forgotten_password_is_replaced_by_mail_and_an_expired_link_says_so() {
    // Invitations have expired when they come.
    journey(Estate::of(50).flag("--invitation-hours=0"), |stage| {
        let api = stage.api(ADMIN);
        invite_late(&api, &json!({ "id": 1 }));
        let ole = stage.person();
        ole.goto(&stage.mailed_link(LATE, 1));
        ole.text("This link no longer works: it was used, has expired, or was withdrawn.").appears();
        ole.find("button", "Forgot password?").click();
        ole.arrives_at("/forgot-password");
        ole.find("heading", "Forgot password?").appears();
        ole.find("textbox", "E-mail").has_focus();
        ole.is_accessible();
        // Whether somebody has the address, the page does not tell.
        for email in ["nobody@harbour-pumps.example", journeys::VIEWER.email] {
            ole.find("textbox", "E-mail").fill(email);
            ole.find("button", "Send link").click();
            ole.text(format!(
                "If somebody signs in with {email} here, a mail with a link is on its way there."
            ))
            .appears();
            ole.find("button", "To sign-in").click();
            assert_eq!(ole.find("textbox", "E-mail").value(), email, "what was typed is lost");
            ole.find("link", "Forgot password?").click();
        }
        for _ in 0..5 {
            api.post("/api/v1/password-resets", &json!({ "email": "often@harbour-pumps.example" }))
                .expect(202);
        }
        ole.find("textbox", "E-mail").fill("often@harbour-pumps.example");
        ole.find("button", "Send link").click();
        ole.find_all("alert").first().shows("Too many attempts. Please wait");
        assert_eq!(stage.mails_to("nobody@harbour-pumps.example"), 0);

        let link = stage.mailed_link(journeys::VIEWER.email, 1);
        ole.goto(&link);
        ole.find("heading", "Choose a new password").appears();
        set_password(&ole, Login { email: journeys::VIEWER.email, password: OLE.password });
        ole.find("grid", "SIMs").appears();
    });
}
