//! One trace id from the tap to the teacher's dashboard.

use boot::{Clock, Random, SystemClock, SystemRandom};
use journeys::{Fleet, Role, eventually, operator, topics};
use std::time::Duration;

#[tokio::test(flavor = "multi_thread")]
async fn one_trace_runs_from_the_request_to_the_read_model() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let student = fleet.somebody(Role::Student, "Tara").await?;
    let topic = fleet.somebody(Role::EducationalAdmin, "Els").await?.publish_topic().await?;
    student.sees_topic(&topic).await;
    let card = student.sit_down(&topic, 1).await?.cards.remove(0);

    let since = SystemClock.now() - chrono::TimeDelta::seconds(5);
    let random: &dyn Random = &SystemRandom;
    let trace = format!("{:032x}", u128::from_le_bytes(random.array()) | 1);
    let (path, body) = card.typed(card.expected());
    let reply = student.put_traced(&path, &body, &format!("00-{trace}-00f067aa0ba902b7-01")).await?;
    assert_eq!(reply.trace_id.as_deref(), Some(trace.as_str()), "the answer cites the trace");
    reply.expect(201);

    // The relay has the trace from the outbox alone: that the record carries it proves both.
    eventually("the Kafka record carries the trace", Duration::from_secs(10), async || {
        let headers = tokio::task::spawn_blocking(move || topics::headers("vocab.progress.v1", since))
            .await
            .ok()?
            .ok()?;
        headers
            .iter()
            .any(|record| record.get("traceparent").is_some_and(|it| it.contains(&trace)))
            .then_some(())
    })
    .await;

    eventually("the read model was changed within the trace", Duration::from_secs(10), async || {
        let log = operator::log_of("cron-utility").await.ok()?;
        log.lines().any(|line| line.contains(&trace) && line.contains("an answer was counted")).then_some(())
    })
    .await;
    Ok(())
}
