//! The scripts that are put into a page to ask it things.

use std::env;
use std::fs;
use std::path::PathBuf;

const HELPER: &str = include_str!("page/helper.js");
const ROOM: &str = include_str!("page/room.js");

/// Calls one of the helper's functions and waits for its answer; null when the page has no helper yet. An element has to be an
/// argument by itself: inside a list WebKit does not recognise it.
pub const CALL: &str = "
const [name, ...rest] = arguments;
return window.__journey === undefined
    ? null
    : Promise.resolve(window.__journey[name](...rest)).then((is) => ({ is }));";

/// Notes the next file that the page offers for download, instead of offering it.
pub const CATCH_DOWNLOAD: &str = "
const blobs = new Map();
const make = URL.createObjectURL.bind(URL);
URL.createObjectURL = (blob) => {
    const address = make(blob);
    blobs.set(address, blob);
    return address;
};
HTMLAnchorElement.prototype.click = function () {
    const name = this.download;
    blobs.get(this.href).arrayBuffer().then((bytes) => {
        window.__caught = { name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
    });
};
window.__caught = null;";

/// Gives the page the helper. The library is told that it is a module, or it would make itself a
/// global of the page.
pub fn helper() -> String {
    let library = node_module("@testing-library/dom/dist/@testing-library/dom.umd.min.js");
    format!(
        "const library = ((exports, module) => {{ {library}\nreturn exports; }})({{}}, {{}});\n\
         window.__journey = (() => {{ {ROOM} {HELPER} }})();"
    )
}

pub fn axe() -> String {
    node_module("axe-core/axe.min.js")
}

fn node_module(path: &str) -> String {
    let folder = env::var_os("SIMGROVE_NODE_MODULES").map(PathBuf::from);
    let folder =
        folder.expect("SIMGROVE_NODE_MODULES is not set: `cargo xtask test journeys` runs the journeys");
    let file = folder.join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
