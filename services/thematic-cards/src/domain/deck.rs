//! All cards of a student, without what was answered to them: what sittings, statistics and forecasts are made from.

use super::card::{Card, SetAside};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use events::thematic_cards::CardKind;
use ids::{ReviewId, TopicId, UserId, WordId};
use scheduler::{Answered, Basis, CardState, Memory, Phase};
use std::collections::HashMap;
use uuid::Uuid;

/// A card, without its log.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckCard {
    /// What it asks.
    pub word: WordId,
    /// How it asks.
    pub kind: CardKind,
    /// The topic of the word when it was last answered.
    pub topic: TopicId,
    /// What it is going through.
    pub phase: Phase,
    /// Why it is asked no more for now.
    pub set_aside: Option<SetAside>,
    /// The memory of it; absent while new.
    pub memory: Option<Memory>,
    /// When it was last answered, and on which study day.
    pub last: Option<(DateTime<Utc>, NaiveDate)>,
    /// When it returns; absent while new.
    pub due_at: Option<DateTime<Utc>>,
    /// Until when the student has put it off.
    pub buried_until: Option<DateTime<Utc>>,
    /// The study day of its first answer.
    pub introduced_on: Option<NaiveDate>,
    /// Days between its last answer and the day on which it returns.
    pub interval_days: u32,
    /// Answers that decide when it returns.
    pub reviews: u32,
    /// Times that it was forgotten when due.
    pub lapses: u32,
    /// Answers when it was due.
    pub due_answers: u32,
    /// Those of them that were right.
    pub due_recalled: u32,
    /// Answers in all.
    pub answers: u32,
    /// Those of them that were not right.
    pub wrong: u32,
    /// When it last changed, by our clock.
    pub changed_at: DateTime<Utc>,
}

impl DeckCard {
    /// The card without its log.
    pub fn of(card: &Card) -> Self {
        let state = &card.state;
        Self {
            word: card.word_id,
            kind: card.kind,
            topic: card.topic_id,
            phase: state.phase,
            set_aside: card.set_aside(),
            memory: state.memory,
            last: state.last.map(|last| (last.at, last.day)),
            due_at: state.due_at,
            buried_until: card.burial.map(|burial| burial.until),
            introduced_on: card.introduced_on,
            interval_days: state.interval_days,
            reviews: state.reviews,
            lapses: state.lapses,
            due_answers: card.due_answers,
            due_recalled: card.due_recalled,
            answers: card.answers,
            wrong: card.wrong,
            changed_at: card.changed_at.unwrap_or(DateTime::UNIX_EPOCH),
        }
    }

    /// Whether it was met: answered, and not only in answers that were taken back.
    pub fn is_met(&self) -> bool {
        self.phase != Phase::New
    }

    /// When it is to be asked; none while it is new, or set aside.
    pub fn ask_at(&self) -> Option<DateTime<Utc>> {
        let due = self.due_at.filter(|_| self.set_aside.is_none())?;
        Some(self.buried_until.map_or(due, |until| due.max(until)))
    }

    /// Whether it is to be asked at `now`.
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.ask_at().is_some_and(|at| at <= now)
    }

    /// Whether it may not be asked at `now` though it was never met: set aside, or put off.
    pub fn is_held_back(&self, now: DateTime<Utc>) -> bool {
        self.set_aside.is_some() || self.buried_until.is_some_and(|until| until > now)
    }

    /// Whether it was answered on this study day.
    pub fn was_answered_on(&self, day: NaiveDate) -> bool {
        self.last.is_some_and(|(_, last)| last == day)
    }

    /// The state that the scheduler predicts from. Which answer was the last is not known here, and decides nothing.
    pub fn state(&self, basis: Basis) -> CardState {
        CardState {
            phase: self.phase,
            step: 0,
            memory: self.memory,
            due_at: self.due_at,
            interval_days: self.interval_days,
            last: self.last.map(|(at, day)| Answered { id: ReviewId::new(Uuid::nil()), at, day }),
            reviews: self.reviews,
            lapses: self.lapses,
            basis,
        }
    }
}

