//! Letters with a link that works once.

use super::{Address, Draft, Language, Letter, Part};
use domain::time::Timestamp;

/// What a letter is about.
#[derive(Clone, Copy, Debug)]
pub enum Occasion<'a> {
    Invitation { by: &'a str, account: &'a str },
    PasswordReset,
    Email,
}

struct Words {
    subject: String,
    body: String,
    button: &'static str,
    until: String,
    otherwise: &'static str,
}

/// Writes a letter with a link and its end.
pub fn write(to: Address<'_>, occasion: Occasion<'_>, link: &str, expires_at: Timestamp) -> Letter {
    let words = match to.language {
        Language::English => english(to, occasion, expires_at),
        Language::German => german(to, occasion, expires_at),
    };
    let parts = vec![
        Part::Text(words.body),
        Part::Link { words: words.button.to_owned(), address: link.to_owned() },
        Part::Text(words.until),
        Part::Text(words.otherwise.to_owned()),
    ];
    Draft { subject: words.subject, parts }.to(to)
}

fn english(to: Address<'_>, occasion: Occasion<'_>, expires_at: Timestamp) -> Words {
    let (subject, body, button) = match occasion {
        Occasion::Invitation { by, account } => (
            format!("Your access to {account}"),
            format!("{by} has given you access to the SIM cards of {account}. Choose a password to begin."),
            "Choose a password",
        ),
        Occasion::PasswordReset => (
            "Choose a new password".to_owned(),
            "Somebody, most likely you, said that your password was forgotten. You can choose a new one."
                .to_owned(),
            "Choose a new password",
        ),
        Occasion::Email => (
            "Confirm your e-mail address".to_owned(),
            format!("Please confirm that {} is your e-mail address.", to.email),
            "Confirm the address",
        ),
    };
    Words {
        subject,
        body,
        button,
        until: format!("The link works once, until {}.", to.language.moment(expires_at)),
        otherwise: "If you did not expect this mail, you need not do anything.",
    }
}

fn german(to: Address<'_>, occasion: Occasion<'_>, expires_at: Timestamp) -> Words {
    let (subject, body, button) = match occasion {
        Occasion::Invitation { by, account } => (
            format!("Ihr Zugang zu {account}"),
            format!(
                "{by} hat Ihnen Zugang zu den SIM-Karten von {account} gegeben. Wählen Sie ein Passwort, um zu beginnen."
            ),
            "Passwort wählen",
        ),
        Occasion::PasswordReset => (
            "Wählen Sie ein neues Passwort".to_owned(),
            "Jemand, vermutlich Sie, hat angegeben, dass Ihr Passwort vergessen wurde. Sie können ein neues wählen."
                .to_owned(),
            "Neues Passwort wählen",
        ),
        Occasion::Email => (
            "Bestätigen Sie Ihre E-Mail-Adresse".to_owned(),
            format!("Bitte bestätigen Sie, dass {} Ihre E-Mail-Adresse ist.", to.email),
            "Adresse bestätigen",
        ),
    };
    Words {
        subject,
        body,
        button,
        until: format!("Der Link gilt einmal, bis {}.", to.language.moment(expires_at)),
        otherwise: "Wenn Sie diese E-Mail nicht erwartet haben, brauchen Sie nichts zu tun.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::brand::Brand;

    fn letter(language: Language, by: &str) -> Letter {
        let brand = Brand { name: "Simgrove".to_owned(), ..Brand::default() };
        let to = Address { name: Some("Zoë"), email: "zoe@a.example", language, brand: &brand };
        let occasion = Occasion::Invitation { by, account: "Alpine" };
        write(to, occasion, "http://here/invitation/x", Timestamp::from_unix(0))
    }

    #[test]
    fn names_cannot_become_markup() {
        let letter = letter(Language::English, "<script>alert('x')</script> & Co");
        assert!(
            letter.html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co"),
            "{}",
            letter.html
        );
        assert!(letter.text.contains("<script>"));
    }

    #[test]
    fn in_two_languages() {
        let words = [Language::of(Some("de-AT")), Language::of(Some("fr")), Language::of(None)]
            .map(|language| letter(language, "Ada").subject);
        assert_eq!(words, ["Ihr Zugang zu Alpine", "Your access to Alpine", "Your access to Alpine"]);
        assert!(letter(Language::German, "Ada").text.contains("bis 1. Januar 1970, 00:00 Uhr (UTC)"));
    }
}
