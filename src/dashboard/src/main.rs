//! The Simgrove dashboard: a single-page app over the HTTP API.
//!
//! Imports run one way: `pages` → `ui` → `behaviour` → `state`. See `src/README.md`.

mod app;
mod behaviour;
mod pages;
mod panic;
mod state;
mod text;
mod ui;

fn main() {
    panic::install();
    leptos::mount::mount_to_body(app::App);
}
