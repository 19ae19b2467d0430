//! Mails: as files in the data folder, or through a mail server.

pub mod brand;
pub mod letter;
pub mod outbox;

use anyhow::Context as _;
use letter::Letter;
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// How long to wait for a mail server that says nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends mails. Clones share the connections.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    transport: Transport,
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// It is this mail that is not taken, such as for its address. Others may be.
    #[error("refused: {0}")]
    Refused(anyhow::Error),
    /// No mail can be sent now.
    #[error("no way to send: {0}")]
    Unreachable(anyhow::Error),
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
        Ok(Self { from: sender(from)?, transport: Transport::Smtp(server.timeout(Some(PATIENCE)).build()) })
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

    /// Sends a mail.
    pub async fn send(&self, letter: Letter) -> Result<(), NotSent> {
        let message = self.message(letter).map_err(NotSent::Refused)?;
        match &self.transport {
            Transport::Files(files) => {
                drop(files.send(message).await.map_err(|error| NotSent::Unreachable(error.into()))?);
            }
            Transport::Smtp(server) => drop(server.send(message).await.map_err(|error| {
                // A server that answers can be asked for the next one.
                let answered = error.is_transient() || error.is_permanent();
                if answered { NotSent::Refused(error.into()) } else { NotSent::Unreachable(error.into()) }
            })?),
        }
        Ok(())
    }

    fn message(&self, letter: Letter) -> anyhow::Result<Message> {
        let to = Mailbox::new(letter.to_name, letter.to_address.parse::<Address>()?);
        let from = Mailbox::new(
            letter.from_name.or_else(|| self.from.name.clone()),
            letter
                .from_address
                .map_or_else(|| Ok(self.from.email.clone()), |from| from.parse::<Address>())?,
        );
        let message = Message::builder().from(from).to(to).subject(letter.subject);
        Ok(message.multipart(MultiPart::alternative_plain_html(letter.text, letter.html))?)
    }
}

/// Whether mails can be addressed to it.
pub fn can_be_addressed(email: &str) -> bool {
    domain::user::is_email(email) && email.parse::<Address>().is_ok()
}

fn sender(from: &str) -> anyhow::Result<Mailbox> {
    from.parse().with_context(|| format!("{from} is not a sender like Simgrove <no-reply@simgrove.example>"))
}
