//! The numbers of a chart as a table.

use super::Data;
use leptos::prelude::*;

pub fn table(label: Signal<String>, data: Signal<Data>, format: fn(u64) -> String) -> impl IntoView {
    let head = move || {
        let headings = data.with(|data| data.headings.clone());
        view! {
            <tr>
                <th scope="col">{headings.label}</th>
                <th scope="col" class="chart__number">{headings.value}</th>
                {headings.total.map(|total| view! { <th scope="col" class="chart__number">{total}</th> })}
            </tr>
        }
    };
    let rows = move || {
        data.with(|data| {
            let row = |bar: &super::Bar| {
                let total = data.headings.total.is_some().then(|| {
                    view! { <td class="chart__number">{format(bar.base.saturating_add(bar.value))}</td> }
                });
                view! {
                    <tr>
                        <th scope="row">{bar.label.clone()}</th>
                        <td class="chart__number" data-value=bar.value.to_string()>{format(bar.value)}</td>
                        {total}
                    </tr>
                }
            };
            data.bars.iter().map(row).collect_view()
        })
    };
    view! {
        // It scrolls, so keys have to reach it.
        <div class="chart__scroll" role="region" tabindex="0" aria-label=move || label.get()>
            <table class="chart__table">
                <caption class="visually-hidden">{move || label.get()}</caption>
                <thead>{head}</thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
