//! Local times and what they are elsewhere, one table for every source of the rules of zones. The
//! answers are those of Python's `zoneinfo` with the IANA database of 2025b.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says where")]

use chrono::{NaiveDate, NaiveDateTime};
use postmortem_editor::postmortem::{ClockTime, Typed};
use postmortem_editor::zone::{Caution, Local, Zone, ZoneReading, ZoneRules, convert};

/// The zone as written, a local time, and what that is: a moment in UTC with the offset, or "gap"
/// with the moment it is taken for and the offsets around it, or "fold" with both moments and theirs.
#[rustfmt::skip]
const TO_UTC: &[(&str, &str, &str)] = &[
    // The north: forward in March, back in November, and the hours beside.
    ("America/New_York", "2024-03-10 01:59", "2024-03-10 06:59 UTC-05:00"),
    ("America/New_York", "2024-03-10 02:00", "gap 2024-03-10 07:00 UTC-05:00 UTC-04:00"),
    ("America/New_York", "2024-03-10 02:30", "gap 2024-03-10 07:30 UTC-05:00 UTC-04:00"),
    ("America/New_York", "2024-03-10 03:00", "2024-03-10 07:00 UTC-04:00"),
    ("America/New_York", "2024-11-03 00:59", "2024-11-03 04:59 UTC-04:00"),
    ("America/New_York", "2024-11-03 01:00", "fold 2024-11-03 05:00 2024-11-03 06:00 UTC-04:00 UTC-05:00"),
    ("America/New_York", "2024-11-03 01:30", "fold 2024-11-03 05:30 2024-11-03 06:30 UTC-04:00 UTC-05:00"),
    ("America/New_York", "2024-11-03 01:59", "fold 2024-11-03 05:59 2024-11-03 06:59 UTC-04:00 UTC-05:00"),
    ("America/New_York", "2024-11-03 02:00", "2024-11-03 07:00 UTC-05:00"),
    ("America/New_York", "2024-07-04 12:00", "2024-07-04 16:00 UTC-04:00"),
    ("America/Los_Angeles", "2024-03-10 02:30", "gap 2024-03-10 10:30 UTC-08:00 UTC-07:00"),
    ("America/Los_Angeles", "2024-11-03 01:30", "fold 2024-11-03 08:30 2024-11-03 09:30 UTC-07:00 UTC-08:00"),
    ("Europe/Berlin", "2024-03-31 02:30", "gap 2024-03-31 01:30 UTC+01:00 UTC+02:00"),
    ("Europe/Berlin", "2024-10-27 02:30", "fold 2024-10-27 00:30 2024-10-27 01:30 UTC+02:00 UTC+01:00"),
    ("europe/oslo", "2024-03-31 03:00", "2024-03-31 01:00 UTC+02:00"),
    ("europe/oslo", "2024-10-27 01:59", "2024-10-26 23:59 UTC+02:00"),
    ("Europe/London", "2024-03-31 01:30", "gap 2024-03-31 01:30 UTC UTC+01:00"),
    ("Europe/London", "2024-10-27 01:30", "fold 2024-10-27 00:30 2024-10-27 01:30 UTC+01:00 UTC"),
    ("Europe/London", "2024-10-27 02:00", "2024-10-27 02:00 UTC"),
    ("Africa/Cairo", "2023-04-28 00:30", "gap 2023-04-27 22:30 UTC+02:00 UTC+03:00"),
    ("Africa/Cairo", "2023-10-26 23:30", "fold 2023-10-26 20:30 2023-10-26 21:30 UTC+03:00 UTC+02:00"),
    ("Asia/Jerusalem", "2023-03-24 02:30", "gap 2023-03-24 00:30 UTC+02:00 UTC+03:00"),
    ("Asia/Jerusalem", "2023-10-29 01:30", "fold 2023-10-28 22:30 2023-10-28 23:30 UTC+03:00 UTC+02:00"),
    // The south: forward in spring, which is September or October there.
    ("Australia/Sydney", "2024-04-07 02:30", "fold 2024-04-06 15:30 2024-04-06 16:30 UTC+11:00 UTC+10:00"),
    ("Australia/Sydney", "2024-10-06 02:30", "gap 2024-10-05 16:30 UTC+10:00 UTC+11:00"),
    ("Australia/Sydney", "2024-01-15 12:00", "2024-01-15 01:00 UTC+11:00"),
    ("Australia/Sydney", "2024-07-15 12:00", "2024-07-15 02:00 UTC+10:00"),
    ("Pacific/Auckland", "2024-04-07 02:30", "fold 2024-04-06 13:30 2024-04-06 14:30 UTC+13:00 UTC+12:00"),
    ("Pacific/Auckland", "2024-09-29 02:30", "gap 2024-09-28 14:30 UTC+12:00 UTC+13:00"),
    ("America/Santiago", "2024-04-06 23:30", "fold 2024-04-07 02:30 2024-04-07 03:30 UTC-03:00 UTC-04:00"),
    ("America/Santiago", "2024-09-08 00:30", "gap 2024-09-08 04:30 UTC-04:00 UTC-03:00"),
    // Halves and quarters of hours.
    ("Asia/Kolkata", "2024-05-03 14:30", "2024-05-03 09:00 UTC+05:30"),
    ("Asia/Kathmandu", "2024-05-03 14:30", "2024-05-03 08:45 UTC+05:45"),
    ("Asia/Kathmandu", "1986-01-01 00:05", "gap 1985-12-31 18:35 UTC+05:30 UTC+05:45"),
    ("Asia/Kathmandu", "1985-06-01 12:00", "1985-06-01 06:30 UTC+05:30"),
    ("Australia/Adelaide", "2024-04-07 02:30", "fold 2024-04-06 16:00 2024-04-06 17:00 UTC+10:30 UTC+09:30"),
    ("Australia/Adelaide", "2024-10-06 02:30", "gap 2024-10-05 17:00 UTC+09:30 UTC+10:30"),
    ("Australia/Darwin", "2024-10-06 02:30", "2024-10-05 17:00 UTC+09:30"),
    ("Australia/Lord_Howe", "2024-04-07 01:45", "fold 2024-04-06 14:45 2024-04-06 15:15 UTC+11:00 UTC+10:30"),
    ("Australia/Lord_Howe", "2024-04-07 01:15", "2024-04-06 14:15 UTC+11:00"),
    ("Australia/Lord_Howe", "2024-10-06 02:15", "gap 2024-10-05 15:45 UTC+10:30 UTC+11:00"),
    ("Australia/Lord_Howe", "2024-10-06 02:45", "2024-10-05 15:45 UTC+11:00"),
    ("Pacific/Chatham", "2024-04-07 03:00", "fold 2024-04-06 13:15 2024-04-06 14:15 UTC+13:45 UTC+12:45"),
    ("Pacific/Chatham", "2024-09-29 03:00", "gap 2024-09-28 14:15 UTC+12:45 UTC+13:45"),
    ("America/St_Johns", "2024-03-10 02:30", "gap 2024-03-10 06:00 UTC-03:30 UTC-02:30"),
    ("America/St_Johns", "2024-11-03 01:30", "fold 2024-11-03 04:00 2024-11-03 05:00 UTC-02:30 UTC-03:30"),
    ("Asia/Yangon", "2024-05-03 14:30", "2024-05-03 08:00 UTC+06:30"),
    ("Pacific/Marquesas", "2024-05-03 14:30", "2024-05-04 00:00 UTC-09:30"),
    // Before and after a change of the rules.
    ("America/New_York", "2006-03-12 02:30", "2006-03-12 07:30 UTC-05:00"),
    ("America/New_York", "2006-04-02 02:30", "gap 2006-04-02 07:30 UTC-05:00 UTC-04:00"),
    ("America/New_York", "2006-10-29 01:30", "fold 2006-10-29 05:30 2006-10-29 06:30 UTC-04:00 UTC-05:00"),
    ("America/New_York", "2007-03-11 02:30", "gap 2007-03-11 07:30 UTC-05:00 UTC-04:00"),
    ("America/New_York", "2007-04-01 02:30", "2007-04-01 06:30 UTC-04:00"),
    ("America/New_York", "2007-11-04 01:30", "fold 2007-11-04 05:30 2007-11-04 06:30 UTC-04:00 UTC-05:00"),
    ("America/Los_Angeles", "1974-01-06 02:30", "gap 1974-01-06 10:30 UTC-08:00 UTC-07:00"),
    ("America/Los_Angeles", "1974-02-01 12:00", "1974-02-01 19:00 UTC-07:00"),
    ("America/St_Johns", "2010-03-14 00:30", "gap 2010-03-14 04:00 UTC-03:30 UTC-02:30"),
    ("America/St_Johns", "2010-11-06 23:30", "fold 2010-11-07 02:00 2010-11-07 03:00 UTC-02:30 UTC-03:30"),
    ("Europe/London", "1970-01-15 12:00", "1970-01-15 11:00 UTC+01:00"),
    ("Europe/London", "1971-10-31 02:30", "fold 1971-10-31 01:30 1971-10-31 02:30 UTC+01:00 UTC"),
    ("Europe/London", "1972-01-15 12:00", "1972-01-15 12:00 UTC"),
    ("Europe/Moscow", "2010-10-31 02:30", "fold 2010-10-30 22:30 2010-10-30 23:30 UTC+04:00 UTC+03:00"),
    ("Europe/Moscow", "2011-03-27 02:30", "gap 2011-03-26 23:30 UTC+03:00 UTC+04:00"),
    ("Europe/Moscow", "2012-01-15 12:00", "2012-01-15 08:00 UTC+04:00"),
    ("Europe/Moscow", "2014-10-26 01:30", "fold 2014-10-25 21:30 2014-10-25 22:30 UTC+04:00 UTC+03:00"),
    ("Europe/Moscow", "2015-07-15 12:00", "2015-07-15 09:00 UTC+03:00"),
    ("Europe/Istanbul", "2015-11-08 03:30", "fold 2015-11-08 00:30 2015-11-08 01:30 UTC+03:00 UTC+02:00"),
    ("Europe/Istanbul", "2016-12-01 12:00", "2016-12-01 09:00 UTC+03:00"),
    ("America/Sao_Paulo", "2018-11-04 00:30", "gap 2018-11-04 03:30 UTC-03:00 UTC-02:00"),
    ("America/Sao_Paulo", "2019-02-16 23:30", "fold 2019-02-17 01:30 2019-02-17 02:30 UTC-02:00 UTC-03:00"),
    ("America/Sao_Paulo", "2019-12-15 12:00", "2019-12-15 15:00 UTC-03:00"),
    ("Asia/Tehran", "2022-03-22 00:30", "gap 2022-03-21 21:00 UTC+03:30 UTC+04:30"),
    ("Asia/Tehran", "2022-09-21 23:30", "fold 2022-09-21 19:00 2022-09-21 20:00 UTC+04:30 UTC+03:30"),
    ("Asia/Tehran", "2023-06-01 12:00", "2023-06-01 08:30 UTC+03:30"),
    ("America/Caracas", "2016-05-01 02:45", "gap 2016-05-01 07:15 UTC-04:30 UTC-04:00"),
    ("America/Caracas", "2015-05-01 12:00", "2015-05-01 16:30 UTC-04:30"),
    ("Asia/Pyongyang", "2015-08-14 23:45", "fold 2015-08-14 14:45 2015-08-14 15:15 UTC+09:00 UTC+08:30"),
    ("Asia/Pyongyang", "2018-05-04 23:45", "gap 2018-05-04 15:15 UTC+08:30 UTC+09:00"),
    // Other changes: a day that never was, two hours, a fast in between.
    ("Pacific/Apia", "2011-12-29 23:59", "2011-12-30 09:59 UTC-10:00"),
    ("Pacific/Apia", "2011-12-30 12:00", "gap 2011-12-30 22:00 UTC-10:00 UTC+14:00"),
    ("Pacific/Apia", "2011-12-31 00:00", "2011-12-30 10:00 UTC+14:00"),
    ("Antarctica/Troll", "2024-03-31 02:30", "gap 2024-03-31 02:30 UTC UTC+02:00"),
    ("Antarctica/Troll", "2024-10-27 01:30", "fold 2024-10-26 23:30 2024-10-27 01:30 UTC+02:00 UTC"),
    ("Africa/Casablanca", "2024-03-10 02:30", "fold 2024-03-10 01:30 2024-03-10 02:30 UTC+01:00 UTC"),
    ("Africa/Casablanca", "2024-04-14 02:30", "gap 2024-04-14 02:30 UTC UTC+01:00"),
    ("Africa/Casablanca", "2024-03-20 12:00", "2024-03-20 12:00 UTC"),
    ("Africa/Monrovia", "1971-06-01 12:00", "1971-06-01 12:44:30 UTC-00:44:30"),
    ("Africa/Monrovia", "1972-06-01 12:00", "1972-06-01 12:00 UTC"),
    // What is written for a zone.
    ("EST", "2024-07-04 12:00", "2024-07-04 17:00 UTC-05:00"),
    ("ET", "2024-07-04 12:00", "2024-07-04 16:00 UTC-04:00"),
    ("ET", "2024-11-03 01:30", "fold 2024-11-03 05:30 2024-11-03 06:30 UTC-04:00 UTC-05:00"),
    ("Pacific Time", "2024-03-10 02:30", "gap 2024-03-10 10:30 UTC-08:00 UTC-07:00"),
    ("UK time", "2024-07-04 12:00", "2024-07-04 11:00 UTC+01:00"),
    ("NZT", "2024-04-07 02:30", "fold 2024-04-06 13:30 2024-04-06 14:30 UTC+13:00 UTC+12:00"),
    ("Australian Eastern Time", "2024-10-06 02:30", "gap 2024-10-05 16:30 UTC+10:00 UTC+11:00"),
    ("WAT", "2024-03-31 02:30", "2024-03-31 01:30 UTC+01:00"),
    ("UTC-5", "2024-11-03 01:30", "2024-11-03 06:30 UTC-05:00"),
    ("UTC+05:30", "2024-05-03 00:10", "2024-05-02 18:40 UTC+05:30"),
    ("+0200", "2024-05-03 00:10", "2024-05-02 22:10 UTC+02:00"),
    ("AEDT", "2024-07-15 12:00", "2024-07-15 01:00 UTC+11:00"),
    ("Z", "2024-05-03 00:10", "2024-05-03 00:10 UTC"),
    ("Africa/Lagos", "2024-05-03 00:10", "2024-05-02 23:10 UTC+01:00"),
    ("Etc/GMT+5", "2024-05-03 00:10", "2024-05-03 05:10 UTC-05:00"),
];

