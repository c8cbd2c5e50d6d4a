//! The school's provider, and who goes there.

use serde_json::{Value, json};
use testing::school::log_in_at_school;

/// What the fleet calls the school of the stack.
pub(crate) const ID: &str = "school";

/// Goes where the fleet sent, logs in there, and comes back with what the fleet takes.
pub(crate) async fn there_and_back(away: &Value) -> Value {
    let given_back = log_in_at_school(away["authorizationUrl"].as_str().expect("an address")).await;
    json!({
        "authorizationToken": away["authorizationToken"], "state": given_back["state"],
        "code": given_back["code"], "issuer": given_back["iss"],
    })
}
