//! Lines copied from chats, logs, tables and lists: what rows they become, and that none is lost.
//!
//! `tests/paste` holds a folder for each source. A sample is a text as it is copied, and beside it
//! the table of what an attentive reader makes of it. `UPDATE_PASTED=1` writes the tables anew, to
//! be read line by line.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic, and says where"
)]

#[path = "hostile/text.rs"]
mod hostile;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use postmortem_editor::paste::{Given, OpenDay, Pasted, SOURCES, read, read_as};
use postmortem_editor::postmortem::Typed;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The fewest samples that say anything about how a source looks.
const FEWEST: usize = 3;

struct Sample {
    /// The identifier of its source.
    source: String,
    name: String,
    text: String,
    given: Given,
    /// The table beside it.
    rows: String,
}

fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/paste");
    let mut samples = Vec::new();
    for source in fs::read_dir(folder).unwrap() {
        let source = source.unwrap().path();
        if !source.is_dir() {
            continue;
        }
        for file in fs::read_dir(&source).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|ending| ending == "txt") {
                let rows = fs::read_to_string(file.with_extension("rows")).unwrap();
                let id = source.file_name().unwrap().to_string_lossy();
                let name = file.file_stem().unwrap().to_string_lossy();
                samples.push(Sample {
                    source: id.clone().into_owned(),
                    name: format!("{id}/{name}"),
                    text: fs::read_to_string(&file).unwrap(),
                    given: given(rows.lines().next().unwrap()),
                    rows,
                });
            }
        }
    }
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    samples
}

/// "given: today=2024-05-06 day-first=yes"
fn given(line: &str) -> Given {
    let words = line.strip_prefix("given: ").unwrap();
    let value = |name: &str| {
        words
            .split(' ')
            .find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    };
    Given {
        today: value("today").map(|date| NaiveDate::parse(date).unwrap()),
        is_day_first: value("day-first").map(|answer| answer == "yes"),
    }
}

/// What was read as a table: one row a line, and behind it the lines in no row.
fn table(pasted: &Pasted) -> String {
    let mut table = String::new();
    for row in &pasted.rows {
        let mut day = match (&row.date, &row.open_day) {
            (Some(date), _) => date.canonical(),
            (None, Some(day)) => open(day),
            (None, None) => "?".to_owned(),
        };
        if row.days_after > 0 {
            write!(day, "+{}", row.days_after).unwrap();
        }
        let marks = [
            (row.is_duplicate, "duplicate"),
            (row.is_next_day_guessed, "next day guessed"),
        ];
        let marks: Vec<&str> = marks
            .iter()
            .filter_map(|(is_set, mark)| is_set.then_some(*mark))
            .collect();
        let cells = [
            row.line.to_string(),
            day,
            row.time.text(),
            row.zone.clone().unwrap_or_default(),
            row.who.clone(),
            row.text.replace('\n', "⏎"),
            row.evidence.clone(),
            marks.join(", "),
        ];
        writeln!(table, "{}", cells.join(" ¦ ").trim_end_matches([' ', '¦'])).unwrap();
    }
    for rest in &pasted.rest {
        writeln!(table, "{} ~ {:?} ~ {}", rest.line, rest.why, rest.text).unwrap();
    }
    if let Some((day_first, month_first)) = pasted.readings {
        writeln!(table, "either {day_first} or {month_first}").unwrap();
    }
    table
}

fn open(day: &OpenDay) -> String {
    match day {
        OpenDay::Date(date) => date.canonical(),
        OpenDay::Either {
            day_first,
            month_first,
        } => format!("{day_first}/{month_first}"),
        OpenDay::Yearless { month, day, .. } => format!("????-{month:02}-{day:02}"),
        OpenDay::YearlessEither(first, second) => format!("{first}/{second}"),
        OpenDay::DaysAgo(days) => format!("{days} days ago"),
        OpenDay::Weekday(day) => format!("{day:?}"),
        OpenDay::Words(words) => format!("“{words}”"),
    }
}

