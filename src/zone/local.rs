//! From local time to UTC and back, by asking for offsets alone: right for every rule that there is
//! or may be, without knowing one.

use chrono::{NaiveDateTime, TimeDelta};

use super::{Offset, Zone, ZoneRules};

/// What a local time is in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Local {
    /// One moment.
    One {
        /// In UTC.
        utc: NaiveDateTime,
        /// The zone's offset then.
        offset: Offset,
    },
    /// No moment: the clocks went forward over it.
    Gap {
        /// The moment that it would be had the clocks not been changed yet: by the new clocks later
        /// by as much as they skip.
        utc: NaiveDateTime,
        /// The offset before the clocks were changed.
        before: Offset,
        /// The offset after it.
        after: Offset,
    },
    /// Two moments: the clocks went back over it.
    Fold {
        /// The earlier one.
        first: NaiveDateTime,
        /// The later one.
        second: NaiveDateTime,
        /// The offset at the earlier one.
        before: Offset,
        /// The offset at the later one.
        after: Offset,
    },
}

impl Local {
    /// The moment in UTC: of two, the first; of a time that the clocks skip, as if they did not.
    pub fn utc(self) -> NaiveDateTime {
        match self {
            Self::One { utc, .. } | Self::Gap { utc, .. } => utc,
            Self::Fold { first, .. } => first,
        }
    }

    /// The offset that `utc` was reckoned with.
    pub fn offset(self) -> Offset {
        match self {
            Self::One { offset, .. } => offset,
            Self::Gap { before, .. } | Self::Fold { before, .. } => before,
        }
    }
}

impl Zone {
    /// The local time at a moment given in UTC. `None` when `rules` do not know the zone.
    pub fn to_local(&self, utc: NaiveDateTime, rules: &dyn ZoneRules) -> Option<NaiveDateTime> {
        utc.checked_add_signed(self.offset_at(utc, rules)?.delta())
    }

    /// What a local time is in UTC. `None` when `rules` do not know the zone.
    pub fn to_utc(&self, local: NaiveDateTime, rules: &dyn ZoneRules) -> Option<Local> {
        // No zone has ever been further from UTC than this, so that one of these offsets is right.
        let far = TimeDelta::hours(16);
        let mut offsets = Vec::new();
        for asked in [
            local.checked_sub_signed(far)?,
            local,
            local.checked_add_signed(far)?,
        ] {
            let offset = self.offset_at(asked, rules)?;
            if !offsets.contains(&offset) {
                offsets.push(offset);
            }
        }
        let mut found = Vec::new();
        for offset in &offsets {
            let utc = local.checked_sub_signed(offset.delta())?;
            if self.offset_at(utc, rules)? == *offset {
                found.push((utc, *offset));
            }
        }
        found.sort();
        Some(match (found.as_slice(), offsets.as_slice()) {
            (&[(utc, offset)], _) => Local::One { utc, offset },
            (&[(first, before), .., (second, after)], _) => Local::Fold {
                first,
                second,
                before,
                after,
            },
            (_, &[before, .., after]) => Local::Gap {
                utc: local.checked_sub_signed(before.delta())?,
                before,
                after,
            },
            // One offset all around, and yet another at the very moment: rules contradict themselves.
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::ZoneReading;

    /// One change of the clocks, at midnight UTC of January 1, 1970.
    struct Change {
        before: i32,
        after: i32,
    }

    impl ZoneRules for Change {
        fn offset_at(&self, _: &str, utc: NaiveDateTime) -> Option<i32> {
            let is_after = utc.and_utc().timestamp() >= 0;
            Some(if is_after { self.after } else { self.before })
        }
    }

    fn local(minutes: i64, rules: &Change) -> Local {
        let ZoneReading::One(zone) = Zone::read("Test/Zone", rules) else {
            panic!("no zone");
        };
        let local = NaiveDateTime::default() + TimeDelta::minutes(minutes);
        zone.to_utc(local, rules).unwrap()
    }

    #[test]
    fn a_local_time_is_one_moment_or_none_or_two() {
        for (before, after) in [
            (0, 3600),
            (-18_000, -14_400),
            (34_200, 36_000),
            (-36_000, 50_400),
            (1172, 1200),
        ] {
            let forward = Change { before, after };
            let back = Change {
                before: after,
                after: before,
            };
            for minutes in -40 * 60..40 * 60 {
                let seconds = minutes * 60;
                let (from, until) = (i64::from(before), i64::from(after));
                let is_gap = (from..until).contains(&seconds);
                let found = local(minutes, &forward);
                assert_eq!(matches!(found, Local::Gap { .. }), is_gap, "{minutes}");
                let utc = found.utc().and_utc().timestamp();
                let offset = if seconds < until { from } else { until };
                assert_eq!(utc, seconds - offset, "{minutes}");

                let found = local(minutes, &back);
                assert_eq!(matches!(found, Local::Fold { .. }), is_gap, "{minutes}");
                if let Local::Fold { first, second, .. } = found {
                    assert_eq!((second - first).num_seconds(), until - from);
                }
                let utc = found.utc().and_utc().timestamp();
                let offset = if seconds < until { until } else { from };
                assert_eq!(utc, seconds - offset, "{minutes}");
            }
        }
    }
}
