//! The second half of a log-in.

use crate::{
    App, Failure,
    commands::{
        Tokens,
        open_session::{Opening, open_session},
        second_factor::{not_accepted, put_in_force, take_code},
        take_assertion::take_assertion,
    },
    credentials::{
        ChallengeToken, RefreshGrant, passkey::Assertion, recovery_code::RecoveryCode, totp::TotpCode,
    },
    domain::Origin,
    store::{
        challenges::{self, Challenge, Passed},
        recovery_codes, sessions, totp_factors, users,
    },
};
use chrono::{DateTime, Utc};
use ids::{ChallengeId, EnrolmentId};
use sqlx::PgConnection;
use subtle::ConstantTimeEq;
use web::ApiError;

/// What is brought against a challenge.
#[derive(Clone)]
pub enum Answer {
    /// A code of the authenticator app; the first one, where the challenge is to enrol.
    Totp(TotpCode),
    /// A recovery code.
    RecoveryCode(RecoveryCode),
    /// What a device signed.
    Passkey(Assertion),
}

impl Answer {
    fn digest(&self, token: &ChallengeToken) -> [u8; 32] {
        match self {
            Self::Totp(code) => token.answer_digest(code.expose().as_bytes()),
            Self::RecoveryCode(code) => token.answer_digest(&code.digest()),
            Self::Passkey(assertion) => token.answer_digest(&assertion.digest()),
        }
    }
}

/// Begins the session that the log-in asked for. A repeat of the answer that passed is given the same tokens again, for as
/// long as nobody refreshed them; a wrong answer is counted, and the fifth ends the challenge.
pub async fn pass_challenge(
    app: &App,
    id: ChallengeId,
    token: &ChallengeToken,
    answer: &Answer,
    origin: &Origin,
) -> Result<Tokens, Failure> {
    let now = app.now();
    let gone = || ApiError::not_found("challenge", id);
    let mut transaction = app.pool.begin().await?;
    let challenge = challenges::lock(&mut transaction, id, &token.digest(), now).await?.ok_or_else(gone)?;
    if let Some(passed) = &challenge.passed {
        return again(app, &mut transaction, token, passed, answer, now).await;
    }
    let user = users::lock(&mut transaction, challenge.user_id).await?.ok_or_else(gone)?;
    if user.epoch != challenge.epoch {
        return Err(gone().into());
    }
    if !is_right(app, &mut transaction, &challenge, answer, now).await? {
        challenges::count_wrong_answer(&mut transaction, id).await?;
        transaction.commit().await?;
        app.relay.wake();
        return Err(not_accepted().into());
    }

    let opening = Opening {
        device: challenge.device,
        origin: Origin { platform: challenge.platform, ..origin.clone() },
        secret: token.session_secret(),
        second_factor: true,
    };
    let tokens = open_session(app, &mut transaction, &user, opening, now).await?;
    challenges::pass(&mut transaction, id, &answer.digest(token), tokens.session.id).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(tokens)
}

async fn is_right(
    app: &App,
    conn: &mut PgConnection,
    challenge: &Challenge,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let user = challenge.user_id;
    match answer {
        Answer::Passkey(assertion) => take_assertion(app, conn, challenge, assertion, now).await,
        Answer::RecoveryCode(code) => {
            let held = totp_factors::held(conn, user).await?;
            Ok(held.any() && recovery_codes::use_up(conn, user, &code.digest(), now).await?)
        }
        Answer::Totp(code) => match totp_factors::in_force(conn, user).await? {
            Some(factor) => take_code(app, conn, &factor, code, now).await,
            None => {
                let held = totp_factors::held(conn, user).await?;
                Ok(!held.any() && enrols(app, conn, challenge, code, now).await?)
            }
        },
    }
}

/// The first code of the app that this very challenge enrolled.
async fn enrols(
    app: &App,
    conn: &mut PgConnection,
    challenge: &Challenge,
    code: &TotpCode,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let enrolment = EnrolmentId::new(challenge.id.as_uuid());
    match totp_factors::find(conn, enrolment).await? {
        Some(begun) if begun.belonging.user == challenge.user_id => {
            put_in_force(app, conn, &begun, code, now).await
        }
        _ => Ok(false),
    }
}

async fn again(
    app: &App,
    conn: &mut PgConnection,
    token: &ChallengeToken,
    passed: &Passed,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<Tokens, Failure> {
    let same = bool::from(answer.digest(token).as_slice().ct_eq(&passed.answer_digest));
    let session = sessions::live(conn, passed.session, now).await?;
    match session {
        Some(session) if same && session.generation == 0 => {
            let grant = RefreshGrant { session: session.id, generation: 0, secret: token.session_secret() };
            Tokens::issue(app, session, &grant)
        }
        _ => Err(not_accepted().into()),
    }
}
