//! Questions that people have about their SIMs, each answered three times: by the API, by the columns in the browser's
//! memory, and by SQL that was written for the question without a look at the filter.

use crate::sandbox::*;
use ::sandbox::clock;
use contract::account::Accounts;
use domain::account::AccountTree;
use domain::estate::Estate;
use domain::estate::page::ColumnPage;
use domain::filter::{Filter, evaluate};
use domain::time::{DAY, Timestamp};
use rusqlite::Connection;
use serde_json::json;

const SIMS: u32 = 4_000;

struct Question {
    asked: &'static str,
    /// In the text form of the address bar.
    filter: String,
    /// A condition on the table of SIMs.
    sql: String,
}

fn question(asked: &'static str, filter: impl Into<String>, sql: impl Into<String>) -> Question {
    Question { asked, filter: filter.into(), sql: sql.into() }
}

fn questions(connection: &Connection, now: Timestamp) -> Vec<Question> {
    let month = format!("{}-01", &now.to_string()[..7]);
    let month_unix = month.parse::<Timestamp>().unwrap().unix();
    let days_ago_30 = u64::from(now.unix()) - 30 * DAY;
    let imeis: Vec<String> = connection
        .prepare("SELECT imei FROM sims WHERE imei != '' AND id % 500 = 7")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    assert!(imeis.len() > 4);
    vec![
        question(
            "blocked SIMs of a customer and all below it",
            format!("status is blocked and account under {ALPINE}"),
            "status = 'blocked' AND account_id IN (
               SELECT id FROM accounts WHERE id = 3 OR parent_id = 3
                 OR parent_id IN (SELECT id FROM accounts WHERE parent_id = 3))",
        ),
        question(
            "two customers by name",
            r#"account in ("Lakeside Metering", "Tillhouse Retail Systems")"#,
            "account_id IN (SELECT id FROM accounts WHERE name IN ('Lakeside Metering', 'Tillhouse Retail Systems'))",
        ),
        question(
            "everything but one customer",
            r#"not account is "Alpine Telematics""#,
            "account_id <> (SELECT id FROM accounts WHERE name = 'Alpine Telematics')",
        ),
        question(
            "active, but not seen for 30 days",
            "status is active and last_seen not in last 30 days",
            format!("status = 'active' AND last_seen > 0 AND last_seen < {days_ago_30}"),
        ),
        question(
            "at 90 % of the cap or beyond",
            "cap_used >= 90%",
            "cap_bytes > 0 AND usage_bytes * 10 >= cap_bytes * 9",
        ),
        question("without a cap", "cap is empty", "cap_bytes IS NULL"),
        question(
            "a cap of 1 to 5 GB",
            "cap between 1GB and 5GB",
            "cap_bytes BETWEEN 1000000000 AND 5000000000",
        ),
        question(
            "warned later than at 80 % of the cap",
            "alert_of_cap > 80%",
            "alert_bytes IS NOT NULL AND cap_bytes IS NOT NULL AND alert_bytes * 5 > cap_bytes * 4",
        ),
        question("used nothing this period", "usage = 0B", "usage_bytes = 0"),
        question("the largest tariff", "tariff is NG-EU-5G", "tariff = 'NG-EU-5G'"),
        question(
            "of two operators",
            r#"operator in (Alpenmobil, "Great Plains Wireless")"#,
            "operator = 'Alpenmobil' OR operator = 'Great Plains Wireless'",
        ),
        question("in session now", "in_session is yes", "in_session = 1"),
        question(
            "activated this month",
            format!("activated since {month}"),
            format!("activated_on >= {month_unix}"),
        ),
        question("never activated", "activated is empty", "activated_on = 0"),
        question("a word in the label", "label contains KÜHLZELLE", "label LIKE '%Kühlzelle%'"),
        question("with a note", "not note is empty", "note <> ''"),
        question(
            "with one tag and without another",
            "tag is pilot and not tag is winter",
            "tags IN (
               SELECT 'pilot' UNION SELECT 'pilot' || char(10) || other FROM others
               UNION SELECT other || char(10) || 'pilot' FROM others)",
        ),
        question(
            "with any of three tags",
            "tag in (spare, legacy, prüfen)",
            "instr(char(10) || tags || char(10), char(10) || 'spare' || char(10))
               OR instr(char(10) || tags || char(10), char(10) || 'legacy' || char(10))
               OR instr(char(10) || tags || char(10), char(10) || 'prüfen' || char(10))",
        ),
        question("without a category", "category is empty", "category = ''"),
        question(
            "a range of ICCIDs",
            "iccid starts with 8949020000000002",
            "iccid >= '8949020000000002' AND iccid < '8949020000000003'",
        ),
        question(
            "a list of devices",
            format!("imei in ({})", imeis.join(", ")),
            "imei IN (SELECT imei FROM sims WHERE imei <> '' AND id % 500 = 7)",
        ),
        question(
            "suspended or terminated",
            "status is suspended or status is terminated",
            "status IN ('suspended', 'terminated')",
        ),
        question("not managed here", "status is unmanaged", "status = 'unmanaged'"),
        question(
            "a cap that ends no session",
            "hard_cap is unsupported and not cap is empty",
            "hard_cap = 'unsupported' AND cap_bytes IS NOT NULL",
        ),
        question(
            "alerted, in session, of an account with Alpine in its name",
            "status is alerted and in_session is yes and account contains alpine",
            "status = 'alerted' AND in_session = 1
               AND account_id IN (SELECT id FROM accounts WHERE name LIKE '%Alpine%')",
        ),
    ]
}

