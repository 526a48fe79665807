//! What is written by choice: a table of response times, a diagram, a short text; and that none of
//! it is read as anything new.

#[path = "options/diagram.rs"]
mod diagram;
#[path = "hostile/mod.rs"]
mod hostile;

use diagram::is_meant;
use postmortem_editor::markdown::{WriteOptions, read, read_as, write, write_with};
use postmortem_editor::postmortem::{
    Choice, Event, EventKind, Milestone, Moment, Postmortem, RowId, example,
};
use postmortem_editor::template::{Header, TEMPLATES, Template, TemplateId, by_id, normalised_for};
use proptest::prelude::*;

fn classic() -> &'static Template {
    TemplateId::default().template()
}

/// Every choice of what says nothing new.
fn choices() -> impl Iterator<Item = WriteOptions> {
    let flags = [(true, false), (false, true), (true, true)];
    flags
        .into_iter()
        .flat_map(|(has_response_times, has_diagram)| {
            Header::ALL.iter().map(move |header| WriteOptions {
                header: *header,
                has_response_times,
                has_diagram,
                is_short: false,
            })
        })
}

const ALL: WriteOptions = WriteOptions {
    header: Header::None,
    has_response_times: true,
    has_diagram: true,
    is_short: false,
};

fn event(id: u64, when: &str, milestone: Option<Milestone>, text: &str) -> Event {
    let (date, time) = when.rsplit_once(' ').unwrap_or(("", when));
    Event {
        id: RowId(id),
        when: Moment {
            date: date.into(),
            time: time.into(),
        },
        kind: EventKind::Action,
        text: text.to_owned(),
        milestone,
        ..Event::default()
    }
}

fn document() -> Postmortem {
    let mut document = Postmortem::default();
    document.overview.title = "Search was slow".to_owned();
    document.summary.start.date = "2024-05-03".into();
    document.summary.start.time = "23:40".into();
    document.summary.end.time = "~01:10".into();
    document.timeline.events = vec![
        event(1, "23:40", Some(Milestone::Started), "A reindex begins"),
        event(
            2,
            "23:55",
            Some(Milestone::Detected),
            "Queries: take `20 s`; 5% fail",
        ),
        event(3, "~00:15", None, "Capacity is added"),
        event(
            4,
            "00:50",
            Some(Milestone::Mitigated),
            "The reindex is stopped",
        ),
    ];
    document
}

#[test]
fn the_response_times_are_a_table_below_the_rows() {
    let options = WriteOptions {
        has_response_times: true,
        ..WriteOptions::default()
    };
    let text = write_with(&document(), classic(), options);
    let table = "\
The reindex is stopped

**Response times**

| Measure | Length | From | To | Definition |
|---|---|---|---|---|
| Time to detect | 15 min | Started, 23:40 | Detected, 23:55 | detected − started |
| Time to mitigate | 1 h 10 min | Started, 2024-05-03 23:40 | Mitigated, 2024-05-04 00:50 | mitigated − started |
| Time to resolve | about 1 h 30 min | Started, 2024-05-03 23:40 | End, 2024-05-04 ~01:10 | resolved − started |
| Total | about 1 h 30 min | Start, 2024-05-03 23:40 | End, 2024-05-04 ~01:10 | end − start |

## ";
    assert!(text.contains(table), "{text}");
    assert!(!write(&document(), classic()).contains("Response times"));
    let nothing = write_with(&Postmortem::default(), classic(), ALL);
    assert_eq!(nothing, write(&Postmortem::default(), classic()));
}

#[test]
fn a_short_text_has_the_key_rows_and_says_how_many_others_there_are() {
    let short = WriteOptions {
        is_short: true,
        ..WriteOptions::default()
    };
    let mut document = document();
    assert_eq!(
        write_with(&document, classic(), short),
        write(&document, classic()),
        "none is key"
    );
    document.timeline.events[1].is_key = true;
    document.timeline.events[3].is_key = true;
    for (template, rows) in [
        (
            classic(),
            "## Timeline\n\n- **23:55** (Action; Detected) – Queries: take `20 s`; 5% fail\n- \
             **00:50** (Action; Mitigated) – The reindex is stopped\n\n*2 other entries are left \
             out of this short text.*\n\n",
        ),
        (
            by_id("company-report").unwrap(),
            "| 23:55 | Action; Detected | Queries: take `20 s`; 5% fail |\n| 00:50 | Action; \
             Mitigated | The reindex is stopped |\n\n*2 other entries are left out of this short \
             text.*\n\n",
        ),
    ] {
        let text = write_with(&document, template, short);
        assert!(text.contains(rows), "{text}");
        assert!(!text.contains("Capacity"), "{text}");
        // What is left out is left out of the diagram as well, and of no measure.
        let all = WriteOptions {
            is_short: true,
            ..ALL
        };
        let text = write_with(&document, template, all);
        assert!(text.contains("| Time to detect | 15 min |"), "{text}");
        assert!(text.contains("section Entries (2 of 4)"), "{text}");
        assert!(!text.contains("Capacity"), "{text}");
    }
    // It does not pass for the whole: the line is kept.
    let reading = read(&write_with(&document, classic(), short));
    assert_eq!(reading.document.timeline.events.len(), 2);
    let kept = &reading.document.extras.sections[0].body;
    assert_eq!(kept, "*2 other entries are left out of this short text.*");
    assert_eq!(reading.notes.len(), 1, "{:?}", reading.notes);
    document.timeline.events[0].is_key = true;
    let text = write_with(&document, classic(), short);
    assert!(text.contains("*1 other entry is left out of this short text.*"));
    document.timeline.events[2].is_key = true;
    assert_eq!(
        write_with(&document, classic(), short),
        write(&document, classic()),
        "all are key"
    );
}

