use crate::support::{Tokens, World, new_device, new_user};
use events::profile::{RevocationReason, SessionRevoked};
use ids::{DeviceId, UserId};
use serde_json::{Value, json};
use testing::{Answer, Caller};

struct Anna {
    world: World,
    admin: Caller,
    id: UserId,
    here: (DeviceId, Tokens),
    there: (DeviceId, Tokens),
}

async fn anna_on_two_devices() -> Anna {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let id = world.register("anna@example.org").await;
    let (here, there) = (new_device(), new_device());
    let first = world.log_in("anna@example.org", here).await;
    let second = world.log_in("anna@example.org", there).await;
    Anna { world, admin, id, here: (here, first), there: (there, second) }
}

impl Anna {
    async fn end(&self, what: &str) -> Answer {
        let path = format!("/api/v2/profile/users/{}/sessions{what}", self.id);
        self.world.api.delete(path).as_(&self.admin).send().await
    }

    async fn goes_on(&self, (device, tokens): &(DeviceId, Tokens)) -> bool {
        let answers = [
            self.world.current_session(&tokens.access).await.status(),
            self.world.refresh(&tokens.refresh, *device).await.status(),
        ];
        assert!(answers == [200, 200] || answers == [401, 401], "{answers:?}");
        answers == [200, 200]
    }

    async fn noted(&self) -> Vec<(Value, Value, Option<Value>)> {
        let path = format!("/api/v2/profile/admin-actions?subjectId={}", self.id);
        let answer = self.world.api.get(path).as_(&self.admin).send().await.expect(200).json();
        let items = answer["items"].as_array().expect("items").iter();
        items
            .map(|done| (done["action"].clone(), done["actorId"].clone(), done.get("detail").cloned()))
            .collect()
    }
}

#[tokio::test]
async fn an_administrator_sees_what_the_user_sees() {
    let anna = anna_on_two_devices().await;
    let path = format!("/api/v2/profile/users/{}/sessions", anna.id);
    let seen = anna.world.api.get(path).as_(&anna.admin).send().await.expect(200).json();
    let own = anna.world.api.get("/api/v2/profile/sessions").bearer(&anna.here.1.access).send().await;
    let mut own = own.expect(200).json();
    for item in own["items"].as_array_mut().expect("items") {
        item["current"] = json!(false);
    }
    assert_eq!(seen, own);
    assert_eq!(seen["items"].as_array().expect("items").len(), 2);
}

#[tokio::test]
async fn one_session_ends_is_told_and_is_noted_once() {
    let anna = anna_on_two_devices().await;
    let path = format!("/{}", anna.there.1.session);

    anna.end(&path).await.expect(204);
    anna.end(&path).await.expect(204);

    assert!(!anna.goes_on(&anna.there).await && anna.goes_on(&anna.here).await);
    let told = anna.world.published::<SessionRevoked>().await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].session_id, told[0].reason),
        (Some(anna.there.1.session), RevocationReason::RevokedByAdmin)
    );
    let which = json!(anna.there.1.session);
    assert_eq!(anna.noted().await, [(json!("session-ended"), json!(anna.admin.id()), Some(which))]);
}

#[tokio::test]
async fn all_end_are_told_and_are_noted_once() {
    let anna = anna_on_two_devices().await;

    anna.end("").await.expect(204);
    anna.end("").await.expect(204);

    assert!(!anna.goes_on(&anna.there).await && !anna.goes_on(&anna.here).await);
    let told = anna.world.published::<SessionRevoked>().await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].session_id, told[0].epoch, told[0].reason),
        (None, 1, RevocationReason::RevokedByAdmin)
    );
    assert_eq!(anna.noted().await, [(json!("sessions-ended"), json!(anna.admin.id()), None)]);
    anna.world.log_in("anna@example.org", anna.here.0).await;
}

#[tokio::test]
async fn a_session_of_another_user_is_not_there_and_goes_on() {
    let anna = anna_on_two_devices().await;
    anna.world.register("ben@example.org").await;
    let ben = anna.world.log_in("ben@example.org", new_device()).await;
    anna.end(&format!("/{}", ben.session)).await.expect(404);
    anna.world.current_session(&ben.access).await.expect(200);
    assert_eq!(anna.noted().await, []);
}

#[tokio::test]
async fn nobody_has_no_sessions() {
    let anna = anna_on_two_devices().await;
    let path = format!("/api/v2/profile/users/{}/sessions", new_user());
    anna.world.api.get(&path).as_(&anna.admin).send().await.expect(404);
    anna.world.api.delete(&path).as_(&anna.admin).send().await.expect(404);
}
