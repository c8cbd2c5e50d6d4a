//! One or more events of every record: full ones, and ones in which all that may be absent is.

use chrono::{DateTime, Duration, Utc};
use events::{
    Fact, Language, Level, LocalizedText, PartOfSpeech,
    admin::{
        AdjectiveForms, Article, Audio, Auxiliary, ContentArchived, ContentKind, ContentUpdated, Example,
        NounForms, Snapshot, TopicSnapshot, VerbForms, WordSnapshot,
    },
    cron_utility::{
        BrokerState, BrokerStateChanged, KeyRotated, SchemaRegistered, ServiceFailed, WeeklyTick,
    },
    learning_cards::{
        CohortClosed, CohortOpened, CycleCompleted, WordAdded, WordAsk, WordCycle, WordGraduated,
        WordRemoved, WordReviewed, WordSource, WordStage, WordStep,
    },
    pii::{
        AccessDecision, Actor, ActorKind, Confirmation, ErasureConfirmed, ErasureRequested, ExportPartReady,
        ExportReady, ExportRequested, Holding, PiiAccessed, UserErased, UserPiiUpdated,
    },
    profile::{
        AccessChanged, AccountStatus, AddressTarget, ClientPolicyChanged, EmailAddressConfirmed,
        EmailVerificationRequested, IdentityChange, IdentityChanged, LoginSucceeded, LoginThrottled,
        MfaChange, MfaChanged, NewDeviceSeen, PasswordChangeMethod, PasswordChanged, PasswordResetRequested,
        PiiSubmitted, Platform, RegistrationRepeated, RevocationReason, Role, SessionRevoked, TeacherLinked,
        TeacherUnlinked, ThrottleScope, TokenReuseDetected, UserCreated, UserDeleted, UserInvited,
        UserRoleChanged, UserStatusChanged, UserUpdated,
    },
    thematic_cards::{
        AnswerWay, CardKind, CardRescheduled, CardReviewUndone, CardReviewed, CardState, Rating,
        RescheduleCause, TopicMastered, TopicRefreshed, WordChange, WordChanged,
    },
};
use ids::{
    CardId, CauseId, CohortId, ContentId, DeviceId, ErasureId, ExportId, OwnWordId, ProductId, ReviewId,
    SessionId, StudySessionId, TopicId, UserId, WordId,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// 23 November 2026, 08:30:00.123 UTC.
pub fn at() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_422_600_123).expect("an instant")
}

const fn id(last: u128) -> Uuid {
    Uuid::from_u128(0x0193_a2b4_7c1d_7e2f_8a3b_0000_0000_0000 | last)
}

const STUDENT: UserId = UserId::new(id(1));
const TEACHER: UserId = UserId::new(id(2));
const ADMIN: UserId = UserId::new(id(3));
const SESSION: SessionId = SessionId::new(id(4));
const DEVICE: DeviceId = DeviceId::new(id(5));
const CAUSE: CauseId = CauseId::new(id(10));
const TOPIC: TopicId = TopicId::new(id(6));
const WORD: WordId = WordId::new(id(7));
const OWN_WORD: OwnWordId = OwnWordId::new(id(16));
const COHORT: CohortId = CohortId::new(id(17));

fn text(nl: &str, en: &str, ru: &str) -> LocalizedText {
    LocalizedText { nl: nl.to_owned(), en: en.to_owned(), ru: ru.to_owned() }
}

fn by_language(en: &str, ru: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("en".to_owned(), en.to_owned()), ("ru".to_owned(), ru.to_owned())])
}

fn strings(all: &[&str]) -> Vec<String> {
    all.iter().map(|&one| one.to_owned()).collect()
}

/// Every sample.
pub fn samples() -> Vec<Fact> {
    [
        accounts(),
        security(),
        addresses(),
        clients(),
        personal_data(),
        content(),
        cards(),
        own_words(),
        weeks(),
        fleet(),
    ]
    .concat()
}

