//! The products of the school, as profile last told them.

use access::Role;
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change};
use events::LocalizedText;
use ids::ProductId;
use serde::{Deserialize, Serialize};

/// What profile answers at `/products`. Fields that are not known here are passed over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// In the order in which they are shown.
    pub items: Vec<Product>,
}

/// Something that users of some roles may open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Product {
    /// Its name.
    pub id: ProductId,
    /// What it is called.
    pub title: LocalizedText,
    /// Who may open it, as profile names roles. A role that is not known here opens nothing.
    pub roles: Vec<String>,
}

impl Catalogue {
    /// What `role` may open, in order.
    pub fn open_to(&self, role: Role) -> impl Iterator<Item = &Product> {
        self.items.iter().filter(move |product| product.is_open_to(role))
    }

    /// Whether `role` may open `product`.
    pub fn admits(&self, product: &ProductId, role: Role) -> bool {
        self.open_to(role).any(|open| open.id == *product)
    }
}

impl Product {
    fn is_open_to(&self, role: Role) -> bool {
        self.roles.iter().any(|name| name == role_name(role))
    }
}

/// A role as HTTP spells it.
const fn role_name(role: Role) -> &'static str {
    match role {
        Role::TechnicalAdmin => "technical-admin",
        Role::EducationalAdmin => "educational-admin",
        Role::Teacher => "teacher",
        Role::Student => "student",
    }
}

/// The catalogue as it was last seen, kept so that the lobby opens while profile is down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// There is one.
    #[serde(rename = "_id")]
    pub id: String,
    /// What was seen.
    pub catalogue: Catalogue,
    /// When.
    #[serde(with = "documents::instant")]
    pub seen_at: DateTime<Utc>,
}

impl Snapshot {
    /// The id of the only one.
    pub const ID: &'static str = "products";

    /// Nothing was seen yet.
    pub fn none() -> Self {
        Self { id: Self::ID.to_owned(), catalogue: Catalogue::default(), seen_at: DateTime::UNIX_EPOCH }
    }

    /// Keeps what was seen, if it differs.
    pub fn keep(mut self, catalogue: &Catalogue, seen_at: DateTime<Utc>) -> Change<Self> {
        if self.catalogue == *catalogue && self.seen_at != DateTime::UNIX_EPOCH {
            return Change::none(self);
        }
        self.catalogue = catalogue.clone();
        self.seen_at = seen_at;
        Change::of(self)
    }
}

impl Aggregate for Snapshot {
    type Id = String;
    const COLLECTION: &'static str = "catalogue";

    fn id(&self) -> String {
        self.id.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        serde_json::from_value(serde_json::json!({ "items": [
            { "id": "thematic-cards", "title": { "nl": "a", "en": "b", "ru": "c" }, "roles": ["student"] },
            { "id": "people", "title": { "nl": "a", "en": "b", "ru": "c" },
              "roles": ["technical-admin", "educational-admin", "janitor"], "later": true },
        ]}))
        .expect("a catalogue")
    }

    fn open_to(role: Role) -> Vec<String> {
        catalogue().open_to(role).map(|product| product.id.to_string()).collect()
    }

    #[test]
    fn each_role_sees_its_own() {
        assert_eq!(open_to(Role::Student), ["thematic-cards"]);
        assert_eq!(open_to(Role::TechnicalAdmin), ["people"]);
        assert_eq!(open_to(Role::EducationalAdmin), ["people"]);
        assert_eq!(open_to(Role::Teacher), [""; 0]);
    }

    #[test]
    fn the_same_catalogue_is_kept_once() {
        let first = Snapshot::none().keep(&catalogue(), DateTime::UNIX_EPOCH + chrono::TimeDelta::seconds(1));
        assert!(!first.is_none());
        let again =
            first.into_parts().0.keep(&catalogue(), DateTime::UNIX_EPOCH + chrono::TimeDelta::days(1));
        assert!(again.is_none());
    }
}
