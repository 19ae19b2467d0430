//! What the mails say, in English and German.

use domain::time::Timestamp;

/// A mail before it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// A language that mails are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    German,
}

impl Language {
    /// The one for a language tag; English for all that there are no mails in.
    pub fn of(tag: Option<&str>) -> Self {
        let primary = tag.and_then(|tag| tag.split('-').next()).unwrap_or_default();
        if primary.eq_ignore_ascii_case("de") { Self::German } else { Self::English }
    }
}

/// What a letter is about.
#[derive(Clone, Copy, Debug)]
pub enum Occasion<'a> {
    Invitation { by: &'a str, account: &'a str },
    PasswordReset,
    Email,
}

/// To whom, and with which link.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub link: &'a str,
    pub expires_at: Timestamp,
}

struct Words {
    subject: String,
    greeting: String,
    body: String,
    button: &'static str,
    until: String,
    otherwise: &'static str,
}

/// Writes a letter.
pub fn write(language: Language, occasion: Occasion<'_>, to: Envelope<'_>) -> Letter {
    let words = match language {
        Language::English => english(occasion, to),
        Language::German => german(occasion, to),
    };
    let Words { subject, greeting, body, button, until, otherwise } = &words;
    let text = format!("{greeting}\n\n{body}\n\n{button}:\n{}\n\n{until}\n\n{otherwise}\n", to.link);
    let lang = match language {
        Language::English => "en",
        Language::German => "de",
    };
    let html = format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{}</title></head><body>\n\
         <p>{}</p>\n<p>{}</p>\n<p><a href=\"{link}\">{button}</a></p>\n<p>{link}</p>\n<p>{until}</p>\n\
         <p>{otherwise}</p>\n</body></html>\n",
        escaped(subject),
        escaped(greeting),
        escaped(body),
        link = escaped(to.link),
    );
    Letter {
        to_name: to.name.to_owned(),
        to_address: to.email.to_owned(),
        subject: words.subject,
        text,
        html,
    }
}

fn english(occasion: Occasion<'_>, to: Envelope<'_>) -> Words {
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
        greeting: format!("Hello {},", to.name),
        body,
        button,
        until: format!("The link works once, until {} (UTC).", moment(to.expires_at)),
        otherwise: "If you did not expect this mail, you need not do anything.",
    }
}

fn german(occasion: Occasion<'_>, to: Envelope<'_>) -> Words {
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
        greeting: format!("Guten Tag {},", to.name),
        body,
        button,
        until: format!("Der Link gilt einmal, bis {} (UTC).", moment(to.expires_at)),
        otherwise: "Wenn Sie diese E-Mail nicht erwartet haben, brauchen Sie nichts zu tun.",
    }
}

/// Such as `2026-11-22 01:40`: the same in every language.
fn moment(at: Timestamp) -> String {
    at.to_string().chars().take(16).map(|c| if c == 'T' { ' ' } else { c }).collect()
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(language: Language, by: &str) -> Letter {
        let to = Envelope {
            name: "Zoë",
            email: "zoe@a.example",
            link: "http://here/invitation/x",
            expires_at: Timestamp::from_unix(0),
        };
        write(language, Occasion::Invitation { by, account: "Alpine" }, to)
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
        assert!(letter(Language::German, "Ada").text.contains("bis 1970-01-01 00:00 (UTC)"));
    }
}
