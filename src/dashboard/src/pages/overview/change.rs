//! How much more or less something is than it was: in words, with an arrow beside them.

use crate::t;
use crate::text::format;
use crate::ui::icon::{Icon, IconName};
use leptos::prelude::*;

/// Now against before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// There was nothing before, and is nothing now.
    Nothing,
    /// So many percent less, rounded; 0 for less than that.
    Less(std::cmp::Reverse<u64>),
    Same,
    /// So many percent more.
    More(u64),
    /// There was nothing before.
    New,
}

impl Change {
    pub fn of(now: u64, before: u64) -> Self {
        let percent = |part: u64| {
            let (part, before) = (u128::from(part), u128::from(before));
            u64::try_from((part * 100 + before / 2) / before.max(1)).unwrap_or(u64::MAX)
        };
        match (now, before) {
            (0, 0) => Self::Nothing,
            (_, 0) => Self::New,
            _ if now > before => Self::More(percent(now - before)),
            _ if now < before => Self::Less(std::cmp::Reverse(percent(before - now))),
            _ => Self::Same,
        }
    }

    /// `12 % more`.
    pub fn words(self) -> String {
        let percent =
            |part: u64| if part == 0 { t!("overview-under-one-percent") } else { format::percent(part) };
        match self {
            Self::Nothing => t!("overview-change-nothing"),
            Self::Less(std::cmp::Reverse(part)) => t!("overview-change-less", part = percent(part)),
            Self::Same => t!("overview-change-same"),
            Self::More(part) => t!("overview-change-more", part = percent(part)),
            Self::New => t!("overview-change-new"),
        }
    }

    fn icon(self) -> Option<IconName> {
        match self {
            Self::Less(_) => Some(IconName::ArrowDown),
            Self::More(_) | Self::New => Some(IconName::ArrowUp),
            Self::Nothing | Self::Same => None,
        }
    }
}

/// The words with their arrow; nothing while it is not known.
pub fn change(change: impl Fn() -> Option<Change> + Send + Sync + 'static) -> impl IntoView {
    let change = Memo::new(move |_| change());
    move || {
        change.get().map(|change| {
            view! {
                <span class="change">
                    {change.icon().map(|name| view! { <Icon name/> })}
                    <span>{change.words()}</span>
                </span>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Reverse;

    #[test]
    fn more_less_and_neither() {
        let cases = [
            (0, 0, Change::Nothing),
            (5, 0, Change::New),
            (112, 100, Change::More(12)),
            (300, 100, Change::More(200)),
            (995, 1_000, Change::Less(Reverse(1))),
            (999, 1_000, Change::Less(Reverse(0))),
            (0, 7, Change::Less(Reverse(100))),
            (7, 7, Change::Same),
            (u64::MAX, 1, Change::More(u64::MAX)),
        ];
        for (now, before, expected) in cases {
            assert_eq!(Change::of(now, before), expected, "{now} after {before}");
        }
    }

    #[test]
    fn they_sort_from_the_largest_fall_to_the_largest_rise() {
        let changes =
            [(0, 9), (8, 9), (9, 9), (10, 9), (90, 9), (9, 0)].map(|(now, before)| Change::of(now, before));
        assert!(changes.is_sorted());
    }
}
