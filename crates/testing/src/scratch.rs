//! Databases that live as long as a test.

use boot::{Clock, Random, SystemClock, SystemRandom};
use std::{future::Future, time::Duration};

const PREFIX: &str = "tall_test_";

/// What a killed test left behind is dropped by a later one after this time.
const ABANDONED: Duration = Duration::from_secs(3600);

/// A name that no other test has, and that says when it was made.
pub(crate) fn name() -> String {
    let random: &dyn Random = &SystemRandom;
    format!("{PREFIX}{}_{:016x}", SystemClock.now().timestamp(), u64::from_le_bytes(random.array()))
}

/// Whether `name` is of a test that ended long ago.
pub(crate) fn is_abandoned(name: &str) -> bool {
    let made = name.strip_prefix(PREFIX).and_then(|rest| rest.split('_').next());
    let Some(made) = made.and_then(|made| made.parse::<i64>().ok()) else { return false };
    SystemClock.now().timestamp() - made > ABANDONED.as_secs() as i64
}

/// Runs `clean_up` to its end from a destructor, on a thread of its own.
pub(crate) fn finish(clean_up: impl Future<Output = ()> + Send + 'static) {
    let thread = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime for the clean-up").block_on(clean_up);
    });
    // A panic in it has been printed; a second one in a destructor would hide the test's own.
    let _printed = thread.join();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_old_databases_of_tests_are_abandoned() {
        assert!(is_abandoned("tall_test_1700000000_00ff"));
        assert!(!is_abandoned(&name()));
        assert!(!is_abandoned("tall_template_pii_00ff"));
        assert!(!is_abandoned("pii"));
    }
}
