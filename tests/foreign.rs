//! Postmortems as others write them: what is read out of them, and that it lasts.
//!
//! `tests/foreign` holds documents in the many forms that people use, each with the facts that an
//! attentive reader takes from it. Those of `../shared/seeds`, where they are, are held to the same.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic, and says where"
)]

use std::fs;
use std::path::{Path, PathBuf};

use postmortem_editor::facts::Facts;
use postmortem_editor::markdown::{Reading, read, read_as, write};
use postmortem_editor::template::TemplateId;
use serde_json::{Value, json};

/// What is known to be read otherwise than a person would: the document and the fact. One that is
/// read rightly has to go from here.
const MISSES: &[(&str, &str)] = &[
    // A long story whose resolution is told in no usual words.
    ("company/014", "has_resolution"),
    // A migration over months: its first day is not that of the incident.
    ("company/006", "date"),
    // A preliminary report: the last entry is that of the report itself, and a share of packets.
    ("company/023", "end"),
    ("company/023", "percent_affected"),
    // A template with its placeholders left in, and a share of a share.
    ("first/025", "measures"),
    ("first/025", "percent_affected"),
    // The section on the response is a timeline, whose last entry has none of the words of an end.
    ("first/043", "has_resolution"),
    // The last update of a status page is its end, and the oldest stands below it.
    ("last/029", "has_conclusion"),
    // A sentence among timed ones that has its time in the middle.
    ("last/018", "timeline_events"),
    // After the outage the timeline goes on.
    ("last/032", "end"),
    // The cause is told in a story.
    ("last/033", "has_root_cause"),
    ("last/045", "has_root_cause"),
    ("last/038", "end"),
    // Times of the evening without a word on it, which only the summary has.
    ("rare/017", "timeline_first"),
    ("rare/017", "timeline_last"),
    // "When it has started exactly we do not know" within a sentence.
    ("school/012", "start"),
    // "We will write this part after the meeting."
    ("school/020", "measures"),
    // The build that dropped labels is told under what went wrong.
    ("second/031", "has_root_cause"),
];

/// The fewest documents that say anything about how people write.
const FEWEST: usize = 60;

struct Case {
    name: String,
    text: String,
    expected: Value,
}

fn cases_in(texts: &Path, facts: &Path) -> Vec<Case> {
    let Ok(entries) = fs::read_dir(facts) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let case = |path: PathBuf| {
        let expected: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let text = texts.join(path.file_name().unwrap()).with_extension("md");
        Case {
            name: expected["id"].as_str().unwrap().to_owned(),
            text: fs::read_to_string(text).unwrap(),
            expected,
        }
    };
    paths.into_iter().map(case).collect()
}

fn own() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign");
    let mut folders: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    folders
        .iter()
        .flat_map(|folder| cases_in(folder, folder))
        .collect()
}

fn seeds() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    cases_in(&root, &root.join("expected"))
}

fn facts_of(reading: &Reading) -> Value {
    let facts = serde_json::to_value(Facts::new(reading)).unwrap();
    let list = |name: &str| facts[name].as_array().unwrap();
    let events = list("timeline");
    let times: Vec<&Value> = events.iter().map(|event| &event["time"]).collect();
    let mut known = times.iter().filter(|time| !time.is_null());
    let first = known.next().copied();
    let timed = events
        .iter()
        .filter(|event| !event["time"].is_null() || !event["date"].is_null());
    json!({
        "title": facts["title"],
        "date": facts["date"],
        "start": facts["start"],
        "end": facts["end"],
        "timezone": facts["time_zone"],
        "percent_affected": facts["affected_percent"],
        "timeline_events": timed.count(),
        "timeline_first": first,
        "timeline_last": known.next_back().copied().or(first),
        "has_root_cause": !facts["root_cause"].is_null(),
        "has_resolution": !facts["resolution"].is_null(),
        "has_impact": !facts["impact"].is_null(),
        "measures": list("improvements").len() + list("action_items").len(),
        "has_conclusion": !facts["conclusion"].is_null(),
    })
}

/// Every fact that is read otherwise than expected, in words.
fn wrong(case: &Case) -> Vec<(String, String)> {
    let facts = facts_of(&read(&case.text));
    let facts = facts.as_object().unwrap();
    facts
        .iter()
        .filter(|(fact, value)| case.expected[fact.as_str()] != **value)
        .map(|(fact, value)| {
            let expected = &case.expected[fact.as_str()];
            (fact.clone(), format!("{expected}, read as {value}"))
        })
        .collect()
}

#[test]
fn the_facts_of_every_document_are_read() {
    let cases = own();
    assert!(cases.len() >= FEWEST, "{} documents", cases.len());
    let mut problems = Vec::new();
    let mut misses: Vec<(&str, &str)> = MISSES.to_vec();
    for case in &cases {
        for (fact, words) in wrong(case) {
            let known = |miss: &(&str, &str)| *miss == (case.name.as_str(), fact.as_str());
            match misses.iter().position(known) {
                Some(at) => drop(misses.remove(at)),
                None => problems.push(format!("{} {fact}: {words}", case.name)),
            }
        }
    }
    problems.extend(
        misses
            .iter()
            .map(|miss| format!("{miss:?} is read rightly by now")),
    );
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_facts_of_every_seed_are_read() {
    for case in seeds() {
        assert_eq!(wrong(&case), [], "{}", case.name);
    }
}

#[test]
fn what_was_read_comes_back_from_its_export() {
    let classic = TemplateId::default().template();
    for case in own().iter().chain(&seeds()) {
        let reading = read(&case.text);
        let exported = write(&reading.document, reading.template);
        let again = read(&exported);
        assert_eq!(again.template.id, reading.template.id, "{}", case.name);
        assert_eq!(again.document, reading.document, "{}", case.name);
        assert_eq!(
            write(&again.document, again.template),
            exported,
            "{}",
            case.name
        );
        // And from the template that everybody has.
        let exported = write(&reading.document, classic);
        let again = read_as(&exported, classic);
        assert_eq!(write(&again.document, classic), exported, "{}", case.name);
        assert_eq!(facts_of(&again), facts_of(&reading), "{}", case.name);
    }
}
