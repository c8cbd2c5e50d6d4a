/// A text that is none of the symbols of an enum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("none of: {expected}")]
pub struct UnknownSymbol {
    /// The symbols, separated by commas.
    pub expected: &'static str,
}

/// An enum whose variants are the symbols of an Avro enum, in its order, with the same text in JSON and `Display`.
macro_rules! symbols {
    (@list $first:literal $($other:literal)*) => { concat!($first $(, ", ", $other)*) };

    ($(#[doc = $doc:literal])+ $name:ident { $($(#[$variant_doc:meta])+ $variant:ident = $symbol:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])+ #[serde(rename = $symbol)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of the schema.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The symbol of this value.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $symbol,)+
                }
            }
        }

        // The derive does not see a symbol that comes through this macro, and lists the names of the variants.
        #[cfg(feature = "utoipa")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::Type::String)
                    .enum_values(Some([$($symbol),+]))
                    .description(Some([$($doc),+].map(str::trim).join("\n")))
                    .into()
            }
        }

        #[cfg(feature = "utoipa")]
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(stringify!($name))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownSymbol;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($symbol => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownSymbol { expected: symbols!(@list $($symbol)+) }),
                }
            }
        }
    };
}
