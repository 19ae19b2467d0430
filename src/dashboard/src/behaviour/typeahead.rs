//! Jumping to an entry by typing its beginning, in menus and trees.

use super::fold::fold;

/// Keys further apart than this begin anew, in milliseconds.
const PAUSE: f64 = 700.0;

/// What has been typed so far.
#[derive(Clone, Debug, Default)]
pub struct Typeahead {
    typed: String,
    last: f64,
}

impl Typeahead {
    /// Takes a key at a time (milliseconds, of any clock that only goes forward). Answers with which of `count`
    /// entries to go to, looking onward from `current` and round again.
    ///
    /// The same letter again and again steps through the entries that begin with it.
    pub fn find(
        &mut self,
        key: char,
        now: f64,
        current: usize,
        count: usize,
        label: impl Fn(usize) -> String,
    ) -> Option<usize> {
        if now - self.last > PAUSE {
            self.typed.clear();
        }
        self.last = now;
        self.typed.push_str(&fold(&key.to_string()));
        let first = self.typed.chars().next()?;
        let repeated = self.typed.chars().all(|other| other == first);
        let wanted = if repeated { first.to_string() } else { self.typed.clone() };
        // A longer beginning may still fit the entry that the shorter one found.
        let start = if repeated { current + 1 } else { current };
        (0..count).map(|step| (start + step) % count).find(|&at| fold(&label(at)).starts_with(&wanted))
    }

    /// Whether a word is being typed at this time, so that a space belongs to it.
    pub fn is_typing(&self, now: f64) -> bool {
        !self.typed.is_empty() && now - self.last <= PAUSE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["Alpha", "Beta", "Bremen Süd", "Ärzte"];

    fn find(typeahead: &mut Typeahead, key: char, now: f64, current: usize) -> Option<usize> {
        typeahead.find(key, now, current, NAMES.len(), |at| NAMES[at].to_owned())
    }

    #[test]
    fn one_letter_steps_on_and_wraps() {
        let mut typed = Typeahead::default();
        assert_eq!(find(&mut typed, 'b', 1000.0, 0), Some(1));
        assert_eq!(find(&mut typed, 'b', 1100.0, 1), Some(2));
        assert_eq!(find(&mut typed, 'B', 1200.0, 2), Some(1));
    }

    #[test]
    fn several_letters_are_one_word_until_a_pause() {
        let mut typed = Typeahead::default();
        assert_eq!(find(&mut typed, 'b', 1000.0, 0), Some(1));
        assert_eq!(find(&mut typed, 'r', 1200.0, 1), Some(2));
        assert!(typed.is_typing(1300.0));
        assert_eq!(find(&mut typed, 'a', 3000.0, 2), Some(3), "umlauts count as their letters");
        assert_eq!(find(&mut typed, 'x', 3100.0, 3), None);
    }

    #[test]
    fn nothing_to_find_in_nothing() {
        assert_eq!(Typeahead::default().find('a', 0.0, 0, 0, |_| String::new()), None);
    }
}
