//! Where a user was: the product that they chose, and the place in it.

use chrono::{DateTime, Utc};
use documents::{Aggregate, Change};
use ids::{ProductId, UserId};
use serde::{Deserialize, Serialize};

/// Bytes of a place. It is an address within a client, not a store.
pub const LONGEST_PLACE: usize = 500;

/// Where a user was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Context {
    /// Whose.
    #[serde(rename = "_id")]
    pub user_id: UserId,
    /// The last choice; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
}

/// A choice of a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What was opened.
    pub product_id: ProductId,
    /// Where in it, as the client's own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When, by the device's clock, never after it was told.
    #[serde(with = "documents::instant")]
    pub chosen_at: DateTime<Utc>,
}

/// A text that is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a place is a path within the client, such as /topics/eten, of at most {LONGEST_PLACE} bytes")]
pub struct NotAPlace;

/// Checks that a client can open `text` as a path of its own: `/...`, not `//host`, no control characters.
///
/// # Errors
/// [`NotAPlace`].
pub fn check_place(text: &str) -> Result<(), NotAPlace> {
    let inside = text.starts_with('/') && !text.starts_with("//") && !text.contains('\\');
    if inside && text.len() <= LONGEST_PLACE && !text.chars().any(char::is_control) {
        Ok(())
    } else {
        Err(NotAPlace)
    }
}

impl Context {
    /// Nothing was chosen yet.
    pub fn of(user_id: UserId) -> Self {
        Self { user_id, choice: None }
    }

    /// Takes a choice over, unless a later one is known: devices report in any order.
    pub fn choose(mut self, choice: &Choice) -> Change<Self> {
        let later = self.choice.as_ref().is_none_or(|known| known.chosen_at < choice.chosen_at);
        if !later {
            return Change::none(self);
        }
        self.choice = Some(choice.clone());
        Change::of(self)
    }
}

impl Aggregate for Context {
    type Id = UserId;
    const COLLECTION: &'static str = "contexts";

    fn id(&self) -> UserId {
        self.user_id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn choice(seconds: i64) -> Choice {
        Choice {
            product_id: "thematic-cards".parse().expect("a product"),
            place: Some(format!("/topics/{seconds}")),
            chosen_at: DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds),
        }
    }

    #[test]
    fn a_place_stays_inside_the_client() {
        for good in ["/", "/topics/eten?level=A1"] {
            assert_eq!(check_place(good), Ok(()), "{good}");
        }
        for bad in ["", "topics", "//evil.example", "https://evil.example", "/\\evil.example", "/a\nb"] {
            assert_eq!(check_place(bad), Err(NotAPlace), "{bad}");
        }
        assert_eq!(check_place(&format!("/{}", "a".repeat(LONGEST_PLACE))), Err(NotAPlace));
    }

    proptest! {
        #[test]
        fn the_latest_choice_stands_whatever_arrives_last(times in prop::collection::vec(0_i64..1000, 1..20)) {
            let context = times.iter().fold(Context::of(UserId::new(Uuid::nil())), |context, seconds| {
                context.choose(&choice(*seconds)).into_parts().0
            });
            prop_assert_eq!(context.choice, times.iter().max().map(|latest| choice(*latest)));
        }
    }
}
