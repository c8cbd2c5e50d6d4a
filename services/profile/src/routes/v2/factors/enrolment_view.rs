use crate::{commands::Enrolment, credentials::totp};
use ids::EnrolmentId;
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, Timestamp};

/// What an authenticator app is to know. Shown until its first code comes, and never after.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EnrolmentView {
    enrolment_id: EnrolmentId,
    /// For who types it in: base 32.
    #[schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    secret: String,
    /// For an app on the same device.
    #[schema(
        example = "otpauth://totp/Tall:0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tall"
    )]
    otpauth_uri: String,
    /// The same as a QR code: an SVG image.
    #[schema(example = "<svg xmlns=\"http://www.w3.org/2000/svg\">...</svg>")]
    qr_code: String,
    /// Until when the first code is taken.
    expires_at: Timestamp,
}

impl EnrolmentView {
    pub(crate) fn of(enrolment: &Enrolment) -> Result<Self, ApiError> {
        let uri = enrolment.secret.uri(enrolment.belonging.user)?;
        Ok(Self {
            enrolment_id: enrolment.belonging.enrolment,
            secret: enrolment.secret.base32().expose_secret().to_owned(),
            qr_code: totp::qr_code(&uri)?.expose_secret().to_owned(),
            otpauth_uri: uri.expose_secret().to_owned(),
            expires_at: enrolment.expires_at.into(),
        })
    }
}
