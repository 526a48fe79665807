//! A night on which the clocks are changed, moved to another zone and back.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says where")]

use postmortem_editor::postmortem::{
    Event, Field, Moment, MoveRemark, Place, Postmortem, RowId, move_timeline,
};
use postmortem_editor::zone::{Caution, ZoneRules};

use crate::zone_cases::zone_of;

/// A document with rows of "date time", "date", "time" or nothing.
pub(crate) fn document(start: &str, end: &str, rows: &[&str]) -> Postmortem {
    let mut document = Postmortem::default();
    document.summary.start = moment(start);
    document.summary.end = moment(end);
    for (row, id) in rows.iter().zip(1..) {
        document.timeline.events.push(Event {
            id: RowId(id),
            when: moment(row),
            ..Event::default()
        });
    }
    document
}

/// The rows as they are written.
pub(crate) fn rows(document: &Postmortem) -> Vec<String> {
    let text = |moment: &Moment| format!("{} {}", moment.date, moment.time).trim().to_owned();
    let events = document.timeline.events.iter();
    events.map(|event| text(&event.when)).collect()
}

fn moment(text: &str) -> Moment {
    let is_date = |text: &str| text.contains('-');
    let (date, time) = match text.split_once(' ') {
        Some((date, time)) if is_date(date) => (date, time),
        _ if is_date(text) => (text, ""),
        _ => ("", text),
    };
    Moment {
        date: date.into(),
        time: time.into(),
    }
}

/// Forty rows of a night on which New York's clocks go forward or back, with a date on the rows on
/// which the day changes, or on all of them.
pub(crate) fn a_night_comes_back_as_it_was(rules: &dyn ZoneRules) {
    for first in ["2024-03-09", "2024-11-02"] {
        let second = if first == "2024-03-09" {
            "2024-03-10"
        } else {
            "2024-11-03"
        };
        for is_dated in [false, true] {
            let texts: Vec<String> = (0..40)
                .map(|row| {
                    let minutes = 18 * 60 + row * 17;
                    let (date, minutes) = match minutes {
                        ..1440 => (first, minutes),
                        // No row is in the hour that the clocks skip.
                        1440..1560 => (second, minutes - 1440),
                        _ => (second, minutes - 1380),
                    };
                    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
                    let is_change = row == 0 || (minutes < 17 && date == second);
                    if is_dated || is_change {
                        format!("{date} {time}")
                    } else {
                        time
                    }
                })
                .collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut document = document(&format!("{first} 17:58"), "06:00", &texts);
            document.summary.time_zone = "America/New_York".to_owned();
            let before = document.clone();
            for other in ["UTC", "Asia/Kathmandu", "Pacific/Auckland", "PST"] {
                let zones = (zone_of("America/New_York", rules), zone_of(other, rules));
                let moved = move_timeline(&mut document, &zones.0, &zones.1, rules).unwrap();
                assert_eq!(moved.count, 42);
                assert_eq!(document.summary.time_zone, other);
                assert_ne!(rows(&document), rows(&before));
                move_timeline(&mut document, &zones.1, &zones.0, rules).unwrap();
                assert_eq!(document, before, "{other} and back");
            }
        }
    }
}

