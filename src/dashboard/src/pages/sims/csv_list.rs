//! "Filter with CSV list": a file or a paste of identifiers becomes a filter, after a look at what its lines come to.

mod problems;
mod reading;
mod source;

use super::context::SimsPage;
use crate::state::estate::Load;
use crate::state::simple_filter::with_list;
use crate::t;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::segmented::Segmented;
use domain::csv_list::Identifier;
use domain::filter::TextField;
use leptos::prelude::*;
use reading::Reading;

/// Opens the dialog.
pub fn open(page: SimsPage) {
    page.dialogs.open(move |close| csv_list(page, close).into_any());
}

fn csv_list(page: SimsPage, close: Callback<()>) -> impl IntoView {
    let reading = Reading::new(page);
    let apply = Callback::new(move |()| {
        let Some(report) = reading.read_now() else { return };
        let Some(list) = report.filter() else { return };
        page.list.change_filter(|query| query.filter = with_list(&query.filter, list));
        page.live.say(t!("csv-applied", count = report.sims as u64));
        close.run(());
    });
    let identifiers = Signal::derive(|| {
        let by_heading = (None, t!("csv-by-heading"));
        let each = Identifier::ALL.map(|identifier| (Some(identifier), name(identifier)));
        std::iter::once(by_heading).chain(each).collect::<Vec<_>>()
    });
    let loading = Memo::new(move |_| page.estate.progress().get() != Load::Ready);
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true>{move || t!("app-apply")}</Button>
        }
    };
    view! {
        <Dialog title=Signal::derive(|| t!("csv-title")) wide=true on_close=close on_submit=apply actions=actions>
            {source::source(reading)}
            <Segmented
                label=Signal::derive(|| t!("csv-identifier"))
                options=identifiers
                value=reading.chosen()
                on_change=Callback::new(move |chosen| reading.choose(chosen))
            />
            <Show when=move || loading.get()>
                <Notice kind=NoticeKind::Warning><p>{move || t!("csv-still-loading")}</p></Notice>
            </Show>
            {problems::report(page, reading)}
        </Dialog>
    }
}

/// What an identifier is called.
fn name(identifier: Identifier) -> String {
    match identifier.field() {
        TextField::Imsi => t!("column-imsi"),
        TextField::Msisdn => t!("column-msisdn"),
        TextField::Imei => t!("column-imei"),
        _ => t!("column-iccid"),
    }
}
