//! How much is measured.

/// Enough for a figure, or just enough to show that the harness works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A figure.
    Full,
    /// A proof that every step of every measure runs. It yields no ratio and no verdict.
    Smoke,
}

impl Size {
    /// The one that fits.
    pub(crate) fn pick<T>(self, full: T, smoke: T) -> T {
        match self {
            Self::Full => full,
            Self::Smoke => smoke,
        }
    }

    /// Rounds of baseline and subject; the warm-up comes before them.
    pub(crate) fn rounds(self) -> usize {
        self.pick(5, 1)
    }
}
