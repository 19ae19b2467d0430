//! What is done with the list as a whole: filter it with a CSV list, choose its columns, export it.

use super::context::SimsPage;
use super::{csv_list, dialogs, export};
use crate::state::brand::use_brand;
use crate::t;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use leptos::prelude::*;

pub fn list_tools(page: SimsPage) -> impl IntoView {
    let brand = use_brand();
    view! {
        <div class="list-tools" role="group" aria-label=move || t!("list-tools")>
            <IconButton
                label=Signal::derive(|| t!("csv-open"))
                icon=IconName::Import
                on_press=Callback::new(move |()| csv_list::open(page))
            />
            <IconButton
                label=Signal::derive(|| t!("columns-open"))
                icon=IconName::Columns
                on_press=Callback::new(move |()| dialogs::columns::open(page))
            />
            <IconButton
                label=Signal::derive(|| t!("export-open"))
                icon=IconName::Export
                on_press=Callback::new(move |()| export::open(page, &untrack(|| brand.product_name())))
            />
        </div>
    }
}
