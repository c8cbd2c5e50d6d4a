use axum::extract::FromRequestParts;
use http::request::Parts;
use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;

use super::refusal;
use crate::ApiError;

/// The parameters of the query string.
///
/// Closed like a body: a parameter that `T` does not read is refused and named, and so is one that is given
/// twice. Names and values are strict UTF-8.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Query<T>(pub T);

impl<S, T> FromRequestParts<S> for Query<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parse(parts.uri.query().unwrap_or_default()).map(Query)
    }
}

fn parse<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    if percent_decode_str(query).decode_utf8().is_err() {
        return Err(ApiError::malformed("The query string is not UTF-8."));
    }
    refuse_doubled(query)?;

    let mut unknown = Vec::new();
    let mut track = serde_path_to_error::Track::new();
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    let tracked = serde_path_to_error::Deserializer::new(pairs, &mut track);
    let parsed = serde_ignored::deserialize(tracked, |path| unknown.push(path.to_string()));

    match parsed {
        Err(error) => {
            let name = track.path().iter().next().map(ToString::to_string);
            let refused = refusal::of_parameter("query", name.as_deref(), &error.to_string());
            Err(ApiError::invalid(vec![refused]))
        }
        Ok(_) if !unknown.is_empty() => Err(ApiError::invalid(
            unknown.into_iter().map(|name| refusal::unknown_field(format!("query:{name}"))).collect(),
        )),
        Ok(value) => Ok(value),
    }
}

fn refuse_doubled(query: &str) -> Result<(), ApiError> {
    let mut names: Vec<_> = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        None => Ok(()),
        Some(pair) => Err(ApiError::invalid_field(
            format!("query:{}", pair[0]),
            "duplicate-field",
            format!("`{}` is given twice.", pair[0]),
        )),
    }
}
