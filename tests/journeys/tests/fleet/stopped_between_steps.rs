//! Each service of the fleet ends between any two steps of commit, publish, mark, effect and offset, once each: what was
//! asked for happens once.
//!
//! A round arms services, asks for something that goes through them, sees that each ended at its step and that the effect
//! is there, and then asks for one thing more of the same key: what came twice came before that.

use anyhow::Context;
use boot::{Clock, SystemClock};
use chrono::{DateTime, Utc};
use ids::{ErasureId, ExportId, UserId};
use journeys::{
    Card, Fleet, KEEPERS, Person, Role, eventually, new_id,
    operator::{self, Doomed},
    topics,
};
use serde_json::{Value, json};
use std::time::Duration;

/// Longer than the start of a service takes on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(120);
/// The step that a service comes to when it is stopped.
const AT_STOP: &str = "bus.consumer.committed";
/// The step after a mark that left an event which was committed between read and mark.
const PULLED: &str = "documents.outbox.pulled";

/// Services, each with the step at which it ends.
type Round = &'static [(&'static str, &'static str)];

/// Profile and pii, on PostgreSQL: a registration and a link to a teacher.
const ACCOUNTS: [Round; 7] = [
    &[("profile", "bus.committed"), ("pii", "bus.consumer.effect")],
    &[("profile", "bus.relay.read"), ("pii", "bus.consumer.store")],
    &[("profile", "bus.relay.published"), ("pii", "bus.committed")],
    &[("profile", "bus.relay.marked"), ("pii", "bus.relay.read")],
    &[("pii", "bus.relay.published")],
    &[("pii", "bus.relay.marked")],
    &[("pii", AT_STOP)],
];
/// Admin and thematic-cards, on documents: a publication.
const CONTENT: [Round; 5] = [
    &[("admin", "bus.committed"), ("thematic-cards", "bus.consumer.effect")],
    &[("admin", "bus.relay.read"), ("thematic-cards", "bus.consumer.store")],
    &[("admin", "bus.relay.published"), ("thematic-cards", "documents.committed")],
    &[("admin", "bus.relay.marked"), ("thematic-cards", AT_STOP)],
    &[("admin", "documents.outbox.emptied")],
];
/// Thematic-cards and cron-utility, on documents: answers.
const ANSWERS: [Round; 6] = [
    &[("thematic-cards", "bus.committed"), ("cron-utility", "bus.consumer.effect")],
    &[("thematic-cards", "bus.relay.read"), ("cron-utility", "bus.consumer.store")],
    &[("thematic-cards", "bus.relay.published"), ("cron-utility", AT_STOP)],
    &[("thematic-cards", "bus.relay.marked")],
    &[("thematic-cards", "documents.outbox.emptied")],
    &[("thematic-cards", PULLED)],
];
/// Who is asked what they keep of a person, and to erase it, on both stores.
const RIGHTS: [Round; 3] = [
    &[("lobby", "bus.consumer.effect"), ("profile", "bus.consumer.effect"), ("admin", "bus.consumer.effect")],
    &[("lobby", "bus.consumer.store"), ("profile", "bus.consumer.store"), ("admin", "bus.consumer.store")],
    &[("lobby", AT_STOP), ("profile", AT_STOP), ("admin", AT_STOP)],
];

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_ends_between_two_steps_does_everything_once() -> anyhow::Result<()> {
    let school = School::open().await?;
    // Accounts have two services and content with its answers three others: side by side they take half the time.
    tokio::try_join!(school.accounts(), school.studies())?;
    for round in RIGHTS {
        school.forgets_somebody(round).await?;
    }
    Ok(())
}

/// Who acts: everybody is logged in before the first round.
struct School {
    fleet: Fleet,
    editor: Person,
    teacher: Person,
    student: Person,
    /// A topic that the student studies.
    topic: String,
    since: DateTime<Utc>,
}

impl School {
    async fn open() -> anyhow::Result<Self> {
        let since = SystemClock.now();
        let fleet = Fleet::of_test_stack().await?;
        let editor = fleet.somebody(Role::EducationalAdmin, "Els").await?;
        let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
        let student = fleet.somebody(Role::Student, "Sam").await?;
        editor.put(&link(&teacher, student.id), &Value::Null).await?.expect(201);
        let topic = editor.publish_topic().await?;
        student.sees_topic(&topic).await;
        Ok(Self { fleet, editor, teacher, student, topic, since })
    }

    async fn accounts(&self) -> anyhow::Result<()> {
        for round in ACCOUNTS {
            self.links_somebody(round).await?;
        }
        Ok(())
    }

    async fn studies(&self) -> anyhow::Result<()> {
        for (number, round) in (0..).zip(CONTENT) {
            self.publishes_a_topic(round, number).await?;
        }
        let sitting = self.student.sit_down(&self.topic, 3 * ANSWERS.len() as u32).await?;
        let mut cards = sitting.cards.iter();
        for round in ANSWERS {
            let (card, marker) = (cards.next().context("a card")?, cards.next().context("a card")?);
            self.counts_answers(round, card, marker).await?;
        }
        Ok(())
    }

    /// Somebody registers and gets a teacher, who reads their name, until they are the teacher's no more.
    async fn links_somebody(&self, round: Round) -> anyhow::Result<()> {
        let deaths = Deaths::prepare(round).await?;
        let somebody = self.fleet.register("Anna").await;
        let link = link(&self.teacher, somebody);
        self.editor.put_until_taken(&link, &Value::Null).await;
        self.reads_name(somebody, 200).await;
        deaths.come().await?;

        self.editor.delete_until_taken(&link).await;
        self.reads_name(somebody, 404).await;
        let subject = somebody.to_string();
        let kept = at_least(1, "user.pii.v1", self.since, "tall.pii.UserPiiUpdated", &subject).await;
        assert_eq!(kept, 1, "{round:?}: their fields were kept once");
        Ok(())
    }

