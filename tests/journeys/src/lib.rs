//! The harness of the journeys: what a person does with the dashboard, in real browsers.
//!
//! Each journey has a sandbox of its own and as many people as it needs, each with a browser of their
//! own. People find things as people do, by role and accessible name, wait for what they expect to
//! see, and never sleep. Everything is torn down at the end, and after a failure there are pictures,
//! the accessible tree and the logs to look at.
//!
//! ```no_run
//! use journeys::{ADMIN, Estate, journey};
//!
//! #[test]
//! fn an_admin_suspends_a_sim() {
//!     journey(Estate::of(200), |stage| {
//!         let ann = stage.person_at(ADMIN, "/sims");
//!         let grid = ann.find("grid", "SIMs");
//!         grid.find_all("row").nth(3).right_click();
//!         ann.find("menuitem", "Suspend").click();
//!         ann.find("dialog", "Suspend 1 SIM").find("button", "Suspend").click();
//!         ann.find_all("status").first().shows("1 SIM suspended");
//!
//!         let sims = stage.api(ADMIN).get("/api/v1/sims?limit=200").expect(200);
//!         assert!(sims["items"].as_array().unwrap().iter().any(|sim| sim["status"] == "suspended"));
//!         ann.is_accessible();
//!     });
//! }
//! ```
//!
//! `cargo xtask test journeys --engine chromium --only suspends` runs it.
//!
//! * [`journey`] plays one; [`Estate`] says with which sandbox.
//! * [`Stage`] makes people and signs clients of the API in.
//! * [`Person`] looks, presses keys, waits, goes to addresses.
//! * [`Spot`] is a place on the page, found anew each time it is used.
//! * [`Query`] says what to look for when role and name do not.
//!
//! At its end a journey fails if a page wrote an error to its console, violated its
//! Content-Security-Policy or asked another origin for something; [`Person::expects_trouble`] is for
//! journeys that are about such things.
//!
//! WebDriver is plain JSON over HTTP, so the client of it here is one small file. It blocks: a journey
//! is a sequence, reads like one, and a failure points to its line.

mod api;
mod axe;
mod browser;
mod bundle;
mod engine;
mod estate;
mod file;
mod footprint;
mod keys;
mod mailbox;
mod memory;
mod page_scripts;
mod person;
mod places;
mod pointer;
mod process;
mod query;
mod sim_list;
mod spot;
mod stage;
mod wait;
mod wire;

pub use api::{Answer, Api};
pub use axe::Violation;
pub use bundle::{COLLECTOR, SLOW_DATABASE};
pub use engine::Engine;
pub use estate::Estate;
pub use file::File;
pub use footprint::Footprint;
pub use person::Person;
pub use places::{Place, places, places_outside};
pub use query::{Name, Query};
pub use sim_list::{SimList, grouped, iccid};
pub use spot::Spot;
pub use stage::{
    ADMIN, CUSTOMER_ADMIN, CUSTOMER_VIEWER, Login, Stage, USER, VIEWER, journey, measurement, visit,
};
