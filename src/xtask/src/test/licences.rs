//! Every dependency has to come under a licence that this project can be given away with.

use crate::layout;
use anyhow::{Result, bail};
use cargo_metadata::{MetadataCommand, Package};
use spdx::{Expression, LicenseReq};

/// Permissive ones, and the Mozilla licence, whose demands end at the borders of its own files.
const ACCEPTED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

pub fn check() -> Result<()> {
    let manifest = layout::root().join("Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).exec()?;
    let mut refused = Vec::new();
    for package in &metadata.packages {
        match problem(package) {
            None => println!("{} {}: {}", package.name, package.version, licence(package)),
            Some(problem) => refused.push(format!("{} {}: {problem}", package.name, package.version)),
        }
    }
    if !refused.is_empty() {
        bail!("Licences that were not accepted yet:\n{}", refused.join("\n"));
    }
    println!("{} packages, all under licences we accept", metadata.packages.len());
    Ok(())
}

fn problem(package: &Package) -> Option<String> {
    if package.license.is_none() {
        return Some("says none in its manifest".to_owned());
    }
    let text = licence(package);
    match Expression::parse_mode(&text, spdx::ParseMode::LAX) {
        Ok(expression) if expression.evaluate(is_accepted) => None,
        Ok(_) => Some(text),
        Err(error) => Some(format!("{text}: {}", error.reason)),
    }
}

fn licence(package: &Package) -> String {
    package.license.clone().unwrap_or_default()
}

/// With or without an exception: those only ever permit more.
fn is_accepted(requirement: &LicenseReq) -> bool {
    requirement.license.id().is_some_and(|id| ACCEPTED.contains(&id.name))
}

#[cfg(test)]
mod tests {
    use super::is_accepted;
    use spdx::Expression;

    #[test]
    fn an_alternative_is_enough_and_a_conjunction_needs_both() {
        let accepts = |text| Expression::parse(text).unwrap().evaluate(is_accepted);
        assert!(accepts("MIT OR GPL-3.0-only"));
        assert!(accepts("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(accepts("Apache-2.0 WITH LLVM-exception"));
        assert!(!accepts("MIT AND GPL-3.0-only"));
        assert!(!accepts("AGPL-3.0-or-later"));
    }
}
