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
        let topic = self.import(FILE, &std::fs::read_to_string(path)?).await;
        self.publish(&topic).await;
        Ok(topic)
    }

    /// Imports a topic of one word, which is not published yet; gives its id. The same slug is the same topic.
    pub async fn write_topic(&self, slug: &str, title: &str) -> String {
        let text = format!(
            r#"format = 1

[topic]
slug = "{slug}"
level = "A1"
licence = "CC-BY-SA-4.0"
title = {{ nl = "{title}", en = "{title}", ru = "{title}" }}
position = 99

[[word]]
key = "brood"
lemma = "brood"
part_of_speech = "noun"
article = ["het"]
plural = "broden"
gloss = {{ en = ["bread"], ru = ["хлеб"] }}
examples = [{{ nl = "Het brood is vers.", en = "The bread is fresh.", ru = "Хлеб свежий." }}]
"#
        );
        self.import(&format!("{slug}.a1.toml"), &text).await
    }

    async fn import(&self, name: &str, text: &str) -> String {
        let files = json!({ "files": [{ "name": name, "text": text }] });
        let imported =
            self.put_until_taken(&format!("/api/v2/admin/imports/{}", Uuid::new_v4()), &files).await;
        let items = imported["items"].as_array().expect("items");
        let topic = items.iter().find(|item| item["kind"] == "topic").expect("a topic among the items");
        topic["itemId"].as_str().expect("an id").to_owned()
    }

    /// Submits, approves and publishes a topic with its words.
    pub async fn publish(&self, topic: &str) {
        let steps = json!({ "steps": ["submit", "approve", "publish"] });
        self.put_until_taken(&format!("/api/v2/admin/topics/{topic}/steps/{}", Uuid::new_v4()), &steps).await;
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
