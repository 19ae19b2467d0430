//! Arranging columns: what showing, hiding, moving and sizing one does to the layout. The ICCID is always there and
//! always first, because it names the row.

use domain::estate::order::Column;
use domain::layout::{ListLayout, MOST_PINNED, ShownColumn, WIDTHS};

/// How much wider or narrower a key makes a column, in CSS pixels.
pub const STEP: u32 = 16;

/// Where a column stands among those that are shown.
pub fn place(layout: &ListLayout, column: Column) -> Option<usize> {
    layout.columns.iter().position(|shown| shown.column == column)
}

/// Every column: those that are shown in their order, then the others.
fn all(layout: &ListLayout) -> Vec<Column> {
    let shown = layout.columns.iter().map(|shown| shown.column);
    let hidden = Column::ALL.iter().copied().filter(|&column| place(layout, column).is_none());
    shown.chain(hidden).collect()
}

/// Every column and whether it is shown, in the order in which a person goes through them.
pub type Choice = Vec<(Column, bool)>;

/// What there is to choose: the shown columns in their order, then the others.
pub fn choice(layout: &ListLayout) -> Choice {
    all(layout).into_iter().map(|column| (column, place(layout, column).is_some())).collect()
}

/// Shows what was chosen, in its order. A column that was shown before keeps its width.
pub fn choose(layout: &mut ListLayout, choice: &Choice) {
    let width = |column| place(layout, column).and_then(|at| layout.columns[at].width_px);
    let shown = choice.iter().filter(|(column, shown)| *shown || *column == Column::Iccid);
    layout.columns = shown.map(|&(column, _)| ShownColumn { column, width_px: width(column) }).collect();
}

/// Moves a column of the choice to a place, as near as it may go; tells where it is then.
pub fn put(choice: &mut Choice, column: Column, to: usize) -> Option<usize> {
    let from = choice.iter().position(|&(other, _)| other == column).filter(|&at| at > 0)?;
    let to = to.clamp(1, choice.len() - 1);
    let moved = choice.remove(from);
    choice.insert(to, moved);
    Some(to)
}

/// Hides a column. One that stayed in view makes no room for the next to do so.
pub fn hide(layout: &mut ListLayout, column: Column) {
    if let Some(at) = place(layout, column).filter(|&at| at > 0) {
        layout.columns.remove(at);
        if at < usize::from(layout.pinned) {
            layout.pinned -= 1;
        }
    }
}

/// Moves a shown column to a place, as near as it may go; tells where it is then.
pub fn move_to(layout: &mut ListLayout, column: Column, to: usize) -> Option<usize> {
    let from = place(layout, column).filter(|&at| at > 0)?;
    let to = to.clamp(1, layout.columns.len() - 1);
    let shown = layout.columns.remove(from);
    layout.columns.insert(to, shown);
    Some(to)
}

/// Moves a shown column by so many places; none when it cannot go there.
pub fn move_by(layout: &mut ListLayout, column: Column, by: isize) -> Option<usize> {
    let from = place(layout, column)?;
    let to = from.checked_add_signed(by)?;
    (to > 0 && to < layout.columns.len() && from > 0).then(|| move_to(layout, column, to)).flatten()
}

/// Gives a column a width, as near as it may be; without one it gets its usual width back. Tells the width it got.
pub fn set_width(layout: &mut ListLayout, column: Column, width: Option<u32>) -> Option<u32> {
    let at = place(layout, column)?;
    let width = width.map(|width| width.clamp(*WIDTHS.start(), *WIDTHS.end()));
    layout.columns[at].width_px = width;
    width
}

