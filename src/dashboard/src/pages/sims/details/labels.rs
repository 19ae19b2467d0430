//! Category and tags of the SIM, in their colours. They are edited where many SIMs are, for this one alone.

use super::Details;
use crate::pages::sims::dialogs;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::label_chip::label_chips;
use domain::estate::order::Column;
use domain::label::LabelKind;
use domain::permission::Permission;
use domain::sim::Sim;
use leptos::prelude::*;

pub fn labels(details: Details) -> impl IntoView {
    let page = details.page;
    let hindrance =
        Signal::derive(move || details.of(|sim| sim.status.editable().err()).flatten().map(text::reason));
    view! {
        <section class="sim-details__labels" aria-label=move || t!("category-and-tags")>
            <dl class="sim-details__fields">
                {shown(details, Column::Category, LabelKind::Category, |sim| sim.category.iter().cloned().collect())}
                {shown(details, Column::Tags, LabelKind::Tag, |sim| sim.tags.clone())}
            </dl>
            <Show when=move || page.session.may(Permission::ManageLabels)>
                <div class="sim-page__tools">
                    <Button
                        icon=IconName::Category
                        disabled_reason=hindrance
                        on_press=Callback::new(move |()| dialogs::category::open_for(page, details.id))
                    >
                        {move || t!("act-set-category")}
                    </Button>
                    <Button
                        icon=IconName::Tag
                        disabled_reason=hindrance
                        on_press=Callback::new(move |()| dialogs::tags::open_for(page, details.id))
                    >
                        {move || t!("act-edit-tags")}
                    </Button>
                </div>
            </Show>
        </section>
    }
}

fn shown(details: Details, column: Column, kind: LabelKind, read: fn(&Sim) -> Vec<String>) -> impl IntoView {
    let palette = details.page.labels.palette(kind);
    let labels = Memo::new(move |_| {
        let tree = details.page.estate.accounts().get();
        let coloured = |sim: &Sim| {
            let colour = |name: &String| palette.with(|palette| palette.colour(&tree, sim.account_id, name));
            read(sim).into_iter().map(|name| (name.clone(), colour(&name))).collect::<Vec<_>>()
        };
        details.of(coloured).unwrap_or_default()
    });
    view! {
        <div>
            <dt>{move || text::column(column)}</dt>
            <dd class:is-empty=move || labels.with(Vec::is_empty)>
                {move || match labels.get() {
                    labels if labels.is_empty() => "–".into_any(),
                    labels => view! { <span class="sim-labels">{label_chips(labels)}</span> }.into_any(),
                }}
            </dd>
        </div>
    }
}
