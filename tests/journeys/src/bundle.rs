//! The bundle as it is shipped, with one script more.

use std::fs;
use std::path::Path;

/// Notes errors, rejections, violated policies and console errors from before the first line of the
/// dashboard. It is a file of the bundle like any other, so the page's policy stays as it is.
pub const COLLECTOR: &str = include_str!("page/collector.js");
/// Makes the database of the browser slow: see [`crate::Stage::slip_in`].
pub const SLOW_DATABASE: &str = include_str!("page/slow_database.js");
const NAME: &str = "journey-collector.js";

/// What a host that serves the bundle below a path changes in `index.html`.
const AT_THE_ROOT: &str = "<base href=\"/\" />";

/// Copies the bundle, by links where that is possible, to be served below a path.
pub fn copy_with_collector(bundle: &Path, to: &Path, path: &str) {
    copy(bundle, to);
    let index = bundle.join("index.html");
    let html = fs::read_to_string(&index)
        .unwrap_or_else(|error| panic!("there is no bundle: {}: {error}", index.display()));
    let html = html.replace(AT_THE_ROOT, &format!("<base href=\"{path}\" />"));
    let base = html.find("<base ").expect("index.html has a base address");
    let behind = base + html[base..].find('>').expect("it ends") + 1;
    let (before, after) = html.split_at(behind);
    fs::write(to.join("index.html"), format!("{before}<script src=\"{NAME}\"></script>{after}"))
        .expect("the copy can be written");
    fs::write(to.join(NAME), COLLECTOR).expect("the copy can be written");
}

/// Copies all but `index.html`, which has to be changed.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the copy can be made");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("there is no {}: {error}", from.display()))
    {
        let source = entry.expect("the bundle can be read").path();
        let name = source.file_name().expect("an entry has a name");
        let target = to.join(name);
        if source.is_dir() {
            copy(&source, &target);
        } else if !name.to_string_lossy().starts_with("index.html") {
            fs::hard_link(&source, &target)
                .or_else(|_| fs::copy(&source, &target).map(drop))
                .expect("the bundle can be copied");
        }
    }
}

/// Puts a script behind the collector, in a copy.
pub fn slip_in(copy: &Path, script: &str) {
    put(&copy.join(NAME), &format!("{COLLECTOR}\n{script}"));
}

/// Puts a file into a copy. Not into the file that is there: it may be the bundle's own.
pub fn put(file: &Path, text: &str) {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).expect("the copy can be written");
    }
    fs::remove_file(file).ok();
    fs::write(file, text).expect("the copy can be written");
}
