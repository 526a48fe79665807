//! Typed times: the same tables as in the browser, and what holds for every text.

#[path = "times/cases.rs"]
mod typed_times;

use chrono::NaiveDate;
use postmortem_editor::postmortem::{Context, Entered, Typed, TypedMoment};
use proptest::prelude::*;

#[test]
fn typed_times_are_understood() {
    typed_times::typed_times_are_understood();
}

#[test]
fn what_is_not_certain_stays_as_typed() {
    typed_times::what_is_not_certain_stays_as_typed();
}

fn contexts() -> [Context; 3] {
    let date = NaiveDate::parse("2024-05-03");
    let before = date.and_then(|date| date.and_hms_opt(14, 30, 0));
    [
        Context::default(),
        Context {
            date,
            ..Context::default()
        },
        Context {
            before,
            clock_before: before.map(|before| before.time()),
            date,
        },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_left(
        text in "([0-9]{1,4}[-:.T+]?|about |yesterday |May |UTC|pm|later|[ ,+~(]|\\PC){0,8}",
    ) {
        for context in contexts() {
            let Some(found) = TypedMoment::read(&text, &context) else { continue };
            prop_assert!(!matches!(found.moment.time, Entered::AsTyped(_)), "{}", text);
            prop_assert!(!matches!(found.moment.date, Entered::AsTyped(_)), "{}", text);
            prop_assert_eq!(found.words().is_empty(), found.moment.is_empty());
        }
    }

    #[test]
    fn what_is_written_is_read_again(hour in 0..24, minute in 0..60, second in 0..60, is_about: bool) {
        let about = if is_about { "~" } else { "" };
        for time in [format!("{hour:02}:{minute:02}"), format!("{hour:02}:{minute:02}:{second:02}")] {
            let typed = format!("2024-05-03 {about}{time}");
            for context in contexts() {
                let found = TypedMoment::read(&typed, &context).unwrap();
                prop_assert_eq!(found.moment.date.text(), "2024-05-03");
                prop_assert_eq!(found.moment.time.text(), format!("{about}{time}"));
            }
        }
    }
}
