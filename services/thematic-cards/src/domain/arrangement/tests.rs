use super::*;
use crate::domain::{
    deck::tests::{a_card, at},
    question::KINDS,
    samples,
    student::Student,
    topic::Topic,
    word::{Entry, Word},
};
use ids::UserId;
use uuid::Uuid;

const STUDENT: UserId = UserId::new(Uuid::from_u128(9));

fn topic(n: u128) -> TopicId {
    TopicId::new(Uuid::from_u128(1000 + n))
}

fn word(n: u128) -> WordId {
    WordId::new(Uuid::from_u128(n))
}

/// Nouns `1..=words` in topic 1, the rest in topic 2: recognition, recall, article and forms of each.
fn lessons(words: u128, in_first: u128) -> Lessons {
    let topics = (1..=2).map(|n| Topic { taught: true, ..Topic::unknown(topic(n)) }).collect();
    let words = (1..=words).map(|n| {
        let topic_id = topic(if n <= in_first { 1 } else { 2 });
        let noun = samples::noun("de", &format!("woord{n}"), Some(&format!("woorden{n}")), None);
        Word { taught: true, entry: Some(Entry { topic_id, ..noun }), ..Word::unknown(word(n)) }
    });
    Lessons::default().with(topics, words.collect(), at(0))
}

fn now() -> DateTime<Utc> {
    at(30 * 1440 + 600)
}

fn today() -> NaiveDate {
    now().date_naive()
}

/// A card that was learnt long ago and waits.
fn due(n: u128, kind: CardKind) -> DeckCard {
    DeckCard { kind, ..a_card(n) }
}

/// A card that was met today, and returns in days.
fn met_today(n: u128, kind: CardKind) -> DeckCard {
    DeckCard {
        introduced_on: Some(today()),
        last: Some((now(), today())),
        due_at: Some(now() + chrono::TimeDelta::days(3)),
        ..due(n, kind)
    }
}

struct Case {
    lessons: Lessons,
    cards: Vec<DeckCard>,
    settings: Settings,
    elsewhere: HashSet<WordId>,
    wanted: Wanted<'static>,
}

impl Case {
    fn of(lessons: Lessons, cards: Vec<DeckCard>) -> Self {
        let topics: &'static [TopicId] = Vec::leak(vec![topic(1), topic(2)]);
        let wanted = Wanted { topics, kind: None, cards: 200, practice: false };
        Self { lessons, cards, settings: Settings::default(), elsewhere: HashSet::new(), wanted }
    }

    fn asked(&self) -> Vec<(u128, CardKind)> {
        let deck = Deck::of(STUDENT, self.cards.clone());
        let scheduler = Student::new(STUDENT).scheduler();
        let table = Table {
            lessons: &self.lessons,
            deck: &deck,
            settings: &self.settings,
            scheduler: &scheduler,
            elsewhere: &self.elsewhere,
            today: today(),
            now: now(),
        };
        let places = places(&table, &self.wanted);
        assert!(places.iter().all(|place| place.card_id == card_id(STUDENT, place.word_id, place.kind)));
        places.iter().map(|place| (place.word_id.as_uuid().as_u128(), place.kind)).collect()
    }

    fn kinds(&self) -> Vec<CardKind> {
        self.asked().into_iter().map(|(_, kind)| kind).collect()
    }
}

#[test]
fn a_word_begins_with_being_recognised() {
    assert_eq!(Case::of(lessons(2, 2), vec![]).kinds(), [CardKind::Recognition; 2]);
}

#[test]
fn the_next_kind_opens_when_the_one_before_it_is_learnt() {
    let resting =
        |phase| DeckCard { phase, due_at: Some(now() + chrono::TimeDelta::days(9)), ..due(1, KINDS[0]) };
    assert_eq!(Case::of(lessons(1, 1), vec![resting(Phase::Review)]).kinds(), [CardKind::Recall]);
    assert_eq!(Case::of(lessons(1, 1), vec![resting(Phase::Learning)]).kinds(), []);
    let leech = DeckCard { set_aside: Some(SetAside::Leech), ..resting(Phase::Relearning) };
    assert_eq!(Case::of(lessons(1, 1), vec![leech]).kinds(), [CardKind::Recall], "which waits for nobody");
}

#[test]
fn a_kind_that_is_asked_for_opens_at_once() {
    let mut case = Case::of(lessons(1, 1), vec![]);
    case.wanted.kind = Some(CardKind::Article);
    assert_eq!(case.kinds(), [CardKind::Article]);
}

