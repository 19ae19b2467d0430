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
use crate::state::{accounts, estate, labels, live, operations};
use crate::t;
use crate::ui::icon::{Icon, IconName};
use bell::Bell;
use display::DisplaySettings;
use leptos::html;
use leptos::prelude::*;
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
