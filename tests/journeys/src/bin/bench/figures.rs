//! What is measured, and what came out.

use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    Shipped,
    ShippedToFirstRow,
    FirstRow,
    AllRows,
    LongTasks,
    LongestTask,
    Iccid,
    Account,
    Status,
    Sort,
    SelectAll,
    Jump,
    Wheel,
    WheelLate,
    Drag,
    DragLate,
    Blank,
    Memory,
    Menu,
    TreeAccount,
    Invert,
    Preview,
    Live,
    LiveLate,
    ReloadFirst,
    ReloadAll,
}

/// How a figure is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Kilobytes,
    Megabytes,
    /// Each run has one: the median, and from which to which.
    Seconds,
    /// Each run has several: the median, what 95 % are within, and the longest.
    Act,
    /// Times between frames: half, 95 % and 99 % are within.
    Frames,
    /// In all runs together.
    Count,
}

impl Figure {
    pub const ALL: [Self; 26] = [
        Self::Shipped,
        Self::ShippedToFirstRow,
        Self::FirstRow,
        Self::AllRows,
        Self::LongTasks,
        Self::LongestTask,
        Self::Iccid,
        Self::Account,
        Self::Status,
        Self::Sort,
        Self::SelectAll,
        Self::Jump,
        Self::Wheel,
        Self::WheelLate,
        Self::Drag,
        Self::DragLate,
        Self::Blank,
        Self::Memory,
        Self::Menu,
        Self::TreeAccount,
        Self::Invert,
        Self::Preview,
        Self::Live,
        Self::LiveLate,
        Self::ReloadFirst,
        Self::ReloadAll,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Shipped => "bytes shipped, compressed",
            Self::ShippedToFirstRow => "of that before the first row",
            Self::FirstRow => "first row",
            Self::AllRows => "all rows",
            Self::LongTasks => "tasks over 50 ms until then",
            Self::LongestTask => "the longest of them",
            Self::Iccid => "filter: ICCID contains, each key",
            Self::Account => "filter: account name contains, each key",
            Self::Status => "filter: status",
            Self::Sort => "sort by usage",
            Self::SelectAll => "select all",
            Self::Jump => "jump to the last row",
            Self::Wheel => "scrolling: frames, 50 / 95 / 99 %",
            Self::WheelLate => "scrolling: frames over 33 ms",
            Self::Drag => "through all: frames, 50 / 95 / 99 %",
            Self::DragLate => "through all: frames over 33 ms",
            Self::Blank => "frames with blank rows",
            Self::Memory => "memory above a blank page",
            Self::Menu => "context menu",
            Self::TreeAccount => "account chosen in the tree",
            Self::Invert => "invert the selection",
            Self::Preview => "preview of a bulk act on all",
            Self::Live => "1,000 SIMs a second change: frames, 50 / 95 / 99 %",
            Self::LiveLate => "1,000 SIMs a second change: frames over 33 ms",
            Self::ReloadFirst => "reload: first row",
            Self::ReloadAll => "reload: all rows",
        }
    }

    pub fn unit(self) -> Unit {
        match self {
            Self::Shipped | Self::ShippedToFirstRow => Unit::Kilobytes,
            Self::FirstRow | Self::AllRows | Self::LongestTask | Self::ReloadFirst | Self::ReloadAll => {
                Unit::Seconds
            }
            Self::Iccid
            | Self::Account
            | Self::Status
            | Self::Sort
            | Self::SelectAll
            | Self::Jump
            | Self::Menu
            | Self::TreeAccount
            | Self::Invert
            | Self::Preview => Unit::Act,
            Self::Wheel | Self::Drag | Self::Live => Unit::Frames,
            Self::LongTasks | Self::WheelLate | Self::DragLate | Self::LiveLate | Self::Blank => Unit::Count,
            Self::Memory => Unit::Megabytes,
        }
    }
}

/// Everything that one contestant gave, from all runs.
#[derive(Clone, Debug, Default)]
pub struct Figures(BTreeMap<Figure, Vec<f64>>);

impl Figures {
    pub fn add(&mut self, figure: Figure, value: f64) {
        self.0.entry(figure).or_default().push(value);
    }

    pub fn extend(&mut self, other: Self) {
        for (figure, values) in other.0 {
            self.0.entry(figure).or_default().extend(values);
        }
    }

    /// None if it was not measured.
    pub fn of(&self, figure: Figure) -> Option<Spread> {
        let mut values = self.0.get(&figure)?.clone();
        values.sort_by(f64::total_cmp);
        (!values.is_empty()).then_some(Spread(values))
    }
}

/// Values in their order.
pub struct Spread(Vec<f64>);

impl Spread {
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// The smallest value that this many percent do not go beyond.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100);
        self.0.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }

    pub fn least(&self) -> f64 {
        self.0.first().copied().unwrap_or_default()
    }

    pub fn most(&self) -> f64 {
        self.0.last().copied().unwrap_or_default()
    }

    pub fn sum(&self) -> f64 {
        self.0.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, Figures};

    #[test]
    fn values_are_told_in_their_order() {
        let mut figures = Figures::default();
        for value in [5.0, 1.0, 4.0, 2.0, 3.0] {
            figures.add(Figure::Sort, value);
        }
        let sort = figures.of(Figure::Sort).unwrap();
        assert_eq!([sort.least(), sort.median(), sort.percentile(95), sort.most()], [1.0, 3.0, 5.0, 5.0]);
        assert!(figures.of(Figure::Jump).is_none());
    }
}
