//! What is wrong with something that a student sent.

use unicode_normalization::UnicodeNormalization;

/// One fault, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// A JSON pointer, below that of the whole.
    pub pointer: String,
    /// A stable code.
    pub code: &'static str,
    /// What is wrong, or what would be right.
    pub message: String,
}

impl Fault {
    /// A fault of this code at this place.
    pub fn new(pointer: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code, message: message.into() }
    }
}

/// Collects faults, so that all of them are told at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Notes a fault.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// A text as people write it: composed (NFC), one space between words, none around it, and of at most `longest`
    /// characters. Notes what is wrong with one that cannot be so.
    pub fn text(&mut self, pointer: &str, text: &str, longest: usize) -> String {
        match tidy(text, longest) {
            Ok(tidy) => tidy,
            Err((code, message)) => {
                self.add(Fault::new(pointer, code, message));
                String::new()
            }
        }
    }

    /// The same where nothing need be said: a text that is empty is none.
    pub fn optional(&mut self, pointer: &str, text: Option<&str>, longest: usize) -> Option<String> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        Some(self.text(pointer, text, longest))
    }

    /// Notes when there are more than `most`.
    pub fn at_most(&mut self, pointer: &str, count: usize, most: usize) {
        if count > most {
            self.add(Fault::new(pointer, "too-many", format!("Expected at most {most}.")));
        }
    }

    /// Notes faults of a part, below `at`.
    pub fn below(&mut self, at: &str, faults: Vec<Fault>) {
        self.0.extend(
            faults.into_iter().map(|fault| Fault { pointer: format!("{at}{}", fault.pointer), ..fault }),
        );
    }

    /// `value`, unless there are faults.
    ///
    /// # Errors
    /// All faults that were noted.
    pub fn unless_any<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

fn tidy(text: &str, longest: usize) -> Result<String, (&'static str, String)> {
    // Composing makes a text at most three times as short (UAX #15): a longer one is refused unread.
    if text.len() > longest.saturating_mul(32) {
        return Err(("too-long", format!("Expected at most {longest} characters.")));
    }
    let composed: String = text.nfc().collect();
    let tidy = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    if tidy.is_empty() {
        return Err(("empty", "Expected a text.".to_owned()));
    }
    if tidy.chars().any(char::is_control) {
        return Err(("control-character", "A text has no control characters.".to_owned()));
    }
    if tidy.chars().count() > longest {
        return Err(("too-long", format!("Expected at most {longest} characters.")));
    }
    Ok(tidy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_made_tidy_or_refused() {
        let code = |text, longest| tidy(text, longest).map_err(|(code, _)| code);
        assert_eq!(code("  de \t fiets\n", 8), Ok("de fiets".to_owned()));
        assert_eq!(code("e\u{301}e\u{301}n", 3), Ok("één".to_owned()));
        assert_eq!(code(" \u{a0} ", 8), Err("empty"));
        assert_eq!(code("bro\u{7}od", 8), Err("control-character"));
        assert_eq!(code("broden", 5), Err("too-long"));
        assert_eq!(code(&"e\u{301}".repeat(1000), 5), Err("too-long"));
    }
}
