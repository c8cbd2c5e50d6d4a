//! How much is measured.

use clap::Args;

/// Enough for a figure, or just enough to show that the harness works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A figure, over stores of this scale.
    Full(Scale),
    /// A proof that every step of every measure runs. It yields no ratio and no verdict.
    Smoke,
}

/// How large the stores are that take long to fill.
#[derive(Args, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Cards in the store of the measure `store`.
    #[arg(long, env = "TALL_BENCH_CARDS", default_value_t = 1_000_000)]
    pub cards: usize,
    /// Students of the measure `monday`.
    #[arg(long, env = "TALL_BENCH_STUDENTS", default_value_t = 10_000)]
    pub students: usize,
}

impl Size {
    /// The one that fits.
    pub(crate) fn pick<T>(self, full: T, smoke: T) -> T {
        match self {
            Self::Full(_) => full,
            Self::Smoke => smoke,
        }
    }

    /// Rounds of baseline and subject; the warm-up comes before them.
    pub(crate) fn rounds(self) -> usize {
        self.pick(5, 1)
    }

    /// What the scale says, or as little as shows that it works.
    pub(crate) fn scaled(self, full: impl Fn(Scale) -> usize, smoke: usize) -> usize {
        match self {
            Self::Full(scale) => full(scale),
            Self::Smoke => smoke,
        }
    }
}
