//! To whom digests are written, what is in them, and of which weeks they were written.

use super::{
    accounts, cards, content, progress, standings,
    words::{self, WrongWord},
};
use crate::domain::{
    class::Picture,
    day_of,
    digest::{Digest, DigestChoice, Reader, StudentDigest, TeacherDigest, WORDS, days_told},
    mail::{Kind, Mail},
    progress::Progress,
};
use chrono::{DateTime, Utc};
use documents::{Documents, Filter, Stored};
use futures::{Stream, TryStreamExt};
use ids::UserId;
use mongodb::{
    Collection, Database, IndexModel,
    bson::{DateTime as BsonDate, Document, doc},
    options::IndexOptions,
};
use scheduler::Week;
use std::time::Duration;

/// How long it is known that the digests of a week were written: much longer than they could be written again.
const REMEMBERED: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// Digests. Clones are the same.
#[derive(Clone)]
pub struct Digests {
    database: Database,
    /// Who wants them.
    pub choices: Documents<DigestChoice>,
}

impl Digests {
    /// Over this read model and these choices.
    pub const fn new(database: Database, choices: Documents<DigestChoice>) -> Self {
        Self { database, choices }
    }

    fn weeks(&self) -> Collection<Document> {
        self.database.collection("digest_weeks")
    }

    /// Makes the indexes that the queries need. Repeatable.
    ///
    /// # Errors
    /// The store.
    pub async fn prepare(&self) -> anyhow::Result<()> {
        self.choices.prepare().await?;
        let options = IndexOptions::builder().expire_after(REMEMBERED).build();
        let index = IndexModel::builder().keys(doc! { "written_at": 1 }).options(options).build();
        self.weeks().create_index(index).await?;
        Ok(())
    }

    /// Whether all digests of a week were written.
    ///
    /// # Errors
    /// The store.
    pub async fn are_written(&self, week: Week) -> mongodb::error::Result<bool> {
        Ok(self.weeks().find_one(doc! { "_id": week.to_string() }).await?.is_some())
    }

    /// All digests of a week were written.
    ///
    /// # Errors
    /// The store.
    pub async fn note_written(&self, week: Week, now: DateTime<Utc>) -> mongodb::error::Result<()> {
        let written = doc! { "$set": { "written_at": BsonDate::from_chrono(now) } };
        self.weeks().update_one(doc! { "_id": week.to_string() }, written).upsert(true).await.map(drop)
    }

    /// Everybody who may be written to: those who have students, and students who want it.
    ///
    /// # Errors
    /// The store.
    pub async fn readers(
        &self,
    ) -> mongodb::error::Result<impl Stream<Item = mongodb::error::Result<(Reader, UserId)>> + use<>> {
        let teachers = teaching::teachers(&self.database).await?.map_ok(|id| (Reader::Teacher, id));
        let wanted = doc! { "reader": Reader::Student.name(), "wanted": true };
        let choices: Collection<DigestChoice> =
            self.database.collection(<DigestChoice as documents::Aggregate>::COLLECTION);
        let students = choices.find(wanted).await?.map_ok(|choice| (Reader::Student, choice.user_id));
        Ok(futures::StreamExt::chain(teachers, students))
    }

    /// Whether somebody wants to read it as `reader`, and has an account that is open.
    ///
    /// # Errors
    /// The store.
    pub async fn are_wanted(&self, user: UserId, reader: Reader) -> anyhow::Result<bool> {
        if accounts::is_closed(&self.database, user).await? {
            return Ok(false);
        }
        let known = self.choices.get_owned(user, Filter::any()).await?.map(Stored::into_state);
        Ok(DigestChoice::wants(known.as_ref(), reader))
    }

    /// What a mail says, if it is a digest: none for one that is not wanted any more, or tells of nobody.
    ///
    /// # Errors
    /// The store.
    pub async fn of(&self, mail: &Mail, now: DateTime<Utc>) -> anyhow::Result<Option<Digest>> {
        let reader = match mail.kind {
            Kind::TeacherDigest => Reader::Teacher,
            Kind::StudentDigest => Reader::Student,
            _ => return Ok(None),
        };
        if !self.are_wanted(mail.user_id, reader).await? {
            return Ok(None);
        }
        match reader {
            Reader::Teacher => Ok(self.of_class(mail, now).await?.map(Digest::Teacher)),
            Reader::Student => Ok(Some(Digest::Student(self.of_student(mail, now).await?))),
        }
    }

    async fn of_class(&self, mail: &Mail, now: DateTime<Utc>) -> anyhow::Result<Option<TeacherDigest>> {
        let students = teaching::students_of(&self.database, mail.user_id).await?;
        if students.is_empty() {
            return Ok(None);
        }
        let class = standings::class(&self.database, &students, day_of(now)).await?;
        let ids = standings::ids_of(&students);
        let wrong = words::wrong_words_of_class(&self.database, &ids, None).await?;
        let words = self.hardest(wrong).await?;
        let picture = Picture::of(&class.standings);
        let days = days_told(mail.caused_at);
        Ok(Some(TeacherDigest::of(&picture, class.progress.values(), days, words)))
    }

    async fn of_student(&self, mail: &Mail, now: DateTime<Utc>) -> anyhow::Result<StudentDigest> {
        let student = mail.user_id;
        let mut known = progress::of_students(&self.database, &[student]).await?;
        let progress = known.remove(&student).unwrap_or_else(|| Progress::none(student));
        let due = cards::due(&self.database, &[student], day_of(now)).await?;
        let due = due.get(&student).map(|due| due.today).unwrap_or_default();
        let words = self.hardest(words::wrong_words(&self.database, student, None).await?).await?;
        Ok(StudentDigest::of(&progress, due, days_told(mail.caused_at), words))
    }

    /// What the hardest words are called, as far as that is known.
    async fn hardest(&self, mut wrong: Vec<WrongWord>) -> anyhow::Result<Vec<String>> {
        words::hardest_first(&mut wrong);
        let ids = wrong.iter().flat_map(|word| content::ids_of(&word.word));
        let names = content::named(&self.database, ids).await?;
        let named = wrong.iter().filter_map(|word| content::headword_of(&word.word, &names));
        Ok(named.take(WORDS).collect())
    }
}