/// A local time, its zone, another zone, the local time there, and what there is to say about it.
#[rustfmt::skip]
const CONVERTED: &[(&str, &str, &str, &str, &str)] = &[
    ("2024-05-03 14:30", "America/New_York", "UTC", "2024-05-03 18:30", ""),
    ("2024-05-03 21:30", "America/New_York", "UTC", "2024-05-04 01:30", ""),
    ("2024-01-15 14:30", "America/New_York", "Europe/London", "2024-01-15 19:30", ""),
    ("2024-03-20 14:30", "America/New_York", "Europe/London", "2024-03-20 18:30", ""),
    ("2024-07-15 00:10", "Australia/Sydney", "America/Los_Angeles", "2024-07-14 07:10", ""),
    ("2024-12-31 23:50", "UTC", "Asia/Kolkata", "2025-01-01 05:20", ""),
    ("2025-01-01 00:10", "Asia/Kathmandu", "UTC", "2024-12-31 18:25", ""),
    ("2024-02-29 00:10", "Europe/Oslo", "America/Sao_Paulo", "2024-02-28 20:10", ""),
    ("2024-03-10 07:00", "UTC", "America/New_York", "2024-03-10 03:00", ""),
    ("2024-03-10 06:59", "UTC", "America/New_York", "2024-03-10 01:59", ""),
    ("2024-03-10 02:30", "America/New_York", "UTC", "2024-03-10 07:30", "skipped"),
    ("2024-11-03 01:30", "America/New_York", "UTC", "2024-11-03 05:30", "came twice"),
    ("2024-11-03 05:30", "UTC", "America/New_York", "2024-11-03 01:30", "first of two"),
    ("2024-11-03 06:30", "UTC", "America/New_York", "2024-11-03 01:30", "second of two"),
    ("2024-11-03 07:00", "UTC", "America/New_York", "2024-11-03 02:00", ""),
    ("2024-04-06 15:45", "UTC", "Australia/Lord_Howe", "2024-04-07 02:15", ""),
    ("2024-04-06 14:45", "UTC", "Australia/Lord_Howe", "2024-04-07 01:45", "first of two"),
    ("2011-12-30 12:00", "UTC", "Pacific/Apia", "2011-12-31 02:00", ""),
    ("2011-12-30 09:59", "UTC", "Pacific/Apia", "2011-12-29 23:59", ""),
    ("2024-05-03 14:30", "PST", "PDT", "2024-05-03 15:30", ""),
    ("2024-05-03 14:30", "WAT", "JST", "2024-05-03 22:30", ""),
    ("2024-05-03 14:30", "GMT", "ACST", "2024-05-04 00:00", ""),
    ("2024-05-03 14:30", "CET", "CEST", "2024-05-03 15:30", ""),
    ("2024-10-27 02:30", "Europe/Berlin", "America/New_York", "2024-10-26 20:30", "came twice"),
    ("2024-09-29 02:30", "Pacific/Auckland", "Pacific/Chatham", "2024-09-29 04:15", "skipped"),
];

