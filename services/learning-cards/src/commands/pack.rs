//! What a student takes along for some days without a connection.

use super::{open_week, sync::Seen};
use crate::{
    App,
    domain::{cohort::Cohort, student::Settings, word::OwnWord},
    store,
};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use documents::Stored;
use events::PartOfSpeech;
use ids::{OwnWordId, UserId};
use scheduler::{Week, day_start, study_day};
use std::collections::{HashMap, HashSet};
use web::ApiResult;

/// The most words that are packed.
pub const MOST_WORDS: usize = 1_000;

/// What is taken along.
#[derive(Debug)]
pub struct Pack {
    /// What the student has set.
    pub settings: Settings,
    /// The week under way; none while there is nothing to study in it.
    pub cohort: Option<Stored<Cohort>>,
    /// The words: those of the week in its order, then those that come with the weeks after it.
    pub words: Vec<PackedWord>,
    /// Up to where a device knows words that has the package.
    pub seen: Seen,
    /// When it was packed.
    pub packed_at: DateTime<Utc>,
}

/// A word to take along.
#[derive(Debug)]
pub struct PackedWord {
    /// The word, without what was answered to it.
    pub word: Stored<OwnWord>,
    /// Not to be asked before this.
    pub not_before: Option<DateTime<Utc>>,
}

/// Packs what is asked within `days`, at most [`MOST_WORDS`]. What waits in the queue stays at home: which of it a week takes
/// is decided here, once.
///
/// # Errors
/// The store.
pub async fn pack(app: &App, student: UserId, days: u32) -> ApiResult<Pack> {
    let packed_at = app.clock.now();
    let settings = store::students::enrol(&app.students, student).await?.settings;
    let cohort = open_week::present(app, student).await?;
    let last = Week::of(packed_at + TimeDelta::days(i64::from(days) - 1));
    let of_week: Vec<OwnWordId> = cohort.iter().flat_map(|cohort| cohort.words.words()).copied().collect();
    let later = store::words::belonging(&app.database, student, last).await?;
    let ids = distinct(of_week.iter().copied().chain(later.into_iter().map(|(id, _)| id)));
    let words = store::words::without_answers(&app.database, student, &ids).await?;

    let today = study_day(packed_at, settings.zone);
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let began = day_start(today, settings.zone);
    let calendar = Calendar {
        of_week: of_week.into_iter().collect(),
        elsewhere: store::taught::seen_since(&app.database, student, began).await?,
        present: Week::of(packed_at),
        last,
        today,
        tomorrow: day_start(tomorrow, settings.zone),
    };
    let mut words: HashMap<OwnWordId, Stored<OwnWord>> =
        words.into_iter().map(|word| (word.id, word)).collect();
    let words = ids.iter().filter_map(|id| calendar.pack(words.remove(id)?)).take(MOST_WORDS);
    Ok(Pack { words: words.collect(), settings, cohort, seen: Seen::before(packed_at), packed_at })
}

/// Each once, in order.
fn distinct(ids: impl Iterator<Item = OwnWordId>) -> Vec<OwnWordId> {
    let mut known = HashSet::new();
    ids.filter(|id| known.insert(*id)).collect()
}

/// The days that are packed for.
struct Calendar {
    /// Words of the week under way. Others are asked when a week has taken them.
    of_week: HashSet<OwnWordId>,
    /// What topics have asked today.
    elsewhere: HashSet<(String, PartOfSpeech)>,
    present: Week,
    last: Week,
    today: NaiveDate,
    tomorrow: DateTime<Utc>,
}

impl Calendar {
    /// The word, if it is asked on these days.
    fn pack(&self, word: Stored<OwnWord>) -> Option<PackedWord> {
        let not_before = if self.is_asked_now(&word) {
            store::taught::has(&self.elsewhere, &word).then_some(self.tomorrow)
        } else {
            Some(self.week_of(&word)?.begins_at())
        };
        Some(PackedWord { word, not_before })
    }

    /// Whether the week under way asks it: in its cycles, by an echo, or once more today.
    fn is_asked_now(&self, word: &OwnWord) -> bool {
        let progress = &word.progress;
        let is_asked =
            progress.belongs_to(self.present) || progress.asked(self.present, self.today).is_some();
        is_asked && self.of_week.contains(&word.id)
    }

    /// The first week after the one under way that asks it.
    fn week_of(&self, word: &OwnWord) -> Option<Week> {
        let mut weeks = (1..).map(|weeks| self.present.later(weeks)).take_while(|week| *week <= self.last);
        weeks.find(|week| word.progress.belongs_to(*week))
    }
}
