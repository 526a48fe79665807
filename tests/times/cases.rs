//! What people type for a time, next to a row above, and what is understood of it: one table for the
//! machine and for the browser.

use chrono::{NaiveDate, NaiveDateTime};
use postmortem_editor::postmortem::{ClockTime, Context, Typed, TypedMoment};

/// What was typed; the date, the time and the zone that were understood; and that in words.
type Row = (&'static str, &'static str, &'static str);

/// Below a row of Friday, May 3, 2024, 14:30.
#[rustfmt::skip]
const AFTERNOON: &[Row] = &[
    // A time of day.
    ("14:30", "14:30", "14:30"),
    ("1431", "14:31", "14:31"),
    ("14.45", "14:45", "14:45"),
    ("14h45", "14:45", "14:45"),
    ("2:30 pm", "14:30", "14:30"),
    ("2:35PM", "14:35", "14:35"),
    ("2:35 p.m.", "14:35", "14:35"),
    ("4pm", "16:00", "16:00"),
    ("11 PM", "23:00", "23:00"),
    ("14:30:05", "14:30:05", "14:30:05"),
    ("14:30:05.250", "14:30:05", "14:30:05"),
    ("14:30:05,250", "14:30:05", "14:30:05"),
    ("14.30.05", "14:30:05", "14:30:05"),
    ("at 14:45", "14:45", "14:45"),
    ("1445 hrs", "14:45", "14:45"),
    ("14:45 hours", "14:45", "14:45"),
    ("1445h", "14:45", "14:45"),
    ("14.45 Uhr", "14:45", "14:45"),
    ("  14:45  ", "14:45", "14:45"),
    // About.
    ("~14:35", "~14:35", "about 14:35"),
    ("~ 14:35", "~14:35", "about 14:35"),
    ("≈14:35", "~14:35", "about 14:35"),
    ("about 4pm", "~16:00", "about 16:00"),
    ("About 14:35", "~14:35", "about 14:35"),
    ("at about 14:35", "~14:35", "about 14:35"),
    ("around 14:35", "~14:35", "about 14:35"),
    ("approx. 14:35", "~14:35", "about 14:35"),
    ("approximately 1435", "~14:35", "about 14:35"),
    ("roughly 4 pm", "~16:00", "about 16:00"),
    ("c. 14:35", "~14:35", "about 14:35"),
    ("ca. 14:35", "~14:35", "about 14:35"),
    ("circa 14:35", "~14:35", "about 14:35"),
    // By order: a little earlier is late to be thought of, much earlier is the next day.
    ("14:29", "14:29", "14:29, earlier than the row above"),
    ("14:20", "14:20", "14:20, earlier than the row above"),
    ("1:00 pm", "13:00", "13:00, earlier than the row above"),
    ("12:30", "12:30", "12:30, earlier than the row above"),
    ("12:29", "12:29", "12:29, earlier than the row above"),
    ("noon", "12:00", "12:00, earlier than the row above"),
    ("midday", "12:00", "12:00, earlier than the row above"),
    ("12 noon", "12:00", "12:00, earlier than the row above"),
    ("9am", "09:00", "09:00, earlier than the row above"),
    ("930", "09:30", "09:30, earlier than the row above"),
    ("02:30", "02:30", "02:30, earlier than the row above"),
    ("02:29", "2024-05-04 02:29", "02:29, next day: earlier than the row above"),
    ("midnight", "2024-05-04 00:00", "00:00, next day: earlier than the row above"),
    ("12 midnight", "2024-05-04 00:00", "00:00, next day: earlier than the row above"),
    ("~00:10", "2024-05-04 ~00:10", "about 00:10, next day: earlier than the row above"),
    ("12:05 am", "2024-05-04 00:05", "00:05, next day: earlier than the row above"),
    // Counted from the row above.
    ("+5m", "14:35", "14:35, 5 minutes after the row above"),
    ("+ 5 min", "14:35", "14:35, 5 minutes after the row above"),
    ("+5 minutes", "14:35", "14:35, 5 minutes after the row above"),
    ("+1m", "14:31", "14:31, 1 minute after the row above"),
    ("+90s", "14:31:30", "14:31:30, 1 minute 30 seconds after the row above"),
    ("+120 sec", "14:32", "14:32, 2 minutes after the row above"),
    ("+90m", "16:00", "16:00, 1 hour 30 minutes after the row above"),
    ("+1h", "15:30", "15:30, 1 hour after the row above"),
    ("+1h30", "16:00", "16:00, 1 hour 30 minutes after the row above"),
    ("+1h30m", "16:00", "16:00, 1 hour 30 minutes after the row above"),
    ("+1h 30m", "16:00", "16:00, 1 hour 30 minutes after the row above"),
    ("+1 hr 5 mins", "15:35", "15:35, 1 hour 5 minutes after the row above"),
    ("+1h5m10s", "15:35:10", "15:35:10, 1 hour 5 minutes 10 seconds after the row above"),
    ("+5m later", "14:35", "14:35, 5 minutes after the row above"),
    ("+0m", "14:30", "14:30, as the row above"),
    ("+10h", "2024-05-04 00:30", "00:30 the next day, 10 hours after the row above"),
    ("+1d", "2024-05-04 14:30", "14:30 the next day, 1 day after the row above"),
    ("+2d", "2024-05-05 14:30", "14:30 on May 5, 2024, 2 days after the row above"),
    ("+1d 2h", "2024-05-04 16:30", "16:30 the next day, 1 day 2 hours after the row above"),
    ("5 min later", "14:35", "14:35, 5 minutes after the row above"),
    ("10 minutes later", "14:40", "14:40, 10 minutes after the row above"),
    ("10 minutes after", "14:40", "14:40, 10 minutes after the row above"),
    ("30 seconds later", "14:30:30", "14:30:30, 30 seconds after the row above"),
    ("1 hour and 5 minutes later", "15:35", "15:35, 1 hour 5 minutes after the row above"),
    ("2 hours, 5 minutes later", "16:35", "16:35, 2 hours 5 minutes after the row above"),
    ("an hour later", "15:30", "15:30, 1 hour after the row above"),
    ("half an hour later", "15:00", "15:00, 30 minutes after the row above"),
    ("a minute later", "14:31", "14:31, 1 minute after the row above"),
    ("about 10 minutes later", "~14:40", "about 14:40, 10 minutes after the row above"),
    ("~+5m", "~14:35", "about 14:35, 5 minutes after the row above"),
    ("-5m", "14:25", "14:25, 5 minutes before the row above"),
    ("5 min earlier", "14:25", "14:25, 5 minutes before the row above"),
    ("15h before", "2024-05-02 23:30", "23:30 the day before, 15 hours before the row above"),
    // A word for the day.
    ("yesterday 23:50", "2024-05-02 23:50", "23:50 the day before"),
    ("Yesterday at 11:50 pm", "2024-05-02 23:50", "23:50 the day before"),
    ("yesterday, 23:50", "2024-05-02 23:50", "23:50 the day before"),
    ("23:50 yesterday", "2024-05-02 23:50", "23:50 the day before"),
    ("the day before 23:50", "2024-05-02 23:50", "23:50 the day before"),
    ("previous day 23:50", "2024-05-02 23:50", "23:50 the day before"),
    ("yesterday noon", "2024-05-02 12:00", "12:00 the day before"),
    ("yesterday ~23:50", "2024-05-02 ~23:50", "about 23:50 the day before"),
    ("tomorrow 0:10", "2024-05-04 00:10", "00:10 the next day"),
    ("tomorrow 15:00", "2024-05-04 15:00", "15:00 the next day"),
    ("next day 00:10", "2024-05-04 00:10", "00:10 the next day"),
    ("the next day at 9am", "2024-05-04 09:00", "09:00 the next day"),
    ("00:10 next day", "2024-05-04 00:10", "00:10 the next day"),
    ("00:10 (next day)", "2024-05-04 00:10", "00:10 the next day"),
    ("following day: 08:00", "2024-05-04 08:00", "08:00 the next day"),
    ("today 14:00", "14:00", "14:00 the same day"),
    ("today 09:00", "09:00", "09:00 the same day"),
    ("same day 9am", "09:00", "09:00 the same day"),
    // A date.
    ("2024-05-03 14:05", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("2024-05-06 14:05:10", "2024-05-06 14:05:10", "14:05:10 on May 6, 2024"),
    ("2024/05/06 2:05 pm", "2024-05-06 14:05", "14:05 on May 6, 2024"),
    ("2024-05-06, 14:05", "2024-05-06 14:05", "14:05 on May 6, 2024"),
    ("20240506 14:05", "2024-05-06 14:05", "14:05 on May 6, 2024"),
    ("06.05.2024 14:05", "2024-05-06 14:05", "14:05 on May 6, 2024"),
    ("05/13/2024 14:05", "2024-05-13 14:05", "14:05 on May 13, 2024"),
    ("13/05/2024 14:05", "2024-05-13 14:05", "14:05 on May 13, 2024"),
    ("05/05/2024 14:05", "2024-05-05 14:05", "14:05 on May 5, 2024"),
    ("3 May 14:05", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("3 May 2024 14:05", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("3rd May 14:05", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("May 3, 2:05 pm", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("May 3 1405", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("May 3 at 14:05", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("May 3, 2023, 2:05 pm", "2023-05-03 14:05", "14:05 on May 3, 2023"),
    ("Feb 29 14:05", "2024-02-29 14:05", "14:05 on February 29, 2024"),
    ("30 December 23:00", "2023-12-30 23:00", "23:00 on December 30, 2023"),
    ("Fri 3 May 14:05", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("Saturday, May 4, 14:05", "2024-05-04 14:05", "14:05 on May 4, 2024"),
    ("14:05 on 3 May", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("14:05, 3 May 2024", "2024-05-03 14:05", "14:05 on May 3, 2024"),
    ("2 pm May 4", "2024-05-04 14:00", "14:00 on May 4, 2024"),
    ("about 3 May 14:05", "2024-05-03 ~14:05", "about 14:05 on May 3, 2024"),
    ("3 May about 14:05", "2024-05-03 ~14:05", "about 14:05 on May 3, 2024"),
    ("2024-05-04 noon", "2024-05-04 12:00", "12:00 on May 4, 2024"),
    ("2024-05-04", "2024-05-04", "May 4, 2024"),
    ("4 May 2024", "2024-05-04", "May 4, 2024"),
    // A zone.
    ("14:05 UTC", "14:05 UTC", "14:05 UTC"),
    ("14:30 PST", "14:30 PST", "14:30 PST"),
    ("2:05pm ET", "14:05 ET", "14:05 ET"),
    ("2:05 p.m. Pacific Time", "14:05 Pacific Time", "14:05 Pacific Time"),
    ("1405Z", "14:05 Z", "14:05 Z"),
    ("14:30Z", "14:30 Z", "14:30 Z"),
    ("14:05UTC", "14:05 UTC", "14:05 UTC"),
    ("14:05 (CEST)", "14:05 CEST", "14:05 CEST"),
    ("14:05 UTC+2", "14:05 UTC+2", "14:05 UTC+2"),
    ("14:05 UTC +02:00", "14:05 UTC +02:00", "14:05 UTC +02:00"),
    ("14:05+02:00", "14:05 +02:00", "14:05 +02:00"),
    ("14:05 -0700", "14:05 -0700", "14:05 -0700"),
    ("14:05 Europe/Oslo", "14:05 Europe/Oslo", "14:05 Europe/Oslo"),
    ("~14:05 IST", "~14:05 IST", "about 14:05 IST"),
    ("noon GMT", "12:00 GMT", "12:00 GMT"),
    ("00:10 WAT", "00:10 WAT", "00:10 WAT"),
    ("yesterday 23:50 PST", "2024-05-02 23:50 PST", "23:50 PST the day before"),
    ("23:50 PST yesterday", "2024-05-02 23:50 PST", "23:50 PST the day before"),
    ("May 3, 2:05 pm EDT", "2024-05-03 14:05 EDT", "14:05 EDT on May 3, 2024"),
    ("3 May 14:05 West Africa Time", "2024-05-03 14:05 West Africa Time", "14:05 West Africa Time on May 3, 2024"),
    // What machines write.
    ("2024-05-03T14:30:05+02:00", "2024-05-03 14:30:05 +02:00", "14:30:05 +02:00 on May 3, 2024"),
    ("2024-05-03T14:30:05-07:00", "2024-05-03 14:30:05 -07:00", "14:30:05 -07:00 on May 3, 2024"),
    ("2024-05-03T14:30-07:00", "2024-05-03 14:30 -07:00", "14:30 -07:00 on May 3, 2024"),
    ("2024-05-03T14:30:05.123Z", "2024-05-03 14:30:05 Z", "14:30:05 Z on May 3, 2024"),
    ("2024-05-03t14:30z", "2024-05-03 14:30 z", "14:30 z on May 3, 2024"),
    ("2024-05-03T14:30", "2024-05-03 14:30", "14:30 on May 3, 2024"),
    ("20240503T140500Z", "2024-05-03 14:05:00 Z", "14:05:00 Z on May 3, 2024"),
    ("20240503T1405+0200", "2024-05-03 14:05 +0200", "14:05 +0200 on May 3, 2024"),
    ("20240503T140500", "2024-05-03 14:05:00", "14:05:00 on May 3, 2024"),
    ("2024-05-03 14:30:05+00:00", "2024-05-03 14:30:05 +00:00", "14:30:05 +00:00 on May 3, 2024"),
    ("2024-05-03 14:30:05.123456 +0000 UTC", "2024-05-03 14:30:05 UTC", "14:30:05 UTC on May 3, 2024"),
    ("Fri, 03 May 2024 14:05:00 +0200", "2024-05-03 14:05:00 +0200", "14:05:00 +0200 on May 3, 2024"),
    ("May  3 14:05:00", "2024-05-03 14:05:00", "14:05:00 on May 3, 2024"),
    ("1714745100", "2024-05-03 14:05:00 UTC", "14:05:00 UTC on May 3, 2024"),
    ("1714745100250", "2024-05-03 14:05:00 UTC", "14:05:00 UTC on May 3, 2024"),
    // Nothing.
    ("", "", ""),
    ("   ", "", ""),
    ("no time", "", ""),
];

/// Below a row of Tuesday, December 31, 2024, 23:50.
#[rustfmt::skip]
const NEW_YEAR: &[Row] = &[
    ("23:55", "23:55", "23:55"),
    ("23:40", "23:40", "23:40, earlier than the row above"),
    ("00:10", "2025-01-01 00:10", "00:10, next day: earlier than the row above"),
    ("+15m", "2025-01-01 00:05", "00:05 the next day, 15 minutes after the row above"),
    ("tomorrow 0:10", "2025-01-01 00:10", "00:10 the next day"),
    ("today 22:00", "22:00", "22:00 the same day"),
    ("1 Jan 00:10", "2025-01-01 00:10", "00:10 on January 1, 2025"),
    ("Dec 30, 22:00", "2024-12-30 22:00", "22:00 on December 30, 2024"),
    ("Wed Jan 1 00:10", "2025-01-01 00:10", "00:10 on January 1, 2025"),
    ("+1d", "2025-01-01 23:50", "23:50 the next day, 1 day after the row above"),
];

/// In the first row of a document of May 3, 2024.
#[rustfmt::skip]
const FIRST_ROW: &[Row] = &[
    ("14:30", "14:30", "14:30"),
    ("00:10", "00:10", "00:10"),
    ("yesterday 23:50", "2024-05-02 23:50", "23:50 the day before"),
    ("tomorrow 0:10", "2024-05-04 00:10", "00:10 the next day"),
    ("today 14:00", "14:00", "14:00 the same day"),
    ("May 2, 14:05", "2024-05-02 14:05", "14:05 on May 2, 2024"),
    ("+5m", "?", ""),
    ("5 min later", "?", ""),
];

/// Below a row of 23:50, where no date is known.
#[rustfmt::skip]
const WITHOUT_DATES: &[Row] = &[
    ("23:55", "23:55", "23:55"),
    ("23:45", "23:45", "23:45, earlier than the row above"),
    ("00:10", "00:10", "00:10, next day: earlier than the row above"),
    ("+5m", "23:55", "23:55, 5 minutes after the row above"),
    ("+20m", "00:10", "00:10 the next day, 20 minutes after the row above"),
    ("2024-05-04 00:10", "2024-05-04 00:10", "00:10 on May 4, 2024"),
    ("4 May 2024 00:10", "2024-05-04 00:10", "00:10 on May 4, 2024"),
    ("4 May 00:10", "?", ""),
    ("yesterday 23:50", "?", ""),
    ("today 23:50", "?", ""),
    ("tomorrow 00:10", "?", ""),
];

/// In the first row of a document without dates.
#[rustfmt::skip]
const ALONE: &[Row] = &[
    ("14:30", "14:30", "14:30"),
    ("2pm ET", "14:00 ET", "14:00 ET"),
    ("2024-05-03T14:30Z", "2024-05-03 14:30 Z", "14:30 Z on May 3, 2024"),
    ("+5m", "?", ""),
    ("next day 00:10", "?", ""),
];

/// What is not certain, wherever it is typed, and stays as it is.
#[rustfmt::skip]
const NOT_UNDERSTOOD: &[&str] = &[
    "14:15pm", "25:00", "24:00", "14:60", "3ish", "14", "5", "14h", "12345", "143005", "14:5", "0:30 am", "13 pm",
    "soon", "after lunch", "evening", "now", "later", "~", "about", "at", "+", "+5", "+m", "+5x", "+1:30",
    "+5m+", "+30m 1h", "+1m 1m", "+1.5h", "+99999999m", "+400d", "5 minutes", "a few minutes later", "+5m UTC",
    "09:00-10:00", "09:00 - 10:00", "0900-1000", "14:30 or 15:30", "14:30?", "yesterday", "next day", "UTC", "PST",
    "yesterday 2024-05-03 14:05", "05/03/2024 14:05", "03/04/2024 14:05", "3/4 14:05", "2024-02-30 14:05",
    "2024-13-01 14:05", "31 April 14:05", "May 14:05", "Mon 3 May 2024 14:05", "Friday 14:05", "3 May 24 14:05",
    "2024-05-03T25:00", "2024-05-03T14:30+25:00", "2024-05-03 UTC", "May 3 UTC", "14:30 local time", "14:30 XYZ",
    "14:30 UTC+25", "14:30 +5", "14:30 met", "999999999", "2000000000", "17147451002500", "1714745100.5",
    "14:30 14:35", "2024-05-03 2024-05-04", "14:05 am pm", "noonish", "½ hour later", "１４:３０", "14:30\u{301}",
];

fn context(before: &str, date: &str) -> Context {
    let day = |text: &str| NaiveDate::parse(text);
    let clock = |text: &str| ClockTime::parse(text).map(ClockTime::naive);
    let (before_date, before_time) = before.split_once(' ').unwrap_or(("", before));
    let before: Option<NaiveDateTime> = day(before_date)
        .zip(clock(before_time))
        .map(|(d, t)| d.and_time(t));
    Context {
        before,
        clock_before: clock(before_time),
        date: day(date),
    }
}

/// Every table with what it is typed next to.
fn tables() -> [(Context, &'static [Row]); 5] {
    [
        (context("2024-05-03 14:30", "2024-05-03"), AFTERNOON),
        (context("2024-12-31 23:50", "2024-12-31"), NEW_YEAR),
        (context("", "2024-05-03"), FIRST_ROW),
        (context("23:50", ""), WITHOUT_DATES),
        (Context::default(), ALONE),
    ]
}

/// Compares what is understood with the tables.
pub(crate) fn typed_times_are_understood() {
    let mut count = 0;
    for (context, rows) in tables() {
        for (typed, moment, words) in rows {
            let found = TypedMoment::read(typed, &context);
            let shown = found.as_ref().map_or("?".to_owned(), |found| {
                let (date, time) = (found.moment.date.text(), found.moment.time.text());
                let zone = found.zone.clone().unwrap_or_default();
                let parts = [date, time, zone];
                let parts: Vec<String> =
                    parts.into_iter().filter(|part| !part.is_empty()).collect();
                parts.join(" ")
            });
            assert_eq!(shown, *moment, "{typed:?} below {:?}", context.before);
            let found = found.map(|found| found.words()).unwrap_or_default();
            assert_eq!(found, *words, "{typed:?} below {:?}", context.before);
            count += 1;
        }
    }
    assert!(count >= 190, "{count} typed times");
}

/// Tries what is not certain everywhere.
pub(crate) fn what_is_not_certain_stays_as_typed() {
    for (context, _) in tables() {
        for typed in NOT_UNDERSTOOD {
            assert_eq!(TypedMoment::read(typed, &context), None, "{typed:?}");
        }
    }
}
