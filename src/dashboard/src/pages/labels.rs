//! The page of tags and categories: what there is, what each looks like, and how many SIMs have it.

mod add;
mod colours;
mod delete;
mod merge;
mod naming;
mod recolour;
mod row;
mod table;
mod words;

use crate::pages::title;
use crate::state::accounts::{AccountsState, use_accounts};
use crate::state::label_list::LabelList;
use crate::state::labels::use_labels;
use crate::state::session::{SessionState, use_session};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::{Dialogs, use_dialogs};
use crate::ui::icon::IconName;
use crate::ui::live::{Live, use_live};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use crate::ui::tabs::{Tab, Tabs};
use contract::label::Label;
use domain::label::LabelKind;
use domain::permission::Permission;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// Codes of the tabs in the address, the first of which is open when it names none.
const TAGS: &str = "tags";
const CATEGORIES: &str = "categories";

/// What the parts of a list share.
#[derive(Clone, Copy)]
struct LabelsPage {
    session: SessionState,
    accounts: AccountsState,
    list: LabelList,
    dialogs: Dialogs,
    live: Live,
    /// Gets the focus when what had it has gone.
    add: NodeRef<html::Button>,
}

impl LabelsPage {
    /// Whether the person may change lists at all.
    fn may_change(self) -> bool {
        self.session.may(Permission::ManageLabels)
    }

    /// Why one cannot be changed here.
    fn hindrance(label: &Label) -> Option<String> {
        match (label.id, label.account_id) {
            (None, _) => Some(t!("label-not-defined-yet")),
            (Some(_), None) => Some(t!("label-from-above")),
            (Some(_), Some(_)) => None,
        }
    }

    /// The row's button or, when it has gone, the one above the table.
    fn fallback(self) -> impl Fn() -> Option<web_sys::HtmlElement> + Send + Sync + 'static {
        move || self.add.try_get_untracked().flatten().map(|button| (*button).clone())
    }
}

/// The page, for everybody: what may be changed depends on the role.
#[component]
pub fn LabelsOfAccounts() -> impl IntoView {
    title::name(|| t!("page-labels"));
    use_accounts().read();
    let (query, navigate) = (use_query_map(), use_navigate());
    let chosen = Signal::derive(move || {
        let list = query.with(|query| query.get("list")).unwrap_or_default();
        if list == CATEGORIES { CATEGORIES } else { TAGS }
    });
    // That is no step on the way back.
    let choose = move |code: &'static str| {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        let query = if code == TAGS { "" } else { "?list=categories" };
        navigate(&format!("/tags{query}"), options);
    };
    let choose = StoredValue::new_local(choose);
    let tabs = vec![
        Tab { code: TAGS, label: Signal::derive(move || t!("labels-tags")) },
        Tab { code: CATEGORIES, label: Signal::derive(move || t!("labels-categories")) },
    ];
    let panel = |code: &'static str| {
        list(if code == CATEGORIES { LabelKind::Category } else { LabelKind::Tag }).into_any()
    };
    view! {
        <section class="labels" aria-labelledby="labels-title">
            <h1 id="labels-title" class="labels__title" tabindex="-1">{move || t!("page-labels")}</h1>
            <Tabs
                label=move || t!("page-labels")
                tabs=tabs
                chosen=chosen
                on_choose=move |code: &'static str| choose.with_value(|choose| choose(code))
                panel=panel
            />
        </section>
    }
}

fn list(kind: LabelKind) -> impl IntoView {
    let (session, labels) = (use_session(), use_labels());
    let page = LabelsPage {
        session,
        accounts: use_accounts(),
        list: LabelList::new(session, labels, kind),
        dialogs: use_dialogs(),
        live: use_live(),
        add: NodeRef::new(),
    };
    // They hold what ends with the page.
    on_cleanup(move || page.dialogs.close_all());
    // Read anew when somebody changed the lists, or which SIMs have what.
    Effect::new(move |_| {
        labels.track();
        page.list.read();
    });
    let (items, failure) = (page.list.items(), page.list.failure());
    view! {
        <div class="labels__list">
            <div class="labels__tools">
                <p class="labels__about">{move || words::about(kind)}</p>
                <Show when=move || page.may_change()>
                    <Button
                        variant=ButtonVariant::Primary
                        icon=IconName::Plus
                        node_ref=page.add
                        on_press=Callback::new(move |()| add::open(page))
                    >
                        {move || words::add(kind)}
                    </Button>
                </Show>
            </div>
            {move || failure.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("labels-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| page.list.read())>{move || t!("app-retry")}</Button>
                </Notice>
            })}
            {move || (items.with(Option::is_none) && failure.with(Option::is_none)).then(|| view! {
                <Skeleton lines=6 />
            })}
            {table::table(page)}
        </div>
    }
}
