use super::*;
use crate::domain::{question::GlossLanguage, samples};
use chrono::TimeDelta;
use chrono_tz::Tz;
use events::thematic_cards::{self as facts, AnswerWay, CardRescheduled, CardReviewUndone, CardReviewed};
use ids::{MarkId, UndoId};
use proptest::prelude::*;
use scheduler::{DesiredRetention, EasyDays, LEECH_AGAIN_LAPSES, LEECH_LAPSES, Parameters, Phase, Rating};
use uuid::Uuid;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
}

/// When facts come in: later than any of them, and not so late that they are too old.
fn received() -> DateTime<Utc> {
    at(150 * 1440)
}

fn entry() -> Entry {
    let glosses = BTreeMap::from([("en".into(), "bread; loaf".into()), ("ru".into(), "хлеб".into())]);
    Entry { glosses, ..samples::noun("het", "brood", Some("broden"), None) }
}

fn scheduler() -> Fsrs {
    Fsrs::new(&Parameters::default(), DesiredRetention::default())
}

fn card() -> Card {
    card_by(&scheduler())
}

fn card_by(scheduler: &Fsrs) -> Card {
    let word = WordId::new(Uuid::from_u128(2));
    Card::new(UserId::new(Uuid::from_u128(3)), word, entry().topic_id, CardKind::Recall, scheduler)
}

fn submission(answer: Answer, answered_at: DateTime<Utc>) -> Submission {
    Submission {
        answer,
        called_easy: false,
        practice: false,
        language: GlossLanguage::En,
        session_id: None,
        answered_at,
        zone: Tz::Europe__Amsterdam,
        duration_ms: None,
    }
}

fn typed(text: &str, answered_at: DateTime<Utc>) -> Submission {
    submission(Answer::Typed { text: text.into() }, answered_at)
}

fn rated(rating: Rating, answered_at: DateTime<Utc>) -> Submission {
    submission(Answer::SelfRated { rating }, answered_at)
}

fn review(n: u128) -> ReviewId {
    ReviewId::new(Uuid::from_u128(n))
}

fn answer(n: u128, submission: &Submission) -> CardFact {
    CardFact::Answer { id: review(n), submission: submission.clone() }
}

fn undo(n: u128, of: u128, at: DateTime<Utc>) -> CardFact {
    CardFact::Undo(Undo { id: UndoId::new(Uuid::from_u128(n)), review_id: review(of), undone_at: at })
}

fn mark(n: u128, what: MarkKind, at: DateTime<Utc>) -> CardFact {
    let id = MarkId::new(Uuid::from_u128(n));
    CardFact::Mark(Mark { id, what, marked_at: at, zone: Tz::Europe__Amsterdam })
}

fn take(card: Card, facts: &[CardFact]) -> (Change<Card>, Vec<Result<Taken, Refusal>>) {
    take_by(&scheduler(), card, facts)
}

fn take_by(scheduler: &Fsrs, card: Card, facts: &[CardFact]) -> (Change<Card>, Vec<Result<Taken, Refusal>>) {
    let entry = entry();
    let asked = Asked { entry: &entry, scheduler, clock: DeviceClock::unknown(received()) };
    card.take(facts, asked)
}

fn after(card: Card, facts: &[CardFact]) -> Card {
    let (change, outcomes) = take(card, facts);
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
    change.into_parts().0
}

fn reviewed(change: &Change<Card>) -> &CardReviewed {
    change.facts()[0].get().expect("an answer")
}

/// A card that was learnt, and when it is due.
fn learnt() -> (Card, DateTime<Utc>) {
    let card = (1_i64..=3).fold(card(), |card, n| {
        after(card, &[answer(n.unsigned_abs().into(), &rated(Rating::Good, at(n * 15)))])
    });
    let due = card.state.due_at.expect("due");
    (card, due)
}

/// Forgotten when it was due and learnt again, so many times.
fn forgotten(times: u32) -> Card {
    let (mut card, _) = learnt();
    let mut n = 100;
    while card.state.lapses < times {
        let due = card.state.due_at.expect("due") + TimeDelta::hours(1);
        let rating = if card.state.phase == Phase::Review { Rating::Again } else { Rating::Good };
        card = after(card, &[answer(n, &rated(rating, due))]);
        n += 1;
    }
    card
}

