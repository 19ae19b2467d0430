//! Mails are not lost: a mail server that is away, one that refuses, a restart in between.

use crate::notifications::{reach, sims_in};
use crate::recipients::add;
use crate::sandbox::*;
use domain::cap::Threshold;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A mail server that takes what it is given, but for addresses that it does not know.
#[derive(Clone, Default)]
struct MailServer {
    taken: Arc<Mutex<Vec<String>>>,
    unknown: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    fn listen(&self, listener: TcpListener) {
        let server = self.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let server = server.clone();
                std::thread::spawn(move || server.converse(stream.unwrap()));
            }
        });
    }

    /// RFC 5321, as far as it is needed.
    fn converse(&self, stream: TcpStream) -> Option<()> {
        let mut out = stream.try_clone().ok()?;
        let mut lines = BufReader::new(stream).lines();
        let mut say = |words: &str| out.write_all(format!("{words}\r\n").as_bytes()).ok();
        say("220 here")?;
        while let Some(Ok(line)) = lines.next() {
            let verb: String = line.chars().take(4).collect::<String>().to_uppercase();
            match verb.as_str() {
                "RCPT" if self.unknown.lock().unwrap().iter().any(|email| line.contains(email)) => {
                    say("550 nobody here by that name")?;
                }
                "DATA" => {
                    say("354 go on")?;
                    let mail: Vec<String> =
                        lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                    self.taken.lock().unwrap().push(mail.join("\r\n"));
                    say("250 taken")?;
                }
                "QUIT" => return say("221 bye"),
                _ => say("250 fine")?,
            }
        }
        None
    }

    /// How many mails went to each address, when there are so many in all.
    #[track_caller]
    fn taken(&self, count: usize) -> Vec<String> {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let taken = self.taken.lock().unwrap().clone();
            if taken.len() >= count {
                return taken;
            }
            assert!(Instant::now() < deadline, "{} mails", taken.len());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// How many mails wait, when it is so many.
#[track_caller]
fn waiting(sandbox: &Sandbox, count: u32) {
    let connection = sandbox.database();
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let now: u32 = connection.query_row("SELECT count(*) FROM outbox", [], |row| row.get(0)).unwrap();
        if now == count {
            return;
        }
        assert!(Instant::now() < deadline, "{now} wait, not {count}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn sent_to(mails: &[String], to: &str) -> usize {
    mails.iter().filter(|mail| is_to(mail, to)).count()
}

#[test]
fn mails_wait_for_the_mail_server_also_through_a_restart() {
    // Nobody listens at first, and nobody else gets the port.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let mut sandbox = Sandbox::with(400, |config| config.settings.smtp = Some(format!("smtp://{address}")));
    let root = sandbox.sign_in(ADMIN);
    for n in 0..3 {
        add(&root, LAKESIDE, &format!("ops-{n}@lakeside.example"), true);
    }
    reach(&sandbox, Threshold::Cap, &sims_in(&root, LAKESIDE)[..2]);
    waiting(&sandbox, 6);
    sandbox.restart(|_| {});
    waiting(&sandbox, 6);
    let server = MailServer::default();
    server.listen(TcpListener::bind(address).unwrap());
    let mails = server.taken(6);
    waiting(&sandbox, 0);
    for n in 0..3 {
        assert_eq!(sent_to(&mails, &format!("ops-{n}@lakeside.example")), 2);
    }
    // Not again after another restart.
    sandbox.restart(|_| {});
    reach(&sandbox, Threshold::Cap, &sims_in(&sandbox.sign_in(ADMIN), LAKESIDE)[..1]);
    server.taken(9);
    waiting(&sandbox, 0);
    assert_eq!(server.taken(9).len(), 9);
}

#[test]
fn an_address_that_is_refused_holds_nobody_up_and_is_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = MailServer::default();
    server.unknown.lock().unwrap().push("moved@lakeside.example".to_owned());
    server.listen(listener);
    let sandbox = Sandbox::with(400, |config| config.settings.smtp = Some(format!("smtp://{address}")));
    let root = sandbox.sign_in(ADMIN);
    for name in ["before", "moved", "next"] {
        add(&root, LAKESIDE, &format!("{name}@lakeside.example"), true);
    }
    reach(&sandbox, Threshold::Alert, &sims_in(&root, LAKESIDE)[..1]);
    let mails = server.taken(2);
    assert_eq!(sent_to(&mails, "moved@lakeside.example"), 0);
    waiting(&sandbox, 1);
    server.unknown.lock().unwrap().clear();
    assert_eq!(sent_to(&server.taken(3), "moved@lakeside.example"), 1);
    waiting(&sandbox, 0);
}
