//! The picture. Everything in it is said in words elsewhere, so it is hidden from screen readers.

use super::{Data, LineKind};
use crate::behaviour::chart_scale::Layout;
use crate::t;
use leptos::prelude::*;

/// How far words stand from what they belong to.
const GAP: f64 = 8.0;

impl LineKind {
    fn code(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Cap => "cap",
        }
    }
}

pub fn drawing(
    data: Signal<Data>,
    layout: Memo<Layout>,
    at: Memo<Option<usize>>,
    format: fn(u64) -> String,
) -> impl IntoView {
    let cursor = move || {
        let (layout, at) = (layout.get(), at.get()?);
        let x = layout.left + at as f64 * layout.slot;
        let width = layout.slot;
        Some(
            view! { <rect class="chart__cursor" x=x.to_string() y="0" width=width.to_string() height=layout.foot().to_string() /> },
        )
    };
    view! {
        <svg
            class="chart__drawing"
            width=move || layout.with(|layout| layout.width.to_string())
            height=move || layout.with(|layout| layout.height.to_string())
            aria-hidden="true"
            focusable="false"
        >
            {move || layout.with(|layout| marks(layout, format))}
            {cursor}
            {move || data.with(|data| layout.with(|layout| bars(data, layout)))}
            {move || data.with(|data| layout.with(|layout| lines(data, layout)))}
        </svg>
    }
}

fn marks(layout: &Layout, format: fn(u64) -> String) -> impl IntoView + use<> {
    let (left, right) = (layout.left, layout.width);
    let mark = |&value: &u64| {
        let y = layout.y(value);
        view! {
            <line class="chart__mark" x1=left.to_string() x2=right.to_string() y1=y.to_string() y2=y.to_string() />
            <text class="chart__words" x=(left - GAP).to_string() y=(y + 4.0).to_string() text-anchor="end">
                {format(value)}
            </text>
        }
    };
    layout.marks.iter().map(mark).collect_view()
}

fn bars(data: &Data, layout: &Layout) -> impl IntoView + use<> {
    let longest = data.bars.iter().map(|bar| bar.tick.chars().count()).max().unwrap_or(0);
    let every = layout.every(longest);
    let rect = |class: &'static str, at: usize, from: u64, to: u64| {
        let (x, width) = layout.bar(at);
        let (y, foot) = (layout.y(to), layout.y(from));
        (to > from).then(|| {
            // What is little is still to be seen.
            let height = (foot - y).max(1.0);
            view! {
                <rect
                    class=class
                    x=x.to_string()
                    y=(foot - height).to_string()
                    width=width.to_string()
                    height=height.to_string()
                />
            }
        })
    };
    let bar = |(at, bar): (usize, &super::Bar)| {
        let middle = layout.left + (at as f64 + 0.5) * layout.slot;
        let words = at.is_multiple_of(every).then(|| {
            let y = layout.foot() + 16.0;
            view! {
                <text class="chart__words" x=middle.to_string() y=y.to_string() text-anchor="middle">
                    {bar.tick.clone()}
                </text>
            }
        });
        view! {
            {rect("chart__base", at, 0, bar.base)}
            {rect("chart__bar", at, bar.base, bar.base.saturating_add(bar.value))}
            {words}
        }
    };
    data.bars.iter().enumerate().map(bar).collect_view()
}

fn lines(data: &Data, layout: &Layout) -> impl IntoView + use<> {
    let line = |line: &super::Line| {
        let y = layout.y(line.value);
        view! {
            <line
                class="chart__line"
                data-kind=line.kind.code()
                x1=layout.left.to_string()
                x2=layout.width.to_string()
                y1=y.to_string()
                y2=y.to_string()
            />
        }
    };
    data.lines.iter().filter(|line| line.value <= layout.top).map(line).collect_view()
}

/// What the lines are, also of those that are too far above the bars to be drawn.
pub fn legend(data: Signal<Data>, layout: Memo<Layout>, format: fn(u64) -> String) -> impl IntoView {
    let entry = move |line: &super::Line| {
        let words = t!("chart-line", label = line.label.as_str(), value = format(line.value));
        let above = (line.value > layout.with(|layout| layout.top)).then(|| t!("chart-above"));
        view! {
            <li class="chart__key" data-kind=line.kind.code()>
                {words} {above.map(|above| view! { <span class="chart__above">{above}</span> })}
            </li>
        }
    };
    move || {
        data.with(|data| {
            (!data.lines.is_empty())
                .then(|| view! { <ul class="chart__keys">{data.lines.iter().map(entry).collect_view()}</ul> })
        })
    }
}
