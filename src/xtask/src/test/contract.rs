//! schemathesis tries the API against its own description.

use crate::command::{program, run};
use crate::sandbox::{self, LOGINS, PASSWORD};
use crate::{layout, openapi, setup, stop};
use anyhow::{Context, Result};
use std::fs;

pub fn test() -> Result<()> {
    let schemathesis = setup::python::ensure_schemathesis()?;
    sandbox::build()?;
    let data = layout::target().join("contract");
    fs::remove_dir_all(&data).ok();
    let (mut sandbox, origin) = sandbox::start_small(&data)?;
    let mut command = program(schemathesis);
    command
        .current_dir(layout::root().join("tests/contract"))
        .arg("run")
        .arg(openapi::file())
        .args(["--origin", &origin, "--generation-database", "none"])
        .env("SIMGROVE_ORIGIN", &origin)
        .env("SIMGROVE_LOGIN", LOGINS[0].0)
        .env("SIMGROVE_PASSWORD", PASSWORD)
        .env("HYPOTHESIS_STORAGE_DIRECTORY", layout::target().join("hypothesis"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let outcome = run(&mut command).context("the API is not what its description says");
    stop::end(&mut sandbox)?;
    outcome
}
