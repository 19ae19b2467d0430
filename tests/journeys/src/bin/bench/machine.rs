//! What it was measured on.

use journeys::Person;
use serde_json::json;
use std::fs;
use std::thread;

/// Processor, memory, browser and day, in one line.
pub fn described(person: &Person) -> String {
    let cpus = thread::available_parallelism().map_or(1, usize::from);
    let model = line_of("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_owned());
    let memory =
        line_of("/proc/meminfo", "MemTotal").and_then(|it| it.split(' ').next()?.parse::<u64>().ok());
    let gibibytes = memory.unwrap_or_default() as f64 / 1024.0 / 1024.0;
    let browser = person.devtools("Browser.getVersion", &json!({}));
    let browser = browser["product"].as_str().unwrap_or("Chromium").replace('/', " ");
    let day = person.run("return new Date().toISOString().slice(0, 10)", &json!([]));
    let day = day.as_str().unwrap_or_default();
    format!("{cpus} × {model}, {gibibytes:.0} GiB; {browser}; {day}")
}

fn line_of(file: &str, key: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(key))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
