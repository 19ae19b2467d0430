//! What wasm-bindgen's JavaScript gets to know of the parts.

use anyhow::{Result, bail};

const LOADER: &str = include_str!("loader.js");
const PROBES: &str = include_str!("probes.js");

/// Has the glue load the rest, which is at this address beside the page's base address.
pub fn loading(glue: &str, address: &str, integrity: &str) -> Result<String> {
    let glue = importing(glue, "load: loadRest")?;
    let glue = replaced(&glue, EXPORT, "export { __wbg_init as default, followWithRest };")?;
    Ok(format!("{glue}\nconst REST = \"{address}\";\nconst REST_INTEGRITY = \"{integrity}\";\n{LOADER}"))
}

/// Has Trunk's start script go on with the rest.
pub fn starting(html: &str) -> Result<String> {
    let html = replaced(html, "import init", "import init, { followWithRest }")?;
    replaced(&html, STARTED, &format!("followWithRest();\n{STARTED}"))
}

/// Trunk's words for: the app has started.
const STARTED: &str = "dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"";

/// Has the glue note what runs.
pub fn probing(glue: &str) -> Result<String> {
    Ok(format!("{PROBES}\n{}", importing(glue, "runs: (index) => { ran.add(index); }")?))
}

const EXPORT: &str = "export { initSync, __wbg_init as default };";

fn importing(glue: &str, what: &str) -> Result<String> {
    let rusts = "\"./dashboard_bg.js\": import0,";
    replaced(glue, rusts, &format!("{rusts}\n        \"parts\": {{ {what} }},"))
}

/// Fails when the tools have begun to write something else.
fn replaced(glue: &str, old: &str, new: &str) -> Result<String> {
    if glue.matches(old).count() != 1 {
        bail!("What Trunk and wasm-bindgen wrote does not say once: {old}");
    }
    Ok(glue.replace(old, new))
}
