//! Programs that end with the journey that started them, whatever becomes of it.

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio, exit};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// A program with all that it starts in turn: a browser's many processes go with their driver.
pub struct Process {
    child: Child,
}

static GROUPS: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());

impl Process {
    /// Starts it with its output in a log.
    pub fn start(command: &mut Command, log: &Path) -> Self {
        let log = File::create(log).expect("the log can be written");
        command.stdout(log.try_clone().expect("a file can be opened twice")).stderr(log);
        Self::spawn(command)
    }

    /// Starts it and reads the first line that it prints; the rest goes nowhere.
    pub fn start_and_listen(command: &mut Command, log: &Path) -> (Self, String) {
        let log = File::create(log).expect("the log can be written");
        command.stdout(Stdio::piped()).stderr(log);
        let mut process = Self::spawn(command);
        let output = process.child.stdout.take().expect("its output is piped");
        let mut lines = BufReader::<ChildStdout>::new(output).lines();
        let first = lines.next().and_then(Result::ok).unwrap_or_default();
        // Read on, or the program would wait for a reader one day.
        thread::spawn(move || lines.for_each(drop));
        (process, first)
    }

    fn spawn(command: &mut Command) -> Self {
        end_all_at_ctrl_c();
        // A group of its own, so that it can be ended as one.
        command.process_group(0).stdin(Stdio::null());
        let child = command
            .spawn()
            .unwrap_or_else(|error| panic!("{:?} did not start: {error}", command.get_program()));
        groups().insert(child.id().cast_signed());
        Self { child }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_none())
    }

    /// Ends it without a warning, as a crash would.
    pub fn crash(mut self) {
        self.signal(Signal::SIGKILL);
        self.child.wait().ok();
    }

    fn signal(&self, signal: Signal) {
        killpg(Pid::from_raw(self.child.id().cast_signed()), signal).ok();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.signal(Signal::SIGTERM);
        let asked = Instant::now();
        while self.is_running() && asked.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(10));
        }
        // Once more, for what is left of the group.
        self.signal(Signal::SIGKILL);
        self.child.wait().ok();
        groups().remove(&self.child.id().cast_signed());
    }
}

fn groups() -> std::sync::MutexGuard<'static, BTreeSet<i32>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Groups of their own do not get the terminal's Ctrl-C.
fn end_all_at_ctrl_c() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let end_all = || {
            for group in groups().iter() {
                killpg(Pid::from_raw(*group), Signal::SIGKILL).ok();
            }
            exit(130);
        };
        ctrlc::set_handler(end_all).expect("nobody else in a test listens for Ctrl-C");
    });
}

/// A port that nobody listens on, and that no other journey of this run was given.
pub fn free_port() -> u16 {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there are free ports");
        let port = listener.local_addr().expect("it is bound").port();
        if GIVEN.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return port;
        }
    }
}
