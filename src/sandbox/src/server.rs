//! One running sandbox: opens or makes the estate, starts what works in the background, listens.

use crate::announcer::Announcer;
use crate::app::{App, Settings};
use crate::bulk::worker;
use crate::database::Database;
use crate::demo::{self, Demo};
use crate::faults::{FaultPlan, Faults};
use crate::http::router;
use crate::mail::{Mailer, outbox};
use crate::metering::period;
use crate::network::NetworkClock;
use crate::notify;
use crate::password::{Cost, Passwords};
use crate::probe;
use crate::sign_in_limit::{CODE_WINDOW, SignInLimit};
use crate::simulator;
use crate::store::estate;
use anyhow::{Context as _, bail};
use domain::period::Period;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

/// How long requests may still run after the end was asked for.
const GRACE: Duration = Duration::from_secs(5);
/// Passwords that are judged for a client in a minute: enough for some people who type behind one address.
const STRENGTHS_PER_CLIENT: usize = 120;

/// What to run.
#[derive(Clone, Debug)]
pub struct Config {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub demo: Demo,
    pub simulate: bool,
    pub password_cost: Cost,
    pub settings: Settings,
    pub faults: FaultPlan,
}

/// A sandbox that listens.
pub struct Server {
    address: SocketAddr,
    end: watch::Sender<bool>,
    serving: JoinHandle<std::io::Result<()>>,
    background: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts it.
    pub async fn start(config: Config) -> anyhow::Result<Self> {
        // Before a large estate is made for nothing: a new one always has the demo passwords.
        if !demo::file(&config.data).exists() {
            keep_local(config.listen)?;
        }
        let passwords = Passwords::new(config.password_cost)?;
        let database = {
            let (data, demo, passwords) = (config.data.clone(), config.demo, passwords.clone());
            tokio::task::spawn_blocking(move || {
                demo::ensure(&data, demo, &passwords)?;
                Database::open(&demo::file(&data))
            })
            .await??
        };
        let (origin, version, network) = database
            .write(|connection| {
                let network = NetworkClock::ahead(estate::clock_ahead(connection)?);
                estate::begin_first_period(connection, Period::of(network.now()))?;
                anyhow::Ok((estate::origin(connection)?, estate::version(connection)?, network))
            })
            .await?;
        if origin.is_some_and(|origin| origin.demo_passwords) {
            keep_local(config.listen)?;
        }
        let listener = TcpListener::bind(config.listen)
            .await
            .with_context(|| format!("listening on {}", config.listen))?;
        let address = listener.local_addr()?;
        let settings = &config.settings;
        let mailer = match &settings.smtp {
            Some(url) => Mailer::to_server(&settings.mail_from, url)?,
            None => Mailer::to_files(&settings.mail_from, &config.data.join("mail"))?,
        };
        let origin = settings
            .public_url
            .clone()
            .unwrap_or_else(|| format!("http://{address}{}", settings.bundle_path));
        let (end, ending) = watch::channel(false);
        let app = App {
            database,
            announcer: Arc::new(Announcer::new(version)),
            network: Arc::new(network),
            work: Arc::new(Notify::new()),
            tests: Arc::default(),
            mail: Arc::new(Notify::new()),
            faults: Arc::new(Faults::new(config.faults)),
            passwords,
            sign_in_limit: Arc::default(),
            link_limit: Arc::default(),
            code_limit: Arc::new(SignInLimit::over(CODE_WINDOW)),
            strength_limit: Arc::new(SignInLimit::of_clients(STRENGTHS_PER_CLIENT)),
            mailer,
            origin: origin.trim_end_matches('/').into(),
            settings: Arc::new(config.settings),
            ending: ending.clone(),
        };
        let mut background = vec![
            tokio::spawn(worker::run(app.clone())),
            tokio::spawn(probe::worker::run(app.clone())),
            tokio::spawn(period::run(app.clone())),
            tokio::spawn(notify::run(app.clone())),
            tokio::spawn(outbox::run(app.clone())),
        ];
        if config.simulate {
            background.push(tokio::spawn(simulator::run(app.clone(), config.demo.seed)));
        }
        let service = router::router(&app).into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(ended(ending));
        let serving = tokio::spawn(async move { serving.await });
        Ok(Self { address, end, serving, background })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends it: running requests may finish, event streams end, the worker stops between two chunks.
    pub async fn stop(self) -> anyhow::Result<()> {
        for task in &self.background {
            task.abort();
        }
        // Nobody listens any more when it has ended by itself.
        let _ = self.end.send(true);
        let abort = self.serving.abort_handle();
        match tokio::time::timeout(GRACE, self.serving).await {
            Ok(served) => served??,
            Err(_) => abort.abort(),
        }
        Ok(())
    }
}

/// Refuses an address that others can reach.
fn keep_local(listen: SocketAddr) -> anyhow::Result<()> {
    if !listen.ip().is_loopback() {
        bail!(
            "refusing to listen on {listen}: the demo passwords are known to everybody, so only this machine may \
             reach it (use 127.0.0.1)"
        );
    }
    Ok(())
}

async fn ended(mut ending: watch::Receiver<bool>) {
    // An error means that the sender is gone, which is the end as well.
    let _ = ending.wait_for(|ending| *ending).await;
}