    async fn reads_name(&self, of: UserId, status: u16) {
        let path = format!("/api/v2/pii/people/{of}/name");
        let what = format!("the teacher who asks for the name is told {status}");
        eventually(&what, PATIENCE, async || {
            let reply = self.teacher.get(&path).await.ok()?;
            (reply.status == status && (status != 200 || reply.body["givenName"] == "Anna")).then_some(())
        })
        .await;
    }

    /// A new topic is published, and published again with another title.
    async fn publishes_a_topic(&self, round: Round, number: usize) -> anyhow::Result<()> {
        let slug = format!("onderweg-{number}-{}", self.since.timestamp());
        let topic = self.editor.write_topic(&slug, "Eerst").await;
        let deaths = Deaths::prepare(round).await?;
        self.editor.publish(&topic).await;
        self.sees_title(&topic, "Eerst").await;
        deaths.come().await?;

        assert_eq!(self.editor.write_topic(&slug, "Daarna").await, topic);
        self.editor.publish(&topic).await;
        self.sees_title(&topic, "Daarna").await;
        let type_name = "tall.thematic_cards.TopicRefreshed";
        let refreshed = at_least(2, "vocab.cards.v1", self.since, type_name, &topic).await;
        assert_eq!(refreshed, 2, "{round:?}: each version was taken over once");
        Ok(())
    }

    async fn sees_title(&self, topic: &str, title: &str) {
        let path = format!("/api/v2/thematic-cards/topics/{topic}");
        eventually("the student sees the topic", PATIENCE, async || {
            let topic = self.student.get(&path).await.ok()?.body;
            (topic["title"]["nl"] == title && topic["words"] == 1).then_some(())
        })
        .await;
    }

    /// A card is answered twice and the teacher sees two answers more, and then another.
    async fn counts_answers(&self, round: Round, card: &Card, marker: &Card) -> anyhow::Result<()> {
        let before = self.sees_answers(0).await;
        let deaths = Deaths::prepare(round).await?;
        self.student.answer_until_taken(card).await;
        self.student.answer_until_taken(card).await;
        self.sees_answers(before + 2).await;
        deaths.come().await?;

        self.student.answer_until_taken(marker).await;
        assert_eq!(self.sees_answers(before + 3).await, before + 3, "{round:?}: each answer counts once");
        Ok(())
    }

    /// So many answers, or more.
    async fn sees_answers(&self, at_least: u64) -> u64 {
        let answers = eventually("the teacher sees every answer", PATIENCE, async || {
            self.teacher.answers_of(self.student.id).await.filter(|seen| *seen >= at_least)
        });
        answers.await.0
    }

    /// A student takes their data away and is forgotten.
    async fn forgets_somebody(&self, round: Round) -> anyhow::Result<()> {
        let student = self.fleet.somebody(Role::Student, "Kees").await?;
        let (export, erasure) = (new_id(ExportId::v7), new_id(ErasureId::v7));
        let deaths = Deaths::prepare(round).await?;
        student.post("/api/v2/pii/exports", &json!({ "exportId": export })).await?.expect(202);
        eventually("the archive is ready", PATIENCE, async || {
            let told = student.get(&format!("/api/v2/pii/exports/{export}")).await.ok()?;
            (told.body["status"] == "ready").then_some(())
        })
        .await;
        deaths.come().await?;

        student.post("/api/v2/pii/erasures", &json!({ "erasureId": erasure })).await?.expect(202);
        let path = format!("/api/v2/pii/erasures/{erasure}/certificate");
        let (certificate, _) = eventually("the certificate", PATIENCE, async || {
            self.teacher.get(&path).await.ok().filter(|reply| reply.status == 200)
        })
        .await;
        let confirmations = certificate.body["confirmations"].as_array().map(Vec::len);
        assert_eq!(confirmations, Some(KEEPERS), "{round:?}: every service forgot them once");
        Ok(())
    }
}

/// How many facts of a type there are about `subject`, once there are `least`: a service that was ended publishes what it
/// owes some time after it is back.
async fn at_least(
    least: usize,
    topic: &'static str,
    since: DateTime<Utc>,
    type_name: &str,
    subject: &str,
) -> usize {
    let what = format!("{least} of {type_name} in {topic}");
    let told = eventually(&what, PATIENCE, async || {
        topics::facts(topic, since, type_name, subject).await.ok().filter(|count| *count >= least)
    });
    told.await.0
}

fn link(teacher: &Person, student: UserId) -> String {
    format!("/api/v2/profile/teachers/{}/students/{student}", teacher.id)
}

/// Services that are to end.
struct Deaths {
    at_work: Vec<Doomed>,
    at_stop: Vec<(&'static str, Doomed)>,
}

impl Deaths {
    async fn prepare(round: Round) -> anyhow::Result<Self> {
        let (mut at_work, mut at_stop) = (Vec::new(), Vec::new());
        for &(service, step) in round {
            // What is committed in the meantime is there when it is marked.
            let slowly = if step == PULLED { "bus.relay.published=sleep(1500);" } else { "" };
            let doomed = operator::doom(service, &format!("{slowly}{step}=1*return")).await?;
            if step == AT_STOP { at_stop.push((service, doomed)) } else { at_work.push(doomed) }
        }
        Ok(Self { at_work, at_stop })
    }

    /// Waits until each has ended at its step.
    async fn come(self) -> anyhow::Result<()> {
        for doomed in self.at_work {
            doomed.has_ended().await;
        }
        for (service, doomed) in self.at_stop {
            operator::stop(service).await?;
            doomed.has_ended().await;
            operator::start(service).await?;
        }
        Ok(())
    }
}
