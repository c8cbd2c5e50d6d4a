use crate::{
    App, Failure,
    commands::audit::{self, Done},
    domain::{catalogue, role_change, second_factor},
    store::{
        links::{self, Link},
        sessions,
        users::{self, User},
    },
};
use chrono::{DateTime, Utc};
use events::profile::{
    AccessChanged, RevocationReason, Role, SessionRevoked, TeacherUnlinked, UserRoleChanged,
};
use ids::UserId;
use sqlx::PgConnection;
use web::{ApiError, IfMatch};

/// An administrator, and what they may.
#[derive(Debug, Clone, Copy)]
pub struct By {
    /// Who.
    pub id: UserId,
    /// Of which role.
    pub role: Role,
}

/// Gives a user another role. Access tokens that say the old one are refused everywhere from then on, and the user is no
/// longer anybody's teacher or student. Sessions without a second factor do not outlive becoming an administrator.
///
/// A role that the user has already is no change, whatever revision the caller saw: a repeat succeeds.
pub async fn change_role(app: &App, id: UserId, to: Role, seen: &IfMatch, by: By) -> Result<User, Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock_roles_and_links(&mut transaction).await?;
    let user = users::lock(&mut transaction, id).await?.ok_or_else(|| ApiError::not_found("user", id))?;
    if user.role == to {
        return Ok(user);
    }
    seen.check(user.rev.unsigned_abs())?;
    let others = users::count_technical_admins(&mut transaction, Some(id)).await?;
    role_change::check(by.role, user.role, to, others).map_err(refuse)?;

    users::set_role(&mut transaction, id, to).await?;
    if second_factor::is_required_of(to) {
        sessions::revoke_without_second_factor(&mut transaction, id, RevocationReason::RoleChanged, now)
            .await?;
    }
    publish_change(app, &mut transaction, &user, to, by.id, now).await?;
    for link in links::delete_all_of(&mut transaction, id).await? {
        publish_unlink(app, &mut transaction, &link, by.id, now).await?;
    }
    audit::note(app, &mut transaction, by.id, Some(id), Done::RoleChanged(to)).await?;
    let changed = users::find(&mut transaction, id).await?.ok_or_else(|| ApiError::not_found("user", id))?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(changed)
}

pub(super) fn refuse(refusal: role_change::Refusal) -> ApiError {
    match refusal {
        role_change::Refusal::NotYours => {
            ApiError::forbidden("Only a technical administrator gives or takes this role.")
        }
        role_change::Refusal::LastTechnicalAdmin => ApiError::conflict(
            "last-technical-admin",
            "This is the last technical administrator who can log in. Give the role to somebody else first.",
        ),
    }
}

async fn publish_change(
    app: &App,
    conn: &mut PgConnection,
    user: &User,
    to: Role,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let id = user.id;
    let rev = users::next_rev(conn, id).await?;
    let changed = UserRoleChanged {
        user_id: id,
        role: to,
        previous_role: Some(user.role),
        changed_by: Some(by),
        changed_at: now,
    };
    let revoked = SessionRevoked {
        user_id: id,
        session_id: None,
        epoch: user.epoch + 1,
        reason: RevocationReason::RoleChanged,
        revoked_at: now,
    };
    let access = AccessChanged { user_id: id, role: to, products: catalogue::open_to(to), changed_at: now };
    app.publish(conn, id, rev, changed).await?;
    app.publish(conn, id, rev, revoked).await?;
    app.publish(conn, id, rev, access).await
}

/// Tells that a teacher no longer teaches a student: a fact about the student.
pub(super) async fn publish_unlink(
    app: &App,
    conn: &mut PgConnection,
    link: &Link,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let rev = users::next_rev(conn, link.student_id).await?;
    let fact = TeacherUnlinked {
        user_id: link.student_id,
        teacher_id: link.teacher_id,
        unlinked_by: Some(by),
        unlinked_at: now,
    };
    app.publish(conn, link.student_id, rev, fact).await
}
