//! Whose product people see: what accounts choose, what they have from above, and where it shows.

use crate::events::{heard, listen};
use crate::images;
use crate::sandbox::*;
use serde_json::{Value, json};

fn path(account: u32) -> String {
    format!("/accounts/{account}/branding")
}

#[track_caller]
fn shown(sandbox: &Sandbox, host: &str) -> Value {
    sandbox.nobody().get(&format!("/branding?host={host}")).expect(200)
}

#[test]
fn what_an_account_does_not_choose_it_has_from_above() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let nothing = json!({
        "product_name": null, "logo": null, "favicon": null, "accent": null, "header": null, "mail_sender": null,
        "mail_footer": null, "hosts": [],
    });
    let read = alpine.get(&path(ALPINE));
    assert_eq!(read.header("etag"), "\"0\"");
    let unbranded =
        json!({"own": nothing, "inherited": nothing, "can_set_addresses": false, "etag": "\"0\""});
    assert_eq!(read.expect(200), unbranded);

    let logo = images::add(&root, BRIGHTWATER, images::SVG.as_bytes());
    let brightwater = json!({
        "product_name": "Brightwater SIM", "logo": logo, "accent": "#7A1FA2", "mail_footer": "Brightwater Ltd",
        "hosts": ["sim.brightwater.example", "www.brightwater.example"],
    });
    let kept = root.replace(&path(BRIGHTWATER), &brightwater);
    assert_eq!(kept.header("etag"), "\"1\"");
    let kept = kept.expect(200);
    assert_eq!(kept["own"]["accent"], "#7a1fa2");
    assert_eq!(kept["own"]["hosts"], brightwater["hosts"]);
    assert_eq!((&kept["inherited"], &kept["can_set_addresses"]), (&nothing, &json!(true)));
    assert_eq!(root.get(&path(BRIGHTWATER)).expect(200), kept);
    alpine.replace(&path(ALPINE), &json!({"accent": "#004488"})).expect(200);

    let session = alpine.get("/session").expect(200)["branding"].clone();
    assert_eq!(
        session,
        json!({
            "product_name": "Brightwater SIM", "logo": logo, "favicon": null, "accent": "#004488", "header": null,
            "support": null,
        })
    );
    // Whoever sees it from above sees what it has from the accounts above all the same; host names are not inherited.
    let depot = alpine.get(&path(DEPOT)).expect(200);
    assert_eq!(
        (&depot["inherited"]["product_name"], &depot["inherited"]["hosts"]),
        (&json!("Brightwater SIM"), &json!([]))
    );
    assert_eq!(depot["inherited"]["accent"], "#004488");
    // With a name of its own it shows no picture with another one.
    alpine.replace(&path(ALPINE), &json!({"product_name": "Alpine Connect"})).expect(200);
    let session = alpine.get("/session").expect(200)["branding"].clone();
    assert_eq!((&session["logo"], &session["accent"]), (&Value::Null, &json!("#7a1fa2")));
    assert_eq!(root.get("/session").expect(200)["branding"]["product_name"], Value::Null);
    // As in the session, so in the answer that begins one, and in a view.
    let signed_in = sandbox
        .nobody()
        .post("/session", &json!({"email": ALPINE_VIEWER, "password": ::sandbox::demo::PASSWORD}));
    assert_eq!(signed_in.expect(200)["branding"], session);
    let body = json!({"account_id": ALPINE}).to_string();
    let viewed = root
        .request("PUT", "/session/view", &[("content-type", "application/json")], Some(&body))
        .expect(200);
    assert_eq!(viewed["branding"], session);
    assert_eq!(root.get("/session").expect(200)["branding"], session);
}

