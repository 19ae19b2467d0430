//! How soon a password would be guessed, and what makes it so.

use contract::strength::{MOST_WORDS, PasswordStrength, TAKEN, Weakness};
use domain::user::{PASSWORD_LEAST, PASSWORD_MOST};
use zxcvbn::feedback::{Feedback, Suggestion, Warning};
use zxcvbn::{Entropy, zxcvbn};

/// Most characters of a word that are looked at.
const WORD_LENGTH: usize = 254;

/// Judges a password. What is known of the person does not make it stronger: neither as it is, nor beside something that
/// is short.
pub fn judge(password: &str, known: &[String]) -> PasswordStrength {
    let length = password.chars().count();
    // Longer ones are nobody's password, only work.
    let looked_at: String = password.chars().take(PASSWORD_MOST).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let whole = zxcvbn(&looked_at, &known);
    let rest = without(&looked_at.to_lowercase(), &known).map(|rest| zxcvbn(&rest, &[]));
    let rest = rest.filter(|rest| score(rest) < score(&whole));
    let is_about_person = rest.is_some();
    let guessed = rest.unwrap_or(whole);
    let mut weaknesses = Vec::new();
    if length > 0 && length < PASSWORD_LEAST {
        weaknesses.push(Weakness::TooShort);
    }
    if length > PASSWORD_MOST {
        weaknesses.push(Weakness::TooLong);
    }
    if is_about_person && score(&guessed) < TAKEN {
        weaknesses.push(Weakness::AboutYou);
    }
    if let Some(feedback) = guessed.feedback().filter(|_| length > 0) {
        weaknesses.extend(of_feedback(feedback));
    }
    let refused = weaknesses.iter().any(|it| matches!(it, Weakness::TooShort | Weakness::TooLong));
    let most = if refused || length == 0 { TAKEN - 1 } else { u8::MAX };
    weaknesses.dedup();
    PasswordStrength { score: score(&guessed).min(most), weaknesses }
}

/// What is known of a person: texts such as name and e-mail address, as a whole and in their parts.
pub fn known_words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut words = vec!["simgrove".to_owned()];
    for text in texts.into_iter().take(MOST_WORDS) {
        let text: String = text.chars().take(WORD_LENGTH).collect::<String>().to_lowercase();
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| part.chars().count() > 2);
        words.extend(parts.map(str::to_owned));
        words.push(text);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A password without what is known of the person, if there is any of it: strung together, a few known words count as
/// many guesses.
fn without(password: &str, known: &[&str]) -> Option<String> {
    let rest = known.iter().fold(password.to_owned(), |rest, word| rest.replace(word, ""));
    (rest != password).then_some(rest)
}

fn score(entropy: &Entropy) -> u8 {
    entropy.score().into()
}

/// What zxcvbn says, in the codes of the contract.
fn of_feedback(feedback: &Feedback) -> Vec<Weakness> {
    let warning = feedback.warning().map(|warning| match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            Weakness::Keyboard
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            Weakness::Repeats
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Weakness::Common,
        Warning::SequencesLikeAbcAreEasyToGuess => Weakness::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Weakness::Date,
        Warning::AWordByItselfIsEasyToGuess => Weakness::SingleWord,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Weakness::Name,
    });
    let suggestions = feedback.suggestions().iter().filter_map(|suggestion| match suggestion {
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => Some(Weakness::Capitals),
        Suggestion::ReversedWordsArentMuchHarderToGuess => Some(Weakness::Reversed),
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Some(Weakness::Substitutions),
        // The others say again what the warning says, or what is always good to do.
        _ => None,
    });
    warning.into_iter().chain(suggestions).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(password: &str) -> PasswordStrength {
        judge(password, &known_words(["Bartholomew Featherstone", "bart@featherstone.example"]))
    }

    #[test]
    fn a_weak_password_is_told_why() {
        for (password, weakness) in [
            ("passwordpassword", Weakness::Repeats),
            ("qwertyuiopasdf", Weakness::Common),
            ("asdfghjkl;'zx", Weakness::Keyboard),
            ("BartholomewFeatherstone", Weakness::AboutYou),
            ("x7#Kq9!pZ2m", Weakness::TooShort),
            (&"vine-lantern-".repeat(10), Weakness::TooLong),
        ] {
            let judged = judged(password);
            assert!(judged.score < TAKEN, "{password}: {judged:?}");
            assert!(judged.weaknesses.contains(&weakness), "{password}: {judged:?}");
        }
    }

    #[test]
    fn a_good_one_has_nothing_to_be_told() {
        for password in ["vine-lantern-orbit-72", "Grünes Zebra tanzt im Regen"] {
            let judged = judged(password);
            assert!(judged.score >= TAKEN && judged.weaknesses.is_empty(), "{password}: {judged:?}");
        }
    }

    #[test]
    fn nothing_is_no_password() {
        assert_eq!(judge("", &[]), PasswordStrength { score: 0, weaknesses: vec![] });
    }
}
