use axum::Router;
use axum::routing::get;
use chrono::DateTime;
use events::LocalizedText;
use events::profile::{ClientPolicyChanged, Platform};
use prometheus::Registry;
use proptest::prelude::*;
use utoipa_axum::router::OpenApiRouter;
use web::{Api, ClientVersion, LayerSettings, Layers};

use super::support::Answer;
use crate::ClientPolicies;

fn policy(platform: Platform, minimum: &str, latest: &str) -> ClientPolicyChanged {
    ClientPolicyChanged {
        platform,
        minimum_version: minimum.to_owned(),
        latest_version: latest.to_owned(),
        message: LocalizedText {
            nl: "Werk bij.".to_owned(),
            en: "Please update.".to_owned(),
            ru: "Обновите приложение.".to_owned(),
        },
        changed_by: None,
        changed_at: DateTime::UNIX_EPOCH,
    }
}

fn router(policies: &ClientPolicies) -> Router {
    let routes = || OpenApiRouter::default().route("/it", get(async || "it"));
    let settings = LayerSettings { address_burst: 10_000.try_into().unwrap(), ..LayerSettings::default() };
    let layers = Layers::new(&settings, &Registry::new()).unwrap().gate(policies.clone());
    Api::new("test").v1(routes()).v2(routes()).router((), &layers)
}

fn web_policy() -> ClientPolicies {
    let policies = ClientPolicies::default();
    policies.apply(&policy(Platform::Web, "1.4.0", "1.6.0")).unwrap();
    policies
}

