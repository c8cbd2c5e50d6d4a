use events::pii::Holding;
use serde::Serialize;
use utoipa::ToSchema;

/// What a service keeps of the person under one name.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct HoldingView {
    /// The table or the collection.
    #[schema(example = "cards")]
    name: String,
    /// How many rows or documents.
    #[schema(example = 240)]
    count: i64,
}

impl From<&Holding> for HoldingView {
    fn from(holding: &Holding) -> Self {
        Self { name: holding.name.clone(), count: holding.count }
    }
}
