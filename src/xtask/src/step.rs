//! One step of a longer job: says what it does, for how long, and keeps the noise in a file.

use crate::layout;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{IsTerminal, Read, Seek, SeekFrom, Write, stderr};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

/// Runs a program under a label. What it prints goes to a log that is shown only when it fails; on
/// a terminal the log's last line stands beside the label while the program runs.
pub fn run(label: &str, command: &mut Command) -> Result<()> {
    run_within(label, Duration::MAX, command)
}

/// [`run`], ended when it takes longer than `limit`.
pub fn run_within(label: &str, limit: Duration, command: &mut Command) -> Result<()> {
    let log = log_file(label)?;
    let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    let mut progress = Progress::begin(label);
    let mut child = command
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("{} did not start", command.get_program().display()))?;
    match wait(&mut child, limit, || progress.tick(&last_line(&log)))? {
        Some(status) if status.success() => {
            progress.done();
            Ok(())
        }
        Some(status) => {
            progress.failed();
            bail!("{label}: {status}\n{}\nAll of it: {}", tail(&log), log.display())
        }
        None => {
            progress.failed();
            bail!("{label}: no end after {} s\n{}", limit.as_secs(), tail(&log))
        }
    }
}

/// Does something inside this program under a label.
pub fn doing<T>(label: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let mut progress = Progress::begin(label);
    progress.tick("");
    let outcome = work();
    match outcome {
        Ok(_) => progress.done(),
        Err(_) => progress.failed(),
    }
    outcome
}

/// Waits for a child, looking on now and then; `None` when the limit ended it.
fn wait(child: &mut Child, limit: Duration, mut look_on: impl FnMut()) -> Result<Option<ExitStatus>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        look_on();
        thread::sleep(LOOK);
    }
}

const LOOK: Duration = Duration::from_millis(50);
/// Where nobody watches a terminal, a long step says this often that it still runs.
const STILL: Duration = Duration::from_secs(60);

/// The columns that every terminal has.
const NARROWEST: usize = 80;

struct Progress {
    label: String,
    started: Instant,
    shown: Instant,
    terminal: bool,
}

impl Progress {
    fn begin(label: &str) -> Self {
        let terminal = stderr().is_terminal();
        if !terminal {
            eprintln!("… {label}");
        }
        Self { label: label.to_owned(), started: Instant::now(), shown: Instant::now(), terminal }
    }

    fn tick(&mut self, word: &str) {
        let seconds = self.started.elapsed().as_secs();
        if self.terminal {
            // A line that wraps could not be taken back.
            let room = NARROWEST.saturating_sub(self.label.chars().count() + 12);
            let word: String = word.chars().take(room).collect();
            eprint!("\r\x1b[2K… {} {seconds} s  \x1b[2m{word}\x1b[0m", self.label);
            stderr().flush().ok();
        } else if self.shown.elapsed() > STILL {
            self.shown = Instant::now();
            eprintln!("… {} still runs after {seconds} s", self.label);
        }
    }

    fn done(&self) {
        self.end("✓");
    }

    fn failed(&self) {
        self.end("✗");
    }

    fn end(&self, mark: &str) {
        let clear = if self.terminal { "\r\x1b[2K" } else { "" };
        eprintln!("{clear}{mark} {} ({:.1} s)", self.label, self.started.elapsed().as_secs_f64());
    }
}

fn log_file(label: &str) -> Result<PathBuf> {
    let folder = layout::target().join("xtask-logs");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let name: String = label.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    Ok(folder.join(name + ".log"))
}

fn last_line(log: &Path) -> String {
    let text = last_bytes(log, 400);
    text.trim_end().rsplit(['\n', '\r']).next().unwrap_or_default().trim().to_owned()
}

fn tail(log: &Path) -> String {
    let text = last_bytes(log, 4000);
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}

fn last_bytes(log: &Path, count: u64) -> String {
    let mut bytes = Vec::new();
    if let Ok(mut file) = File::open(log) {
        let length = file.metadata().map_or(0, |it| it.len());
        file.seek(SeekFrom::Start(length.saturating_sub(count))).ok();
        file.read_to_end(&mut bytes).ok();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