#[test]
fn the_article_is_part_of_the_answer() {
    let (right, _) = take(card(), &[answer(1, &typed("het brood", at(0)))]);
    assert!(reviewed(&right).correct);
    let (wrong, _) = take(card(), &[answer(1, &typed("de brood", at(0)))]);
    assert_eq!((reviewed(&wrong).correct, reviewed(&wrong).rating), (false, facts::Rating::Hard));
    assert_eq!(reviewed(&wrong).mistakes, ["article"]);
    assert_eq!((wrong.state().wrong, wrong.state().mistakes["article"]), (1, 1));
}

#[test]
fn an_answer_tells_how_it_was_given() {
    let chosen = |text: &str| submission(Answer::Chosen { text: text.into() }, at(0));
    let (right, _) = take(card(), &[answer(1, &chosen("het brood"))]);
    assert_eq!(
        (reviewed(&right).answer_way, reviewed(&right).rating),
        (AnswerWay::Chosen, facts::Rating::Good)
    );
    let (near, _) = take(card(), &[answer(1, &chosen("de brood"))]);
    assert_eq!(reviewed(&near).rating, facts::Rating::Again);
    let (own, _) = take(card(), &[answer(1, &rated(Rating::Hard, at(0)))]);
    assert_eq!((reviewed(&own).answer_way, reviewed(&own).self_rated), (AnswerWay::SelfRated, true));
}

#[test]
fn a_right_answer_that_was_easy_is_worth_more_and_a_wrong_one_is_not() {
    let easy = |text: &str| Submission { called_easy: true, ..typed(text, at(0)) };
    let (right, _) = take(card(), &[answer(1, &easy("het brood"))]);
    assert_eq!(reviewed(&right).rating, facts::Rating::Easy);
    let (wrong, _) = take(card(), &[answer(1, &easy("de fiets"))]);
    assert_eq!(reviewed(&wrong).rating, facts::Rating::Again);
}

#[test]
fn the_first_answer_introduces_the_card() {
    let (change, _) = take(card(), &[answer(1, &typed("het brood", at(0)))]);
    assert_eq!(reviewed(&change).state_before, facts::CardState::New);
    assert_eq!(reviewed(&change).previous_due_at, None);
    assert!(change.state().introduced_on.is_some());
}

#[test]
fn the_same_answer_again_publishes_nothing() {
    let fact = answer(1, &typed("het brood", at(0)));
    let first = after(card(), std::slice::from_ref(&fact));
    let outcome = first.answered(review(1)).cloned();
    let (again, outcomes) = take(first, &[fact]);
    assert!(again.is_none());
    assert_eq!(outcomes, [Ok(Taken::Before)]);
    assert_eq!(again.state().answered(review(1)).cloned(), outcome);
}

#[test]
fn another_answer_under_the_same_id_is_refused_and_leaves_the_others_be() {
    let first = after(card(), &[answer(1, &typed("het brood", at(0)))]);
    let (change, outcomes) =
        take(first, &[answer(1, &typed("het bord", at(0))), answer(2, &typed("het brood", at(20)))]);
    assert_eq!(outcomes, [Err(Refusal::IdInUse), Ok(Taken::Now)]);
    assert_eq!((change.facts().len(), change.state().log.len()), (1, 2));
}

#[test]
fn a_learnt_card_that_was_due_tells_of_retention() {
    let (card, due) = learnt();
    assert_eq!(card.state.phase, Phase::Review);
    let (forgotten, _) = take(card, &[answer(9, &rated(Rating::Again, due + TimeDelta::hours(5)))]);
    assert_eq!(reviewed(&forgotten).recalled_when_due, Some(false));
    assert_eq!((forgotten.state().due_answers, forgotten.state().due_recalled), (1, 0));
}

#[test]
fn extra_practice_is_kept_and_moves_nothing() {
    let (card, due) = learnt();
    let practice = Submission { practice: true, ..rated(Rating::Again, due - TimeDelta::hours(9)) };
    let (change, _) = take(card.clone(), &[answer(9, &practice)]);
    assert!(reviewed(&change).extra_practice);
    assert_eq!(reviewed(&change).due_at, due);
    assert_eq!(reviewed(&change).recalled_when_due, None);
    assert_eq!(change.state().state, card.state);
    assert_eq!((change.state().answers, change.state().wrong), (4, 1));
    let late = answer(10, &rated(Rating::Good, at(20)));
    let (practised, plain) =
        (after(change.into_parts().0, std::slice::from_ref(&late)), after(card, &[late]));
    assert_eq!(practised.state, plain.state, "nor when the log is read anew");
}

