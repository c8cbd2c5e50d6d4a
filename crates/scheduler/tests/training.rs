//! Training keeps what foretells better.

mod support;

use chrono_tz::Europe::Amsterdam;
use scheduler::{Evaluation, History, Parameters, Rating, Review, TRAINING_MIN_ANSWERS, train};
use support::{at, review, studied};

/// Somebody who forgets new words within a day, and old ones hardly.
fn quick_to_forget() -> Parameters {
    let mut weights = *Parameters::default().weights();
    weights[..4].copy_from_slice(&[0.05, 0.15, 0.35, 2.0]);
    weights[8] = 2.6;
    Parameters::trained(9, weights).expect("these can be used")
}

fn histories(reviews: &[Vec<Review>]) -> Vec<History> {
    reviews.iter().map(History::new).collect()
}

fn usable(histories: &[History]) -> usize {
    histories.iter().map(History::usable).sum()
}

#[test]
fn somebody_who_forgets_in_another_way_gets_parameters_of_their_own() {
    let histories = histories(&studied(&quick_to_forget(), 600, 200, 1));
    let training = train(&histories, None, 4);
    assert_eq!((training.accepted, training.parameters.version()), (true, 4));
    assert_eq!(training.usable, usable(&histories));
    let held_out = training.held_out.expect("there were enough");
    let own = held_out.own.expect("the optimiser found some");
    assert!(own.log_loss < held_out.in_use.log_loss, "{held_out:?}");
    assert_eq!(own.answers, training.usable / 5);

    // Somebody else's future: what was learned holds beyond the answers that it was learned from.
    let others = self::histories(&studied(&quick_to_forget(), 600, 200, 2));
    let of = |parameters: &Parameters| Evaluation::of_parameters(parameters, &others).expect("some");
    assert!(of(&training.parameters).log_loss < of(&Parameters::default()).log_loss);
    assert!(of(&training.parameters).rmse_bins < of(&Parameters::default()).rmse_bins);
}

#[test]
fn parameters_that_foretell_worse_are_not_kept() {
    // The past is no guide: for four fifths everything is forgotten, in the end everything is recalled.
    let reviews = studied(&Parameters::default(), 200, 90, 3);
    let mut places: Vec<_> = reviews.iter().flatten().map(Review::place).collect();
    places.sort_unstable();
    let turn = places[places.len() * 4 / 5];
    let changed: Vec<Vec<Review>> = reviews
        .into_iter()
        .map(|card| {
            card.into_iter()
                .map(|mut review| {
                    review.rating = if review.place() < turn { Rating::Again } else { Rating::Good };
                    review
                })
                .collect()
        })
        .collect();
    let histories = histories(&changed);
    let school = quick_to_forget();
    for (given, version) in [(None, 0), (Some(&school), 9)] {
        let training = train(&histories, given, 5);
        assert_eq!((training.accepted, training.parameters.version()), (false, version));
        let held_out = training.held_out.expect("there were enough to try");
        assert!(held_out.own.is_none_or(|own| own.log_loss >= held_out.in_use.log_loss), "{held_out:?}");
    }
}

#[test]
fn training_again_on_the_same_answers_changes_nothing() {
    let histories = histories(&studied(&quick_to_forget(), 300, 120, 4));
    let first = train(&histories, None, 1);
    assert!(first.accepted);
    let second = train(&histories, Some(&first.parameters), 2);
    assert_eq!((second.accepted, &second.parameters), (false, &first.parameters));
}

#[test]
fn fewer_than_four_hundred_answers_train_nothing() {
    let reviews = studied(&quick_to_forget(), 400, 60, 1);
    let count = (1..reviews.len())
        .find(|count| usable(&histories(&reviews[..*count])) >= TRAINING_MIN_ANSWERS)
        .expect("there are enough");
    let few = train(&histories(&reviews[..count - 1]), None, 1);
    assert_eq!((few.accepted, few.held_out), (false, None));
    assert!(train(&histories(&reviews[..count]), None, 1).held_out.is_some());
    let school = quick_to_forget();
    assert_eq!(train(&[], Some(&school), 1).parameters, school);
}

#[test]
fn answers_of_the_same_day_tell_nothing_about_forgetting() {
    let start = at("2026-03-02T10:00:00Z");
    let one_day: Vec<History> = (0..500_u128)
        .map(|number| {
            let answers = (0..6).map(|minute| {
                let now = start + chrono::TimeDelta::minutes(minute);
                review(number * 8 + minute as u128, Rating::Good, now, Amsterdam)
            });
            History::new(&answers.collect::<Vec<_>>())
        })
        .collect();
    let training = train(&one_day, None, 1);
    assert_eq!((training.usable, training.accepted), (0, false));
    assert_eq!(Evaluation::of_parameters(&Parameters::default(), &one_day), None);
    assert_eq!(Evaluation::of_training(&one_day), None);
}

#[test]
fn neither_the_order_of_cards_nor_of_answers_counts() {
    let mut reviews = studied(&quick_to_forget(), 120, 90, 6);
    let once = train(&histories(&reviews), None, 1);
    reviews.reverse();
    reviews.iter_mut().for_each(|card| card.reverse());
    assert_eq!(train(&histories(&reviews), None, 1), once);
}

#[test]
fn the_model_is_measured_by_what_it_foretold_of_what_it_had_not_seen() {
    let histories = histories(&studied(&quick_to_forget(), 250, 90, 7));
    let trained = Evaluation::of_training(&histories).expect("every fold has answers");
    let usable = usable(&histories);
    assert_eq!(trained.answers, usable / 6 * 5, "the first sixth is never foretold");
    let defaults = Evaluation::of_parameters_in_folds(&Parameters::default(), &histories).expect("as many");
    assert_eq!((defaults.answers, defaults.true_retention), (trained.answers, trained.true_retention));
    assert!(trained.log_loss < defaults.log_loss, "{trained:?} {defaults:?}");
    assert!(trained.rmse_bins < defaults.rmse_bins, "{trained:?} {defaults:?}");
}

/// By hand: the first answer is no prediction. Good gives S = w2 = 2.3065; after 4 days R = (1 + F 4/S)^-0.1542 with
/// F = 0.9^(-1/0.1542) - 1 = 0.980346, so R = 2.700146^-0.1542 = 0.857986.
#[test]
fn predictions_are_those_of_the_formula() {
    let start = at("2026-03-02T10:00:00Z");
    let reviews = [
        review(1, Rating::Good, start, Amsterdam),
        review(2, Rating::Good, start + chrono::TimeDelta::days(4), Amsterdam),
    ];
    let evaluation =
        Evaluation::of_parameters(&Parameters::default(), &[History::new(&reviews)]).expect("one answer");
    assert!((evaluation.predicted_retention - 0.857_986).abs() < 1e-5, "{evaluation:?}");
    assert!((evaluation.log_loss + 0.857_986_f64.ln()).abs() < 1e-5, "{evaluation:?}");
    assert_eq!((evaluation.true_retention, evaluation.answers), (1.0, 1));
}
