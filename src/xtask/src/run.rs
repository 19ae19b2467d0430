//! `cargo xtask run`: from a fresh checkout to a dashboard that one can sign in to.

use crate::sandbox::{Estate, LOGINS, PASSWORD};
use crate::{bundle, layout, sandbox, stop};
use anyhow::{Result, bail};

#[derive(clap::Args)]
pub struct Options {
    /// The port on this machine to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    #[command(flatten)]
    estate: Estate,
    /// Serve what was built before.
    #[arg(long)]
    no_build: bool,
}

pub fn run(options: &Options) -> Result<()> {
    sandbox::require_free(options.port)?;
    if options.no_build {
        if !layout::sandbox().exists() || !layout::dist().exists() {
            bail!("Nothing was built yet: leave out --no-build.");
        }
    } else {
        bundle::build()?;
        sandbox::build()?;
    }
    stop::requested()?;
    let mut child = sandbox::start(&mut sandbox::serve(options.port, &options.estate), options.port)?;
    println!("\nSimgrove is at http://127.0.0.1:{}", options.port);
    print_logins();
    println!("Ctrl-C ends it.");
    match stop::when_asked(&mut [&mut child])? {
        Some((_, status)) => bail!("The sandbox ended: {status}"),
        None => Ok(()),
    }
}

pub fn print_logins() {
    println!("\nSign in with the password {PASSWORD} as");
    for (login, who) in LOGINS {
        println!("  {login:<26} {who}");
    }
    println!();
}
