//! The grid's columns: which are shown, in which order, how wide.

use domain::estate::order::Column;

/// Columns shown until a person chooses others, in order. ICCID always comes first: it names the row.
pub const DEFAULT: [Column; 13] = [
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

/// Columns shown on a narrow screen, where a row has two lines.
pub const NARROW: [Column; 5] =
    [Column::Iccid, Column::Label, Column::Status, Column::Usage, Column::Account];

/// Width in CSS pixels.
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

    #[test]
    fn the_iccid_names_the_row_and_no_column_stands_twice() {
        for columns in [&DEFAULT[..], &NARROW] {
            assert_eq!(columns[0], Column::Iccid);
            let different: std::collections::HashSet<_> = columns.iter().collect();
            assert_eq!(different.len(), columns.len());
        }
    }
}
