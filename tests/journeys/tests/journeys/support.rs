//! Help & support: a page of the account's own, an address, or whom to ask; inherited, and found without signing in.

use journeys::{ADMIN, CUSTOMER_VIEWER, Estate, File, Name, Person, Spot, journey};
use serde_json::{Value, json};

const DESK: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" width="30" height="20">
    <path fill="#7a1fa2" d="M0 0h30v20H0z"/></svg>"##;

fn form(person: &Person) -> Spot {
    let form = person.find("form", "Help & support");
    form.appears();
    form
}

/// Chooses where the people of an account find help.
fn choose(api: &journeys::Api, account: &str, support: &Value) {
    let path = format!("/api/v1/accounts/{}/support", api.account(account)["id"]);
    let etag = api.get(&path).expect(200)["etag"].as_str().expect("an etag").to_owned();
    api.send("PUT", &path, Some(&json!({ "support": support })), &[("if-match", &etag)]).expect(200);
}

#[test]
fn a_page_is_written_tried_out_and_found_below() {
    journey(Estate::of(200), |stage| {
        let api = stage.api(ADMIN);
        let id = api.account("Brightwater Distribution")["id"].clone();
        let ann = stage.person_at(ADMIN, &format!("/accounts/{id}?tab=support"));
        let support = form(&ann);
        let preview = ann.find("region", "Preview");
        preview.shows("Nobody has said yet where help is to be found.");
        support.find("radio", "Own page").click();
        // Nothing is no page.
        support.find("button", "Save").click();
        support.text_inside("Please fill this in.").appears();
        support.find("textbox", "Text of the page").fill(
            "# Brightwater Service\n\nAsk **us**, not the operator: [our site](https://brightwater.example/help).\n\n\
             - by phone\n- by mail\n\n<script>alert(1)</script>\n\nAnd [no](javascript:alert(1)).",
        );
        preview.find("heading", "Brightwater Service").appears();
        preview.find("link", "our site").appears();
        preview.find_all("listitem").amounts_to(2);
        // What somebody writes does nothing.
        preview.shows("<script>alert(1)</script>");
        preview.shows("And no.");
        preview.find("link", "no").disappears();
        // A picture comes where one was typing.
        let picture = File::new("desk.svg", DESK);
        support.field("Insert a picture").upload(picture.path());
        preview.find("img", "desk").appears();
        ann.is_accessible();
        support.find("button", "Save").click();
        support.text_inside("Help & support is saved.").appears();

        // A View only user two levels below finds it.
        let ben = stage.person_at(CUSTOMER_VIEWER, "/sims");
        ben.find("grid", "SIMs").appears();
        ben.find("banner", "").find("link", "Help & support").click();
        ben.arrives_at("/support");
        ben.find("heading", "Help & support").has_focus();
        ben.find("heading", "Brightwater Service").appears();
        ben.wait_until("the picture has come", || {
            ben.run("return document.querySelector('article img')?.naturalHeight ?? 0", &json!([])) == 20
        });
        assert_eq!(
            ben.find("link", "our site").attribute("href").as_deref(),
            Some("https://brightwater.example/help")
        );
        ben.is_accessible();
        ben.find("link", Name::containing("How everything here works")).click();
        ben.arrives_at("/help");
    });
}

#[test]
fn a_contact_takes_the_place_of_what_is_above_and_opens_over_the_page() {
    journey(Estate::of(200), |stage| {
        let api = stage.api(ADMIN);
        choose(&api, "Brightwater Distribution", &json!({ "page": { "markdown": "# Ask Brightwater" } }));
        let id = api.account("Alpine Telematics")["id"].clone();
        let ann = stage.person_at(ADMIN, &format!("/accounts/{id}?tab=support"));
        let support = form(&ann);
        // What is above holds until something else is chosen.
        ann.find("region", "Preview").find("heading", "Ask Brightwater").appears();
        support.find("radio", "Contact").click();
        support.find("textbox", "Name").fill("Alpine Service");
        support.find("textbox", "Phone").fill("+43 1 555 010");
        support.find("textbox", "E-mail").fill("nobody");
        support.find("button", "Save").click();
        support.text_inside("This is not an e-mail address. Please check it.").appears();
        support.find("textbox", "E-mail").fill("service@alpine.example");
        support.find("textbox", "Hours").fill("Mo–Fr 9–17");
        ann.find("region", "Preview").shows("Alpine Service");
        support.find("button", "Save").click();
        support.text_inside("Help & support is saved.").appears();

        let ben = stage.person_at(CUSTOMER_VIEWER, "/sims");
        ben.find("grid", "SIMs").appears();
        let button = ben.find("banner", "").find("button", "Help & support");
        button.click();
        let dialog = ben.find("dialog", "Help & support");
        dialog.find("heading", "Help & support").has_focus();
        dialog.shows("Alpine Service");
        dialog.shows("Mo–Fr 9–17");
        let phone = dialog.find("link", "+43 1 555 010").attribute("href");
        assert_eq!(phone.as_deref(), Some("tel:+431555010"));
        ben.is_accessible();
        ben.press("Escape");
        dialog.disappears();
        button.has_focus();
    });
}

#[test]
fn whoever_cannot_sign_in_finds_help_too() {
    journey(Estate::of(100), |stage| {
        let api = stage.api(ADMIN);
        let path = format!("/api/v1/accounts/{}/branding", api.account("Cobalt Connect")["id"]);
        let etag = api.get(&path).expect(200)["etag"].as_str().expect("an etag").to_owned();
        let brand = json!({ "product_name": "Cobalt Portal", "hosts": ["localhost"] });
        api.send("PUT", &path, Some(&brand), &[("if-match", &etag)]).expect(200);
        choose(&api, "Cobalt Connect", &json!({ "page": { "markdown": "Ring **Cobalt**." } }));
        let ann = stage.person_by("localhost");
        ann.goto("/support");
        ann.find("heading", "Help & support").appears();
        ann.text("Cobalt").appears();
        ann.is_accessible();
        ann.find("link", "To the sign-in").click();
        ann.find("heading", "Sign in").appears();
        ann.find("link", "Help & support").appears();

        // Without an account that says it, the host does.
        let contact = r#"{ "support": { "contact": { "name": "Northgate desk", "phone": "+44 20 5550" } } }"#;
        stage.host("config.json", contact);
        let ben = stage.person();
        ben.goto("/");
        ben.find("button", "Help & support").click();
        ben.find("dialog", "Help & support").shows("Northgate desk");
        ben.is_accessible();
    });
}