async fn ask_as(router: &Router, api: &str, client: &[u8]) -> Answer {
    use http_body_util::BodyExt;
    use tower::ServiceExt;
    let request = http::Request::get(format!("/api/{api}/test/it"))
        .header("x-client-version", http::HeaderValue::from_bytes(client).unwrap())
        .body(axum::body::Body::empty())
        .unwrap();
    let (head, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { status: head.status, headers: head.headers, body: String::from_utf8(body.to_vec()).unwrap() }
}

#[tokio::test]
async fn a_client_below_the_minimum_is_told_what_to_do() {
    let answer = ask_as(&router(&web_policy()), "v2", b"web/1.3.9").await;
    assert_eq!((answer.status.as_u16(), answer.header("x-client-update")), (426, "1.6.0"));
    assert!(answer.body.contains("urn:tall:problem:client-too-old"));
    assert!(answer.body.contains("Please update."));
}

#[tokio::test]
async fn versions_are_compared_as_numbers() {
    let router = router(&web_policy());
    for (client, status, update) in [
        ("web/1.4.0", 200, "1.6.0"),
        ("web/1.5.99", 200, "1.6.0"),
        ("web/1.6.0", 200, ""),
        ("web/1.10.0", 200, ""),
        ("web/2.0.0", 200, ""),
        ("web/0.99.99", 426, "1.6.0"),
        ("desktop/0.0.1", 200, ""),
        ("service/0.0.0", 200, ""),
    ] {
        let answer = ask_as(&router, "v2", client.as_bytes()).await;
        assert_eq!((answer.status.as_u16(), answer.header("x-client-update")), (status, update), "{client}");
    }
}

#[tokio::test]
async fn absent_absurd_and_unreadable_versions_are_refused_on_v2_and_let_in_on_v1() {
    let router = router(&web_policy());
    let huge = format!("web/1.4.{}", "9".repeat(4000));
    for client in [
        "",
        "web",
        "web/",
        "/1.4.0",
        "web/1.4",
        "web/1.4.0.0",
        "web/-1.4.0",
        "web/1.-4.0",
        "web/+1.4.0",
        "web/1.4.0-beta",
        "web/01.4.0",
        "web/10000.0.0",
        "web/99999999999999999999.0.0",
        "Web/1.4.0",
        "ios/1.4.0",
        "web/１.４.０",
        "web/1.4.٠",
        "web/1.4.0, web/1.4.0",
        "web /1.4.0",
        "web/1.4.0/..",
        &huge,
        "%77eb/1.4.0",
    ] {
        let client = client.as_bytes();
        let answer = ask_as(&router, "v2", client).await;
        let shown = String::from_utf8_lossy(client);
        assert_eq!(answer.status, 400, "{shown}");
        assert!(answer.body.contains("urn:tall:problem:client-version-required"));
        assert_eq!(ask_as(&router, "v1", client).await.status, 200, "{shown}");
    }
    let answer = super::support::get_from(&router, "it", &[]).await;
    assert_eq!(answer.status, 400);
    let twice = [("x-client-version", "web/1.6.0"), ("x-client-version", "web/1.6.0")];
    assert_eq!(super::support::get_from(&router, "it", &twice).await.status, 400);
}

#[tokio::test]
async fn v1_refuses_a_client_that_says_it_is_too_old() {
    let answer = ask_as(&router(&web_policy()), "v1", b"web/1.0.0").await;
    assert_eq!(answer.status, 426);
    assert!(answer.body.starts_with(r#"{"error":"client-too-old""#), "{}", answer.body);
}

#[tokio::test]
async fn the_message_is_in_the_users_language() {
    let router = router(&web_policy());
    for (language, message) in [
        ("nl-NL,nl;q=0.9,en;q=0.8", "Werk bij."),
        ("ru", "Обновите приложение."),
        ("de, nl;q=0.5", "Werk bij."),
        ("de", "Please update."),
        ("", "Please update."),
        ("é", "Please update."),
    ] {
        let headers = [("x-client-version", "web/1.0.0"), ("accept-language", language)];
        let answer = super::support::get_from(&router, "it", &headers).await;
        assert!(answer.body.contains(message), "{language}: {}", answer.body);
    }
}

#[tokio::test]
async fn the_last_policy_of_a_platform_is_in_force() {
    let policies = web_policy();
    let router = router(&policies);
    policies.apply(&policy(Platform::Web, "2.0.0", "2.1.0")).unwrap();
    assert_eq!(ask_as(&router, "v2", b"web/1.6.0").await.status, 426);
    policies.apply(&policy(Platform::Web, "1.0.0", "2.1.0")).unwrap();
    assert_eq!(ask_as(&router, "v2", b"web/1.6.0").await.status, 200);
}

#[tokio::test]
async fn an_unreadable_policy_leaves_the_one_before_it_in_force() {
    let policies = web_policy();
    for (minimum, latest) in [("two", "2.1.0"), ("2.0.0", ""), ("99999.0.0", "99999.0.0")] {
        assert!(policies.apply(&policy(Platform::Web, minimum, latest)).is_err());
    }
    let router = router(&policies);
    assert_eq!(ask_as(&router, "v2", b"web/1.4.0").await.status, 200);
    assert_eq!(ask_as(&router, "v2", b"web/1.3.0").await.status, 426);
}

#[tokio::test]
async fn a_policy_for_a_platform_that_is_not_known_changes_nothing() {
    let policies = ClientPolicies::default();
    policies.apply(&policy(Platform::Unknown, "9.0.0", "9.0.0")).unwrap();
    assert_eq!(ask_as(&router(&policies), "v2", b"web/0.0.1").await.status, 200);
}

proptest! {
    #[test]
    fn a_version_reads_back_as_it_is_written(major in 0_u16..10_000, minor in 0_u16..10_000, patch in 0_u16..10_000) {
        let text = format!("android/{major}.{minor}.{patch}");
        prop_assert_eq!(text.parse::<ClientVersion>().unwrap().to_string(), text);
    }

    #[test]
    fn any_other_text_is_unreadable(text in "\\PC{0,24}") {
        if let Ok(client) = text.parse::<ClientVersion>() {
            prop_assert_eq!(client.to_string(), text);
        }
    }
}
