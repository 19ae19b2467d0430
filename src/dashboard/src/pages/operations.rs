//! The pages of bulk operations: which there are, and one of them with what became of each SIM.

mod acts;
mod address;
mod items;
mod list;
mod one;
pub mod panel;
mod tools;
pub mod words;

use crate::behaviour::focus;
use crate::pages::title;
use crate::state::accounts::use_accounts;
use crate::state::operation_list::OperationList;
use crate::state::operations::use_operations;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::ui::segmented::Segmented;
use address::ListAddress;
use contract::bulk::OperationStage;
use domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// All operations that the person sees.
#[component]
pub fn Operations() -> impl IntoView {
    title::name(|| t!("operations"));
    let session = use_session();
    use_accounts().read();
    let address = ListAddress::of_page();
    let list = OperationList::new(session, use_operations(), Scope::new(), address.query.into());
    let sees_all = Memo::new(move |_| session.may(Permission::SeeAllOperations));
    let heading = focus::page_heading(false);
    let mine = Signal::derive(move || address.query.get().mine);
    let stage = Signal::derive(move || address.query.get().stage);
    view! {
        <div class="operations-page">
            <div class="operations-page__inner">
                <h1 node_ref=heading class="operations-page__title" tabindex="-1">{move || t!("operations")}</h1>
                <div class="operations-page__tools">
                    <Show when=move || sees_all.get()>
                        <Segmented
                            label=Signal::derive(|| t!("operations-whose"))
                            label_hidden=true
                            options=Signal::derive(|| vec![
                                (false, t!("operations-all")),
                                (true, t!("operations-mine")),
                            ])
                            value=mine
                            on_change=Callback::new(move |mine| address.change(|query| query.mine = mine))
                        />
                    </Show>
                    <Segmented
                        label=Signal::derive(|| t!("operations-how-far"))
                        label_hidden=true
                        options=Signal::derive(|| vec![
                            (None, t!("operations-any")),
                            (Some(OperationStage::Running), t!("operations-running")),
                            (Some(OperationStage::Over), t!("operations-over")),
                            (Some(OperationStage::WithFailures), t!("operations-with-failures")),
                        ])
                        value=stage
                        on_change=Callback::new(move |stage| address.change(|query| query.stage = stage))
                    />
                </div>
                {list::list(list, address)}
            </div>
        </div>
    }
}

/// One operation, named in the address.
#[component]
pub fn OneOperationPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<u32>().ok()));
    view! {
        <div class="operations-page">
            <div class="operations-page__inner">{move || one::one(id.get())}</div>
        </div>
    }
}
