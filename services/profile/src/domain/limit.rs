use chrono::TimeDelta;

/// How often something may be tried: so many times at once, and one more each time an interval is over (the generic cell
/// rate algorithm, ITU-T I.371).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    burst: i32,
    every: TimeDelta,
}

impl Limit {
    /// `burst` at once, and one more after each `every`.
    pub const fn new(burst: i32, every: TimeDelta) -> Self {
        Self { burst, every }
    }

    /// What one attempt costs.
    pub fn cost(self) -> TimeDelta {
        self.every
    }

    /// What can be spent at once.
    pub fn capacity(self) -> TimeDelta {
        self.every * self.burst
    }
}