/// The cards of a student.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Whose they are.
    pub student: UserId,
    cards: Vec<DeckCard>,
    places: HashMap<(WordId, CardKind), usize>,
}

impl Deck {
    /// A deck without cards.
    pub fn empty(student: UserId) -> Self {
        Self { student, cards: Vec::new(), places: HashMap::new() }
    }

    /// These cards.
    pub fn of(student: UserId, cards: Vec<DeckCard>) -> Self {
        let places = cards.iter().enumerate().map(|(at, card)| ((card.word, card.kind), at)).collect();
        Self { student, cards, places }
    }

    /// Puts cards in, in the place of older ones.
    pub fn put(&mut self, cards: impl IntoIterator<Item = DeckCard>) {
        for card in cards {
            match self.places.get(&(card.word, card.kind)) {
                Some(at) if self.cards[*at].changed_at > card.changed_at => {}
                Some(at) => self.cards[*at] = card,
                None => {
                    self.places.insert((card.word, card.kind), self.cards.len());
                    self.cards.push(card);
                }
            }
        }
    }

    /// The card that asks `word` in this way, if there is one.
    pub fn get(&self, word: WordId, kind: CardKind) -> Option<&DeckCard> {
        self.places.get(&(word, kind)).map(|at| &self.cards[*at])
    }

    /// Whether `word` was met in one of these ways.
    pub fn knows(&self, word: WordId, kinds: impl IntoIterator<Item = CardKind>) -> bool {
        kinds.into_iter().any(|kind| self.get(word, kind).is_some_and(DeckCard::is_met))
    }

    /// All cards.
    pub fn cards(&self) -> &[DeckCard] {
        &self.cards
    }

    /// How many words were met for the first time on `day`, and how many other cards of words that were known.
    pub fn met_on(&self, day: NaiveDate) -> (usize, usize) {
        let mut words: HashMap<WordId, (NaiveDate, usize)> = HashMap::new();
        for (word, met) in self.met().filter_map(|card| Some((card.word, card.introduced_on?))) {
            let (first, then) = words.entry(word).or_insert((met, 0));
            *first = met.min(*first);
            *then += usize::from(met == day);
        }
        words.values().fold((0, 0), |(words, kinds), (first, then)| {
            let new = usize::from(*first == day);
            (words + new, kinds + then - new)
        })
    }

    /// The cards that were met.
    pub fn met(&self) -> impl Iterator<Item = &DeckCard> {
        self.cards.iter().filter(|card| card.is_met())
    }
}

/// The layout below. Another one is not read: the deck is then made anew from the cards.
const LAYOUT: u8 = 1;
/// Bytes of a card.
const WIDTH: usize = 120;
/// Where there is no number.
const NONE: i64 = i64::MIN;

impl Deck {
    /// The deck as bytes: a version, then the cards, each [`WIDTH`] bytes, all numbers little-endian. Ten thousand cards are
    /// 1.2 MB, read in a millisecond; as documents they would be three times as many bytes and ten times as slow.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(1 + WIDTH * self.cards.len());
        bytes.push(LAYOUT);
        for card in &self.cards {
            let start = bytes.len();
            write(card, &mut bytes);
            bytes.resize(start + WIDTH, 0);
        }
        bytes
    }

    /// The deck of `student` that [`Deck::to_bytes`] wrote; none for bytes of another layout.
    pub fn from_bytes(student: UserId, bytes: &[u8]) -> Option<Self> {
        let (layout, cards) = bytes.split_first()?;
        if *layout != LAYOUT || cards.len() % WIDTH != 0 {
            return None;
        }
        let cards: Option<Vec<_>> = cards.chunks_exact(WIDTH).map(|card| read(&mut Reader(card))).collect();
        Some(Self::of(student, cards?))
    }
}

