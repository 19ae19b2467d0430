//! What stands around every page: the header with the product, the bell, the display settings and the person, and the page below.

mod bell;
mod display;
mod drawer;
mod kept;
mod navigation;
mod offline_banner;
mod person;
mod role;
mod view_banner;

pub use drawer::{Drawer, DrawerPlace, use_drawer};

use super::operations::panel;
use super::product::Product;
use super::support::SupportLink;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::state::{accounts, base, estate, labels, live, operations};
use crate::t;
use crate::ui::icon::{Icon, IconName};
use bell::Bell;
use display::DisplaySettings;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use navigation::Navigation;
use offline_banner::OfflineBanner;
use person::Person;
use view_banner::ViewBanner;

#[component]
pub fn Shell(
    /// Between the product and the buttons, such as a search.
    #[prop(optional, into)]
    middle: ViewFn,
    children: Children,
) -> impl IntoView {
    let drawer = Drawer::provide();
    kept::provide();
    // What the pages share outlives each of them.
    let (session, scope) = (use_session(), Scope::new());
    let accounts = accounts::provide(session, scope);
    let estate = estate::provide(session, accounts, scope);
    let labels = labels::provide(session, scope);
    let operations = operations::provide(session, estate, scope);
    let announcements = live::provide(session, estate, accounts, labels, operations, scope);
    bell::provide(session, announcements, scope);
    role::tell_changes(session);
    if shows_sims(&use_location().pathname.get_untracked(), &base::path()) {
        // The page would ask for them once it is drawn: by then they can be there.
        estate.load();
    }
    let main = NodeRef::<html::Main>::new();
    // Not a plain link: with a base address, `#main` would lead away from the page.
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = main.get_untracked() {
            let _ = main.focus();
        }
    };
    view! {
        <div class="shell">
            <ViewBanner />
            <OfflineBanner />
            <header class="shell__header">
                <a class="shell__skip" href="#main" on:click=skip>
                    {move || t!("skip-to-content")}
                </a>
                <button
                    type="button"
                    class="icon-button shell__drawer-button"
                    aria-label=move || t!("accounts-drawer")
                    hidden=move || !drawer.is_offered()
                    aria-expanded=move || if drawer.is_open() { "true" } else { "false" }
                    on:click=move |_| drawer.toggle()
                >
                    <Icon name=IconName::Menu />
                </button>
                <a class="shell__product" href=".">
                    <Product />
                </a>
                <Navigation />
                <div class="shell__middle">{middle.run()}</div>
                <SupportLink class="icon-button shell__support" icon_only=true />
                <Bell />
                <DisplaySettings />
                <Person />
            </header>
            <main
                id="main"
                node_ref=main
                class="shell__main"
                tabindex="-1"
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        drawer.close();
                    }
                }
            >
                {children()}
            </main>
            {panel::beside_pages()}
        </div>
    }
}

/// Whether the page at a path is about SIMs; the first one is the list of them.
fn shows_sims(path: &str, base: &str) -> bool {
    let page = path.strip_prefix(base).unwrap_or(path).trim_start_matches('/').split('/').next();
    matches!(page, Some("" | "sims" | "overview"))
}

#[cfg(test)]
mod tests {
    use super::shows_sims;

    #[test]
    fn list_and_overview_are_about_sims_wherever_the_app_lies() {
        for path in ["/", "/sims", "/sims/8949/usage", "/overview"] {
            assert!(shows_sims(path, ""), "{path}");
            assert!(shows_sims(&format!("/portal{path}"), "/portal"), "{path}");
        }
        assert!(shows_sims("/portal", "/portal"));
        for path in ["/profile", "/operations/7", "/simsalabim"] {
            assert!(!shows_sims(path, ""), "{path}");
        }
    }
}
