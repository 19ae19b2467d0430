//! The command line.

use crate::app::{MAIL_FROM, Settings};
use crate::demo::Demo;
use crate::faults::FaultPlan;
use crate::password::Cost;
use crate::server::Config;
use axum::http::Uri;
use clap::{Args, Parser, Subcommand};
use domain::branding::is_host;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Simgrove's HTTP API over SQLite, with a demo estate.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the API and the dashboard.
    Serve(Box<Serve>),
    /// Print the OpenAPI document.
    Openapi,
}

#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The dashboard's files.
    #[arg(long)]
    bundle: Option<PathBuf>,
    /// Serve them below this path, such as /portal/, which the page's base address has to name as well
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = bundle_path)]
    bundle_path: String,
    /// Where the estate is kept; made when there is none.
    #[arg(long)]
    data: PathBuf,
    /// How many SIMs a new estate gets.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    sims: u32,
    /// What a new estate is made from: the same number makes the same estate.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Leave usage and sessions as they are.
    #[arg(long)]
    no_simulator: bool,
    /// A session ends when nothing was asked for so many minutes.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..))]
    session_minutes: u32,
    /// A mailed invitation can be accepted for so many hours; with 0 it has expired when it comes.
    #[arg(long, default_value_t = 168)]
    invitation_hours: u32,
    /// Send mails through this server, such as smtps://user:password@mail.example, not into the folder `mail` of the data.
    #[arg(long, value_name = "URL")]
    smtp: Option<String>,
    /// Who sends the mails.
    #[arg(long, default_value = MAIL_FROM)]
    mail_from: String,
    /// Where people reach the dashboard, for links in mails; where it listens when absent.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Let pages of this origin, such as https://sims.example, ask the API, with sessions by token; repeat it for more.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    allow_origin: Vec<String>,
    /// Let the dashboard served here ask the API at this origin, which its config.json names: the page's policy allows it.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    api_origin: Option<String>,
    /// Let anybody who reaches it switch faults on: POST /api/v1/faults.
    #[arg(long)]
    faults: bool,
    /// Let anybody who reaches it play the operators: POST /api/v1/network lets days pass, reports usage, opens sessions.
    #[arg(long)]
    network_switchable: bool,
    /// Fault: answer every request so many milliseconds late.
    #[arg(long, default_value_t = 0)]
    latency_ms: u64,
    /// Fault: fail this share of requests, 0 to 1, with 503.
    #[arg(long, default_value_t = 0.0)]
    fail_rate: f64,
    /// Fault: pause so many milliseconds after each chunk of a bulk operation.
    #[arg(long, default_value_t = 0)]
    bulk_delay_ms: u64,
}

impl Serve {
    /// What was asked for.
    pub fn config(self) -> Config {
        Config {
            listen: self.listen,
            data: self.data,
            demo: Demo { sims: self.sims, seed: self.seed },
            simulate: !self.no_simulator,
            password_cost: Cost::Real,
            settings: Settings {
                session_idle: Duration::from_secs(60 * u64::from(self.session_minutes)),
                bundle: self.bundle,
                bundle_path: self.bundle_path,
                invitation_life: Duration::from_secs(3600 * u64::from(self.invitation_hours)),
                smtp: self.smtp,
                mail_from: self.mail_from,
                public_url: self.public_url,
                allowed_origins: self.allow_origin,
                api_origin: self.api_origin,
                faults_switchable: self.faults,
                network_switchable: self.network_switchable,
                ..Settings::default()
            },
            faults: FaultPlan {
                latency_ms: self.latency_ms,
                fail_rate: self.fail_rate,
                bulk_delay_ms: self.bulk_delay_ms,
                ..FaultPlan::default()
            },
        }
    }
}

/// A path as routes have it: with a slash before it and none behind it.
fn bundle_path(text: &str) -> Result<String, String> {
    let path = text.trim_matches('/');
    let is_plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte))
    };
    match path {
        "" => Ok(String::new()),
        _ if path.split('/').next() == Some("api") => Err("below /api/ is the API".to_owned()),
        _ if path.split('/').all(is_plain) => Ok(format!("/{path}")),
        _ => Err("letters, digits, dashes and slashes only".to_owned()),
    }
}

/// An origin as browsers write it: lower case, without a path, and without the port that is the usual one.
fn origin(text: &str) -> Result<String, String> {
    let wrong = || "an origin, such as https://sims.example".to_owned();
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let (scheme, host) = uri.scheme_str().zip(uri.host()).ok_or_else(wrong)?;
    let usual = match scheme {
        "https" => 443,
        "http" => 80,
        _ => return Err(wrong()),
    };
    let host = host.to_lowercase();
    let is_bare = uri.path() == "/" && uri.query().is_none() && !text.contains(['@', '#']);
    if !is_bare || !(is_host(&host) || host.starts_with('[')) {
        return Err(wrong());
    }
    let port =
        uri.port_u16().filter(|&port| port != usual).map_or_else(String::new, |port| format!(":{port}"));
    Ok(format!("{scheme}://{host}{port}"))
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn origins_are_as_browsers_write_them() {
        for (text, expected) in [
            ("https://sims.example", "https://sims.example"),
            ("https://Sims.Example:443/", "https://sims.example"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://[::1]:80", "http://[::1]"),
        ] {
            assert_eq!(origin(text).as_deref(), Ok(expected), "{text}");
        }
        for wrong in [
            "",
            "*",
            "null",
            "sims.example",
            "https://*.example",
            "https://*",
            "ftp://sims.example",
            "https://sims.example/x",
            "https://sims.example?x",
            "https://sims.example#x",
            "https://a@sims.example",
            "file:///x",
            "https://",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
