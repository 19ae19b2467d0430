//! The grid's columns: which are shown, in which order, how wide.

use domain::estate::order::Column;
use domain::layout::{Density, ListLayout, ShownColumn};

/// Columns shown until a person chooses others, in order. ICCID always comes first: it names the row.
const DEFAULT: [Column; 13] = [
    Column::Iccid,
    Column::Label,
    Column::Account,
    Column::Status,
    Column::Usage,
    Column::Cap,
    Column::Alert,
    Column::InSession,
    Column::LastSeen,
    Column::Operator,
    Column::Tariff,
    Column::Msisdn,
    Column::Imsi,
];

/// How the list is arranged until a person arranges it.
pub fn usual() -> ListLayout {
    ListLayout { columns: DEFAULT.map(plain).to_vec(), pinned: 1, density: Density::Comfortable }
}

/// A column in its usual width.
pub fn plain(column: Column) -> ShownColumn {
    ShownColumn { column, width_px: None }
}

/// The usual width in CSS pixels.
pub fn width(column: Column) -> u32 {
    match column {
        Column::Iccid => 196,
        Column::Label | Column::LastSeen | Column::Activated => 144,
        Column::Account => 164,
        Column::Status | Column::Operator | Column::Category | Column::Tags => 132,
        Column::Usage | Column::Msisdn | Column::Imsi | Column::Imei => 152,
        Column::Cap | Column::Alert => 84,
        Column::InSession => 108,
        Column::HardCap | Column::Tariff | Column::Ip => 124,
        Column::Note => 176,
    }
}

/// Whether the column holds amounts, which are set flush to the end.
pub fn is_numeric(column: Column) -> bool {
    matches!(column, Column::Usage | Column::Cap | Column::Alert)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::layout::WIDTHS;

    #[test]
    fn the_usual_layout_keeps_the_rules() {
        assert_eq!(usual().check(), Ok(()));
        assert!(Column::ALL.iter().all(|&column| WIDTHS.contains(&width(column))));
    }
}
