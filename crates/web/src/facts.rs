//! Facts that a device hands in after it was offline, each judged by itself.

use crate::{ApiError, ApiResult, Problem, Timestamp};
use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use ids::ReviewId;
use serde::Serialize;
use serde_json::Value;
use std::{collections::HashMap, hash::Hash};
use utoipa::ToSchema;

/// Facts of one request.
pub const MOST_FACTS: usize = 500;

/// What came of a fact.
#[derive(Debug)]
pub enum Handed {
    /// It was new.
    Applied {
        /// When it counts as given, where it is an answer.
        counted_at: Option<DateTime<Utc>>,
    },
    /// It had come before, or something later counts.
    Duplicate,
    /// It is not taken.
    Rejected(ApiError),
}

impl Handed {
    /// Of a fact that is no answer.
    #[must_use]
    pub const fn of(is_new: bool) -> Self {
        if is_new { Self::Applied { counted_at: None } } else { Self::Duplicate }
    }
}

/// What came of a fact.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FactResultView {
    /// The fact's own id, or that of what it is about where it has none, as it was sent; absent where none can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Uuid)]
    id: Option<String>,
    /// `applied`, `duplicate` (it had come before, or something later counts), `rejected`. None of them needs to be sent
    /// again.
    result: FactResult,
    /// When an answer counts as given: as the device told, unless its clock was wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    counted_at: Option<Timestamp>,
    /// Why it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
}

/// What came of a fact.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactResult {
    /// It was new, and counts.
    Applied,
    /// It had come before.
    Duplicate,
    /// It is not taken.
    Rejected,
}

impl FactResultView {
    /// Of a fact that was sent under this id.
    #[must_use]
    pub fn of(id: Option<&Value>, handed: Handed) -> Self {
        let id = id.and_then(Value::as_str).filter(|id| id.parse::<ReviewId>().is_ok());
        let (result, counted_at, problem) = match handed {
            Handed::Applied { counted_at } => (FactResult::Applied, counted_at.map(Timestamp::from), None),
            Handed::Duplicate => (FactResult::Duplicate, None, None),
            Handed::Rejected(error) => (FactResult::Rejected, None, Some(error.into_problem())),
        };
        Self { id: id.map(str::to_owned), result, counted_at, problem }
    }
}

/// The facts of a body, unless they are too many.
///
/// # Errors
/// 422 when there are more than [`MOST_FACTS`].
pub fn facts_of(facts: &[Value]) -> ApiResult<&[Value]> {
    if facts.len() <= MOST_FACTS {
        return Ok(facts);
    }
    Err(ApiError::invalid_field("/facts", "too-many", format!("Expected at most {MOST_FACTS} facts.")))
}

/// Takes what could be read, by what it is about: facts of one thing go to `take` together, with their places, things side by
/// side, `at_once` of them. What could not be read is rejected where it stands. Gives what came of each fact, in their order.
///
/// # Errors
/// That of `take`: then facts may have been taken, and all can be handed in again.
pub async fn take_each<Thing, Fact, Taking>(
    facts: Vec<ApiResult<(Thing, Fact)>>,
    at_once: usize,
    take: impl Fn(Thing, Vec<(usize, Fact)>) -> Taking,
) -> ApiResult<Vec<Handed>>
where
    Thing: Eq + Hash,
    Taking: Future<Output = ApiResult<Vec<(usize, Handed)>>>,
{
    let count = facts.len();
    let mut outcomes = HashMap::with_capacity(count);
    let mut by_thing: HashMap<Thing, Vec<(usize, Fact)>> = HashMap::new();
    for (place, fact) in facts.into_iter().enumerate() {
        match fact {
            Ok((thing, fact)) => by_thing.entry(thing).or_default().push((place, fact)),
            Err(error) => drop(outcomes.insert(place, Handed::Rejected(error))),
        }
    }
    let taken: Vec<Vec<(usize, Handed)>> = stream::iter(by_thing)
        .map(|(thing, facts)| take(thing, facts))
        .buffer_unordered(at_once)
        .try_collect()
        .await?;
    outcomes.extend(taken.into_iter().flatten());
    (0..count)
        .map(|place| outcomes.remove(&place).context("a fact without an outcome").map_err(ApiError::from))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unreadable() -> ApiError {
        ApiError::invalid_field("", "unreadable-fact", "This is no fact that is known here.")
    }

    #[tokio::test]
    async fn each_fact_has_its_outcome_in_its_place() {
        let facts = vec![Ok(('a', 1)), Err(unreadable()), Ok(('b', 2)), Ok(('a', 3))];
        let take = |thing, facts: Vec<(usize, i32)>| async move {
            assert_eq!(facts.len(), if thing == 'a' { 2 } else { 1 }, "facts of one thing come together");
            Ok(facts.into_iter().rev().map(|(place, fact)| (place, Handed::of(fact != 3))).collect())
        };
        let handed = take_each(facts, 2, take).await.expect("taken");
        assert!(matches!(
            handed.as_slice(),
            [
                Handed::Applied { counted_at: None },
                Handed::Rejected(_),
                Handed::Applied { .. },
                Handed::Duplicate
            ]
        ));
    }

    #[tokio::test]
    async fn a_fact_that_was_lost_and_a_store_that_fails_are_told() {
        let lost = |_, _: Vec<(usize, i32)>| async { Ok(Vec::new()) };
        assert!(take_each(vec![Ok(('a', 1))], 2, lost).await.is_err());
        let failing = |_, _: Vec<(usize, i32)>| async { Err(unreadable()) };
        assert!(take_each(vec![Ok(('a', 1))], 2, failing).await.is_err());
    }

    #[test]
    fn an_id_that_is_none_is_not_repeated() {
        let told = |id: Value| FactResultView::of(Some(&id), Handed::Duplicate).id;
        assert_eq!(told("<script>".into()), None);
        assert_eq!(told(7.into()), None);
        let id = "0197a3c8-0000-7c1e-9c77-6d1e7a3b9f10";
        assert_eq!(told(id.into()).as_deref(), Some(id));
    }

    #[test]
    fn so_many_and_no_more() {
        let facts = vec![Value::Null; MOST_FACTS + 1];
        assert!(facts_of(&facts[1..]).is_ok());
        assert!(facts_of(&facts).is_err());
    }
}
