//! Every page that there is, for what all of them owe.

use crate::api::Api;
use crate::stage::{ADMIN, Stage};
use serde_json::{Value, json};

/// A page, or what of it an address opens.
#[derive(Clone, Debug)]
pub struct Place {
    pub name: &'static str,
    pub path: String,
}

/// All of them, as who asks sees them. For two of them an operation is started, and a page of help written.
#[track_caller]
pub fn places(api: &Api) -> Vec<Place> {
    let sims = api.all_sims();
    let sim = sims.iter().find(|sim| sim["status"] == "alerted").unwrap_or(&sims[0]);
    let sim = &sim["id"];
    let operation = operation(api, sim);
    support(api);
    [
        ("list", "/sims".to_owned()),
        ("details", format!("/sims/{sim}")),
        ("page of a SIM", format!("/sims/{sim}/details")),
        ("overview", "/overview".to_owned()),
        ("tags", "/tags".to_owned()),
        ("categories", "/tags?tab=categories".to_owned()),
        ("users", "/accounts".to_owned()),
        ("notifications of an account", "/accounts?tab=notifications".to_owned()),
        ("features", "/accounts?tab=features".to_owned()),
        ("branding", "/accounts?tab=branding".to_owned()),
        ("help & support of an account", "/accounts?tab=support".to_owned()),
        ("API tokens", "/accounts?tab=api-tokens".to_owned()),
        ("operations", "/operations".to_owned()),
        ("one operation", format!("/operations/{operation}")),
        ("operation that does not exist", "/operations/999999".to_owned()),
        ("history", "/history".to_owned()),
        ("audit log", "/history?tab=audit".to_owned()),
        ("profile", "/profile".to_owned()),
        ("help", "/help".to_owned()),
        ("help & support", "/support".to_owned()),
        ("page that does not exist", "/nowhere".to_owned()),
    ]
    .map(|(name, path)| Place { name, path })
    .to_vec()
}

/// Those for which nobody has to be signed in. For one of them somebody is invited.
#[track_caller]
pub fn places_outside(stage: &Stage) -> Vec<Place> {
    let (api, email) = (stage.api(ADMIN), "new@northgate.example");
    let path = format!("/api/v1/accounts/{}/users", api.account("Northgate IoT")["id"]);
    let body = json!({ "name": "New Comer", "email": email, "role": "user" });
    api.send("POST", &path, Some(&body), &[("idempotency-key", "invited")]).expect(201);
    let invitation = stage.mailed_link(email, 1);
    [
        ("sign-in", "/".to_owned()),
        ("forgotten password", "/forgot-password".to_owned()),
        ("invitation", invitation),
        ("help & support", "/support".to_owned()),
        ("link that does not hold", "/invitation/none".to_owned()),
    ]
    .map(|(name, path)| Place { name, path })
    .to_vec()
}

#[track_caller]
fn operation(api: &Api, sim: &Value) -> Value {
    let body =
        json!({ "action": { "edit_tags": { "add": ["seen"], "remove": [] } }, "target": { "ids": [sim] } });
    let started = api.send("POST", "/api/v1/bulk-operations", Some(&body), &[("idempotency-key", "places")]);
    started.expect(202)["id"].clone()
}

#[track_caller]
fn support(api: &Api) {
    let path = format!("/api/v1/accounts/{}/support", api.account("Northgate IoT")["id"]);
    let etag = api.get(&path).expect(200)["etag"].as_str().expect("an etag").to_owned();
    let markdown = "# Whom to ask\n\nAsk **us**: [our site](https://northgate.example).\n\n- by phone\n- by mail\n\n\
                    | When | Who |\n| --- | --- |\n| Monday to Friday | the desk |\n| else | on call |\n\n`AT+CGDCONT=1`";
    let body = json!({ "support": { "page": { "markdown": markdown } } });
    api.send("PUT", &path, Some(&body), &[("if-match", &etag)]).expect(200);
}
