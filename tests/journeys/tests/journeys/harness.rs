//! The harness itself, on a page that needs neither dashboard nor sandbox: what it promises has to
//! hold in every engine, or no journey is worth its green.

use journeys::{COLLECTOR, Engine, Name, Query, Stage, visit};
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::{env, fs, thread};

/// The policy that the dashboard is served under.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      require-trusted-types-for 'script'; frame-ancestors 'none'";

fn on_the_page(play: impl FnOnce(&mut Stage)) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there are free ports");
    let origin = format!("http://{}", listener.local_addr().expect("it is bound"));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    visit(&origin, play);
}

fn answer(mut stream: TcpStream) {
    let mut lines =
        BufReader::new(stream.try_clone().expect("a socket can be shared")).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let (status, kind, body) = match request.split(' ').nth(1).unwrap_or_default() {
        "/collector.js" => ("200 OK", "text/javascript", COLLECTOR),
        "/page.js" => ("200 OK", "text/javascript", include_str!("harness/page.js")),
        "/page.css" => ("200 OK", "text/css", include_str!("harness/page.css")),
        "/" | "/other" => ("200 OK", "text/html", include_str!("harness/page.html")),
        _ => ("404 Not Found", "text/plain", ""),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\n\
         Content-Security-Policy: {POLICY}\r\nConnection: close\r\n\r\n{body}"
    )
    .ok();
}

#[test]
fn finds_by_role_and_name_and_waits() {
    on_the_page(|stage| {
        let ann = stage.person();
        ann.goto("/");
        assert_eq!(ann.title(), "A page to practise on");
        ann.find("heading", "SIMs").appears();
        ann.find_by(Query::role("heading").level(1)).appears();
        ann.find("button", "Add one").click();
        ann.find_all("status").shows("1 added");
        ann.find("button", Name::containing("later")).click();
        ann.find_all("status").shows("2 added");
        assert_eq!(ann.find("button", "Add one").name(), "Add one");
        assert!(!ann.find("button", "Remove").exists());
        ann.text("2 added").appears();
        ann.wait_until("the count is two", || ann.find_all("status").text() == "2 added");
    });
}

#[test]
fn works_a_grid_with_mouse_and_keys() {
    on_the_page(|stage| {
        let ann = stage.person();
        ann.goto("/");
        let grid = ann.find("grid", "List of SIMs");
        let row =
            |number: usize| grid.find_by(Query::role("row").named(Name::containing(format!("893{number}"))));
        let selected = grid.find_by(Query::role("row").selected(true));
        grid.find_all("row").amounts_to(6);
        row(1).click();
        row(3).click_with(&["Control"]);
        assert_eq!(selected.texts(), ["8931 Alpine", "8933 Alpine"]);
        row(2).click();
        row(2).has_focus();
        ann.press("Shift+ArrowDown");
        row(3).has_focus();
        assert_eq!(selected.texts(), ["8932 Northgate", "8933 Alpine"]);
        assert!(ann.focus().starts_with("row \"8933"), "{}", ann.focus());
        ann.press("Control+a");
        selected.amounts_to(5);
        row(0).right_click();
        selected.amounts_to(1);
        ann.find("menu", "Actions").find("menuitem", "Suspend").click();
        ann.find_all("status").shows("Suspend chosen");
        ann.find("menu", "Actions").disappears();
        row(1).drag_to(&ann.find("group", "Alpine"));
        ann.find_all("status").shows("dropped on Alpine");
        ann.find("region", "Long list").scroll_by(200);
        ann.find_all("status").shows("scrolled true");
        row(4).double_click();
        row(4).hover();
    });
}

#[test]
fn fills_in_a_form() {
    on_the_page(|stage| {
        let file = env::temp_dir().join(format!("harness-list-{}.csv", std::process::id()));
        fs::write(&file, "ICCID\n8930\n").unwrap();
        let ann = stage.person();
        ann.goto("/");
        let label = ann.find("textbox", "Label");
        label.type_into("Lift");
        label.type_into(" 7");
        ann.find_all("status").shows("label Lift 7");
        label.fill("Gate ü 8");
        ann.find_all("status").shows("label Gate ü 8");
        assert_eq!(label.value(), "Gate ü 8");
        label.fill("");
        assert_eq!(label.value(), "");
        ann.field("Password").fill("secret");
        assert_eq!(ann.field("Password").value(), "secret");
        assert!(!ann.tree().contains("secret"), "a password stands in a report");
        ann.find("combobox", "Status").choose("Suspended");
        ann.find_all("status").shows("status Suspended");
        ann.field("List").upload(&file);
        ann.find_all("status").shows("file harness-list");
        ann.press("Tab");
        assert!(!ann.focus().is_empty());
        fs::remove_file(file).unwrap();
    });
}

