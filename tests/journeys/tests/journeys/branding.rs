//! Accounts with a look of their own: chosen and tried out in Managed accounts, inherited, and shown before anybody has
//! signed in to whoever comes by their host name.

use journeys::{ADMIN, CUSTOMER_ADMIN, Estate, File, Login, Name, Person, Spot, journey};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30">
    <path fill="#ffd400" d="M0 0h90v30H0z"/></svg>"##;
const HOSTILE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
    <script>fetch("/api/v1/session")</script></svg>"##;

/// The files of the bundle that a page has loaded, whose names have the hash of what is in them.
fn bundle(person: &Person) -> BTreeSet<String> {
    let script = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
        .filter((path) => /-[0-9a-f]{16}/.test(path))";
    let files = person.run(script, &json!([]));
    files.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn sign_in(person: &Person, login: Login) {
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}

/// The tab of an account where its look is chosen.
fn form(person: &Person) -> Spot {
    let form = person.find("form", "Branding");
    form.appears();
    form
}

fn save(form: &Spot) {
    form.find("button", "Save").click();
}

#[test]
fn two_host_names_are_two_brands_of_one_bundle() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let (north, south) = (api.account("Brightwater Distribution"), api.account("Cobalt Connect"));
        // One is made by hand, and seen before it is saved.
        let ann = stage.person_at(ADMIN, &format!("/accounts/{}?tab=branding", north["id"]));
        let branding = form(&ann);
        let preview = ann.find("region", "Preview");
        branding.find("textbox", "Product name").fill("Brightwater SIM");
        preview.shows("Brightwater SIM");
        branding.find("textbox", "Colour of links and buttons").fill("#ffd400");
        branding.text_inside(Name::containing("So that it can be read, it becomes")).appears();
        branding.find("textbox", "Background of the header").fill("#10243e");
        branding.find("textbox", "Text in the header").fill("#ffffff");
        branding.text_inside(Name::containing("Contrast 15.")).appears();
        let logo = File::new("brightwater.svg", LOGO);
        branding.field("Logo").upload(logo.path());
        branding.find("img", "Logo as it is now").appears();
        preview.find_all("img").amounts_to(2);
        branding.find("textbox", "Host names").fill("localhost");
        ann.is_accessible();
        save(&branding);
        branding.text_inside("The branding is saved.").appears();
        // The other one by the API.
        let path = format!("/api/v1/accounts/{}/branding", south["id"]);
        let etag = api.get(&path).expect(200)["etag"].as_str().expect("an etag").to_owned();
        let cobalt = json!({ "product_name": "Cobalt Portal", "accent": "#0050c8", "hosts": ["127.0.0.1"] });
        api.send("PUT", &path, Some(&cobalt), &[("if-match", &etag)]).expect(200);
        // Who looked on is of neither.
        ann.find("link", "Simgrove").appears();

        let ben = stage.person_by("localhost");
        ben.goto("/");
        ben.find("img", "Brightwater SIM").appears();
        ben.comes_to("the title", "Sign in – Brightwater SIM".to_owned(), || ben.title());
        assert!(!ben.tree().contains("Simgrove") && !ben.tree().contains("Cobalt"), "{}", ben.tree());
        let cleo = stage.person();
        cleo.goto("/");
        cleo.text("Cobalt Portal").appears();
        cleo.comes_to("the title", "Sign in – Cobalt Portal".to_owned(), || cleo.title());
        let button = |person: &Person| person.drawn("button[type=submit]", "backgroundColor");
        assert_ne!(button(&ben), button(&cleo));
        assert_eq!(bundle(&ben), bundle(&cleo), "one bundle");
        assert!(!bundle(&ben).is_empty());
        ben.is_accessible();

        // Whoever signs in sees the look of the own account, which here is that of the one above.
        sign_in(&ben, CUSTOMER_ADMIN);
        ben.find("grid", "SIMs").appears();
        ben.find("img", "Brightwater SIM").appears();
        assert_eq!(ben.drawn("header", "backgroundColor"), "rgb(16, 36, 62)");
        ben.is_accessible();
        // With a name of its own the customer is a brand of its own, in the colours from above, at once.
        ben.goto("/accounts?tab=branding");
        let branding = form(&ben);
        branding.find("textbox", "Product name").fill("Alpine Connect");
        save(&branding);
        branding.text_inside("The branding is saved.").appears();
        ben.find("link", "Alpine Connect").appears();
        ben.comes_to("the title", true, || ben.title().ends_with("– Alpine Connect"));
        assert_eq!(ben.drawn("header", "backgroundColor"), "rgb(16, 36, 62)");
        // Under which name one comes in is said above.
        branding.find("textbox", "Host names").is_disabled();
        branding.shows("An account above yours sets this.");
    });
}

