use crate::{commands::Challenged, domain::second_factor::Method};
use ids::ChallengeId;
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use web::Timestamp;

/// A log-in that waits for its second factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChallengeView {
    challenge_id: ChallengeId,
    /// To be sent with the answer. Whoever has it began the log-in.
    #[schema(example = "q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0")]
    challenge_token: String,
    /// What can finish it.
    methods: Vec<MethodName>,
    expires_at: Timestamp,
}

/// What can finish a log-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MethodName {
    /// A passkey.
    Passkey,
    /// A code of the authenticator app.
    Totp,
    /// A recovery code.
    RecoveryCode,
    /// The account must enrol an authenticator app first; its first code finishes the log-in.
    TotpEnrolment,
}

impl From<Method> for MethodName {
    fn from(method: Method) -> Self {
        match method {
            Method::Passkey => Self::Passkey,
            Method::Totp => Self::Totp,
            Method::RecoveryCode => Self::RecoveryCode,
            Method::TotpEnrolment => Self::TotpEnrolment,
        }
    }
}

impl From<Challenged> for ChallengeView {
    fn from(challenge: Challenged) -> Self {
        Self {
            challenge_id: challenge.id,
            challenge_token: challenge.token.expose_secret().to_owned(),
            methods: challenge.methods.into_iter().map(MethodName::from).collect(),
            expires_at: challenge.expires_at.into(),
        }
    }
}
