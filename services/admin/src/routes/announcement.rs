//! What students are told with a publication, as a request says it.

use crate::domain::{
    item::Announcement,
    value::{self, LONGEST_TEXT},
};
use events::LocalizedText;
use web::FieldError;

/// Reads the two fields of a request; `publishes` says whether it has a use for them.
pub(crate) fn parse(
    affects_progress: Option<bool>,
    notice: Option<LocalizedText>,
    publishes: bool,
    faults: &mut Vec<FieldError>,
) -> Announcement {
    let given = [("/affectsProgress", affects_progress.is_some()), ("/notice", notice.is_some())];
    for (pointer, _) in given.into_iter().filter(|(_, given)| *given && !publishes) {
        let message = "Only a publication has something to tell students.";
        faults.push(FieldError::new(pointer, "unknown-field", message));
    }
    if let Some(notice) = &notice {
        for (language, text) in [("nl", &notice.nl), ("en", &notice.en), ("ru", &notice.ru)] {
            if let Err(wrong) = value::text(language, text, LONGEST_TEXT) {
                faults.push(FieldError::new(format!("/notice/{language}"), wrong.code, wrong.message));
            }
        }
    }
    Announcement { affects_progress: affects_progress.unwrap_or_default(), notice }
}
