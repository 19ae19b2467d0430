//! The Simgrove dashboard: a single-page app over the HTTP API.
//!
//! Imports run one way: `pages` → `ui` → `behaviour` → `state`. See `src/README.md`.

mod app;
mod behaviour;
mod pages;
mod state;
mod text;
mod ui;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
