use super::*;
use crate::domain::{
    answer::Given,
    context::{Part, Sentence},
};
use chrono::TimeDelta;
use chrono_tz::Europe::Amsterdam;
use events::{
    PartOfSpeech,
    learning_cards::{WordAdded, WordRemoved, WordReviewed, WordStep},
};
use ids::ChangeId;
use proptest::prelude::*;
use scheduler::{Rating, cohort::Ask};
use std::collections::BTreeMap;
use uuid::Uuid;

fn monday() -> DateTime<Utc> {
    "2026-03-02T08:00:00Z".parse().expect("an instant")
}

fn week() -> Week {
    Week::of(monday())
}

fn at(hours: i64) -> DateTime<Utc> {
    monday() + TimeDelta::hours(hours)
}

fn entry(lemma: &str) -> Entry {
    Entry {
        lemma: lemma.to_owned(),
        part_of_speech: PartOfSpeech::Noun,
        noun: None,
        verb: None,
        glosses: BTreeMap::from([("en".to_owned(), "bread".to_owned())]),
        ipa: None,
        note: None,
    }
}

fn context(id: u128) -> Context {
    let sentence = Sentence {
        text: "Vers brood.".to_owned(),
        translation: None,
        parts: vec![Part { start: 5, end: 10 }],
    };
    Context { id: WordContextId::new(Uuid::from_u128(id)), sentence, source_id: None, met_at: monday() }
}

fn word(id: u128) -> OwnWord {
    let new = NewWord {
        id: OwnWordId::new(Uuid::from_u128(id)),
        student_id: UserId::new(Uuid::from_u128(1)),
        entry: entry("brood"),
        contexts: vec![],
        tags: BTreeSet::new(),
        lists: BTreeSet::new(),
        source: Source { kind: WordSource::Manual, id: None },
    };
    new.into_word(monday() - TimeDelta::days(7))
}

/// In the cohort of the present week.
fn entered(id: u128) -> OwnWord {
    state(word(id).enter(week(), week().monday(), week().begins_at(), monday()))
}

fn state(change: Change<OwnWord>) -> OwnWord {
    change.into_parts().0
}

fn judged(asked: Ask, rating: Rating, answered_at: DateTime<Utc>) -> Submission {
    Submission {
        asked,
        given: Given::SelfRated { rating },
        language: "en".to_owned(),
        context_id: None,
        session_id: None,
        answered_at,
        zone: Amsterdam,
        duration_ms: Some(1000),
    }
}

fn review(n: u128) -> ReviewId {
    ReviewId::new(Uuid::from_u128(n))
}

fn answer(word: OwnWord, id: u128, submission: &Submission) -> Result<Change<OwnWord>, Refusal> {
    word.answer(review(id), submission, &Recognised::default(), at(24 * 60))
}

fn stamp(n: u128, minutes: i64) -> Stamp {
    let made = monday() + TimeDelta::minutes(minutes);
    Stamp::of_device(ChangeId::new(Uuid::from_u128(n)), made, monday(), at(24 * 60))
}

#[test]
fn a_log_that_is_full_is_summed_up_without_a_change_of_state() {
    let mut word = entered(1);
    for n in 0..LONGEST_LOG as i64 + 30 {
        let submission = judged(Ask::ALL[n as usize % 5], Rating::Good, at(7 * n));
        word = state(answer(word, n.unsigned_abs().into(), &submission).expect("taken"));
    }
    assert_eq!(word.log.len(), LONGEST_LOG);
    assert_eq!(word.base.replay_from(&word.facts()), word.progress);
    assert_eq!(word.progress.answers as usize, LONGEST_LOG + 30);
}

#[test]
fn an_answer_that_is_older_than_the_log_does_nothing() {
    let mut word = entered(1);
    for n in 0..LONGEST_LOG as i64 + 10 {
        word = state(
            answer(word, n.unsigned_abs().into(), &judged(Ask::See, Rating::Again, at(25 * n)))
                .expect("taken"),
        );
    }
    let before = word.progress;
    let change = answer(word, 9999, &judged(Ask::See, Rating::Good, at(1))).expect("taken");
    let told: &WordReviewed = change.facts()[0].get().expect("an answer");
    assert_eq!((told.step, change.state().progress), (WordStep::Practised, before));
}

#[test]
fn an_answer_before_the_word_was_there_counts_from_then() {
    let change = answer(word(1), 1, &judged(Ask::See, Rating::Good, DateTime::UNIX_EPOCH)).expect("taken");
    let told: &WordReviewed = change.facts()[0].get().expect("an answer");
    assert_eq!(told.answered_at, change.state().added_at);
    assert!(change.state().outcome_of(review(1)).is_some_and(|outcome| outcome.clamped));
}