fn accounts() -> Vec<Fact> {
    let current = vec![
        Fact::of(UserCreated {
            user_id: STUDENT,
            role: Role::Student,
            status: AccountStatus::Active,
            interface_language: Language::Ru,
            time_zone: "Europe/Amsterdam".to_owned(),
            created_by: None,
            created_at: at(),
        }),
        Fact::of(UserCreated {
            user_id: ADMIN,
            role: Role::TechnicalAdmin,
            status: AccountStatus::Suspended,
            interface_language: Language::Nl,
            time_zone: "America/Paramaribo".to_owned(),
            created_by: Some(TEACHER),
            created_at: at(),
        }),
        Fact::of(UserUpdated {
            user_id: STUDENT,
            interface_language: Language::En,
            time_zone: "Asia/Almaty".to_owned(),
            updated_at: at(),
        }),
        Fact::of(UserRoleChanged {
            user_id: TEACHER,
            role: Role::Teacher,
            previous_role: Some(Role::Student),
            changed_by: Some(ADMIN),
            changed_at: at(),
        }),
        Fact::of(UserRoleChanged {
            user_id: ADMIN,
            role: Role::EducationalAdmin,
            previous_role: None,
            changed_by: None,
            changed_at: at(),
        }),
        Fact::of(UserStatusChanged {
            user_id: STUDENT,
            status: AccountStatus::Suspended,
            previous_status: Some(AccountStatus::Active),
            changed_by: Some(ADMIN),
            changed_at: at(),
        }),
        Fact::of(TeacherLinked {
            user_id: STUDENT,
            teacher_id: TEACHER,
            linked_by: Some(ADMIN),
            linked_at: at(),
        }),
        Fact::of(TeacherUnlinked {
            user_id: STUDENT,
            teacher_id: TEACHER,
            unlinked_by: None,
            unlinked_at: at(),
        }),
        Fact::of(UserDeleted { user_id: STUDENT, deleted_by: None, deleted_at: at() }),
    ];
    let older: Vec<_> = current.iter().filter_map(Fact::older).collect();
    [current, older].concat()
}

fn security() -> Vec<Fact> {
    let revoked = |session_id, epoch, reason| {
        Fact::of(SessionRevoked { user_id: STUDENT, session_id, epoch, reason, revoked_at: at() })
    };
    vec![
        Fact::of(LoginSucceeded {
            user_id: STUDENT,
            session_id: SESSION,
            device_id: DEVICE,
            platform: Platform::Android,
            known_device: true,
            logged_in_at: at(),
        }),
        Fact::of(LoginThrottled {
            user_id: STUDENT,
            scope: ThrottleScope::AccountAndAddress,
            until: at() + Duration::minutes(15),
            throttled_at: at(),
        }),
        revoked(Some(SESSION), 0, RevocationReason::LoggedOut),
        revoked(None, i64::MAX, RevocationReason::PasswordChanged),
        Fact::of(TokenReuseDetected {
            user_id: STUDENT,
            session_id: SESSION,
            device_id: DEVICE,
            detected_at: at(),
        }),
        Fact::of(PasswordChanged { user_id: STUDENT, method: PasswordChangeMethod::Reset, changed_at: at() }),
        Fact::of(MfaChanged {
            user_id: ADMIN,
            change: MfaChange::Enrolled,
            changed_by: None,
            changed_at: at(),
        }),
        Fact::of(IdentityChanged {
            user_id: STUDENT,
            provider: "school".to_owned(),
            change: IdentityChange::Linked,
            changed_at: at(),
        }),
    ]
}

fn addresses() -> Vec<Fact> {
    let requested = |target| {
        Fact::of(EmailVerificationRequested {
            user_id: STUDENT,
            request_id: CAUSE,
            target,
            requested_at: at(),
        })
    };
    vec![
        Fact::of(UserInvited { user_id: STUDENT, request_id: CAUSE, invited_at: at() }),
        requested(AddressTarget::Current),
        requested(AddressTarget::Pending),
        Fact::of(EmailAddressConfirmed {
            user_id: STUDENT,
            request_id: CAUSE,
            target: AddressTarget::Pending,
            confirmed_at: at(),
        }),
        Fact::of(RegistrationRepeated { user_id: STUDENT, request_id: CAUSE, requested_at: at() }),
        Fact::of(PasswordResetRequested { user_id: STUDENT, request_id: CAUSE, requested_at: at() }),
        Fact::of(NewDeviceSeen {
            user_id: STUDENT,
            session_id: SESSION,
            device_id: DEVICE,
            platform: Platform::Web,
            seen_at: at(),
        }),
    ]
}

