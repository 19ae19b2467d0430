//! Keys by their names, and the strokes they make.

use serde_json::{Value, json};

/// The strokes of a combination such as `Control+Shift+ArrowDown`: modifiers go down, the last key goes
/// down and up, modifiers go up.
pub fn strokes(combination: &str) -> Vec<Value> {
    let keys: Vec<char> = parts(combination).into_iter().map(code).collect();
    let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key.to_string() }));
    let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key.to_string() }));
    down.chain(up).collect()
}

/// The strokes that type a text. A new line is the Enter key: WebKit's driver knows no key that types it.
pub fn typing(text: &str) -> Vec<Value> {
    let stroke = |kind: &str, char: char| json!({ "type": kind, "value": char.to_string() });
    let keys = text.chars().map(|char| if char == '\n' { code("Enter") } else { char });
    keys.flat_map(|char| [stroke("keyDown", char), stroke("keyUp", char)]).collect()
}

/// What WebDriver calls a key: itself if it types a character, else a code point of its own.
pub fn code(name: &str) -> char {
    match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Insert" => '\u{e016}',
        "Delete" => '\u{e017}',
        "Meta" => '\u{e03d}',
        // The Menu key has no code; browsers open the context menu on Shift+F10 as well.
        "F1" => '\u{e031}',
        "F2" => '\u{e032}',
        "F3" => '\u{e033}',
        "F4" => '\u{e034}',
        "F5" => '\u{e035}',
        "F6" => '\u{e036}',
        "F7" => '\u{e037}',
        "F8" => '\u{e038}',
        "F9" => '\u{e039}',
        "F10" => '\u{e03a}',
        "F11" => '\u{e03b}',
        "F12" => '\u{e03c}',
        _ => {
            let mut chars = name.chars();
            match (chars.next(), chars.next()) {
                (Some(char), None) => char,
                _ => panic!("there is no key {name:?}"),
            }
        }
    }
}

/// `Control++` is Control and the plus.
fn parts(combination: &str) -> Vec<&str> {
    match combination.strip_suffix("++") {
        Some(modifiers) => modifiers.split('+').chain(["+"]).collect(),
        None if combination == "+" => vec!["+"],
        None => combination.split('+').collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{parts, strokes};

    #[test]
    fn takes_combinations_apart() {
        assert_eq!(parts("Control+Shift+ArrowDown"), ["Control", "Shift", "ArrowDown"]);
        assert_eq!(parts("Control++"), ["Control", "+"]);
        assert_eq!(parts("+"), ["+"]);
        assert_eq!(parts("a"), ["a"]);
    }

    #[test]
    fn modifiers_are_down_while_the_key_is_pressed() {
        let kinds: Vec<String> = strokes("Control+a").iter().map(|it| it["type"].to_string()).collect();
        assert_eq!(kinds, ["\"keyDown\"", "\"keyDown\"", "\"keyUp\"", "\"keyUp\""]);
    }
}
