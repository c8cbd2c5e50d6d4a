//! What mails say, in every language.

use crate::support::at;
use cron_utility::{
    domain::{
        digest::{Digest, StudentDigest, TeacherDigest, Work},
        mail::{Cause, Kind, Mail, Which},
    },
    mail::{Code, Enclosure, Letter, Recipient, Texts},
};
use events::Language;
use ids::UserId;
use uuid::Uuid;

const LANGUAGES: [Language; 3] = [Language::Nl, Language::En, Language::Ru];

fn letter(kind: Kind, language: Language, name: &str) -> Letter {
    letter_with(kind, language, name, enclosure(kind))
}

fn letter_with(kind: Kind, language: Language, name: &str, enclosure: Enclosure) -> Letter {
    let at = at("2025-07-03T08:15:00Z");
    let user_id = UserId::new(Uuid::from_u128(1));
    let cause = Cause { id: "1".to_owned(), user_id, kind, which: Which::Current, at };
    let reader = Recipient {
        email: "anna@example.org".to_owned(),
        given_name: name.to_owned(),
        interface_language: language,
    };
    let texts = Texts::new("https://app.tall.example/").expect("texts");
    texts.write(&Mail::compose(&cause, at), &reader, &enclosure).expect("a letter")
}

fn enclosure(kind: Kind) -> Enclosure {
    let (from, to) = ("23-06-2025".to_owned(), "29-06-2025".to_owned());
    let words = vec!["het meisje".to_owned(), "de <b>uitgeverij</b>".to_owned()];
    match kind {
        Kind::TeacherDigest => Enclosure::Digest(Digest::Teacher(TeacherDigest {
            from,
            to,
            students: 24,
            active: 19,
            work: Work { answers: 2310, minutes: 540, retention: Some(87) },
            need_help: 5,
            inactive: 3,
            low_retention: 1,
            due_load: 1,
            leeches: 2,
            mistake_kind: 1,
            words,
        })),
        Kind::StudentDigest => Enclosure::Digest(Digest::Student(StudentDigest {
            from,
            to,
            days: 4,
            work: Work { answers: 164, minutes: 38, retention: Some(91) },
            due: 42,
            words,
        })),
        kind if kind.code_purpose().is_some() => Enclosure::Code(Code {
            code: "K7QX-93TB".to_owned().into(),
            expires_at: at("2025-07-03T08:45:00Z"),
        }),
        _ => Enclosure::Nothing,
    }
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

#[test]
fn a_digest_says_nothing_of_what_there_is_nothing_of() {
    let quiet = |work| {
        Enclosure::Digest(Digest::Student(StudentDigest {
            from: "23-06-2025".to_owned(),
            to: "29-06-2025".to_owned(),
            days: 0,
            work,
            due: 7,
            words: Vec::new(),
        }))
    };
    let nothing = Work { answers: 0, minutes: 0, retention: None };
    let letters: Vec<_> = LANGUAGES
        .map(|language| letter_with(Kind::StudentDigest, language, "Anna", quiet(nothing)).text)
        .to_vec();
    insta::assert_snapshot!("a_quiet_week", letters.join("\n====\n\n"));
}

#[test]
fn what_a_digest_names_is_only_text() {
    let letter = letter(Kind::TeacherDigest, Language::En, "Anna");

    assert!(
        letter.html.contains("<li>Hardest words: het meisje, de &lt;b&gt;uitgeverij&lt;"),
        "{}",
        letter.html
    );
    assert!(letter.text.contains("- Hardest words: het meisje, de <b>uitgeverij</b>\n"), "{}", letter.text);
}
