//! Spreading cards that were learned together, so that they do not all come back on one day.

use ids::CardId;

/// A fraction in `0.0..1.0` that belongs to a card and to how often it has been reviewed: the same on every device, and
/// after every replay.
///
/// FNV-1a over the 16 bytes of the id and the count as 4 bytes little-endian, finished with murmur3's `fmix32`: 32-bit
/// operations only, which a client can repeat exactly.
pub(crate) fn fraction(card: CardId, count: u32) -> f64 {
    let hash = card
        .as_uuid()
        .as_bytes()
        .iter()
        .chain(&count.to_le_bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    f64::from(fmix32(hash)) / (f64::from(u32::MAX) + 1.0)
}

fn fmix32(mut hash: u32) -> u32 {
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

/// The whole days within which an interval of `days` may end, at least 1: within 15 % of what lies between 2.5 and 7 days,
/// 10 % of what lies between 7 and 20, 5 % of the rest, and one day either way. The bands are Anki's
/// (`rslib/src/scheduler/states/fuzz.rs`).
pub(crate) fn range(days: f64) -> (u32, u32) {
    const BANDS: [(f64, f64, f64); 3] = [(2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, f64::INFINITY, 0.05)];
    if days < 2.5 {
        let days = days.round().max(1.0) as u32;
        return (days, days);
    }
    let reach =
        1.0 + BANDS.iter().map(|(from, to, share)| share * (days.min(*to) - from).max(0.0)).sum::<f64>();
    ((days - reach).round().max(2.0) as u32, (days + reach).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    #[test]
    fn a_range_widens_with_the_interval() {
        assert_eq!([range(10.0), range(100.0)], [(8, 12), (93, 107)]);
    }

    #[test]
    fn short_intervals_are_not_spread() {
        assert_eq!([0.01, 1.4, 2.4].map(range), [(1, 1), (1, 1), (2, 2)]);
    }

    proptest! {
        #[test]
        fn an_interval_lies_in_its_range(days in 0.0..400.0) {
            let (low, high) = range(days);
            prop_assert!(f64::from(low) <= days.max(1.0).ceil() && days.floor() <= f64::from(high));
        }

        #[test]
        fn a_longer_interval_never_has_an_earlier_range(days in 0.0..400.0, more in 0.0..40.0) {
            let ((low, high), (later_low, later_high)) = (range(days), range(days + more));
            prop_assert!(low <= later_low && high <= later_high);
        }

        #[test]
        fn fractions_fill_their_range(seed in any::<u128>()) {
            let counts: Vec<_> = (0..200).map(|count| fraction(CardId::new(Uuid::from_u128(seed)), count)).collect();
            prop_assert!(counts.iter().all(|value| (0.0..1.0).contains(value)));
            let mean = counts.iter().sum::<f64>() / 200.0;
            prop_assert!((0.35..0.65).contains(&mean), "mean {mean}");
        }
    }
}
