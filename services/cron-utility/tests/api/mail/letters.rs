//! What mails say, in every language.

use chrono::{DateTime, TimeDelta, Utc};
use cron_utility::{
    domain::mail::{Cause, Kind, Mail, Which},
    mail::{Code, Letter, Recipient, Texts},
};
use events::Language;
use ids::UserId;
use uuid::Uuid;

const LANGUAGES: [Language; 3] = [Language::Nl, Language::En, Language::Ru];

fn letter(kind: Kind, language: Language, name: &str) -> Letter {
    let at: DateTime<Utc> = "2025-07-03T08:15:00Z".parse().expect("an instant");
    let user_id = UserId::new(Uuid::from_u128(1));
    let cause = Cause { id: "1".to_owned(), user_id, kind, which: Which::Current, at };
    let reader = Recipient {
        email: "anna@example.org".to_owned(),
        given_name: name.to_owned(),
        interface_language: language,
    };
    let code = kind
        .code_purpose()
        .map(|_| Code { code: "K7QX-93TB".to_owned().into(), expires_at: at + TimeDelta::minutes(30) });
    let texts = Texts::new("https://app.tall.example/").expect("texts");
    texts.write(&Mail::compose(&cause, at), &reader, code.as_ref()).expect("a letter")
}

#[test]
fn every_letter_reads_as_it_should() {
    for language in LANGUAGES {
        let letters: Vec<_> = Kind::ALL
            .into_iter()
            .map(|kind| letter(kind, language, "Anna"))
            .map(|letter| format!("Subject: {}\n\n{}", letter.subject, letter.text))
            .collect();
        insta::assert_snapshot!(format!("letters_{}", language.as_str()), letters.join("\n====\n\n"));
    }
}

#[test]
fn html_is_for_every_reader() {
    insta::assert_snapshot!("verify_email_html", letter(Kind::VerifyEmail, Language::Nl, "Anna").html);
    for language in LANGUAGES {
        for kind in Kind::ALL {
            let html = letter(kind, language, "Anna").html;
            assert!(html.contains(&format!("<html lang=\"{}\">", language.as_str())), "{html}");
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
            assert!(html.contains("<title>") && html.contains("charset=\"utf-8\""), "{html}");
            assert!(!html.contains("<img") && !html.contains("http://"), "nothing is loaded: {html}");
            assert_eq!(html.contains("<a href="), kind.place().is_some(), "{kind}");
        }
    }
}

#[test]
fn a_link_carries_its_code_where_no_server_sees_it() {
    let letter = letter(Kind::ResetPassword, Language::En, "Anna");

    assert!(
        letter.text.contains("https://app.tall.example/reset-password#user=00000000-0000-0000-0000-000000000001&code=K7QX-93TB\n"),
        "{}",
        letter.text
    );
    assert!(letter.text.contains("\n    K7QX-93TB\n"), "{}", letter.text);
    assert!(letter.text.contains("03-07-2025 10:45 (Dutch time)"), "{}", letter.text);
}

#[test]
fn a_name_is_only_a_name() {
    let letter = letter(Kind::VerifyEmail, Language::En, "<b>{{ code }}</b>");

    assert!(letter.html.contains("&lt;b&gt;{{ code }}&lt;"), "{}", letter.html);
    assert!(letter.text.contains("Hello <b>{{ code }}</b>,"), "{}", letter.text);
}

#[test]
fn languages_say_the_same() {
    for kind in Kind::ALL {
        let shapes: Vec<_> =
            LANGUAGES.map(|language| letter(kind, language, "Anna").text.lines().count()).to_vec();
        assert!(shapes.windows(2).all(|two| two[0] == two[1]), "{kind}: {shapes:?}");
    }
}