/// What is written for a zone, and what is understood of it: how the zone is written from then on,
/// or the names of several, or nothing.
const READ: &[(&str, &str)] = &[
    ("utc", "utc"),
    ("Z", "Z"),
    ("UTC-5", "UTC-5"),
    ("GMT+0530", "GMT+0530"),
    ("PST", "PST"),
    ("Eastern  Time", "Eastern Time"),
    ("europe/oslo", "Europe/Oslo"),
    ("EUROPE/OSLO", "Europe/Oslo"),
    ("america/port_of_spain", "America/Port_of_Spain"),
    ("America/New York", "America/New_York"),
    ("asia/kolkata", "Asia/Kolkata"),
    ("asia/calcutta", "Asia/Calcutta"),
    ("europe/kiev", "Europe/Kiev"),
    ("us/eastern", "US/Eastern"),
    (
        "IST",
        "India Standard Time, Irish Standard Time, Israel Standard Time",
    ),
    (
        "BST",
        "British Summer Time, Bangladesh Standard Time, Bougainville Standard Time",
    ),
    (
        "CST",
        "Central Standard Time, China Standard Time, Cuba Standard Time",
    ),
    ("AST", "Atlantic Standard Time, Arabia Standard Time"),
    ("", ""),
    ("soon", ""),
    ("UTC+25", ""),
    ("Europe/Atlantis", ""),
    ("Europe/Oslo?", ""),
    ("local time", ""),
];

