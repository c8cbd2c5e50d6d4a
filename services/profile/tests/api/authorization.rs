//! Every operation, for every kind of caller.

use crate::{
    authenticator::Authenticator,
    device::{device, new_passkey, options},
    support::{PASSWORD, World, new_device, new_user, registration},
};
use chrono::TimeDelta;
use ids::{EnrolmentId, PasskeyId, UserId};
use profile::{domain::Purpose, routes};
use serde_json::json;
use testing::{
    Caller,
    api::Request,
    authorization::{Expected, Matrix, Whose},
};

/// The caller's own id, with an account and a session; or somebody else's.
async fn subject(world: &World, caller: &Caller, whose: Whose) -> UserId {
    world.admit(caller).await;
    match whose {
        Whose::Own => caller.id(),
        Whose::Others | Whose::Nobodys => world.somebody(caller.role().as_str()).await,
    }
}

async fn students_of(world: &World, caller: &Caller, whose: Whose) -> String {
    format!("/api/v2/profile/teachers/{}/students", subject(world, caller, whose).await)
}

async fn link(world: &World, caller: &Caller) -> String {
    world.admit(caller).await;
    let (teacher, student) = (world.somebody("teacher").await, world.somebody("student").await);
    format!("/api/v2/profile/teachers/{teacher}/students/{student}")
}

/// Of one person, whom nobody knows.
fn a_file_of_people() -> serde_json::Value {
    let line = format!("{}@example.org,Anna,de Vries,student,nl", new_user());
    json!({ "csv": format!("email,givenName,familyName,role,language\n{line}\n") })
}

/// An enrolment that the caller began, or may begin; or one of somebody else's.
async fn enrolment(world: &World, caller: &Caller, whose: Whose, begun: bool) -> EnrolmentId {
    world.admit(caller).await;
    let id = EnrolmentId::new(new_user().as_uuid());
    let other = Caller::student();
    if whose == Whose::Others {
        world.admit(&other).await;
        world.begin_enrolment(other.token(), id).await.expect(201);
    } else if begun {
        world.begin_enrolment(caller.token(), id).await.expect(201);
    }
    id
}

/// A passkey of the caller, or of somebody else.
async fn passkey(world: &World, caller: &Caller, whose: Whose) -> PasskeyId {
    world.admit(caller).await;
    let other = Caller::student();
    let owner = if whose == Whose::Others { &other } else { caller };
    if whose == Whose::Others {
        world.admit(&other).await;
    }
    world.add_passkey(owner.token(), &mut device()).await
}

/// The registration of a passkey that the caller, or somebody else, began, and what their device answered.
async fn passkey_registration(
    world: &World,
    caller: &Caller,
    whose: Whose,
) -> (PasskeyId, serde_json::Value) {
    world.admit(caller).await;
    let (id, other) = (new_passkey(), Caller::student());
    let owner = if whose == Whose::Others { &other } else { caller };
    if whose == Whose::Others {
        world.admit(&other).await;
    }
    let begun = world.begin_passkey(owner.token(), id).await.expect(201);
    (id, device().create(&options(&begun)))
}

/// An answer to a question that was never asked.
fn what_nobody_began() -> serde_json::Value {
    json!({ "authorizationToken": "A".repeat(43), "state": "A".repeat(43), "code": "a-code", "issuer": null })
}

/// Somebody's identity at a school.
async fn identity(world: &World, user: UserId) -> UserId {
    let id = new_user();
    sqlx::query(
        "insert into identities (id, user_id, provider, subject_index, subject_index_key, linked_at)
         values ($1, $2, 'school', sha256($3), '1', $4)",
    )
    .bind(id.as_uuid())
    .bind(user.as_uuid())
    .bind(id.as_uuid().as_bytes().as_slice())
    .bind(world.clock.now())
    .execute(&world.pool())
    .await
    .expect("an identity");
    id
}

