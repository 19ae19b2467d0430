//! How much memory a page takes, as Linux counts it.

use std::collections::BTreeMap;
use std::fs;

/// The memory of the largest process that draws pages, among those that a driver has started. There are spare ones beside
/// it, in which no page is yet.
pub fn largest_renderer(driver: u32) -> u64 {
    let children = children();
    let (mut found, mut next) = (0, vec![driver]);
    while let Some(process) = next.pop() {
        next.extend(children.get(&process).into_iter().flatten());
        let command = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&command).contains("--type=renderer") {
            found = found.max(proportional(process));
        }
    }
    found
}

/// Every process by its parent.
fn children() -> BTreeMap<u32, Vec<u32>> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(process) = entry.file_name().to_string_lossy().parse() else { continue };
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // The name before it is in brackets and may contain anything.
        let parent = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse().ok());
        if let Some(parent) = parent {
            children.entry(parent).or_default().push(process);
        }
    }
    children
}

/// Its own memory, and its share of what it has in common with others.
fn proportional(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() * 1024
}
