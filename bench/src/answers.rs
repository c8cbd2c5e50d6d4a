//! Answers of many students that wait in an outbox, and a relay that publishes them.

use crate::{
    cards::{Cards, outbox_of, review_id},
    kafka::Topic,
    stack::Scratch,
};
use anyhow::{Context, Result};
use async_trait::async_trait;
use boot::{Clock, Random, SystemClock, SystemRandom};
use bus::{Backlog, Bus, Encoder, Lease, Meta, OutboxSource, Outgoing, Pending, Relay, RelayWaker};
use documents::{Aggregate, Documents, Store};
use events::{Fact, thematic_cards::CardReviewed};
use ids::{CardId, EventId, UserId};
use mongodb::{
    Collection,
    bson::{Binary, Bson, Document, doc, spec::BinarySubtype},
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use thematic_cards::domain::card::Card;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// Students whose answers wait, in turn: as many keys.
const STUDENTS: usize = 2000;
/// What one transaction or one insert adds.
pub(crate) const CHUNK: usize = 1000;
const PATIENCE: Duration = Duration::from_secs(120);

/// An outbox that was filled, with what must live as long as it.
pub(crate) struct Filled {
    outbox: Arc<dyn OutboxSource>,
    _scratch: Option<Scratch>,
}

impl Filled {
    pub(crate) fn of(outbox: impl OutboxSource + 'static) -> Self {
        Self { outbox: Arc::new(outbox), _scratch: None }
    }
}

/// From the start of a relay until all is published and marked.
pub(crate) async fn drain(bus: &Bus, filled: Filled, count: usize) -> Result<Duration> {
    let outbox = Counted::around(Arc::clone(&filled.outbox));
    let relay = Relay::new(bus.producer().clone(), outbox.clone());
    let stop = CancellationToken::new();
    let began = Instant::now();
    let running = tokio::spawn(relay.run(stop.clone()));
    let marked = tokio::time::timeout(PATIENCE, outbox.marked(count)).await;
    let took = began.elapsed();
    stop.cancel();
    running.await?;
    marked.with_context(|| format!("an outbox of {count} was not empty after {PATIENCE:?}"))?;
    Ok(took)
}

/// An outbox that tells how much was marked.
struct Counted {
    outbox: Arc<dyn OutboxSource>,
    marked: watch::Sender<usize>,
}

impl Counted {
    fn around(outbox: Arc<dyn OutboxSource>) -> Arc<Self> {
        Arc::new(Self { outbox, marked: watch::Sender::new(0) })
    }

    async fn marked(&self, count: usize) {
        // The sender lives in this value, so that waiting ends with the condition alone.
        drop(self.marked.subscribe().wait_for(|marked| *marked >= count).await);
    }
}

#[async_trait]
impl OutboxSource for Counted {
    async fn lease(&self) -> Result<Option<Box<dyn Lease>>> {
        self.outbox.lease().await
    }

    async fn pending(&self, after: Option<&Pending>, limit: usize) -> Result<Vec<Pending>> {
        self.outbox.pending(after, limit).await
    }

    fn holds_back(&self) -> bool {
        self.outbox.holds_back()
    }

    async fn mark(&self, published: &[Pending]) -> Result<()> {
        self.outbox.mark(published).await?;
        self.marked.send_modify(|marked| *marked += published.len());
        Ok(())
    }

    async fn backlog(&self) -> Result<Backlog> {
        self.outbox.backlog().await
    }
}

/// Answers of many students, all different, made after one that the service took.
pub(crate) struct Answers {
    encoder: Arc<Encoder>,
    fact: CardReviewed,
    document: Document,
}

impl Answers {
    pub(crate) async fn open(encoder: Arc<Encoder>) -> Result<Self> {
        let cards = Cards::open(encoder.clone(), RelayWaker::default(), 1).await?;
        cards.answer().await?;
        let mut facts = testing::published::<CardReviewed>(&cards.outbox()).await;
        let collection: Collection<Document> = cards.scratch().database().collection(Card::COLLECTION);
        Ok(Self {
            encoder,
            fact: facts.pop().context("the event of an answer")?,
            document: collection.find_one(doc! {}).await?.context("the card of an answer")?,
        })
    }

    pub(crate) fn rows(&self, topic: &Topic, count: usize) -> Result<Vec<Outgoing>> {
        (0..count).map(|number| self.row(topic, number)).collect()
    }

    /// What a consumer is told of such an answer.
    pub(crate) fn fact(&self, number: usize) -> CardReviewed {
        let random: &dyn Random = &SystemRandom;
        CardReviewed {
            user_id: UserId::derive(ids::CONTENT, &format!("bench/student/{}", number % STUDENTS)),
            review_id: review_id(),
            card_id: CardId::v7(SystemClock.now(), random.array()),
            ..self.fact.clone()
        }
    }

    /// Another answer than any before it, on this topic.
    fn row(&self, topic: &Topic, number: usize) -> Result<Outgoing> {
        let random: &dyn Random = &SystemRandom;
        let now = SystemClock.now();
        let fact = self.fact(number);
        let meta = Meta::new(EventId::v7(now, random.array()), fact.card_id.to_string(), 1, now);
        let mut row = self.encoder.encode(&Fact::of(fact), meta)?;
        for rendition in &mut row.renditions {
            rendition.topic = topic.name().to_owned();
        }
        Ok(row)
    }

    /// One card a row, as the service stores it.
    pub(crate) async fn fill_documents(&self, rows: &[Outgoing]) -> Result<Filled> {
        let scratch = Scratch::fresh().await?;
        let store = Store::new(
            scratch.database().clone(),
            self.encoder.clone(),
            Arc::new(SystemClock),
            Arc::new(SystemRandom),
            RelayWaker::default(),
        );
        Documents::<Card>::new(&store).prepare().await?;
        let cards: Collection<Document> = scratch.database().collection(Card::COLLECTION);
        for chunk in rows.chunks(CHUNK) {
            let documents = chunk.iter().map(|row| self.card(row)).collect::<Result<Vec<_>>>()?;
            cards.insert_many(documents).await?;
        }
        Ok(Filled { outbox: Arc::new(outbox_of(&scratch)), _scratch: Some(scratch) })
    }

    fn card(&self, row: &Outgoing) -> Result<Document> {
        let rendition = row.renditions.first().context("a row without a rendition")?;
        let mut card = self.document.clone();
        card.insert("_id", &row.subject);
        card.insert("outbox_at", mongodb::bson::DateTime::from_chrono(row.at));
        let entry = card.get_array_mut("outbox")?.first_mut().and_then(Bson::as_document_mut);
        let entry = entry.context("the event of an answer")?;
        entry.insert("id", row.id.to_string());
        entry.insert("topic", &rendition.topic);
        entry.insert("key", &rendition.key);
        entry.insert("payload", Binary { subtype: BinarySubtype::Generic, bytes: rendition.payload.clone() });
        Ok(card)
    }
}