#[test]
fn a_host_shows_the_look_of_its_account_before_anybody_signs_in() {
    let sandbox = Sandbox::new(10);
    let root = sandbox.sign_in(ADMIN);
    let unbranded = json!({
        "product_name": null, "logo": null, "favicon": null, "accent": null, "header": null, "support": null,
    });
    for path in ["/branding", "/branding?host=", "/branding?host=sim.alpine.example", "/branding?host=%00"] {
        assert_eq!(sandbox.nobody().get(path).expect(200), unbranded, "{path}");
    }
    root.replace(&path(NORTHGATE), &json!({"accent": "#004488"})).expect(200);
    root.replace(&path(ALPINE), &json!({"product_name": "Alpine", "hosts": ["sim.alpine.example"]}))
        .expect(200);
    for host in ["sim.alpine.example", "SIM.Alpine.Example"] {
        let shown = shown(&sandbox, host);
        assert_eq!((&shown["product_name"], &shown["accent"]), (&json!("Alpine"), &json!("#004488")));
    }
    // Its people cannot sign in, but what they come to is theirs still.
    root.change(&format!("/accounts/{ALPINE}"), &json!({"enabled": false})).expect(200);
    assert_eq!(shown(&sandbox, "sim.alpine.example")["product_name"], "Alpine");
    root.replace(&path(ALPINE), &json!({})).expect(200);
    assert_eq!(shown(&sandbox, "sim.alpine.example"), unbranded);

    // A host is free again with its account.
    let made = root.start("/accounts", &json!({"parent_id": BRIGHTWATER, "name": "Short"})).expect(201);
    let short = made["id"].as_u64().unwrap() as u32;
    root.replace(&path(short), &json!({"product_name": "Short", "hosts": ["short.example"]})).expect(200);
    root.remove(&format!("/accounts/{short}")).expect(204);
    assert_eq!(shown(&sandbox, "short.example"), unbranded);
    root.replace(&path(LAKESIDE), &json!({"hosts": ["short.example"]})).expect(200);
}

#[test]
fn hosts_and_senders_are_set_by_an_account_above() {
    let sandbox = Sandbox::with(10, |config| {
        config.settings.public_url = Some("https://Sims.Example:8443".to_owned());
    });
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let own = [("/hosts", "own_account"), ("/mail_sender", "own_account")];
    let claimed = json!({"hosts": ["sim.alpine.example"], "mail_sender": "sim@alpine.example"});
    refused_at(alpine.replace(&path(ALPINE), &claimed), &own);
    root.replace(&path(ALPINE), &claimed).expect(200);
    // What is there it keeps, and neither changes nor takes off.
    let named = json!({
        "product_name": "Alpine", "hosts": ["sim.alpine.example"], "mail_sender": "sim@alpine.example",
    });
    alpine.replace(&path(ALPINE), &named).expect(200);
    refused_at(alpine.replace(&path(ALPINE), &json!({})), &own);
    // Nor does it learn who has a host.
    refused_at(
        alpine.replace(&path(ALPINE), &json!({"hosts": ["x.example"], "mail_sender": "sim@alpine.example"})),
        &own[..1],
    );
    // Below, it is the account above; but what another one has is taken.
    alpine.replace(&path(DEPOT), &json!({"hosts": ["depot.example"]})).expect(200);
    let taken = json!({"hosts": ["depot.example", "new.example", "sim.alpine.example", "new.example"]});
    let errors = [("/hosts/3", "host_taken"), ("/hosts/0", "host_taken"), ("/hosts/2", "host_taken")];
    refused_at(root.replace(&path(LAKESIDE), &taken), &errors);
    refused_at(
        alpine.replace(&path(DEPOT), &json!({"hosts": ["sim.alpine.example"]})),
        &[("/hosts/0", "host_taken")],
    );
    // The dashboard's own host is the topmost account's alone.
    refused_at(
        alpine.replace(&path(DEPOT), &json!({"hosts": ["sims.example"]})),
        &[("/hosts/0", "host_taken")],
    );
    refused_at(
        root.replace(&path(LAKESIDE), &json!({"hosts": ["sims.example"]})),
        &[("/hosts/0", "host_taken")],
    );
    let top = root.replace(
        &path(NORTHGATE),
        &json!({"hosts": ["sims.example"], "mail_sender": "sim@northgate.example"}),
    );
    assert_eq!(top.expect(200)["can_set_addresses"], true);
}