/// The address of an administrator who never logged in.
async fn first_log_in_of_an_admin(world: &World) -> String {
    let email = format!("{}@example.org", new_user());
    let id = world.register(&email).await;
    let role = "update users set role = 'educational_admin' where id = $1";
    sqlx::query(role).bind(id.as_uuid()).execute(&world.pool()).await.expect("a role");
    email
}

/// A request that needs the caller's session and nothing else.
async fn plain(world: World, caller: Caller, ask: impl FnOnce(&World) -> Request) -> Request {
    world.admit(&caller).await;
    ask(&world)
}

fn matrix() -> Matrix<World> {
    const ANYBODY: &str = "whoever asks is not known yet";
    const LINKS: &str = "a link belongs to the school";
    const POLICY: &str = "a policy belongs to the school";
    Matrix::of_api(&routes::api())
        //                                       anonymous, student, teacher, educational admin, technical admin
        .operation("PUT /api/v2/profile/users/{userId}", Expected::shared(ANYBODY, [201; 5]), |world: World, _, _| async move {
            let id = new_user();
            world.api.put(format!("/api/v2/profile/users/{id}")).json(&registration(&format!("{id}@example.org")))
        })
        .operation(
            "GET /api/v2/profile/users/{userId}",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
            |world: World, caller, whose| async move {
                let id = subject(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/profile/users/{id}"))
            },
        )
        .operation(
            "GET /api/v2/profile/users",
            Expected::of_nobody([401, 403, 403, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/users")),
        )
        .operation(
            "GET /api/v2/profile/admin-actions",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/admin-actions")),
        )
        .operation(
            "POST /api/v2/profile/user-imports/previews",
            Expected::of_nobody([401, 403, 403, 200, 200]),
            |world: World, caller, _| {
                plain(world, caller, |world| {
                    world.api.post("/api/v2/profile/user-imports/previews").json(&a_file_of_people())
                })
            },
        )
        .operation(
            "PUT /api/v2/profile/user-imports/{importId}",
            Expected::shared("an import belongs to the school", [401, 403, 403, 201, 201]),
            |world: World, caller, _| {
                plain(world, caller, |world| {
                    let id = new_user();
                    world.api.put(format!("/api/v2/profile/user-imports/{id}")).json(&a_file_of_people())
                })
            },
        )
        .operation(
            "POST /api/v2/profile/invitations/acceptances",
            Expected::of_nobody([422; 5]),
            |world: World, _, _| async move {
                let body = json!({ "email": "anna@example.org", "code": "AAAAA-AAAAA", "password": "correct horse battery" });
                world.api.post("/api/v2/profile/invitations/acceptances").json(&body)
            },
        )
        .operation(
            "GET /api/v2/profile/security-events",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/security-events")),
        )
        .operation(
            "GET /api/v2/profile/standing",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/standing")),
        )
        .operation(
            "GET /api/v2/profile/keys",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/keys")),
        )
        .operation(
            "GET /api/v2/profile/client-usage",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/client-usage")),
        )
        .operation(
            "PUT /api/v2/profile/users/{userId}/status",
            Expected::own_and_others([401, 403, 403, 403, 200], [401, 403, 403, 403, 200]),
            |world: World, caller, whose| async move {
                let id = subject(&world, &caller, whose).await;
                let put = world.api.put(format!("/api/v2/profile/users/{id}/status"));
                put.header("if-match", "*").json(&json!({ "status": "active" }))
            },
        )
        .operation(
            "DELETE /api/v2/profile/users/{userId}",
            Expected::own_and_others([401, 403, 403, 403, 204], [401, 403, 403, 403, 204]),
            |world: World, caller, whose| async move {
                world.somebody("technical_admin").await;
                let id = subject(&world, &caller, whose).await;
                world.api.delete(format!("/api/v2/profile/users/{id}"))
            },
        )
        .operation(
            "DELETE /api/v2/profile/users/{userId}/factors",
            Expected::own_and_others([401, 403, 403, 403, 204], [401, 403, 403, 403, 204]),
            |world: World, caller, whose| async move {
                let id = subject(&world, &caller, whose).await;
                world.api.delete(format!("/api/v2/profile/users/{id}/factors"))
            },
        )
        .operation(
            "GET /api/v2/profile/users/{userId}/sessions",
            Expected::own_and_others([401, 403, 403, 403, 200], [401, 403, 403, 403, 200]),
            |world: World, caller, whose| async move {
                let id = subject(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/profile/users/{id}/sessions"))
            },
        )
        .operation(
            "DELETE /api/v2/profile/users/{userId}/sessions",
            Expected::own_and_others([401, 403, 403, 403, 204], [401, 403, 403, 403, 204]),
            |world: World, caller, whose| async move {
                let id = subject(&world, &caller, whose).await;
                world.api.delete(format!("/api/v2/profile/users/{id}/sessions"))
            },
        )
        .operation(
            "DELETE /api/v2/profile/users/{userId}/sessions/{sessionId}",
            Expected::own_and_others([401, 403, 403, 403, 204], [401, 403, 403, 403, 404]),
            |world: World, caller, whose| async move {
                let id = subject(&world, &caller, whose).await;
                world.api.delete(format!("/api/v2/profile/users/{id}/sessions/{}", caller.session()))
            },
        )
        .operation(
            "PUT /api/v2/profile/users/{userId}/role",
            Expected::own_and_others([401, 403, 403, 200, 200], [401, 403, 403, 200, 200]),
            |world: World, caller, whose| async move {
                let id = subject(&world, &caller, whose).await;
                let role = caller.role().as_str().replace('_', "-");
                let put = world.api.put(format!("/api/v2/profile/users/{id}/role"));
                put.header("if-match", "*").json(&json!({ "role": role }))
            },
        )
        .operation("POST /api/v2/profile/sessions", Expected::of_nobody([201; 5]), |world: World, _, _| async move {
            let email = format!("{}@example.org", new_user());
            world.register(&email).await;
            let body = json!({ "email": email, "password": crate::support::PASSWORD, "device": { "id": new_device() } });
            world.api.post("/api/v2/profile/sessions").json(&body)
        })
        .operation(
            "POST /api/v2/profile/sessions/refreshes",
            Expected::of_nobody([200; 5]),
            |world: World, _, _| async move {
                let (email, device) = (format!("{}@example.org", new_user()), new_device());
                world.register(&email).await;
                let tokens = world.log_in(&email, device).await;
                let body = json!({ "refreshToken": tokens.refresh, "deviceId": device });
                world.api.post("/api/v2/profile/sessions/refreshes").json(&body)
            },
        )
        .operation(
            "POST /api/v2/profile/sessions/current/authentications",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| async move {
                world.admit(&caller).await;
                let app = world.enrol(caller.token()).await;
                let next = app.code(world.clock.now() + TimeDelta::seconds(30));
                let post = world.api.post("/api/v2/profile/sessions/current/authentications");
                post.json(&json!({ "method": "totp", "proof": next }))
            },
        )
        .operation(
            "POST /api/v2/profile/sessions/challenges/{challengeId}/totp-enrolments",
            Expected::shared(ANYBODY, [200; 5]),
            |world: World, _, _| async move {
                let challenge = world.challenged(&first_log_in_of_an_admin(&world).await).await;
                let path = format!("/api/v2/profile/sessions/challenges/{}/totp-enrolments", challenge.id);
                world.api.post(path).json(&json!({ "challengeToken": challenge.token }))
            },
        )
        .operation(
            "POST /api/v2/profile/sessions/challenges/{challengeId}/answers",
            Expected::shared(ANYBODY, [201; 5]),
            |world: World, _, _| async move {
                let challenge = world.challenged(&first_log_in_of_an_admin(&world).await).await;
                let app = Authenticator::of(&world.enrol_in(&challenge).await.expect(200));
                let code = app.code(world.clock.now());
                let path = format!("/api/v2/profile/sessions/challenges/{}/answers", challenge.id);
                let body = json!({ "challengeToken": challenge.token, "method": "totp", "code": code });
                world.api.post(path).json(&body)
            },
        )
        .operation(
            "GET /api/v2/profile/me/factors",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/me/factors")),
        )
        .operation(
            "PUT /api/v2/profile/me/totp-enrolments/{enrolmentId}",
            Expected::own_and_others([401, 201, 201, 201, 201], [401, 409, 409, 409, 409]),
            |world: World, caller, whose| async move {
                let id = enrolment(&world, &caller, whose, false).await;
                world.api.put(format!("/api/v2/profile/me/totp-enrolments/{id}"))
            },
        )
        .operation(
            "POST /api/v2/profile/me/totp-enrolments/{enrolmentId}/confirmations",
            Expected::own_and_others([401, 422, 422, 422, 422], [401, 404, 404, 404, 404]),
            |world: World, caller, whose| async move {
                let id = enrolment(&world, &caller, whose, true).await;
                let path = format!("/api/v2/profile/me/totp-enrolments/{id}/confirmations");
                world.api.post(path).json(&json!({ "code": "000000" }))
            },
        )
        .operation(
            "DELETE /api/v2/profile/me/totp",
            Expected::of_nobody([401, 204, 204, 409, 409]),
            |world: World, caller, _| plain(world, caller, |world| world.api.delete("/api/v2/profile/me/totp")),
        )
        .operation(
            "PUT /api/v2/profile/me/passkey-registrations/{passkeyId}",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 409, 409, 409, 409]),
            |world: World, caller, whose| async move {
                let (id, _) = passkey_registration(&world, &caller, whose).await;
                world.api.put(format!("/api/v2/profile/me/passkey-registrations/{id}"))
            },
        )
        .operation(
            "POST /api/v2/profile/me/passkey-registrations/{passkeyId}/completions",
            Expected::own_and_others([401, 201, 201, 201, 201], [401, 404, 404, 404, 404]),
            |world: World, caller, whose| async move {
                let (id, made) = passkey_registration(&world, &caller, whose).await;
                let path = format!("/api/v2/profile/me/passkey-registrations/{id}/completions");
                world.api.post(path).json(&json!({ "name": "Telefoon", "credential": made }))
            },
        )
        .operation(
            "GET /api/v2/profile/me/passkeys",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/me/passkeys")),
        )
        .operation(
            "PUT /api/v2/profile/me/passkeys/{passkeyId}/name",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 404, 404]),
            |world: World, caller, whose| async move {
                let id = passkey(&world, &caller, whose).await;
                let put = world.api.put(format!("/api/v2/profile/me/passkeys/{id}/name"));
                put.json(&json!({ "name": "Sleutelbos" }))
            },
        )
        .operation(
            "DELETE /api/v2/profile/me/passkeys/{passkeyId}",
            // The only factor of an administrator stays; of another's nothing is removed.
            Expected::own_and_others([401, 204, 204, 409, 409], [401, 204, 204, 204, 204]),
            |world: World, caller, whose| async move {
                let id = passkey(&world, &caller, whose).await;
                world.api.delete(format!("/api/v2/profile/me/passkeys/{id}"))
            },
        )
        .operation(
            "POST /api/v2/profile/sessions/challenges/{challengeId}/passkey-ceremonies",
            Expected::shared(ANYBODY, [200; 5]),
            |world: World, _, _| async move {
                let email = format!("{}@example.org", new_user());
                world.register(&email).await;
                let tokens = world.log_in(&email, new_device()).await;
                world.add_passkey(&tokens.access, &mut device()).await;
                let challenge = world.challenged(&email).await;
                let path = format!("/api/v2/profile/sessions/challenges/{}/passkey-ceremonies", challenge.id);
                world.api.post(path).json(&json!({ "challengeToken": challenge.token }))
            },
        )
        .operation(
            "PUT /api/v2/profile/me/recovery-codes/{setId}",
            Expected::shared("an id names a set of the caller's account, whoever else uses it", [401, 201, 201, 201, 201]),
            |world: World, caller, _| async move {
                world.admit(&caller).await;
                world.enrol(caller.token()).await;
                world.api.put(format!("/api/v2/profile/me/recovery-codes/{}", new_user()))
            },
        )
        .operation(
            "GET /api/v2/profile/identity-providers",
            Expected::of_nobody([200; 5]),
            |world: World, _, _| async move { world.api.get("/api/v2/profile/identity-providers") },
        )
        .operation(
            "POST /api/v2/profile/sessions/by-provider/authorizations",
            Expected::of_nobody([404; 5]),
            |world: World, _, _| async move {
                let body = json!({ "providerId": "no-school", "device": { "id": new_device() } });
                world.api.post("/api/v2/profile/sessions/by-provider/authorizations").json(&body)
            },
        )
        .operation(
            "POST /api/v2/profile/sessions/by-provider",
            Expected::of_nobody([422; 5]),
            |world: World, _, _| async move {
                world.api.post("/api/v2/profile/sessions/by-provider").json(&what_nobody_began())
            },
        )
        .operation(
            "POST /api/v2/profile/me/identities/authorizations",
            Expected::of_nobody([401, 404, 404, 404, 404]),
            |world: World, caller, _| {
                plain(world, caller, |world| {
                    let body = json!({ "providerId": "no-school" });
                    world.api.post("/api/v2/profile/me/identities/authorizations").json(&body)
                })
            },
        )
        .operation(
            "POST /api/v2/profile/me/identities",
            Expected::of_nobody([401, 422, 422, 422, 422]),
            |world: World, caller, _| {
                plain(world, caller, |world| {
                    world.api.post("/api/v2/profile/me/identities").json(&what_nobody_began())
                })
            },
        )
        .operation(
            "GET /api/v2/profile/me/identities",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/me/identities")),
        )
        .operation(
            "DELETE /api/v2/profile/me/identities/{identityId}",
            Expected::own_and_others([401, 204, 204, 204, 204], [401, 404, 404, 404, 404]),
            |world: World, caller, whose| async move {
                let id = identity(&world, subject(&world, &caller, whose).await).await;
                world.api.delete(format!("/api/v2/profile/me/identities/{id}"))
            },
        )
        .operation(
            "GET /api/v2/profile/sessions/current",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/sessions/current")),
        )
        .operation(
            "DELETE /api/v2/profile/sessions/current",
            Expected::of_nobody([401, 204, 204, 204, 204]),
            |world: World, caller, _| {
                plain(world, caller, |world| world.api.delete("/api/v2/profile/sessions/current"))
            },
        )
        .operation(
            "GET /api/v2/profile/sessions",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/sessions")),
        )
        .operation(
            "DELETE /api/v2/profile/sessions",
            Expected::of_nobody([401, 204, 204, 204, 204]),
            |world: World, caller, _| {
                plain(world, caller, |world| world.api.delete("/api/v2/profile/sessions?which=others"))
            },
        )
        .operation(
            "DELETE /api/v2/profile/sessions/{sessionId}",
            Expected::own_and_others([401, 204, 204, 204, 204], [401, 404, 404, 404, 404]),
            |world: World, caller, whose| async move {
                world.admit(&caller).await;
                let session = match whose {
                    Whose::Own => caller.session(),
                    Whose::Others | Whose::Nobodys => world.caller(Caller::student()).await.session(),
                };
                world.api.delete(format!("/api/v2/profile/sessions/{session}"))
            },
        )
        .operation(
            "POST /api/v2/profile/email-verifications",
            Expected::of_nobody([202; 5]),
            |world: World, _, _| async move {
                let email = format!("{}@example.org", new_user());
                world.api.post("/api/v2/profile/email-verifications").json(&json!({ "email": email }))
            },
        )
        .operation(
            "POST /api/v2/profile/email-confirmations",
            Expected::of_nobody([204; 5]),
            |world: World, _, _| async move {
                let id = new_user();
                world.put_user(id, &registration(&format!("{id}@example.org"))).await.expect(201);
                let code = world.mailed_code(id, Purpose::VerifyEmail).await;
                let body = json!({ "userId": id, "code": code });
                world.api.post("/api/v2/profile/email-confirmations").json(&body)
            },
        )
        .operation(
            "PUT /api/v2/profile/me/email",
            Expected::of_nobody([401, 202, 202, 202, 202]),
            |world: World, caller, _| {
                plain(world, caller, |world| {
                    let email = format!("{}@example.org", new_user());
                    world.api.put("/api/v2/profile/me/email").json(&json!({ "email": email }))
                })
            },
        )
        .operation(
            "POST /api/v2/profile/password-resets",
            Expected::of_nobody([202; 5]),
            |world: World, _, _| async move {
                let email = format!("{}@example.org", new_user());
                world.api.post("/api/v2/profile/password-resets").json(&json!({ "email": email }))
            },
        )
        .operation(
            "POST /api/v2/profile/password-resets/completions",
            Expected::of_nobody([204; 5]),
            |world: World, _, _| async move {
                let email = format!("{}@example.org", new_user());
                let user = world.register(&email).await;
                world.ask_for_reset(&email).await.expect(202);
                let code = world.mailed_code(user, Purpose::ResetPassword).await;
                let body = json!({ "email": email, "code": code, "password": "drie gele olifanten" });
                world.api.post("/api/v2/profile/password-resets/completions").json(&body)
            },
        )
        .operation(
            "PUT /api/v2/profile/me/password",
            Expected::of_nobody([401, 204, 204, 204, 204]),
            |world: World, caller, _| async move {
                world.admit(&caller).await;
                world.set_password(caller.id()).await;
                let body = json!({ "currentPassword": PASSWORD, "password": "drie gele olifanten" });
                world.api.put("/api/v2/profile/me/password").json(&body)
            },
        )
        .operation(
            "GET /api/v2/profile/teachers/{teacherId}/students",
            Expected::own_and_others([401, 403, 200, 200, 200], [401, 403, 404, 200, 200]),
            |world: World, caller, whose| async move {
                let path = students_of(&world, &caller, whose).await;
                world.api.get(path)
            },
        )
        .operation(
            "GET /api/v2/profile/students/{studentId}/teachers",
            Expected::shared(LINKS, [401, 403, 403, 200, 200]),
            |world: World, caller, _| async move {
                world.admit(&caller).await;
                let student = world.somebody("student").await;
                world.api.get(format!("/api/v2/profile/students/{student}/teachers"))
            },
        )
        .operation(
            "PUT /api/v2/profile/teachers/{teacherId}/students/{studentId}",
            Expected::shared(LINKS, [401, 403, 403, 201, 403]),
            |world: World, caller, _| async move {
                let path = link(&world, &caller).await;
                world.api.put(path)
            },
        )
        .operation(
            "DELETE /api/v2/profile/teachers/{teacherId}/students/{studentId}",
            Expected::shared(LINKS, [401, 403, 403, 204, 403]),
            |world: World, caller, _| async move {
                let path = link(&world, &caller).await;
                world.api.delete(path)
            },
        )
        .operation(
            "GET /api/v2/profile/me",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v2/profile/me")),
        )
        .operation(
            "PATCH /api/v2/profile/me",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| {
                let patch = world.api.patch("/api/v2/profile/me").header("if-match", "*");
                patch.json(&json!({ "interfaceLanguage": "en", "timeZone": "Asia/Tbilisi" }))
            }),
        )
        .operation("GET /api/v2/profile/jwks.json", Expected::of_nobody([200; 5]), |world: World, _, _| async move {
            world.api.get("/api/v2/profile/jwks.json")
        })
        .operation("GET /api/v2/profile/client-policy", Expected::of_nobody([200; 5]), |world: World, _, _| async move {
            world.api.get("/api/v2/profile/client-policy")
        })
        .operation(
            "PUT /api/v2/profile/client-policy/{platform}",
            Expected::shared(POLICY, [401, 403, 403, 403, 200]),
            |world: World, caller, _| {
                plain(world, caller, |world| {
                    let message = json!({ "nl": "Werk bij.", "en": "Update.", "ru": "Обновите." });
                    let policy = json!({ "minimum": "1.0.0", "latest": "1.4.0", "message": message });
                    world.api.put("/api/v2/profile/client-policy/web").header("if-match", "*").json(&policy)
                })
            },
        )
        .internal_operation("PUT /internal/v1/profile/codes/{causeId}", 200, |world: World| async move {
            let id = new_user();
            world.put_user(id, &registration(&format!("{id}@example.org"))).await.expect(201);
            let cause = world.cause(id, Purpose::VerifyEmail).await;
            let body = json!({ "userId": id, "purpose": "verify-email" });
            world.internal.put(format!("/internal/v1/profile/codes/{cause}")).json(&body)
        })
        .internal_operation("GET /internal/v1/profile/products", 200, |world: World| async move {
            world.internal.get("/internal/v1/profile/products")
        })
        .internal_operation("GET /internal/v1/profile/jwks.json", 200, |world: World| async move {
            world.internal.get("/internal/v1/profile/jwks.json")
        })
        .internal_operation("GET /internal/v1/profile/sessions/{sessionId}", 200, |world: World| async move {
            let caller = world.caller(Caller::student()).await;
            world.internal.get(format!("/internal/v1/profile/sessions/{}", caller.session()))
        })
        .operation("POST /api/v1/profile/register", Expected::of_nobody([201; 5]), |world: World, _, _| async move {
            let email = format!("{}@example.org", new_user());
            let names = json!({ "email": email, "password": "correct horse", "givenName": "A", "familyName": "B" });
            world.api.post("/api/v1/profile/register").json(&names)
        })
        .operation("POST /api/v1/profile/login", Expected::of_nobody([200; 5]), |world: World, _, _| async move {
            let email = format!("{}@example.org", new_user());
            world.register(&email).await;
            let body = json!({ "email": email, "password": crate::support::PASSWORD });
            world.api.post("/api/v1/profile/login").json(&body)
        })
        .operation("POST /api/v1/profile/refresh", Expected::of_nobody([200; 5]), |world: World, _, _| async move {
            let email = format!("{}@example.org", new_user());
            world.register(&email).await;
            let body = json!({ "email": email, "password": crate::support::PASSWORD });
            let tokens = world.api.post("/api/v1/profile/login").json(&body).send().await.expect(200).json();
            world.api.post("/api/v1/profile/refresh").json(&json!({ "refreshToken": tokens["refreshToken"] }))
        })
        .operation("POST /api/v1/profile/logout", Expected::of_nobody([204; 5]), |world: World, _, _| async move {
            world.api.post("/api/v1/profile/logout").json(&json!({ "refreshToken": "none of ours" }))
        })
        .operation(
            "GET /api/v1/profile/me",
            Expected::of_nobody([401, 200, 200, 200, 200]),
            |world: World, caller, _| plain(world, caller, |world| world.api.get("/api/v1/profile/me")),
        )
        .operation("GET /api/v1/profile/products", Expected::of_nobody([200; 5]), |world: World, _, _| async move {
            world.api.get("/api/v1/profile/products")
        })
}

#[tokio::test]
async fn every_operation_admits_whom_it_says() {
    matrix().check(World::new().await).await;
}

#[tokio::test]
async fn no_operation_takes_bad_input() {
    matrix().check_bad_input(World::new().await).await;
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back_and_nobody_else() {
    let world = World::new().await;
    matrix().check_burst(world.clone(), &world.strict()).await;
}

#[tokio::test]
async fn an_outage_of_the_store_is_told_with_when_to_come_back() {
    let (world, wire) = World::behind_a_wire().await;
    matrix().check_outage(world, || wire.cut()).await;
}
