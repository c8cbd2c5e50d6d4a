use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The name of a product in the catalogue, such as `thematic-cards`: 1 to 64 lower-case letters, digits and hyphens,
/// beginning with a letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
pub struct ProductId(String);

/// A text that names no product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a product: expected 1 to 64 lower-case letters, digits and hyphens, beginning with a letter")]
pub struct NotAProductId;

impl ProductId {
    const LONGEST: usize = 64;

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ProductId {
    type Error = NotAProductId;

    fn try_from(slug: String) -> Result<Self, NotAProductId> {
        let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let starts_well = slug.bytes().next().is_some_and(|first| first.is_ascii_lowercase());
        if starts_well && slug.len() <= Self::LONGEST && slug.bytes().all(letters) {
            Ok(Self(slug))
        } else {
            Err(NotAProductId)
        }
    }
}

impl FromStr for ProductId {
    type Err = NotAProductId;

    fn from_str(slug: &str) -> Result<Self, NotAProductId> {
        slug.to_owned().try_into()
    }
}

impl From<ProductId> for String {
    fn from(product: ProductId) -> Self {
        product.0
    }
}

impl fmt::Display for ProductId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(feature = "utoipa")]
impl utoipa::PartialSchema for ProductId {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[a-z][a-z0-9-]{0,63}$"))
            .into()
    }
}

#[cfg(feature = "utoipa")]
impl utoipa::ToSchema for ProductId {
    fn name() -> std::borrow::Cow<'static, str> {
        "ProductId".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_product() {
        for slug in ["reader", "thematic-cards", "a1", &"a".repeat(64)] {
            assert_eq!(slug.parse::<ProductId>().map(String::from).as_deref(), Ok(slug));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for slug in ["", "-reader", "1a", "Reader", "thematic cards", "lézen", &"a".repeat(65)] {
            assert_eq!(slug.parse::<ProductId>(), Err(NotAProductId), "{slug:?}");
        }
    }
}
