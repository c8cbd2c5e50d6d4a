use super::TimeZone;
use events::Language;

/// What a user sets for themself; none is what stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettingsChange {
    /// The language of the interface and of mails.
    pub interface_language: Option<Language>,
    /// Where their days begin and end.
    pub time_zone: Option<TimeZone>,
}
