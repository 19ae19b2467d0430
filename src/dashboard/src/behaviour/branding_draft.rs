//! A branding while it is typed: texts, of which some are not right yet.

use domain::brand::{Colour, Header};
use domain::branding::{Branding, Fault, ImageId};

/// What is typed or chosen on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    ProductName,
    Logo,
    Favicon,
    Accent,
    HeaderBackground,
    HeaderText,
    MailSender,
    MailFooter,
    /// One on each line.
    Hosts,
}

/// What is wrong with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Fault(Fault),
    NotAColour,
    /// The header has one colour and lacks the other.
    OtherColourMissing,
}

/// All parts. An empty one is left to the account above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft([String; 9]);

impl Part {
    pub const ALL: [Self; 9] = [
        Self::ProductName,
        Self::Logo,
        Self::Favicon,
        Self::Accent,
        Self::HeaderBackground,
        Self::HeaderText,
        Self::MailSender,
        Self::MailFooter,
        Self::Hosts,
    ];

    /// Whether what the API says about a JSON pointer is about this part.
    pub fn is_at(self, pointer: &str) -> bool {
        match self {
            Self::ProductName => pointer == "/product_name",
            Self::Logo => pointer == "/logo",
            Self::Favicon => pointer == "/favicon",
            Self::Accent => pointer == "/accent",
            Self::HeaderBackground => pointer == "/header/background",
            Self::HeaderText => pointer == "/header" || pointer == "/header/text",
            Self::MailSender => pointer == "/mail_sender",
            Self::MailFooter => pointer == "/mail_footer",
            Self::Hosts => pointer == "/hosts" || pointer.starts_with("/hosts/"),
        }
    }
}

