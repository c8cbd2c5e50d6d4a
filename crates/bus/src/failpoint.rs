//! Named steps between commit, publish, mark, effect and offset, where a test can end the process.
//!
//! With the cargo feature `failpoints`, `FAILPOINTS="bus.relay.published=3*off->return"` aborts the process at the
//! fourth time it reaches that step: no destructor runs and nothing is flushed, as with SIGKILL. `sleep(ms)` and
//! `pause` hold the step, so that a test can send SIGKILL itself. Without the feature a step is nothing.

/// The process ends here when the test says so.
#[cfg(feature = "failpoints")]
pub fn step(name: &str) {
    if fail::eval(name, drop).is_some() {
        std::process::abort();
    }
}

/// The process ends here when the test says so: never in this build.
#[cfg(not(feature = "failpoints"))]
#[inline(always)]
pub const fn step(_name: &str) {}

/// Reads `FAILPOINTS` (`name=actions;name=actions`), once per process: [`Bus::open`](crate::Bus::open) does, and a test whose
/// process has no bus.
///
/// # Panics
/// On actions that `fail` cannot read: a test that means to fail and does not proves nothing.
#[cfg(feature = "failpoints")]
pub fn arm() {
    static ARMED: std::sync::Once = std::sync::Once::new();
    ARMED.call_once(|| {
        #[expect(
            clippy::disallowed_methods,
            reason = "`fail` has one name for its variable; no service is configured by it"
        )]
        let steps = std::env::var("FAILPOINTS").unwrap_or_default();
        for step in steps.split(';').filter(|step| !step.trim().is_empty()) {
            let (name, actions) = step.split_once('=').expect("FAILPOINTS is `name=actions;...`");
            fail::cfg(name.trim(), actions).expect("FAILPOINTS has actions that `fail` knows");
        }
    });
}

/// No steps in this build.
#[cfg(not(feature = "failpoints"))]
pub const fn arm() {}
