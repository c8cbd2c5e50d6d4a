//! The post: takes what is due to the mail server.

use super::{
    Enclosure, Letter, Letterbox, MailConfig, Recipient, Smtp, Sources, Texts, smtp::Refused, sources::Untold,
};
use crate::domain::mail::{Mail, NotNow, State};
use anyhow::Context as _;
use boot::{CancellationToken, Clock, Random};
use documents::{ChangeError, Documents, Filter, Listing, instant};
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};
use prometheus::{IntCounterVec, IntGauge, Opts, Registry};
use std::{sync::Arc, time::Duration};
use uuid::Uuid;

/// Between two looks, when nobody says that there is a mail.
const EVERY: Duration = Duration::from_secs(1);
/// After the store did not answer.
const PAUSE: Duration = Duration::from_secs(5);
const AT_ONCE: u32 = 20;

/// What is known about mails, and may be shown.
#[derive(Clone)]
struct Metrics {
    ended: IntCounterVec,
    waiting: IntGauge,
    oldest: IntGauge,
}

impl Metrics {
    fn register(registry: &Registry) -> Result<Self, prometheus::Error> {
        let ended = IntCounterVec::new(
            Opts::new("mail_attempts_total", "Attempts to send a mail, by kind and outcome."),
            &["kind", "outcome"],
        )?;
        let waiting = IntGauge::new("mail_waiting", "Mails that are still to be sent.")?;
        let oldest =
            IntGauge::new("mail_oldest_seconds", "How long the cause of the oldest of them is past.")?;
        registry.register(Box::new(ended.clone()))?;
        registry.register(Box::new(waiting.clone()))?;
        registry.register(Box::new(oldest.clone()))?;
        Ok(Self { ended, waiting, oldest })
    }
}

/// The post.
pub struct Post {
    mails: Documents<Mail>,
    letterbox: Letterbox,
    sources: Sources,
    texts: Texts,
    smtp: Smtp,
    sender: Mailbox,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    metrics: Metrics,
}

/// How an attempt ended.
enum Outcome {
    Ended(State, Option<String>),
    Postponed(String),
    /// Another attempt has it.
    Lost,
}