/// Keeps so many leading columns in view.
pub fn pin(layout: &mut ListLayout, count: usize) {
    layout.pinned = u8::try_from(count).unwrap_or(MOST_PINNED).min(MOST_PINNED);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::columns::usual;
    use proptest::prelude::*;

    fn few() -> ListLayout {
        let mut layout = usual();
        layout.columns.truncate(4);
        layout
    }

    fn codes(layout: &ListLayout) -> Vec<&'static str> {
        layout.columns.iter().map(|shown| shown.column.code()).collect()
    }

    #[test]
    fn all_columns_the_shown_ones_first() {
        let columns = all(&few());
        assert_eq!(columns.len(), Column::ALL.len());
        assert_eq!(
            columns[..5],
            [Column::Iccid, Column::Label, Column::Account, Column::Status, Column::Usage]
        );
    }

    #[test]
    fn moves_stop_behind_the_iccid_and_at_the_end() {
        let mut layout = few();
        assert_eq!(move_to(&mut layout, Column::Status, 0), Some(1));
        assert_eq!(codes(&layout), ["iccid", "status", "label", "account"]);
        assert_eq!(move_to(&mut layout, Column::Status, 9), Some(3));
        assert_eq!(codes(&layout), ["iccid", "label", "account", "status"]);
        assert_eq!(move_to(&mut layout, Column::Iccid, 2), None);
        assert_eq!(move_to(&mut layout, Column::Note, 2), None);
        assert_eq!(move_by(&mut layout, Column::Label, -1), None);
        assert_eq!(move_by(&mut layout, Column::Status, 1), None);
        assert_eq!(move_by(&mut layout, Column::Label, 1), Some(2));
        assert_eq!(codes(&layout), ["iccid", "account", "label", "status"]);
    }

    #[test]
    fn hides_all_but_the_iccid() {
        let mut layout = few();
        pin(&mut layout, 2);
        hide(&mut layout, Column::Iccid);
        hide(&mut layout, Column::Status);
        assert_eq!((codes(&layout), layout.pinned), (vec!["iccid", "label", "account"], 2));
        hide(&mut layout, Column::Label);
        assert_eq!((codes(&layout), layout.pinned), (vec!["iccid", "account"], 1));
    }

    #[test]
    fn what_is_chosen_is_shown_in_the_order_of_the_choice() {
        let mut layout = few();
        set_width(&mut layout, Column::Label, Some(99));
        let mut choice = choice(&layout);
        assert_eq!(put(&mut choice, Column::Note, 0), Some(1));
        assert_eq!(put(&mut choice, Column::Iccid, 5), None);
        choice[1].1 = true;
        choice.retain(|&(column, _)| column != Column::Account);
        choose(&mut layout, &choice);
        assert_eq!(codes(&layout), ["iccid", "note", "label", "status"]);
        assert_eq!(layout.columns[2].width_px, Some(99));
        choice.iter_mut().for_each(|(_, shown)| *shown = false);
        choose(&mut layout, &choice);
        assert_eq!(codes(&layout), ["iccid"]);
    }

    #[test]
    fn widths_stay_within_their_limits() {
        let mut layout = few();
        assert_eq!(set_width(&mut layout, Column::Label, Some(1)), Some(48));
        assert_eq!(set_width(&mut layout, Column::Label, Some(1_000)), Some(640));
        assert_eq!(set_width(&mut layout, Column::Label, None), None);
        assert_eq!(layout, few());
    }

    proptest! {
        #[test]
        fn whatever_is_done_the_rules_are_kept(
            steps in proptest::collection::vec((0u8..5, 0..Column::ALL.len(), 0usize..1_000), 0..60),
        ) {
            let mut layout = usual();
            for (what, column, number) in steps {
                let column = Column::ALL[column];
                match what {
                    0 => {
                        let mut chosen = choice(&layout);
                        put(&mut chosen, column, number % 25);
                        chosen.iter_mut().filter(|(other, _)| *other == column).for_each(|(_, shown)| *shown = true);
                        choose(&mut layout, &chosen);
                    }
                    1 => hide(&mut layout, column),
                    2 => { move_to(&mut layout, column, number % 25); }
                    3 => { set_width(&mut layout, column, u32::try_from(number).ok()); }
                    _ => pin(&mut layout, number),
                }
                prop_assert_eq!(layout.check(), Ok(()));
            }
        }
    }
}
