use crate::support::{World, new_device};
use events::profile::{RevocationReason, SessionRevoked};

#[tokio::test]
async fn logging_out_ends_the_session_and_is_told_once() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;

    world.log_out(&tokens.access).await.expect(204);
    world.log_out(&tokens.access).await.expect(204);

    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(revoked.len(), 1);
    assert_eq!(
        (revoked[0].user_id, revoked[0].session_id, revoked[0].epoch),
        (anna, Some(tokens.session), 0)
    );
    assert_eq!(revoked[0].reason, RevocationReason::LoggedOut);
}

#[tokio::test]
async fn it_needs_a_token_of_ours() {
    let world = World::new().await;
    world.log_out("garbage").await.expect(401);
    world.api.delete("/api/v2/profile/sessions/current").send().await.expect(401);
}