#[test]
fn an_undo_restores_what_was_before_the_answer() {
    let (card, due) = learnt();
    let (change, _) = take(card.clone(), &[answer(9, &rated(Rating::Again, due + TimeDelta::hours(5)))]);
    let (undone, outcomes) = take(change.into_parts().0, &[undo(1, 9, due + TimeDelta::hours(6))]);
    assert_eq!(outcomes, [Ok(Taken::Now)]);
    let fact: &CardReviewUndone = undone.facts()[0].get().expect("an undo");
    assert_eq!((fact.recalled_when_due, fact.correct, fact.due_at), (Some(false), false, Some(due)));
    let restored = undone.into_parts().0;
    assert_eq!((&restored.state, restored.due_answers, restored.wrong), (&card.state, 0, 0));

    let (again, outcomes) = take(restored, &[undo(1, 9, due + TimeDelta::hours(6))]);
    assert_eq!((again.is_none(), outcomes.as_slice()), (true, &[Ok(Taken::Before)][..]));
}

#[test]
fn a_card_whose_only_answer_is_taken_back_is_new() {
    let once = after(card(), &[answer(1, &rated(Rating::Good, at(0))), undo(1, 1, at(1))]);
    assert_eq!((once.state.phase, once.introduced_on, once.answers), (Phase::New, None, 0));
}

#[test]
fn an_answer_of_yesterday_stands() {
    let card = after(card(), &[answer(1, &rated(Rating::Good, at(0)))]);
    let (change, outcomes) = take(card, &[undo(1, 1, at(24 * 60 + 1))]);
    assert_eq!((change.is_none(), outcomes.as_slice()), (true, &[Err(Refusal::TooLateToUndo)][..]));
}

#[test]
fn an_answer_that_comes_after_its_undo_tells_nobody() {
    let early = after(card(), &[undo(1, 1, at(1))]);
    let (change, outcomes) = take(early, &[answer(1, &rated(Rating::Good, at(0)))]);
    assert_eq!(outcomes, [Ok(Taken::Now)]);
    assert_eq!((change.facts().len(), change.state().state.phase), (0, Phase::New));
}

#[test]
fn a_suspended_card_is_asked_no_more_until_it_is_resumed() {
    let (card, due) = learnt();
    let (suspended, _) = take(card, &[mark(1, MarkKind::Suspended, at(100))]);
    let fact: &CardRescheduled = suspended.facts()[0].get().expect("a new date");
    assert_eq!((fact.cause, fact.due_at), (RescheduleCause::Suspended, None));
    let suspended = suspended.into_parts().0;
    assert_eq!((suspended.set_aside(), suspended.ask_at()), (Some(SetAside::Suspended), None));
    let resumed = after(suspended, &[mark(2, MarkKind::Resumed, at(200))]);
    assert_eq!((resumed.set_aside(), resumed.ask_at()), (None, Some(due)));
    let late = after(resumed, &[mark(3, MarkKind::Suspended, at(150))]);
    assert_eq!(late.set_aside(), None, "the later of two counts");
}

#[test]
fn a_buried_card_is_asked_tomorrow() {
    let (card, due) = learnt();
    let buried = after(card, &[mark(1, MarkKind::Buried, due + TimeDelta::hours(2))]);
    assert_eq!(buried.ask_at(), Some(due + TimeDelta::days(1)));
    assert_eq!(buried.state.due_at, Some(due), "which is no answer");
}

#[test]
fn a_card_that_was_forgotten_eight_times_is_set_aside() {
    assert_eq!(forgotten(LEECH_LAPSES - 1).set_aside(), None);
    let leech = forgotten(LEECH_LAPSES);
    assert_eq!((leech.set_aside(), leech.ask_at()), (Some(SetAside::Leech), None));
    let last = leech.log.last().expect("an answer");
    assert!(last.outcome.set_aside);
    let undone = after(leech.clone(), &[undo(1, last.review.id.as_uuid().as_u128(), last.review.at())]);
    assert_eq!(undone.set_aside(), None, "the eighth was taken back");
}

