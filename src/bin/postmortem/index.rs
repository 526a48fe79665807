//! `index`: the postmortems of a folder as a Markdown table, the newest first.
//!
//! A file counts as a postmortem when it ends in `.md` or `.markdown` and tells at least two of the
//! four things that every postmortem tells: what happened, when, why, and what will be done.

use std::path::{Path, PathBuf};

use postmortem_editor::facts::Facts;
use postmortem_editor::markdown::{self, Reading};
use postmortem_editor::postmortem::{Field, incident_minutes, length_in_words};

use super::{Answer, input, report};

const COLUMNS: &str = "| Date | Postmortem | Severity | Duration | Start–end | Open actions |\n\
                       |---|---|---|---|---|---|\n";

/// What a postmortem tells, each with the fields that tell it.
const TOLD: [&[Field]; 4] = [
    &[Field::Summary, Field::WhatUsersSaw],
    &[Field::Start, Field::End, Field::Timeline],
    &[
        Field::RootCause,
        Field::Cause,
        Field::Trigger,
        Field::Factors,
        Field::Resolution,
    ],
    &[Field::ActionItems, Field::Improvements],
];

/// The table of the postmortems that stand right in a folder.
pub(super) fn index(folder: &Path) -> Answer {
    let files = match files_in(folder) {
        Ok(files) => files,
        Err(error) => {
            return Answer::problem(format!(
                "\u{201c}{}\u{201d} could not be listed: {error}. Nothing was changed. Give a \
                 folder that holds postmortems in Markdown.",
                folder.display()
            ));
        }
    };
    let mut answer = Answer::default();
    let mut rows: Vec<(Option<String>, String, String)> = Vec::new();
    for file in files {
        let reading = match input::text_of(&file) {
            Ok(text) => markdown::read(&text),
            Err(problem) => {
                answer.problems.push(problem);
                continue;
            }
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if is_postmortem(&reading) {
            let facts = Facts::new(&reading);
            rows.push((
                facts.date.clone(),
                name.to_string(),
                row(&name, &facts, &reading),
            ));
        } else {
            let note = format!(
                "{}: left out, it does not read like a postmortem",
                input::name_of(&file)
            );
            answer.notes.push(note);
        }
    }
    // The newest first, what has no date last, and of one day by name.
    rows.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let rows: String = rows.into_iter().map(|(_, _, row)| row).collect();
    answer.text = format!("{COLUMNS}{rows}");
    answer
}

fn files_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        if path.is_file() && (ending == "md" || ending == "markdown") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_postmortem(reading: &Reading) -> bool {
    let tells = |fields: &&&[Field]| {
        let mut fields = fields.iter();
        fields.any(|field| !reading.document.is_empty(*field))
    };
    TOLD.iter().filter(tells).count() >= 2
}

fn row(name: &str, facts: &Facts, reading: &Reading) -> String {
    let document = &reading.document;
    let minutes = incident_minutes(document);
    let duration = minutes.map(|minutes| length_in_words(minutes * 60));
    let open = document.follow_up.action_items.iter();
    let (all, open) = open
        .filter(|item| !item.is_blank())
        .fold((0, 0), |(all, open), item| {
            let is_closed = ["Done", "Declined"].contains(&item.status.text().as_str());
            (all + 1, open + usize::from(!is_closed))
        });
    let cells = [
        facts.date.clone().unwrap_or_default(),
        format!(
            "[{}]({})",
            cell(facts.title.as_deref().unwrap_or(name)),
            report::uri(name)
        ),
        cell(facts.severity.as_deref().unwrap_or_default()),
        duration.unwrap_or_default(),
        cell(&period(facts)),
        if all == 0 {
            String::new()
        } else {
            format!("{open} of {all}")
        },
    ];
    let cells = cells.map(|cell| {
        if cell.is_empty() {
            "–".to_owned()
        } else {
            cell
        }
    });
    format!("| {} |\n", cells.join(" | "))
}

/// "09:12–11:47 UTC", with the day of the end where it is another.
fn period(facts: &Facts) -> String {
    let end_date = facts
        .end_date
        .as_ref()
        .filter(|date| facts.date.as_ref() != Some(date));
    let end = match (end_date, &facts.end) {
        (Some(date), Some(end)) => Some(format!("{date} {end}")),
        (_, end) => end.clone(),
    };
    if facts.start.is_none() && end.is_none() {
        return String::new();
    }
    let or_open = |time: Option<String>| time.unwrap_or_else(|| "?".to_owned());
    let mut period = format!("{}–{}", or_open(facts.start.clone()), or_open(end));
    if let Some(zone) = &facts.time_zone {
        period.push_str(&format!(" {zone}"));
    }
    period
}

/// A text as it stands in a cell: one line in which nothing is markup.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if letter.is_whitespace() || letter.is_control() => cell.push(' '),
            '<' => cell.push_str("&lt;"),
            '&' => cell.push_str("&amp;"),
            letter => {
                if r"\`*_[]|".contains(letter) {
                    cell.push('\\');
                }
                cell.push(letter);
            }
        }
    }
    cell.trim().to_owned()
}
