//! What people keep for themselves.

use journeys::{Engine, Estate, Login, Name, Person, SimList, VIEWER, journey};
use serde_json::json;

const NEW_PASSWORD: &str = "vine-lantern-orbit-72";
const NEW_EMAIL: &str = "priya@northgate.example";

/// Goes to the profile as a person does.
#[track_caller]
fn open_profile(person: &Person) {
    person.find("button", Name::containing("Your profile")).click();
    person.find("dialog", "Your profile").find("link", "Your profile").click();
    person.find("heading", "Your profile").appears();
    person.arrives_at("/profile");
}

#[test]
fn name_and_language_are_saved_and_what_someone_else_has_changed_is_shown() {
    journey(Estate::of(50), |stage| {
        let api = stage.api(VIEWER);
        let list = SimList::opened(stage, VIEWER, "/sims");
        let priya = &list.person;
        open_profile(priya);
        priya.find("region", "Name").appears();
        priya.is_accessible();
        let name = priya.find("textbox", "Name");
        assert_eq!(name.value(), "Priya Raman");
        name.fill("Priya R. Raman");
        let section = priya.find("region", "Name");
        section.find("button", "Save").click();
        section.shows("Name saved");
        priya.find("button", Name::containing("Priya R. Raman")).appears();
        // Somebody else meanwhile: the same person, in another place.
        let etag = api.get("/api/v1/me").expect(200)["etag"].as_str().unwrap_or_default().to_owned();
        let other = json!({ "name": "P. Raman" });
        api.send("PATCH", "/api/v1/me", Some(&other), &[("if-match", &etag)]).expect(200);
        name.fill("Priya Raman-Iyer");
        section.find("button", "Save").click();
        section.shows("This has been changed elsewhere since you opened this page.");
        section.shows("P. Raman");
        section.find("button", "Apply mine").click();
        section.shows("Name saved");
        assert_eq!(api.get("/api/v1/me").expect(200)["name"], "Priya Raman-Iyer");

        priya.find("combobox", "Language").choose("Deutsch");
        priya.find("heading", "Ihr Profil").appears();
        priya.find("region", "Sprache").shows("Sprache gespeichert");
        assert_eq!(api.get("/api/v1/me").expect(200)["language"], "de");
        priya.is_accessible();
        // The same choice as in the display settings.
        priya.find("button", "Darstellung").click();
        priya.find("dialog", "Darstellung").find("combobox", "Sprache").choose("English");
        priya.find("heading", "Your profile").appears();
        priya.comes_to("the language of the profile", json!("en"), || {
            api.get("/api/v1/me").expect(200)["language"].clone()
        });
        priya.press("Escape");
        let language = priya.find("combobox", "Language");
        priya.comes_to("the choice on the page", "en".to_owned(), || language.value());
        // WebKit tells of a choice that differs from what was chosen when the list got the focus.
        language.focus();
        language.choose("Deutsch");
        priya.find("region", "Sprache").shows("Sprache gespeichert");
        // It holds in a browser that speaks another language.
        let elsewhere = stage.person();
        elsewhere.goto("/");
        sign_in(&elsewhere, VIEWER);
        elsewhere.find("navigation", "Konten").appears();
        // As the browser again.
        priya.find("combobox", "Sprache").choose("Wie der Browser");
        priya.find("heading", "Your profile").appears();
        priya.comes_to("the language of the profile", json!(null), || {
            api.get("/api/v1/me").expect(200)["language"].clone()
        });
    });
}

#[test]
fn a_new_password_ends_other_sessions_and_a_new_address_holds_when_it_is_confirmed() {
    journey(Estate::of(50), |stage| {
        let elsewhere = SimList::opened(stage, VIEWER, "/sims").person;
        let priya = stage.person();
        priya.goto("/profile");
        sign_in(&priya, VIEWER);
        let sessions = priya.find("region", "Your sessions");
        let browser = match stage.engine() {
            Engine::Chromium => "Chrome on Linux",
            Engine::Firefox => "Firefox on Linux",
            Engine::WebKit => "Safari on Linux",
        };
        sessions.shows(browser);
        sessions.find_all("listitem").amounts_to(2);
        assert_eq!(sessions.text_inside("This session").count(), 1);

        let password = priya.find("region", "Password");
        password.find("button", "Change password…").click();
        password.field("Current password").has_focus();
        priya.is_accessible();
        password.field("Current password").fill("wrong");
        password.field("New password").fill("priya-raman-northgate");
        password.find_all("status").shows("It is made of your name or e-mail address");
        password.field("New password").fill(NEW_PASSWORD);
        password.find_all("status").shows("Strength: Strong.");
        password.find("button", "Change password").click();
        password.shows("This is not your current password.");
        assert_eq!(password.field("New password").value(), NEW_PASSWORD, "what was typed is lost");
        password.field("Current password").fill(VIEWER.password);
        password.find("button", "Change password").click();
        password.shows("Password changed. Your other sessions have ended.");
        sessions.find_all("listitem").amounts_to(1);
        let expired = elsewhere.find("dialog", "Please sign in again");
        expired.appears();
        expired.field("Password").fill(NEW_PASSWORD);
        expired.find("button", "Go on").click();
        expired.disappears();

        sessions.find("button", "Sign out everywhere").click();
        let question = priya.find("alertdialog", "Sign out everywhere?");
        question.shows("All your other sessions end at once");
        question.find("button", "Sign out everywhere").click();
        sessions.shows("Signed out everywhere else");
        expired.appears();

        let email = priya.find("region", "E-mail");
        email.find("button", "Change e-mail…").click();
        email.find("textbox", "New e-mail").fill(NEW_EMAIL);
        email.field("Current password").fill(NEW_PASSWORD);
        email.find("button", "Send confirmation").click();
        email.shows("A mail has gone to priya@northgate.example. Nothing changes until you follow the link");
        email.shows(VIEWER.email);
        let link = stage.mailed_link(NEW_EMAIL, 1);
        priya.goto(&link);
        priya.find("heading", "Confirm your e-mail address").appears();
        priya.is_accessible();
        priya.find("button", "Confirm e-mail").click();
        priya.text("priya@northgate.example is confirmed as the new e-mail address.").appears();
        priya.arrives_at("/sims");
        priya.find("button", Name::containing("Your profile")).click();
        priya.find("dialog", "Your profile").shows(NEW_EMAIL);
        priya.goto(&link);
        priya.text("This link no longer works: it was used, has expired, or was withdrawn.").appears();
        stage.api(Login { email: NEW_EMAIL, password: NEW_PASSWORD }).get("/api/v1/session").expect(200);
    });
}

#[track_caller]
fn sign_in(person: &Person, login: Login) {
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}