#[test]
fn what_is_wrong_is_told_where_it_is() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let of_alpine = images::add(&alpine, ALPINE, images::SVG.as_bytes());
    let wrong = json!({
        "product_name": " ", "logo": of_alpine, "favicon": "0".repeat(64), "mail_sender": "nobody",
        "header": {"background": "#ffffff", "text": "#eeeeee"}, "mail_footer": "x".repeat(1_001), "hosts": ["A.example"],
    });
    let errors = [
        ("/product_name", "required"),
        ("/header", "too_little_contrast"),
        ("/mail_sender", "bad_email"),
        ("/mail_footer", "too_long"),
        ("/hosts/0", "bad_host"),
        ("/logo", "unknown_image"),
        ("/favicon", "unknown_image"),
    ];
    refused_at(alpine.replace(&path(DEPOT), &wrong), &errors);
    refused_at(alpine.replace(&path(DEPOT), &json!({"logo": "../x"})), &[("/logo", "invalid")]);
    refused_at(alpine.replace(&path(DEPOT), &json!({"colour": "#fff"})), &[("/colour", "invalid")]);
    assert_eq!(alpine.get(&path(DEPOT)).header("etag"), "\"0\"");
}

#[test]
fn nobody_overwrites_what_they_have_not_seen() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let put =
        |etag: &str, name: &str| alpine.replace_seen(&path(ALPINE), &json!({"product_name": name}), etag);
    let json_type = [("content-type", "application/json")];
    alpine.request("PUT", &path(ALPINE), &json_type, Some("{}")).problem(428, "precondition_required");
    put("\"0\"", "One").expect(200);
    put("\"0\"", "Two").problem(412, "stale");
    // The same again is no change.
    assert_eq!(put("\"1\"", "One").expect(200)["etag"], "\"1\"");
    alpine.replace_seen(&path(ALPINE), &json!({}), "\"1\"").expect(200);
    assert_eq!(alpine.get(&path(ALPINE)).header("etag"), "\"2\"");
}

#[test]
fn only_admins_choose_for_accounts_that_they_see() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    for account in [BRIGHTWATER, LAKESIDE, 9_999] {
        alpine.get(&path(account)).problem(404, "not_found");
        alpine.replace_seen(&path(account), &json!({}), "*").problem(404, "not_found");
    }
    for email in [USER, VIEWER] {
        let person = sandbox.sign_in(email);
        person.get(&path(NORTHGATE)).problem(403, "forbidden");
        person.replace_seen(&path(NORTHGATE), &json!({}), "*").problem(403, "forbidden");
    }
}

#[test]
fn a_change_is_announced_and_told_in_the_audit_log() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    root.replace(&path(ALPINE), &json!({"product_name": "One", "accent": "#004488"})).expect(200);
    let news = listen(sandbox.sign_in(ALPINE_VIEWER));
    let header = json!({"background": "#222222", "text": "#ffffff"});
    let two = json!({"product_name": "Two", "accent": "#004488", "header": header, "hosts": ["a.example", "b.example"]});
    root.replace(&path(ALPINE), &two).expect(200);
    assert!(heard(&news).contains(&contract::event::Event::Users));
    let log = alpine.get("/audit-log?action=branding_changed").expect(200);
    assert_eq!(log["items"].as_array().unwrap().len(), 2);
    assert_eq!(log["items"][0]["subject"]["id"], ALPINE);
    assert_eq!(
        log["items"][0]["changes"],
        json!([
            {"field": "product_name", "old": "One", "new": "Two"},
            {"field": "header", "old": null, "new": "#222222 / #ffffff"},
            {"field": "hosts", "old": null, "new": "a.example, b.example"},
        ])
    );
}

