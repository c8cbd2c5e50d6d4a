//! A server is away: while a service runs, and when it starts.

use journeys::{Fleet, Person, Role, eventually, operator};
use std::time::Duration;

/// Longer than a service takes to give up on a server, or to find it again.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that is away, and what becomes of a service.
struct Outage {
    server: &'static str,
    service: &'static str,
    /// Of its requests, while it runs.
    running: Running,
    /// Of its start.
    start: Start,
}

enum Running {
    /// They are answered as ever: the service has what it needs, or brings it later.
    Answers,
    /// They are told when to come back.
    Refuses,
}

enum Start {
    /// It waits, and says for what.
    Waits,
    /// It begins, and does later what needs the server.
    Begins,
}

const fn outage(server: &'static str, service: &'static str, running: Running, start: Start) -> Outage {
    Outage { server, service, running, start }
}

const OUTAGES: [Outage; 8] = [
    outage("postgres", "profile", Running::Refuses, Start::Waits),
    outage("postgres", "pii", Running::Refuses, Start::Waits),
    outage("mongo", "thematic-cards", Running::Refuses, Start::Waits),
    outage("secrets", "profile", Running::Answers, Start::Waits),
    outage("registry", "profile", Running::Answers, Start::Waits),
    outage("registry", "thematic-cards", Running::Answers, Start::Waits),
    outage("kafka", "thematic-cards", Running::Answers, Start::Begins),
    outage("s3", "pii", Running::Answers, Start::Begins),
];

fn path_of(service: &str, student: &Person) -> String {
    match service {
        "profile" => "/api/v2/profile/me".to_owned(),
        "pii" => format!("/api/v2/pii/people/{}/name", student.id),
        _ => "/api/v2/thematic-cards/topics".to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_away_is_told_of_and_found_again() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let student = fleet.somebody(Role::Student, "Otto").await?;
    for outage in &OUTAGES {
        let path = path_of(outage.service, &student);
        eventually("it is answered before", PATIENCE, async || {
            (student.get(&path).await.ok()?.status == 200).then_some(())
        })
        .await;
        operator::stop(outage.server).await?;
        let seen = outage.seen(&student, &path).await;
        operator::start(outage.server).await?;
        println!("{}", seen?);
        let name = format!("{} is well after {} is back", outage.service, outage.server);
        let (_, took) = eventually(&name, PATIENCE, async || {
            let ready = operator::readiness(outage.service).await.ok()?.0 == 200;
            (ready && student.get(&path).await.ok()?.status == 200).then_some(())
        })
        .await;
        println!("{name}: {took:?}");
    }
    everybody_is_ready().await;
    Ok(())
}

impl Outage {
    /// What the service says of its start.
    async fn seen(&self, student: &Person, path: &str) -> anyhow::Result<String> {
        let name = format!("{} without {}", self.service, self.server);
        let reply = student.get(path).await?;
        match self.running {
            Running::Answers => {
                anyhow::ensure!(reply.status == 200, "{name}: {} {}", reply.status, reply.body)
            }
            Running::Refuses => {
                anyhow::ensure!(reply.status == 503, "{name}: {} {}", reply.status, reply.body);
                anyhow::ensure!(reply.retry_after.is_some(), "{name}: it is not said when to come back");
            }
        }
        operator::kill(self.service).await?;
        match self.start {
            Start::Begins => {
                eventually(&name, PATIENCE, async || {
                    let ready = operator::readiness(self.service).await.ok()?.0 == 200;
                    (ready && student.get(path).await.ok()?.status == 200).then_some(())
                })
                .await;
                Ok(format!("{name} starts"))
            }
            Start::Waits => {
                let (lacks, _) = eventually(&name, PATIENCE, async || {
                    let (status, told) = operator::readiness(self.service).await.ok()?;
                    (status == 503).then_some(told)
                })
                .await;
                anyhow::ensure!(operator::lives(self.service).await?, "{name} does not live");
                let reply = student.get(path).await?;
                anyhow::ensure!(reply.status.is_server_error(), "{name}: {} {}", reply.status, reply.body);
                anyhow::ensure!(
                    reply.body["type"].is_string(),
                    "{name}: no problem document: {}",
                    reply.body
                );
                Ok(format!("{name} starts, and says: {lacks}"))
            }
        }
    }
}

async fn everybody_is_ready() {
    for service in ["profile", "pii", "lobby", "admin", "thematic-cards", "learning-cards", "cron-utility"] {
        eventually(&format!("{service} is ready"), PATIENCE, async || {
            (operator::readiness(service).await.ok()?.0 == 200).then_some(())
        })
        .await;
    }
}
