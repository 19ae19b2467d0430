//! What whoever hosts the bundle changes without building it: whose it looks to be, and where it lies.

use journeys::{ADMIN, Estate, Name, Person, Query, SimList, journey};
use serde_json::json;

const NORTH: &str = r##"{
    "$schema": "config.schema.json",
    "product_name": "Northgate Connect",
    "logo": "brand/north.svg",
    "favicon": "brand/north.svg",
    "colours": { "accent": "#ffd400", "header": "#10243e", "header_text": "#ffffff" }
}"##;
const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20">
    <path fill="#ffd400" d="M0 0h60v20H0z"/></svg>"##;

fn choose_colours(ann: &Person, theme: &str, used: &str) {
    ann.find("button", "Display").click();
    ann.find("dialog", "Display").find("radio", theme).click();
    ann.wait_until("the colours are used", || ann.drawn("html", "colorScheme") == used);
    ann.press("Escape");
    ann.find("dialog", "Display").disappears();
}

#[test]
fn one_bundle_is_another_product_by_its_configuration() {
    journey(Estate::of(100), |stage| {
        // As it comes.
        let ann = stage.person();
        ann.goto("/");
        ann.find("heading", "Sign in").appears();
        assert_eq!(ann.title(), "Sign in – Simgrove");
        let ours = ann.drawn("button[type=submit]", "backgroundColor");

        // With a file beside it.
        stage.host("config.json", NORTH);
        stage.host("brand/north.svg", PICTURE);
        ann.goto("/");
        ann.find("img", "Northgate Connect").appears();
        ann.comes_to("the title", "Sign in – Northgate Connect".to_owned(), || ann.title());
        assert_ne!(ann.drawn("button[type=submit]", "backgroundColor"), ours);
        ann.wait_until("the logo has come", || {
            ann.run("return document.querySelector('img').naturalHeight", &json!([])) == 20
        });
        let icon = ann.run("return document.querySelector('link[rel=icon]').href", &json!([]));
        assert!(icon.as_str().is_some_and(|icon| icon.ends_with("/brand/north.svg")), "{icon}");
        assert!(!ann.tree().contains("Simgrove"), "nobody sees our name");
        ann.is_accessible();

        // The bright yellow of the brand can be read on light and on dark.
        let beth = stage.person_at(ADMIN, "/sims");
        beth.find("grid", "SIMs").appears();
        beth.find("img", "Northgate Connect").appears();
        assert_eq!(beth.drawn("header", "backgroundColor"), "rgb(16, 36, 62)");
        for (theme, used) in [("Light", "light"), ("Dark", "dark")] {
            choose_colours(&beth, theme, used);
            beth.is_accessible();
        }
        beth.comes_to("the title", true, || beth.title().ends_with("– Northgate Connect"));
    });
}

