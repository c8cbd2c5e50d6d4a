//! Somebody asks about a person: who they are to them, whether they may, and the note of it.

use super::noting::note;
use crate::{
    App, Failure,
    domain::{
        access::{Operation, Purpose, Reader, Relation, permits, purpose_of, refused},
        audit::{self, Access},
        field::Field,
    },
    store::teacher_students,
};
use access::Role;
use ids::UserId;
use sqlx::PgExecutor;

/// A user who asks, and about whom.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    /// The user.
    pub id: UserId,
    /// As their token says.
    pub role: Role,
    /// The person they ask about.
    pub subject: UserId,
}

impl Asker {
    /// All that they are to the person.
    ///
    /// # Errors
    /// The database.
    pub async fn relations(&self, database: impl PgExecutor<'_>) -> sqlx::Result<Vec<Relation>> {
        let teaches_subject =
            self.role == Role::Teacher && teacher_students::teaches(database, self.id, self.subject).await?;
        Ok(Reader { id: self.id, role: self.role, teaches_subject }.relations(self.subject))
    }

    /// Whether they are the person.
    pub fn is_subject(&self) -> bool {
        self.id == self.subject
    }

    /// What for they may change anything: their own as their own, another's to run the school.
    pub fn purpose_of_changing(&self, fields: &[Field]) -> Purpose {
        let own = |field: &Field| permits(&[Relation::Own], Operation::Change, *field, Purpose::Own);
        if self.is_subject() && fields.iter().all(own) { Purpose::Own } else { Purpose::Administration }
    }

    /// What the log says of this.
    pub fn access(&self, app: &App, fields: &[Field], purpose: String, allowed: bool) -> Access {
        Access {
            actor: audit::user(self.id, self.role),
            subject: self.subject,
            fields: fields.iter().map(|field| field.name()).collect(),
            purpose,
            cause: None,
            allowed,
            at: app.clock.now(),
        }
    }

    /// Refuses, unless they may have all of `fields` for `purpose`. A refusal is noted and committed before they learn of
    /// it. For a stranger the person does not exist.
    ///
    /// # Errors
    /// The refusal, or the database.
    pub async fn admit(
        &self,
        app: &App,
        operation: Operation,
        fields: &[Field],
        purpose: Purpose,
    ) -> Result<(), Failure> {
        let relations = self.relations(&app.database).await?;
        let refused = refused(&relations, operation, fields, purpose);
        if refused.is_empty() {
            return Ok(());
        }
        self.note_refusal(app, operation, fields, purpose).await?;
        Err(match relations.as_slice() {
            [] => Failure::no_such_person(self.subject),
            _ => Failure::not_these(operation, &refused),
        })
    }

    /// As [`Asker::admit`], for the first purpose that serves, which is given. Whoever has none is a stranger.
    ///
    /// # Errors
    /// The refusal, or the database.
    pub async fn admit_for_any(
        &self,
        app: &App,
        operation: Operation,
        fields: &[Field],
    ) -> Result<Purpose, Failure> {
        let purpose = purpose_of(&self.relations(&app.database).await?, operation, fields);
        if purpose != Purpose::None {
            return Ok(purpose);
        }
        self.note_refusal(app, operation, fields, purpose).await?;
        Err(Failure::no_such_person(self.subject))
    }

    async fn note_refusal(
        &self,
        app: &App,
        operation: Operation,
        fields: &[Field],
        purpose: Purpose,
    ) -> anyhow::Result<()> {
        let mut transaction = app.database.begin().await?;
        note(app, &mut transaction, self.access(app, fields, purpose.code(operation), false)).await?;
        transaction.commit().await?;
        app.waker.wake();
        Ok(())
    }
}
