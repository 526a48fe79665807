//! Markdown that others wrote, or changed: nothing in it is dropped, and nothing taken for what it
//! is not.

use postmortem_editor::markdown::{NoteKind, read, write};
use postmortem_editor::postmortem::{Item, Moment, Postmortem, RowId, Section};
use postmortem_editor::template::{TemplateId, normalised_for};

fn moment(date: &str, time: &str) -> Moment {
    Moment {
        date: date.into(),
        time: time.into(),
    }
}

#[test]
fn what_no_field_takes_is_kept_where_it_stood() {
    let text = "\u{feff}before\r\n\r\n# Title\r\n\r\nIntro.\r\n\r\n* **Status:** draft\r\n* **Mood:** tense\r\n\r\n\
                ## timeline:\r\n\r\nSome words.\r\n\r\n* 14:30 - Alert\r\n\r\n### Later\r\n\r\n## Notes\r\n\r\nText\r\n\r\n\
                ## Timeline\r\n\r\n- again\r\n";
    let reading = read(text);
    let document = &reading.document;
    assert_eq!(document.overview.title, "Title");
    assert_eq!(document.overview.status.text(), "Draft");
    assert_eq!(document.summary.text, "Intro.\n\n* **Mood:** tense");
    let events: Vec<(&Moment, &str)> = document
        .timeline
        .events
        .iter()
        .map(|event| (&event.when, event.text.as_str()))
        .collect();
    let (none, alert) = (Moment::default(), moment("", "14:30"));
    assert_eq!(
        events,
        [
            (&none, "Some words."),
            (&alert, "Alert"),
            (&none, "Later"),
            (&none, "again"),
        ]
    );
    let kept: Vec<(&str, &str, Section)> = document
        .extras
        .sections
        .iter()
        .map(|extra| (extra.heading.as_str(), extra.body.as_str(), extra.after))
        .collect();
    assert_eq!(
        kept,
        [
            ("", "before", Section::Overview),
            ("Notes", "Text", Section::Timeline),
        ]
    );
    let of_kind = |kind| {
        reading
            .notes
            .iter()
            .filter(|note| note.kind == kind)
            .count()
    };
    assert_eq!(of_kind(NoteKind::Kept), 2);
    assert_eq!(
        of_kind(NoteKind::Placed),
        0,
        "a timeline that is called so is no news"
    );
}

#[test]
fn a_number_is_no_time_and_a_year_is_no_time() {
    let text = "# Title\n\n## Issue Summary\n\n- **Start:** Sep 31, 2024\n\n## Timeline\n\n\
                - 503 - errors from the gateway\n- 2000: the year of the first release\n";
    let document = read(text).document;
    assert_eq!(document.summary.start, moment("Sep 31, 2024", ""));
    let texts: Vec<&str> = document
        .timeline
        .events
        .iter()
        .map(|event| event.text.as_str())
        .collect();
    assert_eq!(
        texts,
        [
            "503 - errors from the gateway",
            "2000: the year of the first release"
        ]
    );
    assert!(
        document
            .timeline
            .events
            .iter()
            .all(|event| event.when.is_empty())
    );
}

#[test]
fn a_row_of_dashes_and_wide_blanks_is_a_row() {
    for text in ["---\u{3000}\n\n\n[^a]", "- \u{a0}-"] {
        let mut document = Postmortem::default();
        document.lessons.lucky.push(Item {
            id: RowId(1),
            text: text.to_owned(),
        });
        let template = TemplateId::default().template();
        let document = normalised_for(document, template);
        assert_eq!(
            read(&write(&document, template)).document.lessons,
            document.lessons,
            "{text:?}"
        );
    }
}

#[test]
fn a_duration_that_says_something_else_is_told_of() {
    let text = "# Title\n\n## Issue Summary\n\n- **Start:** 2024-05-03 14:30\n- **End:** 2024-05-03 15:15\n\
                - **Duration:** 2 hours\n";
    let reading = read(text);
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.message.contains("2 hours"))
    );
    // Words on it are the author's, and stay.
    assert_eq!(
        reading.document.extras.sections[0].body,
        "- **Duration:** 2 hours"
    );
    let alone = read("## Issue Summary\n\n- **Duration:** 2 hours\n");
    assert_eq!(alone.document.summary.text, "Duration: 2 hours");
}

#[test]
fn the_line_that_names_the_zone_of_all_times_is_no_event() {
    for line in ["All times in UTC.", "*All times in UTC.*", "All times UTC"] {
        let text = format!("# Lamps\n\n## Timeline\n\n{line}\n\n- 14:03 – out\n- 14:09 – on\n");
        let document = read(&text).document;
        assert_eq!(document.summary.time_zone, "UTC", "{line}");
        assert_eq!(document.timeline.events.len(), 2, "{line}");
        assert!(document.extras.sections.is_empty(), "{line}");
    }
}
