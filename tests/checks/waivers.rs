//! What is said not to apply is shown and counts for nothing, and stands only with a reason.

use postmortem_editor::checks::{PartState, completeness, findings, part_state};
use postmortem_editor::postmortem::{Field, Place, Postmortem, RowId, Section, Waiver};

use crate::documents::{classic, finished};

fn waive(document: &mut Postmortem, check: &str, place: Option<Place>, reason: &str) {
    document.waivers.push(Waiver {
        check: check.to_owned(),
        place,
        reason: reason.to_owned(),
    });
}

/// The codes of the findings, each with why it does not apply.
fn told(document: &Postmortem) -> Vec<(&'static str, Option<String>)> {
    let found = findings(document, classic()).into_iter();
    found.map(|it| (it.check.code, it.waived)).collect()
}

#[test]
fn a_waived_finding_is_marked_and_answered() {
    let mut document = finished();
    document.overview.severity = "".into();
    let head = classic().part(Section::Overview).unwrap();
    let state = |document: &Postmortem| {
        let found = findings(document, classic());
        let complete = completeness(document, classic(), &found);
        let state = part_state(document, classic(), head, &found);
        (state, complete.to_string())
    };
    let open = (PartState::InProgress { missing: 1 }, "4 of 5 sections");
    assert_eq!(state(&document), (open.0, open.1.to_owned()));
    for name in ["missing-severity", "DOC04", "doc04", "Missing-Severity"] {
        document.waivers.clear();
        waive(
            &mut document,
            name,
            None,
            "we rate services and not incidents",
        );
        let reason = "we rate services and not incidents".to_owned();
        assert_eq!(
            told(&document).last(),
            Some(&("DOC04", Some(reason))),
            "{name}"
        );
        let answered = (PartState::Complete, "5 of 5 sections".to_owned());
        assert_eq!(state(&document), answered, "{name}");
    }
}

#[test]
fn a_section_that_is_empty_with_leave_has_nothing_to_say() {
    let mut document = finished();
    document.timeline.events.clear();
    waive(
        &mut document,
        "short-timeline",
        None,
        "nobody wrote anything down",
    );
    let found = findings(&document, classic());
    let timeline = classic().part(Section::Timeline).unwrap();
    let state = part_state(&document, classic(), timeline, &found);
    assert_eq!(state, PartState::NothingToSay);
}

#[test]
fn a_waiver_is_of_its_place_alone() {
    let mut document = finished();
    for index in [1, 2] {
        document.timeline.events[index].when.time = "".into();
    }
    let row = |id| Some(Place::row(Field::Timeline, RowId(id)));
    let reason = Some("the log was lost".to_owned());
    for (place, expected) in [
        (row(2), vec![("TIM02", reason.clone()), ("TIM02", None)]),
        (
            None,
            vec![("TIM02", reason.clone()), ("TIM02", reason.clone())],
        ),
        (
            Some(Place::field(Field::Timeline)),
            vec![("DOC10", None), ("TIM02", None), ("TIM02", None)],
        ),
        (
            row(9),
            vec![("DOC10", None), ("TIM02", None), ("TIM02", None)],
        ),
    ] {
        document.waivers.clear();
        waive(&mut document, "untimed-entry", place, "the log was lost");
        let mut told = told(&document);
        told.sort();
        let mut expected = expected;
        expected.sort();
        assert_eq!(told, expected, "{place:?}");
    }
}

#[test]
fn a_waiver_that_meets_nothing_or_gives_no_reason_is_a_finding() {
    for (check, place, reason, expected) in [
        ("missing-title", None, "x", &["DOC10"][..]),
        ("no-such-check", None, "x", &["DOC10"]),
        ("missing-severity", None, "", &["DOC04", "DOC11"]),
        ("missing-severity", None, "TBD", &["DOC04", "DOC11"]),
        // Of another template, under which it may have something to say.
        ("unnamed-leads", None, "x", &[]),
        ("stale-waiver", None, "x", &[]),
    ] {
        let mut document = finished();
        if check == "missing-severity" {
            document.overview.severity = "".into();
        }
        waive(&mut document, check, place, reason);
        let mut codes: Vec<_> = told(&document).into_iter().map(|(code, _)| code).collect();
        codes.sort_unstable();
        assert_eq!(codes, expected, "{check}: {reason}");
    }
}

#[test]
fn a_finding_makes_its_own_waiver() {
    let mut document = finished();
    document.timeline.events[1].when.time = "".into();
    let found = findings(&document, classic());
    let waiver = found[0].waiver("the log was lost");
    assert!(found[0].is_covered_by(&waiver));
    document.waivers.push(waiver);
    assert!(
        findings(&document, classic())
            .iter()
            .all(|it| it.waived.is_some())
    );
}
