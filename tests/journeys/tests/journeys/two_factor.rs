//! Two-factor sign-in: setting it up, signing in with it, and an account that requires it.

use journeys::{ADMIN, CUSTOMER_VIEWER, Estate, Login, Person, Query, SimList, Spot, VIEWER, journey};
use serde_json::json;
use std::time::SystemTime;
use totp_rs::{Builder, Secret};

const CODE: &str = "Code from your authenticator app";

/// The code that the authenticator app shows now, or so many steps later: each is taken only once.
fn code(secret: &str, later: u64) -> String {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("long enough");
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs();
    totp.generate(now + 30 * later).to_string()
}

/// Six digits that the app does not show for a while.
fn wrong_code(secret: &str) -> String {
    let right: Vec<String> = (0..6).map(|later| code(secret, later)).collect();
    (0..10)
        .map(|digit| digit.to_string().repeat(6))
        .find(|guess| !right.contains(guess))
        .expect("most are wrong")
}

/// The secret, as the link beside the QR code carries it and as it is shown for typing.
#[track_caller]
fn secret(part: &Spot) -> String {
    part.find("img", "QR code for your authenticator app").appears();
    let link = part.find("link", "Open in an app on this device");
    let uri = link.attribute("href").expect("an address");
    let after = uri.split("secret=").nth(1).expect("a secret");
    let secret: String = after.chars().take_while(|c| *c != '&').collect();
    let shown: String = part.text().split_whitespace().collect();
    assert!(shown.contains(&secret), "{shown}");
    secret
}

fn sign_in(person: &Person, login: Login) {
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}

/// Somebody else ends the session, such as the same person in another window.
fn end_session(person: &Person) {
    let ended = person.run_async(
        "const done = arguments[0];
         fetch('/api/v1/session')
           .then((answer) => answer.json())
           .then(({ csrf_token }) => fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-CSRF-Token': csrf_token } }))
           .then(({ status }) => done(status), (error) => done(String(error)));",
        &json!([]),
    );
    assert_eq!(ended, 204, "the session did not end");
}

#[test]
fn somebody_sets_it_up_and_signs_in_with_app_and_recovery_code() {
    journey(Estate::of(50), |stage| {
        let person = stage.person_at(VIEWER, "/profile");
        person.find("button", "Set up").click();
        let dialog = person.find("dialog", "Set up two-factor sign-in");
        dialog.field("Password").has_focus();
        dialog.field("Password").fill("not-it");
        dialog.find("button", "Continue").click();
        dialog.shows("This is not your current password.");
        dialog.field("Password").fill(VIEWER.password);
        dialog.find("button", "Continue").click();
        dialog.field(CODE).has_focus();
        let secret = secret(&dialog);
        person.is_accessible();
        dialog.field(CODE).fill(&wrong_code(&secret));
        dialog.find("button", "Switch on").click();
        dialog.shows("This code is not right, or it was used already.");
        dialog.field(CODE).fill(&code(&secret, 0));
        dialog.find("button", "Switch on").click();

        let dialog = person.find("dialog", "Your recovery codes");
        dialog.appears();
        let codes = dialog.find_all("listitem").texts();
        assert_eq!(codes.len(), 10);
        // Nobody passes over them by accident.
        person.press("Escape");
        dialog.shows("These codes are not shown again.");
        let (name, text) = person.download(|| dialog.find("button", "Download").click());
        assert_eq!((name.as_str(), text), ("recovery-codes.txt", codes.join("\n") + "\n"));
        dialog.find("button", "I have stored them").click();
        dialog.disappears();
        person.text("Two-factor sign-in is on.").appears();
        person.text("10 recovery codes are left.").appears();

        // Signing in: the password first, then the code; going back loses nothing.
        end_session(&person);
        person.goto("/sims");
        sign_in(&person, VIEWER);
        person.field(CODE).has_focus();
        person.find("button", "Back").click();
        person.field("Password").has_focus();
        assert_eq!(person.find("textbox", "E-mail").value(), VIEWER.email);
        person.find("button", "Sign in").click();
        person.field(CODE).fill(&wrong_code(&secret));
        person.find("button", "Sign in").click();
        person
            .text(
                "This code is not right, or it was used already. Please wait for the next one and try again.",
            )
            .appears();
        person.field(CODE).has_focus();
        person.field(CODE).fill(&code(&secret, 1));
        person.find("button", "Sign in").click();
        let list = SimList { person: person.clone() };
        list.is_loaded();

        // Over the page, without the app at hand. That the session has ended is told at once.
        end_session(&person);
        let expired = person.find("dialog", "Please sign in again");
        expired.field("Password").fill(VIEWER.password);
        expired.find("button", "Go on").click();
        expired.find("button", "Use a recovery code").click();
        expired.field("Recovery code").fill(&codes[0]);
        expired.find("button", "Go on").click();
        expired.disappears();
        list.grid().appears();
    });
}

#[test]
fn an_account_requires_it_and_an_admin_helps_who_lost_the_app() {
    journey(Estate::of(50), |stage| {
        let list = SimList::opened(stage, CUSTOMER_VIEWER, "/sims");
        let person = &list.person;
        let account = stage.api(ADMIN).account("Alpine Telematics");
        let admin = stage.person_at(ADMIN, &format!("/accounts/{}", account["id"]));
        admin.find("tab", "Features").click();
        let require = admin.find("switch", "Require two-factor sign-in");
        require.click();
        admin.find_by(Query::role("switch").named("Require two-factor sign-in").checked(true)).appears();

        // Also who is at work: the next thing that is asked leads here.
        let page = person.find("form", "Set up two-factor sign-in");
        page.shows("Your account requires it");
        assert!(!list.grid().exists());
        page.field("Password").fill(CUSTOMER_VIEWER.password);
        page.find("button", "Continue").click();
        let secret = secret(&page);
        person.is_accessible();
        page.field(CODE).fill(&code(&secret, 0));
        page.find("button", "Switch on").click();
        person.find("form", "Your recovery codes").find("button", "I have stored them").click();
        list.is_loaded();
        person.goto("/profile");
        let off = person.find("button", "Switch off");
        off.appears();
        assert!(off.is_disabled(), "it is required");

        admin.find("tab", "Users").click();
        admin.find("button", "Actions for Tomás Ferreira").click();
        admin.find("menuitem", "Reset two-factor sign-in").click();
        let question = admin.find("alertdialog", "Reset the two-factor sign-in of Tomás Ferreira?");
        question.find("button", "Reset").click();
        question.disappears();
        // The password alone signs in again, and then it is to be set up anew.
        person.goto("/");
        sign_in(person, CUSTOMER_VIEWER);
        person.find("form", "Set up two-factor sign-in").appears();
    });
}
