//! Pictures: what is taken, what is refused, and how they are sent.

use crate::sandbox::*;
use domain::branding::{IMAGE_BYTES, MOST_IMAGES};
use serde_json::{Value, json};

pub const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z" fill="#7a1fa2"/></svg>"##;

/// A PNG that is as large as it says, and nothing else.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

fn path(account: u32) -> String {
    format!("/accounts/{account}/images")
}

/// Uploads a picture; gives its id.
#[track_caller]
pub fn add(person: &Person, account: u32, bytes: &[u8]) -> String {
    person.upload(&path(account), bytes).expect(201)["id"].as_str().unwrap().to_owned()
}

#[track_caller]
fn refused(answer: Answer, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": "", "code": code}]));
}

#[test]
fn a_picture_is_told_by_its_bytes_and_seen_by_everybody() {
    let sandbox = Sandbox::new(10);
    let (alpine, nobody) = (sandbox.sign_in(ALPINE_ADMIN), sandbox.nobody());
    let image = alpine.upload(&path(ALPINE), &png(120, 40)).expect(201);
    assert_eq!(
        (&image["media_type"], &image["width"], &image["height"]),
        (&json!("image/png"), &json!(120), &json!(40))
    );
    assert_eq!(alpine.upload(&path(ALPINE), &png(120, 40)).expect(201), image);
    let svg = alpine.upload(&path(ALPINE), SVG.as_bytes()).expect(201);
    assert_eq!(
        (&svg["media_type"], &svg["width"], &svg["height"]),
        (&json!("image/svg+xml"), &Value::Null, &Value::Null)
    );

    let seen = nobody.get(&format!("/images/{}", svg["id"].as_str().unwrap()));
    for (name, value) in [
        ("content-type", "image/svg+xml"),
        ("cache-control", "public, max-age=31536000, immutable"),
        ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "cross-origin"),
    ] {
        assert_eq!(seen.header(name), value, "{name}");
    }
    assert_eq!((seen.status, seen.text.as_str()), (200, SVG));
    for unknown in ["0".repeat(64), "x".to_owned(), "..%2F..%2Festate.sqlite".to_owned()] {
        let answer = nobody.get(&format!("/images/{unknown}"));
        assert_eq!(answer.header("cache-control"), "no-store");
        answer.problem(404, "not_found");
    }
    // Everything else is kept by nobody, and protected as before.
    let other = nobody.get("/health");
    assert_eq!(other.header("cache-control"), "no-store");
    assert!(other.header("content-security-policy").contains("script-src 'self'"));
}

#[test]
fn what_is_no_picture_or_more_than_one_is_refused() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let upload = |bytes: &[u8]| alpine.upload(&path(ALPINE), bytes);
    for bytes in [
        b"".as_slice(),
        b"hello",
        b"%PDF-1.7",
        b"<html></html>",
        b"\x89PNG\r\n\x1a\n",
        &png(4_097, 1),
        &png(0, 1),
    ] {
        refused(upload(bytes), "bad_image");
    }
    for hostile in [
        "<script>alert(1)</script>",
        "<path onload='alert(1)'/>",
        "<image href='https://evil.example/pixel.png'/>",
        "<foreignObject/>",
        "<a href='https://evil.example'/>",
        "<style>@import 'https://evil.example';</style>",
        "<animate attributeName='href' to='javascript:alert(1)'/>",
    ] {
        let svg = SVG.replace("<path", &format!("{hostile}<path"));
        refused(upload(svg.as_bytes()), "unsafe_image");
    }
    let entities = format!("<!DOCTYPE svg [<!ENTITY a \"a\">]>{SVG}");
    refused(upload(entities.as_bytes()), "unsafe_image");
    let padded = |length: usize| [SVG.as_bytes(), &vec![b' '; length - SVG.len()]].concat();
    upload(&padded(IMAGE_BYTES)).expect(201);
    upload(&padded(IMAGE_BYTES + 1)).problem(413, "too_large");
}

#[test]
fn an_account_has_so_many_pictures_and_those_not_shown_make_room() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let logo = add(&alpine, ALPINE, &png(1, 1));
    alpine.replace(&format!("/accounts/{ALPINE}/branding"), &json!({"logo": logo})).expect(200);
    for width in 2..=u32::try_from(MOST_IMAGES).unwrap() {
        add(&alpine, ALPINE, &png(width, 1));
    }
    refused(alpine.upload(&path(ALPINE), &png(999, 1)), "too_many");
    // What is there already takes no room, and another account has its own.
    add(&alpine, ALPINE, &png(2, 1));
    add(&alpine, DEPOT, &png(999, 1));
    sandbox.database().execute("UPDATE images SET uploaded_at = 1", []).unwrap();
    add(&alpine, ALPINE, &png(999, 1));
    let left: u32 = sandbox
        .database()
        .query_row("SELECT count(*) FROM images WHERE account_id = ?1", [ALPINE], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 2);
    assert_eq!(sandbox.nobody().open("GET", &format!("/images/{logo}"), &[], None).status(), 200);
}

#[test]
fn only_admins_give_pictures_to_accounts_that_they_see() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    add(&alpine, DEPOT, SVG.as_bytes());
    for account in [BRIGHTWATER, LAKESIDE, 9_999] {
        alpine.upload(&path(account), SVG.as_bytes()).problem(404, "not_found");
    }
    for email in [USER, VIEWER] {
        sandbox.sign_in(email).upload(&path(NORTHGATE), SVG.as_bytes()).problem(403, "forbidden");
    }
}