#[test]
fn merging_twice_is_merging_once() {
    let mut one = entered(1);
    let mut other = word(2);
    other.entry.glosses.insert("ru".to_owned(), "хлеб".to_owned());
    other.contexts.push(context(5));
    one = state(answer(one, 1, &judged(Ask::See, Rating::Good, at(1))).expect("taken"));
    other = state(answer(other, 2, &judged(Ask::See, Rating::Good, at(2))).expect("taken"));
    let once = state(one.absorb(&other, &Recognised::default(), at(3)).expect("it is kept"));
    assert_eq!((once.log.len(), once.contexts.len(), once.entry.glosses.len()), (2, 1, 2));
    let again = once.clone().absorb(&other, &Recognised::default(), at(4)).expect("it is kept");
    assert!(again.is_none());
    assert_eq!(state(again), once);
}

#[test]
fn a_word_that_was_taken_over_is_not_taken_back() {
    let other = OwnWordId::new(Uuid::from_u128(9));
    let change = word(1).merge_into(other, &Recognised::default(), at(1)).expect("it is kept");
    let told: &WordRemoved = change.facts()[0].get().expect("a removal");
    assert_eq!(told.merged_into_id, Some(other));
    let gone = state(change);
    assert!(gone.clone().merge_into(other, &Recognised::default(), at(2)).expect("the same").is_none());
    assert_eq!(gone.restore(stamp(1, 999), &Recognised::default(), at(3)).err(), Some(Refusal::Merged));
}

#[test]
fn what_a_student_typed_is_told_only_when_a_dictionary_knows_it() {
    let told = |recognised: &Recognised| {
        let change = word(1).added(recognised);
        change.facts()[0].get::<WordAdded>().cloned().expect("an addition").lemma
    };
    assert_eq!(told(&Recognised::default()), None);
    let taught = vec![WordId::new(Uuid::from_u128(3))];
    assert_eq!(told(&Recognised { taught }), Some("brood".to_owned()));
}

#[test]
fn a_leech_that_is_brought_back_waits_behind_its_bringing_back() {
    let mut word = entered(1);
    for n in 0..9_i64 {
        word = state(
            answer(word, n.unsigned_abs().into(), &judged(Ask::See, Rating::Again, at(24 * n)))
                .expect("taken"),
        );
    }
    assert_eq!(word.progress.stage, Stage::Leech);
    let back = state(word.bring_back(at(9 * 24), at(9 * 24)));
    assert_eq!(back.progress.stage, Stage::Waiting);
    // The week under way, whose beginning lies before.
    let present = Week::of(at(9 * 24));
    let again = state(back.enter(present, present.monday(), present.begins_at(), at(10 * 24)));
    assert_eq!(again.progress.stage, Stage::Learning);
    assert_eq!(Progress::replay(&again.facts()), again.progress);
}

fn edit() -> impl Strategy<Value = Edit> {
    let text = "[a-c]{1,2}";
    let glosses = prop::collection::btree_map("(en|ru|nl)", prop::option::of(text), 0..3);
    let tags = prop::collection::btree_map("[x-z]", any::<bool>(), 0..3);
    (prop::option::of(text), prop::option::of(prop::option::of(text)), glosses, tags)
        .prop_map(|(lemma, note, glosses, tags)| Edit { lemma, note, glosses, tags, ..Edit::default() })
}

/// What two devices may do to a word while they are offline.
#[derive(Clone, Debug)]
enum Deed {
    Edit(Box<Edit>, Stamp),
    Remove(Stamp),
    Restore(Stamp),
    Answer(u128, Submission),
}

fn deed() -> impl Strategy<Value = (u8, Edit, i64, usize, bool)> {
    (0..6_u8, edit(), 0..20_000_i64, 0..5_usize, any::<bool>())
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec(deed(), 1..14).prop_map(|deeds| {
        let made =
            |(number, (kind, edit, minutes, ask, right)): (u128, (u8, Edit, i64, usize, bool))| match kind {
                0 | 1 => Deed::Edit(Box::new(edit), stamp(number, minutes)),
                2 => Deed::Remove(stamp(number, minutes)),
                3 => Deed::Restore(stamp(number, minutes)),
                _ => {
                    let rating = if right { Rating::Good } else { Rating::Again };
                    let answered_at = monday() + TimeDelta::minutes(minutes);
                    Deed::Answer(number, judged(Ask::ALL[ask], rating, answered_at))
                }
            };
        (0_u128..).zip(deeds).map(made).collect()
    })
}