impl Draft {
    /// What an account has chosen.
    pub fn of(branding: &Branding) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let id = |id: &Option<ImageId>| id.as_ref().map(ToString::to_string).unwrap_or_default();
        let colour = |colour: Option<Colour>| colour.map(|colour| colour.to_string()).unwrap_or_default();
        Self([
            text(&branding.product_name),
            id(&branding.logo),
            id(&branding.favicon),
            colour(branding.accent),
            colour(branding.header.map(|header| header.background)),
            colour(branding.header.map(|header| header.text)),
            text(&branding.mail_sender),
            text(&branding.mail_footer),
            branding.hosts.join("\n"),
        ])
    }

    pub fn get(&self, part: Part) -> &str {
        self.0.get(part as usize).map(String::as_str).unwrap_or_default()
    }

    pub fn set(&mut self, part: Part, text: String) {
        if let Some(place) = self.0.get_mut(part as usize) {
            *place = text;
        }
    }

    /// What can be read of it, which is what a preview shows.
    pub fn readable(&self) -> Branding {
        let text = |part| Some(self.get(part).trim()).filter(|text| !text.is_empty()).map(str::to_owned);
        let id = |part| self.get(part).parse().ok();
        let header = self.colour(Part::HeaderBackground).zip(self.colour(Part::HeaderText));
        Branding {
            product_name: text(Part::ProductName),
            logo: id(Part::Logo),
            favicon: id(Part::Favicon),
            accent: self.colour(Part::Accent),
            header: header.map(|(background, text)| Header { background, text }),
            mail_sender: text(Part::MailSender),
            mail_footer: text(Part::MailFooter),
            hosts: self.get(Part::Hosts).split_whitespace().map(str::to_lowercase).collect(),
        }
    }

    /// The colour of a part, if it is one.
    pub fn colour(&self, part: Part) -> Option<Colour> {
        self.get(part).parse().ok()
    }

    /// Whether nothing is typed there.
    pub fn is_empty(&self, part: Part) -> bool {
        self.get(part).trim().is_empty()
    }

    /// What is wrong, by part.
    pub fn wrong(&self) -> Vec<(Part, Wrong)> {
        let mut wrong = Vec::new();
        for part in [Part::Accent, Part::HeaderBackground, Part::HeaderText] {
            if !self.is_empty(part) && self.colour(part).is_none() {
                wrong.push((part, Wrong::NotAColour));
            }
        }
        for (part, other) in
            [(Part::HeaderBackground, Part::HeaderText), (Part::HeaderText, Part::HeaderBackground)]
        {
            if self.is_empty(part) && !self.is_empty(other) {
                wrong.push((part, Wrong::OtherColourMissing));
            }
        }
        for (pointer, fault) in self.readable().faults() {
            if let Some(part) = Part::ALL.into_iter().find(|part| part.is_at(&pointer)) {
                wrong.push((part, Wrong::Fault(fault)));
            }
        }
        wrong
    }

    /// Brings what others have changed between `before` and `now` into this draft of `before`, and answers with the parts
    /// that were changed here as well, and differently: those stay as they are here.
    pub fn take_in(&mut self, before: &Self, now: &Self) -> Vec<Part> {
        let mut both = Vec::new();
        for part in Part::ALL {
            let (was, theirs) = (before.get(part), now.get(part));
            if theirs == was || self.get(part) == theirs {
                continue;
            }
            if self.get(part) == was {
                self.set(part, theirs.to_owned());
            } else {
                both.push(part);
            }
        }
        both
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(parts: &[(Part, &str)]) -> Draft {
        let mut draft = Draft::default();
        parts.iter().for_each(|(part, text)| draft.set(*part, (*text).to_owned()));
        draft
    }

    #[test]
    fn what_is_chosen_is_read_again() {
        let branding = Branding {
            product_name: Some("Nordlicht SIM".to_owned()),
            logo: "a".repeat(64).parse().ok(),
            accent: "#7a1fa2".parse().ok(),
            header: "#222222"
                .parse()
                .ok()
                .zip("#ffffff".parse().ok())
                .map(|(background, text)| Header { background, text }),
            mail_footer: Some("Nordlicht GmbH\nKiel".to_owned()),
            hosts: vec!["a.example".to_owned(), "b.example".to_owned()],
            ..Branding::default()
        };
        assert_eq!(Draft::of(&branding).readable(), branding);
        assert_eq!(Draft::of(&branding).wrong(), []);
        assert_eq!(Draft::default().readable(), Branding::default());
    }

    #[test]
    fn what_is_wrong_is_told_at_its_part() {
        let wrong = draft(&[
            (Part::Accent, "purple"),
            (Part::HeaderBackground, "#fff"),
            (Part::MailSender, "nobody"),
            (Part::Hosts, "a.example\nb_c.example"),
        ])
        .wrong();
        assert_eq!(
            wrong,
            [
                (Part::Accent, Wrong::NotAColour),
                (Part::HeaderText, Wrong::OtherColourMissing),
                (Part::MailSender, Wrong::Fault(Fault::BadEmail)),
                (Part::Hosts, Wrong::Fault(Fault::BadHost)),
            ]
        );
        let pale = draft(&[(Part::HeaderBackground, "#fff"), (Part::HeaderText, "#eee")]);
        assert_eq!(pale.wrong(), [(Part::HeaderText, Wrong::Fault(Fault::TooLittleContrast))]);
    }

    #[test]
    fn two_who_edit_lose_nothing() {
        let before = draft(&[(Part::ProductName, "A"), (Part::Accent, "#000"), (Part::MailFooter, "F")]);
        let now = draft(&[(Part::ProductName, "B"), (Part::Accent, "#111"), (Part::MailFooter, "F")]);
        let mut mine = draft(&[(Part::ProductName, "C"), (Part::Accent, "#000"), (Part::MailFooter, "G")]);
        assert_eq!(mine.take_in(&before, &now), [Part::ProductName]);
        let merged = [(Part::ProductName, "C"), (Part::Accent, "#111"), (Part::MailFooter, "G")];
        assert_eq!(mine, draft(&merged));
    }
}
