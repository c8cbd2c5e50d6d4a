use serde::Deserialize;
use utoipa::IntoParams;
use web::Limit;

/// Which exports or erasures to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Listing {
    /// Only those that wait for a service; or only those that do not.
    pub(super) open: Option<bool>,
    /// How many at once.
    #[serde(default)]
    pub(super) limit: Limit,
    /// Where to go on.
    pub(super) cursor: Option<String>,
}

impl Listing {
    /// What a cursor of this list of `things` is good for.
    pub(super) fn scope(&self, things: &str) -> String {
        format!("{things} open {:?}", self.open)
    }
}
