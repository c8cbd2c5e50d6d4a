//! What administrators do is noted in the transaction that does it.

use crate::{
    App, Failure,
    domain::ActionName,
    store::admin_actions::{self, AdminAction, Filter},
};
use chrono::{DateTime, Utc};
use events::profile::{Platform, Role};
use ids::{ActionId, SessionId, UserId};
use sqlx::PgConnection;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    /// The account was made, of this role.
    Invited(Role),
    /// The account has another role.
    RoleChanged(Role),
    /// The account may no longer be used.
    Suspended,
    /// The account may be used again.
    Enabled,
    /// The account is gone.
    Deleted,
    /// All that is kept of its person was asked for.
    Exported,
    /// Its person is forgotten.
    Erased,
    /// The account's second factors were removed.
    FactorsRemoved,
    /// This session of the account has ended.
    SessionEnded(SessionId),
    /// Every session of the account has ended.
    SessionsEnded,
    /// The account, a student's, is taught by this one.
    TeacherLinked(UserId),
    /// The account, a student's, is no longer taught by this one.
    TeacherUnlinked(UserId),
    /// Other versions of the client are let in.
    ClientPolicyChanged(Platform),
}

impl Done {
    const fn name(self) -> ActionName {
        match self {
            Self::Invited(_) => ActionName::Invited,
            Self::RoleChanged(_) => ActionName::RoleChanged,
            Self::Suspended => ActionName::Suspended,
            Self::Enabled => ActionName::Enabled,
            Self::Deleted => ActionName::Deleted,
            Self::Exported => ActionName::Exported,
            Self::Erased => ActionName::Erased,
            Self::FactorsRemoved => ActionName::FactorsRemoved,
            Self::SessionEnded(_) => ActionName::SessionEnded,
            Self::SessionsEnded => ActionName::SessionsEnded,
            Self::TeacherLinked(_) => ActionName::TeacherLinked,
            Self::TeacherUnlinked(_) => ActionName::TeacherUnlinked,
            Self::ClientPolicyChanged(_) => ActionName::ClientPolicyChanged,
        }
    }

    fn detail(self) -> Option<String> {
        match self {
            Self::Invited(role) | Self::RoleChanged(role) => Some(role.as_str().replace('_', "-")),
            Self::TeacherLinked(teacher) | Self::TeacherUnlinked(teacher) => Some(teacher.to_string()),
            Self::SessionEnded(session) => Some(session.to_string()),
            Self::ClientPolicyChanged(platform) => Some(platform.as_str().to_owned()),
            Self::Suspended
            | Self::Enabled
            | Self::Deleted
            | Self::Exported
            | Self::Erased
            | Self::FactorsRemoved
            | Self::SessionsEnded => None,
        }
    }
}

/// Notes what `actor`, or an operator by a command, did to `subject`.
pub(super) async fn note(
    app: &App,
    conn: &mut PgConnection,
    actor: impl Into<Option<UserId>>,
    subject: Option<UserId>,
    done: Done,
) -> Result<(), Failure> {
    insert(app, conn, actor.into(), subject, done, app.now()).await
}

/// Notes what `actor` asked of pii about `subject`, unless that is themself. It is noted once, however often pii asks until
/// every service has answered.
pub(super) async fn note_request(
    app: &App,
    conn: &mut PgConnection,
    actor: UserId,
    subject: UserId,
    done: Done,
    requested_at: DateTime<Utc>,
) -> Result<(), Failure> {
    if actor == subject {
        return Ok(());
    }
    let same = Filter {
        actor: Some(actor),
        subject: Some(subject),
        action: Some(done.name()),
        from: Some(requested_at),
        until: None,
    };
    if !admin_actions::latest(conn, same, None, 1).await?.is_empty() {
        return Ok(());
    }
    insert(app, conn, Some(actor), Some(subject), done, requested_at).await
}

async fn insert(
    app: &App,
    conn: &mut PgConnection,
    actor_id: Option<UserId>,
    subject_id: Option<UserId>,
    done: Done,
    done_at: DateTime<Utc>,
) -> Result<(), Failure> {
    let action = AdminAction {
        id: ActionId::v7(app.now(), app.random.array()),
        actor_id,
        subject_id,
        action: done.name().as_str().to_owned(),
        detail: done.detail(),
        done_at,
    };
    Ok(admin_actions::insert(conn, &action).await?)
}
