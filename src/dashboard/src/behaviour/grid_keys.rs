//! What each key does in the SIM grid (WAI-ARIA grid pattern, with the selection of a file manager).
//!
//! A table, so that the grid, the help page and the tests read the same one.

/// What a key asks of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// To another cell; stops at the edges.
    Move(Step),
    /// To another row, selecting everything between the anchor and it.
    Extend(Step),
    /// Select the focused row too, or no longer.
    Toggle,
    SelectAll,
    ClearSelection,
    OpenMenu,
    /// Open the SIM, or sort by the header.
    Activate,
}

/// What a key asks of the column whose header has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderCommand {
    /// Sort by it too, behind the columns that are sorted by already.
    AddToSort,
    Narrower,
    Wider,
    MoveBefore,
    MoveAfter,
    OpenMenu,
}

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Up,
    Down,
    Before,
    After,
    PageUp,
    PageDown,
    RowStart,
    RowEnd,
    First,
    Last,
}

/// A key with its modifiers, as the table names it. `Mod` is Ctrl, and on Apple systems also Cmd.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chord<'a> {
    pub key: &'a str,
    pub modifier: bool,
    pub shift: bool,
    pub alt: bool,
}

const fn plain(key: &'static str) -> Chord<'static> {
    Chord { key, modifier: false, shift: false, alt: false }
}

const fn shift(key: &'static str) -> Chord<'static> {
    Chord { key, modifier: false, shift: true, alt: false }
}

pub(super) const fn alt(key: &'static str) -> Chord<'static> {
    Chord { key, modifier: false, shift: false, alt: true }
}

const fn modifier(key: &'static str) -> Chord<'static> {
    Chord { key, modifier: true, shift: false, alt: false }
}

const fn modifier_shift(key: &'static str) -> Chord<'static> {
    Chord { key, modifier: true, shift: true, alt: false }
}

/// Every key of the grid.
pub const KEYS: &[(Chord<'static>, Command)] = &[
    (plain("ArrowUp"), Command::Move(Step::Up)),
    (plain("ArrowDown"), Command::Move(Step::Down)),
    (plain("ArrowLeft"), Command::Move(Step::Before)),
    (plain("ArrowRight"), Command::Move(Step::After)),
    (plain("PageUp"), Command::Move(Step::PageUp)),
    (plain("PageDown"), Command::Move(Step::PageDown)),
    (plain("Home"), Command::Move(Step::RowStart)),
    (plain("End"), Command::Move(Step::RowEnd)),
    (modifier("Home"), Command::Move(Step::First)),
    (modifier("End"), Command::Move(Step::Last)),
    (modifier("ArrowUp"), Command::Move(Step::Up)),
    (modifier("ArrowDown"), Command::Move(Step::Down)),
    (shift("ArrowUp"), Command::Extend(Step::Up)),
    (shift("ArrowDown"), Command::Extend(Step::Down)),
    (shift("PageUp"), Command::Extend(Step::PageUp)),
    (shift("PageDown"), Command::Extend(Step::PageDown)),
    (modifier_shift("Home"), Command::Extend(Step::First)),
    (modifier_shift("End"), Command::Extend(Step::Last)),
    (plain(" "), Command::Toggle),
    (modifier(" "), Command::Toggle),
    (shift(" "), Command::Toggle),
    (modifier("a"), Command::SelectAll),
    (modifier("A"), Command::SelectAll),
    (plain("Escape"), Command::ClearSelection),
    (shift("F10"), Command::OpenMenu),
    (plain("ContextMenu"), Command::OpenMenu),
    (plain("Enter"), Command::Activate),
];

/// Keys that act on the column when the focus is in the header; they go before those of the grid. Arrows with Alt are the
/// browser's history, and with Ctrl and Alt or with Alt and Shift they lead screen readers through tables.
pub const HEADER_KEYS: &[(Chord<'static>, HeaderCommand)] = &[
    (shift("Enter"), HeaderCommand::AddToSort),
    (shift("ArrowLeft"), HeaderCommand::Narrower),
    (shift("ArrowRight"), HeaderCommand::Wider),
    (modifier_shift("ArrowLeft"), HeaderCommand::MoveBefore),
    (modifier_shift("ArrowRight"), HeaderCommand::MoveAfter),
    (shift("F10"), HeaderCommand::OpenMenu),
    (plain("ContextMenu"), HeaderCommand::OpenMenu),
];

/// What the chord asks of the column whose header has the focus; none when it is not about columns.
pub fn header_command(chord: Chord<'_>) -> Option<HeaderCommand> {
    HEADER_KEYS.iter().find(|(known, _)| *known == chord).map(|&(_, command)| command)
}

/// What the chord asks of the grid; none when it is not the grid's.
pub fn command(chord: Chord<'_>) -> Option<Command> {
    KEYS.iter().find(|(known, _)| *known == chord).map(|&(_, command)| command)
}

/// A place in the grid: a row of the list (none for the header) and a column of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub row: Option<usize>,
    pub cell: usize,
}

impl Place {
    /// Where a step leads in a grid of so many rows and cells, stopping at the edges.
    pub fn step(self, step: Step, rows: usize, cells: usize, page: usize) -> Self {
        let last_cell = cells.saturating_sub(1);
        let last_row = rows.checked_sub(1);
        let at = |row: usize| last_row.map(|last| row.min(last));
        match step {
            Step::Up => Self { row: self.row.and_then(|row| row.checked_sub(1)), ..self },
            Step::Down => Self { row: at(self.row.map_or(0, |row| row + 1)), ..self },
            Step::Before => Self { cell: self.cell.saturating_sub(1), ..self },
            Step::After => Self { cell: (self.cell + 1).min(last_cell), ..self },
            Step::PageUp => Self { row: at(self.row.unwrap_or(0).saturating_sub(page)), ..self },
            Step::PageDown => Self { row: at(self.row.unwrap_or(0) + page), ..self },
            Step::RowStart => Self { cell: 0, ..self },
            Step::RowEnd => Self { cell: last_cell, ..self },
            Step::First => Self { row: at(0), cell: 0 },
            Step::Last => Self { row: last_row, cell: last_cell },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chord_stands_twice() {
        for (index, (chord, _)) in KEYS.iter().enumerate() {
            assert!(KEYS[index + 1..].iter().all(|(other, _)| other != chord), "{chord:?}");
        }
        for (index, (chord, _)) in HEADER_KEYS.iter().enumerate() {
            assert!(HEADER_KEYS[index + 1..].iter().all(|(other, _)| other != chord), "{chord:?}");
        }
        assert_eq!(header_command(shift("ArrowLeft")), Some(HeaderCommand::Narrower));
        assert_eq!(header_command(plain("ArrowLeft")), None);
        assert_eq!(command(Chord { key: "ArrowDown", alt: true, ..Chord::default() }), None);
    }

    #[test]
    fn steps_stop_at_the_edges() {
        let step = |row, cell, step| Place { row, cell }.step(step, 100, 10, 20);
        let place = |row, cell| Place { row, cell };
        assert_eq!(step(Some(0), 3, Step::Up), place(None, 3));
        assert_eq!(step(None, 3, Step::Up), place(None, 3));
        assert_eq!(step(None, 3, Step::Down), place(Some(0), 3));
        assert_eq!(step(Some(99), 3, Step::Down), place(Some(99), 3));
        assert_eq!(step(Some(5), 0, Step::Before), place(Some(5), 0));
        assert_eq!(step(Some(5), 9, Step::After), place(Some(5), 9));
        assert_eq!(step(Some(5), 4, Step::PageUp), place(Some(0), 4));
        assert_eq!(step(Some(95), 4, Step::PageDown), place(Some(99), 4));
        assert_eq!(step(Some(5), 4, Step::RowStart), place(Some(5), 0));
        assert_eq!(step(Some(5), 4, Step::RowEnd), place(Some(5), 9));
        assert_eq!(step(Some(5), 4, Step::First), place(Some(0), 0));
        assert_eq!(step(Some(5), 4, Step::Last), place(Some(99), 9));
    }

    #[test]
    fn an_empty_grid_has_only_its_header() {
        for step in [Step::Down, Step::PageDown, Step::First, Step::Last] {
            assert_eq!(Place::default().step(step, 0, 5, 20).row, None);
        }
    }
}
