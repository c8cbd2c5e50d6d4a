//! Studying a topic, as a client does it.

use crate::{
    Person, Reply,
    people::{new_id, now},
};
use anyhow::Context;
use ids::{ReviewId, StudySessionId, UserId};
use serde_json::{Value, json};

/// A sitting: cards in their order.
#[derive(Clone, Debug)]
pub struct Sitting {
    /// The sitting's id.
    pub id: StudySessionId,
    /// Its cards.
    pub cards: Vec<Card>,
}

/// A card to answer.
#[derive(Clone, Debug)]
pub struct Card(Value);

impl Person {
    /// Sits down with a topic, for typed answers in Dutch.
    ///
    /// # Errors
    /// No answer.
    pub async fn sit_down(&self, topic: &str, cards: u32) -> anyhow::Result<Sitting> {
        let id = new_id(StudySessionId::v7);
        let path = format!("/api/v2/thematic-cards/topics/{topic}/sessions/{id}");
        let session = self.put(&path, &json!({ "kind": "recall", "cards": cards })).await?.expect(201);
        let cards = session["cards"].as_array().context("cards")?.iter().cloned().map(Card).collect();
        Ok(Sitting { id, cards })
    }

    /// Answers a card once; a repeat has the same path and body.
    ///
    /// # Errors
    /// No answer.
    pub async fn answer(&self, answer: &(String, Value)) -> anyhow::Result<Reply> {
        self.put(&answer.0, &answer.1).await
    }

    /// Answers a card rightly, and again until it is answered, as a client on a train does.
    ///
    /// # Panics
    /// It is refused, or not answered.
    pub async fn answer_until_taken(&self, card: &Card) {
        let (path, body) = card.typed(card.expected());
        self.put_until_taken(&path, &body).await;
    }

    /// How many answers of a student this teacher sees; none while they are not theirs, or nobody answers.
    pub async fn answers_of(&self, student: UserId) -> Option<u64> {
        let path = format!("/api/v2/cron-utility/students/{student}");
        self.get(&path).await.ok()?.body["answers"].as_u64()
    }
}

impl Card {
    /// The right answer, with its article.
    pub fn expected(&self) -> &str {
        self.0["expected"].as_str().unwrap_or_default()
    }

    /// The right answer with the other article; none when the word has no single article.
    pub fn with_wrong_article(&self) -> Option<String> {
        let expected = self.expected();
        let other =
            |article: &str, other: &str| expected.strip_prefix(article).map(|noun| format!("{other}{noun}"));
        other("de ", "het ").or_else(|| other("het ", "de "))
    }

    /// A request that answers this card: path and body, to be sent once or again.
    pub fn typed(&self, text: &str) -> (String, Value) {
        let path = format!(
            "/api/v2/thematic-cards/cards/{}/reviews/{}",
            self.0["cardId"].as_str().unwrap_or_default(),
            new_id(ReviewId::v7)
        );
        let body = json!({
            "wordId": self.0["wordId"], "kind": self.0["kind"],
            "answer": { "way": "typed", "text": text }, "answeredAt": now(),
        });
        (path, body)
    }
}
