use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::time::Instant;

const ID: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

fn page(markdown: &str) -> SupportPage {
    read(markdown, |id| id.to_string() == ID)
}

#[track_caller]
fn check(markdown: &str, blocks: &Value) {
    assert_eq!(serde_json::to_value(page(markdown).blocks).unwrap(), *blocks, "{markdown}");
}

#[test]
fn what_people_write() {
    check(
        "# Help\n\nCall **us** or *write*,\n`now`.  \nThanks",
        &json!([
            {"heading": {"level": 1, "text": [{"text": "Help"}]}},
            {"paragraph": [
                {"text": "Call "}, {"strong": [{"text": "us"}]}, {"text": " or "}, {"emphasis": [{"text": "write"}]},
                {"text": ", "}, {"code": "now"}, {"text": "."}, "break", {"text": "Thanks"},
            ]},
        ]),
    );
    check(
        "3. one\n4. two\n   - *a* b\n   - c\n\n---\n\n> said\n\n```sh\nrm <b>\n```\n",
        &json!([
            {"list": {"from": 3, "items": [
                [{"paragraph": [{"text": "one"}]}],
                [{"paragraph": [{"text": "two"}]}, {"list": {"from": null, "items": [
                    [{"paragraph": [{"emphasis": [{"text": "a"}]}, {"text": " b"}]}],
                    [{"paragraph": [{"text": "c"}]}],
                ]}}],
            ]}},
            "line",
            {"quote": [{"paragraph": [{"text": "said"}]}]},
            {"code": "rm <b>\n"},
        ]),
    );
    check(
        "| a | b |\n|---|---|\n| **1** | |\n",
        &json!([{"table": {
            "head": [[{"text": "a"}], [{"text": "b"}]], "rows": [[[{"strong": [{"text": "1"}]}], []]],
        }}]),
    );
}

#[test]
fn html_is_text() {
    check(
        "<script>\nalert(1)\n</script>\n\nA <b onclick=\"x\">b</b> &lt;i&gt;",
        &json!([
            {"paragraph": [{"text": "<script>"}, "break", {"text": "alert(1)"}, "break", {"text": "</script>"}]},
            {"paragraph": [{"text": "A <b onclick=\"x\">b</b> <i>"}]},
        ]),
    );
}

#[test]
fn links_lead_where_they_may_and_pictures_are_the_accounts() {
    let link = |href: &str| json!([{"paragraph": [{"link": {"href": href, "text": [{"text": "x"}]}}]}]);
    for (url, href) in [
        ("https://help.example/a?b#c", "https://help.example/a?b#c"),
        ("HTTP://help.example", "http://help.example"),
        ("mailto:help@a.example", "mailto:help@a.example"),
        ("tel:+49431123", "tel:+49431123"),
    ] {
        check(&format!("[x]({url})"), &link(href));
    }
    let email = json!([{"paragraph": [{"link": {"href": "mailto:help@a.example", "text": [{"text": "help@a.example"}]}}]}]);
    check("<help@a.example>", &email);
    for url in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "/sims",
        "x",
        "//evil.example",
        "https:evil",
        "https://a@evil.example",
        "blob:https://a.example/x",
        "file:///etc/passwd",
        "javascript&colon;alert(1)",
        "<tel:1 2>",
        "<java\u{1}script:alert(1)>",
    ] {
        check(&format!("[x]({url})"), &json!([{"paragraph": [{"text": "x"}]}]));
    }
    let image = json!([{"paragraph": [{"image": {"id": ID, "alt": "Our team"}}]}]);
    check(&format!("![Our *team*](image:{ID})"), &image);
    for url in
        [format!("image:{}", "b".repeat(64)), format!("https://evil.example/{ID}"), "image:x".to_owned()]
    {
        check(&format!("![Our *te`am`*]({url})"), &json!([{"paragraph": [{"text": "Our team"}]}]));
    }
}

fn depth_of_pieces(pieces: &[Piece]) -> usize {
    let depth = |piece: &Piece| match piece {
        Piece::Strong(pieces) | Piece::Emphasis(pieces) | Piece::Link { text: pieces, .. } => {
            depth_of_pieces(pieces)
        }
        Piece::Text(_) | Piece::Code(_) | Piece::Image { .. } | Piece::Break => 0,
    };
    pieces.iter().map(|piece| 1 + depth(piece)).max().unwrap_or(0)
}

