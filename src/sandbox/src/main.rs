//! `sandbox serve` and `sandbox openapi`.

use clap::Parser as _;
use sandbox::cli::{Cli, Command};
use sandbox::http::openapi;
use sandbox::server::Server;
use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One sentence for whoever started it, with what led to it; never a backtrace.
            eprintln!("sandbox: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Openapi => print!("{}", openapi::text()?),
        Command::Serve(options) => {
            tracing_subscriber::fmt()
                .with_env_filter(
                    tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn".into()),
                )
                .with_writer(std::io::stderr)
                .init();
            tokio::runtime::Runtime::new()?.block_on(async {
                let server = Server::start(options.config()).await?;
                let mut out = std::io::stdout();
                writeln!(out, "listening on http://{}", server.address())?;
                out.flush()?;
                stop_asked().await?;
                server.stop().await
            })?;
        }
    }
    Ok(())
}

/// Waits for Ctrl+C or, on Unix, SIGTERM.
async fn stop_asked() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        let mut term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
        tokio::select! {
            result = tokio::signal::ctrl_c() => result,
            _ = term.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
