//! Facts say what was written, and what could not be understood.

use postmortem_editor::facts::Facts;
use postmortem_editor::markdown::{Note, NoteKind, Reading};
use postmortem_editor::postmortem::{Event, Moment, Postmortem};
use postmortem_editor::template::TemplateId;

fn facts(document: Postmortem) -> Facts {
    Facts::new(&Reading {
        document,
        template: TemplateId::default().template(),
        notes: Vec::new(),
        is_order_open: false,
    })
}

fn event(date: &str, time: &str) -> Event {
    let when = Moment {
        date: date.into(),
        time: time.into(),
    };
    Event {
        when,
        text: "x".to_owned(),
        ..Event::default()
    }
}

#[test]
fn nothing_written_is_null_and_an_empty_list() {
    let json = serde_json::to_value(facts(Postmortem::default())).unwrap();
    let lessons = serde_json::json!({"went_well": [], "went_badly": [], "lucky": []});
    for (key, value) in json.as_object().unwrap() {
        let is_empty = value.is_null() || *value == serde_json::json!([]) || *value == lessons;
        assert!(is_empty, "{key}: {value}");
    }
}

#[test]
fn what_was_not_understood_is_null_and_a_note_says_what_stood_there() {
    let mut document = Postmortem::default();
    document.summary.start = Moment {
        date: "2022-05-??".into(),
        time: "14:15pm".into(),
    };
    document.impact.affected_share = "about a fifth".into();
    document.timeline.events = vec![event("2022-05-03", "2:30 pm"), event("", "25:10")];
    let facts = facts(document);
    assert_eq!((facts.start, facts.affected_percent), (None, None));
    assert_eq!(
        facts.date.as_deref(),
        Some("2022-05-03"),
        "of the first dated event"
    );
    assert_eq!(
        facts.notes,
        [
            "The start date was not understood: “2022-05-??”",
            "The start time was not understood: “14:15pm”",
            "The share of users affected was not understood: “about a fifth”",
            "The time of event 2 was not understood: “25:10”",
        ]
    );
}

#[test]
fn an_event_has_the_date_of_the_one_before_unless_that_was_not_understood() {
    let mut document = Postmortem::default();
    document.timeline.events = vec![
        event("", "9:00"),
        event("2 May 2024", "10:00"),
        event("", "11:00"),
        event("May ??", "12:00"),
        event("", "~1 pm"),
    ];
    let events = facts(document).timeline;
    let dates: Vec<_> = events.iter().map(|event| event.date.as_deref()).collect();
    assert_eq!(
        dates,
        [None, Some("2024-05-02"), Some("2024-05-02"), None, None]
    );
    assert_eq!(events[4].time.as_deref(), Some("13:00"));
}

#[test]
fn a_share_is_a_number_as_written() {
    for (typed, number) in [("80%", "80"), ("0%", "0"), ("12.5", "12.5"), ("100", "100")] {
        let mut document = Postmortem::default();
        document.impact.affected_share = typed.into();
        let json = serde_json::to_value(facts(document)).unwrap();
        assert_eq!(json["affected_percent"].to_string(), number);
    }
}

#[test]
fn the_notes_of_the_reader_come_first() {
    let mut document = Postmortem::default();
    document.summary.end.time = "late".into();
    let note = Note {
        kind: NoteKind::Kept,
        place: None,
        message: "a heading was kept".to_owned(),
    };
    let template = TemplateId::default().template();
    let facts = Facts::new(&Reading {
        document,
        template,
        notes: vec![note],
        is_order_open: false,
    });
    assert_eq!(
        facts.notes,
        [
            "a heading was kept",
            "The end time was not understood: “late”"
        ]
    );
}