fn clients() -> Vec<Fact> {
    let product = |slug: &str| slug.parse::<ProductId>().expect("a product");
    vec![
        Fact::of(AccessChanged {
            user_id: STUDENT,
            role: Role::Student,
            products: vec![product("reader"), product("thematic-cards")],
            changed_at: at(),
        }),
        Fact::of(AccessChanged { user_id: STUDENT, role: Role::Student, products: vec![], changed_at: at() }),
        Fact::of(ClientPolicyChanged {
            platform: Platform::Web,
            minimum_version: "1.4.0".to_owned(),
            latest_version: "1.6.0-rc.1".to_owned(),
            message: text("Vernieuw de pagina.", "Reload the page.", "Обновите страницу."),
            changed_by: Some(ADMIN),
            changed_at: at(),
        }),
    ]
}

fn personal_data() -> Vec<Fact> {
    let erasure_id = ErasureId::new(id(8));
    let export_id = ExportId::new(id(9));
    let accessed = |actor, decision, position, previous_hash| {
        Fact::of(PiiAccessed {
            subject_id: STUDENT,
            actor,
            fields: strings(&["family-name", "given-name"]),
            purpose: "show-name".to_owned(),
            decision,
            chain: 2,
            position,
            previous_hash,
            cause_id: (position > 0).then(|| "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091".to_owned()),
            accessed_at: at(),
        })
    };
    let held = |name: &str, count| Holding { name: name.to_owned(), count };
    let confirmed = |holdings| ErasureConfirmed {
        user_id: STUDENT,
        erasure_id,
        service: "profile".to_owned(),
        confirmed_at: at(),
        holdings,
    };
    let certificate = |confirmations| UserErased {
        user_id: STUDENT,
        erasure_id,
        confirmed_by: strings(&["profile", "thematic-cards"]),
        erased_at: at(),
        confirmations,
    };
    let part = |holdings| ExportPartReady {
        user_id: STUDENT,
        export_id,
        service: "thematic-cards".to_owned(),
        object_key: format!("thematic-cards/{export_id}/part.zip"),
        size_bytes: 5_000_000_000,
        sha256: vec![0xab; 32],
        ready_at: at(),
        holdings,
    };
    vec![
        Fact::of(PiiSubmitted {
            user_id: STUDENT,
            format: 1,
            key_id: "1".to_owned(),
            encapsulated_key: (0..32).collect(),
            ciphertext: (0..=255).rev().collect(),
            submitted_at: at(),
        }),
        Fact::of(UserPiiUpdated { user_id: STUDENT, fields: strings(&["email"]), updated_at: at() }),
        Fact::of(ExportRequested {
            user_id: STUDENT,
            export_id,
            requested_by: STUDENT,
            requested_at: at(),
            deadline_at: at() + Duration::hours(24),
        }),
        Fact::of(ErasureRequested {
            user_id: STUDENT,
            erasure_id,
            requested_by: ADMIN,
            requested_at: at(),
            deadline_at: at() + Duration::days(7),
        }),
        Fact::of(ExportReady {
            user_id: STUDENT,
            export_id,
            ready_at: at(),
            expires_at: at() + Duration::hours(24),
        }),
        Fact::of(certificate(vec![])),
        Fact::of(certificate(vec![Confirmation {
            service: "profile".to_owned(),
            confirmed_at: at(),
            holdings: vec![held("sessions", 3), held("users", 1)],
        }])),
        accessed(
            Actor { kind: ActorKind::User, id: TEACHER.to_string(), role: Some("teacher".to_owned()) },
            AccessDecision::Refused,
            0,
            vec![0; 32],
        ),
        accessed(
            Actor { kind: ActorKind::Service, id: "mailer".to_owned(), role: None },
            AccessDecision::Allowed,
            1,
            vec![7; 32],
        ),
        Fact::of(part(vec![])),
        Fact::of(part(vec![held("cards", 240), held("sessions", 12)])),
        Fact::of(confirmed(vec![])),
        Fact::of(confirmed(vec![held("sessions", 3), held("users", 1)])),
    ]
}

