//! What is asked on a device: packed at one time, studied at another, with what was said there in between.
//!
//! Each is the sitting that the service would arrange if it knew all of that. A card that a device has no place for is not
//! in these: one that opens while it is away, because the one before it was learnt there.

use crate::{
    domain::{
        arrangement::{ExamAhead, Table, Wanted, exam_first, package, places},
        card::{Answer, Asked, Card, CardFact, Mark, MarkKind, Submission, Suspension, Tally, Undo},
        card::{Burial, Said},
        deck::{Deck, DeckCard},
        lessons::Lessons,
        question::{GlossLanguage, card_id},
        samples::noun,
        sitting::Place,
        student::{Exam, Student},
        topic::Topic,
        word::{Entry, Word},
    },
    routes::view::CardStateView,
};
use chrono::{DateTime, Days, NaiveDate, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use events::thematic_cards::CardKind;
use ids::{CardId, MarkId, ReviewId, TopicId, UndoId, UserId, WordId};
use scheduler::{
    Answered, CardState, Fsrs, LEECH_LAPSES, Memory, Phase, Rating, day_start, device_clock::DeviceClock,
    study_day,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

const STUDENT: UserId = UserId::new(Uuid::from_u128(9));
const SITTINGS: u64 = 40;
const DAYS: u32 = 5;
const ZONES: [Tz; 4] =
    [Tz::Europe__Amsterdam, Tz::Europe__Amsterdam, Tz::America__Paramaribo, Tz::Asia__Tokyo];

fn topic(number: u64) -> TopicId {
    TopicId::new(Uuid::from_u128(1000 + u128::from(number)))
}

fn word(number: u64) -> WordId {
    WordId::new(Uuid::from_u128(number.into()))
}

/// One of `all`: another for each sitting, word and question, and the same for ever.
fn of<T: Copy>(all: &[T], salt: u64, one: u64, other: u64) -> T {
    let mut mixed = salt ^ (one << 16) ^ (other << 32);
    // The mixing of SplitMix64 (Steele, Lea & Flood, 2014).
    mixed = mixed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    all[((mixed ^ (mixed >> 31)) % all.len() as u64) as usize]
}

fn lessons(words: u64) -> Lessons {
    let topics = (1..=2).map(|number| Topic { taught: true, ..Topic::unknown(topic(number)) });
    let words = (1..=words).map(|number| {
        let noun = noun("de", &format!("woord{number}"), Some(&format!("woorden{number}")), None);
        let entry = Entry { topic_id: topic(1 + number % 2), ..noun };
        Word { taught: true, entry: Some(entry), ..Word::unknown(word(number)) }
    });
    Lessons::default().with(topics.collect(), words.collect(), DateTime::UNIX_EPOCH)
}

/// What became of a word before it was packed.
#[derive(Clone, Copy, Debug)]
enum Past {
    Unknown,
    Recognised,
    Recalled,
    Learning,
    Forgotten,
    Refused,
    Suspended,
    Leech,
}

/// The scene of one sitting.
struct Scene {
    number: u64,
    zone: Tz,
    packed_at: DateTime<Utc>,
    now: DateTime<Utc>,
    student: Student,
    scheduler: Fsrs,
    lessons: Lessons,
    cards: BTreeMap<CardId, Card>,
    elsewhere: HashSet<WordId>,
}

impl Scene {
    fn of(number: u64) -> Self {
        let words = 6 + number % 11;
        let zone = of(&ZONES, 1, number, 0);
        let noon = "2026-03-02T11:00:00Z".parse::<DateTime<Utc>>().expect("an instant");
        let hours = i64::try_from(number).expect("small") * 31 + of(&[0, 5, 9], 2, number, 0);
        let packed_at = away_from_midnight(noon + TimeDelta::hours(hours), zone);
        let later = of(&[TimeDelta::minutes(20), TimeDelta::days(1), TimeDelta::days(3)], 3, number, 0);
        let mut student = Student::new(STUDENT);
        student.settings.new_words = of(&[1, 2, 3, 20], 4, number, 0);
        student.settings.zone = zone;
        // In most of these a day's share is more than was chosen; of some the exam is over before the sitting.
        let in_days = of(&[None, None, Some(0), Some(2), Some(3), Some(3), Some(9)], 19, number, 0);
        student.settings.exam = in_days.map(|days| {
            student.settings.new_words = of(&[1, 1, 2], 21, number, 0);
            let topics = of(&[&[2][..], &[1, 2]], 22, number, 0).iter().copied().map(topic).collect();
            Exam { on: study_day(packed_at, zone) + Days::new(days), topics }
        });
        let scheduler = student.scheduler();
        let mut scene = Self {
            number,
            zone,
            packed_at,
            now: away_from_midnight(packed_at + later, zone),
            student,
            scheduler,
            lessons: lessons(words),
            cards: BTreeMap::new(),
            elsewhere: (1..=words)
                .filter(|one| of(&[0, 0, 0, 0, 0, 1], 5, number, *one) == 1)
                .map(word)
                .collect(),
        };
        (1..=words).for_each(|one| scene.live(one));
        scene
    }

    /// What happened with a word before.
    fn live(&mut self, one: u64) {
        use Past::{Forgotten, Learning, Leech, Recalled, Recognised, Refused, Suspended, Unknown};
        let pasts = [
            Unknown, Unknown, Unknown, Recognised, Recognised, Recalled, Recalled, Learning, Forgotten,
            Refused, Suspended, Leech,
        ];
        let past = of(&pasts, 6, self.number, one);
        let number = self.number;
        let due_in = |salt| {
            let minutes = [-9 * 1440, -1440, -90, -1, 60, 1440, 2 * 1440 + 30, 20 * 1440];
            TimeDelta::minutes(of(&minutes, salt, number, one))
        };
        // The other card of a word was answered on another day.
        let (lately, before) =
            (TimeDelta::hours(of(&[1, 1, 50, 200], 7, self.number, one)), TimeDelta::days(30));
        match past {
            Unknown => {}
            Recognised => self.card(one, CardKind::Recognition, Phase::Review, lately, due_in(8)),
            Recalled => {
                self.card(one, CardKind::Recognition, Phase::Review, before, due_in(8));
                self.card(one, CardKind::Recall, Phase::Review, lately, due_in(9));
            }
            Learning => self.card(one, CardKind::Recognition, Phase::Learning, lately, due_in(8)),
            Forgotten => {
                self.card(one, CardKind::Recognition, Phase::Review, before, due_in(8));
                self.card(one, CardKind::Recall, Phase::Relearning, lately, due_in(9));
            }
            // It was set aside before it was answered: the next kind is the first.
            Refused => {
                let (kind, at) = (CardKind::Recognition, self.packed_at - TimeDelta::days(1));
                let mut card = Card::new(STUDENT, word(one), topic(1 + one % 2), kind, &self.scheduler);
                let said = Said { at, id: MarkId::new(card.id.as_uuid()) };
                card.suspension = Some(Suspension { said, suspended: true });
                self.cards.insert(card.id, card);
            }
            Suspended | Leech => {
                self.card(one, CardKind::Recognition, Phase::Review, before, due_in(8));
                self.card(one, CardKind::Recall, Phase::Review, lately, due_in(9));
                let id = card_id(STUDENT, word(one), CardKind::Recognition);
                let said = Said { at: self.packed_at - TimeDelta::days(1), id: MarkId::new(id.as_uuid()) };
                let card = self.cards.get_mut(&id).expect("it was just made");
                if matches!(past, Leech) {
                    card.state.lapses = LEECH_LAPSES;
                } else {
                    card.suspension = Some(Suspension { said, suspended: true });
                }
            }
        }
    }

    fn card(&mut self, one: u64, kind: CardKind, phase: Phase, ago: TimeDelta, due_in: TimeDelta) {
        let at = self.packed_at - ago;
        let day = study_day(at, self.zone);
        let first = of(&[day, day - Days::new(40)], 10, self.number, one);
        let mut card = Card::new(STUDENT, word(one), topic(1 + one % 2), kind, &self.scheduler);
        let stability = of(&[0.5, 2.0, 3.5, 8.0, 21.0, 90.0], 11, self.number, one * 8 + kind as u64);
        card.state = CardState {
            phase,
            memory: Some(Memory { stability, difficulty: of(&[1.5, 5.0, 9.5], 12, self.number, one) }),
            due_at: Some(self.packed_at + due_in),
            interval_days: if phase == Phase::Review { 3 } else { 0 },
            last: Some(Answered { id: ReviewId::new(card.id.as_uuid()), at, day }),
            reviews: 4,
            lapses: of(&[0, 0, 2, LEECH_LAPSES - 1], 13, self.number, one),
            ..card.state
        };
        card.base = card.state.clone();
        card.introduced_on = Some(first);
        card.base_tally = Tally { introduced_on: Some(first), ..Tally::default() };
        if of(&[0, 0, 0, 0, 1], 14, self.number, one * 8 + kind as u64) == 1 {
            let said = Said { at, id: MarkId::new(card.word_id.as_uuid()) };
            card.burial = Some(Burial { said, until: self.packed_at + TimeDelta::hours(3) });
        }
        self.cards.insert(card.id, card);
    }

    fn deck(&self) -> Deck {
        Deck::of(STUDENT, self.cards.values().map(DeckCard::of).collect())
    }

    fn table<R>(&self, deck: &Deck, now: DateTime<Utc>, read: impl FnOnce(&Table<'_>) -> R) -> R {
        let (today, packed_on) = (self.day(now), self.day(self.packed_at));
        let nowhere = HashSet::new();
        read(&Table {
            lessons: &self.lessons,
            deck,
            settings: &self.student.settings,
            scheduler: &self.scheduler,
            elsewhere: if today == packed_on { &self.elsewhere } else { &nowhere },
            today,
            now,
        })
    }

    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        study_day(at, self.zone)
    }

    /// In the order of the day on which they were packed.
    fn topics(&self) -> Vec<TopicId> {
        let mut topics: Vec<TopicId> = self.lessons.topics().collect();
        exam_first(&mut topics, self.student.settings.exam.as_ref(), self.day(self.packed_at));
        topics
    }

    /// A card of the package as the service tells it.
    fn packed(&self, place: &Place, deck: &Deck) -> Value {
        let tomorrow = day_start(self.day(self.packed_at) + Days::new(1), self.zone);
        let lesson = self.lessons.word(place.word_id).expect("it was packed");
        let exam = self.student.settings.exam.as_ref();
        let mut packed = json!({
            "cardId": place.card_id,
            "wordId": place.word_id,
            "kind": place.kind,
            "newWord": !deck.knows(lesson.id, lesson.kinds()),
            "ofExam": exam.is_some_and(|exam| exam.topics.contains(&lesson.entry.topic_id)),
        });
        if let Some(card) = self.cards.get(&place.card_id) {
            packed["state"] = json!(CardStateView::of(card));
        }
        if self.table(deck, self.packed_at, |table| table.rests(place)) {
            packed["notBefore"] = instant(tomorrow);
        }
        packed
    }

    /// What is said of this card on the device, most of it shortly before the sitting.
    fn said(&self, place: &Place) -> Vec<CardFact> {
        let one = u64::try_from(place.word_id.as_uuid().as_u128()).expect("small");
        let phase = self.cards.get(&place.card_id).map_or(Phase::New, |card| card.state.phase);
        let at = |minutes| self.now - TimeDelta::minutes(minutes);
        let id = place.card_id.as_uuid();
        let submission = |rating, answered_at| Submission {
            answer: Answer::SelfRated { rating },
            called_easy: false,
            practice: of(&[false, false, false, true], 16, self.number, one),
            language: GlossLanguage::En,
            session_id: None,
            answered_at,
            zone: self.zone,
            duration_ms: None,
        };
        let answer = |submission| CardFact::Answer { id: ReviewId::new(id), submission };
        let is_later = self.day(self.now) > self.day(self.packed_at);
        if phase == Phase::New && is_later && of(&[0, 0, 1], 20, self.number, one) == 1 {
            // Met on an earlier day, and not learnt by it.
            return vec![answer(submission(Rating::Good, self.packed_at + TimeDelta::minutes(20)))];
        }
        let answer = answer(submission(of(&Rating::ALL, 15, self.number, one), at(9)));
        let undo =
            CardFact::Undo(Undo { id: UndoId::new(id), review_id: ReviewId::new(id), undone_at: at(7) });
        let mark =
            |what| CardFact::Mark(Mark { id: MarkId::new(id), what, marked_at: at(5), zone: self.zone });
        match (phase, of(&[0, 0, 0, 1, 1, 2, 3, 4], 17, self.number, one)) {
            (Phase::New | Phase::Review, 1) => vec![answer],
            (Phase::New | Phase::Review, 2) => vec![answer, undo],
            (Phase::Review, 3) => vec![mark(MarkKind::Suspended)],
            (Phase::Review, 4) => vec![mark(MarkKind::Buried)],
            _ => Vec::new(),
        }
    }

    fn take(&mut self, place: &Place, facts: &[CardFact]) {
        let lesson = self.lessons.word(place.word_id).expect("it was packed");
        let topic = lesson.entry.topic_id;
        let asked =
            Asked { entry: &lesson.entry, scheduler: &self.scheduler, clock: DeviceClock::unknown(self.now) };
        let card = self.cards.remove(&place.card_id);
        let card =
            card.unwrap_or_else(|| Card::new(STUDENT, place.word_id, topic, place.kind, &self.scheduler));
        let (change, outcomes) = card.take(facts, asked);
        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        self.cards.insert(place.card_id, change.into_parts().0);
    }
}

/// The facts of a sitting are of the day on which it is.
fn away_from_midnight(at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let is_early = study_day(at - TimeDelta::hours(2), zone) != study_day(at, zone);
    if is_early { at + TimeDelta::hours(2) } else { at }
}

fn instant(at: DateTime<Utc>) -> Value {
    json!(at.to_rfc3339_opts(SecondsFormat::Millis, true))
}

fn told(card: CardId, fact: &CardFact) -> Value {
    match fact {
        CardFact::Answer { id, submission } => json!({
            "cardId": card,
            "reviewId": id,
            "answer": submission.answer,
            "practice": submission.practice,
            "answeredAt": instant(submission.answered_at),
        }),
        CardFact::Undo(undo) => json!({ "cardId": card, "undone": undo.review_id }),
        CardFact::Mark(mark) => {
            json!({ "cardId": card, "markId": mark.id, "mark": mark.what, "markedAt": instant(mark.marked_at) })
        }
    }
}

fn sitting(number: u64) -> Value {
    let mut scene = Scene::of(number);
    let topics = scene.topics();
    let deck = scene.deck();
    let packed = scene.table(&deck, scene.packed_at, |table| package(table, &topics, DAYS));
    let cards: Vec<_> = packed.iter().map(|place| scene.packed(place, &deck)).collect();
    let exam = scene.table(&deck, scene.packed_at, |table| table.exam_ahead());
    let exam = exam.map(
        |ExamAhead { on, unseen, met_today }| json!({ "on": on, "unseen": unseen, "metToday": met_today }),
    );
    let packed_on = scene.day(scene.packed_at);
    let (words, kinds) = deck.met_on(packed_on);

    // One card of a word a day.
    let mut words_said = HashSet::new();
    let mut facts = Vec::new();
    for place in &packed {
        let said = scene.said(place);
        let asked_before = scene.cards.values().any(|card| {
            card.word_id == place.word_id
                && card.state.last.is_some_and(|last| last.day == scene.day(scene.now))
        });
        if said.is_empty() || asked_before || !words_said.insert(place.word_id) {
            continue;
        }
        scene.take(place, &said);
        facts.extend(said.iter().map(|fact| told(place.card_id, fact)));
    }

    let most = of(&[1, 5, 20, 200], 18, number, 0);
    let deck = scene.deck();
    let wanted = Wanted { topics: &topics, kind: None, cards: most, practice: false };
    let asked = scene.table(&deck, scene.now, |table| places(table, &wanted));
    let asked: Vec<_> = asked.iter().map(|place| place.card_id).collect();
    json!({
        "zone": scene.zone,
        "newWords": scene.student.settings.new_words,
        "exam": exam,
        "metBefore": { "day": packed_on, "words": words, "kinds": kinds },
        "cards": cards,
        "said": facts,
        "now": instant(scene.now),
        "most": most,
        "expected": asked,
    })
}

pub(super) fn vectors() -> Vec<Value> {
    (0..SITTINGS).map(sitting).collect()
}
