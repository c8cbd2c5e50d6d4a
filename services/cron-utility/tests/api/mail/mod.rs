//! From a cause to the mail server: once, whatever happens in between.

mod digests;
mod letters;
mod servers;

use crate::support::World;
use boot::{CancellationToken, Peer, PublicUrl, ReadableFile};
use chrono::TimeDelta;
use cron_utility::{
    domain::mail::{Cause, Kind, Mail, State, Which},
    mail::{MailConfig, Post, Sources, Tls},
};
use documents::Filter;
use events::profile::{
    AddressTarget, EmailVerificationRequested, IdentityChange, IdentityChanged, MfaChange, MfaChanged,
    NewDeviceSeen, PasswordChangeMethod, PasswordChanged, PasswordResetRequested, Platform,
    RegistrationRepeated, TokenReuseDetected, UserInvited,
};
use ids::{CauseId, DeviceId, SessionId, UserId};
use prometheus::Registry;
use servers::{MailServer, Manner, Others};
use std::sync::Arc;
use testing::SeededRandom;
use uuid::Uuid;

/// A service with everything around it that mail needs.
struct Office {
    world: World,
    server: MailServer,
    others: Others,
    post: Post,
}

impl Office {
    async fn open() -> Self {
        let (world, server, others) = (World::new().await, MailServer::start().await, Others::start().await);
        let post = post(&world, &server, &others);
        Self { world, server, others, post }
    }

    /// Another process that empties the same letterbox.
    fn another_post(&self) -> Post {
        post(&self.world, &self.server, &self.others)
    }

    async fn take(&self, cause: &Cause) -> String {
        self.world.app.letterbox.take(cause).await.expect("the store");
        Mail::id_of(&cause.id, cause.kind)
    }

    async fn round(&self) {
        self.post.round(&CancellationToken::new()).await.expect("the store");
    }

    /// Rounds over a day and a half, as time goes by.
    async fn rounds(&self) {
        for _ in 0..60 {
            self.round().await;
            self.world.clock.advance(TimeDelta::minutes(36));
        }
    }

    async fn mail(&self, id: &str) -> Mail {
        self.world.mails.get(id.to_owned()).await.expect("the store").expect("a mail").into_state()
    }

    fn cause(&self, kind: Kind) -> Cause {
        Cause {
            id: "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10".to_owned(),
            user_id: user(),
            kind,
            which: Which::Current,
            at: self.world.app.clock.now(),
        }
    }
}

fn user() -> UserId {
    UserId::new(Uuid::from_u128(42))
}

fn post(world: &World, server: &MailServer, others: &Others) -> Post {
    let config = MailConfig {
        host: "localhost".to_owned(),
        port: server.port,
        tls: Tls::Implicit,
        username: None,
        password_file: None,
        ca_file: ReadableFile::open(server.authority.path()).expect("the authority"),
        sender: "Tall <no-reply@tall.example>".to_owned(),
        client_url: PublicUrl::parse("https://app.tall.example").expect("a URL"),
        per_hour: 3,
    };
    let peer = || Peer::played_by(&others.url, boot::http_client(None).expect("a client"));
    let clock = world.app.clock.clone();
    let random = Arc::new(SeededRandom::new(3));
    let sources = Sources::new(peer(), peer(), world.app.digests.clone());
    Post::new(&config, world.app.letterbox.clone(), sources, clock, random, &Registry::new()).expect("a post")
}

#[tokio::test]
async fn a_cause_that_is_heard_of_often_becomes_one_mail() {
    let office = Office::open().await;
    let cause = office.cause(Kind::VerifyEmail);
    for _ in 0..3 {
        let id = office.take(&cause).await;
        office.round().await;
        assert_eq!(office.mail(&id).await.state, State::Sent);
    }

    let messages = office.server.messages();
    assert_eq!(messages.len(), 1);
    for part in [
        "From: Tall <no-reply@tall.example>",
        "To: Anna <anna@example.org>",
        "Subject: Bevestig je e-mailadres",
        "Auto-Submitted: auto-generated",
        "Content-Language: nl",
        "Date: Mon, 03 Mar 2025 09:00:00 +0000",
        "K7QX-93TB",
        "multipart/alternative",
    ] {
        assert!(messages[0].contains(part), "{part} in {}", messages[0]);
    }
    let cause = cause.id;
    assert_eq!(
        office.others.asked(),
        [format!("code {cause} verify-email"), format!("address {cause} mail current")]
    );
}

