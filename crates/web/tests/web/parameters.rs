use axum::Router;
use axum::routing::get as route;
use http::StatusCode;
use ids::TopicId;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use web::{Limit, Path, Query};

use crate::support::{get, service};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Filter {
    #[serde(default)]
    limit: Limit,
    #[serde(default)]
    only_due: bool,
    level: Option<String>,
}

#[derive(Deserialize)]
struct Place {
    topic_id: TopicId,
    number: u8,
}

fn router() -> Router {
    let filtered = async |Query(filter): Query<Filter>| {
        format!("{} {} {}", filter.limit.get(), filter.only_due, filter.level.unwrap_or_default())
    };
    let topic = async |Path(id): Path<TopicId>| id.to_string();
    let place = async |Path(place): Path<Place>| format!("{} {}", place.topic_id, place.number);
    let pair = async |Path((topic, number)): Path<(TopicId, u8)>| format!("{topic} {number}");
    service(
        OpenApiRouter::default()
            .route("/topics", route(filtered))
            .route("/topics/{topic_id}", route(topic))
            .route("/topics/{topic_id}/words/{number}", route(place))
            .route("/pairs/{topic_id}/{number}", route(pair)),
    )
}

const TOPIC: &str = "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10";

#[tokio::test]
async fn good_parameters_arrive() {
    let router = router();
    assert_eq!(get(&router, "/api/v2/test/topics").await.body, "50 false ");
    let answer = get(&router, "/api/v2/test/topics?limit=200&onlyDue=true&level=A1%20%C3%A9").await;
    assert_eq!(answer.body, "200 true A1 é");
    assert_eq!(get(&router, &format!("/api/v2/test/topics/{TOPIC}")).await.body, TOPIC);
    assert_eq!(
        get(&router, &format!("/api/v2/test/topics/{TOPIC}/words/7")).await.body,
        format!("{TOPIC} 7")
    );
}

#[tokio::test]
async fn a_bad_parameter_of_the_query_is_named() {
    for (query, fault) in [
        ("limit=0", "query:limit invalid-value"),
        ("limit=201", "query:limit invalid-value"),
        ("limit=-1", "query:limit invalid-value"),
        ("limit=ten", "query:limit invalid-value"),
        ("limit=99999999999999999999", "query:limit invalid-value"),
        ("onlyDue=maybe", "query:onlyDue invalid-value"),
        ("colour=red", "query:colour unknown-field"),
        ("limit=1&limit=2", "query:limit duplicate-field"),
        ("level=A1&level=A1", "query:level duplicate-field"),
    ] {
        let answer = get(&router(), &format!("/api/v2/test/topics?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert_eq!(answer.faults(), [fault], "{query}");
    }
}

#[tokio::test]
async fn a_query_or_a_path_that_is_no_utf8_is_malformed() {
    for path in ["/api/v2/test/topics?level=%ff", "/api/v2/test/topics/%ff"] {
        let answer = get(&router(), path).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::BAD_REQUEST, "malformed-request"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_bad_parameter_of_the_path_is_named() {
    for (path, fault) in [
        ("topics/none", "path:topic_id"),
        ("topics/%27%20or%201=1", "path:topic_id"),
        ("topics/none/words/7", "path:topic_id"),
        ("pairs/0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10/300", "path:number"),
        ("topics/0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10/words/300", "path:number"),
    ] {
        let answer = get(&router(), &format!("/api/v2/test/{path}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(answer.faults()[0].starts_with(fault), "{path}: {:?}", answer.faults());
    }
}
