//! Keys in a list whose entries can be put in another order: arrows go from entry to entry, with Alt they take it along.

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderStep {
    /// The entry with this number gets the focus.
    Go(usize),
    /// The current entry goes to this place.
    Take(usize),
}

/// What a key does at an entry; none when it is not about the order.
pub fn step(key: &str, alt: bool, at: usize, len: usize) -> Option<OrderStep> {
    let last = len.checked_sub(1)?;
    let to = match key {
        "ArrowUp" => at.saturating_sub(1),
        "ArrowDown" => (at + 1).min(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(if alt { OrderStep::Take(to) } else { OrderStep::Go(to) })
}

#[cfg(test)]
mod tests {
    use super::{OrderStep, step};

    #[test]
    fn arrows_go_and_with_alt_they_take_along() {
        assert_eq!(step("ArrowDown", false, 1, 3), Some(OrderStep::Go(2)));
        assert_eq!(step("ArrowDown", false, 2, 3), Some(OrderStep::Go(2)));
        assert_eq!(step("ArrowUp", false, 0, 3), Some(OrderStep::Go(0)));
        assert_eq!(step("End", false, 0, 3), Some(OrderStep::Go(2)));
        assert_eq!(step("ArrowUp", true, 2, 3), Some(OrderStep::Take(1)));
        assert_eq!(step("Home", true, 2, 3), Some(OrderStep::Take(0)));
        assert_eq!(step("x", true, 2, 3), None);
        assert_eq!(step("End", true, 0, 0), None);
    }
}
