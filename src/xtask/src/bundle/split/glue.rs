//! What wasm-bindgen's JavaScript gets to know of the parts.

use super::encode::PARTS;
use super::module::Module;
use anyhow::{Result, bail};
use std::collections::BTreeMap;

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

/// Has the glue note which points are reached.
pub fn probing(glue: &str) -> Result<String> {
    Ok(format!("{PROBES}\n{}", importing(glue, "runs: (point) => { ran.add(point); }")?))
}

/// What the module and its JavaScript are to call each other's functions: names that need not tell anything.
pub struct ShortNames {
    imports: Vec<String>,
    exports: BTreeMap<String, String>,
}

impl ShortNames {
    pub fn of(module: &Module<'_>) -> Self {
        let imports = (0..module.imports.len()).map(letters).collect();
        let long = module.exports.iter().map(|export| export.name).filter(|name| name.starts_with("_R"));
        let exports = long.enumerate().map(|(place, name)| (name.to_owned(), format!("r{place}")));
        Self { imports, exports: exports.collect() }
    }

    /// Uses them in the JavaScript of a module that does not use them yet.
    pub fn in_script(&self, script: &str, module: &Module<'_>) -> Result<String> {
        let mut script = replaced(script, &format!("\"{RUSTS}\":"), &format!("{SHORT}:"))?;
        for (import, short) in module.imports.iter().zip(&self.imports) {
            if import.module != RUSTS {
                bail!("{} is imported from {}", import.name, import.module);
            }
            let indent = "\n        ";
            script = replaced(&script, &format!("{indent}{}: ", import.name), &format!("{indent}{short}: "))?;
        }
        // The longest first: one may begin as another.
        let mut exports: Vec<_> = self.exports.iter().collect();
        exports.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
        for (long, short) in exports {
            script = script.replace(long, short);
        }
        Ok(script)
    }

    pub fn in_module<'a>(&'a self, module: &mut Module<'a>) {
        for (import, short) in module.imports.iter_mut().zip(&self.imports) {
            (import.module, import.name) = (SHORT, short);
        }
        for export in &mut module.exports {
            export.name = self.exports.get(export.name).map_or(export.name, |short| short);
        }
    }
}

/// From where wasm-bindgen's module imports, and from where it does in the end.
const RUSTS: &str = "./dashboard_bg.js";
const SHORT: &str = "js";

/// `a` to `z`, `ba`, `bb` and so on.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        more => letters(more) + &last.to_string(),
    }
}

const EXPORT: &str = "export { initSync, __wbg_init as default };";

fn importing(glue: &str, what: &str) -> Result<String> {
    let own = ": import0,";
    replaced(glue, own, &format!("{own}\n        {PARTS}: {{ {what} }},"))
}

/// Fails when the tools have begun to write something else.
fn replaced(glue: &str, old: &str, new: &str) -> Result<String> {
    if glue.matches(old).count() != 1 {
        bail!("What Trunk and wasm-bindgen wrote does not say once: {old}");
    }
    Ok(glue.replace(old, new))
}
