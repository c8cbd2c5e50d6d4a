//! A record that can be larger than a topic takes.

use events::Event;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A text of any length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voluminous {
    /// What keeps its order.
    pub key: String,
    /// The text.
    pub text: String,
}

impl Event for Voluminous {
    const TOPIC: &'static str = "foundation-tests.voluminous";
    const TYPE: &'static str = "tall.foundation_tests.Voluminous";
    const SCHEMA: &'static str = r#"{"type":"record","namespace":"tall.foundation_tests","name":"Voluminous",
        "doc":"A text of any length","fields":[{"name":"key","type":"string","doc":"The key"},
        {"name":"text","type":"string","doc":"The text"}]}"#;

    fn key(&self) -> String {
        self.key.clone()
    }
}

impl Voluminous {
    /// By which two who are far apart compare texts.
    #[must_use]
    pub fn digest(&self) -> String {
        hex::encode(Sha256::digest(&self.text))
    }
}
