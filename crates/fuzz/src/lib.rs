#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod changes;
mod corpus;
mod target;

pub use changes::{Changes, Input};
pub use corpus::Corpus;
pub use target::Target;

#[doc(hidden)]
pub use bolero;

/// The outcome of an input that was taken for what it says it is.
pub const ACCEPTED: &str = "accepted";

/// The body of a test: `fuzz::target!("name", |input: &[u8]| outcome)`. See the crate's documentation.
#[macro_export]
macro_rules! target {
    ($name:literal, $check:expr) => {{
        let corpus = $crate::Corpus::read(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/", $name));
        let target = $crate::Target::new($name, $check);
        target.replay(&corpus);
        let watched = std::panic::AssertUnwindSafe(&target);
        let driven = $crate::bolero::check!();
        if $crate::Target::is_guided() {
            let _ = driven.for_each(move |input: &[u8]| watched.put(input));
        } else {
            let changes = $crate::Changes::of(&corpus);
            let _ = driven.with_generator(changes).for_each(move |input: &$crate::Input| watched.put(input));
        }
        target.report();
    }};
}
