//! A word through its weeks.

use crate::words::{Word, answered, at, day, entered, week};
use chrono::TimeDelta;
use chrono_tz::Tz;
use scheduler::cohort::{
    Ask::{self, Echo, Recall, See, Use, Write},
    Cycle, Fact, Progress, Stage, Step,
};

/// A word of week 10 of 2026, 2 to 8 March, that graduated on its Saturday.
fn graduated() -> Word {
    let mut word = Word::of(week("2026-W10"));
    for date in ["2026-03-02", "2026-03-03", "2026-03-05"] {
        assert!(matches!(word.pass(date), Step::Passed(_)));
    }
    assert_eq!(word.pass("2026-03-07"), Step::Graduated);
    word
}

#[test]
fn a_week_asks_on_days_1_2_4_and_6() {
    let mut word = Word::of(week("2026-W10"));
    let days = [("2026-03-02", See), ("2026-03-03", Recall), ("2026-03-05", Write), ("2026-03-07", Use)];
    for (number, (date, asked)) in days.into_iter().enumerate() {
        assert_eq!(word.asked_between("2026-02-23", "2026-03-08").first(), Some(&(date.to_owned(), asked)));
        let step = word.pass(date);
        let last = number == 3;
        assert_eq!(step == Step::Graduated, last, "{step:?}");
        assert_eq!(word.asked(date), None, "once a day");
    }
    assert_eq!(word.asked_between("2026-03-07", "2026-03-08"), []);
}

#[test]
fn a_wrong_answer_keeps_the_word_in_its_cycle_for_another_day() {
    let mut word = Word::of(week("2026-W10"));
    assert_eq!(word.answer("2026-03-02", See, false), Step::Kept(Cycle::See));
    assert_eq!(word.answer("2026-03-02", See, true), Step::Returned);
    assert_eq!(word.progress.passed, 0, "right at last is practice");
    assert_eq!(word.asked("2026-03-02"), None);
    assert_eq!(word.asked("2026-03-03"), Some(See));
}

#[test]
fn a_wrong_word_comes_back_three_times() {
    let mut word = Word::of(week("2026-W10"));
    word.answer("2026-03-02", See, false);
    for _ in 0..3 {
        assert_eq!(word.asked("2026-03-02"), Some(See));
        assert_eq!(word.answer("2026-03-02", See, false), Step::Returned);
    }
    assert_eq!(word.asked("2026-03-02"), None);
    assert_eq!(word.answer("2026-03-02", See, true), Step::Practised);
    assert_eq!((word.progress.lapses, word.progress.answers), (0, 5), "its first meeting is no lapse");
    assert_eq!(word.progress.met_in, Some(week("2026-W10")), "and stays so");
}

#[test]
fn who_begins_late_does_one_cycle_a_day() {
    let mut word = Word::of(week("2026-W10"));
    for (date, asked) in
        [("2026-03-04", See), ("2026-03-05", Recall), ("2026-03-06", Write), ("2026-03-07", Use)]
    {
        assert_eq!(word.asked(date), Some(asked));
        word.pass(date);
    }
    assert_eq!(word.progress.stage, Stage::Graduated);
}

#[test]
fn an_unfinished_word_goes_on_next_week_from_where_it_was() {
    let mut word = Word::of(week("2026-W10"));
    word.pass("2026-03-02");
    word.pass("2026-03-03");
    assert_eq!(word.asked("2026-03-09"), Some(Write));
    assert_eq!(word.progress.due_on(week("2026-W11")), Some(day("2026-03-09")));
    word.pass("2026-03-09");
    assert_eq!(word.asked_between("2026-03-09", "2026-03-10"), [("2026-03-10".to_owned(), Use)]);
    assert_eq!(word.pass("2026-03-10"), Step::Graduated);
}

#[test]
fn the_gaps_of_the_days_are_kept_in_the_next_week_too() {
    let mut word = Word::of(week("2026-W10"));
    word.pass("2026-03-06");
    assert_eq!(word.asked("2026-03-07"), Some(Recall));
    // Nothing more was done. The next week begins with the second cycle.
    for (date, asked) in [("2026-03-09", Recall), ("2026-03-10", Write), ("2026-03-12", Use)] {
        assert_eq!(word.asked_between("2026-03-09", "2026-03-15").first(), Some(&(date.to_owned(), asked)));
        word.pass(date);
    }
    assert_eq!(word.progress.stage, Stage::Graduated);
}

#[test]
fn echoes_return_after_1_3_7_and_15_weeks() {
    let mut word = graduated();
    for (monday, weeks_later) in [("2026-03-09", 1), ("2026-03-23", 3), ("2026-04-20", 7), ("2026-06-15", 15)]
    {
        assert_eq!(word.progress.echo_from, Some(week("2026-W10").later(weeks_later)));
        let sunday = (day(monday) - TimeDelta::days(1)).to_string();
        assert_eq!((word.asked(&sunday), word.asked(monday)), (None, Some(Echo)));
        word.pass(monday);
    }
    assert_eq!(word.progress.stage, Stage::Known);
    assert_eq!(word.asked_between("2026-06-15", "2026-12-31"), []);
}

#[test]
fn a_late_echo_moves_the_ones_after_it() {
    let mut word = graduated();
    assert_eq!(word.asked("2026-05-01"), Some(Echo), "it waits");
    assert_eq!(word.pass("2026-05-01"), Step::Echoed(1));
    assert_eq!(word.progress.echo_from, Some(week("2026-W20")), "two weeks after week 18");
}

