//! Local times from one zone to another, and where the clocks are changed in between.

use chrono::{NaiveDateTime, TimeDelta};

use super::{Local, Offset, Zone, ZoneRules};

/// A local time of one zone as that of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Converted {
    /// The local time in the other zone.
    pub local: NaiveDateTime,
    /// The moment, in UTC.
    pub utc: NaiveDateTime,
    /// The other zone's offset then.
    pub offset: Offset,
    /// What a person should know about it.
    pub caution: Option<Caution>,
}

/// Why a converted time may not be the one that was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The clocks skipped the time that was given; it was taken as if they had not been changed yet.
    Skipped,
    /// The time that was given came twice; the first was taken.
    CameTwice,
    /// The time that came of it comes twice there, and this is the first.
    FirstOfTwo,
    /// The time that came of it comes twice there, and this is the second: read again as a time of
    /// that zone, it would be the first.
    SecondOfTwo,
}

/// A time at which the clocks of a zone are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first second with the new offset, in UTC.
    pub utc: NaiveDateTime,
    /// The offset before it.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

/// A local time of one zone as that of another. `None` when `rules` do not know one of them.
pub fn convert(
    local: NaiveDateTime,
    from: &Zone,
    to: &Zone,
    rules: &dyn ZoneRules,
) -> Option<Converted> {
    let given = from.to_utc(local, rules)?;
    let utc = given.utc();
    let offset = to.offset_at(utc, rules)?;
    let local = utc.checked_add_signed(offset.delta())?;
    let caution = match given {
        Local::Gap { .. } => Some(Caution::Skipped),
        Local::Fold { .. } => Some(Caution::CameTwice),
        Local::One { .. } => match to.to_utc(local, rules)? {
            Local::Fold { second, .. } if second == utc => Some(Caution::SecondOfTwo),
            Local::Fold { .. } => Some(Caution::FirstOfTwo),
            _ => None,
        },
    };
    Some(Converted {
        local,
        utc,
        offset,
        caution,
    })
}

impl Zone {
    /// Where the clocks of the zone are changed between two moments given in UTC, in order; none for
    /// a zone that `rules` do not know. Looks at ten years at most.
    pub fn clock_changes(
        &self,
        from: NaiveDateTime,
        until: NaiveDateTime,
        rules: &dyn ZoneRules,
    ) -> Vec<ClockChange> {
        // No zone has changed its clocks twice within days but to leave them as they were.
        const STEP_DAYS: i64 = 5;
        const MOST_STEPS: usize = 730;
        let mut changes = Vec::new();
        let mut at = from;
        let Some(mut before) = self.offset_at(at, rules) else {
            return changes;
        };
        for _ in 0..MOST_STEPS {
            if at >= until {
                break;
            }
            let next = at.checked_add_signed(TimeDelta::days(STEP_DAYS));
            let next = next.map_or(until, |next| next.min(until));
            let Some(after) = self.offset_at(next, rules) else {
                break;
            };
            if after != before {
                let utc = self.first_other(at, next, before, rules);
                changes.push(ClockChange { utc, before, after });
            }
            (at, before) = (next, after);
        }
        changes
    }

    /// The first second with another offset than `before`, which stands at `from` and not at `until`.
    fn first_other(
        &self,
        mut from: NaiveDateTime,
        mut until: NaiveDateTime,
        before: Offset,
        rules: &dyn ZoneRules,
    ) -> NaiveDateTime {
        loop {
            let half = TimeDelta::seconds((until - from).num_seconds() / 2);
            match from.checked_add_signed(half) {
                Some(middle) if !half.is_zero() => {
                    if self.offset_at(middle, rules) == Some(before) {
                        from = middle;
                    } else {
                        until = middle;
                    }
                }
                _ => return until,
            }
        }
    }
}
