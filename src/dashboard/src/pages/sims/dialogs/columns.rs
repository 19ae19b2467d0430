//! "Columns": which are shown, in which order, which stay in view, and how close rows stand. What is changed is seen in
//! the grid behind at once; Cancel takes it all back.

mod choice;
mod entry;

use crate::behaviour::{arrange, focus};
use crate::pages::sims::context::SimsPage;
use crate::state::columns::usual;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::segmented::Segmented;
use choice::Chooser;
use domain::layout::{Density, MOST_PINNED};
use leptos::prelude::*;

/// Opens the dialog.
pub fn open(page: SimsPage) {
    // The header it was opened from may be drawn anew meanwhile.
    let grid = || focus::find(&document().body()?.into(), "[role=grid] [tabindex='0']");
    page.dialogs.open_or_return_to(grid, move |close| columns(page, close).into_any());
}

fn columns(page: SimsPage, close: Callback<()>) -> impl IntoView {
    let layout = page.layout;
    let before = layout.before();
    let restored = before.clone();
    let cancel = Callback::new(move |()| {
        layout.restore(restored.clone());
        close.run(());
    });
    let done = Callback::new(move |()| {
        if layout.before() != before {
            layout.keep();
        }
        close.run(());
    });
    let chooser = Chooser::new(page);
    let reset = Callback::new(move |()| {
        layout.try_out(|layout| *layout = usual());
        chooser.read();
        page.live.say(t!("columns-were-reset"));
    });
    let own = Callback::new(move |()| {
        layout.follow_link(None);
        chooser.read();
    });
    let actions = move || {
        view! {
            <Button on_press=reset>{move || t!("columns-reset")}</Button>
            <Button on_press=cancel>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true>{move || t!("columns-done")}</Button>
        }
    };
    let densities =
        move || Density::ALL.iter().map(|&density| (density, text::density(density))).collect::<Vec<_>>();
    let pins = move || (0..=MOST_PINNED).map(|count| (count, pins(count))).collect::<Vec<_>>();
    view! {
        <Dialog title=Signal::derive(move || t!("columns")) on_close=cancel on_submit=done actions=actions>
            <div class="column-chooser">
                <Show when=move || layout.is_linked()>
                    <p class="column-chooser__linked">
                        {move || t!("columns-linked")}
                        <Button on_press=own>{move || t!("columns-show-own")}</Button>
                    </p>
                </Show>
                {entry::list(chooser)}
                <div class="column-chooser__settings">
                    <Segmented
                        label=Signal::derive(move || t!("columns-pinned"))
                        options=Signal::derive(pins)
                        value=Signal::derive(move || layout.shown().with(|layout| layout.pinned))
                        on_change=Callback::new(move |count: u8| {
                            layout.try_out(|layout| arrange::pin(layout, count.into()));
                        })
                    />
                    <Segmented
                        label=Signal::derive(move || t!("density"))
                        options=Signal::derive(densities)
                        value=Signal::derive(move || layout.density())
                        on_change=Callback::new(move |density| layout.set_density(density))
                    />
                </div>
            </div>
        </Dialog>
    }
}

fn pins(count: u8) -> String {
    if count == 0 { t!("columns-pinned-none") } else { t!("columns-pinned-count", count = u64::from(count)) }
}
