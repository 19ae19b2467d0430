//! Where help is found, while it is typed. What was typed for one way is kept while another one is looked at.

use domain::branding::Fault;
use domain::support::{Address, Contact, Page, Support};

/// Which way it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As the account above.
    Above,
    Page,
    Address,
    Contact,
}

/// What is typed on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Markdown,
    Url,
    Name,
    Phone,
    Email,
    Hours,
    Note,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportDraft {
    pub way: Way,
    texts: [String; 7],
}

impl Way {
    pub const ALL: [Self; 4] = [Self::Above, Self::Page, Self::Address, Self::Contact];
}

impl Field {
    const ALL: [Self; 7] =
        [Self::Markdown, Self::Url, Self::Name, Self::Phone, Self::Email, Self::Hours, Self::Note];

    /// Where the field is in a choice, as a JSON pointer.
    pub fn pointer(self) -> &'static str {
        match self {
            Self::Markdown => "/page/markdown",
            Self::Url => "/address/url",
            Self::Name => "/contact/name",
            Self::Phone => "/contact/phone",
            Self::Email => "/contact/email",
            Self::Hours => "/contact/hours",
            Self::Note => "/contact/note",
        }
    }
}

impl SupportDraft {
    /// What an account has chosen.
    pub fn of(support: Option<&Support>) -> Self {
        let mut draft = Self { way: Way::Above, texts: Default::default() };
        match support {
            None => {}
            Some(Support::Page(Page { markdown })) => {
                draft.way = Way::Page;
                draft.set(Field::Markdown, markdown.clone());
            }
            Some(Support::Address(Address { url })) => {
                draft.way = Way::Address;
                draft.set(Field::Url, url.clone());
            }
            Some(Support::Contact(contact)) => {
                draft.way = Way::Contact;
                let Contact { name, phone, email, hours, note } = contact.clone();
                draft.set(Field::Name, name);
                draft.set(Field::Phone, phone.unwrap_or_default());
                draft.set(Field::Email, email.unwrap_or_default());
                draft.set(Field::Hours, hours.unwrap_or_default());
                draft.set(Field::Note, note.unwrap_or_default());
            }
        }
        draft
    }

    pub fn get(&self, field: Field) -> &str {
        self.texts.get(field as usize).map(String::as_str).unwrap_or_default()
    }

    pub fn set(&mut self, field: Field, text: String) {
        if let Some(place) = self.texts.get_mut(field as usize) {
            *place = text;
        }
    }

    /// The choice, right or not.
    pub fn choice(&self) -> Option<Support> {
        let line = |field| self.get(field).trim().to_owned();
        let given = |field| Some(line(field)).filter(|text| !text.is_empty());
        match self.way {
            Way::Above => None,
            Way::Page => Some(Support::Page(Page { markdown: self.get(Field::Markdown).to_owned() })),
            Way::Address => Some(Support::Address(Address { url: line(Field::Url) })),
            Way::Contact => Some(Support::Contact(Contact {
                name: line(Field::Name),
                phone: given(Field::Phone),
                email: given(Field::Email),
                hours: given(Field::Hours),
                note: given(Field::Note),
            })),
        }
    }

    /// What is wrong, by field.
    pub fn wrong(&self) -> Vec<(Field, Fault)> {
        let faults = self.choice().map(|support| support.faults()).unwrap_or_default();
        let at = |pointer: &str| Field::ALL.into_iter().find(|field| field.pointer() == pointer);
        faults.into_iter().filter_map(|(pointer, fault)| Some((at(pointer)?, fault))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_read_again() {
        let contact = Contact {
            name: "Nordlicht Service".to_owned(),
            phone: Some("+49 431 5550".to_owned()),
            note: Some("Mo–Fr\n9–17".to_owned()),
            ..Contact::default()
        };
        for support in [
            None,
            Some(Support::Page(Page { markdown: "# Help\n".to_owned() })),
            Some(Support::Address(Address { url: "https://help.example".to_owned() })),
            Some(Support::Contact(contact)),
        ] {
            assert_eq!(SupportDraft::of(support.as_ref()).choice(), support);
        }
    }

    #[test]
    fn only_the_chosen_way_is_judged_and_the_others_are_kept() {
        let mut draft = SupportDraft::of(None);
        assert_eq!(draft.wrong(), []);
        draft.way = Way::Address;
        draft.set(Field::Url, "help.example".to_owned());
        assert_eq!(draft.wrong(), [(Field::Url, Fault::BadAddress)]);
        draft.way = Way::Contact;
        assert_eq!(draft.wrong(), [(Field::Name, Fault::Missing)]);
        assert_eq!(draft.get(Field::Url), "help.example");
    }
}