fn write(card: &DeckCard, bytes: &mut Vec<u8>) {
    let millis = |instant: Option<DateTime<Utc>>| instant.map_or(NONE, |instant| instant.timestamp_millis());
    let day = |day: Option<NaiveDate>| day.map_or(i32::MIN, |day| day.num_days_from_ce());
    bytes.extend(card.word.as_uuid().as_bytes());
    bytes.extend(card.topic.as_uuid().as_bytes());
    bytes.push(place(CardKind::ALL, &card.kind));
    bytes.push(place(&PHASES, &card.phase));
    bytes.push(place(&ASIDE, &card.set_aside));
    let (stability, difficulty) =
        card.memory.map_or((f32::NAN, f32::NAN), |memory| (memory.stability, memory.difficulty));
    bytes.extend(stability.to_le_bytes());
    bytes.extend(difficulty.to_le_bytes());
    let instants = [card.last.map(|(at, _)| at), card.due_at, card.buried_until, Some(card.changed_at)];
    instants.into_iter().for_each(|instant| bytes.extend(millis(instant).to_le_bytes()));
    [card.last.map(|(_, day)| day), card.introduced_on]
        .into_iter()
        .for_each(|date| bytes.extend(day(date).to_le_bytes()));
    let DeckCard { interval_days, reviews, lapses, due_answers, due_recalled, answers, wrong, .. } = card;
    [interval_days, reviews, lapses, due_answers, due_recalled, answers, wrong]
        .into_iter()
        .for_each(|number| bytes.extend(number.to_le_bytes()));
}

const PHASES: [Phase; 4] = [Phase::New, Phase::Learning, Phase::Review, Phase::Relearning];
const ASIDE: [Option<SetAside>; 3] = [None, Some(SetAside::Suspended), Some(SetAside::Leech)];

fn place<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

/// Reads numbers one after the other.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*bytes)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let [place] = self.bytes()?;
        all.get(usize::from(place)).copied()
    }

    fn float(&mut self) -> Option<f32> {
        self.bytes().map(f32::from_le_bytes)
    }

    fn count(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    fn instant(&mut self) -> Option<Option<DateTime<Utc>>> {
        match self.bytes().map(i64::from_le_bytes)? {
            NONE => Some(None),
            millis => DateTime::from_timestamp_millis(millis).map(Some),
        }
    }

    fn day(&mut self) -> Option<Option<NaiveDate>> {
        match self.bytes().map(i32::from_le_bytes)? {
            i32::MIN => Some(None),
            days => NaiveDate::from_num_days_from_ce_opt(days).map(Some),
        }
    }
}

