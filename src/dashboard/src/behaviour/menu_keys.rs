//! What a key does in a menu.

use super::typeahead::Typeahead;

/// The answer to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuStep {
    /// Focus this item.
    Go(usize),
    /// Do what the focused item says, and close.
    Activate,
    /// Close and give the focus back.
    Dismiss,
    /// Close and let Tab move on.
    Leave,
    /// The key belongs to the menu but leads nowhere.
    Stay,
    /// Not a key of the menu.
    Ignore,
}

/// The step for a key (as `KeyboardEvent.key`) with the focus on item `current` of `count`. `plain` says that none of
/// Ctrl, Alt and Meta is held.
pub fn step(
    key: &str,
    plain: bool,
    current: usize,
    count: usize,
    typeahead: &mut Typeahead,
    now: f64,
    label: impl Fn(usize) -> String,
) -> MenuStep {
    match key {
        "Escape" => MenuStep::Dismiss,
        "Tab" => MenuStep::Leave,
        _ if count == 0 || !plain => MenuStep::Ignore,
        "ArrowDown" => MenuStep::Go((current + 1) % count),
        "ArrowUp" => MenuStep::Go((current + count - 1) % count),
        "Home" => MenuStep::Go(0),
        "End" => MenuStep::Go(count - 1),
        "Enter" => MenuStep::Activate,
        " " if !typeahead.is_typing(now) => MenuStep::Activate,
        // They lead into and out of submenus, of which there are none; they must not scroll the page.
        "ArrowLeft" | "ArrowRight" | "PageUp" | "PageDown" => MenuStep::Stay,
        _ => match single(key) {
            Some(letter) => {
                typeahead.find(letter, now, current, count, label).map_or(MenuStep::Stay, MenuStep::Go)
            }
            None => MenuStep::Ignore,
        },
    }
}

/// The character of a key that types one.
pub fn single(key: &str) -> Option<char> {
    let mut letters = key.chars();
    letters.next().filter(|letter| !letter.is_control() && letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 4] = ["Move to account…", "Set cap and alert…", "Suspend", "Show details"];

    fn press(key: &str, current: usize) -> MenuStep {
        step(key, true, current, LABELS.len(), &mut Typeahead::default(), 1000.0, |at| LABELS[at].to_owned())
    }

    #[test]
    fn arrows_wrap() {
        assert_eq!(press("ArrowDown", 0), MenuStep::Go(1));
        assert_eq!(press("ArrowDown", 3), MenuStep::Go(0));
        assert_eq!(press("ArrowUp", 0), MenuStep::Go(3));
        assert_eq!(press("ArrowUp", 2), MenuStep::Go(1));
    }

    #[test]
    fn ends() {
        assert_eq!(press("Home", 2), MenuStep::Go(0));
        assert_eq!(press("End", 0), MenuStep::Go(3));
    }

    #[test]
    fn activation_and_closing() {
        assert_eq!(press("Enter", 1), MenuStep::Activate);
        assert_eq!(press(" ", 1), MenuStep::Activate);
        assert_eq!(press("Escape", 1), MenuStep::Dismiss);
        assert_eq!(press("Tab", 1), MenuStep::Leave);
    }

    #[test]
    fn typing_finds_the_next_that_begins_so() {
        assert_eq!(press("s", 0), MenuStep::Go(1));
        assert_eq!(press("S", 1), MenuStep::Go(2));
        assert_eq!(press("z", 1), MenuStep::Stay);
        let mut typed = Typeahead::default();
        let mut type_in = |key, current, now| {
            step(key, true, current, LABELS.len(), &mut typed, now, |at| LABELS[at].to_owned())
        };
        assert_eq!(type_in("s", 0, 1000.0), MenuStep::Go(1));
        assert_eq!(type_in("h", 1, 1100.0), MenuStep::Go(3));
        assert_eq!(type_in(" ", 3, 1200.0), MenuStep::Stay, "a space within a word is typed");
        assert_eq!(type_in(" ", 3, 9000.0), MenuStep::Activate);
    }

    #[test]
    fn other_keys_are_left_alone() {
        assert_eq!(press("F5", 0), MenuStep::Ignore);
        assert_eq!(press("Shift", 0), MenuStep::Ignore);
        let mut typed = Typeahead::default();
        assert_eq!(step("c", false, 0, 4, &mut typed, 0.0, |_| String::new()), MenuStep::Ignore);
        assert_eq!(step("ArrowDown", true, 0, 0, &mut typed, 0.0, |_| String::new()), MenuStep::Ignore);
    }
}