#[test]
fn mails_are_in_the_brand_of_whoever_gets_them() {
    let sandbox = Sandbox::with(10, |config| {
        config.settings.public_url = Some("https://sims.example:8443/portal/".to_owned());
    });
    let root = sandbox.sign_in(ADMIN);
    let brand = json!({
        "product_name": "Brightwater SIM", "mail_sender": "sim@brightwater.example",
        "mail_footer": "Brightwater Ltd\nHarbour Road 1", "hosts": ["sim.brightwater.example", "b.example"],
    });
    root.replace(&path(BRIGHTWATER), &brand).expect(200);
    crate::users::invite(&root, DEPOT, "new@depot.example", "user");
    sandbox.nobody().post("/password-resets", &json!({"email": ALPINE_ADMIN})).expect(202);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let change = json!({"email": "other@alpine.example", "password": ::sandbox::demo::PASSWORD});
    alpine.post("/me/email", &change).expect(202);
    for (to, page) in [
        ("new@depot.example", "/invitation/"),
        (ALPINE_ADMIN, "/password-reset/"),
        ("other@alpine.example", "/email-confirmation/"),
    ] {
        let mail = sandbox.mails(to, 1).remove(0);
        for part in [
            "From: \"Brightwater SIM\" <sim@brightwater.example>",
            "-- \r\nBrightwater SIM\r\nBrightwater Ltd\r\nHarbour Road 1\r\n",
            "Brightwater SIM<br>\r\nBrightwater Ltd<br>\r\nHarbour Road 1</p>",
            &format!("https://sim.brightwater.example:8443/portal{page}"),
        ] {
            assert!(mail.contains(part), "no {part} in {mail}");
        }
    }
    // The authenticator app shows whose it is.
    let setup = alpine.post("/me/two-factor", &json!({"password": ::sandbox::demo::PASSWORD})).expect(200);
    assert!(setup["uri"].as_str().unwrap().contains("Brightwater%20SIM"), "{setup}");
    // Above, nothing is.
    crate::users::invite(&root, NORTHGATE, "new@northgate.example", "user");
    let mail = sandbox.mails("new@northgate.example", 1).remove(0);
    assert!(mail.contains("From: Simgrove <no-reply@simgrove.example>"), "{mail}");
    assert!(mail.contains("https://sims.example:8443/portal/invitation/"), "{mail}");
}

#[test]
fn notices_of_levels_are_in_the_brand_of_each_address() {
    let sandbox = Sandbox::new(400);
    let root = sandbox.sign_in(ADMIN);
    root.replace(&path(LAKESIDE), &json!({"product_name": "Lakeside", "hosts": ["sim.lakeside.example"]}))
        .expect(200);
    crate::recipients::add(&root, LAKESIDE, "ops@lakeside.example", true);
    crate::recipients::add(&root, NORTHGATE, "ops@northgate.example", true);
    let port = sandbox.origin().rsplit(':').next().unwrap().to_owned();
    let sims = crate::notifications::sims_in(&root, LAKESIDE);
    let notices = [(&sims[..1], 1), (&sims[..6], 2)];
    for (sims, count) in notices {
        crate::notifications::reach(&sandbox, domain::cap::Threshold::Cap, sims);
        let mail = sandbox.mails("ops@lakeside.example", count).remove(count - 1);
        assert!(mail.contains("From: Lakeside <no-reply@simgrove.example>"), "{mail}");
        assert!(mail.contains(&format!("http://sim.lakeside.example:{port}/sims")), "{mail}");
        let mail = sandbox.mails("ops@northgate.example", count).remove(count - 1);
        assert!(mail.contains("From: Simgrove <no-reply@simgrove.example>"), "{mail}");
        assert!(mail.contains(&format!("{}/sims", sandbox.origin())), "{mail}");
    }
}

#[test]
fn whoever_installs_the_app_gets_the_look_of_the_host() {
    let sandbox = Sandbox::new(10);
    let root = sandbox.sign_in(ADMIN);
    let nobody = sandbox.nobody();
    let plain = nobody.get("/web-app-manifest").expect(200);
    assert_eq!((&plain["name"], &plain["start_url"]), (&json!("Simgrove"), &json!("/")));
    assert_eq!(plain["icons"][0]["src"], "/brand/favicon.svg");
    root.replace(
        &path(ALPINE),
        &json!({
            "product_name": "Alpine",
            "hosts": ["sim.alpine.example"],
            "header": { "background": "#102030", "text": "#ffffff" },
        }),
    )
    .expect(200);
    let branded = nobody.get("/web-app-manifest?host=sim.alpine.example&start=/portal/").expect(200);
    assert_eq!((&branded["name"], &branded["theme_color"]), (&json!("Alpine"), &json!("#102030")));
    assert_eq!((&branded["scope"], &branded["start_url"]), (&json!("/portal/"), &json!("/portal/")));
    for start in ["", "portal/", "//evil.example/", "https://evil.example/"] {
        let path = format!("/web-app-manifest?start={start}");
        nobody.get(&path).problem(422, "invalid");
    }
}
