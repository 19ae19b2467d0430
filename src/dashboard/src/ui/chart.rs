//! Bars by time, with lines across them. One bar at a time is read out, by pointer, finger or keys, and the same numbers
//! stand in a table behind a switch.

mod drawing;
mod table;

use crate::behaviour::chart_scale::Layout;
use crate::behaviour::size::width_of;
use crate::t;
use crate::ui::switch::Switch;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

/// Before it is known how wide the chart is.
const USUAL_WIDTH: f64 = 640.0;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// In full, such as a date.
    pub label: String,
    /// Short, for below the bar; not all have room.
    pub tick: String,
    pub value: u64,
    /// What it stands on, such as what had been used before that day; 0 for nothing.
    pub base: u64,
}

/// A line across the bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub value: u64,
    pub kind: LineKind,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Alert,
    Cap,
}

/// What the columns of the table are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    pub label: String,
    pub value: String,
    /// For value and base together; none where bars stand on nothing.
    pub total: Option<String>,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    pub bars: Vec<Bar>,
    pub lines: Vec<Line>,
    pub headings: Headings,
}

impl Data {
    fn highest(&self) -> u64 {
        self.bars.iter().map(|bar| bar.base.saturating_add(bar.value)).max().unwrap_or(0)
    }

    fn layout(&self, width: f64, height: f64) -> Layout {
        let lines: Vec<u64> = self.lines.iter().map(|line| line.value).collect();
        Layout::new(width, height, self.bars.len(), self.highest(), &lines)
    }

    /// A bar in words.
    fn reading(&self, at: usize, format: fn(u64) -> String) -> String {
        let Some(bar) = self.bars.get(at) else { return String::new() };
        let value = format(bar.value);
        match &self.headings.total {
            None => t!("chart-reading", label = bar.label.as_str(), value = value),
            Some(total) => t!(
                "chart-reading-total",
                label = bar.label.as_str(),
                value = value,
                total = total.as_str(),
                sum = format(bar.base.saturating_add(bar.value))
            ),
        }
    }
}

/// The chart.
#[component]
pub fn Chart(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] data: Signal<Data>,
    /// How a value is written.
    format: fn(u64) -> String,
    /// What is said while no bar is read out, such as the sum.
    #[prop(optional, into)]
    summary: Signal<String>,
    /// In CSS pixels.
    #[prop(default = 200.0)]
    height: f64,
    /// What Enter and a click on a bar do, where there is more behind it.
    #[prop(optional_no_strip)]
    on_choose: Option<Callback<usize>>,
    /// Whether the numbers are shown as a table, for charts that take the place of one another.
    #[prop(default = RwSignal::new(false))]
    as_table: RwSignal<bool>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let width = width_of(place);
    let read_out = RwSignal::new(None::<usize>);
    let count = Memo::new(move |_| data.with(|data| data.bars.len()));
    let layout = Memo::new(move |_| {
        let width = Some(width.get()).filter(|width| *width > 0.0).unwrap_or(USUAL_WIDTH);
        data.with(|data| data.layout(width, height))
    });
    // Bars may have become fewer.
    let at = Memo::new(move |_| read_out.get().filter(|&at| at < count.get()));
    let last = move || count.get().saturating_sub(1);
    let value_text = move || data.with(|data| data.reading(at.get().unwrap_or(last()), format));
    let point = move |event: &PointerEvent| {
        let Some(place) = place.get_untracked() else { return };
        let x = f64::from(event.client_x()) - place.get_bounding_client_rect().left();
        read_out.set(layout.with_untracked(|layout| layout.at(x, count.get_untracked())));
    };
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let last = count.get_untracked().saturating_sub(1);
        let now = at.get_untracked().unwrap_or(last);
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (now + 1).min(last),
            "PageUp" => (now + 7).min(last),
            "PageDown" => now.saturating_sub(7),
            "Home" => 0,
            "End" => last,
            "Enter" if on_choose.is_some() => {
                event.prevent_default();
                if let Some(on_choose) = on_choose {
                    on_choose.run(now);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        read_out.set(Some(to));
    };
    let plot = move || {
        view! {
            <div
                node_ref=place
                class="chart__plot"
                class:can-choose=on_choose.is_some()
                role="slider"
                tabindex="0"
                aria-label=move || label.get()
                aria-orientation="horizontal"
                aria-valuemin="1"
                aria-valuemax=move || (last() + 1).to_string()
                aria-valuenow=move || (at.get().unwrap_or(last()) + 1).to_string()
                aria-valuetext=value_text
                on:keydown=key
                on:focus=move |_| {
                    if read_out.get_untracked().is_none() {
                        read_out.set(Some(count.get_untracked().saturating_sub(1)));
                    }
                }
                on:blur=move |_| read_out.set(None)
                on:pointerdown=move |event| point(&event)
                on:pointermove=move |event| point(&event)
                on:pointerleave=move |event: PointerEvent| {
                    // A finger that was lifted leaves what it pointed at to be read.
                    if event.pointer_type() == "mouse" {
                        read_out.set(None);
                    }
                }
                on:click=move |_| {
                    if let (Some(on_choose), Some(at)) = (on_choose, at.get_untracked()) {
                        on_choose.run(at);
                    }
                }
            >
                {drawing::drawing(data, layout, at, format)}
            </div>
        }
    };
    let reading = move || match at.get() {
        Some(at) => data.with(|data| data.reading(at, format)),
        None => summary.get(),
    };
    view! {
        <figure class="chart">
            <div class="chart__head">
                <p class="chart__reading" aria-hidden=move || at.get().map(|_| "true")>{reading}</p>
                <Switch
                    label=Signal::derive(|| t!("chart-as-table"))
                    on=as_table
                    on_change=Callback::new(move |on: bool| as_table.set(on))
                />
            </div>
            {move || match as_table.get() {
                true => table::table(label, data, format).into_any(),
                false => plot().into_any(),
            }}
            {drawing::legend(data, layout, format)}
        </figure>
    }
}
