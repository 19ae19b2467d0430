//! What Trunk leaves to do.
//!
//! * Its inline start script becomes a file, so that the policy can be a static
//!   `script-src 'self' 'wasm-unsafe-eval'`, the same for every release and every host.
//! * The style sheets become one file: one request before the first paint instead of twenty.
//! * Addresses are relative to the page's base address, so that a host that serves the bundle below a path changes
//!   that alone.
//! * Names carry a digest of what the files hold *now*. Trunk hashes the compiler's output, before
//!   wasm-bindgen and wasm-opt, and a cache that was told `immutable` would keep an old file.

use super::digest::{integrity, short};
use anyhow::{Context, Result, bail};
use regex_lite::{Captures, Regex};
use std::fs;
use std::path::Path;

pub fn finish(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let mut html = fs::read_to_string(&index).context("Trunk wrote no index.html")?;
    html = without_comments(&html);
    html = join_styles(folder, &html)?;
    html = name_by_content(folder, &html)?;
    html = move_start_script(folder, &html)?;
    html = relative_to_base(&html)?;
    refuse_inline(&html)?;
    fs::write(&index, without_blank_lines(&html))?;
    Ok(())
}

fn without_comments(html: &str) -> String {
    pattern(r"(?s)<!--.*?-->").replace_all(html, "").into_owned()
}

