//! One tag in the dialog: which SIMs have it now, and whether they are to have it.

use domain::label::Colour;
use leptos::prelude::*;

/// How many of the selected SIMs have a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    None,
    /// So many, but not all.
    Some(u64),
    All,
}

impl Carried {
    pub fn of(some: u64, all: u64) -> Self {
        match some {
            0 => Self::None,
            _ if some >= all => Self::All,
            _ => Self::Some(some),
        }
    }

    /// What a press makes of a wish: on, off, and back to leaving it as it is, without what would change nothing.
    fn next(self, wish: Option<bool>) -> Option<bool> {
        match (self, wish) {
            (Self::None, None) | (Self::Some(_), None) => Some(true),
            (Self::Some(_), Some(true)) | (Self::All, None) => Some(false),
            _ => None,
        }
    }

    /// How the box stands: `None` is neither ticked nor not.
    fn ticked(self, wish: Option<bool>) -> Option<bool> {
        wish.or(match self {
            Self::None => Some(false),
            Self::Some(_) => None,
            Self::All => Some(true),
        })
    }
}

/// A tag that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct TagChoice {
    pub name: String,
    pub colour: Option<Colour>,
    pub carried: Carried,
    /// `None` leaves every SIM as it is.
    pub wish: ArcRwSignal<Option<bool>>,
}

impl TagChoice {
    pub fn new(name: String, colour: Option<Colour>, carried: Carried) -> Self {
        Self { name, colour, carried, wish: ArcRwSignal::new(None) }
    }

    /// How the box stands: `None` is neither ticked nor not.
    pub fn is_ticked(&self) -> Option<bool> {
        self.carried.ticked(self.wish.get())
    }

    /// The box was pressed.
    pub fn turn(&self) {
        self.wish.update(|wish| *wish = self.carried.next(*wish));
    }
}

#[cfg(test)]
mod tests {
    use super::Carried;

    fn presses(carried: Carried, count: usize) -> Vec<Option<bool>> {
        let mut wish = None;
        let mut states = vec![carried.ticked(wish)];
        for _ in 0..count {
            wish = carried.next(wish);
            states.push(carried.ticked(wish));
        }
        states
    }

    #[test]
    fn each_press_leads_on_and_back_to_the_start() {
        assert_eq!(presses(Carried::of(0, 3), 2), [Some(false), Some(true), Some(false)]);
        assert_eq!(presses(Carried::of(3, 3), 2), [Some(true), Some(false), Some(true)]);
        assert_eq!(presses(Carried::of(1, 3), 3), [None, Some(true), Some(false), None]);
    }
}
