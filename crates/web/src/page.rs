//! Lists by cursor.
//!
//! A cursor is where a list goes on, sealed so that nobody can make one up or take it to another list:
//! `base64url(0x01 | len(key id) | key id | tag | position as JSON)`, the tag being the first 16 bytes of
//! HMAC-SHA256 over the version, the scope and the position. The scope names the list, its owner and its
//! filters; it is not in the cursor, so that a cursor only opens where it was made.

use std::fmt;

use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderValue, Uri};
use secrets::{Key, Keys};
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use sha2::Sha256;
use utoipa::ToSchema;

use crate::{ApiError, Json};

const VERSION: u8 = 1;
const TAG: usize = 16;

/// No position needs more; a longer text is no cursor.
const MAX_CURSOR: usize = 2048;

/// Signs and opens the cursors of one service, with keys that may rotate meanwhile.
#[derive(Debug, Clone)]
pub struct Cursors(Keys);

impl Cursors {
    /// Cursors signed by the current key; those of the other keys still open.
    pub fn new(keys: Keys) -> Self {
        Self(keys)
    }

    /// The text that leads on from `position` in the list that `scope` names.
    ///
    /// # Errors
    /// When the position cannot be written as JSON, which is a defect.
    pub fn seal(&self, scope: &str, position: &impl Serialize) -> Result<String, ApiError> {
        let position = serde_json::to_vec(position).map_err(ApiError::internal)?;
        let keys = self.0.now();
        let (id, key) = keys.current();
        let id_len = u8::try_from(id.len()).map_err(ApiError::internal)?;

        let mut sealed = vec![VERSION, id_len];
        sealed.extend_from_slice(id.as_bytes());
        sealed.extend_from_slice(&mac(key, scope, &position).finalize().into_bytes()[..TAG]);
        sealed.extend_from_slice(&position);
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// The position in a cursor that [`Cursors::seal`] made for the same scope.
    ///
    /// # Errors
    /// 422 at `query:cursor` for anything else.
    pub fn open<P: DeserializeOwned>(&self, scope: &str, cursor: &str) -> Result<P, ApiError> {
        self.try_open(scope, cursor).ok_or_else(|| {
            ApiError::invalid_field(
                "query:cursor",
                "invalid-cursor",
                "This cursor does not belong to this list.",
            )
        })
    }

    fn try_open<P: DeserializeOwned>(&self, scope: &str, cursor: &str) -> Option<P> {
        if cursor.len() > MAX_CURSOR {
            return None;
        }
        let sealed = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let ([version, id_len], rest) = sealed.split_first_chunk()?;
        let (id, rest) = rest.split_at_checked(usize::from(*id_len))?;
        let (tag, position) = rest.split_first_chunk::<TAG>()?;

        let keys = self.0.now();
        let key = keys.get(std::str::from_utf8(id).ok()?)?;
        mac(key, scope, position).verify_truncated_left(tag).ok()?;
        (*version == VERSION).then(|| serde_json::from_slice(position).ok())?
    }
}

fn mac(key: &Key, scope: &str, position: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.expose()).expect("HMAC takes keys of any length");
    mac.update(&[VERSION]);
    mac.update(&(scope.len() as u64).to_be_bytes());
    mac.update(scope.as_bytes());
    mac.update(position);
    mac
}

/// How many items a page may hold: 1 to 200, 50 unless said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToSchema)]
#[schema(value_type = u16, minimum = 1, maximum = 200, default = 50, example = 50)]
pub struct Limit(u16);

impl Limit {
    /// The number of items.
    pub fn get(self) -> usize {
        usize::from(self.0)
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bounded(deserializer, 1, 200).map(|limit| Self(limit as u16))
    }
}

/// Reads a whole number within bounds, from a number or from the text of a query.
pub(crate) fn bounded<'de, D: Deserializer<'de>>(
    deserializer: D,
    least: u32,
    most: u32,
) -> Result<u32, D::Error> {
    struct Bounded(u32, u32);

    impl Visitor<'_> for Bounded {
        type Value = u32;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a whole number from {} to {}", self.0, self.1)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<u32, E> {
            u32::try_from(number)
                .ok()
                .filter(|number| (self.0..=self.1).contains(number))
                .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Unsigned(number), &self))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<u32, E> {
            match text.parse::<u64>() {
                Ok(number) => self.visit_u64(number),
                Err(_) => Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)),
            }
        }
    }

    deserializer.deserialize_any(Bounded(least, most))
}

/// A page of a list. The layers add `Link: <...>; rel="next"` when there is more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// Leads on; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// A page of what a query for one more than `limit` found: the surplus item only tells that there is more.
    ///
    /// # Errors
    /// When the position cannot be written as JSON, which is a defect.
    pub fn of<P: Serialize>(
        mut found: Vec<T>,
        limit: Limit,
        cursors: &Cursors,
        scope: &str,
        position: impl FnOnce(&T) -> P,
    ) -> Result<Self, ApiError> {
        let more = found.len() > limit.get();
        found.truncate(limit.get());
        let next_cursor = match found.last() {
            Some(last) if more => Some(cursors.seal(scope, &position(last))?),
            _ => None,
        };
        Ok(Self { items: found, next_cursor })
    }

    /// The same page with each item turned into its answer.
    pub fn map<U>(self, answer: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(answer).collect(), next_cursor: self.next_cursor }
    }
}

/// The cursor of a response, kept beside its body for the layer that knows the request's address.
#[derive(Debug, Clone)]
pub(crate) struct Next(String);

impl Next {
    /// `</path?limit=2&cursor=...>; rel="next"` (RFC 8288), other parameters as they were.
    pub(crate) fn link(&self, uri: &Uri) -> Option<HeaderValue> {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
            if name != "cursor" {
                query.append_pair(&name, &value);
            }
        }
        query.append_pair("cursor", &self.0);
        HeaderValue::try_from(format!("<{}?{}>; rel=\"next\"", uri.path(), query.finish())).ok()
    }
}

impl<T: Serialize> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        let next = self.next_cursor.clone();
        let mut response = Json(self).into_response();
        if let Some(next) = next {
            response.extensions_mut().insert(Next(next));
        }
        response
    }
}