/// Compares every answer with the tables.
pub(crate) fn answers_are_those_of_the_tables(rules: &dyn ZoneRules) {
    for (zone, given, answer) in TO_UTC {
        let found = match zone_of(zone, rules).to_utc(moment(given), rules).unwrap() {
            Local::One { utc, offset } => format!("{} {offset}", shown(utc)),
            Local::Gap { utc, before, after } => format!("gap {} {before} {after}", shown(utc)),
            Local::Fold {
                first,
                second,
                before,
                after,
            } => format!("fold {} {} {before} {after}", shown(first), shown(second)),
        };
        assert_eq!(found, *answer, "{given} {zone}");
    }
    for (given, from, to, answer, caution) in CONVERTED {
        let (from, to) = (zone_of(from, rules), zone_of(to, rules));
        let converted = convert(moment(given), &from, &to, rules).unwrap();
        let found = match converted.caution {
            None => "",
            Some(Caution::Skipped) => "skipped",
            Some(Caution::CameTwice) => "came twice",
            Some(Caution::FirstOfTwo) => "first of two",
            Some(Caution::SecondOfTwo) => "second of two",
        };
        let name = to.text();
        assert_eq!(shown(converted.local), *answer, "{given} in {name}");
        assert_eq!(found, *caution, "{given} in {name}");
        let back = to.to_local(converted.utc, rules);
        assert_eq!(back, Some(converted.local), "{given} in {name}");
    }
    for (text, answer) in READ {
        let found = match Zone::read(text, rules) {
            ZoneReading::Unknown => String::new(),
            ZoneReading::One(zone) => zone.text().to_owned(),
            ZoneReading::Several(zones) => {
                let names: Vec<&str> = zones.iter().map(Zone::text).collect();
                names.join(", ")
            }
        };
        assert_eq!(found, *answer, "{text}");
    }
}

