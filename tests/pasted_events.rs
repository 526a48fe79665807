//! Pasted rows as events: in the document's zone, on their days, among the events that are there.

use chrono::NaiveDate;
use postmortem_editor::paste::{Answers, Given, Known, Ready, add, as_events, day_of, read};
use postmortem_editor::postmortem::{Event, Moment, Postmortem, RowId, Typed};
use postmortem_editor::zone::{ChronoTz, Zone};

fn zone(text: &str) -> Option<Zone> {
    Zone::read(text, &ChronoTz).one()
}

/// The rows of a text as events in a zone.
fn events(text: &str, answers: &Answers, to: &str) -> Vec<Ready> {
    let pasted = read(text, &Given::default());
    as_events(&pasted.rows, answers, zone(to).as_ref(), &ChronoTz)
}

fn document(start: &str, rows: &[(&str, &str, &str)]) -> Postmortem {
    let mut document = Postmortem::default();
    document.summary.start.date = start.into();
    for (index, (date, time, text)) in rows.iter().enumerate() {
        document.timeline.events.push(Event {
            id: RowId(index as u64 + 1),
            when: Moment {
                date: (*date).into(),
                time: (*time).into(),
            },
            text: (*text).to_owned(),
            ..Event::default()
        });
    }
    document
}

/// The rows of a timeline: "2024-05-03 14:31 text".
fn rows(document: &Postmortem) -> Vec<String> {
    let events = document.timeline.events.iter();
    events
        .map(|event| {
            let (date, time) = (event.when.date.text(), event.when.time.text());
            format!("{date} {time} {}", event.text)
        })
        .collect()
}

/// Adds the rows of a text to a document.
fn added(document: &mut Postmortem, text: &str) -> Vec<RowId> {
    let mut new = events(text, &Answers::default(), "");
    for (index, ready) in new.iter_mut().enumerate() {
        ready.event.id = RowId(index as u64 + 100);
    }
    add(document, new).dated
}

#[test]
fn times_are_taken_to_the_zone_of_the_document_or_keep_their_own_in_words() {
    let text = "2024-05-03 23:31 UTC a\n2024-05-03 23:32 UTC b";
    for (said, is_of_all, to, date, time, was) in [
        ("", false, "Europe/Oslo", "2024-05-04", "01:31", "23:31 UTC"),
        ("", true, "Europe/Oslo", "2024-05-03", "23:31", ""),
        ("+02:00", true, "UTC", "2024-05-03", "21:31", "23:31 +02:00"),
        ("", false, "UTC", "2024-05-03", "23:31", ""),
        ("", false, "", "2024-05-03", "23:31 UTC", ""),
        ("IST", true, "UTC", "2024-05-03", "23:31 IST", ""),
    ] {
        let answers = Answers {
            zone: said.to_owned(),
            is_zone_of_all: is_of_all,
            ..Answers::default()
        };
        let ready = events(text, &answers, to).remove(0);
        let when = &ready.event.when;
        let found = (when.date.text(), when.time.text(), ready.was.as_str());
        assert_eq!(
            found,
            (date.to_owned(), time.to_owned(), was),
            "{said:?} to {to:?}"
        );
    }
}

#[test]
fn a_day_that_nobody_tells_stays_in_words() {
    let text = "[Gestern 23:58] Ana: one\n[Gestern 23:59] Ana: two";
    let day = NaiveDate::parse("2024-05-02");
    let open = read(text, &Given::default()).rows.remove(0).open_day;
    for (days, shown) in [
        (Vec::new(), "Gestern"),
        (vec![(open, day.unwrap())], "2024-05-02"),
        (vec![(None, day.unwrap())], "Gestern"),
    ] {
        let answers = Answers {
            days,
            has_names: true,
            ..Answers::default()
        };
        let event = events(text, &answers, "").remove(0).event;
        assert_eq!(event.when.date.text(), shown, "{answers:?}");
        assert_eq!(event.text, "Ana: one");
    }
}