#[tokio::test]
async fn every_cause_reaches_its_reader() {
    let office = Office::open().await;
    let (user_id, at) = (user(), office.world.app.clock.now());
    let session_id = SessionId::new(Uuid::from_u128(1));
    let device_id = DeviceId::new(Uuid::from_u128(2));
    let method = PasswordChangeMethod::Change;
    office.world.deliver(1, PasswordChanged { user_id, method, changed_at: at }).await;
    office.world.deliver(2, TokenReuseDetected { user_id, session_id, device_id, detected_at: at }).await;
    let change = MfaChange::Removed;
    office.world.deliver(3, MfaChanged { user_id, change, changed_by: None, changed_at: at }).await;

    // Another person, since one is sent three in an hour.
    let (other, provider) = (UserId::new(Uuid::from_u128(43)), "school".to_owned());
    let change = IdentityChange::Linked;
    office.world.deliver(4, IdentityChanged { user_id: other, provider, change, changed_at: at }).await;

    office.round().await;

    let subjects: Vec<_> = office.server.messages().iter().map(|it| subject(it)).collect();
    assert_eq!(subjects.len(), 4);
    for expected in [
        "Je wachtwoord is gewijzigd",
        "Je tweede inlogstap is gewijzigd",
        "Inloggen via je school is gewijzigd",
    ] {
        assert!(subjects.iter().any(|subject| subject == expected), "{expected} in {subjects:?}");
    }
}

#[tokio::test]
async fn what_profile_asks_for_is_mailed_with_the_code_of_the_request() {
    let office = Office::open().await;
    let (user_id, at) = (user(), office.world.app.clock.now());
    let [new, reset, repeated] = [1, 2, 3].map(|cause| CauseId::new(Uuid::from_u128(cause)));
    // Two people, so that neither is sent more than so many in an hour.
    let other = UserId::new(Uuid::from_u128(43));
    let (target, request_id) = (AddressTarget::Pending, new);
    let asked = EmailVerificationRequested { user_id, request_id, target, requested_at: at };
    office.world.deliver(1, asked.clone()).await;
    office.world.deliver(1, asked).await;
    let forgotten = PasswordResetRequested { user_id: other, request_id: reset, requested_at: at };
    office.world.deliver(2, forgotten).await;
    let again = RegistrationRepeated { user_id: other, request_id: repeated, requested_at: at };
    office.world.deliver(3, again).await;
    let (session_id, device_id) = (SessionId::new(Uuid::from_u128(1)), DeviceId::new(Uuid::from_u128(2)));
    let platform = Platform::Web;
    let seen = NewDeviceSeen { user_id: other, session_id, device_id, platform, seen_at: at };
    office.world.deliver(4, seen).await;

    office.round().await;

    assert_eq!(office.server.messages().len(), 5, "the old address is told, and nothing is sent twice");
    let questions = office.others.asked();
    for question in [
        format!("code {new} verify-email"),
        format!("address {new} mail pending"),
        format!("address {new} mail current"),
        format!("code {reset} reset-password"),
        format!("address {reset} mail current"),
    ] {
        assert_eq!(
            questions.iter().filter(|asked| **asked == question).count(),
            1,
            "{question} in {questions:?}"
        );
    }
}

#[tokio::test]
async fn who_is_invited_is_mailed_a_code_once() {
    let office = Office::open().await;
    let (user_id, invited_at) = (user(), office.world.app.clock.now());
    let request_id = CauseId::new(Uuid::from_u128(9));
    for _ in 0..2 {
        office.world.deliver(1, UserInvited { user_id, request_id, invited_at }).await;
        office.round().await;
    }

    let messages = office.server.messages();
    assert_eq!(messages.len(), 1);
    assert_eq!(subject(&messages[0]), "Je bent uitgenodigd voor Tall");
    assert!(messages[0].contains("K7QX-93TB"), "{}", messages[0]);
    assert_eq!(
        office.others.asked(),
        [format!("code {request_id} invitation"), format!("address {request_id} mail current")]
    );
}