fn content() -> Vec<Fact> {
    let updated = |content_id: ContentId, kind, notice, snapshot| {
        Fact::of(ContentUpdated {
            content_id,
            kind,
            version: 3,
            affects_progress: true,
            notice,
            snapshot,
            published_by: ADMIN,
            published_at: at(),
        })
    };
    let topic = TopicSnapshot {
        topic_id: TOPIC,
        slug: "thuis".to_owned(),
        level: Level::A1,
        title: text("Thuis", "At home", "Дома"),
        description: Some(text("Je huis en wat erin staat.", "Your house and what is in it.", "Ваш дом.")),
        position: 0,
    };
    let notice = text("Nieuwe woorden.", "New words.", "Новые слова.");
    let bare = TopicSnapshot { description: None, ..topic.clone() };
    let mut facts = vec![
        updated(TOPIC.into(), ContentKind::Topic, Some(notice), Snapshot::Topic(topic)),
        updated(TOPIC.into(), ContentKind::Topic, None, Snapshot::Topic(bare)),
        updated(ContentId::new(id(10)), ContentKind::Unknown, None, Snapshot::Other),
        Fact::of(ContentArchived {
            content_id: WORD.into(),
            kind: ContentKind::Word,
            version: 4,
            archived_by: ADMIN,
            archived_at: at(),
        }),
    ];
    facts.extend(words().map(|word| updated(WORD.into(), ContentKind::Word, None, Snapshot::Word(word))));
    facts
}

fn words() -> impl Iterator<Item = WordSnapshot> {
    let word = |lemma: &str, part_of_speech, en, ru| WordSnapshot {
        word_id: WORD,
        topic_id: TOPIC,
        level: Level::A2,
        lemma: lemma.to_owned(),
        part_of_speech,
        noun: None,
        verb: None,
        adjective: None,
        generated_forms: vec![],
        glosses: by_language(en, ru),
        examples: vec![],
        ipa: None,
        audio: None,
    };
    let noun = WordSnapshot {
        noun: Some(NounForms {
            articles: vec![Article::De, Article::Het],
            plural: Some("matrassen".to_owned()),
            diminutive: Some("matrasje".to_owned()),
        }),
        generated_forms: strings(&["diminutive"]),
        examples: vec![Example {
            text: "De matras ligt op de grond.".to_owned(),
            translations: by_language("The mattress lies on the floor.", "Матрас лежит на полу."),
        }],
        ipa: Some("maːˈtrɑs".to_owned()),
        audio: Some(Audio { url: "/media/words/matras.opus".to_owned(), synthetic: true }),
        ..word("matras", PartOfSpeech::Noun, "mattress", "матрас")
    };
    let verb = WordSnapshot {
        verb: Some(VerbForms {
            past_singular: "stond op".to_owned(),
            past_plural: "stonden op".to_owned(),
            participle: "opgestaan".to_owned(),
            auxiliaries: vec![Auxiliary::Zijn],
            particle: Some("op".to_owned()),
            reflexive: false,
        }),
        ..word("opstaan", PartOfSpeech::Verb, "get up; stand up", "вставать; встать")
    };
    let adjective = WordSnapshot {
        adjective: Some(AdjectiveForms {
            comparative: Some("beter".to_owned()),
            superlative: Some("best".to_owned()),
            inflected: None,
        }),
        ..word("goed", PartOfSpeech::Adjective, "good", "хороший")
    };
    [noun, verb, adjective, word("tot ziens", PartOfSpeech::Phrase, "goodbye", "до свидания")].into_iter()
}

