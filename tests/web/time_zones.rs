//! Zones as the browser knows them, held to the same tables as chrono-tz, and typed times, which are
//! the same everywhere.

#![expect(
    clippy::unwrap_used,
    reason = "clippy knows `#[test]` and not `#[wasm_bindgen_test]`"
)]

use chrono::NaiveDate;
use postmortem_editor::browser::{TimeZones, local_zone};
use postmortem_editor::zone::{Zone, ZoneReading, ZoneRules};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{typed_times, zone_cases, zone_moving, zone_rows};

#[wasm_bindgen_test]
fn typed_times_are_understood() {
    typed_times::typed_times_are_understood();
    typed_times::what_is_not_certain_stays_as_typed();
}

#[wasm_bindgen_test]
fn answers_are_those_of_the_tables() {
    let rules = TimeZones::default();
    zone_cases::answers_are_those_of_the_tables(&rules);
    zone_cases::offsets_are_known_however_long_ago(&rules);
    zone_cases::changes_and_suggestions_are_found(&rules);
}

#[wasm_bindgen_test]
fn documents_move_as_elsewhere() {
    let rules = TimeZones::default();
    zone_moving::a_night_comes_back_as_it_was(&rules);
    zone_moving::moved_rows_are_written_and_told_of(&rules);
    zone_moving::a_change_of_the_clocks_is_found(&rules);
    zone_moving::an_unknown_zone_moves_nothing(&rules);
    zone_rows::a_time_of_another_zone_is_converted(&rules);
}

#[wasm_bindgen_test]
fn the_browser_tells_its_zone_and_lists_those_it_knows() {
    let rules = TimeZones::default();
    let zone = local_zone().unwrap();
    assert!(
        matches!(Zone::read(&zone, &rules), ZoneReading::One(_)),
        "{zone}"
    );
    let names = rules.names();
    assert!(names.len() > 300, "{}", names.len());
    assert!(names.iter().any(|name| name == "Europe/Oslo"));
    let utc = NaiveDate::default().into();
    assert_eq!(rules.offset_at("Europe/Atlantis", utc), None);
    for name in names {
        assert!(
            rules.offset_at(&name.to_ascii_lowercase(), utc).is_some(),
            "{name}"
        );
    }
}
