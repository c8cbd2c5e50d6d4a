//! A student chooses.

use crate::{
    App,
    domain::student::{Settings, Student},
};
use documents::{Created, Error, Filter, Fingerprint, Stored};
use ids::UserId;
use web::{ApiError, IfMatch};

/// What `student` chose, with the revision of it: 0 before the first choice.
///
/// # Errors
/// The store.
pub async fn chosen(app: &App, student: UserId) -> Result<Stored<Student>, ApiError> {
    let known = app.students.get(student).await?;
    Ok(known.unwrap_or_else(|| Stored { state: Student::new(student), rev: 0 }))
}

/// Chooses, where what was seen is what there is. `change` gives the settings from those of today.
///
/// # Errors
/// 412 when they have changed meanwhile; what `change` refuses.
pub async fn choose_settings(
    app: &App,
    student: UserId,
    seen: &IfMatch,
    change: impl Fn(&Settings) -> Result<Settings, ApiError>,
) -> Result<Stored<Student>, ApiError> {
    let now = chosen(app, student).await?;
    seen.check(now.rev)?;
    let settings = change(&now.settings)?;
    if now.rev == 0 {
        return first_choice(app, student, settings).await;
    }
    let rule = |known: Student| known.choose(settings.clone());
    let changed = app.students.change_if(student, Filter::any(), |rev| seen.check(rev).is_ok(), rule).await;
    changed.map_err(Error::of_change)?.ok_or_else(|| ApiError::not_found("student", student))
}

async fn first_choice(app: &App, student: UserId, settings: Settings) -> Result<Stored<Student>, ApiError> {
    let request = Fingerprint::of(&(student, &settings))?;
    let first = || {
        let chosen = Student::new(student).choose(settings).into_parts().0;
        documents::Change::of(chosen)
    };
    match app.students.create(request, first).await {
        Ok(Created::Now(stored) | Created::Before(stored)) => Ok(stored),
        Err(Error::Taken { .. }) => Err(ApiError::PreconditionFailed),
        Err(error) => Err(error.into()),
    }
}