#[test]
fn a_leech_that_was_brought_back_has_four_more() {
    let leech = forgotten(LEECH_LAPSES);
    let brought_at = leech.log.last().expect("an answer").review.at() + TimeDelta::minutes(1);
    let mut card = after(leech, &[mark(1, MarkKind::BroughtBack, brought_at)]);
    assert_eq!(card.set_aside(), None);
    let mut n = 1000;
    while card.set_aside().is_none() {
        let due = card.state.due_at.expect("due") + TimeDelta::hours(1);
        let rating = if card.state.phase == Phase::Review { Rating::Again } else { Rating::Good };
        card = after(card, &[answer(n, &rated(rating, due))]);
        n += 1;
    }
    assert_eq!(card.state.lapses, LEECH_LAPSES + LEECH_AGAIN_LAPSES);
}

#[test]
fn another_desired_retention_moves_the_due_date_and_tells_it() {
    let (card, due) = learnt();
    let strict = Fsrs::new(&Parameters::default(), DesiredRetention::new(0.95).expect("in range"));
    let change = card.clone().rebase(&strict, RescheduleCause::Settings, received());
    let fact: &CardRescheduled = change.facts()[0].get().expect("a new date");
    assert!(fact.due_at.is_some_and(|at| at < due));
    assert!(change.into_parts().0.rebase(&strict, RescheduleCause::Settings, received()).is_none());
    assert!(card.rebase(&scheduler(), RescheduleCause::Settings, received()).is_none());
}

#[test]
fn a_full_log_is_summed_up_without_a_change_of_state() {
    let card = |days: i64| {
        let facts: Vec<_> =
            (1..=days).map(|n| answer(n.unsigned_abs().into(), &rated(Rating::Good, at(n * 60)))).collect();
        after(card(), &facts)
    };
    let many = card(LONGEST_LOG as i64 + 20);
    assert_eq!(many.log.len(), LONGEST_LOG);
    assert_eq!(many.follow(many.scheduling(), &scheduler()), (many.state.clone(), many.tally()));
    assert_eq!(many.state.reviews as usize, LONGEST_LOG + 20);
}

/// Answers, takings back and marks of one card, within a month.
fn facts() -> impl Strategy<Value = Vec<CardFact>> {
    let kinds = [MarkKind::Suspended, MarkKind::Resumed, MarkKind::Buried, MarkKind::BroughtBack];
    let minutes = prop_oneof![0_i64..3_000, 0_i64..40_000];
    let one = (minutes, 0_usize..4, 0_u8..8, 0_u128..12);
    prop::collection::vec(one, 1..14).prop_map(move |all| {
        let fact = |(n, (minutes, which, what, of)): (u128, (i64, usize, u8, u128))| match what {
            0 => undo(n, of, at(minutes)),
            1 => mark(n, kinds[which], at(minutes)),
            2 => answer(n, &Submission { practice: true, ..rated(Rating::ALL[which], at(minutes)) }),
            _ => answer(n, &rated(Rating::ALL[which], at(minutes))),
        };
        (0..).zip(all).map(fact).collect()
    })
}

/// All that does not tell in which order it came.
fn outside(card: &Card) -> impl PartialEq + std::fmt::Debug {
    let mut log: Vec<_> =
        card.log.iter().map(|answered| (answered.review.place(), answered.undone.is_some())).collect();
    log.sort_unstable();
    let counted = (card.answers, card.wrong, card.mistakes.clone());
    (card.state.clone(), card.tally(), card.set_aside(), card.ask_at(), card.pardon, counted, log)
}

/// A student's scheduler: with days off, easy days, or an even week.
fn schedulers() -> impl Strategy<Value = Fsrs> {
    let share = prop_oneof![Just(0_u8), Just(50), Just(100)];
    prop::array::uniform7(share).prop_map(|shares| {
        let week = EasyDays::new(shares).unwrap_or_default();
        Fsrs::new(&Parameters::default(), DesiredRetention::default()).with_easy_days(week)
    })
}