fn without_blank_lines(html: &str) -> String {
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// The address that everything in the bundle stands below.
fn base(html: &str) -> Result<String> {
    let found = pattern(r#"<base href="([^"]*)""#).captures(html);
    Ok(found.context("index.html has no <base data-trunk-public-url />")?[1].to_owned())
}

fn join_styles(folder: &Path, html: &str) -> Result<String> {
    let base = base(html)?;
    let link = pattern(r#"<link rel="stylesheet" href="([^"]*)" integrity="[^"]*"\s*/?>"#);
    let mut joined = String::new();
    for found in link.captures_iter(html) {
        let name = found[1].strip_prefix(&base).unwrap_or(&found[1]);
        let file = folder.join(name);
        joined += &compact(&fs::read_to_string(&file).with_context(|| format!("no style sheet {name}"))?);
        fs::remove_file(&file)?;
    }
    let name = format!("style-{}.css", short(joined.as_bytes()));
    fs::write(folder.join(&name), &joined)?;
    let one = format!(
        r#"<link rel="stylesheet" href="{base}{name}" integrity="{}">"#,
        integrity(joined.as_bytes())
    );
    let mut first = Some(one);
    Ok(link.replace_all(html, |_: &Captures<'_>| first.take().unwrap_or_default()).into_owned())
}

/// CSS without comments and with white space as narrow as it can be without knowing more about CSS.
fn compact(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut quote = None;
    while let Some(char) = rest.next() {
        if quote.is_some() {
            out.push(char);
            match char {
                '\\' => out.extend(rest.next()),
                _ if quote == Some(char) => quote = None,
                _ => {}
            }
        } else if char == '/' && rest.peek() == Some(&'*') {
            rest.next();
            let mut last = ' ';
            for inside in rest.by_ref() {
                if last == '*' && inside == '/' {
                    break;
                }
                last = inside;
            }
            narrow(&mut out);
        } else if char.is_ascii_whitespace() {
            narrow(&mut out);
        } else {
            if matches!(char, '"' | '\'') {
                quote = Some(char);
            }
            if matches!(char, '{' | '}' | ';') && out.ends_with(' ') {
                out.pop();
            }
            out.push(char);
        }
    }
    out
}

/// One space, and none where a rule or a declaration has just begun or ended.
fn narrow(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';']) {
        out.push(' ');
    }
}

fn name_by_content(folder: &Path, html: &str) -> Result<String> {
    let named = pattern(r"^(.+)-[0-9a-f]{12,16}((?:_bg)?\.(?:js|wasm))$");
    let mut html = html.to_owned();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let old = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(parts) = named.captures(&old) {
            let new = format!("{}-{}{}", &parts[1], short(&fs::read(&file)?), &parts[2]);
            fs::rename(&file, folder.join(&new))?;
            html = html.replace(&old, &new);
            html = with_integrity(&html, &new, &fs::read(folder.join(&new))?);
        }
    }
    Ok(html)
}

/// Has the browser expect what the file holds now.
fn with_integrity(html: &str, name: &str, bytes: &[u8]) -> String {
    let tag = pattern(&format!(r#"<[^>]*[/"]{}"[^>]*>"#, regex_lite::escape(name)));
    let value = pattern(r#"integrity="[^"]*""#);
    let expected = format!(r#"integrity="{}""#, integrity(bytes));
    tag.replace_all(html, |found: &Captures<'_>| value.replace(&found[0], expected.as_str()).into_owned())
        .into_owned()
}

fn move_start_script(folder: &Path, html: &str) -> Result<String> {
    let base = base(html)?;
    let inline = pattern(r#"(?s)<script type="module">(.*?)</script>"#);
    let Some(found) = inline.captures(html) else { bail!("Trunk wrote no start script") };
    // A module is looked for beside this one, and the code that it starts from the page's base address on.
    let script = without_blank_lines(&found[1]).replace(&format!("'{base}"), "'./");
    let name = format!("start-{}.js", short(script.as_bytes()));
    fs::write(folder.join(&name), &script)?;
    let tag = format!(
        r#"<script type="module" src="{base}{name}" integrity="{}" crossorigin="anonymous"></script>"#,
        integrity(script.as_bytes())
    );
    Ok(html.replace(&found[0], &tag))
}

fn relative_to_base(html: &str) -> Result<String> {
    let base = base(html)?;
    let address = pattern(r#"<(link|script)([^>]*?) (href|src)="([^"]*)""#);
    let relative = |found: &Captures<'_>| {
        let name = found[4].strip_prefix(&base).unwrap_or(&found[4]);
        format!(r#"<{}{} {}="{name}""#, &found[1], &found[2], &found[3])
    };
    Ok(address.replace_all(html, relative).into_owned())
}

/// Nothing may be left that the policy would block.
fn refuse_inline(html: &str) -> Result<()> {
    let script = pattern(r"<script([^>]*)>");
    let inline_script = script.captures_iter(html).any(|found| !found[1].contains(" src="));
    if inline_script || html.contains("<style") || pattern(r"\sstyle=|\son[a-z]+=").is_match(html) {
        bail!("index.html has an inline script or style, which the Content-Security-Policy would block.");
    }
    Ok(())
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is written here")
}

#[cfg(test)]
mod tests {
    use super::{compact, finish};
    use std::fs;

    const FROM_TRUNK: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <base href="/sub/" />
    <!-- a note -->
    <link rel="stylesheet" href="/sub/tokens-1111111111111111.css" integrity="sha384-a"/>
    <link rel="stylesheet" href="/sub/base-2222222222222222.css" integrity="sha384-b"/>
<script type="module">
import init from '/sub/dashboard-3333333333333333.js';
const wasm = await init({ module_or_path: '/sub/dashboard-3333333333333333_bg.wasm' });
</script>
  <link rel="modulepreload" href="/sub/dashboard-3333333333333333.js" integrity="sha384-c"></head>
  <body></body>
</html>
"#;

    #[test]
    fn finishes_what_trunk_writes() {
        let folder = std::env::temp_dir().join(format!("finish-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in [
            ("index.html", FROM_TRUNK),
            ("tokens-1111111111111111.css", "@layer a, b;\n/* one */\na { color: red; }\n"),
            ("base-2222222222222222.css", "b   >  c { margin: 0 }\n"),
            ("dashboard-3333333333333333.js", "glue"),
            ("dashboard-3333333333333333_bg.wasm", "code"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        finish(&folder).unwrap();
        let html = fs::read_to_string(folder.join("index.html")).unwrap();
        let mut names: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        let style = fs::read_to_string(folder.join(&names[4])).unwrap();
        let start = fs::read_to_string(folder.join(&names[3])).unwrap();
        fs::remove_dir_all(&folder).unwrap();

        assert_eq!(names.len(), 5, "{names:?}");
        assert_eq!(style, "@layer a, b;a{color: red;}b > c{margin: 0}");
        assert!(html.contains(&format!(r#"<link rel="stylesheet" href="{}" integrity="sha384-"#, names[4])));
        assert_eq!(html.matches("stylesheet").count(), 1);
        assert!(html.contains(&format!(r#"<script type="module" src="{}" integrity="#, names[3])));
        assert!(!html.contains("a note") && !html.contains("await init"));
        for name in &names[0..2] {
            assert!(start.contains(&format!("'./{name}'")), "{name} in {start}");
        }
        let glue = names.iter().find(|name| name.starts_with("dashboard-") && name.ends_with(".js")).unwrap();
        assert!(html.contains(&format!(r#"rel="modulepreload" href="{glue}""#)));
        assert!(!html.contains("3333333333333333"));
        assert_eq!(html.matches("/sub/").count(), 1, "only the base address names the path: {html}");
    }

    #[test]
    fn leaves_strings_in_css_alone() {
        assert_eq!(
            compact("a::after { content: \"/*  x; */ \\\"\" }"),
            "a::after{content: \"/*  x; */ \\\"\"}"
        );
        assert_eq!(compact("a  :is(b,\n c) /* d */ {}"), "a :is(b, c){}");
        assert_eq!(compact("margin: 0 -1px"), "margin: 0 -1px");
    }
}
