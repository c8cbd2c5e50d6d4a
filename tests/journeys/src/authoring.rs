//! Authoring a topic, as an editor does it.

use crate::{Person, eventually};
use serde_json::json;
use std::time::Duration;
use uuid::Uuid;

const FILE: &str = "eten-en-drinken.a1.toml";
const WORDS: u64 = 25;

impl Person {
    /// Imports the file of a topic, and submits, approves and publishes the topic with its words. Again, it meets the
    /// same topic and changes nothing.
    ///
    /// # Errors
    /// No answer, or no such file.
    pub async fn publish_topic(&self) -> anyhow::Result<String> {
        let path = testing::stack::workspace().join("content/topics").join(FILE);
        let files = json!({ "files": [{ "name": FILE, "text": std::fs::read_to_string(path)? }] });
        let imported =
            self.put(&format!("/api/v2/admin/imports/{}", Uuid::new_v4()), &files).await?.expect(201);
        let items = imported["items"].as_array().expect("items");
        let topic = items.iter().find(|item| item["kind"] == "topic").expect("a topic among the items");
        let topic = topic["itemId"].as_str().expect("an id").to_owned();
        let steps = json!({ "steps": ["submit", "approve", "publish"] });
        let taken =
            self.put(&format!("/api/v2/admin/topics/{topic}/steps/{}", Uuid::new_v4()), &steps).await?;
        assert!(taken.status.is_success(), "{}", taken.body);
        Ok(topic)
    }

    /// Waits, as a student, until the topic has arrived with all its words.
    pub async fn sees_topic(&self, topic: &str) {
        let path = format!("/api/v2/thematic-cards/topics/{topic}");
        eventually("the student sees every word of the topic", Duration::from_secs(15), async || {
            (self.get(&path).await.ok()?.body["words"] == WORDS).then_some(())
        })
        .await;
    }
}