/// The scheduler of a student whose memory was trained.
fn memories() -> impl Strategy<Value = Fsrs> {
    let factors = prop::array::uniform21(0.7_f32..1.4);
    (1_u32..4, factors).prop_map(|(version, factors)| {
        let mut weights = *Parameters::default().weights();
        weights.iter_mut().zip(factors).for_each(|(weight, factor)| *weight *= factor);
        let trained = Parameters::trained(version, weights).expect("near the defaults");
        Fsrs::new(&trained, DesiredRetention::default())
    })
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_matter(
        scheduler in schedulers(), facts in facts(), order in any::<prop::sample::Index>(), at_once in any::<bool>(),
    ) {
        let mut other = facts.clone();
        other.rotate_left(order.index(facts.len()));
        other.reverse();
        let take = |card, facts: &[CardFact]| take_by(&scheduler, card, facts).0.into_parts().0;
        let one_by_one = |facts: &[CardFact]| facts.iter().fold(card_by(&scheduler), |card, fact| take(card, std::slice::from_ref(fact)));
        let straight = one_by_one(&facts);
        let turned = if at_once { take(card_by(&scheduler), &other) } else { one_by_one(&other) };
        prop_assert_eq!(format!("{:?}", outside(&straight)), format!("{:?}", outside(&turned)));
    }

    #[test]
    fn a_week_that_is_chosen_late_is_as_good_as_one_that_was_chosen_first(before in schedulers(), chosen in schedulers(), facts in facts()) {
        let taken = take_by(&before, card_by(&before), &facts).0.into_parts().0;
        let rebased = taken.rebase(&chosen, RescheduleCause::Settings, received()).into_parts().0;
        let first = take_by(&chosen, card_by(&chosen), &facts).0.into_parts().0;
        prop_assert_eq!(format!("{:?}", outside(&rebased)), format!("{:?}", outside(&first)));
    }

    #[test]
    fn parameters_that_come_between_answers_in_any_order_leave_one_state(
        before in schedulers(), trained in memories(), facts in facts(),
        order in any::<prop::sample::Index>(), night in any::<prop::sample::Index>(), rebased in any::<bool>(),
    ) {
        let mut arrived = facts.clone();
        arrived.rotate_left(order.index(facts.len()));
        arrived.reverse();
        let (first, then) = arrived.split_at(night.index(facts.len() + 1));
        let take = |scheduler: &Fsrs, card, facts: &[CardFact]| {
            facts.iter().fold(card, |card, fact| take_by(scheduler, card, std::slice::from_ref(fact)).0.into_parts().0)
        };
        let mut card = take(&before, card_by(&before), first);
        if rebased {
            card = card.rebase(&trained, RescheduleCause::Parameters, received()).into_parts().0;
        }
        // Where nothing came after the night, the run comes to the card all the same.
        let late = take(&trained, card, then).rebase(&trained, RescheduleCause::Parameters, received()).into_parts().0;
        let straight = take(&trained, card_by(&trained), &facts);
        prop_assert_eq!(format!("{:?}", outside(&late)), format!("{:?}", outside(&straight)));
    }

    #[test]
    fn the_last_undo_restores(scheduler in schedulers(), facts in facts()) {
        let before = take_by(&scheduler, card_by(&scheduler), &facts).0.into_parts().0;
        let last = answer(99, &rated(Rating::Good, at(41_000)));
        let answered = take_by(&scheduler, before.clone(), &[last]).0.into_parts().0;
        let undone = take_by(&scheduler, answered, &[undo(98, 99, at(41_010))]).0.into_parts().0;
        let (state, _) = before.follow(before.scheduling(), &scheduler);
        prop_assert_eq!((undone.state.clone(), undone.tally()), (state, before.tally()));
    }

    #[test]
    fn facts_that_come_again_change_nothing(facts in facts()) {
        let card = take(card(), &facts).0.into_parts().0;
        let (again, outcomes) = take(card, &facts);
        prop_assert!(again.is_none());
        prop_assert!(!outcomes.contains(&Ok(Taken::Now)));
    }

    #[test]
    fn the_cache_is_what_the_log_gives(facts in facts()) {
        let card = take(card(), &facts).0.into_parts().0;
        prop_assert_eq!(card.follow(card.scheduling(), &scheduler()), (card.state.clone(), card.tally()));
    }
}
