//! The address bar: a link and a reload show what was shown, and the way back leads back.

use journeys::{ADMIN, Estate, SimList, iccid, journey};

#[test]
fn a_reload_of_a_filtered_and_sorted_address_shows_the_same_list() {
    journey(Estate::of(1_000), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.find("textbox", "Filter by account name").fill("alpine");
        ann.find("search", "Filters").find("button", "Status").click();
        ann.find("menu", "Filter by status").find("menuitemcheckbox", "Active").click();
        ann.press("Escape");
        let usage = list.grid().find("columnheader", "Usage").find("button", "Usage");
        usage.click();
        usage.click();
        ann.wait_until("the address says it all", || {
            let address = ann.address();
            ["alpine", "active", "sort=-usage"].iter().all(|part| address.contains(part))
        });
        let before = (ann.address(), list.status().text(), list.in_sight());
        assert!(list.number_shown() > 10 && list.number_shown() < 500);
        ann.reload();
        list.is_loaded();
        let now = || (ann.address(), list.status().text(), list.in_sight());
        ann.comes_to("the list", before.clone(), now);
        assert_eq!(ann.find("textbox", "Filter by account name").value(), "alpine");
        // Somebody else gets the same list from the link.
        let other = SimList::opened(stage, ADMIN, &before.0);
        other.person.comes_to("the list", before.2, || other.in_sight());
    });
}

#[test]
fn a_filter_that_cannot_be_read_is_told_and_all_sims_are_shown() {
    journey(Estate::of(300), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims?filter=status%20is%20%28active");
        let ann = &list.person;
        let place = ann.find("region", "SIM list");
        place.shows("The filter in this address cannot be read");
        place.shows("All SIMs are shown.");
        place.shows("status is (active");
        list.status().shows("300 SIMs");
        assert!(ann.address().contains("filter="), "the address was thrown away");
        place.find("button", "Drop the filter").click();
        ann.arrives_at("/sims");
        assert!(!place.text().contains("cannot be read"));
    });
}

#[test]
fn details_have_an_address_of_their_own_and_back_closes_them() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let (sim, id) = (iccid(&sims[2]), &sims[2]["id"]);
        let list = SimList::opened(stage, ADMIN, "/sims?sort=-iccid");
        let ann = &list.person;
        ann.find("searchbox", "Search SIMs").fill(sim);
        ann.arrives_at(&format!("/sims?q={sim}&sort=-iccid"));
        list.sim(sim).double_click();
        let details = ann.find("complementary", "SIM details");
        details.find("heading", sim).appears();
        ann.arrives_at(&format!("/sims/{id}?q={sim}&sort=-iccid"));
        ann.back();
        details.disappears();
        ann.arrives_at(&format!("/sims?q={sim}&sort=-iccid"));
        list.has_selected(&[sim]);
        ann.forward();
        details.find("heading", sim).appears();
        ann.reload();
        details.find("heading", sim).appears();
        list.sim(sim).appears();
        details.find("button", "Close details").click();
        details.disappears();
        ann.arrives_at(&format!("/sims?q={sim}&sort=-iccid"));
        // The key for it: Enter opens, Escape closes, and the focus is back in the row.
        list.sim(sim).click();
        ann.press("Enter");
        details.find("heading", sim).has_focus();
        ann.press("Escape");
        details.disappears();
        list.sim(sim).has_focus();
    });
}
