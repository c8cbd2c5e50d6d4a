//! Start and memory of each service: from the start of its process until `/health/ready` says 200, and what it holds in
//! memory (VmRSS, and RssAnon of it) when it has been idle for a while.
//!
//! The baseline is a process that does nothing but answer `/health/ready`, on the same runtime and router: this program
//! itself, called with `serve-bare`. The services are those that lie beside this program, in the same profile.

use crate::{
    Figure, Size,
    figure::Better,
    programs::{Program, migrate},
    rounds::{Reading, Readings, alternate},
    stack,
};
use anyhow::Result;
use axum::{Router, routing::get};
use std::{net::SocketAddr, time::Duration};

const RSS_FLOOR_MB: f64 = 25.0;
const RSS_GOAL_MB: f64 = 12.0;
const START_FLOOR_MS: f64 = 1000.0;
const START_GOAL_MS: f64 = 150.0;

/// Publishes the keys that the others need, so it is started first.
const PROFILE: &str = "profile";

/// Answers `/health/ready`, until the process is ended.
///
/// # Errors
/// The port is taken.
pub async fn serve_bare(listen: SocketAddr) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(listen).await?;
    Ok(axum::serve(listener, Router::new().route("/health/ready", get(async || "ready"))).await?)
}

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let client = boot::http_client(None)?;
    let services = stack::services()?;
    for service in &services {
        migrate(service).await?;
    }
    let settle = size.pick(Duration::from_secs(2), Duration::from_millis(100));
    let measuring = Measuring { client, settle };
    let mut figures = measuring.compare(size, &Program::service(PROFILE, None)?).await?;

    let profile = Program::service(PROFILE, None)?;
    let (profile_running, _) = profile.start(&measuring.client).await?;
    for service in services.iter().filter(|service| *service != PROFILE) {
        let program = Program::service(service, Some(profile.internal))?;
        figures.extend(measuring.compare(size, &program).await?);
    }
    profile_running.stop().await?;
    Ok(figures)
}

/// What a start gave.
#[derive(Clone, Copy)]
struct Started {
    ready_ms: f64,
    rss_mb: f64,
    own_mb: f64,
}

struct Measuring {
    client: reqwest::Client,
    settle: Duration,
}

impl Measuring {
    async fn compare(&self, size: Size, program: &Program) -> Result<Vec<Figure>> {
        let bare = Program::bare()?;
        let (bare, started) = alternate(
            size.rounds().min(3),
            async || self.once(&bare).await,
            async || self.once(program).await,
        )
        .await?;
        let figure = |what: &str, unit, of: fn(&Started) -> f64| {
            let name = format!("idle: {}, {what}", program.name);
            Figure::new(name, unit, Better::Lower, readings(&started, of), readings(&bare, of))
        };
        Ok(vec![
            figure("memory", "MB", |started| started.rss_mb).floor(RSS_FLOOR_MB).goal(RSS_GOAL_MB),
            figure("of it heap and stacks", "MB", |started| started.own_mb),
            figure("start to ready", "ms", |started| started.ready_ms)
                .floor(START_FLOOR_MS)
                .goal(START_GOAL_MS),
        ])
    }

    async fn once(&self, program: &Program) -> Result<Started> {
        let (running, ready_ms) = program.start(&self.client).await?;
        tokio::time::sleep(self.settle).await;
        let (rss_mb, own_mb) = (running.rss_mb()?, running.own_mb()?);
        running.stop().await?;
        Ok(Started { ready_ms, rss_mb, own_mb })
    }
}

fn readings(starts: &[Started], of: fn(&Started) -> f64) -> Readings {
    starts.iter().map(|started| Reading { value: of(started), samples: 1 }).collect()
}
