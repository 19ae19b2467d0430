//! The way from page to page: in the header, or at the foot of a narrow window, where some of the pages have to wait in a
//! menu.

use crate::state::session::use_session;
use crate::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::{MenuItem, MenuPlace, MenuRequest, use_menus};
use domain::permission::Permission;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};

/// A page that one can go to from everywhere.
struct Page {
    /// Its address below that of the app.
    path: &'static str,
    name: fn() -> String,
    icon: IconName,
    /// Who may see it.
    needs: Permission,
}

/// All pages, in the order in which they stand.
const PAGES: &[Page] = &[
    Page { path: "sims", name: || t!("page-sims"), icon: IconName::Sim, needs: Permission::ViewSims },
    Page {
        path: "overview",
        name: || t!("page-overview"),
        icon: IconName::Overview,
        needs: Permission::ViewSims,
    },
    Page { path: "tags", name: || t!("page-labels"), icon: IconName::Tag, needs: Permission::ViewSims },
    Page {
        path: "accounts",
        name: || t!("page-accounts"),
        icon: IconName::Account,
        needs: Permission::ManageAccounts,
    },
    Page {
        path: "operations",
        name: || t!("page-operations"),
        icon: IconName::Details,
        needs: Permission::SeeAllOperations,
    },
    Page {
        path: "history",
        name: || t!("page-history"),
        icon: IconName::History,
        needs: Permission::SeeAuditLog,
    },
];

/// As many places there are at the foot of a narrow window.
const PLACES: usize = 5;

/// Links to the pages that the role may see; the router marks the one that is shown. Where there is no room for all of
/// them, the last ones are in a menu instead: which of the two is seen is a matter of style.
#[component]
pub fn Navigation() -> impl IntoView {
    let session = use_session();
    let shown = Memo::new(move |_| PAGES.iter().map(|page| session.may(page.needs)).collect::<Vec<_>>());
    view! {
        <nav class="shell__nav" aria-label=move || t!("pages")>
            {move || {
                let pages = shown.with(|shown| {
                    PAGES.iter().zip(shown).filter(|(_, shown)| **shown).map(|(page, _)| page).collect::<Vec<_>>()
                });
                let ahead = ahead(pages.len());
                let rest = pages.get(ahead..).unwrap_or_default().to_vec();
                let links = pages.into_iter().enumerate().map(|(at, page)| link(page, at >= ahead)).collect_view();
                (links, (!rest.is_empty()).then(|| more(rest)))
            }}
        </nav>
    }
}

/// How many of so many pages find a place: all, or all but one, which the menu takes.
fn ahead(pages: usize) -> usize {
    if pages > PLACES { PLACES - 1 } else { pages }
}

fn link(page: &'static Page, can_wait: bool) -> impl IntoView {
    let pathname = use_location().pathname;
    let is_here = Memo::new(move |_| pathname.with(|path| leads_to(path, page.path)));
    view! {
        <a
            href=page.path
            class="shell__link"
            class=("shell__link--rest", can_wait)
            aria-current=move || is_here.get().then_some("page")
        >
            <Icon name=page.icon />
            <span>{page.name}</span>
        </a>
    }
}

/// The menu of the pages that find no place.
fn more(pages: Vec<&'static Page>) -> impl IntoView {
    let menus = use_menus();
    let (pathname, navigate) = (use_location().pathname, StoredValue::new_local(use_navigate()));
    let pages = StoredValue::new(pages);
    let is_here = move |page: &Page| pathname.with(|path| leads_to(path, page.path));
    let holds_current = Memo::new(move |_| pages.with_value(|pages| pages.iter().any(|page| is_here(page))));
    let button = NodeRef::<html::Button>::new();
    let open = move |_| {
        let Some(button) = button.get_untracked() else { return };
        let item = |page: &&'static Page| {
            let path = page.path;
            let go =
                move || navigate.with_value(|navigate| navigate(&format!("/{path}"), Default::default()));
            let current = untrack(|| is_here(page));
            MenuItem { icon: Some(page.icon), current, ..MenuItem::new((page.name)(), go) }.into()
        };
        menus.open(|| MenuRequest {
            label: t!("pages-more"),
            items: pages.with_value(|pages| pages.iter().map(item).collect()),
            at: MenuPlace::Below(button.into()),
            return_focus: None,
        });
    };
    view! {
        <button
            node_ref=button
            type="button"
            class="shell__link shell__more"
            aria-haspopup="menu"
            aria-current=move || holds_current.get().then_some("true")
            on:click=open
        >
            <Icon name=IconName::More />
            <span>{move || t!("pages-more")}</span>
        </button>
    }
}

/// Whether an address, which may begin with that of the app, is one of a page.
fn leads_to(pathname: &str, page: &str) -> bool {
    let (before, rest) = pathname.rsplit_once(page).unwrap_or((pathname, "-"));
    before.ends_with('/') && (rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::{ahead, leads_to};

    #[test]
    fn a_page_is_known_by_its_address() {
        assert!(leads_to("/sims", "sims") && leads_to("/portal/sims/7", "sims"));
        assert!(
            !leads_to("/simsalabim", "sims")
                && !leads_to("/accounts/7", "sims")
                && !leads_to("/all-sims", "sims")
        );
    }

    #[test]
    fn the_menu_takes_no_place_from_a_page_for_nothing() {
        assert_eq!([1, 4, 5, 6, 9].map(ahead), [1, 4, 5, 4, 4]);
    }
}
