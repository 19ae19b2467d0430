//! What a hand does with a mouse or on a touch screen, as WebDriver's actions. Places are points in the
//! window, which every engine understands alike; for elements such as table rows they differ.

use crate::keys;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};

/// Across and down, in CSS pixels.
pub type Point = (i64, i64);

pub const LEFT: u8 = 0;
pub const RIGHT: u8 = 2;

/// Presses a button at a point, some times, with some keys held down.
pub fn click(at: Point, button: u8, times: usize, held: &[&str]) -> Value {
    let down = json!({ "type": "pointerDown", "button": button });
    let up = json!({ "type": "pointerUp", "button": button });
    let mut pointer = vec![to(at, 0)];
    for _ in 0..times {
        pointer.extend([down.clone(), up.clone()]);
    }
    holding(held, pointer)
}

/// Moves the pointer to a point.
pub fn hover(at: Point) -> Value {
    holding(&[], vec![to(at, 0)])
}

/// Takes what is at a point and lets go of it at another, with some steps on the way: a press becomes
/// a drag only by moving.
pub fn drag(from: Point, until: Point) -> Value {
    let pointer = vec![
        to(from, 0),
        json!({ "type": "pointerDown", "button": LEFT }),
        to((from.0 + 8, from.1 + 8), 40),
        to((until.0 - 1, until.1 - 1), 120),
        to(until, 40),
        json!({ "type": "pointerUp", "button": LEFT }),
    ];
    holding(&[], pointer)
}

/// A finger that stays: how long is part of the gesture, not a wait for the page. Longer than it takes, as what measures
/// it may be late on a slow machine.
pub fn long_press(at: Point) -> Value {
    touch(at, 2_500)
}

pub fn tap(at: Point) -> Value {
    touch(at, 40)
}

fn touch(at: Point, milliseconds: u32) -> Value {
    finger(vec![
        to(at, 0),
        json!({ "type": "pointerDown", "button": LEFT }),
        json!({ "type": "pause", "duration": milliseconds }),
        json!({ "type": "pointerUp", "button": LEFT }),
    ])
}

fn finger(actions: Vec<Value>) -> Value {
    json!({ "actions": [{
        "type": "pointer",
        "id": "finger",
        "parameters": { "pointerType": "touch" },
        "actions": actions,
    }] })
}

/// A finger that takes what is at a point along to another one, and rests there before it goes: nothing rolls on.
pub fn swipe(from: Point, until: Point) -> Value {
    finger(vec![
        to(from, 0),
        json!({ "type": "pointerDown", "button": LEFT }),
        to(until, 300),
        json!({ "type": "pause", "duration": 200 }),
        json!({ "type": "pointerUp", "button": LEFT }),
    ])
}

/// Turns a wheel at a point; down is positive. A new wheel each time: WebKit's driver turns a known one by what is more than
/// the last time.
pub fn wheel(at: Point, down: i32) -> Value {
    static WHEELS: AtomicU32 = AtomicU32::new(0);
    json!({ "actions": [{
        "type": "wheel",
        "id": format!("wheel {}", WHEELS.fetch_add(1, Ordering::Relaxed)),
        "actions": [{ "type": "scroll", "origin": "viewport", "x": at.0, "y": at.1, "deltaX": 0, "deltaY": down }],
    }] })
}

/// Strokes of the keyboard alone.
pub fn keyboard(strokes: Vec<Value>) -> Value {
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] })
}

fn to(at: Point, milliseconds: u32) -> Value {
    json!({ "type": "pointerMove", "origin": "viewport", "x": at.0, "y": at.1, "duration": milliseconds })
}

/// Both devices' actions happen in step, so each waits while the other one acts.
fn holding(held: &[&str], pointer: Vec<Value>) -> Value {
    let key = |kind: &str, name: &&str| json!({ "type": kind, "value": keys::code(name).to_string() });
    let pause = || json!({ "type": "pause" });
    let mut keyboard: Vec<Value> = held.iter().map(|name| key("keyDown", name)).collect();
    keyboard.extend(pointer.iter().map(|_| pause()));
    keyboard.extend(held.iter().rev().map(|name| key("keyUp", name)));
    let waiting: Vec<Value> = held.iter().map(|_| pause()).collect();
    let pointer: Vec<Value> = waiting.into_iter().chain(pointer).collect();
    json!({ "actions": [
        { "type": "key", "id": "keyboard", "actions": keyboard },
        { "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": pointer },
    ] })
}

#[cfg(test)]
mod tests {
    use super::{LEFT, click};

    #[test]
    fn the_click_comes_while_the_key_is_down() {
        let actions = click((3, 4), LEFT, 1, &["Shift"]);
        let types = |device: usize| -> Vec<&str> {
            actions["actions"][device]["actions"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|it| it["type"].as_str())
                .collect()
        };
        assert_eq!(types(0), ["keyDown", "pause", "pause", "pause", "keyUp"]);
        assert_eq!(types(1), ["pause", "pointerMove", "pointerDown", "pointerUp"]);
    }
}