/// Goes back to years before the year one, and to the time before there were zones: Berlin's noon was
/// then 53 minutes and 28 seconds before that of Greenwich.
pub(crate) fn offsets_are_known_however_long_ago(rules: &dyn ZoneRules) {
    for (year, seconds) in [(-44, 3208), (1, 3208), (1892, 3208), (1894, 3600)] {
        let date = NaiveDate::from_ymd_opt(year, 3, 15).unwrap();
        let offset = rules.offset_at("Europe/Berlin", date.into());
        assert_eq!(offset, Some(seconds), "{date}");
    }
}

/// Looks for the changes of a year, and for names to suggest.
pub(crate) fn changes_and_suggestions_are_found(rules: &dyn ZoneRules) {
    let changes = |zone| {
        let (from, until) = (moment("2024-01-01 00:00"), moment("2025-01-01 00:00"));
        let changes = zone_of(zone, rules).clock_changes(from, until, rules);
        let texts = changes.iter().map(|change| {
            let (utc, before, after) = (shown(change.utc), change.before, change.after);
            format!("{utc} {before} {after}")
        });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(
        changes("Australia/Lord_Howe"),
        [
            "2024-04-06 15:00 UTC+11:00 UTC+10:30",
            "2024-10-05 15:30 UTC+10:30 UTC+11:00"
        ]
    );
    assert_eq!(changes("Africa/Casablanca").len(), 2);
    assert_eq!(changes("Asia/Tokyo"), Vec::<String>::new());
    assert_eq!(changes("PST"), Vec::<String>::new());
    assert_eq!(Zone::suggestions("new y", 5, rules), ["America/New_York"]);
    assert_eq!(Zone::suggestions("europe", 3, rules).len(), 3);
    assert_eq!(Zone::suggestions(" ", 3, rules).len(), 0);
}

/// The zone that a text means, which has to be one.
pub(crate) fn zone_of(text: &str, rules: &dyn ZoneRules) -> Zone {
    Zone::read(text, rules).one().unwrap()
}

/// "2024-05-03 14:30", with seconds or without.
pub(crate) fn moment(text: &str) -> NaiveDateTime {
    let (date, time) = text.split_once(' ').unwrap();
    let (date, time): (NaiveDate, ClockTime) =
        (Typed::parse(date).unwrap(), Typed::parse(time).unwrap());
    date.and_time(time.naive())
}

fn shown(moment: NaiveDateTime) -> String {
    let has_seconds = moment.and_utc().timestamp() % 60 != 0;
    let pattern = if has_seconds { "%F %T" } else { "%F %R" };
    moment.format(pattern).to_string()
}
