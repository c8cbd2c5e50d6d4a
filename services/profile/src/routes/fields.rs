use std::fmt::Display;
use web::{ApiError, FieldError};

/// Collects what is wrong with a body, so that all of it is said at once.
#[derive(Default)]
pub(super) struct Fields(Vec<FieldError>);

impl Fields {
    /// The parsed field; a refusal is noted under `pointer`.
    pub(super) fn take<T, E: Display>(&mut self, pointer: &str, parsed: Result<T, E>) -> Option<T> {
        parsed.map_err(|error| self.refuse(pointer, &error)).ok()
    }

    fn refuse(&mut self, pointer: &str, error: &dyn Display) {
        let code = format!("invalid-{}", kebab_case(pointer.trim_start_matches('/')));
        self.0.push(FieldError::new(pointer, code, sentence(&error.to_string())));
    }

    /// Everything that was noted, as the answer to give.
    pub(super) fn refusal(self) -> ApiError {
        ApiError::invalid(self.0)
    }
}

/// `givenName` is `given-name`.
fn kebab_case(name: &str) -> String {
    let hyphen = |letter: char| letter.is_ascii_uppercase().then_some('-');
    name.chars().flat_map(|letter| hyphen(letter).into_iter().chain([letter.to_ascii_lowercase()])).collect()
}

/// An error's text as people read it.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).chain(['.']).collect()).unwrap_or_default()
}