impl Post {
    /// A post that empties this letterbox.
    ///
    /// # Errors
    /// The configuration cannot work.
    pub fn new(
        config: &MailConfig,
        letterbox: Letterbox,
        sources: Sources,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        registry: &Registry,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            mails: letterbox.mails.clone(),
            letterbox,
            sources,
            texts: Texts::new(config.client_url.as_str())?,
            smtp: Smtp::new(config)?,
            sender: config.sender.parse().context("the sender")?,
            clock,
            random,
            metrics: Metrics::register(registry)?,
        })
    }

    /// Sends what is due until `stop`; the mail in hand is finished.
    ///
    /// # Errors
    /// None: a store or a server that is down is waited for.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        while !stop.is_cancelled() {
            let pause = match self.round(&stop).await {
                Ok(()) => EVERY,
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "mails were not sent; tried again soon");
                    PAUSE
                }
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.letterbox.wake.notified() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
        Ok(())
    }

    /// Everything that is due now.
    ///
    /// # Errors
    /// The store.
    pub async fn round(&self, stop: &CancellationToken) -> anyhow::Result<()> {
        self.find_uncertain().await?;
        for mail in self.due(State::Composed).await? {
            if stop.is_cancelled() {
                break;
            }
            self.attempt(mail.id).await?;
        }
        self.measure().await
    }

    async fn due(&self, state: State) -> anyhow::Result<Vec<Mail>> {
        let due = Filter::eq("state", state).and_at_most("due_at", instant::bson(self.clock.now()));
        let found = self.mails.list(Listing::of(due).ascending("due_at").limit(AT_ONCE)).await?;
        Ok(found.items.into_iter().map(documents::Stored::into_state).collect())
    }

    /// What was being handed over by a process that is no more.
    async fn find_uncertain(&self) -> anyhow::Result<()> {
        for mail in self.due(State::HandingOver).await? {
            let now = self.clock.now();
            self.mails.change(mail.id.clone(), Filter::any(), |mail: Mail| mail.give_up_waiting(now)).await?;
            self.metrics.ended.with_label_values(&[mail.kind.name(), State::Uncertain.name()]).inc();
            tracing::error!(mail.id, mail.kind = %mail.kind, "a mail may or may not have been sent; it is not sent again");
        }
        Ok(())
    }

    async fn attempt(&self, id: String) -> anyhow::Result<()> {
        let now = self.clock.now();
        let claimed = match self.mails.change(id, Filter::any(), |mail: Mail| mail.claim(now)).await {
            Ok(Some(mail)) => mail.into_state(),
            Ok(None) | Err(ChangeError::Rule(NotNow)) => return Ok(()),
            Err(ChangeError::Store(error)) => return Err(error.into()),
        };
        let outcome = self.send(&claimed).await?;
        self.conclude(&claimed, outcome).await
    }

    /// Up to the message everything may fail and be done again; behind it nothing is. The mail server is called first,
    /// so that while it is down nobody's address is read.
    async fn send(&self, mail: &Mail) -> anyhow::Result<Outcome> {
        let open = match self.smtp.open(&self.sender.email).await {
            Ok(open) => open,
            Err(refused) => return Ok(outcome_of(refused)),
        };
        let (enclosure, reader) = match self.ask(mail).await {
            Ok(told) => told,
            Err(Untold::Never(why)) => return Ok(Outcome::Ended(State::Failed, Some(why.to_owned()))),
            Err(Untold::NotNow(error)) => return Ok(Outcome::Postponed(format!("{error:#}"))),
        };
        let letter = self.texts.write(mail, &reader, &enclosure)?;
        let Ok(to) = reader.email.parse::<Address>() else {
            return Ok(Outcome::Ended(State::Failed, Some("the address is none".to_owned())));
        };
        let message = self.message(mail, &reader, to.clone(), letter)?;
        let waiting = match open.address(&to).await {
            Ok(waiting) => waiting,
            Err(refused) => return Ok(outcome_of(refused)),
        };
        let (attempt, now) = (mail.attempts, self.clock.now());
        match self
            .mails
            .change(mail.id.clone(), Filter::any(), |mail: Mail| mail.hand_over(attempt, now))
            .await
        {
            Ok(Some(_)) => {}
            Ok(None) | Err(ChangeError::Rule(NotNow)) => return Ok(Outcome::Lost),
            Err(ChangeError::Store(error)) => return Err(error.into()),
        }
        Ok(match waiting.give(&message.formatted()).await {
            Ok(()) => Outcome::Ended(State::Sent, None),
            Err(refused) => outcome_of(refused),
        })
    }

    async fn ask(&self, mail: &Mail) -> Result<(Enclosure, Recipient), Untold> {
        let enclosure = self.sources.enclosure(mail, self.clock.now()).await?;
        Ok((enclosure, self.sources.recipient(mail).await?))
    }

    async fn conclude(&self, mail: &Mail, outcome: Outcome) -> anyhow::Result<()> {
        let now = self.clock.now();
        let label = match outcome {
            Outcome::Lost => "lost",
            Outcome::Ended(state, problem) => {
                let end = |mail: Mail| mail.end(state, problem.as_deref());
                self.mails.change(mail.id.clone(), Filter::any(), end).await?;
                tracing::info!(mail.kind = %mail.kind, mail.state = state.name(), problem, "a mail has come to its end");
                state.name()
            }
            Outcome::Postponed(problem) => {
                let jitter = f64::from(u16::from_le_bytes(self.random.array())) / f64::from(u16::MAX);
                let postpone = |mail: Mail| mail.postpone(&problem, jitter, now);
                self.mails.change(mail.id.clone(), Filter::any(), postpone).await?;
                tracing::warn!(mail.kind = %mail.kind, attempts = mail.attempts, problem, "a mail was not sent yet");
                "postponed"
            }
        };
        self.metrics.ended.with_label_values(&[mail.kind.name(), label]).inc();
        Ok(())
    }

    async fn measure(&self) -> anyhow::Result<()> {
        let waiting = Filter::eq("state", State::Composed);
        let first = self.mails.list(Listing::of(waiting.clone()).ascending("caused_at").limit(1)).await?;
        let age = first.items.first().map_or(0, |mail| (self.clock.now() - mail.caused_at).num_seconds());
        self.metrics.oldest.set(age);
        self.metrics.waiting.set(i64::try_from(self.mails.count(waiting).await?).unwrap_or(i64::MAX));
        Ok(())
    }

    fn message(
        &self,
        mail: &Mail,
        reader: &Recipient,
        to: Address,
        letter: Letter,
    ) -> anyhow::Result<Message> {
        let header = |name, value: &str| {
            Ok::<_, anyhow::Error>(HeaderValue::new(HeaderName::new_from_ascii(name)?, value.to_owned()))
        };
        let message = Message::builder()
            .from(self.sender.clone())
            .to(Mailbox::new(Some(reader.given_name.clone()), to))
            .subject(letter.subject)
            .message_id(Some(self.message_id(mail)))
            .date(self.clock.now().into())
            // RFC 3834: no holiday notice answers it.
            .raw_header(header("Auto-Submitted".to_owned(), "auto-generated")?)
            .raw_header(header("Content-Language".to_owned(), reader.interface_language.as_str())?);
        let message = match self.texts.place_to_unsubscribe(mail.kind) {
            // RFC 2369.
            Some(place) => message.raw_header(header("List-Unsubscribe".to_owned(), &format!("<{place}>"))?),
            None => message,
        };
        Ok(message.multipart(MultiPart::alternative_plain_html(letter.text, letter.html))?)
    }

    /// The same for every attempt, so that a server or a reader that got it twice can know.
    fn message_id(&self, mail: &Mail) -> String {
        format!("<{}@{}>", Uuid::new_v5(&Uuid::NAMESPACE_OID, mail.id.as_bytes()), self.sender.email.domain())
    }
}

fn outcome_of(refused: Refused) -> Outcome {
    match refused {
        Refused::Later(problem) => Outcome::Postponed(problem),
        Refused::Never(problem) => Outcome::Ended(State::Failed, Some(problem)),
        Refused::Unknown(problem) => Outcome::Ended(State::Uncertain, Some(problem)),
    }
}
