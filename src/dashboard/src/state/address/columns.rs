//! The shown columns in the address bar: `iccid,label:120,usage`, a width only where it is not the usual one.

use crate::state::columns::plain;
use domain::estate::order::Column;
use domain::layout::{ShownColumn, WIDTHS};

/// Reads columns. Names that are not known and columns that stand twice are left out, and the ICCID comes first, since it
/// names the row; none when nothing is left.
pub fn read(text: &str) -> Option<Vec<ShownColumn>> {
    let mut columns: Vec<ShownColumn> = Vec::new();
    for shown in text.split(',').filter_map(shown) {
        if columns.iter().all(|before| before.column != shown.column) {
            columns.push(shown);
        }
    }
    if columns.is_empty() {
        return None;
    }
    match columns.iter().position(|shown| shown.column == Column::Iccid) {
        Some(at) => columns[..=at].rotate_right(1),
        None => columns.insert(0, plain(Column::Iccid)),
    }
    Some(columns)
}

/// Writes columns; nothing in it has to be escaped in an address.
pub fn write(columns: &[ShownColumn]) -> String {
    let text = |shown: &ShownColumn| match shown.width_px {
        Some(width) => format!("{}:{width}", shown.column.code()),
        None => shown.column.code().to_owned(),
    };
    columns.iter().map(text).collect::<Vec<_>>().join(",")
}

fn shown(text: &str) -> Option<ShownColumn> {
    let (code, width) = text.trim().split_once(':').unwrap_or((text.trim(), ""));
    let width = width.parse::<u32>().ok().map(|width| width.clamp(*WIDTHS.start(), *WIDTHS.end()));
    Some(ShownColumn { column: Column::from_code(code)?, width_px: width })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::columns::usual;
    use proptest::prelude::*;
    use proptest::sample::subsequence;

    fn wide(column: Column, width: u32) -> ShownColumn {
        ShownColumn { column, width_px: Some(width) }
    }

    #[test]
    fn reads_what_a_link_carries() {
        let columns = vec![plain(Column::Iccid), wide(Column::Label, 120), plain(Column::Usage)];
        assert_eq!(read("iccid,label:120,usage"), Some(columns.clone()));
        assert_eq!(read("label:120,usage"), Some(columns.clone()), "the ICCID is always there");
        assert_eq!(read("label:120,iccid,usage"), Some(columns.clone()), "and first");
        assert_eq!(read("iccid, label:120,colour,usage:wide,label,,"), Some(columns));
    }

    #[test]
    fn an_address_without_known_columns_says_nothing() {
        for text in ["", ",", "colour:100,,", ":120"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn widths_stay_within_their_limits() {
        assert_eq!(
            read("iccid:1,label:9999,note:-5"),
            Some(vec![wide(Column::Iccid, 48), wide(Column::Label, 640), plain(Column::Note)])
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            others in subsequence(Column::ALL[1..].to_vec(), 0..20).prop_shuffle(),
            widths in proptest::collection::vec(proptest::option::of(48u32..=640), 20),
        ) {
            let columns: Vec<_> = std::iter::once(Column::Iccid)
                .chain(others)
                .zip(widths)
                .map(|(column, width_px)| ShownColumn { column, width_px })
                .collect();
            let text = write(&columns);
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b",:_".contains(&byte)));
            prop_assert_eq!(read(&text), Some(columns));
        }

        #[test]
        fn whatever_is_read_is_a_layout(text in "[a-z_,:0-9 ]{0,80}") {
            if let Some(columns) = read(&text) {
                let layout = domain::layout::ListLayout { columns, ..usual() };
                prop_assert_eq!(layout.check(), Ok(()));
            }
        }
    }
}
