//! Algorithm 2: a student's own words, in weekly cohorts.
//!
//! A word waits in a queue until a Monday takes it into a cohort ([`open`]). Within the week it goes through four
//! [`Cycle`]s, on days 1, 2, 4 and 6, day 1 being the Monday. Its first answer of a day decides: a right one passes the
//! cycle, a wrong one keeps the word in it, for another day; the wrong word comes back within the sitting until it is right,
//! at most [`MOST_RETURNS`] times, which is practice and passes nothing. What Sunday finds unfinished goes on in the next
//! week, one cycle a day at most, from where it was.
//!
//! Four cycles passed, a word has graduated. Four echoes return it 1, 3, 7 and 15 weeks later: the gaps are [`ECHO_GAPS`],
//! each counted from the echo before, so that a late echo moves the rest and none ever pile up. A forgotten echo sends the
//! word to the next cohort, to begin anew. [`LEECH_LAPSES`] lapses set it aside.
//!
//! # Why the state is a replay
//!
//! [`Progress`] is a cache of the [`Fact`]s of a word: that it was taken into a cohort, each answer, that it was brought
//! back. They are ordered by instant, whatever order they arrived in, so that devices which were offline together agree
//! without anybody choosing a side. The one thing that no log gives again is which words a Monday chose: that is decided
//! once per student and week, and then is a fact like the others. Time alone is no fact: that an unfinished word is in
//! next week's cohort, and that an echo has come due, follows from the week that one asks about ([`Progress::asked`]).

mod budget;
mod cycle;
mod fact;
mod forecast;
mod opening;
mod progress;
mod session;

pub use budget::{Budget, MOST_NEW, Pace, USUAL_WORDS};
pub use cycle::{Ask, Cycle, ECHO_GAPS, LEECH_LAPSES, MOST_RETURNS};
pub use fact::{Answer, Fact};
pub use forecast::{Ahead, DayOfWords, days_ahead};
pub use opening::{MOST_CARRIED, MOST_ECHOES, Opening, open, week_to_open};
pub use progress::{Asked, LastFact, Progress, Run, Stage, Step, Taken, Tried};
pub use session::{Due, arrange};
