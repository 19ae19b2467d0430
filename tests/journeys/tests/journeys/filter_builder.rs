//! Asking for SIMs: the filter builder, chips, quick filters, and filters too long for an address.

use journeys::{ADMIN, Estate, Person, SimList, Spot, iccid, journey};
use serde_json::{Value, json};

const GB: u64 = 1_000_000_000;

fn usage(sim: &Value) -> u64 {
    sim["usage_bytes"].as_u64().expect("a SIM has a usage")
}

fn number(sims: &[Value], is_meant: impl Fn(&Value) -> bool) -> usize {
    let count = sims.iter().filter(|sim| is_meant(sim)).count();
    assert!(count > 0 && count < sims.len(), "a filter for {count} of {} shows nothing", sims.len());
    count
}

fn open_builder(ann: &Person) -> Spot {
    ann.find("search", "Filters").find("button", "Filter").click();
    let builder = ann.find("dialog", "Filter builder");
    builder.appears();
    builder
}

fn condition(dialog: &Spot, number: usize) -> Spot {
    dialog.find("group", format!("Condition {number}"))
}

fn shows(list: &SimList, count: usize) {
    list.person.comes_to("the number of SIMs", count, || list.number_shown());
}

#[test]
fn a_filter_is_built_by_hand_and_stays_editable() {
    journey(Estate::of(600), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let is_any = |sim: &Value| sim["status"] == "suspended" || sim["in_session"] == true;
        let heavy = number(&sims, |sim| usage(sim) >= GB);
        let both = number(&sims, |sim| usage(sim) >= GB && is_any(sim));
        let light = number(&sims, |sim| usage(sim) < GB && is_any(sim));

        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let builder = open_builder(ann);
        let first = condition(&builder, 1);
        first.find("combobox", "Field").choose("Usage");
        first.find("textbox", "Value").fill("1 GB");
        builder.find_all("status").first().shows(&format!("{heavy} of 600 SIMs match"));
        builder.find("button", "Add group").click();
        let group = builder.find("group", "Group");
        let inside = condition(&group, 1);
        inside.find("combobox", "Field").choose("Status");
        inside.find("combobox", "Value").fill("susp");
        ann.press("Enter");
        group.find("button", "Add condition").click();
        let other = condition(&group, 2);
        other.find("combobox", "Field").has_focus();
        other.find("combobox", "Field").choose("In session");
        other.find("combobox", "Value").fill("Yes");
        ann.press("Enter");
        builder.find_all("status").first().shows(&format!("{both} of 600 SIMs match"));
        builder.find("button", "Apply").click();
        builder.disappears();
        shows(&list, both);

        // The chip says it, and edits it.
        let said = "Usage is at least 1 GB";
        ann.find("button", format!("Edit the condition {said}")).click();
        let dialog = ann.find("dialog", "Edit condition");
        condition(&dialog, 1).find("combobox", "Operator").choose("is less than");
        dialog.find_all("status").first().shows(&format!("{} of 600 SIMs match", 600 - heavy));
        dialog.find("button", "Apply").click();
        shows(&list, light);
        ann.find("button", "Undo filter change").click();
        shows(&list, both);
        ann.find("button", "Remove the condition Status is Suspended or In session is Yes").click();
        shows(&list, heavy);
        ann.find("button", "Clear filter").click();
        shows(&list, 600);
        ann.find("button", "Undo filter change").click();
        shows(&list, heavy);

        // The address carries it.
        ann.wait_until("the address has the filter, and no longer the one before", || {
            ann.address().contains("usage") && !ann.address().contains("status")
        });
        let other = SimList::opened(stage, ADMIN, &list.person.address());
        shows(&other, heavy);
    });
}

#[test]
fn a_filter_is_built_with_the_keyboard_alone() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let labelled = number(&sims, |sim| sim["label"].as_str().is_some_and(|label| label.contains("Van")));
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let button = ann.find("search", "Filters").find("button", "Filter");
        button.focus();
        ann.press("Enter");
        let builder = ann.find("dialog", "Filter builder");
        let field = condition(&builder, 1).find("combobox", "Field");
        // The first field is what the dialog begins with: how many of the conditions have to hold.
        builder.find("combobox", "SIMs that match").has_focus();
        ann.press("Tab");
        field.has_focus();
        // One key alone: two that come too far apart choose twice.
        ann.type_text("L");
        ann.comes_to("the field", "9".to_owned(), || field.value());
        ann.press("Tab");
        ann.press("Tab");
        condition(&builder, 1).find("textbox", "Value").has_focus();
        ann.type_text("Van");
        ann.press("Enter");
        builder.disappears();
        shows(&list, labelled);
        button.has_focus();

        // A part that goes leaves the focus at its neighbour, and Escape changes nothing.
        ann.press("Enter");
        builder.find("button", "Add condition").focus();
        ann.press("Enter");
        condition(&builder, 2).find("combobox", "Field").has_focus();
        condition(&builder, 2).find("button", "Remove condition").focus();
        ann.press("Enter");
        condition(&builder, 2).disappears();
        field.has_focus();
        ann.press("Escape");
        builder.disappears();
        shows(&list, labelled);
    });
}

