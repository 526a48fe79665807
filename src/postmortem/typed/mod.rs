//! What a person types into the time of a row, understood from the row above and the day.
//!
//! Only what is certain is understood; the rest stays as typed. The zone behind a time is set apart
//! and kept as written: what it means needs the rules of zones.

mod day;
mod length;
mod stamp;
mod words;

pub use length::typed_length;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::normal::one_line;
use super::time::NO_TIME;
use super::{ClockTime, Entered, Moment};
use crate::zone::{Caution, Zone, ZoneRules, convert, without_zone};

/// How much earlier than the row above a time may be and still be of the same day: a row that was
/// thought of late. For what is earlier than that, the next day is the shorter way.
const OUT_OF_ORDER: TimeDelta = TimeDelta::hours(12);

/// What a time is typed next to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The row above: its date, its own or that of a row before it, and its time.
    pub before: Option<NaiveDateTime>,
    /// The time of the row above, where no date is known.
    pub clock_before: Option<NaiveTime>,
    /// The day that a time without a date is of: that of the row above, or of the incident's start.
    pub date: Option<NaiveDate>,
}

/// What was typed into the time of a row, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedMoment {
    /// The date, where it is another than that of the row above or was typed, and the time, in the
    /// zone that was typed or else in the document's.
    pub moment: Moment,
    /// The zone behind the time, as written; `None` means the document's.
    pub zone: Option<String>,
    /// How the day was found.
    pub day: Day,
    /// How long after the row above, when that is what was typed; negative before it.
    pub after: Option<TimeDelta>,
}

/// How the day of a typed time was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Day {
    /// It is that of the row above.
    #[default]
    AsAbove,
    /// It is that of the row above, although the time is a little earlier.
    AsAboveButEarlier,
    /// It is the day after that of the row above, because the time is earlier.
    RolledOver,
    /// The date was typed, or counted.
    Given,
    /// "today": that of the row above, whatever the time.
    Same,
    /// "yesterday": the day before that of the row above.
    Before,
    /// "tomorrow": the day after that of the row above.
    After,
}

/// A typed time, taken from the zone that it was typed in to that of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertedMoment {
    /// The time in the document's zone.
    pub typed: TypedMoment,
    /// What a person should know about it.
    pub caution: Option<Caution>,
}

impl TypedMoment {
    /// Reads what was typed; `None` when it is not understood and stays as it is. A blank text and
    /// "no time" are understood as no time.
    pub fn read(text: &str, context: &Context) -> Option<Self> {
        // Longer than any text that is a date and a time.
        const LONGEST: usize = 80;
        let text = one_line(text);
        if text.is_empty() || text.eq_ignore_ascii_case(NO_TIME) {
            return Some(Self::default());
        }
        if text.len() > LONGEST {
            return None;
        }
        let (exact, is_approximate) = stamp::about(&text);
        if let Some(after) = length::typed_length(exact) {
            return Self::after_row(after, is_approximate, context);
        }
        if let Some(utc) = stamp::epoch(&text) {
            return Some(Self {
                moment: Moment {
                    date: Entered::Known(utc.date()),
                    time: Entered::Known(ClockTime::new(utc.time(), true, false)),
                },
                zone: Some("UTC".to_owned()),
                day: Day::Given,
                after: None,
            });
        }
        let (rest, zone) = split(&text, without_zone(&text));
        let (rest, said) = split(rest, day::without_day(rest));
        let (rest, zone) = match zone {
            Some(zone) => (rest, Some(zone)),
            None if said.is_some() => split(rest, without_zone(rest)),
            None => (rest, None),
        };
        let (date, time) = stamp::read(rest, context.day())?;
        Self::on_day(date, time, said, context, zone.map(str::to_owned))
    }

    /// What a date, a time and a word for the day come to.
    fn on_day(
        date: Option<NaiveDate>,
        time: Option<ClockTime>,
        said: Option<Day>,
        context: &Context,
        zone: Option<String>,
    ) -> Option<Self> {
        let (date, day) = match (date, said) {
            (Some(_), Some(_)) => return None,
            (Some(date), None) => (Some(date), Day::Given),
            (None, Some(Day::Before)) => (Some(context.day()?.checked_sub_days(ONE)?), Day::Before),
            (None, Some(Day::After)) => (Some(context.day()?.checked_add_days(ONE)?), Day::After),
            (None, Some(day)) => {
                context.day()?;
                (None, day)
            }
            // What comes first is not known before the zones are.
            (None, None) if zone.is_some() => (None, Day::AsAbove),
            (None, None) => context.next(time?.naive())?,
        };
        // A zone belongs to a time.
        if time.is_none() && (zone.is_some() || said.is_some()) {
            return None;
        }
        Some(Self {
            moment: Moment {
                date: date.map_or(Entered::Empty, Entered::Known),
                time: time.map_or(Entered::Empty, Entered::Known),
            },
            zone,
            day,
            after: None,
        })
    }

