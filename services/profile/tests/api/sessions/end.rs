use crate::support::{Tokens, World, new_device};
use events::profile::{RevocationReason, SessionRevoked};
use ids::DeviceId;
use testing::Answer;

struct Anna {
    world: World,
    here: (DeviceId, Tokens),
    there: (DeviceId, Tokens),
}

async fn anna_on_two_devices() -> Anna {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let (here, there) = (new_device(), new_device());
    let (kept, other) =
        (world.log_in("anna@example.org", here).await, world.log_in("anna@example.org", there).await);
    Anna { world, here: (here, kept), there: (there, other) }
}

impl Anna {
    async fn end(&self, what: &str) -> Answer {
        let path = format!("/api/v2/profile/sessions{what}");
        self.world.api.delete(path).bearer(&self.here.1.access).send().await
    }

    async fn goes_on(&self, (device, tokens): &(DeviceId, Tokens)) -> bool {
        let answers = [
            self.world.current_session(&tokens.access).await.status(),
            self.world.refresh(&tokens.refresh, *device).await.status(),
        ];
        assert!(answers == [200, 200] || answers == [401, 401], "{answers:?}");
        answers == [200, 200]
    }
}

#[tokio::test]
async fn one_session_ends_and_is_told_once() {
    let anna = anna_on_two_devices().await;
    let path = format!("/{}", anna.there.1.session);

    anna.end(&path).await.expect(204);
    anna.end(&path).await.expect(204);

    assert!(!anna.goes_on(&anna.there).await && anna.goes_on(&anna.here).await);
    let told = anna.world.published::<SessionRevoked>().await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].session_id, told[0].reason),
        (Some(anna.there.1.session), RevocationReason::RevokedByUser)
    );
}

#[tokio::test]
async fn anothers_session_is_not_there() {
    let anna = anna_on_two_devices().await;
    anna.world.register("ben@example.org").await;
    let ben = anna.world.log_in("ben@example.org", new_device()).await;
    anna.end(&format!("/{}", ben.session)).await.expect(404);
    anna.world.current_session(&ben.access).await.expect(200);
}

#[tokio::test]
async fn all_others_end() {
    let anna = anna_on_two_devices().await;
    anna.end("?which=others").await.expect(204);
    anna.end("?which=others").await.expect(204);
    assert!(!anna.goes_on(&anna.there).await && anna.goes_on(&anna.here).await);
    assert_eq!(anna.world.published::<SessionRevoked>().await.len(), 1);
}

#[tokio::test]
async fn all_end() {
    let anna = anna_on_two_devices().await;
    anna.end("?which=all").await.expect(204);
    assert!(!anna.goes_on(&anna.there).await && !anna.goes_on(&anna.here).await);
    let told = anna.world.published::<SessionRevoked>().await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].session_id, told[0].epoch), (None, 1));
    anna.world.log_in("anna@example.org", anna.here.0).await;
}

#[tokio::test]
async fn which_ones_must_be_said() {
    let anna = anna_on_two_devices().await;
    anna.end("").await.expect(422);
    anna.end("?which=some").await.expect(422);
    assert!(anna.goes_on(&anna.there).await);
}