#[test]
fn a_modal_dialog_takes_the_rest_away() {
    on_the_page(|stage| {
        let ann = stage.person();
        ann.goto("/");
        ann.find("button", "Move…").click();
        let dialog = ann.find("dialog", "Move SIMs");
        dialog.appears();
        assert_eq!(ann.find("button", "Add one").count(), 1, "only the one in the dialog is in reach");
        assert!(ann.tree().contains("dialog \"Move SIMs\""), "{}", ann.tree());
        ann.press("Escape");
        dialog.disappears();
        ann.find("button", "Add one").appears();
    });
}

#[test]
fn goes_about_and_has_any_size() {
    on_the_page(|stage| {
        let ann = stage.person();
        ann.goto("/?status=active#top");
        assert_eq!(ann.address(), "/?status=active#top");
        ann.goto("/other");
        ann.back();
        ann.arrives_at("/?status=active#top");
        ann.forward();
        ann.arrives_at("/other");
        ann.reload();
        for (width, height) in [(1440, 900), (1024, 768)] {
            ann.resize(width, height);
        }
        if stage.engine() == Engine::Chromium {
            ann.resize(390, 844);
            ann.prefers("prefers-color-scheme", "dark");
            let dark = ann.run("return matchMedia('(prefers-color-scheme: dark)').matches", &json!([]));
            assert_eq!(dark, true);
        }
        let motion = ann.run("return matchMedia('(prefers-reduced-motion: reduce)').matches", &json!([]));
        assert_eq!(motion, stage.engine() != Engine::WebKit);
        let picture = env::temp_dir().join(format!("harness-picture-{}.png", std::process::id()));
        ann.screenshot(&picture);
        assert!(fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
        fs::remove_file(picture).unwrap();
        assert_eq!(ann.origins().into_iter().collect::<Vec<_>>(), [stage.origin()]);
    });
}

#[test]
fn two_people_have_nothing_in_common() {
    on_the_page(|stage| {
        let (ann, ben) = (stage.person(), stage.person_speaking("de"));
        ann.goto("/");
        ben.goto("/");
        let language = |person: &journeys::Person| person.run("return navigator.language", &json!([]));
        assert!(language(&ann).as_str().unwrap().starts_with("en"), "{}", language(&ann));
        if stage.engine() != Engine::WebKit {
            assert!(language(&ben).as_str().unwrap().starts_with("de"), "{}", language(&ben));
        }
        ann.run("localStorage.setItem('who', 'ann')", &json!([]));
        assert!(ben.run("return localStorage.getItem('who')", &json!([])).is_null());
        ann.find("button", "Add one").click();
        ann.find_all("status").shows("1 added");
        ben.find_all("status").shows("Nothing happened yet");
    });
}

#[test]
fn notices_what_goes_wrong_in_the_page() {
    on_the_page(|stage| {
        let ann = stage.person();
        ann.expects_trouble();
        ann.goto("/");
        assert_eq!(ann.trouble(), Vec::<String>::new());
        ann.find("button", "Break").click();
        ann.find("button", "Reject").click();
        ann.run(
            "const style = document.createElement('style'); style.textContent = 'p { color: red }'; \
             document.head.append(style); \
             console.error('said', 'so');",
            &json!([]),
        );
        for part in ["error: ", "broken on purpose", "policy: style-src", "console: said so", "nobody cared"]
        {
            let trouble = || ann.trouble().join("\n");
            ann.wait_until(&format!("{part} in {}", trouble()), || trouble().contains(part));
        }
    });
}

#[test]
fn axe_judges_the_page() {
    on_the_page(|stage| {
        let ann = stage.person();
        ann.goto("/");
        ann.is_accessible();
        ann.run("document.getElementById('add').setAttribute('aria-label', '')", &json!([]));
        ann.run("document.getElementById('add').textContent = ''", &json!([]));
        let violations = ann.axe();
        assert_eq!(violations.iter().map(|it| it.rule.as_str()).collect::<Vec<_>>(), ["button-name"]);
        assert!(violations[0].elements[0].contains("id=\"add\""));
    });
}
