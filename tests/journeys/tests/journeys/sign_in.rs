//! Signing in and out, and what happens when that goes wrong.

use journeys::{
    ADMIN, CUSTOMER_ADMIN, CUSTOMER_VIEWER, Estate, Login, Name, Person, SimList, USER, VIEWER, journey,
};
use serde_json::json;

fn sign_in(person: &Person, login: Login, password: &str) {
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill(password);
    person.find("button", "Sign in").click();
}

/// Waits until the form says why one cannot sign in.
#[track_caller]
fn says(person: &Person, why: &str) {
    person.find("form", "Sign in").find_all("alert").shows(why);
}

#[test]
fn everybody_signs_in_sees_who_they_are_and_signs_out() {
    journey(Estate::of(300), |stage| {
        let person = stage.person();
        for (login, name, role, account) in [
            (ADMIN, "Ada Lindqvist", "Admin", "Northgate IoT"),
            (USER, "Jonas Weber", "User", "Northgate IoT"),
            (VIEWER, "Priya Raman", "View only", "Northgate IoT"),
            (CUSTOMER_ADMIN, "Magdalena Höfer", "Admin", "Alpine Telematics"),
            (CUSTOMER_VIEWER, "Tomás Ferreira", "View only", "Alpine Telematics"),
        ] {
            person.goto("/");
            person.find("heading", "Sign in").appears();
            sign_in(&person, login, login.password);
            let list = SimList { person: person.clone() };
            list.is_loaded();
            person.find("heading", account).appears();
            person.find("button", Name::containing(name)).click();
            let panel = person.find("dialog", "Your profile");
            panel.shows(role);
            panel.shows(account);
            panel.shows(login.email);
            panel.find("button", "Sign out").click();
            person.find("heading", "Sign in").appears();
            // The way back leads to no SIM any more.
            person.goto("/sims");
            person.find("heading", "Sign in").appears();
            assert!(!list.grid().exists());
        }
    });
}

#[test]
fn a_wrong_password_is_told_and_after_five_one_has_to_wait() {
    journey(Estate::of(50), |stage| {
        let ann = stage.person();
        ann.goto("/");
        ann.find("button", "Sign in").click();
        ann.text("Please enter your e-mail address.").appears();
        ann.find("textbox", "E-mail").has_focus();
        for attempt in 1..=5 {
            sign_in(&ann, ADMIN, &format!("wrong-{attempt}"));
            says(&ann, "E-mail or password is wrong");
            ann.field("Password").has_focus();
        }
        assert_eq!(ann.find("textbox", "E-mail").value(), ADMIN.email, "what was typed is lost");
        sign_in(&ann, ADMIN, ADMIN.password);
        says(&ann, "Too many attempts. Please wait");
        // It is about this address: others can sign in.
        sign_in(&ann, VIEWER, VIEWER.password);
        ann.find("grid", "SIMs").appears();
    });
}

#[test]
fn when_the_session_ends_the_password_is_asked_over_the_page_and_work_goes_on() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let [first, second, ..] = &sims[..] else { panic!("there are SIMs") };
        let (first, second) = (journeys::iccid(first), journeys::iccid(second));
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        list.sim(first).click();
        list.sim(second).click_with(&["Control"]);
        list.press("Move to account…");
        let dialog = list.dialog("Move 2 SIMs");
        dialog.appears();
        list.type_destination(&dialog, "Redwood Rentals");
        end_session(ann);
        let expired = ann.find("dialog", "Please sign in again");
        expired.appears();
        expired.field("Password").has_focus();
        assert_eq!(expired.find("textbox", "E-mail").value(), ADMIN.email);
        expired.field("Password").fill("not-it");
        expired.find("button", "Go on").click();
        expired.find_all("alert").shows("E-mail or password is wrong");
        ann.press("Escape");
        expired.appears();
        expired.field("Password").fill(ADMIN.password);
        expired.find("button", "Go on").click();
        expired.disappears();
        assert_eq!(dialog.find("combobox", "Destination account").value(), "Redwood Rentals");
        dialog.shows("2 SIMs move to Redwood Rentals.");
        dialog.find("button", "Move").click();
        list.operation("2 SIMs moved to Redwood Rentals").appears();
        list.has_selected(&[first, second]);
    });
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
