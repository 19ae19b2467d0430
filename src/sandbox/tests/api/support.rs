//! Where people find help: what accounts choose, what they have from above, and the pages they write.

use crate::events::{heard, listen};
use crate::images;
use crate::sandbox::*;
use crate::views::view;
use domain::support::MARKDOWN_BYTES;
use serde_json::{Value, json};

fn path(account: u32) -> String {
    format!("/accounts/{account}/support")
}

fn page(markdown: &str) -> Value {
    json!({"support": {"page": {"markdown": markdown}}})
}

#[test]
fn help_comes_from_the_nearest_account_that_chooses() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let read = alpine.get(&path(ALPINE));
    assert_eq!(read.header("etag"), "\"0\"");
    assert_eq!(read.expect(200), json!({"own": null, "inherited": null, "etag": "\"0\""}));
    alpine.get("/me/support-page").problem(404, "not_found");

    let contact = json!({"contact": {"name": "Northgate", "phone": "+49 431 1", "email": null, "hours": null, "note": null}});
    root.replace(&path(NORTHGATE), &json!({"support": contact})).expect(200);
    assert_eq!(alpine.get(&path(ALPINE)).expect(200)["inherited"], contact);
    assert_eq!(alpine.get("/session").expect(200)["branding"]["support"], contact);
    alpine.get("/me/support-page").problem(404, "not_found");

    let kept = root.replace(&path(BRIGHTWATER), &page("# Help"));
    assert_eq!(kept.header("etag"), "\"1\"");
    assert_eq!(kept.expect(200)["own"], json!({"page": {"markdown": "# Help"}}));
    assert_eq!(alpine.get("/session").expect(200)["branding"]["support"], "page");
    let shown = json!({"blocks": [{"heading": {"level": 1, "text": [{"text": "Help"}]}}]});
    for person in [&alpine, &sandbox.sign_in(ALPINE_VIEWER)] {
        assert_eq!(person.get("/me/support-page").expect(200), shown);
    }
    root.get("/me/support-page").problem(404, "not_found");
    view(&root, ALPINE).expect(200);
    assert_eq!(root.get("/me/support-page").expect(200), shown);
    root.delete("/session/view").expect(204);

    let address = json!({"address": {"url": "https://help.alpine.example"}});
    alpine.replace(&path(ALPINE), &json!({"support": address})).expect(200);
    assert_eq!(alpine.get("/session").expect(200)["branding"]["support"], address);
    assert_eq!(alpine.get(&path(DEPOT)).expect(200)["inherited"], address);
    // Not choosing any more is a choice that can be stale as well.
    alpine.replace_seen(&path(ALPINE), &json!({"support": null}), "\"0\"").problem(412, "stale");
    alpine.replace(&path(ALPINE), &json!({"support": null})).expect(200);
    assert_eq!(alpine.get(&path(ALPINE)).header("etag"), "\"2\"");
    assert_eq!(alpine.get("/session").expect(200)["branding"]["support"], "page");
}

#[test]
fn before_anybody_signs_in_the_host_says_whose_help_it_is() {
    let sandbox = Sandbox::new(10);
    let (root, nobody) = (sandbox.sign_in(ADMIN), sandbox.nobody());
    let branding = json!({"hosts": ["sim.alpine.example"]});
    root.replace(&format!("/accounts/{ALPINE}/branding"), &branding).expect(200);
    for path in ["/support-page", "/support-page?host=sim.alpine.example", "/support-page?host=x"] {
        nobody.get(path).problem(404, "not_found");
    }
    root.replace(&path(NORTHGATE), &page("Call **us**.")).expect(200);
    let shown = nobody.get("/support-page?host=SIM.alpine.example").expect(200);
    let line = json!([{"text": "Call "}, {"strong": [{"text": "us"}]}, {"text": "."}]);
    assert_eq!(shown, json!({"blocks": [{"paragraph": line}]}));
    assert_eq!(nobody.get("/branding?host=sim.alpine.example").expect(200)["support"], "page");
    nobody.get("/support-page?host=x").problem(404, "not_found");
}

