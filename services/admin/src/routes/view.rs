//! Shapes that several answers have in common.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use events::admin::ContentKind;
use serde::Serialize;
use std::collections::BTreeMap;
use web::Json;

/// 201 with the answer the first time, 200 with the same for a repeat.
pub(crate) struct Answer<T> {
    pub(crate) first_time: bool,
    pub(crate) body: T,
}

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let status = if self.first_time { StatusCode::CREATED } else { StatusCode::OK };
        (status, Json(self.body)).into_response()
    }
}

/// How often each name occurs: the first thing that somebody reads of a long list.
pub(crate) fn counted<K: Ord>(names: impl IntoIterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// A kind that an editor can ask for.
#[derive(Clone, Copy, Debug, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Topics.
    Topic,
    /// Words.
    Word,
}

impl From<Kind> for ContentKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Topic => Self::Topic,
            Kind::Word => Self::Word,
        }
    }
}
