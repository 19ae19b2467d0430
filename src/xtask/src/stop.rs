//! Ctrl-C, and ending what this program started.

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use std::process::{Child, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

/// Becomes true at Ctrl-C, at a hang-up and at a request to terminate, instead of ending this
/// program, so that it can end its children first.
pub fn requested() -> Result<Arc<AtomicBool>> {
    static REQUESTED: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    if let Some(flag) = REQUESTED.get() {
        return Ok(flag.clone());
    }
    let flag = Arc::new(AtomicBool::new(false));
    let raised = flag.clone();
    ctrlc::set_handler(move || raised.store(true, Ordering::SeqCst)).context("cannot listen for Ctrl-C")?;
    Ok(REQUESTED.get_or_init(|| flag).clone())
}

/// Waits until one of the children ends by itself or the person asks to stop, and then ends them
/// all. Tells which one ended by itself.
pub fn when_asked(children: &mut [&mut Child]) -> Result<Option<(usize, ExitStatus)>> {
    let requested = requested()?;
    let ended = loop {
        if requested.load(Ordering::SeqCst) {
            break None;
        }
        let mut gone = None;
        for (index, child) in children.iter_mut().enumerate() {
            if let Some(status) = child.try_wait()? {
                gone = Some((index, status));
            }
        }
        if gone.is_some() {
            break gone;
        }
        thread::sleep(Duration::from_millis(50));
    };
    for child in children {
        end(child)?;
    }
    Ok(ended)
}

/// Asks a child to end, waits for it, and insists after ten seconds.
pub fn end(child: &mut Child) -> Result<()> {
    if child.try_wait()?.is_some() {
        return Ok(());
    }
    kill(Pid::from_raw(child.id().cast_signed()), Signal::SIGTERM).ok();
    let asked = Instant::now();
    while child.try_wait()?.is_none() {
        if asked.elapsed() > Duration::from_secs(10) {
            child.kill()?;
            child.wait()?;
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
