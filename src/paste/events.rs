//! Pasted rows as events of a document: in its zone, on days that are told or were asked for.
//!
//! What cannot be taken to the document's zone keeps its zone in words, as a time that is kept as
//! typed; so does a day that nobody has told.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::written::shown;
use super::{OpenDay, PastedRow, Rest};
use crate::postmortem::{ClockTime, Context, Day, Entered, Event, Moment, Typed, TypedMoment};
use crate::zone::{Caution, Zone, ZoneRules};

/// What the person says of all rows.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// The zone of the times as it was written; empty for that of the document.
    pub zone: String,
    /// Whether it holds for rows too that name a zone themselves.
    pub is_zone_of_all: bool,
    /// The dates of days that the text leaves open: `None` is the day of rows that tell none.
    pub days: Vec<(Option<OpenDay>, NaiveDate)>,
    /// Whether who said it stands before the text.
    pub has_names: bool,
}

/// A row as the event that it becomes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ready {
    /// The event; it has no identity yet.
    pub event: Event,
    /// When it was, in the document's zone. Without a date its days count from 1970.
    pub at: Option<NaiveDateTime>,
    /// The time as it was pasted, where it is another one in the document's zone; else empty.
    pub was: String,
    /// What a person should know about the time.
    pub caution: Option<Caution>,
}

impl OpenDay {
    /// The day as the text tells it.
    pub fn words(&self) -> String {
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        match self {
            Self::Date(date) => date.canonical(),
            // Written with the day in front, as it was read.
            Self::Either { month_first, .. } => {
                let date = month_first.canonical();
                let mut parts = date.splitn(3, '-');
                let year = parts.next().unwrap_or_default();
                let month = parts.next().unwrap_or_default();
                format!("{month}/{}/{year}", parts.next().unwrap_or_default())
            }
            Self::Yearless { month, day, .. } => {
                let index = usize::try_from(*month).unwrap_or_default();
                let name = MONTHS.get(index.saturating_sub(1));
                format!("{day} {}", name.copied().unwrap_or_default())
            }
            Self::YearlessEither(first, second) => format!("{first}/{second}"),
            Self::DaysAgo(0) => "Today".to_owned(),
            Self::DaysAgo(1) => "Yesterday".to_owned(),
            Self::DaysAgo(days) => format!("{days} days ago"),
            Self::Weekday(day) => name_of(*day).to_owned(),
            Self::Words(words) => words.clone(),
        }
    }

    /// Whether the day of copying tells which one it is.
    pub fn is_relative(&self) -> bool {
        matches!(
            self,
            Self::Yearless { .. } | Self::YearlessEither(..) | Self::DaysAgo(_) | Self::Weekday(_)
        )
    }

    /// Whether the order of day and month tells which one it is.
    pub fn is_in_either_order(&self) -> bool {
        matches!(self, Self::Either { .. } | Self::YearlessEither(..))
    }
}

/// The rows as events of a document in the zone `to`; `None` for one whose zone is not known.
pub fn as_events(
    rows: &[PastedRow],
    answers: &Answers,
    to: Option<&Zone>,
    rules: &dyn ZoneRules,
) -> Vec<Ready> {
    let mut zones: BTreeMap<String, Option<Zone>> = BTreeMap::new();
    rows.iter()
        .map(|row| {
            let own = row.zone.as_ref().filter(|_| !answers.is_zone_of_all);
            let text = own.unwrap_or(&answers.zone).trim();
            if !zones.contains_key(text) {
                zones.insert(text.to_owned(), Zone::read(text, rules).one());
            }
            let from = zones.get(text).and_then(Option::as_ref);
            ready(row, answers, (text, from), to, rules)
        })
        .collect()
}

/// A line that was not understood as an event without a time.
pub fn without_time(rest: &Rest) -> Event {
    Event {
        text: shown(rest.text.trim()),
        ..Event::default()
    }
}

/// The text of an event, with or without who said it.
pub(super) fn text_of(row: &PastedRow, has_name: bool) -> String {
    match (has_name && !row.who.is_empty(), row.text.is_empty()) {
        (false, _) => row.text.clone(),
        (true, true) => shown(&row.who),
        (true, false) => format!("{}: {}", shown(&row.who), row.text),
    }
}

fn ready(
    row: &PastedRow,
    answers: &Answers,
    (zone, from): (&str, Option<&Zone>),
    to: Option<&Zone>,
    rules: &dyn ZoneRules,
) -> Ready {
    let days_after = Days::new(u64::from(row.days_after));
    let told = row.date.or_else(|| {
        let mut days = answers.days.iter();
        let (_, date) = days.find(|(day, _)| *day == row.open_day)?;
        date.checked_add_days(days_after)
    });
    let mut ready = Ready {
        event: Event {
            when: Moment {
                date: match (told, &row.open_day) {
                    (Some(date), _) => Entered::Known(date),
                    (None, Some(day)) => Entered::AsTyped(later(day, row.days_after)),
                    (None, None) => Entered::Empty,
                },
                time: row.time.clone(),
            },
            text: text_of(row, answers.has_names),
            evidence: row.evidence.clone(),
            ..Event::default()
        },
        ..Ready::default()
    };
    let day = told.or_else(|| NaiveDate::default().checked_add_days(days_after));
    let (Some(day), Some(clock)) = (day, row.time.known()) else {
        ready.at = told.map(|day| day.and_time(NaiveTime::MIN));
        return ready;
    };
    ready.at = Some(day.and_time(clock.naive()));
    if zone.is_empty() {
        return ready;
    }
    let (Some(from), Some(to)) = (from, to) else {
        return kept_as_typed(ready, clock, zone);
    };
    if from.is_same(to) {
        return ready;
    }
    let is_convertible = told.is_some() || from.fixed_offset().and(to.fixed_offset()).is_some();
    let typed = TypedMoment {
        moment: Moment {
            date: Entered::Known(day),
            time: Entered::Known(*clock),
        },
        zone: None,
        day: Day::Given,
        after: None,
    };
    let converted = is_convertible
        .then(|| typed.in_zone(from, to, &Context::default(), rules))
        .flatten();
    let Some(converted) = converted else {
        return kept_as_typed(ready, clock, zone);
    };
    let moment = converted.typed.moment;
    ready.at = moment.date_time();
    if moment.time != row.time || moment.date != Entered::Known(day) {
        ready.was = format!("{} {zone}", clock.canonical());
    }
    ready.event.when.time = moment.time;
    if told.is_some() {
        ready.event.when.date = moment.date;
    }
    ready.caution = converted.caution;
    ready
}

fn kept_as_typed(mut ready: Ready, clock: &ClockTime, zone: &str) -> Ready {
    ready.event.when.time = Entered::AsTyped(format!("{} {zone}", clock.canonical()));
    ready
}

fn later(day: &OpenDay, days: u32) -> String {
    match days {
        0 => day.words(),
        1 => format!("{}, 1 day later", day.words()),
        days => format!("{}, {days} days later", day.words()),
    }
}

fn name_of(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