    /// What is some time after the row above.
    fn after_row(after: TimeDelta, is_approximate: bool, context: &Context) -> Option<Self> {
        let (date, day, time) = match (context.before, context.clock_before) {
            (Some(before), _) => {
                let at = before.checked_add_signed(after)?;
                let days = (at.date() - before.date()).num_days();
                let date = (days != 0).then_some(at.date());
                (date, Day::counted(days), at.time())
            }
            (None, Some(before)) => {
                let (at, wrapped_seconds) = before.overflowing_add_signed(after);
                (None, Day::counted(wrapped_seconds / (24 * 3600)), at)
            }
            (None, None) => return None,
        };
        let has_seconds = chrono::Timelike::second(&time) != 0;
        let time = ClockTime::new(time, has_seconds, is_approximate);
        Some(Self {
            moment: Moment {
                date: date.map_or(Entered::Empty, Entered::Known),
                time: Entered::Known(time),
            },
            zone: None,
            day,
            after: Some(after),
        })
    }

    /// The same moment in the document's zone, of a time that was typed with the zone `from`. A day
    /// that was not typed is found by order, as for a time of the document's own zone. `None` when
    /// `rules` do not know a zone, or when the day is not known and matters.
    pub fn in_zone(
        &self,
        from: &Zone,
        to: &Zone,
        context: &Context,
        rules: &dyn ZoneRules,
    ) -> Option<ConvertedMoment> {
        let clock = *self.moment.time.known()?;
        let day = self.moment.date.known().copied().or(context.day());
        let Some(day) = day else {
            let (from, to) = (from.fixed_offset()?, to.fixed_offset()?);
            let ahead = TimeDelta::seconds((to.seconds() - from.seconds()).into());
            let (time, _) = clock.naive().overflowing_add_signed(ahead);
            let typed = Self::on_day(None, Some(clock.at(time)), None, context, None)?;
            let caution = None;
            return Some(ConvertedMoment { typed, caution });
        };
        let is_open = self.moment.date.is_empty() && self.day == Day::AsAbove;
        let convert_on = |day: NaiveDate| convert(day.and_time(clock.naive()), from, to, rules);
        let mut converted = convert_on(day)?;
        if let (true, Some(before)) = (is_open, context.before) {
            let earliest = before.checked_sub_signed(OUT_OF_ORDER)?;
            for day in [
                day.checked_sub_days(ONE),
                Some(day),
                day.checked_add_days(ONE),
            ] {
                converted = convert_on(day?)?;
                if converted.local >= earliest {
                    break;
                }
            }
        }
        let (date, time) = (converted.local.date(), converted.local.time());
        let typed = if is_open && Some(date) == context.day() {
            Self::on_day(
                None,
                Some(clock.at(time)),
                Some(Day::AsAbove),
                context,
                None,
            )?
        } else {
            Self::on_day(Some(date), Some(clock.at(time)), None, context, None)?
        };
        let caution = converted.caution;
        Some(ConvertedMoment { typed, caution })
    }
}

const ONE: Days = Days::new(1);

impl Context {
    /// The day that a time without a date counts from.
    fn day(&self) -> Option<NaiveDate> {
        self.before.map(|before| before.date()).or(self.date)
    }

    /// The day of a time without a date: written out only where it is not that of the row above.
    fn next(&self, time: NaiveTime) -> Option<(Option<NaiveDate>, Day)> {
        let before = self.before.map(|before| before.time());
        let Some(before) = before.or(self.clock_before) else {
            return Some((None, Day::AsAbove));
        };
        Some(if time >= before {
            (None, Day::AsAbove)
        } else if before - time <= OUT_OF_ORDER {
            (None, Day::AsAboveButEarlier)
        } else {
            let next = match self.before {
                Some(before) => Some(before.date().checked_add_days(ONE)?),
                None => None,
            };
            (next, Day::RolledOver)
        })
    }
}

impl Day {
    /// The day that is so many days after that of the row above.
    fn counted(days: i64) -> Self {
        match days {
            -1 => Self::Before,
            0 => Self::AsAbove,
            1 => Self::After,
            _ => Self::Given,
        }
    }
}

/// A text without what was found at an end of it, and that.
fn split<'a, T>(text: &'a str, found: Option<(&'a str, T)>) -> (&'a str, Option<T>) {
    match found {
        Some((rest, found)) => (rest, Some(found)),
        None => (text, None),
    }
}
