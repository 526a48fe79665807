//! Lines copied from chats, logs, tables and lists: what rows they become, and that none is lost.
//!
//! `tests/paste` holds a folder for each source. A sample is a text as it is copied, and beside it
//! the table of what an attentive reader makes of it. `UPDATE_PASTED=1` writes the tables anew, to
//! be read line by line.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says where")]

#[path = "hostile/text.rs"]
mod hostile;
#[path = "paste/words.rs"]
mod words;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use postmortem_editor::paste::{
    FEWEST_LINES, Given, OpenDay, Pasted, PastedRow, SOURCES, is_many, read, read_as,
};
use postmortem_editor::postmortem::Typed;
use postmortem_editor::reader::{LinesAnswer, LinesRequest, answer};

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
        near: None,
        is_day_first: value("day-first").map(|answer| answer == "yes"),
    }
}

/// What was read as a table: one row a line, and behind it the lines in no row.
fn table(pasted: &Pasted) -> String {
    let mut table = String::new();
    for row in &pasted.rows {
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
            day_of(row),
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

fn day_of(row: &PastedRow) -> String {
    let day = match (&row.date, &row.open_day) {
        (Some(date), _) => date.canonical(),
        (None, Some(day)) => open(day),
        (None, None) => "?".to_owned(),
    };
    match row.days_after {
        0 => day,
        days => format!("{day}+{days}"),
    }
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
fn every_sample_is_read_beside_the_page_as_it_is_here() {
    for sample in samples() {
        for source in [None, Some("plain")] {
            let request = LinesRequest {
                source: source.map(str::to_owned),
                given: sample.given,
            };
            let answered = answer(&request.encode(sample.text.clone())).unwrap();
            let found = LinesAnswer::decode(&answered).unwrap();
            let recognised = read(&sample.text, &sample.given);
            let pasted = match source {
                None => recognised.clone(),
                Some(_) => read_as(&sample.text, SOURCES.last().unwrap(), &sample.given),
            };
            let name = &sample.name;
            assert_eq!(found.rows, pasted.rows, "{name}");
            assert_eq!(found.rest, pasted.rest, "{name}");
            assert_eq!(found.source.id, pasted.source.id, "{name}");
            assert_eq!(found.recognised, recognised.source.id, "{name}");
            assert_eq!(found.sources.len(), SOURCES.len(), "{name}");
        }
    }
}

#[test]
fn lines_with_times_are_told_from_other_texts_before_they_are_read() {
    let missed: Vec<String> = samples()
        .into_iter()
        .filter(|sample| {
            let rows = read(&sample.text, &sample.given).rows;
            let timed = rows.iter().filter(|row| !row.time.is_empty());
            timed.count() >= FEWEST_LINES && !is_many(&sample.text)
        })
        .map(|sample| sample.name)
        .collect();
    // They tell days ago, and times without a colon.
    assert_eq!(missed, ["git/relative", "plain/typed"]);
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

#[test]
fn what_is_given_settles_days_that_the_text_leaves_open() {
    let slashed = "03/05/2024, 14:31 - Ana: late\n04/05/2024, 00:10 - Ana: later";
    let decided = "03/05/2024, 14:31 - Ana: late\n05/25/2024, 00:10 - Ana: later";
    let contrary =
        "25/05/2024, 14:31 - Ana: late\n03/05/2024, 14:31 - Ana: x\n05/25/2024, 00:10 - Ana: y";
    for (text, today, is_day_first, days, is_open) in [
        (
            slashed,
            None,
            None,
            "2024-05-03/2024-03-05 2024-05-04/2024-04-05",
            true,
        ),
        (slashed, None, Some(true), "2024-05-03 2024-05-04", false),
        (slashed, None, Some(false), "2024-03-05 2024-04-05", false),
        (decided, None, Some(true), "2024-03-05 2024-05-25", false),
        (
            contrary,
            None,
            None,
            "2024-05-25 2024-05-03/2024-03-05 2024-05-25",
            true,
        ),
        (
            contrary,
            None,
            Some(false),
            "2024-05-25 2024-03-05 2024-05-25",
            false,
        ),
        (
            "Today\n14:31 a\nYesterday\n14:31 b",
            None,
            None,
            "0 days ago 1 days ago",
            false,
        ),
        (
            "Today\n14:31 a\nYesterday\n14:31 b",
            Some("2024-03-01"),
            None,
            "2024-03-01 2024-02-29",
            false,
        ),
        ("Friday\n14:31 a\n00:10 b", None, None, "Fri Fri+1", false),
        (
            "Friday\n14:31 a\n00:10 b",
            Some("2024-05-03"),
            None,
            "2024-05-03 2024-05-04",
            false,
        ),
        ("May 3 14:31 a", None, None, "????-05-03", false),
        (
            "May 3 14:31 a",
            Some("2024-05-02"),
            None,
            "2024-05-03",
            false,
        ),
        (
            "May 3 14:31 a",
            Some("2024-05-01"),
            None,
            "2023-05-03",
            false,
        ),
        (
            "Feb 29 14:31 a",
            Some("2026-01-01"),
            None,
            "2024-02-29",
            false,
        ),
        (
            "Tuesday, May 3 14:31 a",
            Some("2024-06-01"),
            None,
            "2022-05-03",
            false,
        ),
        (
            "2021-01-01 14:31 a\nMay 3 14:31 b",
            Some("2024-06-01"),
            None,
            "2021-01-01 2021-05-03",
            false,
        ),
        ("5/3 14:31 a", Some("2024-06-01"), None, "5/3", false),
        (
            "5/3 14:31 a",
            Some("2024-06-01"),
            Some(true),
            "2024-03-05",
            false,
        ),
        (
            "22:00 a\n21:00 b\n17:00 c\n10:00 d",
            None,
            None,
            "? ? ? ?",
            false,
        ),
        (
            "22:00 a\n15:00 b\n23:00 c\n01:00 d",
            None,
            None,
            "? ?+1 ?+1 ?+2",
            false,
        ),
    ] {
        let given = Given {
            today: today.map(|date| NaiveDate::parse(date).unwrap()),
            near: None,
            is_day_first,
        };
        let pasted = read(text, &given);
        let found: Vec<String> = pasted.rows.iter().map(day_of).collect();
        assert_eq!(found.join(" "), days, "{text} with {given:?}");
        assert_eq!(pasted.readings.is_some(), is_open, "{text} with {given:?}");
    }
}
