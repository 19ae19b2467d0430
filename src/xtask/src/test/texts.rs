//! No text in the code, no text missing, none left over.
//!
//! A text is used where its key stands in a call `t!("key")`, with or without arguments after it. The
//! macro takes nothing but a literal, so no use can hide.

use crate::layout;
use anyhow::{Context, Result, bail};
use regex_lite::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const USE: &str = r#"\bt!\(\s*"([^"]*)""#;
/// A message or a term begins at the start of its line.
const MESSAGE: &str = r"(?m)^(-?[A-Za-z][A-Za-z0-9_-]*)\s*=";
/// One message may be made of others: `{ -brand }`, `{ unit-day }`.
const REFERENCE: &str = r"\{\s*(-?[a-z][a-z0-9-]*)(?:\s*\}|\.|\()";
/// Each would let something past the Content-Security-Policy or past the translators.
const BANNED: [&str; 3] = ["style=\"", "inner_html", "<style"];

pub fn check() -> Result<()> {
    let locales = layout::root().join("public/locales");
    let (english, german) = (read_all(&locales.join("en"), "ftl")?, read_all(&locales.join("de"), "ftl")?);
    let code = read_all(&layout::root().join("src/dashboard/src"), "rs")?;
    let found = problems(&english, &german, &code);
    if !found.is_empty() {
        bail!("{}", found.join("\n"));
    }
    println!("{} texts, in English and German", keys(&english).len());
    Ok(())
}

struct File {
    name: String,
    text: String,
}

fn read_all(folder: &Path, kind: &str) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path: PathBuf = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == kind) {
                let name = path.strip_prefix(layout::root()).unwrap_or(&path).display().to_string();
                files.push(File { name, text: without_comments(&fs::read_to_string(&path)?) });
            }
        }
    }
    Ok(files)
}

/// What a comment gives as an example is no use. The lines stay, so that they keep their numbers.
fn without_comments(text: &str) -> String {
    let lines = text.lines().map(|line| if is_comment(line) { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//") || line.starts_with('#') && !line.starts_with("#[")
}

fn problems(english: &[File], german: &[File], code: &[File]) -> Vec<String> {
    let mut found = Vec::new();
    for (language, files) in [("English", english), ("German", german)] {
        found.extend(twice(files).into_iter().map(|key| format!("{key} stands twice in {language}")));
    }
    let (in_english, in_german) = (keys(english), keys(german));
    found.extend(in_english.difference(&in_german).map(|key| format!("{key} has no German text")));
    found.extend(in_german.difference(&in_english).map(|key| format!("{key} has no English text")));

    let used = all(USE, code);
    let referred = all(REFERENCE, english);
    found.extend(used.difference(&in_english).map(|key| format!("{key} is used and has no text")));
    let unused = in_english.iter().filter(|key| !used.contains(*key) && !referred.contains(*key));
    found.extend(unused.map(|key| format!("{key} is a text that nothing uses")));

    for file in code {
        for (number, line) in file.text.lines().enumerate() {
            for banned in BANNED.iter().filter(|banned| line.contains(**banned)) {
                found.push(format!("{}:{}: {banned} is not allowed here", file.name, number + 1));
            }
        }
    }
    found
}

fn keys(files: &[File]) -> BTreeSet<String> {
    all(MESSAGE, files)
}

fn all(pattern: &str, files: &[File]) -> BTreeSet<String> {
    let pattern = Regex::new(pattern).expect("the pattern is written here");
    files.iter().flat_map(|file| pattern.captures_iter(&file.text)).map(|found| found[1].to_owned()).collect()
}

fn twice(files: &[File]) -> BTreeSet<String> {
    let pattern = Regex::new(MESSAGE).expect("the pattern is written here");
    let mut seen = BTreeSet::new();
    let all =
        files.iter().flat_map(|file| pattern.captures_iter(&file.text)).map(|found| found[1].to_owned());
    all.filter(|key| !seen.insert(key.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::{File, problems};

    fn file(text: &str) -> Vec<File> {
        vec![File { name: "a.rs".to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn nothing_to_complain_about() {
        let english = "-brand = Simgrove\nhello = Hello from { -brand }\n    in two lines = yes\n";
        let code = r#"view! { {t!("hello", name = who)} }"#;
        assert_eq!(problems(&file(english), &file(english), &file(code)), Vec::<String>::new());
    }

    #[test]
    fn every_kind_of_gap_is_named() {
        let english = "a = A\nb = B\na = A again\n";
        let german = "a = A\nc = C\n";
        let code = "t!(\"a\")\nt!(\n\"d\", n = 1)\n<p style=\"x\">";
        let found = problems(&file(english), &file(german), &file(code));
        assert_eq!(
            found,
            [
                "a stands twice in English",
                "b has no German text",
                "c has no English text",
                "d is used and has no text",
                "b is a text that nothing uses",
                "a.rs:4: style=\" is not allowed here",
            ]
        );
    }
}
