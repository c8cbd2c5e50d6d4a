//! The checks of OpenID Connect Core 1.0, section 3.1.3.7, each of them, and nothing of a token before they hold.

use super::provider::OidcClient;
use crate::domain::Identity;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{
    AccessTokenHash, ClaimsVerificationError, Nonce, OAuth2TokenResponse, SignatureVerificationError,
    TokenResponse,
    core::{CoreIdTokenVerifier, CoreJwsSigningAlgorithm, CoreTokenResponse},
};

/// How a token may be signed: by a key that the provider alone has. Never `none`, never by a secret that two share.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 8] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];
/// The token is fetched within seconds of being made; this much the provider may have taken, and its clock be behind.
const OLDEST: TimeDelta = TimeDelta::minutes(5);
/// So far its clock may be ahead.
const AHEAD: TimeDelta = TimeDelta::minutes(1);

/// Why a token is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Distrust {
    /// Its key is none of those that are known: there may be a new one.
    UnknownKey,
    /// Anything else.
    Because(&'static str),
}

/// Who the token is about, if it is to be believed.
pub(super) fn identity(
    client: &OidcClient,
    answer: &CoreTokenResponse,
    nonce: &Nonce,
    now: DateTime<Utc>,
) -> Result<Identity, Distrust> {
    let token = answer.id_token().ok_or(Distrust::Because("there is no ID token"))?;
    let verifier = verifier(client, now);
    let claims = token.claims(&verifier, nonce).map_err(|error| why(&error))?;
    // The library leaves this to its users: who the token was issued to, where it says so, are we.
    if claims.authorized_party().is_some_and(|party| party != client.client_id()) {
        return Err(Distrust::Because("authorized party"));
    }
    if let Some(told) = claims.access_token_hash() {
        let hash = token
            .signing_alg()
            .and_then(|algorithm| Ok((algorithm, token.signing_key(&verifier)?)))
            .map_err(|_| Distrust::Because("signature"))
            .and_then(|(algorithm, key)| {
                AccessTokenHash::from_token(answer.access_token(), algorithm, key)
                    .map_err(|_| Distrust::Because("hash of the access token"))
            })?;
        if hash != *told {
            return Err(Distrust::Because("hash of the access token"));
        }
    }
    Identity::new(claims.issuer().as_str(), claims.subject().as_str())
        .map_err(|_| Distrust::Because("subject"))
}

/// Issuer and audience are the verifier's own checks; it trusts no audience beside ours.
fn verifier(client: &OidcClient, now: DateTime<Utc>) -> CoreIdTokenVerifier<'_> {
    let issued_lately = move |at: DateTime<Utc>| {
        if (now - OLDEST..=now + AHEAD).contains(&at) { Ok(()) } else { Err("not of now".to_owned()) }
    };
    client
        .id_token_verifier()
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || now)
        .set_issue_time_verifier_fn(issued_lately)
}

/// In words of our own: those of the library quote the token.
fn why(error: &ClaimsVerificationError) -> Distrust {
    use {ClaimsVerificationError as Claims, SignatureVerificationError as Signature};
    Distrust::Because(match error {
        Claims::SignatureVerification(Signature::NoMatchingKey) => return Distrust::UnknownKey,
        Claims::SignatureVerification(Signature::DisallowedAlg(_) | Signature::NoSignature) => "algorithm",
        Claims::SignatureVerification(_) => "signature",
        Claims::InvalidIssuer(_) => "issuer",
        Claims::InvalidAudience(_) => "audience",
        Claims::InvalidNonce(_) => "nonce",
        Claims::Expired(_) => "time",
        _ => "claims",
    })
}
