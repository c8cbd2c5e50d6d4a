//! `/standing`, the same in every service.

use access::{TechnicalAdmin, Verifier};
use axum::{Extension, extract::FromRef};
use boot::Standing;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{Json, Timestamp};

/// The operation by which a service says how it stands.
pub fn standing<S>() -> OpenApiRouter<S>
where
    S: Clone + Send + Sync + 'static,
    Verifier: FromRef<S>,
{
    OpenApiRouter::new().routes(routes!(show_service_standing))
}

/// How the instance stands that answers.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ServiceStandingView {
    /// Its version.
    #[schema(example = "0.1.0")]
    version: String,
    /// When it began.
    started_at: Timestamp,
    /// Whether it lacks nothing that it must have before it can serve.
    ready: bool,
    /// What it must have, by name.
    needs: Vec<NeedView>,
}

/// Something that the instance must have before it can serve.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct NeedView {
    /// What it is.
    #[schema(example = "signing keys")]
    name: String,
    /// Why it is lacking. Absent when it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "not fetched yet")]
    lacking: Option<String>,
}

impl From<Standing> for ServiceStandingView {
    fn from(standing: Standing) -> Self {
        let needs: Vec<_> = standing.readiness.needs().into_iter().map(NeedView::from).collect();
        Self {
            version: standing.version.to_owned(),
            started_at: standing.started_at.into(),
            ready: needs.iter().all(|need| need.lacking.is_none()),
            needs,
        }
    }
}

impl<N: Into<String>> From<(N, Option<String>)> for NeedView {
    fn from((name, lacking): (N, Option<String>)) -> Self {
        Self { name: name.into(), lacking }
    }
}

/// How the service stands: its version, since when it runs, and what it lacks.
///
/// Permission: technical admins. Behind a balancer it is the instance that answers. A store or a broker that is down while
/// the service can still serve is not told here: that is a metric and an alert.
#[utoipa::path(
    get,
    path = "/standing",
    responses((status = 200, description = "Of the instance that answers.", body = ServiceStandingView)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
async fn show_service_standing(
    _: TechnicalAdmin,
    Extension(standing): Extension<Standing>,
) -> Json<ServiceStandingView> {
    Json(standing.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use boot::{Readiness, SystemRandom};
    use serde_json::json;
    use std::sync::Arc;
    use testing::{Api, Caller, FrozenClock, layers};

    #[tokio::test]
    async fn what_is_lacking_is_told_with_its_reason() {
        let clock = FrozenClock::default();
        let readiness = Readiness::new(Arc::new(SystemRandom));
        readiness.has("start");
        readiness.lacks("signing keys", "not fetched yet");
        let standing = Standing { service: "school", version: "1.2.3", started_at: clock.now(), readiness };
        let router = web::Api::new("school")
            .v2(super::standing())
            .router(testing::verifier(&clock).await, &layers().standing(standing));
        let caller = Caller::technical_admin();

        let answer = Api::new(router).get("/api/v2/school/standing").as_(&caller).send().await.expect(200);

        let needs = json!([{ "name": "signing keys", "lacking": "not fetched yet" }, { "name": "start" }]);
        let started_at = Timestamp::from(clock.now());
        let told = json!({ "version": "1.2.3", "startedAt": started_at, "ready": false, "needs": needs });
        assert_eq!(answer.json(), told);
    }
}
