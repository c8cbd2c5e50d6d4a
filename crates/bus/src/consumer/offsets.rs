//! Which offset may be stored: that of the first record which is not done.

use std::collections::VecDeque;

/// The records of a partition that are under way, in order.
#[derive(Debug, Default)]
pub(crate) struct Offsets {
    open: VecDeque<(i64, Done)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    Yes,
    No,
}

impl Offsets {
    /// A record was read. Offsets come in rising order.
    pub(crate) fn begin(&mut self, offset: i64) {
        self.open.push_back((offset, Done::No));
    }

    /// A record is done. Gives the offset to store when the front of the line moves: one past the last record before
    /// which all are done.
    pub(crate) fn finish(&mut self, offset: i64) -> Option<i64> {
        let place = self.open.binary_search_by_key(&offset, |(open, _)| *open).ok()?;
        self.open[place].1 = Done::Yes;
        let mut next = None;
        while let Some((front, Done::Yes)) = self.open.front().copied() {
            self.open.pop_front();
            next = Some(front + 1);
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn begun(offsets: impl IntoIterator<Item = i64>) -> Offsets {
        let mut tracker = Offsets::default();
        offsets.into_iter().for_each(|offset| tracker.begin(offset));
        tracker
    }

    #[test]
    fn a_record_that_is_done_waits_for_those_before_it() {
        let mut tracker = begun([5, 6, 9]);
        assert_eq!(tracker.finish(6), None);
        assert_eq!(tracker.finish(5), Some(7));
        assert_eq!(tracker.finish(9), Some(10));
    }

    #[test]
    fn a_record_that_was_never_begun_moves_nothing() {
        let mut tracker = begun([5]);
        assert_eq!(tracker.finish(4), None);
        assert_eq!(tracker.finish(5), Some(6));
        assert_eq!(tracker.finish(5), None);
    }

    proptest! {
        #[test]
        fn no_offset_is_stored_past_a_record_that_is_not_done(order in Just((0..40i64).collect::<Vec<_>>()).prop_shuffle()) {
            let mut tracker = begun(0..40);
            let mut done = std::collections::BTreeSet::new();
            let mut stored = 0;
            for offset in order {
                done.insert(offset);
                stored = tracker.finish(offset).unwrap_or(stored);
                let first_open = (0..40).find(|offset| !done.contains(offset)).unwrap_or(40);
                prop_assert_eq!(stored, first_open);
            }
        }
    }
}
