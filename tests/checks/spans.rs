//! Where findings lie in their texts, what they offer to put there, and which of them wait.

use std::collections::BTreeSet;

use postmortem_editor::checks::{
    Finding, PartState, apply, findings, findings_before_publishing, part_state, text_at,
};
use postmortem_editor::postmortem::{Facet, Section, Waiver};

use crate::documents::{broken, classic, finished, ill_worded, private};
use crate::{all_findings, codes};

#[test]
fn a_span_lies_in_its_text() {
    let mut seen = 0;
    for document in [broken(), ill_worded(), private()] {
        for finding in all_findings(&document, classic()) {
            let facet = finding.facet.unwrap_or(Facet::Text);
            let text = text_at(&document, finding.place, facet);
            if let Some(span) = finding.span {
                let code = finding.check.code;
                let part = text.get(span);
                assert!(part.is_some_and(|part| !part.is_empty()), "{code}");
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_replacement_puts_right_what_was_found() {
    let mut applied = 0;
    for document in [ill_worded(), private()] {
        let found = all_findings(&document, classic());
        for finding in found.iter().filter(|finding| finding.replacement.is_some()) {
            let mut after = document.clone();
            assert!(apply(&mut after, finding), "{}", finding.message);
            let left = all_findings(&after, classic());
            let count = |findings: &[Finding]| {
                let same = |other: &&Finding| other.check == finding.check;
                findings.iter().filter(same).count()
            };
            assert!(count(&left) < count(&found), "{}", finding.message);
            assert!(left.len() < found.len(), "{}", finding.message);
            applied += 1;
        }
    }
    assert!(applied > 8, "{applied}");
}

#[test]
fn what_is_private_waits_until_the_document_is_published_but_secrets_do_not() {
    let document = private();
    let codes_of = |found: Vec<Finding>| -> BTreeSet<&str> {
        let found = found.iter().map(|finding| finding.check.code);
        found.filter(|code| code.starts_with("PRI")).collect()
    };
    let before = findings_before_publishing(&document, classic());
    assert!(
        before
            .iter()
            .all(|finding| finding.check.is_about_privacy())
    );
    let all = BTreeSet::from(["PRI01", "PRI02", "PRI03", "PRI04", "PRI05"]);
    assert_eq!(codes_of(before), all);
    let while_writing = codes_of(findings(&document, classic()));
    assert_eq!(while_writing, BTreeSet::from(["PRI01"]));
}

#[test]
fn a_hint_keeps_no_section_from_being_complete() {
    let mut document = finished();
    document.timeline.events[0].text = "Ana Ruiz sees card payments fail".into();
    let found = findings(&document, classic());
    let hints: Vec<bool> = found.iter().map(|finding| finding.is_hint).collect();
    assert_eq!((codes(&found), hints), (vec!["LAN05"], vec![true]));
    let timeline = classic().part(Section::Timeline).unwrap();
    let state = part_state(&document, classic(), timeline, &found);
    assert_eq!(state, PartState::Complete);
}

#[test]
fn hostile_text_is_survived() {
    for piece in [
        "`",
        "[",
        "](",
        "<",
        "<!--",
        "\"",
        "“",
        "\\",
        "??",
        "~~~\n",
        "ä`",
        "1 hour ",
        "\n>",
        "``` ",
        "'",
        "should have ",
        "we failed to ",
        "!",
        "a-",
        "’",
        "e.g. ",
        "@",
        "a@b.cd",
        "+1 ",
        "10.",
        "x.internal",
        "password=",
        "://a:b",
        "-----BEGIN PRIVATE KEY",
        "eyJ.",
        "Bearer ",
    ] {
        let mut document = finished();
        document.summary.text = piece.repeat(5_000);
        document.timeline.events[0].text = piece.repeat(3);
        let _ = all_findings(&document, classic());
    }
}

#[test]
fn what_lies_within_a_larger_finding_on_language_is_told_once() {
    let told = |text: &str, waiver: &str| -> Vec<String> {
        let mut document = finished();
        document.analysis.root_cause = text.to_owned();
        document.waivers.push(Waiver {
            check: waiver.to_owned(),
            place: None,
            reason: "it is a quotation".to_owned(),
        });
        let found = findings(&document, classic());
        let is_told = |finding: &&Finding| finding.check.is_about_language();
        let found = found.iter().filter(is_told);
        let part = |finding: &Finding| text.get(finding.span.clone()?).map(str::to_owned);
        found.filter_map(part).collect()
    };
    for (text, waiver, parts) in [
        (
            "Bob carelessly ignored it.",
            "",
            vec!["Bob carelessly ignored"],
        ),
        (
            "The team simply did not follow the runbook.",
            "",
            vec!["The team simply did not follow"],
        ),
        // Each is about words of its own.
        (
            "It was obviously full. The team simply did not follow the runbook.",
            "",
            vec!["The team simply did not follow", "obviously"],
        ),
        // A word and a turn of phrase are two things to mend.
        (
            "It could easily have been detected.",
            "",
            vec!["could easily have been detected", "easily"],
        ),
        // What does not apply tells nothing of what lies within it, and a waiver meets its finding.
        (
            "The team simply did not follow the runbook.",
            "blaming-wording",
            vec!["The team simply did not follow", "simply"],
        ),
        (
            "The team simply did not follow the runbook.",
            "belittling-wording",
            vec!["The team simply did not follow", "simply"],
        ),
    ] {
        assert_eq!(told(text, waiver), parts, "{text} {waiver}");
    }
}