fn subject(message: &str) -> String {
    message.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_is_down_for_a_while_is_waited_for_and_the_mail_sent_once() {
    for (what, down, up) in [
        ("the mail server", (Manner::ComesBack, 200, 200), 0),
        ("profile", (Manner::Takes, 503, 200), 0),
        ("pii", (Manner::Takes, 200, 503), 0),
        ("a person not yet known to pii", (Manner::Takes, 200, 404), 0),
        ("a server that is full", (Manner::IsFull, 200, 200), 1),
    ] {
        let office = Office::open().await;
        let id = office.take(&office.cause(Kind::ResetPassword)).await;
        office.server.behaves(down.0);
        office.others.code_is(down.1);
        office.others.address_is(down.2);
        office.round().await;
        let mail = office.mail(&id).await;
        assert_eq!((mail.state, mail.attempts), (State::Composed, 1), "{what}: {mail:?}");
        office.round().await;
        assert_eq!(office.mail(&id).await.attempts, 1, "{what}: not before its time");

        office.server.behaves(Manner::Takes);
        office.others.code_is(200);
        office.others.address_is(200);
        office.world.clock.advance(TimeDelta::seconds(2));
        office.rounds().await;

        assert_eq!(office.mail(&id).await.state, State::Sent, "{what}");
        assert_eq!(office.server.messages().len() - up, 1, "{what}");
    }
}

#[tokio::test]
async fn what_is_refused_for_good_is_not_tried_again() {
    for (manner, problem, seen) in
        [(Manner::KnowsNobody, "RCPT: 550", 0), (Manner::RefusesContent, "message: 554", 1)]
    {
        let office = Office::open().await;
        office.server.behaves(manner);
        let id = office.take(&office.cause(Kind::NewDevice)).await;

        office.rounds().await;

        let mail = office.mail(&id).await;
        assert_eq!((mail.state, mail.problem.as_deref()), (State::Failed, Some(problem)));
        assert_eq!(office.server.messages().len(), seen);
    }
}

#[tokio::test]
async fn a_code_that_is_used_or_replaced_needs_no_mail() {
    let office = Office::open().await;
    office.others.code_is(410);
    let id = office.take(&office.cause(Kind::VerifyEmail)).await;

    office.rounds().await;

    assert_eq!(office.mail(&id).await.state, State::Failed);
    assert_eq!(office.server.messages(), [""; 0]);
}

#[tokio::test]
async fn a_server_that_goes_silent_after_the_message_may_have_it_so_it_is_not_sent_again() {
    let office = Office::open().await;
    office.server.behaves(Manner::GoesSilent);
    let id = office.take(&office.cause(Kind::VerifyEmail)).await;
    office.round().await;
    office.server.behaves(Manner::Takes);

    office.rounds().await;

    assert_eq!(office.mail(&id).await.state, State::Uncertain);
    assert_eq!(office.server.messages().len(), 1);
}

#[tokio::test]
async fn a_process_that_dies_before_the_message_is_followed_by_one_that_sends_it() {
    let office = Office::open().await;
    let id = office.take(&office.cause(Kind::VerifyEmail)).await;
    let now = office.world.app.clock.now();
    office
        .world
        .mails
        .change(id.clone(), Filter::any(), |mail: Mail| mail.claim(now))
        .await
        .expect("claimed");

    office.round().await;
    assert_eq!(office.server.messages(), [""; 0], "the attempt may still be under way");
    office.world.clock.advance(Mail::LEASE);
    office.round().await;

    assert_eq!(office.mail(&id).await.state, State::Sent);
    assert_eq!(office.server.messages().len(), 1);
}

#[tokio::test]
async fn a_process_that_dies_while_it_hands_over_leaves_the_mail_to_people() {
    let office = Office::open().await;
    let id = office.take(&office.cause(Kind::VerifyEmail)).await;
    let now = office.world.app.clock.now();
    office
        .world
        .mails
        .change(id.clone(), Filter::any(), |mail: Mail| mail.claim(now))
        .await
        .expect("claimed");
    office
        .world
        .mails
        .change(id.clone(), Filter::any(), |mail: Mail| mail.hand_over(1, now))
        .await
        .expect("handed");

    office.rounds().await;

    assert_eq!(office.mail(&id).await.state, State::Uncertain);
    assert_eq!(office.server.messages(), [""; 0]);
}

#[tokio::test]
async fn many_posts_at_once_send_each_mail_once() {
    let office = Office::open().await;
    for kind in [Kind::VerifyEmail, Kind::NewDevice, Kind::TokenReuse] {
        office.take(&office.cause(kind)).await;
    }
    let posts: Vec<_> = (0..6).map(|_| office.another_post()).collect();
    let stop = CancellationToken::new();

    let rounds = futures::future::join_all(posts.iter().map(|post| post.round(&stop))).await;

    assert!(rounds.iter().all(Result::is_ok), "{rounds:?}");
    office.rounds().await;
    assert_eq!(office.server.messages().len(), 3);
}

#[tokio::test]
async fn what_happened_long_ago_is_not_told() {
    let office = Office::open().await;
    let cause =
        Cause { at: office.world.app.clock.now() - Mail::TOO_LATE, ..office.cause(Kind::PasswordChanged) };

    let id = office.take(&cause).await;

    assert!(office.world.mails.get(id).await.expect("the store").is_none());
}

#[tokio::test]
async fn nobody_is_sent_more_than_so_many_in_an_hour() {
    let office = Office::open().await;
    for n in 0..6_u128 {
        let cause = Cause { id: Uuid::from_u128(n).to_string(), ..office.cause(Kind::ResetPassword) };
        office.take(&cause).await;
    }
    let another = Cause { user_id: UserId::new(Uuid::from_u128(43)), ..office.cause(Kind::ResetPassword) };
    office.take(&another).await;

    office.round().await;

    assert_eq!(office.server.messages().len(), 3 + 1);
    assert_eq!(office.world.mails.count(Filter::eq("state", State::Suppressed)).await.expect("the store"), 3);
}

#[tokio::test]
async fn neither_address_nor_code_nor_name_is_kept() {
    let office = Office::open().await;
    office.server.behaves(Manner::KnowsNobody);
    let cause = office.cause(Kind::VerifyEmail);
    office.take(&cause).await;
    office.round().await;

    let kept = office.world.everything_in("mails").await;

    assert!(kept.contains("RCPT: 550"), "{kept}");
    for secret in ["anna", "Anna", "K7QX", "example.org"] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
}
