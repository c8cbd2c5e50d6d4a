//! How long a device is to do without a connection, in each operation that packs for it.

use crate::{ApiError, ApiResult};
use serde::Deserialize;
use utoipa::IntoParams;

/// The most days that are packed for.
const MOST_DAYS: u32 = 14;

/// For how long.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DaysAway {
    /// Days without a connection, today included: 1 to 14.
    #[serde(default = "usual_days")]
    #[param(minimum = 1, maximum = 14, default = 3)]
    days: u32,
}

const fn usual_days() -> u32 {
    3
}

impl DaysAway {
    /// How many.
    ///
    /// # Errors
    /// 422 when they are none, or more than 14.
    pub fn get(self) -> ApiResult<u32> {
        if (1..=MOST_DAYS).contains(&self.days) {
            return Ok(self.days);
        }
        let message = format!("Expected 1 to {MOST_DAYS} days.");
        Err(ApiError::invalid_field("query:days", "out-of-range", message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_away_for_one_day_to_two_weeks() {
        let days = |text: &str| serde_json::from_str::<DaysAway>(text).expect("days").get().ok();
        assert_eq!(days("{}"), Some(3));
        assert_eq!(
            [0, 1, 14, 15].map(|n| days(&format!("{{\"days\": {n}}}"))),
            [None, Some(1), Some(14), None]
        );
    }
}
