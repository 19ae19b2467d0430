//! Where a journey plays.

use crate::api::Api;
use crate::browser::Browser;
use crate::bundle;
use crate::engine::Engine;
use crate::estate::Estate;
use crate::person::Person;
use crate::process::Process;
use std::env;
use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Someone who can sign in to the demo estate.
#[derive(Clone, Copy, Debug)]
pub struct Login {
    pub email: &'static str,
    pub password: &'static str,
}

const fn demo(email: &'static str) -> Login {
    Login { email, password: "simgrove-demo" }
}

/// Admin of the reseller, who sees everything.
pub const ADMIN: Login = demo("admin@northgate.example");
/// User there.
pub const USER: Login = demo("user@northgate.example");
/// View only there.
pub const VIEWER: Login = demo("viewer@northgate.example");
/// Admin of a customer two levels down.
pub const CUSTOMER_ADMIN: Login = demo("admin@alpine.example");
/// View only there.
pub const CUSTOMER_VIEWER: Login = demo("viewer@alpine.example");

/// Plays a journey with a sandbox and browsers of its own. One that fails is played once more from the start, because
/// drivers lose an event or a browser now and then; [`SECOND_TRIES`] then names it, so that it does not go unseen.
#[track_caller]
pub fn journey(estate: Estate, play: impl Fn(&mut Stage)) {
    let once = || Stage::with(&estate).play(&play);
    if once().is_err() {
        note_second_try();
        once().unwrap_or_else(|panic| resume_unwind(panic));
    }
}

/// The same without a second try, for what is measured.
#[track_caller]
pub fn measurement(estate: &Estate, play: impl FnOnce(&mut Stage)) {
    Stage::with(estate).play(play).unwrap_or_else(|panic| resume_unwind(panic));
}

/// Plays a journey on pages that somebody else serves.
#[track_caller]
pub fn visit(origin: &str, play: impl FnOnce(&mut Stage)) {
    let origin = origin.to_owned();
    Stage {
        origin,
        engine: Engine::of_this_run(),
        people: vec![],
        came: 0,
        sandbox: None,
        scratch: Scratch::new(),
    }
    .play(play)
    .unwrap_or_else(|panic| resume_unwind(panic));
}

/// What browsers in English wish for: not the bare language that the app has.
const ENGLISH: &str = "en-US,en";

/// The file in `target/journeys` that names the journeys that were played twice.
const SECOND_TRIES: &str = "second-tries.txt";

fn note_second_try() {
    let name = thread::current().name().unwrap_or("journey").to_owned();
    let line = format!("{} {name}\n", Engine::of_this_run().name());
    fs::create_dir_all(reports()).ok();
    let file = fs::OpenOptions::new().create(true).append(true).open(reports().join(SECOND_TRIES));
    if let Ok(mut file) = file {
        file.write_all(line.as_bytes()).ok();
    }
}

/// A sandbox, and the people who meet there.
pub struct Stage {
    origin: String,
    engine: Engine,
    people: Vec<Person>,
    /// How many have come so far.
    came: usize,
    /// None when somebody else serves the pages; its process is none after a crash.
    sandbox: Option<(Estate, Option<Process>)>,
    scratch: Scratch,
}

impl Stage {
    fn with(estate: &Estate) -> Self {
        let scratch = Scratch::new();
        let (sandbox, origin) = estate.start(&scratch.0, &estate.listen());
        let sandbox = Some((estate.clone(), Some(sandbox)));
        Self { origin, engine: Engine::of_this_run(), people: vec![], came: 0, sandbox, scratch }
    }

    /// Someone with a fresh browser in English, who has not opened anything yet.
    pub fn person(&mut self) -> Person {
        self.person_speaking(ENGLISH)
    }

    /// The same, with a browser in other languages, best first: `de-DE,de,en`. WebKit speaks the system's language,
    /// whatever is asked for, and here the system speaks English.
    pub fn person_speaking(&mut self, languages: &str) -> Person {
        let origin = self.origin.clone();
        self.person_from(&origin, languages)
    }

    fn person_from(&mut self, origin: &str, languages: &str) -> Person {
        self.came += 1;
        let scratch = self.scratch.0.join(format!("person-{}", self.came));
        let person = Person::new(Browser::start(self.engine, languages, &scratch), origin);
        self.people.push(person.clone());
        // The same page for everybody, whatever else is in the browser's window.
        person.resize(1440, 900);
        person
    }

    /// Someone who is signed in already, at an address. Signing in itself is a journey of its own.
    #[track_caller]
    pub fn person_at(&mut self, login: Login, path: &str) -> Person {
        let person = self.person();
        self.leads(&person, login, path);
        person
    }