/// What the SQL needs beside the tables.
const VIEWS: &str = "CREATE TEMP VIEW others (other) AS
    VALUES ('spare'), ('roaming'), ('legacy'), ('sla-gold'), ('audit-2026'), ('prüfen');";

fn counted(connection: &Connection, condition: &str) -> u64 {
    connection
        .query_row(&format!("SELECT count(*) FROM sims WHERE {condition}"), [], |row| row.get(0))
        .unwrap_or_else(|error| panic!("{error}: {condition}"))
}

#[test]
fn the_api_the_columns_and_sql_agree() {
    let sandbox = Sandbox::new(SIMS);
    let connection = sandbox.database();
    connection.execute_batch(VIEWS).unwrap();
    let now = clock::now();
    let boundary = u64::from(now.unix()) - 30 * DAY;
    let near = counted(&connection, &format!("last_seen BETWEEN {} AND {}", boundary - 600, boundary + 600));
    assert_eq!(near, 0, "another seed: time goes on while the questions are asked");

    let questions = questions(&connection, now);
    assert_eq!(questions.len(), 25);
    let alpine = format!("account_id BETWEEN {ALPINE} AND {}", ALPINE + 8);
    for (email, scope, telling) in [(ADMIN, "TRUE", 24), (ALPINE_VIEWER, alpine.as_str(), 22)] {
        let person = sandbox.sign_in(email);
        let accounts: Accounts = serde_json::from_str(&person.get("/accounts").text).unwrap();
        let accounts = AccountTree::new(accounts.items);
        let text = person.get("/sims/columns?limit=20000").text;
        let page: ColumnPage<'_> = serde_json::from_str(&text).unwrap();
        let mut estate = Estate::default();
        estate.append(&page.columns).unwrap();
        assert_eq!(page.total, counted(&connection, scope));

        let mut trivial = Vec::new();
        for Question { asked, filter: text, sql } in &questions {
            let filter: Filter = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
            let found = person.post("/sims/search", &json!({"filter": filter, "limit": 1})).expect(200);
            let total = found["total"].as_u64().unwrap();
            let rows = evaluate::matching(&filter, &estate, &accounts, now).iter().count();
            let expected = counted(&connection, &format!("({sql}) AND {scope}"));
            assert_eq!((total, rows as u64), (expected, expected), "{asked}: {text} for {email}");
            if total == 0 || total == page.total {
                trivial.push(asked);
            }
        }
        assert!(questions.len() - trivial.len() >= telling, "no answer tells anything: {trivial:?}");
    }
}
