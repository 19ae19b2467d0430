//! The grid's columns as CSS lays them out: widths, the ones that stay in view, and where a dragged one is dropped.

use crate::state::columns;
use domain::estate::order::Column;
use domain::layout::ShownColumn;

/// How much of the grid's width may stay in view; the rest is for what scrolls.
const MOST_STAYING: f64 = 0.6;

/// The width that a column has at least, and has exactly when the person gave it one.
pub fn width(shown: &ShownColumn) -> u32 {
    shown.width_px.unwrap_or_else(|| columns::width(shown.column))
}

/// The tracks of the columns for `grid-template-columns`, `end` being the least width of the one behind them. Columns of
/// the usual width share what is left over; when there is none, the end takes it.
pub fn template(columns: &[ShownColumn], end: u32) -> String {
    let track = |shown: &ShownColumn| match shown.width_px {
        Some(width) => format!("{width}px"),
        None => format!("minmax({0}px, {0}fr)", columns::width(shown.column)),
    };
    let fixed = columns.iter().all(|shown| shown.width_px.is_some());
    let end = if fixed { format!("minmax({end}px, 1fr)") } else { format!("{end}px") };
    columns.iter().map(track).chain([end]).collect::<Vec<_>>().join(" ")
}

/// How many of the first `pinned` columns stay in view in a grid this wide, `before` being the width of what always does.
pub fn staying(columns: &[ShownColumn], pinned: usize, before: u32, grid: f64) -> usize {
    let mut sum = before;
    let fits = |shown: &&ShownColumn| {
        sum += width(shown);
        f64::from(sum) <= grid * MOST_STAYING
    };
    columns.iter().take(pinned).take_while(fits).count()
}

/// The gap between columns that is nearest to a place, from the starts and ends of the columns in their order: dropped
/// there, a column stands before the one with this number.
pub fn gap(columns: &[(f64, f64)], place: f64) -> usize {
    columns.iter().position(|(start, end)| place < (start + end) / 2.0).unwrap_or(columns.len())
}

/// Where a column stands in the two lines of a narrow row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Card {
    /// The first line, up to [`Card::Aside`].
    Lead,
    Aside,
    /// The second line: alone, or the one before the other, up to [`Card::Last`].
    Only,
    First,
    Second,
    Last,
}

/// How many columns a narrow row shows.
pub const CARDS: usize = 5;

impl Card {
    pub fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Aside => "aside",
            Self::Only => "only",
            Self::First => "first",
            Self::Second => "second",
            Self::Last => "last",
        }
    }
}

/// Deals the first columns to a narrow row: short ones to the ends of its lines, the others side by side.
pub fn cards(columns: &[Column]) -> Vec<Card> {
    let mut cards: Vec<Option<Card>> = vec![None; columns.len().min(CARDS)];
    if let Some(first) = cards.first_mut() {
        *first = Some(Card::Lead);
    }
    let free = |cards: &[Option<Card>]| cards.iter().filter(|card| card.is_none()).count();
    for card in [Card::Aside, Card::Last] {
        let short = (1..cards.len()).find(|&at| cards[at].is_none() && is_short(columns[at]));
        // More than two do not stand side by side.
        let last = (1..cards.len()).rev().find(|&at| cards[at].is_none() && free(&cards) > 2);
        if let Some(at) = short.or(last) {
            cards[at] = Some(card);
        }
    }
    let middle: &[Card] = if free(&cards) == 1 { &[Card::Only] } else { &[Card::First, Card::Second] };
    let mut middle = middle.iter().copied();
    cards.into_iter().filter_map(|card| card.or_else(|| middle.next())).collect()
}

fn is_short(column: Column) -> bool {
    use Column::{Activated, Alert, Cap, HardCap, InSession, Ip, LastSeen, Status, Tariff, Usage};
    matches!(column, Status | Usage | Cap | Alert | HardCap | InSession | LastSeen | Activated | Tariff | Ip)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::columns::plain;

    fn wide(column: Column, width: u32) -> ShownColumn {
        ShownColumn { column, width_px: Some(width) }
    }

    #[test]
    fn widths_that_were_given_stay_and_the_others_share() {
        assert_eq!(
            template(&[plain(Column::Iccid), wide(Column::Label, 90)], 44),
            "minmax(196px, 196fr) 90px 44px"
        );
        assert_eq!(template(&[wide(Column::Iccid, 200)], 44), "200px minmax(44px, 1fr)");
    }

    #[test]
    fn columns_stay_in_view_only_while_enough_can_scroll() {
        let columns = [wide(Column::Iccid, 200), wide(Column::Label, 300), wide(Column::Note, 600)];
        assert_eq!(staying(&columns, 0, 44, 1_200.0), 0);
        assert_eq!(staying(&columns, 2, 44, 1_200.0), 2);
        assert_eq!(staying(&columns, 3, 44, 1_200.0), 2);
        assert_eq!(staying(&columns, 3, 44, 800.0), 1);
        assert_eq!(staying(&columns, 3, 44, 300.0), 0);
    }

    #[test]
    fn a_column_is_dropped_into_the_nearest_gap() {
        let columns = [(0.0, 100.0), (100.0, 300.0), (300.0, 340.0)];
        let places = [-5.0, 49.0, 51.0, 199.0, 201.0, 330.0, 900.0];
        assert_eq!(places.map(|place| gap(&columns, place)), [0, 0, 1, 1, 2, 3, 3]);
    }

    #[test]
    fn a_narrow_row_has_short_columns_at_its_ends() {
        use Card::{Aside, First, Last, Lead, Only, Second};
        use Column::{Account, Iccid, Imsi, Label, Msisdn, Note, Status, Tags, Usage};
        assert_eq!(cards(&[Iccid, Label, Account, Status, Usage, Note]), [Lead, First, Second, Aside, Last]);
        assert_eq!(cards(&[Iccid, Label, Note, Tags, Account]), [Lead, First, Second, Last, Aside]);
        assert_eq!(cards(&[Iccid, Usage, Label]), [Lead, Aside, Only]);
        assert_eq!(cards(&[Iccid, Msisdn, Imsi]), [Lead, First, Second]);
        assert_eq!(cards(&[Iccid]), [Lead]);
        assert_eq!(cards(&[]), []);
    }
}