#[test]
fn what_is_wrong_with_a_brand_is_told_where_it_is() {
    journey(Estate::of(100), |stage| {
        let api = stage.api(ADMIN);
        let other = api.account("Cobalt Connect");
        let path = format!("/api/v1/accounts/{}/branding", other["id"]);
        let etag = api.get(&path).expect(200)["etag"].as_str().expect("an etag").to_owned();
        api.send("PUT", &path, Some(&json!({ "hosts": ["cobalt.example"] })), &[("if-match", &etag)])
            .expect(200);
        let id = api.account("Brightwater Distribution")["id"].clone();
        let ann = stage.person_at(ADMIN, &format!("/accounts/{id}?tab=branding"));
        // Refused requests are the point of this, and browsers write them to their log.
        ann.expects_trouble();
        let branding = form(&ann);
        branding.find("textbox", "Product name").fill("Brightwater SIM");
        branding.find("textbox", "Colour of links and buttons").fill("yellow");
        branding.find("textbox", "Background of the header").fill("#fff");
        branding.find("textbox", "Text in the header").fill("#777");
        branding.text_inside("Contrast 4.47:1 (it takes 4.5:1 or more)").appears();
        branding.find("textbox", "Sender of mails").fill("nobody");
        branding.find("textbox", "Host names").fill("https://cobalt.example");
        save(&branding);
        for told in [
            "This is not a colour: # and three or six of the digits 0–9 and a–f.",
            "Text and background are too alike: the contrast has to be 4.5:1 or more.",
            "This is not an e-mail address. Please check it.",
        ] {
            branding.text_inside(told).appears();
        }
        branding.text_inside(Name::containing("This is not a host name.")).appears();
        // Nothing that was typed is lost, and what is mended is no longer told.
        branding.find("textbox", "Colour of links and buttons").fill("#fd0");
        branding.find("textbox", "Text in the header").fill("#222");
        branding.find("textbox", "Sender of mails").fill("sim@brightwater.example");
        branding.find("textbox", "Host names").fill("Cobalt.example");
        save(&branding);
        branding.text_inside("This host name is taken already, here or by another account.").appears();
        ann.is_accessible();
        assert_eq!(branding.find("textbox", "Product name").value(), "Brightwater SIM");
        branding.find("textbox", "Host names").fill("brightwater.example");
        // What is more than a drawing is no picture.
        let hostile = File::new("hostile.svg", HOSTILE);
        branding.field("Logo").upload(hostile.path());
        branding.text_inside(Name::containing("This SVG holds more than a drawing")).appears();
        let text = File::new("text.png", "no picture");
        branding.field("Logo").upload(text.path());
        branding.text_inside(Name::containing("This is not a picture that can be shown.")).appears();
        save(&branding);
        branding.text_inside("The branding is saved.").appears();
    });
}

#[test]
fn two_who_brand_one_account_lose_nothing() {
    journey(Estate::of(100), |stage| {
        let api = stage.api(ADMIN);
        let id = api.account("Brightwater Distribution")["id"].clone();
        let at = format!("/accounts/{id}?tab=branding");
        let (ann, beth) = (stage.person_at(ADMIN, &at), stage.person_at(ADMIN, &at));
        beth.expects_trouble();
        let (anns, beths) = (form(&ann), form(&beth));
        beths.find("textbox", "Mail footer").fill("Brightwater Ltd, Leeds");
        anns.find("textbox", "Product name").fill("Brightwater SIM");
        save(&anns);
        anns.text_inside("The branding is saved.").appears();
        // Each has changed something else: both hold.
        save(&beths);
        beths.text_inside("The branding is saved.").appears();
        assert_eq!(beths.find("textbox", "Product name").value(), "Brightwater SIM");
        let own = || api.get(&format!("/api/v1/accounts/{id}/branding")).expect(200)["own"].clone();
        assert_eq!(own()["mail_footer"], "Brightwater Ltd, Leeds");
        // The same: both are shown, and one of them is chosen.
        ann.reload();
        let anns = form(&ann);
        anns.find("textbox", "Product name").fill("Brightwater Mobile");
        save(&anns);
        anns.text_inside("The branding is saved.").appears();
        beths.find("textbox", "Product name").fill("Brightwater Things");
        save(&beths);
        beths
            .text_inside("Someone else has changed this meanwhile. Nothing of yours is saved yet.")
            .appears();
        beths.text_inside("Brightwater Mobile").appears();
        assert_eq!(own()["product_name"], "Brightwater Mobile");
        beth.is_accessible();
        beths.find("button", "Apply mine").click();
        beths.text_inside("The branding is saved.").appears();
        assert_eq!(own()["product_name"], "Brightwater Things");
    });
}

#[test]
fn mails_come_in_the_name_of_the_brand() {
    journey(Estate::of(100), |stage| {
        let api = stage.api(ADMIN);
        let path = format!("/api/v1/accounts/{}/branding", api.account("Brightwater Distribution")["id"]);
        let etag = api.get(&path).expect(200)["etag"].as_str().expect("an etag").to_owned();
        let brand = json!({
            "product_name": "Brightwater SIM",
            "mail_sender": "sim@brightwater.example",
            "mail_footer": "Brightwater Ltd, Leeds",
            "hosts": ["localhost"],
        });
        api.send("PUT", &path, Some(&brand), &[("if-match", &etag)]).expect(200);
        let ann = stage.person_by("localhost");
        ann.goto("/forgot-password");
        ann.find("img", "Brightwater SIM").disappears();
        ann.find("textbox", "E-mail").fill(CUSTOMER_ADMIN.email);
        ann.find("button", "Send link").click();
        let mail = stage.mail(CUSTOMER_ADMIN.email, 1);
        for part in [
            "From: \"Brightwater SIM\" <sim@brightwater.example>",
            "Brightwater Ltd, Leeds",
            "http://localhost:",
        ] {
            assert!(mail.contains(part), "{part} is not in {mail}");
        }
        assert!(!mail.contains("Simgrove") && !mail.contains("Northgate"), "{mail}");
        ann.goto(&stage.mailed_link(CUSTOMER_ADMIN.email, 1));
        ann.text("Brightwater SIM").appears();
    });
}
