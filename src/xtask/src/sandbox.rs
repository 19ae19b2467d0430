//! The sandbox: the API with a demo estate behind it, and the server of the bundle.

use crate::command::{cargo, program};
use crate::{layout, setup, step, stop};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Who can sign in to the demo estate, and as what.
pub const LOGINS: [(&str, &str); 5] = [
    ("admin@northgate.example", "Admin of Northgate IoT, the reseller"),
    ("user@northgate.example", "User there"),
    ("viewer@northgate.example", "View only there"),
    ("admin@alpine.example", "Admin of a customer two levels down"),
    ("viewer@alpine.example", "View only there"),
];
pub const PASSWORD: &str = "simgrove-demo";

#[derive(clap::Args)]
pub struct Estate {
    /// How many SIMs the demo estate has.
    #[arg(long, default_value_t = 10_000)]
    sims: u32,
    /// Where the sandbox keeps its database and its mails.
    #[arg(long, default_value = ".sandbox")]
    data: PathBuf,
    /// The number that the demo estate is made from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Keep the estate still: no usage, no sessions, no alerts by themselves.
    #[arg(long)]
    no_simulator: bool,
}

pub fn build() -> Result<()> {
    setup::c_compiler()?;
    step::run("building the sandbox", cargo().args(["build", "--release", "--package", "sandbox"]))
}

/// The command that serves the bundle and the API on this machine.
pub fn serve(port: u16, estate: &Estate) -> Command {
    let mut command = program(layout::sandbox());
    command.args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--bundle"]).arg(layout::dist());
    command.arg("--data").arg(layout::root().join(&estate.data));
    command.args(["--sims", &estate.sims.to_string(), "--seed", &estate.seed.to_string()]);
    if estate.no_simulator {
        command.arg("--no-simulator");
    }
    command
}

/// Fails when something listens there already: better said before minutes of building.
pub fn require_free(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(_) => {
            bail!("Port {port} is taken by another program: end that one, or choose another with --port.")
        }
    }
}

/// Starts the sandbox and waits until it answers.
pub fn start(command: &mut Command, port: u16) -> Result<Child> {
    step::doing("starting the sandbox", || {
        let mut child = command.spawn().context("the sandbox did not start")?;
        let started = Instant::now();
        while !is_healthy(port) {
            if let Some(status) = child.try_wait()? {
                bail!("The sandbox ended while it started: {status}");
            }
            if started.elapsed() > Duration::from_secs(180) {
                stop::end(&mut child)?;
                bail!("The sandbox did not answer within three minutes.");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(child)
    })
}

/// Starts a sandbox with few SIMs that stay as they are, on a port that nobody else has, and tells
/// its origin.
pub fn start_small(data: &Path) -> Result<(Child, String)> {
    let mut command = program(layout::sandbox());
    command.args(["serve", "--listen", "127.0.0.1:0", "--no-simulator", "--sims", "300", "--seed", "1"]);
    command.arg("--data").arg(data).stdout(Stdio::piped());
    let mut child = command.spawn().context("the sandbox did not start")?;
    let mut lines = BufReader::new(child.stdout.take().context("the sandbox says nothing")?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let Some(origin) = first.strip_prefix("listening on ") else {
        stop::end(&mut child)?;
        bail!("The sandbox did not say where it listens, but: {first}");
    };
    let origin = origin.to_owned();
    // Read on, or the sandbox would wait for a reader one day.
    thread::spawn(move || lines.for_each(drop));
    Ok((child, origin))
}

fn is_healthy(port: u16) -> bool {
    status_of(port, "/api/v1/health").is_ok_and(|status| status == 200)
}

/// The status that a GET on this machine is answered with.
fn status_of(port: u16, path: &str) -> Result<u16> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(1024).read_to_string(&mut answer).ok();
    let status = answer.split(' ').nth(1).context("no status line")?;
    Ok(status.parse()?)
}
