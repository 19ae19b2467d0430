//! How soon a password would be guessed, before it is chosen.

use crate::wire;

/// The lowest score that is taken.
pub const TAKEN: u8 = 3;
/// Most words about a person that are looked at.
pub const MOST_WORDS: usize = 10;

wire! {
    /// `POST /password-strength`: a password that somebody thinks of choosing. It is neither kept nor logged.
    #[serde(deny_unknown_fields)]
    pub struct PasswordToJudge {
        pub password: String,
        /// What is known of the person, such as name and e-mail address; the first ten count.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub words: Vec<String>,
    }

    /// How soon a password would be guessed.
    pub struct PasswordStrength {
        /// From 0, at once, to 4. What has less than 3 is not taken.
        #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 4))]
        pub score: u8,
        /// What makes it weak, the most important first.
        pub weaknesses: Vec<Weakness>,
    }

    /// What makes a password weak.
    #[derive(Copy, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum Weakness {
        /// Fewer than 12 characters.
        TooShort,
        /// More than 128 characters.
        TooLong,
        /// Made of what is known of the person.
        AboutYou,
        /// One of those that many people choose, or like one.
        Common,
        /// Keys that lie side by side.
        Keyboard,
        /// The same again.
        Repeats,
        /// Such as `abc` or `6543`.
        Sequence,
        /// A date or a year.
        Date,
        /// One word of a language.
        SingleWord,
        /// Names of people.
        Name,
        /// Capital letters where everybody puts them.
        Capitals,
        /// A word backwards.
        Reversed,
        /// Such as `@` for `a`.
        Substitutions,
        /// A code this version does not know.
        #[serde(other)]
        Unknown,
    }
}