#[test]
fn echoes_cross_a_year_of_53_weeks() {
    let mut word = Word::of(week("2026-W52"));
    for date in ["2026-12-21", "2026-12-22", "2026-12-24", "2026-12-26"] {
        word.pass(date);
    }
    assert_eq!(word.progress.echo_from, Some(week("2026-W53")));
    word.pass("2026-12-30");
    assert_eq!(word.progress.echo_from, Some(week("2027-W02")));
    assert_eq!(word.asked_between("2026-12-31", "2027-01-11"), [("2027-01-11".to_owned(), Echo)]);
}

#[test]
fn a_forgotten_echo_begins_anew_with_the_next_cohort() {
    let mut word = graduated();
    assert_eq!(word.answer("2026-03-10", Echo, false), Step::Forgotten);
    assert_eq!(word.answer("2026-03-10", Echo, true), Step::Returned, "it comes back within the sitting");
    assert_eq!(word.progress.lapses, 1);
    assert_eq!(word.asked_between("2026-03-10", "2026-03-15"), []);
    assert!(!word.progress.belongs_to(week("2026-W11")) && word.progress.belongs_to(week("2026-W12")));
    assert_eq!(word.asked("2026-03-16"), Some(See));
}

#[test]
fn eight_lapses_set_a_word_aside_until_it_is_brought_back() {
    let mut word = Word::of(week("2026-W10"));
    word.pass("2026-03-02");
    for (number, date) in (3..=9).zip(day("2026-03-03").iter_days()) {
        assert_eq!(word.answer(&date.to_string(), Recall, false), Step::Kept(Cycle::Recall), "{number}");
    }
    assert_eq!(word.answer("2026-03-10", Recall, false), Step::SetAside);
    assert_eq!((word.progress.stage, word.progress.lapses), (Stage::Leech, 8));
    assert_eq!(word.asked_between("2026-03-10", "2026-04-30"), []);

    word.take(Fact::BroughtBack { at: at("2026-03-12T10:00:00Z") });
    assert_eq!((word.progress.stage, word.progress.lapses), (Stage::Waiting, 0));
    word.take(entered(week("2026-W12")));
    assert_eq!(word.asked("2026-03-16"), Some(See));
}

#[test]
fn a_word_that_came_in_midweek_counts_its_days_from_there() {
    let from = day("2026-03-04");
    let taken = Progress::default().transition(&Fact::Entered {
        week: week("2026-W10"),
        from,
        at: at("2026-03-04T09:00:00Z"),
    });
    let due = |progress: &Progress| progress.due_on(week("2026-W10"));
    assert_eq!(due(&taken.after), Some(from));
    let passed = taken
        .after
        .transition(&answered(1, See, true, at("2026-03-04T10:00:00Z"), Tz::Europe__Amsterdam))
        .after;
    assert_eq!(due(&passed), Some(day("2026-03-05")));
    let passed = passed
        .transition(&answered(2, Recall, true, at("2026-03-05T10:00:00Z"), Tz::Europe__Amsterdam))
        .after;
    assert_eq!(due(&passed), Some(day("2026-03-07")));
}

#[test]
fn an_answer_to_something_else_is_practice() {
    let mut word = Word::of(week("2026-W10"));
    for asked in [Recall, Write, Use, Echo] {
        assert_eq!(word.answer("2026-03-02", asked, true), Step::Practised);
    }
    assert_eq!((word.progress.passed, word.progress.answers, word.progress.correct), (0, 4, 4));
    word.pass("2026-03-02");
    assert_eq!(word.answer("2026-03-02", Recall, true), Step::Practised, "tomorrow's cycle");
    assert_eq!(word.progress.passed, 1);
}

#[test]
fn a_word_in_the_queue_is_only_practised() {
    let answer = answered(1, See, true, at("2026-03-02T10:00:00Z"), Tz::Europe__Amsterdam);
    let taken = Progress::default().transition(&answer);
    assert_eq!((taken.step, taken.after.stage), (Some(Step::Practised), Stage::Waiting));
    assert!(taken.after.is_unmet());
}

#[test]
fn the_days_are_those_of_the_students_zone() {
    let entered = Progress::default().transition(&entered(week("2026-W10"))).after;
    // 4 March, 03:00 in Amsterdam is still the 3rd; in Tokyo it is 11:00 of the 4th.
    let instant = at("2026-03-04T02:00:00Z");
    for (zone, date) in [(Tz::Europe__Amsterdam, "2026-03-03"), (Tz::Asia__Tokyo, "2026-03-04")] {
        let after = entered.transition(&answered(1, See, true, instant, zone)).after;
        assert_eq!(after.tried.map(|tried| tried.day), Some(day(date)));
    }
}

#[test]
fn a_week_in_which_the_clocks_change_has_its_days() {
    // Summer time begins on Sunday 29 March 2026, the last day of week 13, and ends on 25 October, that of week 43.
    for (name, monday, sunday) in
        [("2026-W13", "2026-03-23", "2026-03-29"), ("2026-W43", "2026-10-19", "2026-10-25")]
    {
        let mut word = Word::of(week(name));
        word.pass(monday);
        let first = at(&format!("{sunday}T00:30:00Z"));
        // Half past two or so in the night to Sunday is Saturday still.
        let late = answered(9, Recall, true, first, Tz::Europe__Amsterdam);
        let taken = word.take(late);
        assert_eq!(taken.after.tried.map(|tried| tried.day), day(sunday).pred_opt());
        assert_eq!(word.asked(sunday), Some(Write));
        word.pass(sunday);
        let next: Ask = word.asked(&(day(sunday) + TimeDelta::days(1)).to_string()).expect("a cycle");
        assert_eq!(next, Use);
    }
}
