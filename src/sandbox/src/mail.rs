//! Mails: as files in the data folder, or through a mail server.

pub mod letter;

use anyhow::Context as _;
use letter::Letter;
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use std::path::Path;
use std::sync::Arc;

/// Sends mails. Clones share the connections.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    transport: Transport,
}

#[derive(Clone)]
enum Transport {
    Files(Arc<AsyncFileTransport<Tokio1Executor>>),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

impl Mailer {
    /// Writes mails into a folder, which is made.
    pub fn to_files(from: &str, folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        let transport = Transport::Files(Arc::new(AsyncFileTransport::new(folder)));
        Ok(Self { from: sender(from)?, transport })
    }

    /// Sends mails through the server at a URL such as `smtps://user:password@mail.example`.
    pub fn to_server(from: &str, url: &str) -> anyhow::Result<Self> {
        // Not with the error's own words: the URL has a password in it.
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| anyhow::anyhow!("--smtp is not a URL like smtps://user:password@mail.example"))?;
        Ok(Self { from: sender(from)?, transport: Transport::Smtp(server.build()) })
    }

    /// Sends a mail in the background: nobody waits for a mail server, and nobody can tell from the time an answer takes
    /// whether a mail was sent. What goes wrong is in the log.
    pub fn post(&self, letter: Letter) {
        let mailer = self.clone();
        tokio::spawn(async move {
            if let Err(error) = mailer.send(letter).await {
                tracing::error!(%error, "a mail could not be sent");
            }
        });
    }

    async fn send(&self, letter: Letter) -> anyhow::Result<()> {
        let to = Mailbox::new(Some(letter.to_name), letter.to_address.parse::<Address>()?);
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject)
            .multipart(MultiPart::alternative_plain_html(letter.text, letter.html))?;
        match &self.transport {
            Transport::Files(files) => drop(files.send(message).await?),
            Transport::Smtp(server) => drop(server.send(message).await?),
        }
        Ok(())
    }
}

/// Whether mails can be addressed to it.
pub fn can_be_addressed(email: &str) -> bool {
    domain::user::is_email(email) && email.parse::<Address>().is_ok()
}

fn sender(from: &str) -> anyhow::Result<Mailbox> {
    from.parse().with_context(|| format!("{from} is not a sender like Simgrove <no-reply@simgrove.example>"))
}
