//! `cargo xtask dev`: the dashboard rebuilt and reloaded at every save, in front of a sandbox.

use crate::command::program;
use crate::sandbox::Estate;
use crate::setup::BundleTools;
use crate::{layout, run, sandbox, stop};
use anyhow::{Context, Result, bail};

#[derive(clap::Args)]
pub struct Options {
    /// The port on this machine for the dashboard; the sandbox takes the next one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    #[command(flatten)]
    estate: Estate,
}

pub fn dev(options: &Options) -> Result<()> {
    let (port, api) = (options.port, options.port.saturating_add(1));
    sandbox::require_free(port)?;
    sandbox::require_free(api)?;
    let tools = BundleTools::ensure()?;
    sandbox::build()?;
    stop::requested()?;
    let mut serve = program("trunk");
    tools.prepare(&mut serve);
    serve
        .args(["serve", "--skip-version-check", "--port", &port.to_string()])
        .args([
            "--proxy-backend",
            &format!("http://127.0.0.1:{api}/api/"),
            "--proxy-no-system-proxy",
            "--dist",
        ])
        .arg(layout::target().join("dev-bundle"));
    let mut backend = sandbox::start(&mut sandbox::serve(api, &options.estate), api)?;
    let mut trunk = match serve.spawn() {
        Ok(trunk) => trunk,
        Err(error) => {
            stop::end(&mut backend)?;
            return Err(error).context("trunk did not start");
        }
    };
    println!("\nSimgrove will be at http://127.0.0.1:{port} once it is built.");
    run::print_logins();
    match stop::when_asked(&mut [&mut backend, &mut trunk])? {
        Some((0, status)) => bail!("The sandbox ended: {status}"),
        Some((_, status)) => bail!("Trunk ended: {status}"),
        None => Ok(()),
    }
}