fn cards() -> Vec<Fact> {
    let learnt = CardReviewed {
        user_id: STUDENT,
        review_id: ReviewId::new(id(11)),
        card_id: CardId::new(id(12)),
        card_kind: CardKind::Recall,
        word_id: WORD,
        topic_id: TOPIC,
        level: Level::A2,
        study_session_id: Some(StudySessionId::new(id(13))),
        rating: Rating::Hard,
        correct: false,
        self_rated: false,
        answer_way: AnswerWay::Typed,
        extra_practice: false,
        mistakes: strings(&["article", "vowel-doubling"]),
        state_before: CardState::Review,
        state_after: CardState::Review,
        set_aside: false,
        repetitions: 6,
        lapses: 1,
        recalled_when_due: Some(true),
        retrievability_before: Some(0.875),
        stability_days: Some(12.5),
        desired_retention: Some(0.85),
        duration_ms: Some(4_200),
        scheduler: "fsrs-6/default".to_owned(),
        study_day: Some("2026-11-23".to_owned()),
        answered_at: at() - Duration::hours(5),
        received_at: at(),
        previous_due_at: Some(at() - Duration::days(1)),
        due_at: at() + Duration::days(12),
    };
    let new = CardReviewed {
        card_kind: CardKind::Recognition,
        study_session_id: None,
        rating: Rating::Again,
        self_rated: true,
        answer_way: AnswerWay::SelfRated,
        extra_practice: true,
        mistakes: vec![],
        state_before: CardState::New,
        state_after: CardState::Learning,
        repetitions: 1,
        lapses: 0,
        recalled_when_due: None,
        retrievability_before: None,
        stability_days: None,
        desired_retention: None,
        duration_ms: None,
        study_day: None,
        previous_due_at: None,
        ..learnt.clone()
    };
    let heard = CardReviewed {
        card_kind: CardKind::Dictation,
        answer_way: AnswerWay::Chosen,
        state_after: CardState::Relearning,
        set_aside: true,
        ..learnt.clone()
    };
    let undone = CardReviewUndone {
        user_id: STUDENT,
        review_id: ReviewId::new(id(11)),
        card_id: CardId::new(id(12)),
        card_kind: CardKind::Forms,
        word_id: WORD,
        topic_id: TOPIC,
        level: Level::A2,
        correct: false,
        mistakes: strings(&["plural"]),
        extra_practice: false,
        state_before: CardState::Review,
        recalled_when_due: Some(false),
        retrievability_before: Some(0.875),
        duration_ms: Some(4_200),
        study_day: Some("2026-11-23".to_owned()),
        answered_at: at() - Duration::minutes(1),
        state_after: CardState::Review,
        repetitions: 5,
        lapses: 0,
        due_at: Some(at()),
        undone_at: at(),
    };
    let undone_first = CardReviewUndone {
        card_kind: CardKind::Gap,
        mistakes: vec![],
        extra_practice: true,
        recalled_when_due: None,
        retrievability_before: None,
        duration_ms: None,
        study_day: None,
        state_after: CardState::New,
        due_at: None,
        ..undone.clone()
    };
    let suspended = CardRescheduled {
        user_id: STUDENT,
        card_id: CardId::new(id(12)),
        card_kind: CardKind::Article,
        word_id: WORD,
        topic_id: TOPIC,
        cause: RescheduleCause::Suspended,
        due_at: None,
        rescheduled_at: at(),
    };
    let trained = CardRescheduled {
        cause: RescheduleCause::Parameters,
        due_at: Some(at() + Duration::days(3)),
        ..suspended.clone()
    };
    vec![
        Fact::of(learnt),
        Fact::of(new),
        Fact::of(heard),
        Fact::of(undone),
        Fact::of(undone_first),
        Fact::of(suspended),
        Fact::of(trained),
        Fact::of(TopicMastered {
            user_id: STUDENT,
            topic_id: TOPIC,
            level: Level::A1,
            words: 25,
            mastered_at: at(),
        }),
        Fact::of(TopicRefreshed {
            topic_id: TOPIC,
            level: Level::A1,
            version: 3,
            affects_progress: false,
            refreshed_at: at(),
        }),
        Fact::of(WordChanged {
            topic_id: TOPIC,
            word_id: WORD,
            version: 3,
            change: WordChange::Withdrawn,
            lemma: "matras".to_owned(),
            part_of_speech: PartOfSpeech::Noun,
            level: Level::A2,
            affects_progress: true,
            changed_at: at(),
        }),
    ]
}

