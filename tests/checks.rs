//! The checks as a table: codes, names, files, words, examples and CHECKS.md in step, and what
//! they say about whole documents.

#[path = "checks/documents.rs"]
mod documents;
#[path = "checks/seeds.rs"]
mod seeds;
#[path = "checks/spans.rs"]
mod spans;
#[path = "checks/waivers.rs"]
mod waivers;

use std::collections::BTreeSet;
use std::path::PathBuf;

use postmortem_editor::checks::{
    CHECKS, Check, Finding, Kind, PartState, Profiles, catalogue_markdown, check_named,
    completeness, findings, findings_before_publishing, part_state,
};
use postmortem_editor::markdown;
use postmortem_editor::postmortem::{ActionItem, Field, Item, Postmortem, RowId, Section, example};
use postmortem_editor::template::{Need, TEMPLATES, Template, by_id};

use documents::{
    backwards, broken, careless, classic, finished, finished_in, half_timed, hasty, idle,
    ill_worded, mismarked, private,
};

/// Where the file of a check stands, and how its code begins: with its section, or with what it
/// looks at where that is no section.
fn home(check: &Check) -> (&'static str, &'static str) {
    match check.about.code.get(..3) {
        Some("LAN") => return ("language", "LAN"),
        Some("PRI") => return ("privacy", "PRI"),
        _ => {}
    }
    match check.about.section {
        Section::Overview => ("overview", "DOC"),
        Section::Summary => ("summary", "SUM"),
        Section::Impact => ("impact", "IMP"),
        Section::Timeline => ("timeline", "TIM"),
        Section::Trigger | Section::Analysis | Section::Factors | Section::Whys => {
            ("analysis", "CAU")
        }
        Section::Detection => ("detection", "DET"),
        Section::Resolution => ("resolution", "RES"),
        Section::Improvements | Section::FollowUp => ("follow_up", "ACT"),
        Section::Lessons | Section::WentBadly | Section::Luck => ("lessons", "LES"),
        Section::Conclusion => ("conclusion", "CON"),
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What is shown to whoever writes, and what to whoever publishes.
fn all_findings(document: &Postmortem, template: &'static Template) -> Vec<Finding> {
    let mut all = findings(document, template);
    let before_publishing = findings_before_publishing(document, template);
    let waiting = before_publishing.into_iter();
    all.extend(waiting.filter(|finding| {
        let check = check_named(finding.check.name);
        check.is_some_and(|check| check.profiles.is_for_publishing())
    }));
    all
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.check.code).collect()
}

#[test]
fn codes_and_names_are_unique_and_well_formed() {
    let (mut seen_codes, mut seen_names) = (BTreeSet::new(), BTreeSet::new());
    for check in CHECKS {
        let digits = check.about.code.strip_prefix(home(check).1);
        assert!(
            digits.is_some_and(|digits| digits.len() == 2 && digits.parse::<u8>().is_ok()),
            "{} is not of its section",
            check.about.code
        );
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(
            check.about.name.split('-').all(is_word),
            "{}",
            check.about.name
        );
        assert!(
            seen_codes.insert(check.about.code),
            "{} twice",
            check.about.code
        );
        assert!(
            seen_names.insert(check.about.name),
            "{} twice",
            check.about.name
        );
        assert_eq!(check_named(check.about.name), Some(*check));
        assert_eq!(check_named(&check.about.code.to_lowercase()), Some(*check));
    }
}

#[test]
fn checks_stand_section_by_section() {
    assert!(
        CHECKS
            .iter()
            .map(|check| match home(check).0 {
                folder @ ("language" | "privacy") => (Some(folder), None, check.about.code),
                _ => (None, Some(check.about.section), check.about.code),
            })
            .is_sorted()
    );
}

#[test]
fn every_check_has_a_file_of_its_name_and_every_file_a_check() {
    let file = |check: &Check| {
        let name = check.about.name.replace('-', "_");
        format!("{}/{name}.rs", home(check).0)
    };
    let expected: BTreeSet<String> = CHECKS.iter().map(|check| file(check)).collect();
    let folder = root().join("src/checks");
    let mut found = BTreeSet::new();
    let folders: BTreeSet<&str> = CHECKS.iter().map(|check| home(check).0).collect();
    for name in folders {
        let entries = std::fs::read_dir(folder.join(name)).unwrap();
        for entry in entries {
            let file = entry.unwrap().file_name().into_string().unwrap();
            if file != "mod.rs" {
                found.insert(format!("{name}/{file}"));
            }
        }
    }
    assert_eq!(found, expected);
    for check in CHECKS {
        let text = std::fs::read_to_string(folder.join(file(check))).unwrap();
        let head = format!("//! `{}`", check.about.name);
        assert!(
            text.starts_with(&head),
            "{} begins with {head}",
            file(check)
        );
    }
}

#[test]
fn every_check_explains_itself() {
    for check in CHECKS {
        for words in [
            check.about.what,
            check.about.why,
            check.about.fix,
            check.about.source,
        ] {
            assert!(!words.trim().is_empty(), "{}", check.about.code);
            assert!(!words.ends_with('.'), "{}: {words}", check.about.code);
        }
        for words in [check.about.what, check.about.why, check.about.fix] {
            let first = words.chars().next().unwrap();
            assert!(!first.is_lowercase(), "{}: {words}", check.about.code);
        }
        if let Profiles::Only(ids) = check.profiles {
            assert!(
                ids.iter().all(|id| by_id(id).is_some()),
                "{}",
                check.about.code
            );
        }
    }
}

#[test]
fn every_example_does_what_it_shows() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        let fires = |text: &str| {
            let reading = markdown::read(text);
            all_findings(&reading.document, reading.template)
                .iter()
                .any(|finding| *finding.check == check.about)
        };
        if !fires(check.example.flagged) {
            wrong.push(format!(
                "{} does not fire where it should",
                check.about.code
            ));
        }
        if fires(check.example.passes) {
            wrong.push(format!("{} fires where it should not", check.about.code));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_catalogue_file_is_current() {
    let path = root().join("CHECKS.md");
    let text = catalogue_markdown();
    if std::env::var_os("UPDATE_CHECKS_MD").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == text,
        "CHECKS.md is not what src/checks says; run: UPDATE_CHECKS_MD=1 cargo test --test checks"
    );
}

#[test]
fn every_required_field_is_missed_in_an_empty_document() {
    let document = Postmortem::default();
    for template in TEMPLATES {
        let found = findings(&document, template);
        let missing: BTreeSet<Field> = found
            .iter()
            .filter(|finding| finding.check.kind == Kind::Missing)
            .map(|finding| finding.place.field)
            .collect();
        for part in template.parts {
            for slot in part.slots {
                let is_asked_for = part.need == Need::Required && slot.need == Need::Required;
                assert_eq!(
                    missing.contains(&slot.field),
                    is_asked_for,
                    "{} in {}",
                    slot.field.key(),
                    template.id
                );
            }
            let state = part_state(&document, template, part, &found);
            assert_eq!(state.words(), "Not started");
        }
        let completeness = completeness(&document, template, &found);
        let headings = template.headings();
        let required = headings.filter(|(_, need)| *need == Need::Required).count();
        // And the head of the document, which has no heading.
        assert_eq!((completeness.complete, completeness.of), (0, required + 1));
    }
}

#[test]
fn a_finished_document_has_no_finding() {
    for template in TEMPLATES {
        let document = finished();
        let found = findings(&document, template);
        assert_eq!(found, [], "{}", template.id);
        let document = finished_in(template);
        let found = findings(&document, template);
        assert_eq!(found, [], "{}", template.id);
        let completeness = completeness(&document, template, &found);
        assert_eq!(completeness.complete, completeness.of, "{}", template.id);
    }
}

#[test]
fn the_example_has_no_finding_in_any_template() {
    for template in TEMPLATES {
        let found = findings(&example(), template);
        assert_eq!(found, [], "{}", template.id);
    }
}

#[test]
fn a_hint_keeps_nothing_from_being_complete() {
    let mut document = finished();
    document.resolution.text =
        "The certificate was renewed by hand, see [](https://a.example).".into();
    let found = findings(&document, classic());
    assert_eq!(codes(&found), ["DOC12"]);
    assert!(found[0].is_hint && !found[0].counts());
    let part = classic().part(Section::Analysis).unwrap();
    let state = part_state(&document, classic(), part, &found);
    assert_eq!(state, PartState::Complete);
}

#[test]
fn messages_are_sentence_case_and_carry_no_full_stop() {
    let mut seen = BTreeSet::new();
    let flawed = [
        broken(),
        backwards(),
        half_timed(),
        mismarked(),
        ill_worded(),
        private(),
        careless(),
        hasty(),
        idle(),
    ];
    for document in flawed.into_iter().chain([Postmortem::default()]) {
        for template in TEMPLATES {
            for finding in all_findings(&document, template) {
                let message = &finding.message;
                let first = message.chars().next().unwrap();
                assert!(!first.is_lowercase(), "{message}");
                assert!(!message.ends_with(['.', '!', ' ']), "{message}");
                assert!(!message.contains('\n'), "{message}");
                seen.insert(finding.check.code);
            }
        }
    }
    let unseen: Vec<_> = CHECKS
        .iter()
        .map(|check| check.about.code)
        .filter(|code| !seen.contains(code))
        .collect();
    assert!(
        unseen.is_empty(),
        "put what they flag into a document here: {unseen:?}"
    );
}

#[test]
fn findings_stand_in_the_order_of_the_document() {
    for template in TEMPLATES {
        let rank = |finding: &Finding| {
            let mut slots = template.parts.iter().flat_map(|part| part.slots);
            slots.position(|slot| slot.field == finding.place.field)
        };
        let found = findings(&broken(), template);
        assert!(found.iter().map(rank).is_sorted(), "{}", template.id);
    }
}

#[test]
fn rows_stand_in_their_own_order_whatever_their_identities() {
    let mut document = finished();
    document.follow_up.action_items.truncate(1);
    for id in [90, 80, 85] {
        document.follow_up.action_items.push(ActionItem {
            id: RowId(id),
            text: "Add an alert".into(),
            ..ActionItem::default()
        });
    }
    let places: Vec<_> = findings(&document, classic())
        .iter()
        .map(|finding| (finding.place.key(), finding.check.code))
        .collect();
    let expected = [90, 80, 85]
        .iter()
        .flat_map(|id| ["ACT02", "ACT03"].map(|code| (format!("action-items-{id}"), code)));
    assert_eq!(places, expected.collect::<Vec<_>>());
}

#[test]
fn a_reason_silences_what_is_missing_and_only_that() {
    let mut document = finished();
    document.timeline.events.clear();
    let timeline = classic().part(Section::Timeline).unwrap();
    let state = |document: &Postmortem| {
        let found = findings(document, classic());
        let state = part_state(document, classic(), timeline, &found);
        (codes(&found), state)
    };
    assert_eq!(state(&document), (vec!["TIM01"], PartState::NotStarted));

    for no_reason in ["", " ", "-", "TBD"] {
        let reason = no_reason.to_owned();
        document.nothing_to_say.insert(Section::Timeline, reason);
        let expected = PartState::InProgress { missing: 2 };
        assert_eq!(state(&document), (vec!["DOC08", "TIM01"], expected));
    }

    let reason = "Nothing was written down that night".to_owned();
    document.nothing_to_say.insert(Section::Timeline, reason);
    assert_eq!(state(&document), (vec![], PartState::NothingToSay));
    let found = findings(&document, classic());
    let completeness = completeness(&document, classic(), &found);
    assert_eq!(completeness.to_string(), "5 of 5 sections");

    document.timeline.events = backwards().timeline.events;
    let to_fix = PartState::ToFix { count: 2 };
    assert_eq!(state(&document), (vec!["DOC09", "TIM04"], to_fix));
    assert_eq!(to_fix.words(), "2 to fix");
}

#[test]
fn an_optional_section_counts_once_anything_stands_in_it() {
    let mut document = finished();
    document.lessons.went_well.push(Item {
        id: RowId(70),
        text: String::new(),
    });
    for (text, expected) in [
        ("The runbook was right", "6 of 6 sections"),
        ("TODO", "5 of 6 sections"),
        ("  ", "5 of 5 sections"),
    ] {
        document.lessons.went_well[0].text = text.into();
        let found = findings(&document, classic());
        let completeness = completeness(&document, classic(), &found);
        assert_eq!(completeness.to_string(), expected, "{text}");
    }
}
