//! The users of an account, and that what becomes of them holds at once.

use journeys::{ADMIN, Estate, Name, Person, Spot, USER, journey};
use serde_json::json;

/// The row of a user.
fn row(ann: &Person, name: &str) -> Spot {
    ann.find("table", "Users").find("row", Name::containing(name))
}

/// Does one thing in the menu of a user.
fn act(ann: &Person, name: &str, what: &str) {
    ann.find("button", format!("Actions for {name}")).click();
    ann.find("menu", format!("Actions for {name}")).find("menuitem", what).click();
}

#[test]
fn users_are_invited_found_changed_and_removed() {
    journey(Estate::of(300), |stage| {
        let id = stage.api(ADMIN).account("Alpine Telematics")["id"].clone();
        let ann = stage.person_at(ADMIN, &format!("/accounts/{id}"));
        // Refused requests are the point of this, and browsers write them to their log.
        ann.expects_trouble();
        row(&ann, "Magdalena Höfer").shows("Admin");
        ann.is_accessible();

        // What is wrong stands at the field, and nothing is lost.
        ann.find("button", "Invite user").click();
        let dialog = ann.find("dialog", "Invite user");
        let (name, email) = (dialog.field("Name"), dialog.field("E-mail"));
        name.has_focus();
        email.fill("admin@northgate");
        dialog.find("button", "Send invitation").click();
        dialog.text_inside("Please fill this in.").appears();
        name.has_focus();
        name.fill("Bea Lang");
        ann.press("Enter");
        dialog.text_inside("This is not an e-mail address. Please check it.").appears();
        email.has_focus();
        email.fill("admin@northgate.example");
        ann.press("Enter");
        dialog.text_inside("There is a user with this e-mail address already.").appears();
        assert_eq!(name.value(), "Bea Lang");
        ann.is_accessible();
        email.fill("bea@alpine.example");
        dialog.find("combobox", "Role").choose("View only");
        dialog.find("button", "Send invitation").click();
        dialog.disappears();
        ann.text(Name::containing("a mail is on its way to bea@alpine.example")).appears();
        row(&ann, "Bea Lang").shows("Invited");
        row(&ann, "Bea Lang").shows("View only");

        ann.find("searchbox", "Search users").fill("bea@");
        row(&ann, "Magdalena Höfer").disappears();
        row(&ann, "Bea Lang").appears();
        ann.find("searchbox", "Search users").fill("");
        row(&ann, "Magdalena Höfer").appears();

        act(&ann, "Bea Lang", "Re-send invitation");
        ann.text(Name::containing("A new invitation was sent to bea@alpine.example")).appears();
        act(&ann, "Bea Lang", "Change role");
        let dialog = ann.find("dialog", "Change the role of Bea Lang");
        dialog.find("combobox", "Role").choose("User");
        dialog.find("button", "Change").click();
        dialog.disappears();
        row(&ann, "Bea Lang").shows("User");
        ann.find("button", "Actions for Bea Lang").has_focus();

        act(&ann, "Bea Lang", "Withdraw invitation");
        let sure = ann.find("alertdialog", "Withdraw the invitation of Bea Lang?");
        sure.find("button", "Withdraw").click();
        sure.disappears();
        row(&ann, "Bea Lang").disappears();

        act(&ann, "Tomás Ferreira", "Disable");
        let sure = ann.find("alertdialog", "Disable Tomás Ferreira?");
        sure.find("button", "Disable").click();
        sure.disappears();
        row(&ann, "Tomás Ferreira").shows("Disabled");
        act(&ann, "Tomás Ferreira", "Enable");
        row(&ann, "Tomás Ferreira").shows("Active");
        row(&ann, "Tomás Ferreira").right_click();
        ann.find("menu", "Actions for Tomás Ferreira").find("menuitem", "Delete").click();
        let sure = ann.find("alertdialog", "Delete Tomás Ferreira?");
        sure.find("button", "Delete").click();
        sure.disappears();
        row(&ann, "Tomás Ferreira").disappears();

        // The last Admin stays one, and it is said why.
        act(&ann, "Magdalena Höfer", "Change role");
        let dialog = ann.find("dialog", "Change the role of Magdalena Höfer");
        dialog.find("combobox", "Role").choose("User");
        dialog.find("button", "Change").click();
        dialog.text_inside(Name::containing("This is the last active admin of the account")).appears();
        dialog.find("button", "Cancel").click();
        dialog.disappears();
        row(&ann, "Magdalena Höfer").shows("Admin");

        // All below an account are in its list, if wanted.
        let top = stage.api(ADMIN).account("Northgate IoT")["id"].clone();
        ann.goto(&format!("/accounts/{top}"));
        row(&ann, "Priya Raman").appears();
        assert!(!row(&ann, "Magdalena Höfer").exists());
        ann.find("switch", "Include sub-accounts").click();
        row(&ann, "Magdalena Höfer").shows("Alpine Telematics");
        ann.find("button", "Actions for Ada Lindqvist").click();
        let menu = ann.find("menu", "Actions for Ada Lindqvist");
        assert!(menu.find("menuitem", "Change role").is_disabled(), "nobody locks themselves out");
    });
}

#[test]
fn another_role_and_being_disabled_hold_at_once() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let users = api.get("/api/v1/users?q=user@northgate.example").expect(200);
        let jonas = &users["items"][0];
        let (path, tag) =
            (format!("/api/v1/users/{}", jonas["id"]), jonas["etag"].as_str().unwrap_or_default());
        api.send("PATCH", &path, Some(&json!({ "role": "admin" })), &[("if-match", tag)]).expect(200);

        let jonas = stage.person_at(USER, "/accounts");
        jonas.expects_trouble();
        row(&jonas, "Priya Raman").appears();
        // What is half done goes with the right to do it.
        jonas.find("button", "Invite user").click();
        let dialog = jonas.find("dialog", "Invite user");
        dialog.appears();

        let ann = stage.person_at(ADMIN, "/accounts");
        act(&ann, "Jonas Weber", "Change role");
        let change = ann.find("dialog", "Change the role of Jonas Weber");
        change.find("combobox", "Role").choose("User");
        change.find("button", "Change").click();
        change.disappears();

        jonas.text(Name::containing("Your role was changed: you are “User” now.")).appears();
        jonas.text(Name::containing("Your role does not include managing accounts")).appears();
        dialog.disappears();
        jonas.find("link", "Managed accounts").disappears();
        jonas.find("link", "SIMs").click();
        jonas.find("grid", "SIMs").appears();

        act(&ann, "Jonas Weber", "Disable");
        ann.find("alertdialog", "Disable Jonas Weber?").find("button", "Disable").click();
        row(&ann, "Jonas Weber").shows("Disabled");
        let ended = jonas.find("dialog", "Please sign in again");
        ended.text_inside(Name::containing("your access may have been disabled")).appears();
        ended.field("Password").fill(USER.password);
        jonas.press("Enter");
        ended.text_inside(Name::containing("or this user cannot sign in")).appears();
    });
}