fn done(word: OwnWord, deed: &Deed) -> OwnWord {
    let (recognised, now) = (Recognised::default(), at(24 * 60));
    match deed {
        Deed::Edit(edit, stamp) => state(word.edit(edit, *stamp, now).expect("few tags")),
        Deed::Remove(stamp) => state(word.remove(*stamp, &recognised, now)),
        Deed::Restore(stamp) => state(word.restore(*stamp, &recognised, now).expect("it is not merged")),
        Deed::Answer(id, submission) => state(answer(word, *id, submission).expect("ids of their own")),
    }
}

/// What a student sees of a word; not in which order its log came.
fn seen(word: &OwnWord) -> (Entry, BTreeSet<String>, bool, Progress, String, Timed) {
    let entry = word.entry.clone();
    (entry, word.tags.clone(), word.removed, word.progress, word.key.clone(), word.timed)
}

#[test]
fn a_word_that_was_taken_over_takes_no_answer_and_no_other_word() {
    let recognised = Recognised::default();
    let (one, other, third) = (entered(1), word(2), word(3));
    let gone = state(one.clone().merge_into(other.id, &recognised, at(1)).expect("it is kept"));
    let refused = answer(gone.clone(), 1, &judged(Ask::See, Rating::Good, at(2)));
    assert_eq!(refused.err(), Some(Refusal::Merged));
    assert_eq!(gone.clone().absorb(&third, &recognised, at(2)).err(), Some(Refusal::Merged));
    assert_eq!(gone.merge_into(third.id, &recognised, at(2)).err(), Some(Refusal::Merged));
    assert_eq!(one.clone().merge_into(one.id, &recognised, at(2)).err(), Some(Refusal::MergedWithItself));
}

#[test]
fn a_word_does_not_go_into_one_that_it_took_over() {
    let recognised = Recognised::default();
    let kept = state(word(1).absorb(&word(2), &recognised, at(1)).expect("it is kept"));
    assert_eq!(kept.merge_into(word(2).id, &recognised, at(2)).err(), Some(Refusal::Merged));
}

#[test]
fn of_two_words_that_take_over_each_other_the_first_stays() {
    let recognised = Recognised::default();
    let one = state(word(1).merge_into(word(2).id, &recognised, at(1)).expect("it is kept"));
    let other = state(word(2).merge_into(word(1).id, &recognised, at(1)).expect("it is kept"));
    assert_eq!(other.clone().absorb(&one, &recognised, at(2)).err(), Some(Refusal::Merged));
    let change = one.absorb(&other, &recognised, at(2)).expect("it returns");
    assert!(change.facts()[0].get::<WordAdded>().is_some());
    let back = state(change);
    assert_eq!((back.removed, back.merged_into, back.absorbed), (false, None, vec![other.id]));
}

#[test]
fn only_a_word_that_waits_has_a_place_in_the_queue() {
    assert_eq!(state(word(1).rank(-5, at(1)).expect("it waits")).rank, -5);
    assert_eq!(entered(1).rank(-5, at(1)).err(), Some(Refusal::NotWaiting));
}

proptest! {
    #[test]
    fn two_devices_converge_in_any_order_of_arrival(
        (deeds, shuffled) in deeds().prop_flat_map(|deeds| (Just(deeds.clone()), Just(deeds).prop_shuffle())),
    ) {
        let all = |deeds: &[Deed]| deeds.iter().fold(entered(1), done);
        prop_assert_eq!(seen(&all(&deeds)), seen(&all(&shuffled)));
    }

    #[test]
    fn doing_it_again_changes_nothing(deeds in deeds()) {
        let once = deeds.iter().fold(entered(1), done);
        let twice = deeds.iter().fold(once.clone(), done);
        prop_assert_eq!(seen(&once), seen(&twice));
    }

    #[test]
    fn words_merge_into_the_same_schedule_whichever_takes_over(one in deeds(), other in deeds()) {
        let answers = |deeds: Vec<Deed>| deeds.into_iter().filter(|deed| matches!(deed, Deed::Answer(..)));
        let one = answers(one).fold(entered(1), |word, deed| done(word, &deed));
        let other = answers(other).fold(word(2), |word, deed| match deed {
            Deed::Answer(id, submission) => done(word, &Deed::Answer(1000 + id, submission)),
            _ => word,
        });
        let forth = state(one.clone().absorb(&other, &Recognised::default(), at(0)).expect("it is kept"));
        let back = state(other.absorb(&one, &Recognised::default(), at(0)).expect("it is kept"));
        prop_assert_eq!(forth.progress, back.progress);
    }
}