#[test]
fn a_wrong_configuration_is_told_by_key_and_reason() {
    journey(Estate::of(50), |stage| {
        let ann = stage.person();
        ann.goto("/");
        ann.find("heading", "Sign in").appears();
        for (config, told) in [
            ("{", "cannot be read: it has to be a JSON object"),
            (r#"{"api": ""}"#, "the value of “api” has to be an address"),
            (r#"{"session": "memory"}"#, "the value of “session” has to be either \"cookie\" or \"token\""),
            (
                r#"{"support": {"address": {"url": "javascript:alert(1)"}}}"#,
                "the value of “support” has to be {\"address\":",
            ),
            (r#"{"product_name": 7}"#, "the value of “product_name” has to be a text"),
            (r#"{"logo": "javascript:alert(1)"}"#, "the value of “logo” has to be an address"),
            (r#"{"favicon": []}"#, "the value of “favicon” has to be an address"),
            (r#"{"colours": "green"}"#, "the value of “colours” has to be an object"),
            (
                r#"{"colours": {"accent": "green"}}"#,
                "the value of “colours.accent” has to be a colour such as",
            ),
            (r##"{"colours": {"header": "#123"}}"##, "with both “header” and “header_text”"),
            (
                r##"{"colours": {"header": "#fff", "header_text": "#777"}}"##,
                "the contrast is 4.47:1, and it takes 4.5:1 or more",
            ),
            (r#"{"languages": []}"#, "the value of “languages” has to be a list"),
            (r#"{"default_language": "fr"}"#, "the value of “default_language” has to be one of “languages”"),
            (r#"{"color": {}}"#, "there is “color”, which does not exist"),
        ] {
            stage.host("config.json", config);
            ann.goto("/");
            ann.text(Name::containing(told)).appears();
            ann.is_accessible();
        }
        // Mended, and tried again from there.
        stage.host("config.json", "{}");
        ann.find("button", "Try again").click();
        ann.find("heading", "Sign in").appears();
    });
}

#[test]
fn the_bundle_lies_below_a_path_as_well() {
    journey(Estate::of(200).below("/portal/"), |stage| {
        let list = SimList::opened(stage, ADMIN, "/portal/sims");
        let ann = &list.person;
        let first = &list.first_in_sight(1)[0];
        list.choose(first, "Show details");
        ann.wait_until("the address is below the path", || ann.address().starts_with("/portal/sims/"));
        ann.find("complementary", "SIM details").find("button", "Open page").click();
        ann.find("region", "SIM details").find("heading", first.as_str()).appears();
        ann.reload();
        ann.find("region", "SIM details").find("heading", first.as_str()).appears();
        ann.find("navigation", "Pages").find("link", "Overview").click();
        ann.arrives_at("/portal/overview");
        ann.find("link", Name::containing("In session")).click();
        ann.wait_until("the list is below the path", || ann.address().starts_with("/portal/sims?"));
        ann.find("grid", "SIMs").appears();
        for (page, path) in [("Operations", "/portal/operations"), ("History", "/portal/history")] {
            let link = ann.find("navigation", "Pages").find("link", page);
            link.click();
            ann.arrives_at(path);
            ann.wait_until("the page is marked", || {
                link.attribute("aria-current").as_deref() == Some("page")
            });
        }
        ann.find("link", "Simgrove").click();
        ann.arrives_at("/portal/sims");
    });
}

#[test]
fn wordings_and_languages_are_files_dropped_in() {
    journey(Estate::of(50), |stage| {
        stage.host("config.json", r#"{"languages": ["en", "de", "fr"]}"#);
        stage.host("locales/en/wording.ftl", "page-accounts = Customers\n");
        stage.host("locales/fr/texts.ftl", "page-accounts = Clients\npage-history = Historique\n");
        let ann = stage.person_at(ADMIN, "/sims");
        let pages = ann.find("navigation", "Pages");
        pages.find("link", "Customers").appears();
        // Files that the language does not have yet are asked for.
        ann.expects_trouble();
        ann.find("button", "Display").click();
        ann.find("dialog", "Display").find("combobox", "Language").choose("Français");
        ann.press("Escape");
        pages.find("link", "Clients").appears();
        pages.find("link", "Historique").appears();
        // English stands in, in the wording of the host.
        pages.find("link", "Operations").appears();
    });
}

#[test]
fn the_api_can_be_at_another_origin_with_sessions_in_memory() {
    let estate = Estate::of(200).with_api_elsewhere();
    let api = estate.api_elsewhere();
    journey(estate, |stage| {
        let config = json!({ "api": format!("{api}/api/v1"), "session": "token" });
        stage.host("config.json", &config.to_string());
        let ann = stage.person();
        ann.expects_origin(&api);
        let sign_in = || {
            ann.find("textbox", "E-mail").fill(ADMIN.email);
            ann.field("Password").fill(ADMIN.password);
            ann.find("button", "Sign in").click();
            ann.find("navigation", "Pages").appears();
        };
        ann.goto("/sims");
        sign_in();
        assert!(ann.origins().contains(&api), "the API is elsewhere");
        let kept = "return [document.cookie, ...Object.values(localStorage), ...Object.values(sessionStorage)].join()";
        let kept = ann.run(kept, &json!([]));
        assert!(!kept.as_str().unwrap_or_default().contains("simgrove_session"), "{kept}");
        // What is changed is changed.
        ann.find_by(Query::role("button").named(Name::containing("Ada Lindqvist"))).click();
        ann.find("dialog", "Your profile").find("link", "Your profile").click();
        let name = ann.find("textbox", "Name");
        name.fill("Ada L.");
        ann.find("region", "Name").find("button", "Save").click();
        ann.find("region", "Name").text_inside("Name saved").appears();
        // What is in memory is gone with the page.
        ann.reload();
        ann.find("heading", "Sign in").appears();
        sign_in();
    });
}
