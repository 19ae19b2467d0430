//! What the mails say, in English and German, and the frame that all of them share.

pub mod digest;
pub mod level;
pub mod link;
mod words;

use super::brand::Brand;
use serde::{Deserialize, Serialize};

/// A mail before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// `None` for an address of which nobody's name is known.
    pub to_name: Option<String>,
    pub to_address: String,
    /// `None` for the name of the usual sender.
    #[serde(default)]
    pub from_name: Option<String>,
    /// `None` for the address of the usual sender.
    #[serde(default)]
    pub from_address: Option<String>,
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

    fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }
}

/// To whom a letter goes, and in whose name.
#[derive(Clone, Copy, Debug)]
pub struct Address<'a> {
    pub name: Option<&'a str>,
    pub email: &'a str,
    pub language: Language,
    pub brand: &'a Brand,
}

/// What is said between greeting and signature.
struct Draft {
    subject: String,
    parts: Vec<Part>,
}

enum Part {
    Text(String),
    Link {
        words: String,
        address: String,
    },
    /// Each a name and what it is.
    Facts(Vec<(&'static str, String)>),
    /// A heading for each column, and rows.
    Table {
        caption: String,
        columns: Vec<&'static str>,
        rows: Vec<Vec<String>>,
    },
}

impl Draft {
    /// Puts it into the frame.
    fn to(self, to: Address<'_>) -> Letter {
        let greeting = match (to.language, to.name) {
            (Language::English, Some(name)) => format!("Hello {name},"),
            (Language::English, None) => "Hello,".to_owned(),
            (Language::German, Some(name)) => format!("Guten Tag {name},"),
            (Language::German, None) => "Guten Tag,".to_owned(),
        };
        // Nothing is wrapped there, and in plain letters it is readable wherever a mail is looked at.
        let subject = line(&self.subject).replace(words::NO_BREAK, " ");
        let (mut text, mut html) = (String::new(), String::new());
        for part in std::iter::once(Part::Text(greeting)).chain(self.parts) {
            part.write_text(&mut text);
            part.write_html(&mut html);
        }
        let footer = to.brand.footer.as_deref().unwrap_or_default();
        let signature: Vec<String> =
            std::iter::once(to.brand.name.as_str()).chain(footer.lines()).map(line).collect();
        text += &format!("-- \n{}\n", signature.join("\n"));
        let signed: Vec<String> = signature.iter().map(|line| escaped(line)).collect();
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head><body>\n{html}\
             <p>{}</p>\n</body></html>\n",
            to.language.tag(),
            escaped(&subject),
            signed.join("<br>\n"),
        );
        Letter {
            to_name: to.name.map(line),
            to_address: to.email.to_owned(),
            from_name: to.brand.is_chosen.then(|| line(&to.brand.name)),
            from_address: to.brand.sender.clone(),
            subject,
            text,
            html,
        }
    }
}

impl Part {
    fn write_text(&self, text: &mut String) {
        match self {
            Self::Text(words) => *text += &line(words),
            Self::Link { words, address } => *text += &format!("{words}:\n{address}"),
            Self::Facts(facts) => {
                let facts: Vec<_> = facts.iter().map(|(name, is)| format!("{name}: {}", line(is))).collect();
                *text += &facts.join("\n");
            }
            Self::Table { caption, columns, rows } => {
                *text += &format!("{}\n{}", line(caption), columns.join(" | "));
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|cell| line(cell)).collect();
                    *text += &format!("\n{}", cells.join(" | "));
                }
            }
        }
        *text += "\n\n";
    }

    fn write_html(&self, html: &mut String) {
        const CELL: &str = "align=\"left\" valign=\"top\"";
        let row = |cells: &[String]| -> String {
            cells.iter().map(|cell| format!("<td {CELL}>{}</td>", escaped(&line(cell)))).collect()
        };
        match self {
            Self::Text(words) => *html += &format!("<p>{}</p>\n", escaped(&line(words))),
            Self::Link { words, address } => {
                let (words, address) = (escaped(words), escaped(address));
                *html += &format!("<p><a href=\"{address}\">{words}</a></p>\n<p>{address}</p>\n");
            }
            Self::Facts(facts) => {
                *html += "<table cellpadding=\"4\">\n";
                for (name, is) in facts {
                    *html += &format!(
                        "<tr><th {CELL} scope=\"row\">{}</th><td {CELL}>{}</td></tr>\n",
                        escaped(name),
                        escaped(&line(is))
                    );
                }
                *html += "</table>\n";
            }
            Self::Table { caption, columns, rows } => {
                *html += &format!(
                    "<table cellpadding=\"4\">\n<caption align=\"left\">{}</caption>\n<tr>",
                    escaped(&line(caption))
                );
                for column in columns {
                    *html += &format!("<th {CELL} scope=\"col\">{}</th>", escaped(column));
                }
                *html += "</tr>\n";
                for cells in rows {
                    *html += &format!("<tr>{}</tr>\n", row(cells));
                }
                *html += "</table>\n";
            }
        }
    }
}

/// On one line, and in the order in which it is written: what people call their SIMs cannot look like more of the mail.
fn line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars().filter(|c| !turns(*c)).map(|c| if breaks(c) { ' ' } else { c }).collect()
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

    fn letter(brand: &Brand) -> Letter {
        let to = Address { name: None, email: "zoe@a.example", language: Language::English, brand };
        Draft { subject: "Hello".to_owned(), parts: Vec::new() }.to(to)
    }

    #[test]
    fn a_brand_signs_and_sends() {
        let brand = Brand {
            name: "Nordlicht <SIM>".to_owned(),
            is_chosen: true,
            sender: Some("sim@nordlicht.example".to_owned()),
            footer: Some("Nordlicht GmbH\r\n\u{202e}Kiel & Lübeck".to_owned()),
            origin: String::new(),
        };
        let branded = letter(&brand);
        assert!(
            branded.text.ends_with("\n-- \nNordlicht <SIM>\nNordlicht GmbH\nKiel & Lübeck\n"),
            "{}",
            branded.text
        );
        let signed = "<p>Nordlicht &lt;SIM&gt;<br>\nNordlicht GmbH<br>\nKiel &amp; Lübeck</p>";
        assert!(branded.html.contains(signed), "{}", branded.html);
        assert_eq!(branded.from_name.as_deref(), Some("Nordlicht <SIM>"));
        assert_eq!(branded.from_address.as_deref(), Some("sim@nordlicht.example"));
        let usual = letter(&Brand { name: "Simgrove".to_owned(), ..Brand::default() });
        assert!(usual.text.ends_with("\n-- \nSimgrove\n") && usual.html.contains("<p>Simgrove</p>"));
        assert_eq!((usual.from_name, usual.from_address), (None, None));
    }

    #[test]
    fn letters_that_waited_since_before_there_were_brands_can_be_read() {
        let old =
            r#"{"to_name": null, "to_address": "a@b.example", "subject": "s", "text": "t", "html": "h"}"#;
        let letter: Letter = serde_json::from_str(old).unwrap();
        assert_eq!((letter.from_name, letter.from_address), (None, None));
    }
}
