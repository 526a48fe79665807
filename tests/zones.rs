//! Zones as chrono-tz knows them: the same tables that hold the browser to its answers, and what
//! holds for every document.

#[path = "zones/cases.rs"]
mod zone_cases;
#[path = "zones/moving.rs"]
mod zone_moving;
#[path = "zones/rows.rs"]
mod zone_rows;

use chrono::{NaiveDateTime, TimeDelta};
use postmortem_editor::postmortem::{Entered, move_timeline};
use postmortem_editor::zone::{ChronoTz, Local, Zone, convert};
use proptest::prelude::*;
use zone_cases::zone_of;

#[test]
fn answers_are_those_of_the_tables() {
    zone_cases::answers_are_those_of_the_tables(&ChronoTz);
}

#[test]
fn offsets_are_known_however_long_ago() {
    zone_cases::offsets_are_known_however_long_ago(&ChronoTz);
}

#[test]
fn changes_and_suggestions_are_found() {
    zone_cases::changes_and_suggestions_are_found(&ChronoTz);
}

#[test]
fn a_night_comes_back_as_it_was() {
    zone_moving::a_night_comes_back_as_it_was(&ChronoTz);
}

#[test]
fn moved_rows_are_written_and_told_of() {
    zone_moving::moved_rows_are_written_and_told_of(&ChronoTz);
}

#[test]
fn a_time_of_another_zone_is_converted() {
    zone_rows::a_time_of_another_zone_is_converted(&ChronoTz);
}

#[test]
fn a_change_of_the_clocks_is_found() {
    zone_moving::a_change_of_the_clocks_is_found(&ChronoTz);
}

#[test]
fn an_unknown_zone_moves_nothing() {
    zone_moving::an_unknown_zone_moves_nothing(&ChronoTz);
}

const ZONES: [&str; 10] = [
    "UTC",
    "PST",
    "UTC+05:45",
    "America/New_York",
    "Europe/London",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Santiago",
];

/// Any minute from 1972 to 2037: before that, offsets were no whole minutes everywhere.
fn minute() -> impl Strategy<Value = NaiveDateTime> {
    (63_072_000_i64 / 60..2_145_916_800 / 60)
        .prop_map(|minutes| NaiveDateTime::default() + TimeDelta::minutes(minutes))
}

fn is_plain(zone: &Zone, local: NaiveDateTime) -> bool {
    matches!(zone.to_utc(local, &ChronoTz), Some(Local::One { .. }))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_moment_is_found_again_from_its_local_time(utc in minute(), zone in 0..ZONES.len()) {
        let zone = zone_of(ZONES[zone], &ChronoTz);
        let local = zone.to_local(utc, &ChronoTz).unwrap();
        let found = zone.to_utc(local, &ChronoTz).unwrap();
        match found {
            Local::One { utc: found, .. } => prop_assert_eq!(found, utc),
            Local::Fold { first, second, .. } => prop_assert!(first == utc || second == utc),
            Local::Gap { .. } => prop_assert!(false, "{} is a time that was", local),
        }
        let converted = convert(local, &zone, &Zone::utc(), &ChronoTz).unwrap();
        prop_assert_eq!(converted.utc, found.utc());
    }

    #[test]
    fn a_document_moved_there_and_back_is_as_it_was(
        start in minute(),
        steps in prop::collection::vec(0_i64..600, 2..40),
        zones in (0..ZONES.len(), 0..ZONES.len()),
        dated in prop::sample::select(vec!["all", "changes", "changes but the first"]),
    ) {
        let (from, to) = (zone_of(ZONES[zones.0], &ChronoTz), zone_of(ZONES[zones.1], &ChronoTz));
        let mut texts = Vec::new();
        let mut at = start;
        let mut date = None;
        for step in &steps {
            at += TimeDelta::minutes(*step);
            let local = from.to_local(at, &ChronoTz).unwrap();
            let there = to.to_local(at, &ChronoTz).unwrap();
            prop_assume!(is_plain(&from, local) && is_plain(&to, there));
            let is_first = date.is_none();
            let is_change = date.replace(local.date()) != Some(local.date());
            let is_written = match dated {
                "all" => true,
                "changes" => is_change,
                _ => is_change && !is_first,
            };
            let pattern = if is_written { "%F %R" } else { "%R" };
            texts.push(local.format(pattern).to_string());
        }
        // Dates on all rows are known as such only where two are of one day.
        let first = from.to_local(start, &ChronoTz).unwrap();
        prop_assume!(is_plain(&from, first) && is_plain(&to, to.to_local(start, &ChronoTz).unwrap()));
        let rows: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut document = zone_moving::document(&first.format("%F %R").to_string(), "", &rows);
        from.text().clone_into(&mut document.summary.time_zone);
        let before = document.clone();
        let moved = move_timeline(&mut document, &from, &to, &ChronoTz).unwrap();
        prop_assert!(moved.notes.is_empty(), "{:?}", moved.notes);
        for (event, row) in document.event_times().iter().zip(before.event_times()) {
            let wanted = convert(row.unwrap(), &from, &to, &ChronoTz).unwrap().local;
            prop_assert_eq!(*event, Some(wanted));
        }
        let has_same_day = |document: &postmortem_editor::postmortem::Postmortem| {
            let times = document.event_times();
            times.windows(2).any(|two| two[0].unwrap().date() == two[1].unwrap().date())
        };
        let is_known = dated != "all" || (has_same_day(&before) && has_same_day(&document));
        move_timeline(&mut document, &to, &from, &ChronoTz).unwrap();
        prop_assert!(!is_known || document == before, "{:?}\n{:?}", zone_moving::rows(&document), texts);
    }

    #[test]
    fn what_is_not_understood_stays(text in "[a-z0-9:+ ]{0,12}") {
        let mut document = zone_moving::document("2024-05-03 14:00", "", &[&text]);
        let when = document.timeline.events[0].when.clone();
        let (from, to) = (zone_of("UTC", &ChronoTz), zone_of("Asia/Tokyo", &ChronoTz));
        move_timeline(&mut document, &from, &to, &ChronoTz).unwrap();
        let moved = &document.timeline.events[0].when;
        match &when.time {
            Entered::Known(time) => {
                // Nine hours on; the day is the one on which that is nearest to the start.
                let (wanted, _) = time.naive().overflowing_add_signed(TimeDelta::hours(9));
                prop_assert_eq!(moved.time.known().map(|time| time.naive()), Some(wanted));
            }
            _ => prop_assert_eq!(moved, &when),
        }
    }
}
