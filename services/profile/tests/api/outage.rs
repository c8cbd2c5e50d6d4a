//! The store is down.

use crate::support::{PASSWORD, World, new_device, new_user, registration};
use testing::Caller;

#[tokio::test]
async fn what_needs_the_store_says_when_to_come_back_and_the_rest_goes_on() {
    let world = World::new().await;
    let student = world.caller(Caller::student()).await;
    world.pool().close().await;

    let answers = [
        world.put_user(new_user(), &registration("anna@example.org")).await,
        world.post_session("anna@example.org", PASSWORD, new_device()).await,
        world.current_session(student.token()).await,
        world.api.get("/api/v2/profile/me").as_(&student).send().await,
    ];

    for answer in answers {
        assert_eq!(answer.status(), 503, "{answer}");
        assert!(answer.header("retry-after").is_some());
        assert_eq!(answer.json()["detail"], "Not possible at the moment. Try again after `Retry-After`.");
    }
    world.internal.get("/internal/v1/profile/products").as_service("lobby").send().await.expect(200);
    world.internal.get("/internal/v1/profile/jwks.json").as_service("lobby").send().await.expect(200);
    world.api.get("/api/v2/profile/jwks.json").send().await.expect(200);
}
