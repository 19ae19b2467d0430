//! What is measured of the dashboard alone, because the others have nothing of the kind.

use crate::figures::Figure;
use crate::page::{Stuck, number};
use crate::visit::{CLICK, FRAMES, TIMES, Visit};
use journeys::Api;
use serde_json::{Value, json};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// For as long as somebody else changes SIMs: about as many quarters of a second as [`FRAMES`] take.
const QUARTERS: usize = 12;
/// SIMs changed in each.
const CHANGED: usize = 250;
const QUARTER: Duration = Duration::from_millis(250);

impl Visit<'_> {
    pub fn works_alone(&mut self, api: &Api) -> Result<(), Stuck> {
        // The third click on a header takes the order away.
        self.page.click("usage");
        self.goes_to_the_top()?;
        self.opens_menus()?;
        self.chooses_in_tree()?;
        self.asks_about_all()?;
        self.follows(api);
        self.reloads()
    }

    fn opens_menus(&mut self) -> Result<(), Stuck> {
        for _ in 0..TIMES {
            self.acts(Figure::Menu, "contextmenu", &json!({ "open": "menu" }), |page| {
                page.right_click("row")
            })?;
            // The menu, then the selection.
            for nothing in [json!({ "open": "nothing" }), self.truth.all_selected(false)] {
                self.page.person.press("Escape");
                self.page.comes_to(&nothing)?;
            }
        }
        Ok(())
    }

    fn chooses_in_tree(&mut self) -> Result<(), Stuck> {
        let customer = self.page.value("contestant.customer()").as_u64().expect("an account has an id");
        let below = self.truth.below(customer);
        for _ in 0..TIMES {
            self.acts(Figure::TreeAccount, CLICK, &below, |page| page.click("customer"))?;
            self.page.click("everybody");
            self.page.comes_to(&self.truth.everything())?;
        }
        Ok(())
    }

    fn asks_about_all(&mut self) -> Result<(), Stuck> {
        for _ in 0..TIMES {
            self.page.click("all");
            self.page.comes_to(&self.truth.all_selected(true))?;
            self.acts(Figure::Preview, CLICK, &json!({ "open": "preview" }), |page| page.click("suspend"))?;
            self.page.person.press("Escape");
            self.page.comes_to(&json!({ "open": "nothing" }))?;
            self.acts(Figure::Invert, CLICK, &self.truth.all_selected(false), |page| page.click("invert"))?;
        }
        Ok(())
    }

    /// The SIMs in sight, and many more, are changed by somebody else.
    fn follows(&mut self, api: &Api) {
        let sims = api.get(&format!("/api/v1/sims?limit={CHANGED}")).expect(200);
        let ids: Vec<Value> =
            sims["items"].as_array().into_iter().flatten().map(|sim| sim["id"].clone()).collect();
        let heard =
            "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/changes')).length";
        let before = number(&self.page.value(heard));
        let between = thread::scope(|scope| {
            scope.spawn(|| {
                for _ in 0..QUARTERS {
                    let started = Instant::now();
                    change(api, &ids);
                    thread::sleep(QUARTER.saturating_sub(started.elapsed()));
                }
            });
            self.page.times(&format!("bench.idle({FRAMES})"))
        });
        assert!(number(&self.page.value(heard)) > before, "the page did not follow");
        self.frames(between, Figure::Live, Figure::LiveLate);
    }

    /// Comes back to the list as it is at first, and reloads the page when all is there.
    fn reloads(&mut self) -> Result<(), Stuck> {
        self.page.person.goto(self.page.contestant.path());
        self.page.loaded()?;
        self.page.person.reload();
        self.loads([Figure::ReloadFirst, Figure::ReloadAll])
    }
}

/// Gives some SIMs a category that they never had, and waits until they have it.
fn change(api: &Api, ids: &[Value]) {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("it is later than 1970");
    let name = format!("bench-{}", now.as_millis());
    let act = json!({ "action": { "set_category": { "category": name } }, "target": { "ids": ids } });
    let started = api.send("POST", "/api/v1/bulk-operations", Some(&act), &[("idempotency-key", &name)]);
    let path = format!("/api/v1/bulk-operations/{}", started.expect(202)["id"]);
    while api.get(&path).expect(200)["state"] != "finished" {
        thread::sleep(Duration::from_millis(20));
    }
}
