use crate::{
    Failure,
    commands::LogInLimits,
    credentials::{Breached, Passwords, passkey::RelyingParty},
    domain::security_event::SecurityEvent,
    identity_providers::Providers,
    store::{key_versions, security_events, sessions::Live},
};
use access::{Grant, Issuer, Verifier};
use axum::extract::FromRef;
use boot::{Clock, Random};
use bus::{Encoder, Meta, Publications, RelayWaker, postgres::enqueue};
use chrono::{DateTime, TimeDelta, Utc};
use events::{
    Event, Fact,
    profile::{
        AccessChanged, ClientPolicyChanged, EmailAddressConfirmed, EmailVerificationRequested,
        IdentityChanged, LoginSucceeded, LoginThrottled, MfaChanged, NewDeviceSeen, PasswordChanged,
        PasswordResetRequested, PiiSubmitted, RegistrationRepeated, SessionRevoked, TeacherLinked,
        TeacherUnlinked, TokenReuseDetected, UserCreated, UserDeleted, UserInvited, UserRoleChanged,
        UserStatusChanged, UserUpdated,
    },
};
use ids::EventId;
use secrecy::SecretString;
use secrets::Keys;
use sqlx::{PgConnection, PgPool, Postgres, pool::PoolConnection};
use std::{fmt::Display, sync::Arc};
use uuid::Uuid;
use web::{ApiError, Cursors, key_ages::Renewal};

/// What operations need.
#[derive(Clone)]
pub struct App {
    /// The store.
    pub pool: PgPool,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// Password hashes, behind their queue.
    pub passwords: Passwords,
    /// Passwords that no account may have.
    pub breached: Breached,
    /// How often passwords may be tried.
    pub limits: LogInLimits,
    /// Keys that rotate.
    pub keys: AppKeys,
    /// Our site, as passkeys know it.
    pub relying_party: RelyingParty,
    /// By whose word people log in beside their password.
    pub providers: Providers,
    /// Makes access tokens.
    pub issuer: Issuer,
    /// Checks them.
    pub verifier: Verifier,
    /// Signs the positions of lists.
    pub cursors: Cursors,
    /// Renders facts.
    pub encoder: Arc<Encoder>,
    /// Is told of every commit.
    pub relay: RelayWaker,
}

/// Keys that follow their secrets.
#[derive(Clone)]
pub struct AppKeys {
    /// Seeds of the keys that sign access tokens.
    pub signing: Keys,
    /// Seals refresh tokens.
    pub refresh: Keys,
    /// Seals the secrets of authenticator apps, and makes recovery codes.
    pub totp: Keys,
    /// Keys the blind index of addresses.
    pub email_index: Keys,
    /// pii's public keys, to which personal fields are sealed.
    pub intake: Keys,
}

impl AppKeys {
    /// A key that the calendar renews is in use for so long, like pii's key encryption key: nothing old is under it for longer
    /// than a session lasts.
    pub const LIFETIME: TimeDelta = TimeDelta::days(90);

    /// The keys whose ages are told: the name of each secret, and when it is renewed.
    pub fn aging(&self) -> [(&'static str, Renewal, &Keys); 5] {
        [
            ("profile/signing", Renewal::After(Self::LIFETIME), &self.signing),
            ("profile/refresh", Renewal::After(Self::LIFETIME), &self.refresh),
            ("profile/totp", Renewal::ForAReason, &self.totp),
            ("profile/email-index", Renewal::ForAReason, &self.email_index),
            ("public/pii-intake", Renewal::ForAReason, &self.intake),
        ]
    }

    /// Notes which versions there are, and which are in use.
    pub async fn note_ages(&self, conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<()> {
        for (name, _, keys) in self.aging() {
            key_versions::note(conn, name, &keys.now(), now).await?;
        }
        Ok(())
    }
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

/// Every record that profile publishes.
pub fn publications() -> Publications {
    subject::replies(Publications::new())
        .dual::<UserCreated>()
        .dual::<UserUpdated>()
        .dual::<UserRoleChanged>()
        .dual::<UserStatusChanged>()
        .dual::<UserDeleted>()
        .dual::<TeacherLinked>()
        .dual::<TeacherUnlinked>()
        .event::<LoginSucceeded>()
        .event::<SessionRevoked>()
        .event::<TokenReuseDetected>()
        .event::<MfaChanged>()
        .event::<IdentityChanged>()
        .event::<UserInvited>()
        .event::<LoginThrottled>()
        .event::<NewDeviceSeen>()
        .event::<PasswordChanged>()
        .event::<EmailVerificationRequested>()
        .event::<EmailAddressConfirmed>()
        .event::<RegistrationRepeated>()
        .event::<PasswordResetRequested>()
        .event::<AccessChanged>()
        .event::<ClientPolicyChanged>()
        .event::<PiiSubmitted>()
}

impl App {
    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A connection, for what needs no transaction.
    pub async fn connection(&self) -> Result<PoolConnection<Postgres>, Failure> {
        Ok(self.pool.acquire().await?)
    }

    /// Commits a fact with the state that it is about: `sequence` is the revision of `subject` that it made. What happened to
    /// the security of an account is kept to be read, too.
    pub async fn publish<E: Event>(
        &self,
        conn: &mut PgConnection,
        subject: impl Display,
        sequence: i64,
        event: E,
    ) -> Result<(), Failure> {
        let now = self.now();
        let id = EventId::v7(now, self.random.array());
        let meta = Meta::new(id, subject.to_string(), sequence.unsigned_abs(), now);
        let kept = SecurityEvent::of(&event);
        let outgoing = self.encoder.encode(&Fact::of(event), meta).map_err(anyhow::Error::from)?;
        match kept {
            Some(kept) => security_events::enqueue(conn, &outgoing, &kept, now).await?,
            None => enqueue(conn, &outgoing).await?,
        }
        Ok(())
    }

    /// An access token for a session as it stands. An administrator's session without a second factor has none.
    pub fn issue_access_token(&self, session: &Live) -> Result<SecretString, Failure> {
        if !session.is_proved_enough() {
            return Err(ApiError::invalid_token().into());
        }
        let now = self.now();
        let grant = Grant {
            user: session.user_id,
            session: session.id,
            role: session.role,
            epoch: session.epoch,
            authenticated_at: session.authenticated_at,
            token: Uuid::from_bytes(self.random.array()),
        };
        let token = self.issuer.mint(&grant, now).map_err(anyhow::Error::from)?;
        Ok(token.text)
    }
}