#[test]
fn what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.goto("/sims?filter=account+contains+%22O%27Brien+%26+S%C3%B6hne%2C+%5C%22S%C3%BCd%5C%22+%F0%9F%9A%9A%22");
        ann.find("region", "SIM list").shows("No SIM matches this filter.");
        let builder = open_builder(ann);
        let first = condition(&builder, 1);
        builder.find("button", "Add condition").click();
        let second = condition(&builder, 2);
        second.find("combobox", "Field").choose("Cap");
        let value = second.find("textbox", "Value");
        value.fill("plenty");
        builder.find("button", "Apply").click();
        second.shows("Enter an amount such as 500 MB or 1.5 GB.");
        value.has_focus();
        assert_eq!(value.attribute("aria-invalid").as_deref(), Some("true"));
        assert_eq!(first.find("textbox", "Value").value(), "O'Brien & Söhne, \"Süd\" 🚚");
        ann.is_accessible();
        value.fill("1.5 GB");
        assert!(!second.text().contains("Enter an amount"));

        // As text: what cannot be read is told, with the place.
        builder.text_inside("As text").first().click();
        let text = builder.find("textbox", "As text");
        assert_eq!(text.value(), "account contains \"O'Brien & Söhne, \\\"Süd\\\" 🚚\" and cap >= 1.5GB");
        text.fill("status is");
        builder.shows("This cannot be read from character 10 on.");
        builder.find("button", "Apply").click();
        builder.appears();
        assert_eq!(text.value(), "status is");
        text.fill("status is suspended");
        ann.comes_to("what is chosen", "Suspended".to_owned(), || {
            condition(&builder, 1).find("combobox", "Value").value()
        });
        builder.find("button", "Apply").click();
        builder.disappears();
        ann.find("search", "Filters").find("button", "Suspended").appears();
    });
}

/// Lets no frame of the page come until `__frames` is called, as on a machine that has too much to do.
const HOLD_FRAMES: &str = "
    const [held, own] = [[], requestAnimationFrame];
    window.requestAnimationFrame = (frame) => held.push(frame);
    window.__frames = () => {
        window.requestAnimationFrame = own;
        held.splice(0).forEach((frame) => frame(performance.now()));
        return document.activeElement.value;
    };";

#[test]
fn whoever_is_faster_than_the_screen_keeps_the_focus() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let builder = open_builder(ann);
        ann.run(HOLD_FRAMES, &json!([]));
        builder.find("button", "Add condition").click();
        let second = condition(&builder, 2);
        second.find("combobox", "Field").choose("Cap");
        second.find("textbox", "Value").fill("2 G");
        assert_eq!(ann.run("return __frames()", &json!([])), "2 G");
        ann.type_text("B");
        assert_eq!(second.find("textbox", "Value").value(), "2 GB");
    });
}

#[test]
fn quick_filters_tell_how_many_and_toggle() {
    journey(Estate::of(600), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let blocked = number(&sims, |sim| sim["status"] == "blocked");
        let no_cap = number(&sims, |sim| sim["cap_bytes"].is_null());
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let quick = ann.find("group", "Quick filters");
        let no_cap_button = quick.find("button", format!("No cap set {no_cap}"));
        no_cap_button.click();
        shows(&list, no_cap);
        assert_eq!(no_cap_button.attribute("aria-pressed").as_deref(), Some("true"));
        no_cap_button.click();
        shows(&list, 600);
        quick.find("button", format!("Blocked {blocked}")).click();
        shows(&list, blocked);
        // The status filter says the same, and the counts are those of the account.
        ann.find("search", "Filters").find("button", "Blocked").appears();
        no_cap_button.appears();
    });
}

#[test]
fn a_filter_too_long_for_an_address_is_in_the_link_all_the_same() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let meant: Vec<&str> = sims.iter().map(iccid).step_by(4).collect();
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let builder = open_builder(ann);
        condition(&builder, 1).find("combobox", "Field").choose("ICCID");
        condition(&builder, 1).find("combobox", "Operator").choose("is any of");
        condition(&builder, 1).find("textbox", "Value").paste(&meant.join("\n"));
        builder.find("button", "Apply").click();
        shows(&list, meant.len());
        ann.wait_until("the address names the filter", || ann.address().contains("filter=%40"));
        let address = ann.address();
        assert!(address.len() < 200, "{address}");
        let other = SimList::opened(stage, ADMIN, &address);
        shows(&other, meant.len());
        other.person.find("button", "Clear filter").click();
        shows(&other, 300);
        ann.reload();
        list.is_loaded();
        shows(&list, meant.len());
        // One that is not there.
        ann.goto("/sims?filter=%40nosuchfilterhereatall0");
        ann.find("region", "SIM list").shows("The filter of this link is not there");
        shows(&list, 300);
        ann.expects_trouble();
    });
}
