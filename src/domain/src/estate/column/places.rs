//! For each row a place in a list of values.

use crate::estate::snapshot::BadSnapshot;
use crate::estate::snapshot::bytes::{Reader, Writer};
use std::ops::Range;

/// Places in a list that grows: two bytes each for as long as that is enough, which it mostly is.
#[derive(Clone, Debug)]
pub enum Places {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
}

impl Default for Places {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Places {
    pub fn reserve(&mut self, rows: usize) {
        match self {
            Self::Narrow(places) => places.reserve_exact(rows),
            Self::Wide(places) => places.reserve_exact(rows),
        }
    }

    pub fn push(&mut self, place: u32) {
        self.fit(place);
        match self {
            Self::Narrow(places) => places.push(u16::try_from(place).unwrap_or(u16::MAX)),
            Self::Wide(places) => places.push(place),
        }
    }

    pub fn set(&mut self, row: usize, place: u32) {
        self.fit(place);
        match self {
            Self::Narrow(places) => {
                if let Some(cell) = places.get_mut(row) {
                    *cell = u16::try_from(place).unwrap_or(u16::MAX);
                }
            }
            Self::Wide(places) => {
                if let Some(cell) = places.get_mut(row) {
                    *cell = place;
                }
            }
        }
    }

    pub fn get(&self, row: usize) -> Option<usize> {
        match self {
            Self::Narrow(places) => places.get(row).map(|&place| usize::from(place)),
            Self::Wide(places) => places.get(row).map(|&place| place as usize),
        }
    }

    fn fit(&mut self, place: u32) {
        if let Self::Narrow(places) = self
            && place > u32::from(u16::MAX)
        {
            let mut wide = Vec::with_capacity(places.capacity());
            wide.extend(places.iter().map(|&place| u32::from(place)));
            *self = Self::Wide(wide);
        }
    }

    pub fn write(&self, rows: Range<usize>, into: &mut Writer) {
        match self {
            Self::Narrow(places) => into.u32s(places[rows].iter().map(|&place| u32::from(place))),
            Self::Wide(places) => into.u32s(places[rows].iter().copied()),
        }
    }

    pub fn read(&mut self, count: usize, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        from.u32s(count)?.for_each(|place| self.push(place));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_when_they_become_wide() {
        let mut places = Places::default();
        let all = [0, 7, u32::from(u16::MAX), u32::from(u16::MAX) + 1, 3];
        all.into_iter().for_each(|place| places.push(place));
        assert!((0..all.len()).all(|row| places.get(row) == Some(all[row] as usize)));
        places.set(0, u32::MAX - 1);
        assert_eq!(places.get(0), Some((u32::MAX - 1) as usize));
        assert_eq!(places.get(all.len()), None);
    }
}