fn depth(blocks: &[Block]) -> usize {
    let depth_of = |block: &Block| match block {
        Block::Heading { text, .. } => depth_of_pieces(text),
        Block::Paragraph(text) => depth_of_pieces(text),
        Block::List { items, .. } => items.iter().map(|blocks| depth(blocks)).max().unwrap_or(0),
        Block::Quote(blocks) => depth(blocks),
        Block::Table { head, rows } => {
            rows.iter().flatten().chain(head).map(|cell| depth_of_pieces(cell)).max().unwrap_or(0)
        }
        Block::Code(_) | Block::Line => 0,
    };
    blocks.iter().map(|block| 1 + depth_of(block)).max().unwrap_or(0)
}

#[test]
fn what_is_too_deep_is_left_out() {
    let quoted = |levels: usize| depth(&page(&format!("{}x", "> ".repeat(levels))).blocks);
    assert_eq!((quoted(3), quoted(10), quoted(11)), (5, 12, 11));
    let lists: String = (0..20).map(|level| format!("{}- {level}\n", "  ".repeat(level))).collect();
    assert_eq!(depth(&page(&format!("{lists}\nend")).blocks), DEPTH);
    // What comes after it is there again.
    let after = page(&format!("{}x\n\nend", "> ".repeat(40)));
    assert_eq!(after.blocks.last(), Some(&Block::Paragraph(vec![Piece::Text("end".to_owned())])));
}

#[test]
fn hostile_pages_are_read_in_no_time() {
    let begin = Instant::now();
    let columns = "|".repeat(16_000);
    for hostile in [
        "> ".repeat(20_000),
        "- ".repeat(20_000),
        "*a ".repeat(15_000),
        "[".repeat(40_000),
        "![".repeat(20_000),
        "<!".repeat(20_000),
        "`".repeat(40_000) + "a",
        format!("{columns}\n{}\n{}", "|-".repeat(8_000), "|\n".repeat(7_000)),
        "a|b\n-|-\n".to_owned() + &"|\n".repeat(20_000),
        "[a]: b\n".repeat(6_000) + &"[a]".repeat(100),
        "\\\n".repeat(20_000),
    ] {
        drop(page(&hostile));
    }
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}

/// All addresses of a page, wherever they stand.
fn hrefs(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(href)) = fields.get("href") {
                found.push(href.clone());
            }
            fields.values().for_each(|field| hrefs(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| hrefs(item, found)),
        _ => {}
    }
}

proptest! {
    #[test]
    fn whatever_is_written_can_be_shown(
        parts in prop::collection::vec(
            prop_oneof![
                Just("> ".to_owned()), Just("- ".to_owned()), Just("1. ".to_owned()), Just("\n".to_owned()),
                Just("\n\n".to_owned()), Just("    ".to_owned()), Just("**".to_owned()), Just("*".to_owned()),
                Just("`".to_owned()), Just("```\n".to_owned()), Just("[".to_owned()), Just("](".to_owned()),
                Just(")".to_owned()), Just("![".to_owned()), Just("](https://a.example)".to_owned()),
                Just("](javascript:x)".to_owned()), Just(format!("](image:{ID})")), Just("<b>".to_owned()),
                Just("<script>\n".to_owned()), Just("|".to_owned()), Just("|-|-|\n".to_owned()), Just("# ".to_owned()),
                Just("<a@b.example>".to_owned()), Just("<javascript:x>".to_owned()), any::<String>(),
            ],
            0..80,
        ),
    ) {
        let page = page(&parts.concat());
        prop_assert!(depth(&page.blocks) <= DEPTH);
        let mut found = Vec::new();
        hrefs(&serde_json::to_value(&page).unwrap(), &mut found);
        for href in found {
            let allowed = ["https://", "http://", "mailto:", "tel:"];
            prop_assert!(allowed.iter().any(|scheme| href.starts_with(scheme)), "{}", href);
        }
    }
}