/// What is written where, and what is said about it.
pub(crate) fn moved_rows_are_written_and_told_of(rules: &dyn ZoneRules) {
    let event = |row| Place::row(Field::Timeline, RowId(row));
    let (start, end) = (Place::field(Field::Start), Place::field(Field::End));
    for (from, to, given, moved, notes) in [
        (
            "ET",
            "UTC",
            [
                "2024-05-03 19:30",
                "23:10",
                "19:40",
                "~20:05",
                "22:00:05",
                "2024-05-04 00:10",
            ],
            [
                "2024-05-03 23:30",
                "03:10",
                "23:40",
                "2024-05-04 ~00:05",
                "02:00:05",
                "04:10",
            ],
            vec![],
        ),
        (
            "Europe/Oslo",
            "America/New_York",
            [
                "2024-05-03 02:00",
                "2024-05-03 12:00",
                "02:10",
                "lunch",
                "2024-05-03",
                "12:00",
            ],
            [
                "2024-05-02 20:00",
                "2024-05-03 06:00",
                "20:10",
                "lunch",
                "2024-05-03",
                "06:00",
            ],
            vec![
                (event(2), MoveRemark::AsTyped),
                (event(3), MoveRemark::NoTime),
            ],
        ),
        (
            "UTC",
            "America/New_York",
            ["14:00", "15:00", "14:10", "", "2024-11-03 05:30", "06:30"],
            ["14:00", "15:00", "14:10", "", "2024-11-03 01:30", "01:30"],
            vec![
                (start, MoveRemark::NoDay),
                (end, MoveRemark::NoDay),
                (event(1), MoveRemark::NoDay),
                (event(4), MoveRemark::Moved(Caution::SecondOfTwo)),
            ],
        ),
        (
            "PST",
            "WAT",
            ["14:00", "15:00", "14:10", "16:50", "", "soon"],
            ["23:00", "00:00", "23:10", "01:50", "", "soon"],
            vec![(event(4), MoveRemark::AsTyped)],
        ),
        (
            "America/New_York",
            "UTC",
            [
                "2024-03-10 01:30",
                "03:10",
                "02:30",
                "03:30",
                "2024-11-03 01:30",
                "02:00",
            ],
            [
                "2024-03-10 06:30",
                "07:10",
                "07:30",
                "07:30",
                "2024-11-03 05:30",
                "07:00",
            ],
            vec![
                (event(1), MoveRemark::Moved(Caution::Skipped)),
                (event(3), MoveRemark::Moved(Caution::CameTwice)),
            ],
        ),
        (
            "Asia/Kolkata",
            "UTC",
            [
                "2024-05-04 00:20",
                "04:00",
                "23:55",
                "00:30",
                "2024-05-04 00:40",
                "07:00",
            ],
            [
                "2024-05-03 18:50",
                "22:30",
                "18:25",
                "19:00",
                "19:10",
                "2024-05-04 01:30",
            ],
            vec![],
        ),
    ] {
        let mut document = document(given[0], given[1], &given[2..]);
        let (from, to) = (zone_of(from, rules), zone_of(to, rules));
        let result = move_timeline(&mut document, &from, &to, rules).unwrap();
        let summary = &document.summary;
        let ends = [&summary.start, &summary.end];
        let mut found = ends
            .map(|moment| format!("{} {}", moment.date, moment.time).trim().to_owned())
            .to_vec();
        found.extend(rows(&document));
        assert_eq!(found, moved, "{given:?}");
        let told: Vec<_> = result
            .notes
            .iter()
            .map(|note| (note.place, note.what))
            .collect();
        assert_eq!(told, notes, "{given:?}");
    }
}

/// Whether the clocks are changed while an incident lasts.
pub(crate) fn a_change_of_the_clocks_is_found(rules: &dyn ZoneRules) {
    for (zone, start, end, row, changes) in [
        ("Europe/Oslo", "2024-03-30 22:00", "04:00", "", 1),
        ("Europe/Oslo", "2024-03-30 22:00", "01:59", "", 0),
        ("Europe/Oslo", "2024-03-30 22:00", "", "01:59", 0),
        ("Europe/Oslo", "2024-03-30 22:00", "", "03:01", 1),
        ("Europe/Oslo", "2024-03-30 22:00", "", "2024-11-01 12:00", 2),
        ("America/Chicago", "2024-03-30 22:00", "04:00", "", 0),
        ("CET", "2024-03-30 22:00", "04:00", "", 0),
        ("Europe/Oslo", "", "04:00", "03:01", 0),
    ] {
        let document = document(start, end, &[row]);
        let found = document.clock_changes(&zone_of(zone, rules), rules);
        assert_eq!(found.len(), changes, "{start} {end} {row} {zone}");
    }
}

/// A document whose zone nobody knows is left alone.
pub(crate) fn an_unknown_zone_moves_nothing(rules: &dyn ZoneRules) {
    struct Nothing;
    impl ZoneRules for Nothing {
        fn offset_at(&self, _: &str, _: chrono::NaiveDateTime) -> Option<i32> {
            None
        }
    }
    let mut document = document("2024-05-03 14:00", "", &["14:05"]);
    let before = document.clone();
    let (from, to) = (zone_of("UTC", rules), zone_of("Europe/Oslo", rules));
    assert_eq!(move_timeline(&mut document, &from, &to, &Nothing), None);
    assert_eq!(document, before);
}
