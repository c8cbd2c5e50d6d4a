use crate::{
    App, Failure,
    commands::second_factor::open,
    credentials::{
        ChallengeToken,
        totp::{Belonging, TotpSecret},
    },
    domain::second_factor::WAITS,
    store::{
        challenges,
        totp_factors::{self, TotpFactor},
        users,
    },
};
use chrono::{DateTime, Utc};
use ids::{ChallengeId, EnrolmentId};
use sqlx::PgConnection;
use web::ApiError;

/// An authenticator app that waits for its first code.
#[derive(Clone)]
pub struct Enrolment {
    /// Whose, and which.
    pub belonging: Belonging,
    /// What the app is to know.
    pub secret: TotpSecret,
    /// Until when its first code is taken.
    pub expires_at: DateTime<Utc>,
}

/// What came of beginning.
pub enum Beginning {
    /// Begun for the first time.
    First(Enrolment),
    /// Begun before under this id: the same secret again.
    Again(Enrolment),
}

impl Beginning {
    /// The enrolment, whichever it is.
    pub fn into_enrolment(self) -> Enrolment {
        match self {
            Self::First(enrolment) | Self::Again(enrolment) => enrolment,
        }
    }
}

/// Makes the secret of an authenticator app. The app that is in force stays so until the first code of the new one.
pub async fn begin_enrolment(app: &App, of: Belonging) -> Result<Beginning, Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, of.user).await?.ok_or_else(ApiError::invalid_token)?;
    let beginning = begin(app, &mut transaction, of, now).await?;
    transaction.commit().await?;
    Ok(beginning)
}

/// The same for a log-in that must enrol before it is one. The enrolment has the id of the challenge, so that asking again
/// gives the same secret.
pub async fn enrol_in_challenge(
    app: &App,
    id: ChallengeId,
    token: &ChallengeToken,
) -> Result<Enrolment, Failure> {
    let now = app.now();
    let gone = || ApiError::not_found("challenge", id);
    let mut transaction = app.pool.begin().await?;
    let challenge = challenges::lock(&mut transaction, id, &token.digest(), now).await?.ok_or_else(gone)?;
    users::lock(&mut transaction, challenge.user_id).await?.ok_or_else(gone)?;
    let held = totp_factors::held(&mut transaction, challenge.user_id).await?;
    if challenge.passed.is_some() || held.any() {
        return Err(ApiError::conflict("factor-present", "This account has a second factor already.").into());
    }
    let of = Belonging { user: challenge.user_id, enrolment: EnrolmentId::new(id.as_uuid()) };
    let beginning = begin(app, &mut transaction, of, now).await?;
    transaction.commit().await?;
    Ok(beginning.into_enrolment())
}

async fn begin(
    app: &App,
    conn: &mut PgConnection,
    of: Belonging,
    now: DateTime<Utc>,
) -> Result<Beginning, Failure> {
    if let Some(known) = totp_factors::find(conn, of.enrolment).await? {
        return Ok(Beginning::Again(again(app, &known, of, now)?));
    }
    let secret = TotpSecret::new(app.random.array());
    let sealed = secret.seal(of, &app.keys.totp.now(), app.random.array())?;
    totp_factors::begin(conn, of, &sealed, now).await?;
    Ok(Beginning::First(Enrolment { belonging: of, secret, expires_at: now + WAITS }))
}

/// The secret is shown again until its first code came, and never after.
fn again(app: &App, known: &TotpFactor, of: Belonging, now: DateTime<Utc>) -> Result<Enrolment, Failure> {
    let expires_at = known.begun_at + WAITS;
    if known.belonging != of || known.confirmed_at.is_some() || expires_at <= now {
        return Err(ApiError::conflict(
            "id-taken",
            "This id was used for another enrolment. Make a new one.",
        )
        .into());
    }
    Ok(Enrolment { belonging: of, secret: open(app, known)?, expires_at })
}