fn own_words() -> Vec<Fact> {
    let added = |source, source_id: Option<&str>| WordAdded {
        user_id: STUDENT,
        word_id: OWN_WORD,
        lemma: Some("fiets".to_owned()),
        part_of_speech: PartOfSpeech::Noun,
        taught_word_ids: vec![WORD],
        source,
        source_id: source_id.map(str::to_owned),
        added_at: at(),
    };
    let reviewed = |step, correct, mistakes: &[&str]| WordReviewed {
        user_id: STUDENT,
        review_id: ReviewId::new(id(18)),
        word_id: OWN_WORD,
        lemma: Some("fiets".to_owned()),
        part_of_speech: PartOfSpeech::Noun,
        taught_word_ids: vec![WORD],
        asked: WordAsk::Write,
        rating: if correct { Rating::Good } else { Rating::Hard },
        correct,
        self_rated: false,
        mistakes: strings(mistakes),
        step,
        stage_before: WordStage::Learning,
        stage_after: WordStage::Learning,
        cycles_passed: 3,
        lapses: 1,
        iso_week: "2026-W48".to_owned(),
        duration_ms: Some(4200),
        scheduler: "cohort/1".to_owned(),
        answered_at: at() - Duration::hours(2),
        received_at: at(),
    };
    vec![
        Fact::of(added(WordSource::Text, Some("0193a2b4-7c1d-7e2f-8a3b-000000000019"))),
        Fact::of(WordAdded {
            lemma: None,
            part_of_speech: PartOfSpeech::Unknown,
            taught_word_ids: vec![],
            ..added(WordSource::Manual, None)
        }),
        Fact::of(reviewed(WordStep::Kept, false, &["article", "plural"])),
        Fact::of(WordReviewed {
            lemma: None,
            taught_word_ids: vec![],
            asked: WordAsk::Echo,
            self_rated: true,
            stage_after: WordStage::Known,
            duration_ms: None,
            ..reviewed(WordStep::Known, true, &[])
        }),
        Fact::of(WordGraduated {
            user_id: STUDENT,
            word_id: OWN_WORD,
            lemma: Some("fiets".to_owned()),
            part_of_speech: PartOfSpeech::Noun,
            taught_word_ids: vec![WORD],
            iso_week: "2026-W48".to_owned(),
            answers: 6,
            lapses: 1,
            graduated_at: at(),
        }),
        Fact::of(WordGraduated {
            user_id: STUDENT,
            word_id: OWN_WORD,
            lemma: None,
            part_of_speech: PartOfSpeech::Unknown,
            taught_word_ids: vec![],
            iso_week: "2026-W53".to_owned(),
            answers: 4,
            lapses: 0,
            graduated_at: at(),
        }),
        Fact::of(WordRemoved {
            user_id: STUDENT,
            word_id: OWN_WORD,
            lemma: Some("fiets".to_owned()),
            part_of_speech: PartOfSpeech::Noun,
            taught_word_ids: vec![WORD],
            merged_into_id: Some(OwnWordId::new(id(20))),
            removed_at: at(),
        }),
        Fact::of(WordRemoved {
            user_id: STUDENT,
            word_id: OWN_WORD,
            lemma: None,
            part_of_speech: PartOfSpeech::Unknown,
            taught_word_ids: vec![],
            merged_into_id: None,
            removed_at: at(),
        }),
    ]
}

fn weeks() -> Vec<Fact> {
    vec![
        Fact::of(CohortOpened {
            user_id: STUDENT,
            cohort_id: COHORT,
            iso_week: "2026-W48".to_owned(),
            carried_words: 3,
            echoes: 12,
            new_words: 17,
            waiting_words: 240,
            opened_at: at(),
        }),
        Fact::of(CycleCompleted {
            user_id: STUDENT,
            cohort_id: COHORT,
            iso_week: "2026-W48".to_owned(),
            cycle: WordCycle::Recall,
            words: 20,
            completed_at: at(),
        }),
        Fact::of(CohortClosed {
            user_id: STUDENT,
            cohort_id: COHORT,
            iso_week: "2026-W53".to_owned(),
            words: 20,
            graduated: 17,
            unfinished: 2,
            set_aside: 1,
            echoes: 12,
            echoes_passed: 10,
            echoes_forgotten: 1,
            closed_at: at(),
        }),
    ]
}

fn fleet() -> Vec<Fact> {
    let source = || "cron-utility".to_owned();
    vec![
        Fact::of(WeeklyTick {
            iso_week: "2026-W48".to_owned(),
            begins_at: at() - Duration::hours(5),
            ticked_at: at(),
        }),
        Fact::of(ServiceFailed {
            source: source(),
            service: "reader".to_owned(),
            check: "ready".to_owned(),
            failing_since: at() - Duration::minutes(1),
            noticed_at: at(),
        }),
        Fact::of(SchemaRegistered {
            source: source(),
            subject: "vocab.progress.v1-tall.thematic_cards.CardReviewed".to_owned(),
            version: 1,
            schema_id: 17,
            noticed_at: at(),
        }),
        Fact::of(BrokerStateChanged {
            source: source(),
            broker_id: 1,
            state: BrokerState::Down,
            noticed_at: at(),
        }),
        Fact::of(KeyRotated {
            source: "profile".to_owned(),
            key_name: "tall/profile/signing".to_owned(),
            version: "2".to_owned(),
            rotated_at: at(),
        }),
    ]
}
