//! What stands on the keys.

use super::t;

/// A key by its name in events and in `aria-keyshortcuts`.
pub fn key(name: &str) -> String {
    match name {
        "Control" => t!("key-control"),
        "Alt" => t!("key-alt"),
        "Shift" => t!("key-shift"),
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "PageUp" => t!("key-page-up"),
        "PageDown" => t!("key-page-down"),
        "Home" => t!("key-home"),
        "End" => t!("key-end"),
        " " => t!("key-space"),
        "Enter" => t!("key-enter"),
        "Escape" => t!("key-escape"),
        "ContextMenu" => t!("key-menu"),
        other => other.to_uppercase(),
    }
}