#[test]
fn a_day_without_a_year_is_the_one_nearest_to_the_days_of_the_document() {
    let syslog = "May  3 14:31:05 host app[1]: a";
    for (start, event, pasted, day) in [
        ("2024-05-03", "", syslog, "2024-05-03"),
        ("2024-05-02", "2021-05-03", syslog, "2024-05-03"),
        ("", "2021-05-03", syslog, "2021-05-03"),
        ("", "", syslog, "2026-05-03"),
        (
            "2024-12-31",
            "",
            "Jan  1 00:10:00 host app[1]: a",
            "2025-01-01",
        ),
        (
            "2025-01-01",
            "",
            "Dec 31 23:50:00 host app[1]: a",
            "2024-12-31",
        ),
        ("2025-02-28", "", "Feb 29 14:31 a", "2024-02-29"),
        ("2024-05-03", "", "Tuesday, May 3 14:31 a", "2022-05-03"),
        (
            "2024-05-03",
            "",
            "2021-01-01 14:31 a\nMay 3 14:31 b",
            "2021-05-03",
        ),
    ] {
        let document = document(start, &[("", "", ""), (event, "", "x")]);
        let given = Given {
            today: NaiveDate::parse("2026-11-22"),
            near: day_of(&document),
            ..Given::default()
        };
        let row = read(pasted, &given).rows.pop().unwrap();
        let found = row.date.map(|date| date.to_string());
        assert_eq!(found.as_deref(), Some(day), "{start} {event} {pasted}");
    }
}

#[test]
fn events_go_where_they_belong_or_to_the_end_and_no_other_changes_its_day() {
    let friday = "2024-05-03";
    for (start, there, pasted, wanted) in [
        (
            friday,
            vec![("", "14:00", "x"), ("", "15:00", "y")],
            "2024-05-03 14:30 b\n2024-05-02 23:00 a",
            vec![
                "2024-05-02 23:00 a",
                "2024-05-03 14:00 x",
                "2024-05-03 14:30 b",
                "2024-05-03 15:00 y",
            ],
        ),
        (
            "",
            vec![("", "14:00", "x"), ("", "15:00", "y")],
            "14:00 a\n14:30 b",
            vec![" 14:00 x", " 14:00 a", " 14:30 b", " 15:00 y"],
        ),
        (
            friday,
            vec![("", "15:00", "y"), ("", "14:00", "x")],
            "2024-05-03 14:30 b\n2024-05-03 14:20 a",
            vec![
                " 15:00 y",
                " 14:00 x",
                "2024-05-03 14:20 a",
                "2024-05-03 14:30 b",
            ],
        ),
        (
            friday,
            vec![("", "14:00", "x"), ("", "", "")],
            "09:00 a\n09:01 b",
            vec![" 14:00 x", " 09:00 a", " 09:01 b"],
        ),
    ] {
        let mut document = document(start, &there);
        added(&mut document, pasted);
        assert_eq!(rows(&document), wanted, "{pasted}");
    }
}

#[test]
fn an_event_that_is_given_a_date_is_told_of() {
    let mut document = document("2024-05-03", &[("", "14:00", "x")]);
    assert_eq!(
        added(&mut document, "2024-05-02 23:00 a\n2024-05-02 23:10 b"),
        [RowId(1)]
    );
}

#[test]
fn a_row_that_is_there_is_known_with_and_without_the_name() {
    let text = "[14:31] Ana: up\n[14:32] Ana: down";
    let pasted = read(text, &Given::default());
    for (start, said, is_known) in [
        ("", "up", true),
        ("", "Ana: up", true),
        ("", "Bo: up", false),
        // Of which day the pasted row is nobody knows.
        ("2024-05-03", "up", false),
    ] {
        let known = Known::of(&document(start, &[("", "14:31", said)]));
        let ready = as_events(&pasted.rows, &Answers::default(), None, &ChronoTz);
        let has = |at: usize| known.has(&pasted.rows[at], &ready[at]);
        assert_eq!((has(0), has(1)), (is_known, false), "{start} {said}");
    }
}
