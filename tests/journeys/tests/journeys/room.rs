//! Room for every text: in a language with longer words, and in a window at 400 %.

use journeys::{ADMIN, Engine, Estate, Person, Stage, journey, places, places_outside};
use serde_json::json;

/// A language that nobody speaks, made of the English one. Its tag is the one that is kept for such.
const LONGER: &str = "en-XA";

/// An English text with accents and each vowel twice, which makes it two fifths longer, between brackets.
fn longer(text: &str) -> String {
    format!("⟦{}⟧", stretched(text))
}

/// What stands in braces is the app's.
fn stretched(text: &str) -> String {
    let (mut stretched, mut depth) = (String::new(), 0_usize);
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let accented = match letter {
            'a' => "àá",
            'e' => "èé",
            'i' => "ìí",
            'o' => "òó",
            'u' => "ùú",
            'A' => "ÀÁ",
            'E' => "ÈÉ",
            'I' => "ÌÍ",
            'O' => "ÒÓ",
            'U' => "ÙÚ",
            _ => "",
        };
        if depth > 0 || accented.is_empty() {
            stretched.push(letter);
        } else {
            stretched.push_str(accented);
        }
    }
    stretched
}

/// A Fluent file with longer texts. Forms by number stand on lines of their own, in a frame that stays as it is.
fn with_longer_texts(file: &str) -> String {
    let line = |line: &str| {
        if line.starts_with('#') {
            return line.to_owned();
        }
        let is_form = line.trim_start().starts_with(['[', '*']);
        let is_message = line.starts_with(|first: char| first.is_ascii_lowercase());
        let start = match () {
            () if is_form => line.find(']').map(|at| at + 1),
            () if is_message => line.find('=').map(|at| at + 1),
            () => None,
        };
        let (head, text) = line.split_at(start.unwrap_or(0));
        let is_whole = start.is_some() && !text.trim().is_empty() && !text.ends_with("->");
        format!("{head}{}", if is_whole { format!(" {}", longer(text.trim())) } else { stretched(text) })
    };
    file.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Hosts the longer language, as the only one.
fn host_longer_texts(stage: &Stage) {
    for (name, text) in stage.hosted("locales/en") {
        stage.host(&format!("locales/{LONGER}/{name}"), &with_longer_texts(&text));
    }
    stage.host("config.json", &json!({ "languages": [LONGER] }).to_string());
}

/// What is wrong in some sizes of the window, all of which is told at once.
struct Judgement<'a> {
    ann: &'a Person,
    sizes: &'a [(u32, u32)],
    found: Vec<String>,
}

impl<'a> Judgement<'a> {
    fn of(ann: &'a Person, sizes: &'a [(u32, u32)]) -> Self {
        Self { ann, sizes, found: vec![] }
    }

    fn look(&mut self, place: &str) {
        for &(width, height) in self.sizes {
            let width = self.ann.narrowest(width);
            if self.sizes.len() > 1 {
                self.ann.resize(width, height);
            }
            self.ann.sees_all();
            let found = self.ann.cut_off();
            self.found.extend(found.into_iter().map(|it| format!("{place} at {width} × {height}: {it}")));
        }
    }

    #[track_caller]
    fn finds_nothing(self) {
        assert!(self.found.is_empty(), "{} faults:\n{}", self.found.len(), self.found.join("\n"));
    }
}

fn look_at_every_page(stage: &mut Stage, sizes: &[(u32, u32)]) {
    let pages = places(&stage.api(ADMIN));
    let ann = stage.person_at(ADMIN, &pages[0].path);
    ann.resize(ann.narrowest(sizes[0].0), sizes[0].1);
    let mut judgement = Judgement::of(&ann, sizes);
    for page in &pages {
        ann.follow_link_to(&page.path);
        judgement.look(page.name);
    }
    judgement.finds_nothing();
    let ben = stage.person();
    ben.resize(ben.narrowest(sizes[0].0), sizes[0].1);
    let mut judgement = Judgement::of(&ben, sizes);
    for page in places_outside(stage) {
        ben.goto(&page.path);
        judgement.look(page.name);
    }
    judgement.finds_nothing();
}

/// Menus and dialogs, with the English names as the language has them.
fn look_at_what_opens(stage: &mut Stage, size: (u32, u32), say: fn(&str) -> String) {
    let ann = &stage.person_at(ADMIN, "/sims");
    ann.resize(ann.narrowest(size.0), size.1);
    let sizes = [size];
    let mut judgement = Judgement::of(ann, &sizes);
    ann.sees_all();
    for (button, opened) in [("Display", "Display"), ("Filter", "Filter builder"), ("Columns…", "Columns")]
    {
        ann.find("button", say(button)).click();
        ann.find("dialog", say(opened)).appears();
        judgement.look(opened);
        ann.press("Escape");
        ann.find("dialog", say(opened)).disappears();
    }
    let rows = ann.find_all("grid").find_all("row");
    for (item, opened) in [
        ("Move to account…", "dialog to move"),
        ("Set cap and alert…", "dialog of levels"),
        ("Edit tags…", "dialog of tags"),
        ("Terminate…", "dialog to terminate"),
    ] {
        rows.nth(2).find_all("button").click();
        let menu = ann.find_all("menu");
        menu.appears();
        judgement.look("menu");
        menu.find("menuitem", say(item)).click();
        let dialog = ann.find_all("dialog");
        dialog.appears();
        judgement.look(opened);
        ann.press("Escape");
        dialog.disappears();
    }
    judgement.finds_nothing();
}

#[test]
fn longer_texts_find_room_on_every_page() {
    journey(Estate::of(300), |stage| {
        host_longer_texts(stage);
        // Words are as wide everywhere: what the others would add is what they make of the narrowest window.
        let sizes: &[(u32, u32)] = match stage.engine() {
            Engine::Chromium => &[(1440, 900), (1024, 768), (390, 844)],
            Engine::Firefox | Engine::WebKit => &[(390, 844)],
        };
        look_at_every_page(stage, sizes);
    });
}

#[test]
fn longer_texts_find_room_in_what_opens() {
    journey(Estate::of(300), |stage| {
        host_longer_texts(stage);
        look_at_what_opens(stage, (1024, 768), longer);
        look_at_what_opens(stage, (390, 844), longer);
    });
}

/// 1280 × 1024 at 400 %, where a desk's window is hardly larger than a telephone's.
const AT_400_PERCENT: (u32, u32) = (320, 256);

#[test]
fn at_400_percent_every_page_is_read_without_scrolling_sideways() {
    journey(Estate::of(300), |stage| look_at_every_page(stage, &[AT_400_PERCENT]));
}

#[test]
fn at_400_percent_what_opens_is_read_as_well() {
    journey(Estate::of(300), |stage| look_at_what_opens(stage, AT_400_PERCENT, str::to_owned));
}

#[test]
fn texts_get_longer_and_what_the_app_fills_in_stays() {
    let file = "# Help\nsims = { $count ->\n    [one] { $count } SIM\n   *[other] All { $count } SIMs\n}, of { $name }\n";
    let expected = "# Help\nsims = { $count ->\n    [one] ⟦{ $count } SÌÍM⟧\n   *[other] ⟦ÀÁll { $count } SÌÍMs⟧\n}, òóf { $name }";
    assert_eq!(with_longer_texts(file), expected);
}
