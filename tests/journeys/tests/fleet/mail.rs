//! Mails prove addresses: one for a cause, whatever dies in between, and what they bring lies open nowhere else.

use boot::{Clock, SystemClock};
use ids::{ExportId, RecoverySetId, UserId, UserImportId};
use journeys::{
    Fleet, Newcomer, Person, Role,
    canaries::{Canary, Search},
    eventually,
    inbox::Mail,
    new_id, operator, stores,
};
use serde_json::{Value, json};
use std::time::Duration;

/// What the subject of the mail that proves an address is, and of the one that brings another password.
const SUBJECTS: [(&str, &str, &str); 3] = [
    ("nl", "Bevestig je e-mailadres", "Stel een nieuw wachtwoord in"),
    ("en", "Confirm your e-mail address", "Set a new password"),
    ("ru", "Подтвердите адрес электронной почты", "Задайте новый пароль"),
];
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn one_mail_in_the_readers_language_lets_them_in() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    for (language, verify, _) in SUBJECTS {
        let anna = fleet.newcomer("Anna", language);
        anna.register().await?.expect(201);
        let refused = anna.try_to_log_in().await?.expect(401);
        assert_eq!(refused["type"], "urn:tall:problem:bad-credentials");

        let mail = only(&anna.awaits_mails(1).await);

        assert_eq!(mail.subject, verify);
        let code = mail.code().expect("a code").to_owned();
        for part in [&mail.text, &mail.html] {
            assert!(part.contains("Anna") && part.contains(&code), "{part}");
        }
        assert!(mail.html.contains(&format!("<html lang=\"{language}\">")), "{}", mail.html);
        // As the client does that the link opens, on whichever device.
        let (user, linked) = behind_link(&mail);
        assert_eq!((user, linked.as_str()), (anna.id, code.as_str()));
        anna.confirm(user, &linked).await?.expect(204);
        anna.try_to_log_in().await?.expect(201);
        no_other_mail_comes(&anna).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_is_asked_for_again_makes_the_code_before_it_void() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let anna = fleet.newcomer("Anna", "en");
    anna.register().await?.expect(201);
    let lost = only(&anna.awaits_mails(1).await);

    anna.ask_for_mail_again().await?.expect(202);

    let mails = anna.awaits_mails(2).await;
    assert_eq!(mails.len(), 2);
    anna.confirm(anna.id, lost.code().expect("a code")).await?.expect(422);
    anna.confirm(anna.id, mails[0].code().expect("a code")).await?.expect(204);
    anna.try_to_log_in().await?.expect(201);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_killed_before_it_can_send_is_followed_by_one_that_sends_once() -> anyhow::Result<()>
{
    let fleet = Fleet::of_test_stack().await?;
    let anna = fleet.newcomer("Anna", "nl");
    // Without pii nobody knows the address, so that the process dies between the fact and the mail.
    operator::stop("pii").await?;
    let killed = async {
        anna.register().await?.expect(201);
        was_begun_in_vain(anna.id).await;
        operator::kill("cron-utility").await
    };
    let killed = killed.await;
    operator::start("pii").await?;
    killed?;

    let mail = only(&anna.awaits_mails(1).await);
    anna.confirm(anna.id, mail.code().expect("a code")).await?.expect(204);
    anna.try_to_log_in().await?.expect(201);
    no_other_mail_comes(&anna).await
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_mail_server_is_down_a_mail_waits_and_then_comes_once() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let anna = fleet.newcomer("Anna", "nl");
    operator::stop("mail").await?;
    let waited = async {
        anna.register().await?.expect(201);
        was_begun_in_vain(anna.id).await;
        anyhow::Ok(())
    };
    let waited = waited.await;
    operator::start("mail").await?;
    waited?;

    let mail = only(&anna.awaits_mails(1).await);
    anna.confirm(anna.id, mail.code().expect("a code")).await?.expect(204);
    anna.try_to_log_in().await?.expect(201);
    no_other_mail_comes(&anna).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_types_and_is_sent_lies_open_nowhere() -> anyhow::Result<()> {
    let since = SystemClock.now();
    let fleet = Fleet::of_test_stack().await?;
    let given_name = format!("Kanarie {}", new_id(UserId::v7));
    let canary = fleet.newcomer(&given_name, "nl");
    canary.register().await?.expect(201);
    canary.try_to_log_in().await?.expect(401);
    let verification = only(&canary.awaits_mails(1).await);
    let code = verification.code().expect("a code");
    canary.confirm(canary.id, code).await?.expect(204);
    let session = canary.try_to_log_in().await?.expect(201);
    canary.forget_password().await?.expect(202);
    let reset = canary.awaits_mails(2).await;
    let reset_code = reset[0].code().expect("a code");
    let person = canary.log_in().await?;
    // Where they belong they are, and can be read by whom they are about.
    let name = person.get(&format!("/api/v2/pii/people/{}/name", canary.id)).await?.expect(200);
    assert_eq!(
        (&name["givenName"], &name["familyName"]),
        (&canary.given_name.as_str().into(), &canary.family_name.as_str().into())
    );

    let details = Details::new();
    person.patch(&details.path(canary.id), &details.of_the_person()).await?.expect(200);
    let admin = fleet.somebody(Role::EducationalAdmin, "Erik").await?;
    admin.patch(&details.path(canary.id), &json!({ "adminNote": details.note })).await?.expect(200);
    let secret = person.enrols_app().await?;
    let recovery_codes = recovery_codes(&person).await?;
    let invited = fleet.newcomer(&given_name, "nl");
    let invitation = invite(&admin, &invited).await?;
    let invitation_code = invitation.code().expect("a code");

    let export = takes_their_data_away(&person).await?;

    let local_part = local_part_of(&canary);
    let canaries = [
        Canary::new("address", local_part),
        Canary::new("password", &canary.credentials.password),
        Canary::new("given name", &canary.given_name),
        Canary::new("family name", &canary.family_name),
        Canary::new("code", code),
        Canary::new("code, as it is compared", &code.replace('-', "")),
        Canary::new("code of a reset", reset_code),
        Canary::new("code of a reset, as it is compared", &reset_code.replace('-', "")),
        Canary::new("code of an invitation", invitation_code),
        Canary::new("code of an invitation, as it is compared", &invitation_code.replace('-', "")),
        Canary::new("address of who is invited", local_part_of(&invited)),
        Canary::new("phone", details.phone.trim_start_matches('+')),
        Canary::new("postal address", &details.street),
        Canary::new("name of the guardian", &details.guardian),
        Canary::new("phone of the guardian", details.guardian_phone.trim_start_matches('+')),
        Canary::new("note of an admin", &details.note),
        Canary::new("secret of the app", &secret),
        Canary::of_bytes("secret of the app, as it is kept", &bytes_of(&secret)),
        Canary::new("access token", person.token()),
        Canary::new("refresh token", session["refreshToken"].as_str().expect("a refresh token")),
        Canary::new(SEEN, &canary.id.to_string()),
        Canary::new(SEEN, &export),
    ];
    let recovery_codes = recovery_codes.iter().flat_map(|code| {
        [
            Canary::new("recovery code", code),
            Canary::new("recovery code, as compared", &code.replace('-', "")),
        ]
    });
    let canaries: Vec<_> = canaries.into_iter().chain(recovery_codes).collect();
    let found = Search::new(&canaries, since)?.places().await?;

    let (seen, open): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| found.name == SEEN);
    assert!(open.is_empty(), "these lie open: {open:#?}");
    let seen: Vec<_> = seen.into_iter().map(|found| found.place).collect();
    for place in [
        "kafka user.events.v2",
        "kafka user.security.v1",
        "kafka pii.intake.v1",
        "tall_cron-utility.mails",
        "profile.users",
        "profile.codes",
        "profile.totp_factors",
        "profile.recovery_codes",
        "pii.accesses",
        "pii.fields",
        "kafka user.pii.v1",
        "logs/profile.log",
    ] {
        assert!(
            seen.iter().any(|seen| seen == place),
            "the search does not even find an id in {place}: {seen:?}"
        );
    }
    assert!(seen.iter().any(|seen| seen.starts_with("data/traces/")), "no span names them: {seen:?}");
    let archive = format!("/archives/{export}");
    assert!(seen.iter().any(|seen| seen.ends_with(&archive)), "the archive of the export: {seen:?}");
    println!("the id of a canary stands in {}; nothing else of theirs does", seen.join(", "));
    Ok(())
}

/// What is told of somebody beside their name: nobody else's, and nowhere else.
struct Details {
    phone: String,
    street: String,
    guardian: String,
    guardian_phone: String,
    note: String,
}

impl Details {
    fn new() -> Self {
        let once = || new_id(UserId::v7);
        let phone = || format!("+316{:08}", once().as_uuid().as_u128() % 100_000_000);
        Self {
            phone: phone(),
            street: format!("Kanariestraat {}", once()),
            guardian: format!("Voogd {}", once()),
            guardian_phone: phone(),
            note: format!("Belde over {}.", once()),
        }
    }

    fn path(&self, person: UserId) -> String {
        format!("/api/v2/pii/people/{person}")
    }

    fn of_the_person(&self) -> Value {
        json!({
            "phone": self.phone,
            "address": { "street": self.street, "postalCode": "1234 AB", "city": "Utrecht", "country": "NL" },
            "guardian": { "givenName": self.guardian, "familyName": "de Vries", "phone": self.guardian_phone },
        })
    }
}

fn local_part_of(newcomer: &Newcomer) -> &str {
    newcomer.credentials.email.split('@').next().unwrap_or_default()
}

/// The bytes of a secret in Base32.
fn bytes_of(secret: &str) -> Vec<u8> {
    totp_rs::Secret::try_from_base32(secret).expect("Base32").as_bytes().to_vec()
}

async fn recovery_codes(person: &Person) -> anyhow::Result<Vec<String>> {
    let path = format!("/api/v2/profile/me/recovery-codes/{}", new_id(RecoverySetId::v7));
    let made = person.put(&path, &Value::Null).await?.expect(201);
    Ok(serde_json::from_value(made["codes"].clone())?)
}

/// Makes an account for somebody from a file, and gives the mail that they are sent.
async fn invite(admin: &Person, invited: &Newcomer) -> anyhow::Result<Mail> {
    let Newcomer { credentials, given_name, family_name, language, .. } = invited;
    let csv = format!(
        "email,givenName,familyName,role,language,teacher\n{},{given_name},{family_name},student,{language},\n",
        credentials.email
    );
    let path = format!("/api/v2/profile/user-imports/{}", new_id(UserImportId::v7));
    admin.put(&path, &json!({ "csv": csv })).await?.expect(201);
    Ok(only(&invited.awaits_mails(1).await))
}

/// Has everything that is kept of them put into an archive, which lies among the objects for a day.
async fn takes_their_data_away(person: &Person) -> anyhow::Result<String> {
    let export = new_id(ExportId::v7).to_string();
    person.post("/api/v2/pii/exports", &json!({ "exportId": export })).await?.expect(202);
    eventually("the archive is ready", PATIENCE, async || {
        let told = person.get(&format!("/api/v2/pii/exports/{export}")).await.ok()?;
        (told.body["status"] == "ready").then_some(())
    })
    .await;
    Ok(export)
}

/// The name of the canary that may be found, and shows that the search finds.
const SEEN: &str = "user id";

fn only(mails: &[Mail]) -> Mail {
    let [mail] = mails else { panic!("{} mails instead of one", mails.len()) };
    mail.clone()
}

/// Whom and which code the link of a mail brings to the client.
fn behind_link(mail: &Mail) -> (UserId, String) {
    let link = mail.text.lines().find(|line| line.contains("/verify-email#")).expect("a link");
    assert!(mail.html.contains("<a href="), "{}", mail.html);
    let (_, brought) = link.split_once('#').expect("what no server sees");
    let part = |name: &str| {
        let pairs = brought.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).expect("a part")
    };
    (part("user").parse().expect("an id"), part("code"))
}

/// Waits until cron-utility tried to send the mail of somebody, and could not.
async fn was_begun_in_vain(user: UserId) {
    eventually("an attempt that comes to nothing", PATIENCE, async || {
        let mails = stores::mails_to(user).await.ok()?;
        mails.iter().any(|mail| mail.state == "composed" && mail.attempts > 0).then_some(())
    })
    .await;
}

/// What is asked for next is the next mail that comes, and nothing of before is left to be sent.
async fn no_other_mail_comes(newcomer: &Newcomer) -> anyhow::Result<()> {
    let wording = SUBJECTS.iter().find(|(language, ..)| *language == newcomer.language);
    let (_, verify, reset) = wording.expect("a language of the product");
    newcomer.forget_password().await?.expect(202);
    let mails = newcomer.awaits_mails(2).await;
    let subjects: Vec<_> = mails.iter().map(|mail| mail.subject.as_str()).collect();
    assert_eq!(subjects, [*reset, *verify]);
    eventually("every mail is sent", PATIENCE, async || {
        let kept = stores::mails_to(newcomer.id).await.ok()?;
        (kept.len() == 2 && kept.iter().all(|mail| mail.state == "sent")).then_some(())
    })
    .await;
    Ok(())
}
