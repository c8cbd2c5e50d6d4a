//! How things stand with a person's consent.

use super::{
    asking::Asker,
    noting::find_noted,
    opening::{open_all, take},
};
use crate::{
    App, Failure,
    domain::{
        access::Operation,
        consent::{Circumstances, Said, Standing},
        field::Field,
    },
    store::{consents, people, reading::Wanted},
};
use anyhow::Context;
use chrono::NaiveDate;
use ids::UserId;
use secrecy::ExposeSecret;
use sqlx::PgConnection;

/// What a standing follows from, as it is kept of a person.
#[derive(Debug)]
pub struct Known {
    born: Option<NaiveDate>,
    has_guardian: bool,
    said: Vec<Said>,
}

impl Known {
    /// For the rule.
    pub fn as_seen(&self) -> Circumstances<'_> {
        Circumstances { born: self.born, has_guardian: self.has_guardian, said: &self.said }
    }
}

/// How things stand.
#[derive(Debug)]
pub struct PersonStanding {
    /// In one word.
    pub standing: Standing,
    /// Whether the person is known to be under 16.
    pub is_minor: bool,
    /// The last that each side said about each document.
    pub said: Vec<Said>,
}

/// How things stand with a person, for themself and for who may read their day of birth.
///
/// # Errors
/// A refusal, the database, or a key that is not there.
pub async fn standing(app: &App, asker: Asker) -> Result<PersonStanding, Failure> {
    let fields = [Field::BirthDate];
    let purpose = asker.admit_for_any(app, Operation::Read, &fields).await?;
    let access = |there| asker.access(app, &fields, purpose.code(Operation::Read), there);
    if find_noted(app, asker.subject, Wanted::of(&[]), access).await?.is_none() {
        return Err(Failure::no_such_person(asker.subject));
    }
    let known = circumstances(app, &mut *app.database.acquire().await?, asker.subject).await?;
    let today = app.clock.now().date_naive();
    Ok(PersonStanding {
        standing: known.as_seen().standing(today),
        is_minor: known.as_seen().is_minor(today),
        said: known.said,
    })
}

/// What the standing of `user` follows from. The caller has noted the access.
///
/// # Errors
/// The database, or a key that is not there.
pub async fn circumstances(app: &App, connection: &mut PgConnection, user: UserId) -> anyhow::Result<Known> {
    let fields = [Field::BirthDate, Field::Guardian];
    let sealed = people::find_sealed(connection, &[user], &fields).await?.pop();
    let mut opened = sealed.map(|sealed| open_all(app, &sealed)).transpose()?.unwrap_or_default();
    let born = take(&mut opened, Field::BirthDate)
        .map(|day| day.expose_secret().parse().context("a day of birth that was parsed before"))
        .transpose()?;
    Ok(Known {
        born,
        has_guardian: take(&mut opened, Field::Guardian).is_some(),
        said: consents::last_said(connection, user).await?,
    })
}
