//! What a key does in a field with a list of choices. Everything that edits text is left to the field.

/// The answer to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComboboxStep {
    /// Show the list with this choice marked, if any.
    Mark(Option<usize>),
    /// Take the marked choice.
    Choose(usize),
    /// Hide the list.
    Close,
    /// Not a key of the list.
    Ignore,
}

/// The step for a key, with `count` choices in the list and `marked` among them.
pub fn step(key: &str, alt: bool, open: bool, marked: Option<usize>, count: usize) -> ComboboxStep {
    let last = count.checked_sub(1);
    match (key, alt) {
        ("ArrowDown", true) => ComboboxStep::Mark(marked.filter(|_| open)),
        ("ArrowUp", true) if open => ComboboxStep::Close,
        ("ArrowDown", false) => ComboboxStep::Mark(match marked.filter(|_| open) {
            Some(at) if at + 1 < count => Some(at + 1),
            _ => last.map(|_| 0),
        }),
        ("ArrowUp", false) => ComboboxStep::Mark(match marked.filter(|_| open) {
            Some(at) if at > 0 => Some(at - 1),
            _ => last,
        }),
        ("Enter", false) if open => marked.map_or(ComboboxStep::Ignore, ComboboxStep::Choose),
        ("Escape", _) if open => ComboboxStep::Close,
        _ => ComboboxStep::Ignore,
    }
}

#[cfg(test)]
mod tests {
    use super::{ComboboxStep::*, step};

    #[test]
    fn arrows_open_the_list_and_move_in_it() {
        assert_eq!(step("ArrowDown", false, false, None, 3), Mark(Some(0)));
        assert_eq!(step("ArrowDown", false, true, Some(0), 3), Mark(Some(1)));
        assert_eq!(step("ArrowDown", false, true, Some(2), 3), Mark(Some(0)));
        assert_eq!(step("ArrowUp", false, false, None, 3), Mark(Some(2)));
        assert_eq!(step("ArrowUp", false, true, Some(0), 3), Mark(Some(2)));
        assert_eq!(step("ArrowUp", false, true, Some(2), 3), Mark(Some(1)));
        assert_eq!(step("ArrowDown", false, true, None, 0), Mark(None));
    }

    #[test]
    fn alt_opens_and_closes_without_moving() {
        assert_eq!(step("ArrowDown", true, false, None, 3), Mark(None));
        assert_eq!(step("ArrowDown", true, true, Some(1), 3), Mark(Some(1)));
        assert_eq!(step("ArrowUp", true, true, Some(1), 3), Close);
        assert_eq!(step("ArrowUp", true, false, None, 3), Ignore);
    }

    #[test]
    fn enter_takes_what_is_marked_and_otherwise_belongs_to_the_form() {
        assert_eq!(step("Enter", false, true, Some(1), 3), Choose(1));
        assert_eq!(step("Enter", false, true, None, 3), Ignore);
        assert_eq!(step("Enter", false, false, Some(1), 3), Ignore);
    }

    #[test]
    fn escape_closes_the_list_first_and_then_belongs_to_the_dialog() {
        assert_eq!(step("Escape", false, true, None, 3), Close);
        assert_eq!(step("Escape", false, false, None, 3), Ignore);
    }

    #[test]
    fn editing_keys_belong_to_the_field() {
        for key in ["ArrowLeft", "ArrowRight", "Home", "End", "a", " ", "Backspace", "Tab"] {
            assert_eq!(step(key, false, true, Some(1), 3), Ignore, "{key}");
        }
    }
}