#[test]
fn a_new_card_that_is_suspended_lets_the_next_one_pass_and_one_put_off_does_not() {
    let new = DeckCard { phase: Phase::New, due_at: None, memory: None, ..due(1, KINDS[0]) };
    let suspended = DeckCard { set_aside: Some(SetAside::Suspended), ..new.clone() };
    assert_eq!(Case::of(lessons(1, 1), vec![suspended]).kinds(), [CardKind::Recall]);
    let buried = DeckCard { buried_until: Some(now() + chrono::TimeDelta::hours(1)), ..new };
    assert_eq!(Case::of(lessons(1, 1), vec![buried]).kinds(), []);
}

#[test]
fn of_one_word_one_card_a_day_is_asked() {
    let cards = vec![due(1, CardKind::Recognition), due(1, CardKind::Recall)];
    assert_eq!(Case::of(lessons(1, 1), cards).asked().len(), 1);
    let cards = vec![met_today(1, CardKind::Recognition), due(1, CardKind::Recall)];
    assert_eq!(Case::of(lessons(1, 1), cards).asked(), []);
}

#[test]
fn a_word_that_was_asked_elsewhere_waits_until_tomorrow() {
    let mut case = Case::of(lessons(2, 2), vec![due(1, CardKind::Recall)]);
    case.elsewhere.insert(word(1));
    assert_eq!(case.asked(), [(2, CardKind::Recognition)]);
}

#[test]
fn new_words_and_new_kinds_have_a_quota_each() {
    let learnt = |n| DeckCard { due_at: Some(now() + chrono::TimeDelta::days(9)), ..due(n, KINDS[0]) };
    let mut case = Case::of(lessons(40, 40), (1..=10).map(learnt).collect());
    case.settings.new_words = 3;
    let asked = case.asked();
    let new_kinds = asked.iter().filter(|(_, kind)| *kind == CardKind::Recall).count();
    assert_eq!((asked.len(), new_kinds), (6, 3));

    case.cards.push(met_today(11, CardKind::Recognition));
    case.cards.push(met_today(10, CardKind::Recall));
    assert_eq!(case.asked().len(), 4, "one of each was met today");
}

#[test]
fn an_exam_brings_all_its_words_before_its_day() {
    let mut case = Case::of(lessons(60, 40), vec![]);
    case.settings.new_words = 5;
    case.settings.exam = Some(Exam { on: today() + chrono::Days::new(2), topics: vec![topic(2)] });
    assert_eq!(case.asked().len(), 10, "twenty words in two days");
    case.cards = (41..=50).map(|n| met_today(n, CardKind::Recognition)).collect();
    assert_eq!(case.asked(), [], "today's ten are done");
    case.settings.exam = Some(Exam { on: today(), topics: vec![topic(2)] });
    case.cards.clear();
    assert_eq!(case.asked().len(), 5, "the day itself asks no more than any other");
}

#[test]
fn topics_of_an_exam_come_first() {
    let exam = Exam { on: today() + chrono::Days::new(1), topics: vec![topic(2)] };
    let mut topics = [topic(1), topic(2), topic(3)];
    exam_first(&mut topics, Some(&exam), today());
    assert_eq!(topics, [topic(2), topic(1), topic(3)]);
    let mut topics = [topic(1), topic(2)];
    exam_first(&mut topics, Some(&Exam { on: today(), ..exam }), today());
    assert_eq!(topics, [topic(1), topic(2)], "it is over");
}

#[test]
fn practice_asks_what_was_met_and_nothing_new() {
    let resting = DeckCard { due_at: Some(now() + chrono::TimeDelta::days(9)), ..due(1, CardKind::Recall) };
    let suspended = DeckCard { set_aside: Some(SetAside::Suspended), ..due(2, CardKind::Recall) };
    let mut case = Case::of(lessons(5, 5), vec![resting, suspended, met_today(3, CardKind::Recognition)]);
    case.wanted.practice = true;
    let mut asked = case.asked();
    asked.sort_unstable();
    assert_eq!(asked, [(1, CardKind::Recall), (3, CardKind::Recognition)]);
}

#[test]
fn words_of_other_topics_are_not_asked() {
    let mut case = Case::of(lessons(4, 2), vec![due(3, CardKind::Recall)]);
    case.wanted.topics = Vec::leak(vec![topic(1)]);
    assert_eq!(case.asked(), [(1, CardKind::Recognition), (2, CardKind::Recognition)]);
}

#[test]
fn minutes_are_filled_at_the_students_own_pace() {
    assert_eq!(cards_in(10, 12.0), 50);
    assert_eq!((cards_in(1, 300.0), cards_in(1, 0.0)), (1, 60));
}

#[test]
fn turns_are_taken_until_both_are_done() {
    let turns: Vec<_> = by_turns([1, 3, 5, 6].into_iter(), [2, 4].into_iter()).collect();
    assert_eq!(turns, [1, 2, 3, 4, 5, 6]);
}
