use crate::{
    App, Failure,
    domain::{EmailAddress, Password},
};
use web::ApiError;

/// Refuses a new password that thieves try first: one of a list of breached ones, or hardly more than the address of the
/// account or the name of the product. It is the field `/password` of every operation that sets one.
pub(super) async fn require_fit(
    app: &App,
    password: &Password,
    address: Option<&EmailAddress>,
) -> Result<(), Failure> {
    if password.is_predictable_from(address) {
        let message = "Too easy to guess: hardly more than the address or the name of this product.";
        return Err(ApiError::invalid_field("/password", "predictable-password", message).into());
    }
    if app.breached.contains(password).await? {
        let message = "This password stands in lists of stolen ones. Choose another.";
        return Err(ApiError::invalid_field("/password", "breached-password", message).into());
    }
    Ok(())
}
