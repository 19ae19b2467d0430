//! Saved filters: kept, shared, changed, and changed by two at once.

use journeys::{ADMIN, Estate, Name, Person, SimList, Spot, USER, journey};

fn open(person: &Person) -> Spot {
    person.find("search", "Filters").find("button", "Saved filters").click();
    let dialog = person.find("dialog", "Saved filters");
    dialog.appears();
    dialog
}

fn choose(person: &Person, dialog: &Spot, name: &str, item: &str) {
    dialog.find("button", format!("Actions for {name}")).click();
    person.find("menu", format!("Actions for {name}")).find("menuitem", item).click();
}

#[test]
fn a_filter_is_saved_shared_applied_and_deleted() {
    journey(Estate::of(300), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims?filter=status+is+suspended&sort=-usage");
        let ann = &list.person;
        let suspended = list.number_shown();
        ann.find("button", "Save filter…").click();
        let saving = ann.find("dialog", "Save filter");
        saving.find("button", "Save").click();
        saving.shows("Enter a name.");
        saving.find("textbox", "Name").fill("Asleep");
        saving.find("checkbox", "Share with everyone in Northgate IoT").click();
        ann.is_accessible();
        saving.find("button", "Save").click();
        saving.disappears();
        // A second one of the name is refused, and nothing typed is lost.
        ann.find("button", "Save filter…").click();
        saving.find("textbox", "Name").fill("ASLEEP");
        saving.find("button", "Save").click();
        saving.shows("There is one of this name already.");
        assert_eq!(saving.find("textbox", "Name").value(), "ASLEEP");
        saving.find("button", "Cancel").click();

        // A colleague of the account finds it, and may not change it.
        let colleague = SimList::opened(stage, USER, "/sims");
        let theirs = open(&colleague.person);
        theirs.shows("shared by Ada Lindqvist");
        assert!(!theirs.find("button", "Actions for Asleep").exists());
        theirs.find("button", Name::containing("Asleep")).click();
        colleague.person.comes_to("the list", suspended, || colleague.number_shown());
        colleague
            .person
            .wait_until("the order comes with it", || colleague.person.address().contains("sort=-usage"));

        let mine = open(ann);
        choose(ann, &mine, "Asleep", "Rename");
        let name = mine.find("textbox", "Name");
        name.fill("Sleeping");
        ann.press("Enter");
        mine.find("button", "Actions for Sleeping").appears();
        choose(ann, &mine, "Sleeping", "Delete");
        mine.shows("Delete “Sleeping”? Everyone in the account loses it.");
        mine.find("button", "Delete").click();
        mine.shows("Nothing saved yet.");
    });
}

#[test]
fn of_two_who_change_a_filter_the_second_is_asked() {
    journey(Estate::of(300), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims?filter=status+is+suspended");
        let ann = &list.person;
        let suspended = list.number_shown();
        ann.find("button", "Save filter…").click();
        let saving = ann.find("dialog", "Save filter");
        saving.find("textbox", "Name").fill("Ours");
        saving.find("button", "Save").click();
        saving.disappears();
        let mine = open(ann);
        mine.find("button", "Actions for Ours").appears();

        // The same person at another desk, on another list.
        let other = SimList::opened(stage, ADMIN, "/sims?filter=in_session+is+yes");
        let in_session = other.number_shown();
        assert_ne!(suspended, in_session);
        let there = open(&other.person);
        choose(&other.person, &there, "Ours", "Update with the list as it is now");
        there.shows("In session is Yes");

        choose(ann, &mine, "Ours", "Rename");
        mine.find("textbox", "Name").fill("Mine");
        ann.press("Enter");
        mine.shows("Someone else has changed “Ours” meanwhile. In session is Yes");
        mine.find("button", "Save mine instead").click();
        mine.find("button", "Actions for Mine").appears();
        // The name is changed; what they saved stays.
        mine.find("button", Name::containing("Mine")).nth(0).click();
        ann.comes_to("the list", in_session, || list.number_shown());
        ann.expects_trouble();
        other.person.expects_trouble();
    });
}
