//! What a key does in a row of tabs (ARIA Authoring Practices).

/// The tab that a key leads to, from tab `current` of `count`; `None` for keys that are not for tabs.
pub fn step(key: &str, current: usize, count: usize, right_to_left: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let (before, after) = match right_to_left {
        false => ("ArrowLeft", "ArrowRight"),
        true => ("ArrowRight", "ArrowLeft"),
    };
    match key {
        "Home" => Some(0),
        "End" => Some(last),
        key if key == before => Some(current.checked_sub(1).unwrap_or(last)),
        key if key == after => Some(if current >= last { 0 } else { current + 1 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round() {
        assert_eq!(step("ArrowRight", 0, 3, false), Some(1));
        assert_eq!(step("ArrowRight", 2, 3, false), Some(0));
        assert_eq!(step("ArrowLeft", 0, 3, false), Some(2));
        assert_eq!(step("ArrowLeft", 2, 3, true), Some(0));
        assert_eq!(step("ArrowRight", 2, 3, true), Some(1));
    }

    #[test]
    fn home_and_end_and_other_keys() {
        assert_eq!(step("Home", 2, 3, false), Some(0));
        assert_eq!(step("End", 0, 3, false), Some(2));
        assert_eq!(step("ArrowDown", 0, 3, false), None);
        assert_eq!(step("Home", 0, 0, false), None);
    }
}
