//! A time that is typed with another zone than the document's.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says where")]

use postmortem_editor::postmortem::{Context, TypedMoment};
use postmortem_editor::zone::{Caution, ZoneRules};

use crate::zone_cases::{moment, zone_of};

/// The row above, what was typed, the document's zone, and what comes of it there in words; nothing
/// where it cannot be known.
#[rustfmt::skip]
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("2024-05-03 14:30", "14:35 UTC", "UTC", "14:35"),
    ("2024-05-03 14:30", "11:35 ET", "UTC", "15:35"),
    ("2024-05-03 23:50", "20:10 ET", "UTC", "00:10 on May 4, 2024"),
    ("2024-05-04 00:10", "20:15 ET", "UTC", "00:15"),
    ("2024-05-04 00:10", "20:05 ET", "UTC", "00:05"),
    ("2024-05-04 00:10", "16:05 ET", "UTC", "20:05 on May 3, 2024"),
    ("2024-05-03 14:30", "~23:35 JST", "WAT", "about 15:35"),
    ("2024-05-03 20:00", "02:10Z", "America/New_York", "22:10"),
    ("2024-05-03 14:30", "2024-05-03T19:00:05+02:00", "Europe/London", "18:00:05 on May 3, 2024"),
    ("2024-05-03 14:30", "1714745100", "Asia/Kolkata", "19:35:00 on May 3, 2024"),
    ("2024-05-03 14:30", "yesterday 23:50 PST", "UTC", "07:50 on May 3, 2024"),
    ("2024-03-10 01:30", "07:15 UTC", "ET", "03:15"),
    ("2024-11-03 00:50", "06:15 UTC", "ET", "01:15, the second of two"),
    ("", "14:30 PST", "WAT", "23:30"),
    ("", "14:30 PST", "America/New_York", ""),
    ("", "2024-05-03 14:30 PST", "America/New_York", "18:30 on May 3, 2024"),
];

/// Compares what is understood with the table.
pub(crate) fn a_time_of_another_zone_is_converted(rules: &dyn ZoneRules) {
    for (before, typed, zone, wanted) in ROWS {
        let before = (!before.is_empty()).then(|| moment(before));
        let context = Context {
            before,
            date: before.map(|before| before.date()),
            ..Context::default()
        };
        let found = TypedMoment::read(typed, &context).unwrap();
        let from = zone_of(found.zone.as_deref().unwrap(), rules);
        let converted = found.in_zone(&from, &zone_of(zone, rules), &context, rules);
        let words = converted.map(|converted| {
            let words = converted.typed.words();
            match converted.caution {
                Some(Caution::SecondOfTwo) => format!("{words}, the second of two"),
                _ => words,
            }
        });
        assert_eq!(words.unwrap_or_default(), *wanted, "{typed} in {zone}");
    }
}