#[test]
fn every_sample_becomes_the_rows_beside_it() {
    let mut wrong = Vec::new();
    let is_update = std::env::var_os("UPDATE_PASTED").is_some();
    for sample in samples() {
        let head = sample.rows.lines().next().unwrap();
        let found = format!("{head}\n{}", table(&read(&sample.text, &sample.given)));
        if is_update {
            let path = format!("tests/paste/{}.rows", sample.name);
            fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &found).unwrap();
        } else if found != sample.rows {
            wrong.push(format!(
                "{}:\n{found}instead of\n{}",
                sample.name, sample.rows
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_sample_is_known_for_what_it_is() {
    let wrong: Vec<String> = samples()
        .iter()
        .filter_map(|sample| {
            let found = read(&sample.text, &sample.given).source.id;
            (found != sample.source).then(|| format!("{} is read as {found}", sample.name))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_source_has_samples_and_a_name_of_its_own() {
    let samples = samples();
    for source in SOURCES {
        let count = samples
            .iter()
            .filter(|sample| sample.source == source.id)
            .count();
        assert!(count >= FEWEST, "{} has {count} samples", source.id);
        let is_same = |other: &&&postmortem_editor::paste::Source| {
            other.id == source.id || other.name == source.name
        };
        assert_eq!(SOURCES.iter().filter(is_same).count(), 1, "{}", source.id);
        assert!(!source.about.ends_with('.'), "{}", source.id);
    }
    for sample in &samples {
        let is_known = SOURCES.iter().any(|source| source.id == sample.source);
        assert!(is_known, "{} is of no source", sample.name);
    }
}

#[test]
fn every_source_survives_the_samples_of_the_others() {
    for sample in samples() {
        for source in SOURCES {
            let pasted = read_as(&sample.text, source, &sample.given);
            assert_eq!(pasted.source.id, source.id, "{}", sample.name);
        }
    }
}

/// What stands in a pasted text for the sake of its form: a time, a day, a field of a record. The
/// words of people go in where `WORD` stands.
const FORMS: &[&str] = &[
    "WORD  2:31 PM",
    "WORD WORD\n  2:31 PM",
    "PagerDuty APP  2:31 PM",
    "2:33",
    ":eyes: 2",
    "3 replies",
    "WORD said WORD (edited)",
    "Tuesday, May 3rd",
    "Today",
    "[2:31 PM] WORD: WORD",
    "[03/05/2024 14:31] WORD: WORD",
    "[WORD 14:31] Ana: WORD",
    "Ana WORD, 3 May 14:31",
    "WORD — Today at 2:31 PM",
    "[14:31]WORD: WORD",
    "[14:31] <WORD> WORD",
    "14:31 -!- WORD has joined",
    "14:31 * WORD WORD",
    "14:31:05 From WORD to WORD: WORD",
    "[03/05/24, 14:31:05] WORD: WORD",
    "25/05/2024, 14:31 - WORD: WORD",
    "WORD, [03.05.2024 14:31]: WORD",
    "May  3 14:31:05 WORD WORD[12]: WORD",
    "<34>1 2024-05-03T14:31:05Z WORD WORD - WORD - WORD",
    "2024-05-03T14:31:05,123+02:00 WORD [WORD] WORD",
    "  at WORD.WORD(WORD)",
    "E0503 14:31:05.123456 12 WORD] WORD",
    "10.0.0.7 - WORD [03/May/2024:14:31:05 +0000] \"WORD\"",
    "WORD | 2024-05-03T14:31:05Z WORD",
    "1714746665.123 WORD",
    "type=WORD msg=audit(1714746665.1:2): WORD",
    "{\"ts\":\"2024-05-03T14:31:05Z\",\"msg\":\"WORD\",\"WORD\":[\"WORD\"]}",
    "time=2024-05-03T14:31:05Z WORD=WORD msg=\"WORD\"",
    "Time,Who,Text,WORD",
    "14:31,WORD,\"WORD, \"\"WORD\"\"\nWORD\",WORD",
    "WORD,\"WORD,WORD",
    "Date;Time (UTC);Text",
    "WORD;14:31;WORD;WORD",
    "commit 3f786850e387550fdab836ed7e6dc881de23001b (WORD)",
    "Author: WORD <a@b.c>",
    "Date:   Fri May 3 14:31:05 2024 +0200",
    "Date:   WORD",
    "    WORD",
    "3f78685 2024-05-03 WORD",
    "3f78685 WORD",
    "- 14:31 UTC – WORD",
    "  - WORD",
    "**14:31:** WORD",
    "**14:31 WORD** WORD",
    "## WORD",
    "| Time | WORD | Text |\n|---|---|---|",
    "| 14:31 | WORD | WORD | WORD |",
    "WORD | WORD",
    "14:31 WORD",
    "14:31-14:40 UTC WORD",
    "23:58 WORD",
    "2024-05-03 WORD",
    "WORD",
    "",
];

/// Words that say a day or a time, or are the form of a line.
const FORMAL: &str = "am pm st nd rd th at today yesterday tuesday fri may ts msg time app edited from to everyone author \
     date commit utc br of in day january february march april june july august september october november december jan feb mar \
     apr jun jul aug sep sept oct nov dec monday wednesday thursday friday saturday sunday mon tue wed thu sat sun";

/// The words of a text in lower case: letters only, and more than one.
fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().nth(1).is_some())
        .map(str::to_owned)
        .collect()
}

/// The words of a text that nothing of what was read has.
fn lost(text: &str, pasted: &Pasted) -> Vec<String> {
    let mut kept = words(FORMAL);
    for row in &pasted.rows {
        kept.extend(words(&format!(
            "{}\n{}\n{}\n{}",
            row.who,
            row.text,
            row.evidence,
            row.time.text()
        )));
        kept.extend(row.zone.iter().flat_map(|zone| words(zone)));
        if let Some(OpenDay::Words(day)) = &row.open_day {
            kept.extend(words(day));
        }
    }
    kept.extend(pasted.rest.iter().flat_map(|rest| words(&rest.text)));
    words(text).difference(&kept).cloned().collect()
}

/// How many texts are tried: `PROPTEST_CASES`, or enough for every day.
fn cases() -> u32 {
    let cases = std::env::var("PROPTEST_CASES").ok();
    cases.and_then(|cases| cases.parse().ok()).unwrap_or(256)
}

/// A text of lines like those that are pasted, and of others.
fn pasted_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => "[a-z]{4,8}",
        1 => Just("Ana Lima".to_owned()),
        1 => "[A-Z][a-z]{3,5}:? [\\*_\\[\\]|\"<>(){}=#,;:-]{0,3}[a-z]{4}",
    ];
    let line = (select(FORMS), vec(word, 6)).prop_map(|(form, words)| {
        let mut words = words.iter();
        let mut line = form.to_owned();
        while let Some(at) = line.find("WORD") {
            let word = words.next().map_or("xyzzy", String::as_str);
            line.replace_range(at..at + 4, word);
        }
        line
    });
    vec(prop_oneof![8 => line, 1 => hostile::text()], 0..12).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_of_any_text_is_lost(text in pasted_text()) {
        let given = Given::default();
        let pasted = read(&text, &given);
        let gone = lost(&text, &pasted);
        prop_assert!(gone.is_empty(), "{gone:?} of {text:?} as {}", pasted.source.id);
        for source in SOURCES {
            let pasted = read_as(&text, source, &given);
            let gone = lost(&text, &pasted);
            prop_assert!(gone.is_empty(), "{gone:?} of {text:?} as {}", source.id);
            let last = text.split(['\n', '\r']).count();
            let mut lines: Vec<usize> = pasted.rows.iter().map(|row| row.line).collect();
            prop_assert!(lines.is_sorted() && lines.iter().all(|line| (1..=last).contains(line)), "{lines:?}");
            lines.extend(pasted.rest.iter().map(|rest| rest.line));
            let count = lines.len();
            lines.sort_unstable();
            lines.dedup();
            prop_assert_eq!(lines.len(), count, "a line is told of twice in {:?} as {}", text, source.id);
        }
    }
}
