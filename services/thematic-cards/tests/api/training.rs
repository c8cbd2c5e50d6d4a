//! Each night a student's parameters are trained, and kept where they foretell better.

use crate::support::{World, card, review_id, word_id};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use events::thematic_cards::{CardKind, CardRescheduled, CardReviewed, RescheduleCause};
use ids::EventId;
use scheduler::{Rating, device_clock::DeviceClock};
use serde_json::json;
use testing::Caller;
use thematic_cards::{
    commands::{
        rebase::rebase,
        student,
        take_facts::{CardRef, take_facts},
        train::{Turn, ask, train, train_due},
    },
    domain::{
        card::{Answer, CardFact, Submission},
        question::GlossLanguage,
        training::TAKEN_FOR,
    },
};

/// Days after the first answer on which a card is answered: all but the first tell something about forgetting.
const DAYS: [i64; 8] = [0, 1, 2, 4, 7, 11, 16, 22];
const WORDS: usize = 60;

fn lemmas(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("woord{number}")).collect()
}

/// A world in which a student has answered a card of each word on [`DAYS`], and heard of it; it is then evening.
/// `recalls` tells what is recalled: by the word, the days since the answer before, and when it is.
async fn studied(words: usize, recalls: impl Fn(u32, i64, DateTime<Utc>) -> bool) -> (World, Caller) {
    let lemmas = lemmas(words);
    let world = World::with_words(&lemmas.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let (start, caller) = (world.clock.now(), Caller::student());
    world.clock.advance(TimeDelta::days(40));
    for (number, lemma) in (0_u32..).zip(&lemmas) {
        let begin = start + TimeDelta::days(i64::from(number / 5));
        let gaps = std::iter::once(0).chain(DAYS.windows(2).map(|pair| pair[1] - pair[0]));
        let facts: Vec<_> = (0_u128..)
            .zip(DAYS.iter().zip(gaps))
            .map(|(nth, (days, gap))| {
                let at = begin + TimeDelta::days(*days);
                let rating = if recalls(number, gap, at) { Rating::Good } else { Rating::Again };
                answered(u128::from(number) * 100 + nth, rating, at)
            })
            .collect();
        take(&world, &caller, lemma, &facts).await;
    }
    ask(&world.app, caller.id()).await.expect("the store");
    (world, caller)
}

fn answered(number: u128, rating: Rating, at: DateTime<Utc>) -> CardFact {
    let submission = Submission {
        answer: Answer::SelfRated { rating },
        called_easy: false,
        practice: false,
        language: GlossLanguage::En,
        session_id: None,
        answered_at: at,
        zone: Amsterdam,
        duration_ms: None,
    };
    CardFact::Answer { id: review_id(number), submission }
}

async fn take(world: &World, caller: &Caller, lemma: &str, facts: &[CardFact]) {
    let student = student(&world.app, caller.id()).await.expect("the store");
    let kind = CardKind::Recall;
    let card = CardRef { id: card(caller, lemma, kind), word: word_id(lemma), kind };
    let clock = DeviceClock::unknown(world.clock.now());
    let took = take_facts(&world.app, &student, card, facts, clock).await.expect("a card");
    assert!(took.outcomes.iter().all(Result::is_ok), "{:?}", took.outcomes);
}

/// Whoever keeps a third of the words for ever, and forgets the others within three days, which the default parameters do
/// not foretell.
fn forgetful(word: u32, days: i64, _: DateTime<Utc>) -> bool {
    word.is_multiple_of(3) || days < 3
}

async fn night(world: &World) -> u64 {
    world.clock.advance(TimeDelta::days(1));
    train_due(&world.app).await.expect("the store")
}

#[tokio::test]
async fn parameters_that_foretell_better_are_used_from_the_night_on() {
    let (world, student) = studied(WORDS, forgetful).await;
    assert_eq!(train_due(&world.app).await.expect("the store"), 0, "it is not night yet");
    assert_eq!(night(&world).await, 1);

    let memory = world.get(&student, "/statistics/memory").await;
    let training = &memory["training"];
    assert_eq!((&memory["parameters"], &training["accepted"]), (&json!(1), &json!(true)));
    assert_eq!(training["usableAnswers"], json!(WORDS * (DAYS.len() - 1)));
    let (used, unused) = (&training["used"], &training["unused"]);
    for measure in ["logLoss", "rmseBins"] {
        let of = |measures: &serde_json::Value| measures[measure].as_f64().expect("a measure");
        assert!(of(used) < of(unused), "{measure}: {training}");
    }
    assert!(used["auc"].as_f64().is_some_and(|auc| auc > 0.5), "{training}");
    assert_eq!(used["answers"], json!(WORDS * (DAYS.len() - 1) / 5));
    let away = |measures: &serde_json::Value| {
        let share = |name: &str| measures[name].as_f64().expect("a share");
        (share("predictedRetention") - share("trueRetention")).abs()
    };
    assert!(away(used) < away(unused), "{training}");
}

#[tokio::test]
async fn new_parameters_move_every_card_and_are_taken_along() {
    let (world, student) = studied(WORDS, forgetful).await;
    night(&world).await;
    assert_eq!(rebase(&world.app, student.id()).await.expect("the store"), WORDS);
    let told = world.published::<CardRescheduled>().await;
    assert!(!told.is_empty() && told.iter().all(|moved| moved.cause == RescheduleCause::Parameters));

    let pack = world.get(&student, "/offline?days=14").await;
    assert_eq!(pack["scheduler"]["parameters"], 1);
    assert_eq!(pack["scheduler"]["weights"].as_array().map(Vec::len), Some(21));
    let states: Vec<_> = pack["cards"].as_array().expect("cards").iter().map(|card| &card["state"]).collect();
    let met: Vec<_> = states.iter().filter(|state| !state.is_null()).collect();
    assert!(!met.is_empty() && met.iter().all(|state| state["parameters"] == 1), "{met:?}");
}

#[tokio::test]
async fn parameters_that_foretell_worse_are_not_kept() {
    // The past is no guide: everything is forgotten, and in the end everything is recalled.
    let turn = World::new().await.clock.now() + TimeDelta::days(22);
    let (world, student) = studied(WORDS, move |_, _, at| at >= turn).await;
    assert_eq!(night(&world).await, 1);
    let memory = world.get(&student, "/statistics/memory").await;
    assert_eq!((&memory["parameters"], &memory["training"]["accepted"]), (&json!(0), &json!(false)));
    assert!(memory["training"]["used"]["logLoss"].is_f64(), "{memory}");
    assert!(world.get(&student, "/offline").await["scheduler"].get("weights").is_none());
    assert_eq!(rebase(&world.app, student.id()).await.expect("the store"), 0);
}

#[tokio::test]
async fn whoever_has_answered_little_keeps_the_defaults() {
    let (world, student) = studied(20, forgetful).await;
    assert_eq!(night(&world).await, 1);
    let memory = world.get(&student, "/statistics/memory").await;
    assert_eq!((&memory["parameters"], memory.get("training")), (&json!(0), None));
}

#[tokio::test]
async fn two_instances_at_once_train_a_student_once() {
    let (world, student) = studied(WORDS, forgetful).await;
    world.clock.advance(TimeDelta::days(1));
    let turns = tokio::join!(train(&world.app, student.id()), train(&world.app, student.id()));
    let mut turns = [turns.0.expect("the store"), turns.1.expect("the store")];
    turns.sort_by_key(|turn| *turn == Turn::Missed);
    assert_eq!(turns, [Turn::Improved, Turn::Missed]);
    assert_eq!(train(&world.app, student.id()).await.expect("the store"), Turn::Missed, "it was done");
}

#[tokio::test]
async fn a_night_that_is_cut_off_is_taken_up_again() {
    let (world, student) = studied(WORDS, forgetful).await;
    world.clock.advance(TimeDelta::days(1));
    {
        // Dropped while it computes: nothing is kept, and for a while nobody else begins.
        let cut_off = train(&world.app, student.id());
        let noticed = async {
            while !taken(&world, &student).await {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! { biased; () = noticed => {} _ = cut_off => panic!("it was done before it was noticed") }
    }
    assert_eq!(train(&world.app, student.id()).await.expect("the store"), Turn::Missed);
    world.clock.advance(TAKEN_FOR);
    assert_eq!(train_due(&world.app).await.expect("the store"), 1);
    assert_eq!(world.get(&student, "/statistics/memory").await["parameters"], 1);
}

async fn taken(world: &World, student: &Caller) -> bool {
    let training = world.app.trainings.get(student.id()).await.expect("the store");
    training.is_some_and(|training| training.state.taken_until.is_some())
}

#[tokio::test]
async fn a_training_that_is_repeated_makes_no_second_version() {
    let (world, student) = studied(WORDS, forgetful).await;
    night(&world).await;
    // A few answers more are no reason to try again.
    let lemma = &lemmas(WORDS)[0];
    take(&world, &student, lemma, &[answered(9_999, Rating::Good, world.clock.now())]).await;
    ask(&world.app, student.id()).await.expect("the store");
    let before = world.get(&student, "/statistics/memory").await;
    world.clock.advance(TimeDelta::days(1));
    assert_eq!(train(&world.app, student.id()).await.expect("the store"), Turn::TooFew);
    assert_eq!(world.get(&student, "/statistics/memory").await["training"], before["training"]);
}

#[tokio::test]
async fn an_answer_asks_for_the_coming_night_once() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.hear_itself().await;
    let asked = world.app.trainings.get(student.id()).await.expect("the store").expect("it waits");
    // 9:00 UTC on Monday the 3rd of March; the study day ends at 4:00 in Amsterdam.
    assert_eq!(asked.state.due_at, Some("2025-03-04T03:00:00Z".parse().expect("an instant")));

    world.rate(&student, "brood", CardKind::Recall, 2, "good").await.expect(201);
    for answer in world.published::<CardReviewed>().await {
        world.deliver(EventId::derive(answer.review_id.as_uuid(), "again"), answer).await;
    }
    let again = world.app.trainings.get(student.id()).await.expect("the store").expect("it waits");
    assert_eq!((again.rev, again.state), (asked.rev, asked.state));
}