#[test]
fn what_follows_from_the_document_is_read_as_nothing_new_in_every_template() {
    for document in [document(), example()] {
        for template in TEMPLATES {
            let plain = read(&write(&document, template));
            for options in choices() {
                let text = write_with(&document, template, options);
                let reading = read(&text);
                assert_eq!(reading.document, plain.document, "{options:?}\n{text}");
                assert_eq!(reading.template.id, template.id);
                assert!(reading.notes.is_empty(), "{:?}", reading.notes);
            }
        }
    }
}

#[test]
fn what_no_longer_follows_from_the_document_is_kept_with_a_note() {
    let text = write_with(&document(), classic(), ALL).replace("**23:55**", "**23:50**");
    let reading = read(&text);
    let kept: Vec<&str> = reading
        .document
        .extras
        .sections
        .iter()
        .map(|extra| extra.body.lines().next().unwrap_or_default())
        .collect();
    assert_eq!(kept, ["**Response times**", "```mermaid"]);
    assert_eq!(reading.notes.len(), 2);
    assert_eq!(reading.document.timeline.events.len(), 4);
    let again = write(&reading.document, reading.template);
    assert_eq!(read(&again).document, reading.document, "{again}");
}

#[test]
fn a_text_that_was_changed_by_hand_gets_no_rows_from_what_follows() {
    let text = write_with(&document(), classic(), ALL)
        .replace(
            "## Issue Summary",
            "## Overview of it\n\nIt was slow.\n\nAnd slower.",
        )
        .replace("A reindex begins", "A reindex of all documents begins")
        .replace("## Impact", "## What it did");
    let reading = read(&text);
    let rows = reading.document.timeline.events.len();
    assert_eq!(rows, 4, "{:#?}", reading.document.timeline);
    let again = write(&reading.document, reading.template);
    for word in [
        "**Response times**",
        "definition",
        "mermaid",
        "A reindex begins",
    ] {
        let (had, has) = (text.contains(word), again.contains(word));
        assert_eq!(had, has, "{word}: {again}");
    }
}

#[test]
fn a_second_block_of_a_kind_is_the_authors() {
    let text = write_with(&document(), classic(), ALL);
    let (_, from) = text.split_once("\n**Response times**").unwrap();
    let (rows, _) = from.split_once("\n\n```").unwrap();
    let block = format!("**Response times**{rows}");
    let text = text.replace("\n```\n", &format!("\n```\n\n{block}\n"));
    let reading = read_as(&text, classic());
    let kept = &reading.document.extras.sections;
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(kept[0].body, block);
}

/// A hostile document with a timeline that has milestones at times.
fn timed() -> impl Strategy<Value = Postmortem> {
    let minute = 0_u32..3_000;
    let milestone = proptest::sample::select(Milestone::ALL);
    let row = (minute, proptest::option::of(milestone));
    (hostile::document(), proptest::collection::vec(row, 0..6)).prop_map(|(mut document, rows)| {
        for (minute, milestone) in rows {
            let mut row = event(0, "", milestone, "");
            row.when.time = format!("{}:{:02}", minute / 60 % 24, minute % 60)
                .as_str()
                .into();
            if minute % 7 == 0 {
                row.when.date = "2023-02-15".into();
            }
            row.is_key = minute % 3 == 0;
            let text = document
                .timeline
                .events
                .first()
                .map(|event| event.text.clone());
            row.text = text.unwrap_or_default();
            document.timeline.events.push(row);
        }
        document
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        // Each is written and read several times.
        cases: hostile::cases() / 2,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn choices_change_nothing(document in timed(), index in 0..TEMPLATES.len()) {
        let template = TEMPLATES[index];
        let wanted = normalised_for(document.clone(), template);
        for (options, turn) in choices().zip(0..) {
            if turn % 3 != index % 3 {
                continue;
            }
            let text = write_with(&document, template, options);
            let reading = read_as(&text, template);
            prop_assert_eq!(&reading.document, &wanted, "{}", text);
            let reading = read(&text);
            prop_assert_eq!(&reading.document, &wanted, "{}", text);
            prop_assert_eq!(write_with(&reading.document, reading.template, options), text);
        }
    }

    #[test]
    fn a_diagram_is_never_broken_and_a_short_text_reads(document in timed(), index in 0..TEMPLATES.len()) {
        let template = TEMPLATES[index];
        // A row that has nothing but the mark has nothing to show without it.
        let mut document = document;
        document.timeline.events.retain(|event| {
            !Event { is_key: false, ..event.clone() }.is_blank()
        });
        let text = write_with(&document, template, WriteOptions { is_short: true, ..ALL });
        if let Some((_, from)) = text.rsplit_once("\n```mermaid\ngantt\n    accTitle: Timeline of the incident\n") {
            let diagram = from.split_once("\n```").unwrap().0;
            for line in diagram.lines() {
                prop_assert!(is_meant(line), "{}", line);
            }
        }
        let reading = read_as(&text, template);
        let keys = document.timeline.events.iter().filter(|event| event.is_key).count();
        if keys > 0 {
            prop_assert_eq!(reading.document.timeline.events.len(), keys, "{}", text);
        }
    }
}
