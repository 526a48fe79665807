//! Saved drafts of every version are read for ever, and what cannot be read says why.

use postmortem_editor::draft::{Draft, DraftError, DraftId, Millis, SCHEMA};
use postmortem_editor::postmortem::{
    Entered, Event, EventKind, Field, Item, Milestone, Place, Postmortem, RowId, Section, Waiver,
};
use postmortem_editor::template::TemplateId;

/// The draft that the record of the first version holds.
fn draft() -> Draft {
    let mut postmortem = Postmortem::default();
    postmortem.overview.title = "Search slow after a reindex".to_owned();
    postmortem.overview.severity = "Sev 2".into();
    postmortem.summary.start.date = "3 May 2024".into();
    postmortem.summary.start.time = "14:15pm".into();
    postmortem.analysis.factors.push(Item {
        id: RowId(4),
        text: "No limit on reindex".to_owned(),
    });
    postmortem
        .nothing_to_say
        .insert(Section::Conclusion, "the summary says it".to_owned());
    Draft {
        schema: SCHEMA,
        id: DraftId("a1".to_owned()),
        revision: 3,
        created: Millis(1),
        edited: Millis(2),
        exported: None,
        deleted: None,
        template: TemplateId("one-page".to_owned()),
        postmortem,
        writers: Vec::new(),
    }
}

/// What the record of a version holds: each has more than the one before, where that is new.
fn draft_of(schema: u32) -> Draft {
    let mut draft = draft();
    if schema >= 2 {
        let mut event = Event {
            id: RowId(5),
            text: "Queries take 20 seconds".to_owned(),
            kind: EventKind::Detection,
            milestone: Some(Milestone::Detected),
            is_key: true,
            ..Event::default()
        };
        event.when.time = "~14:20".into();
        draft.postmortem.timeline.events.push(event);
    }
    if schema >= 3 {
        let waiver = |check: &str, place, reason: &str| Waiver {
            check: check.to_owned(),
            place,
            reason: reason.to_owned(),
        };
        let row = Place::row(Field::Timeline, RowId(5));
        draft.postmortem.waivers = vec![
            waiver("unquantified-impact", None, "nobody noticed"),
            waiver("untimed-entry", Some(row), "the log was lost"),
        ];
    }
    draft
}

#[test]
fn a_draft_comes_back_as_it_was_saved() {
    let draft = draft_of(SCHEMA);
    let record = draft.encode();
    assert_eq!(Draft::decode(&record), Ok(draft));
}

#[test]
fn what_was_typed_and_not_understood_is_saved_word_for_word() {
    let record = draft().encode();
    let time = Draft::decode(&record)
        .unwrap()
        .postmortem
        .summary
        .start
        .time;
    assert_eq!(time, Entered::AsTyped("14:15pm".to_owned()));
}

#[test]
fn a_record_of_every_version_is_read() {
    for schema in 1..=SCHEMA {
        let path = format!(
            "{}/tests/drafts/schema-{schema}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let record =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let read = Draft::decode(&record).unwrap_or_else(|error| panic!("{path}: {error:?}"));
        assert_eq!(read, draft_of(schema), "{path}");
    }
}

#[test]
fn a_record_that_cannot_be_read_says_why() {
    for record in [
        "",
        "{",
        "null",
        "[]",
        "\"x\"",
        "{\"schema\":1}",
        "{\"postmortem\":{}}",
    ] {
        assert!(
            matches!(Draft::decode(record), Err(DraftError::Damaged(_))),
            "{record}"
        );
    }
    assert_eq!(
        Draft::decode("{\"schema\":999}"),
        Err(DraftError::Newer { schema: 999 })
    );
}

#[test]
fn a_record_that_was_changed_by_a_letter_is_not_taken_for_whole() {
    let record = draft().encode();
    let changed = record.replace("Search slow", "Search slaw");
    assert_ne!(record, changed);
    let damaged = Draft::decode(&changed);
    assert!(
        matches!(damaged, Err(DraftError::Damaged(_))),
        "{damaged:?}"
    );

    for length in 0..record.len() {
        if let Some(part) = record.get(..length) {
            let cut = Draft::decode(part);
            assert!(
                matches!(cut, Err(DraftError::Damaged(_))),
                "{length}: {cut:?}"
            );
        }
    }
}

#[test]
fn a_newer_record_is_called_newer_whatever_its_checksum() {
    let record = draft().encode();
    let newer = record.replace(&format!("\"schema\":{SCHEMA}"), "\"schema\":999");
    assert_eq!(
        Draft::decode(&newer),
        Err(DraftError::Newer { schema: 999 })
    );
}

#[test]
fn rows_that_share_an_identity_are_told_apart() {
    let mut twins = draft();
    for text in ["one", "two"] {
        let item = Item {
            id: RowId(4),
            text: text.to_owned(),
        };
        twins.postmortem.lessons.went_well.push(item);
    }
    let read = Draft::decode(&twins.encode()).unwrap().postmortem;
    let mut ids: Vec<RowId> = read.lessons.went_well.iter().map(|item| item.id).collect();
    ids.extend(read.analysis.factors.iter().map(|item| item.id));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}
