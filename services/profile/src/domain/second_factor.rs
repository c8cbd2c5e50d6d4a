//! Who needs a second factor, and what one may be.

use super::Limit;
use chrono::TimeDelta;
use events::profile::Role;

/// A log-in waits for its second factor so long, and an enrolment for its first code.
pub const WAITS: TimeDelta = TimeDelta::minutes(10);
/// So many wrong answers end a challenge.
pub const WRONG_ANSWERS: i32 = 5;
/// So many wrong answers by passkeys of an account, and one more each time the second is over: as many as wrong codes.
pub const WRONG_PASSKEYS: Limit = Limit::new(10, TimeDelta::seconds(90));
/// So many wrong codes, within [`WRONG_CODES_COUNT`], and no code is taken until that time is over. A guess succeeds with
/// three in a million, so that a stranger who has the password needs months.
pub const WRONG_CODES: i32 = 10;
/// For so long wrong codes are counted from the first.
pub const WRONG_CODES_COUNT: TimeDelta = TimeDelta::minutes(15);
/// For so long a set of recovery codes is shown again to who lost the answer.
pub const SHOWN: TimeDelta = TimeDelta::minutes(10);
/// So many failed attempts in a row, and a session takes no further proof.
pub const WRONG_PROOFS: i32 = 5;

/// What can finish a log-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// What a device signs, once its user opened it.
    Passkey,
    /// A code of the authenticator app.
    Totp,
    /// One of the codes that were written down.
    RecoveryCode,
    /// The account has no factor and must: enrol an authenticator app, which finishes the log-in.
    TotpEnrolment,
}

/// The factors that an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// An authenticator app is in force.
    pub totp: bool,
    /// Devices that sign.
    pub passkeys: i64,
    /// Recovery codes that were not used.
    pub recovery_codes: i64,
}

impl Held {
    /// Whether there is anything that a log-in must show. Recovery codes stand in for a factor; they are none.
    pub const fn any(self) -> bool {
        self.totp || self.passkeys > 0
    }
}

/// Whether a role does nothing without a second factor.
pub const fn is_required_of(role: Role) -> bool {
    matches!(role, Role::TechnicalAdmin | Role::EducationalAdmin)
}

/// How a log-in to this account can be finished, the strongest first; nothing where the password is enough.
pub fn demanded(role: Role, held: Held) -> Vec<Method> {
    if !held.any() {
        return if is_required_of(role) { vec![Method::TotpEnrolment] } else { Vec::new() };
    }
    let possible = [
        (held.passkeys > 0, Method::Passkey),
        (held.totp, Method::Totp),
        (held.recovery_codes > 0, Method::RecoveryCode),
    ];
    possible.into_iter().filter_map(|(is_there, method)| is_there.then_some(method)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_admin_roles_need_a_factor_and_nobody_else() {
        let without = Held::default();
        for role in [Role::TechnicalAdmin, Role::EducationalAdmin] {
            assert_eq!(demanded(role, without), [Method::TotpEnrolment]);
        }
        for role in [Role::Teacher, Role::Student] {
            assert!(demanded(role, without).is_empty());
        }
    }

    #[test]
    fn whoever_has_a_factor_must_show_it() {
        for role in Role::ALL {
            let app = Held { totp: true, ..Held::default() };
            assert_eq!(demanded(*role, app), [Method::Totp]);
            let both = Held { recovery_codes: 3, ..app };
            assert_eq!(demanded(*role, both), [Method::Totp, Method::RecoveryCode]);
            let passkey = Held { passkeys: 1, ..Held::default() };
            assert_eq!(demanded(*role, passkey), [Method::Passkey]);
            let all = Held { passkeys: 2, ..both };
            assert_eq!(demanded(*role, all), [Method::Passkey, Method::Totp, Method::RecoveryCode]);
        }
    }

    #[test]
    fn recovery_codes_alone_are_no_factor() {
        let codes = Held { recovery_codes: 10, ..Held::default() };
        assert_eq!(demanded(Role::TechnicalAdmin, codes), [Method::TotpEnrolment]);
        assert!(demanded(Role::Student, codes).is_empty());
    }
}