#[test]
fn a_page_shows_the_pictures_of_whoever_wrote_it() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let own = images::add(&alpine, ALPINE, images::SVG.as_bytes());
    let other = images::add(&root, LAKESIDE, images::SVG.replace("7a1fa2", "004488").as_bytes());
    let markdown = format!(
        "![Team](image:{own}) ![Theirs](image:{other}) <script>alert(1)</script> [x](javascript:alert(1))"
    );
    let shown = json!({"blocks": [{"paragraph": [
        {"image": {"id": own, "alt": "Team"}}, {"text": " Theirs <script>alert(1)</script> x"},
    ]}]});
    let draft = json!({"markdown": markdown});
    assert_eq!(alpine.post(&format!("{}/preview", path(ALPINE)), &draft).expect(200), shown);
    assert_eq!(alpine.get(&path(ALPINE)).header("etag"), "\"0\"");
    // It is the page of the accounts below, too, with the same picture; and the picture stays while the page does.
    alpine.replace(&path(ALPINE), &page(&markdown)).expect(200);
    sandbox.database().execute("UPDATE images SET uploaded_at = 1", []).unwrap();
    images::add(&alpine, ALPINE, images::SVG.replace("7a1fa2", "000000").as_bytes());
    view(&root, DEPOT).expect(200);
    assert_eq!(root.get("/me/support-page").expect(200), shown);
}

#[test]
fn what_is_wrong_is_told_where_it_is() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let put = |support: Value| alpine.replace(&path(ALPINE), &json!({"support": support}));
    refused_at(put(json!({"page": {"markdown": " "}})), &[("/support/page/markdown", "required")]);
    refused_at(
        put(json!({"address": {"url": "javascript:alert(1)"}})),
        &[("/support/address/url", "bad_address")],
    );
    let contact =
        json!({"contact": {"name": "", "email": "nobody", "phone": "1\n2", "note": "x".repeat(2_001)}});
    refused_at(
        put(contact),
        &[
            ("/support/contact/name", "required"),
            ("/support/contact/phone", "invalid"),
            ("/support/contact/email", "bad_email"),
            ("/support/contact/note", "too_long"),
        ],
    );
    let preview =
        |markdown: &str| alpine.post(&format!("{}/preview", path(ALPINE)), &json!({"markdown": markdown}));
    refused_at(preview("\n"), &[("/markdown", "required")]);
    let longest = "\u{1}".repeat(MARKDOWN_BYTES);
    preview(&longest).expect(200);
    refused_at(preview(&(longest.clone() + "x")), &[("/markdown", "too_long")]);
    put(json!({"page": {"markdown": longest}})).expect(200);
    preview(&"x".repeat(9 * MARKDOWN_BYTES)).problem(413, "too_large");
    let json_type = [("content-type", "application/json")];
    let body = json!({"support": null}).to_string();
    alpine.request("PUT", &path(ALPINE), &json_type, Some(&body)).problem(428, "precondition_required");
}

#[test]
fn only_admins_choose_for_accounts_that_they_see() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let draft = json!({"markdown": "x"});
    for account in [BRIGHTWATER, LAKESIDE, 9_999] {
        alpine.get(&path(account)).problem(404, "not_found");
        alpine.replace_seen(&path(account), &page("x"), "*").problem(404, "not_found");
        alpine.post(&format!("{}/preview", path(account)), &draft).problem(404, "not_found");
    }
    for email in [USER, VIEWER] {
        let person = sandbox.sign_in(email);
        person.get(&path(NORTHGATE)).problem(403, "forbidden");
        person.replace_seen(&path(NORTHGATE), &page("x"), "*").problem(403, "forbidden");
        person.post(&format!("{}/preview", path(NORTHGATE)), &draft).problem(403, "forbidden");
    }
}

#[test]
fn a_change_is_announced_and_told_in_the_audit_log() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let news = listen(sandbox.sign_in(ALPINE_VIEWER));
    alpine.replace(&path(ALPINE), &page("# Help")).expect(200);
    assert!(heard(&news).contains(&contract::event::Event::Users));
    alpine.replace(&path(ALPINE), &page("# Help")).expect(200);
    alpine.replace(&path(ALPINE), &json!({"support": {"address": {"url": "https://a.example"}}})).expect(200);
    let log = alpine.get("/audit-log?action=support_changed").expect(200);
    let changes: Vec<&Value> =
        log["items"].as_array().unwrap().iter().map(|entry| &entry["changes"][0]).collect();
    assert_eq!(
        changes,
        [
            &json!({"field": "support", "old": "page", "new": "address"}),
            &json!({"field": "support", "old": null, "new": "page"}),
        ]
    );
}
