//! From the request of a person to be forgotten to the end of their key, after which nothing of them can be decrypted: by the
//! clock of pii, whose certificate names both instants. Every service that keeps data of people has confirmed in between.
//!
//! `make erasures people=200`, against a test stack whose fleet runs. Floor: 5 minutes; goal: p99 of 5 seconds.

use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use ids::ErasureId;
use journeys::{Fleet, Person, Role, eventually, new_id};
use serde_json::{Value, json};
use std::{io::Write, time::Duration};

const FLOOR_MS: i64 = 300_000;
const GOAL_MS: i64 = 5_000;
/// Who register at once, and who ask at once.
const AT_ONCE: usize = 4;
const PATIENCE: Duration = Duration::from_secs(300);

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let asked = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let people: usize = asked.unwrap_or(100);
    let fleet = Fleet::of_test_stack().await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let students: Vec<_> = stream::iter(0..people)
        .map(|_| fleet.somebody(Role::Student, "Anna"))
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    let took = stream::iter(&students).map(|student| forget(student, &teacher)).buffer_unordered(AT_ONCE);
    let mut took: Vec<i64> = took.try_collect().await?;
    took.sort_unstable();
    let percentile = |percent: usize| took[(took.len() * percent).div_ceil(100).saturating_sub(1)];
    let (median, p99, most) = (percentile(50), percentile(99), took[took.len() - 1]);
    let mut out = std::io::stdout();
    writeln!(
        out,
        "erasure to undecryptable, {people} people, {AT_ONCE} at once: p50 {median} ms, p99 {p99} ms, most {most} ms"
    )?;
    let verdict = |met: bool| if met { "met" } else { "MISSED" };
    writeln!(
        out,
        "floor {FLOOR_MS} ms: {}; goal p99 {GOAL_MS} ms: {}",
        verdict(most <= FLOOR_MS),
        verdict(p99 <= GOAL_MS)
    )?;
    Ok(())
}

/// Milliseconds from the request to the end of the key.
async fn forget(student: &Person, teacher: &Person) -> anyhow::Result<i64> {
    let erasure = new_id(ErasureId::v7);
    student.post("/api/v2/pii/erasures", &json!({ "erasureId": erasure })).await?.expect(202);
    let path = format!("/api/v2/pii/erasures/{erasure}/certificate");
    let (certificate, _) = eventually("the certificate", PATIENCE, async || {
        teacher.get(&path).await.ok().filter(|reply| reply.status == 200).map(|reply| reply.body)
    })
    .await;
    let took = instant(&certificate, "erasedAt")? - instant(&certificate, "requestedAt")?;
    Ok(took.num_milliseconds())
}

fn instant(certificate: &Value, field: &str) -> anyhow::Result<DateTime<Utc>> {
    let text = certificate[field].as_str().with_context(|| format!("a certificate with {field}"))?;
    Ok(text.parse()?)
}
