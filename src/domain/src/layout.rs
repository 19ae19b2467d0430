//! How a person arranged the list: which columns, in which order and how wide. One type for the dashboard, the wire and
//! saved filters, so that all of them refuse the same.

use crate::estate::order::Column;
use crate::sim::codes;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// How wide a column can be, in CSS pixels.
pub const WIDTHS: RangeInclusive<u32> = 48..=640;
/// Most leading columns that stay in view.
pub const MOST_PINNED: u8 = 3;

codes! {
    /// How much room a row takes.
    Density {
        Comfortable = "comfortable",
        Compact = "compact",
    }
}

/// A column that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownColumn {
    pub column: Column,
    /// The width the person gave it, 48 to 640 CSS pixels; without one it has its usual width.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(minimum = 48, maximum = 640))]
    pub width_px: Option<u32>,
}

/// How the list is arranged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ListLayout {
    /// The shown columns in their order: the ICCID first, because it names the row, and none twice.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 20))]
    pub columns: Vec<ShownColumn>,
    /// How many leading columns stay in view, 0 to 3.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 3))]
    pub pinned: u8,
    pub density: Density,
}

/// Why a layout is refused. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLayout {
    #[error("the first column is not the ICCID")]
    IccidNotFirst,
    #[error("column {0} is shown before already")]
    ColumnTwice(usize),
    #[error("the width of column {0} is not 48 to 640 pixels")]
    Width(usize),
    #[error("more than 3 columns stay in view")]
    TooManyPinned,
}

impl ListLayout {
    /// Whether the layout keeps the rules; the first thing wrong with it if not.
    pub fn check(&self) -> Result<(), BadLayout> {
        if self.columns.first().is_none_or(|first| first.column != Column::Iccid) {
            return Err(BadLayout::IccidNotFirst);
        }
        for (at, shown) in self.columns.iter().enumerate() {
            if self.columns[..at].iter().any(|before| before.column == shown.column) {
                return Err(BadLayout::ColumnTwice(at));
            }
            if shown.width_px.is_some_and(|width| !WIDTHS.contains(&width)) {
                return Err(BadLayout::Width(at));
            }
        }
        if self.pinned > MOST_PINNED {
            return Err(BadLayout::TooManyPinned);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(columns: &[(Column, Option<u32>)]) -> ListLayout {
        let columns = columns.iter().map(|&(column, width_px)| ShownColumn { column, width_px }).collect();
        ListLayout { columns, pinned: 1, density: Density::Comfortable }
    }

    #[test]
    fn every_column_once_with_the_iccid_first() {
        let all: Vec<_> = Column::ALL.iter().map(|&column| (column, None)).collect();
        assert_eq!(layout(&all).check(), Ok(()));
        assert_eq!(layout(&all[..1]).check(), Ok(()));
        assert_eq!(layout(&[]).check(), Err(BadLayout::IccidNotFirst));
        assert_eq!(layout(&all[1..]).check(), Err(BadLayout::IccidNotFirst));
        let twice = [(Column::Iccid, None), (Column::Label, None), (Column::Label, Some(100))];
        assert_eq!(layout(&twice).check(), Err(BadLayout::ColumnTwice(2)));
        assert_eq!(
            layout(&[(Column::Iccid, None), (Column::Iccid, None)]).check(),
            Err(BadLayout::ColumnTwice(1))
        );
    }

    #[test]
    fn widths_have_limits() {
        let with = |width| layout(&[(Column::Iccid, None), (Column::Label, Some(width))]).check();
        assert_eq!([with(48), with(640)], [Ok(()); 2]);
        assert_eq!([with(47), with(641), with(0)], [Err(BadLayout::Width(1)); 3]);
    }

    #[test]
    fn only_so_many_columns_stay_in_view() {
        let with = |pinned| ListLayout { pinned, ..layout(&[(Column::Iccid, None)]) }.check();
        assert_eq!([with(0), with(3)], [Ok(()); 2]);
        assert_eq!(with(4), Err(BadLayout::TooManyPinned));
    }

    #[test]
    fn the_form_on_the_wire() {
        let text = r#"{"columns":[{"column":"iccid","width_px":null},{"column":"in_session","width_px":90}],"pinned":1,"density":"compact"}"#;
        let layout: ListLayout = serde_json::from_str(text).unwrap();
        assert_eq!(layout.columns[1], ShownColumn { column: Column::InSession, width_px: Some(90) });
        assert_eq!(serde_json::to_string(&layout).unwrap(), text);
        let more = text.replace("\"pinned\"", "\"sticky\":2,\"pinned\"");
        assert!(serde_json::from_str::<ListLayout>(&more).is_err());
    }
}