fn read(reader: &mut Reader<'_>) -> Option<DeckCard> {
    let word = WordId::new(Uuid::from_bytes(reader.bytes()?));
    let topic = TopicId::new(Uuid::from_bytes(reader.bytes()?));
    let kind = reader.one_of(CardKind::ALL)?;
    let phase = reader.one_of(&PHASES)?;
    let set_aside = reader.one_of(&ASIDE)?;
    let (stability, difficulty) = (reader.float()?, reader.float()?);
    let [last_at, due_at, buried_until, changed_at] =
        [reader.instant()?, reader.instant()?, reader.instant()?, reader.instant()?];
    let [last_day, introduced_on] = [reader.day()?, reader.day()?];
    Some(DeckCard {
        word,
        topic,
        kind,
        phase,
        set_aside,
        memory: (!stability.is_nan()).then_some(Memory { stability, difficulty }),
        last: last_at.zip(last_day),
        due_at,
        buried_until,
        introduced_on,
        interval_days: reader.count()?,
        reviews: reader.count()?,
        lapses: reader.count()?,
        due_answers: reader.count()?,
        due_recalled: reader.count()?,
        answers: reader.count()?,
        wrong: reader.count()?,
        changed_at: changed_at?,
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    pub(crate) fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
    }

    fn student() -> UserId {
        UserId::new(Uuid::from_u128(3))
    }

    pub(crate) fn a_card(n: u128) -> DeckCard {
        DeckCard {
            word: WordId::new(Uuid::from_u128(n)),
            kind: CardKind::Recall,
            topic: TopicId::new(Uuid::from_u128(1)),
            phase: Phase::Review,
            set_aside: None,
            memory: Some(Memory { stability: 10.0, difficulty: 5.0 }),
            last: Some((at(0), at(0).date_naive())),
            due_at: Some(at(10 * 1440)),
            buried_until: None,
            introduced_on: Some(at(0).date_naive()),
            interval_days: 10,
            reviews: 3,
            lapses: 0,
            due_answers: 1,
            due_recalled: 1,
            answers: 4,
            wrong: 1,
            changed_at: at(0),
        }
    }

    #[test]
    fn a_newer_card_takes_the_place_of_an_older_one() {
        let mut deck = Deck::of(student(), vec![a_card(1), a_card(2)]);
        let newer = DeckCard { changed_at: at(5), reviews: 4, ..a_card(1) };
        let older = DeckCard { changed_at: at(-5), reviews: 2, ..a_card(2) };
        deck.put([newer.clone(), older, a_card(3)]);
        assert_eq!(deck.get(newer.word, newer.kind), Some(&newer));
        assert_eq!(deck.get(a_card(2).word, CardKind::Recall).map(|card| card.reviews), Some(3));
        assert_eq!(deck.cards().len(), 3);
    }

    #[test]
    fn a_card_that_is_put_off_is_due_later_and_one_set_aside_never() {
        let due = at(10 * 1440);
        assert!(a_card(1).is_due(due) && !a_card(1).is_due(due - TimeDelta::seconds(1)));
        let buried = DeckCard { buried_until: Some(due + TimeDelta::hours(5)), ..a_card(1) };
        assert!(!buried.is_due(due) && buried.is_due(due + TimeDelta::hours(5)));
        let leech = DeckCard { set_aside: Some(SetAside::Leech), ..a_card(1) };
        assert!(!leech.is_due(due));
    }

    #[test]
    fn bytes_of_another_layout_are_not_read() {
        let bytes = Deck::of(student(), vec![a_card(1)]).to_bytes();
        assert!(Deck::from_bytes(student(), &bytes).is_some());
        let mut other = bytes.clone();
        other[0] = 0;
        for odd in [&other[..], &bytes[..bytes.len() - 1], &[][..], &[&bytes[..], &[0]].concat()] {
            assert_eq!(Deck::from_bytes(student(), odd), None);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            n in any::<u128>(), kind in 0_usize..7, phase in 0_usize..4, aside in 0_usize..3,
            there in any::<[bool; 4]>(), numbers in any::<[u32; 7]>(), millis in 0_i64..4_000_000_000_000,
        ) {
            let instant = DateTime::from_timestamp_millis(millis).expect("an instant");
            let card = DeckCard {
                kind: CardKind::ALL[kind],
                phase: PHASES[phase],
                set_aside: ASIDE[aside],
                memory: there[0].then_some(Memory { stability: 0.001, difficulty: 9.5 }),
                last: there[1].then(|| (instant, instant.date_naive())),
                due_at: there[2].then_some(instant),
                buried_until: there[3].then_some(instant),
                introduced_on: there[1].then(|| instant.date_naive()),
                interval_days: numbers[0], reviews: numbers[1], lapses: numbers[2], due_answers: numbers[3],
                due_recalled: numbers[4], answers: numbers[5], wrong: numbers[6],
                changed_at: instant,
                ..a_card(n)
            };
            let deck = Deck::of(student(), vec![card, a_card(n.wrapping_add(1))]);
            prop_assert_eq!(Deck::from_bytes(student(), &deck.to_bytes()), Some(deck));
        }

        #[test]
        fn no_bytes_make_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Deck::from_bytes(student(), &bytes);
        }
    }
}