    /// Brings somebody to an address, signed in without having done it.
    #[track_caller]
    pub fn leads(&self, person: &Person, login: Login, path: &str) {
        let cookie = self.api(login).cookie();
        // A cookie can only be given to a browser that is at its site.
        person.goto("/api/v1/health");
        person.take_cookie(&cookie);
        person.goto(path);
    }

    /// Someone has seen enough: the browser is closed, and what every journey ends with is looked at now.
    #[track_caller]
    pub fn leaves(&mut self, person: Person) {
        person.is_untroubled();
        self.people.retain(|it| !it.is(&person));
    }

    /// Someone who comes by another name of the same host, such as `localhost`.
    pub fn person_by(&mut self, host: &str) -> Person {
        let origin = self.origin.replace("127.0.0.1", host);
        self.person_from(&origin, ENGLISH)
    }

    /// The API, with an API token in place of a session.
    pub fn api_with_token(&self, token: &str) -> Api {
        Api::with_token(&self.origin, token)
    }

    /// The API, signed in.
    #[track_caller]
    pub fn api(&self, login: Login) -> Api {
        Api::sign_in(&self.origin, login)
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The server is gone from one moment to the next.
    pub fn crash_the_server(&mut self) {
        let (_, process) = self.sandbox.as_mut().expect("this stage has a sandbox");
        process.take().expect("the sandbox runs").crash();
    }

    /// The server is back, with the same data at the same address.
    pub fn bring_the_server_back(&mut self) {
        let listen = self.origin.trim_start_matches("http://").to_owned();
        let (estate, process) = self.sandbox.as_mut().expect("this stage has a sandbox");
        *process = Some(estate.start(&self.scratch.0, &listen).0);
    }

    /// Puts a file beside the bundle, as whoever hosts it may: `config.json`, pictures, texts.
    pub fn host(&self, name: &str, text: &str) {
        bundle::put(&self.scratch.0.join("bundle").join(name), text);
    }

    /// Runs a script before the dashboard, in every page opened from now on.
    pub fn slip_in(&self, script: &str) {
        bundle::slip_in(&self.scratch.0.join("bundle"), script);
    }

    /// The files of a folder beside the bundle, by name, with their texts.
    #[track_caller]
    pub fn hosted(&self, folder: &str) -> Vec<(String, String)> {
        let folder = self.scratch.0.join("bundle").join(folder);
        let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let read = |file: fs::DirEntry| {
            let text = fs::read_to_string(file.path()).expect("it is text");
            (file.file_name().to_string_lossy().into_owned(), text)
        };
        files.flatten().map(read).collect()
    }

    /// The folder in which the sandbox keeps its database and its mails.
    pub fn data(&self) -> PathBuf {
        self.scratch.0.join("data")
    }

    #[track_caller]
    fn play(mut self, play: impl FnOnce(&mut Self)) -> thread::Result<()> {
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            play(&mut self);
            self.people.iter().for_each(Person::is_untroubled);
        }));
        if let Err(panic) = outcome {
            // Whatever goes wrong while reporting, the failure is what counts.
            let reported = catch_unwind(AssertUnwindSafe(|| self.report()));
            drop(self);
            drop(reported);
            return Err(panic);
        }
        Ok(())
    }

    /// What the people saw at the moment of a failure.
    fn report(&self) {
        let name = thread::current().name().unwrap_or("journey").replace("::", "-");
        let folder = reports().join(self.engine.name()).join(name);
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).expect("the folder for reports can be made");
        for (index, person) in self.people.iter().enumerate() {
            let number = index + 1;
            let picture = folder.join(format!("person-{number}.png"));
            let seen = catch_unwind(AssertUnwindSafe(|| {
                person.try_screenshot(&picture).ok();
                format!("{}\n\n{}\n\n{}", person.address(), person.tree(), person.trouble().join("\n"))
            }));
            let seen = seen.unwrap_or_else(|_| "the browser does not answer".to_owned());
            fs::write(folder.join(format!("person-{number}.txt")), &seen).ok();
            let log = self.scratch.0.join(format!("person-{number}/driver.log"));
            fs::copy(log, folder.join(format!("person-{number}-driver.log"))).ok();
            eprintln!("person {number} was at {seen}");
        }
        fs::copy(self.scratch.0.join("sandbox.log"), folder.join("sandbox.log")).ok();
        eprintln!("pictures and logs: {}", folder.display());
    }
}

/// Beside what cargo builds: `target/journeys`.
fn reports() -> PathBuf {
    let program = env::current_exe().expect("this program has a path");
    // Tests stand one folder deeper than programs.
    let mut folders = program.ancestors().skip(1).skip_while(|folder| folder.ends_with("deps"));
    folders.nth(1).unwrap_or(Path::new("target")).join("journeys")
}

/// A folder for all that a journey writes, gone with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("simgrove-journey-{}-{number}", process::id()));
        fs::create_dir_all(&folder).expect("the scratch folder can be made");
        Self(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}
