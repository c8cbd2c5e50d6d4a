//! What Mondays take.

use crate::words::{Word, at, week};
use chrono::TimeDelta;
use scheduler::{
    Week,
    cohort::{
        Ask, Asked, Budget, Due, MOST_CARRIED, MOST_ECHOES, Pace, Progress, arrange, open, week_to_open,
    },
};

/// A graduated word whose first echo is due in the week after this one.
fn graduated(in_week: Week) -> Progress {
    let mut word = Word::of(in_week);
    for days in [0, 1, 3, 5] {
        word.pass(&(in_week.monday() + TimeDelta::days(days)).to_string());
    }
    word.progress
}

fn unfinished(in_week: Week) -> Progress {
    Word::of(in_week).progress
}

#[test]
fn a_week_takes_unfinished_words_then_echoes_then_new_ones() {
    let now = week("2026-W12");
    let studied = [
        (1, graduated(week("2026-W11"))),
        (2, unfinished(week("2026-W11"))),
        (3, unfinished(week("2026-W10"))),
        (4, graduated(week("2026-W12"))),
        (5, graduated(week("2026-W09"))),
    ];
    let opening = open(now, &studied, 100.., Budget::Words(5));
    assert_eq!((opening.carried, opening.echoes, opening.new), (vec![3, 2], vec![5, 1], vec![100, 101, 102]));
}

#[test]
fn a_word_that_was_forgotten_this_week_waits_for_the_next() {
    let mut word = Word::of(week("2026-W10"));
    for date in ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-07"] {
        word.pass(date);
    }
    word.answer("2026-03-09", Ask::Echo, false);
    let carried = |week| open(week, &[(1, word.progress)], [], Budget::default()).carried;
    assert_eq!((carried(week("2026-W11")), carried(week("2026-W12"))), (vec![], vec![1]));
}

#[test]
fn no_cohort_grows_without_end() {
    let before = week("2026-W10");
    let studied: Vec<_> =
        (0..1500).map(|id| (id, if id % 2 == 0 { unfinished(before) } else { graduated(before) })).collect();
    let opening =
        open(week("2026-W11"), &studied, 10_000.., Budget::Minutes { a_day: 60_000, pace: Pace::default() });
    let lengths = (opening.carried.len(), opening.echoes.len(), opening.new.len());
    assert_eq!(lengths, (MOST_CARRIED, MOST_ECHOES, 100));
}

#[test]
fn a_week_is_opened_once() {
    let now = at("2026-03-02T03:00:00Z");
    let first = week_to_open(None, now);
    assert_eq!(first, Some(week("2026-W10")));
    for later in [0, 1, 6 * 24, 7 * 24 - 1] {
        assert_eq!(week_to_open(first, now + TimeDelta::hours(later)), None);
    }
    assert_eq!(
        week_to_open(first, now - TimeDelta::days(30)),
        None,
        "a clock that was set back opens nothing"
    );
}

#[test]
fn an_outage_of_three_weeks_is_not_stacked() {
    let opened = week("2026-W10");
    let now = at("2026-03-25T12:00:00Z");
    assert_eq!(week_to_open(Some(opened), now), Some(week("2026-W13")), "one week, not three");
    let studied: Vec<_> = (0..20).map(|id| (id, unfinished(opened))).collect();
    let opening = open(week("2026-W13"), &studied, 100.., Budget::default());
    assert_eq!((opening.carried.len(), opening.new.len()), (20, 0), "as much as any week, no more");
}

#[test]
fn week_53_and_the_changes_of_the_clocks_are_weeks_like_any_other() {
    let mut last = Some(week("2026-W12"));
    let mut now = at("2026-03-16T03:00:00Z");
    let mut opened = Vec::new();
    while now < at("2027-01-12T00:00:00Z") {
        if let Some(week) = week_to_open(last, now) {
            opened.push((week, now));
            last = Some(week);
        }
        now += TimeDelta::minutes(30);
    }
    assert!(opened.windows(2).all(|pair| pair[0].0.next() == Some(pair[1].0)));
    assert!(opened.iter().all(|(week, at)| week.begins_at() == *at));
    assert!(opened.iter().any(|(it, _)| *it == week("2026-W53")));
    assert_eq!(opened.last().map(|(week, _)| week.to_string()).as_deref(), Some("2027-W02"));
}

#[test]
fn a_sitting_spreads_new_words_between_those_longest_not_seen() {
    let now = week("2026-W10");
    let today = now.monday() + TimeDelta::days(3);
    let met = |id, days| {
        let mut word = Word::of(now);
        word.pass(&(now.monday() + TimeDelta::days(days)).to_string());
        Due::on(id, &word.progress, now, today).expect("due")
    };
    let unmet = |id| Due::on(id, &unfinished(now), now, today).expect("due");
    let due = [unmet(90), met(1, 2), met(2, 0), unmet(80), met(3, 1), met(4, 0)];
    let order = |most| arrange(&due, most).into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(order(10), [2, 4, 90, 3, 1, 80]);
    assert_eq!(order(3), [2, 4, 3], "what was met goes first where there is not room for all");
    assert_eq!(order(0), Vec::<i32>::new());
    assert!(due[1].asked == Asked::First(Ask::Recall));
}
