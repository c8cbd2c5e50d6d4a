//! Randomness as an argument.

use rand::Rng as _;
use std::sync::Arc;

/// Where random bytes come from. Good enough for keys and tokens in production, repeatable in tests.
pub trait Random: Send + Sync + 'static {
    /// Fills `bytes`.
    fn bytes(&self, bytes: &mut [u8]);
}

impl<R: Random + ?Sized> Random for Arc<R> {
    fn bytes(&self, bytes: &mut [u8]) {
        (**self).bytes(bytes);
    }
}

impl dyn Random {
    /// `N` random bytes: `random.array::<10>()` for the tail of a UUIDv7, `array::<32>()` for a key.
    #[must_use]
    pub fn array<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.bytes(&mut bytes);
        bytes
    }

    /// Evenly spread over `0.0..1.0`, for jitter.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        let mantissa = u64::from_le_bytes(self.array()) >> 11;
        mantissa as f64 / (1_u64 << 53) as f64
    }
}

/// The generator of the process: ChaCha, seeded and reseeded by the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(clippy::disallowed_methods, reason = "the one place where randomness is made")]
    fn bytes(&self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}
