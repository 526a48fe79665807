//! The header above a document, for programs: YAML front matter, or morty's. Both ways.
//!
//! It says nothing that the document does not say, so what is read of it is dropped where it is the
//! same, fills what is empty, and is kept as text where it is different.

use super::dialect::{self, METRIC_COLUMNS};
use super::escape::escape;
use super::{Note, NoteKind};
use crate::postmortem::{
    Field, Measure, Place, Postmortem, SeverityLevel, incident_minutes, long_date, minutes_of,
    one_line,
};
use crate::template::Header;

const FENCE: &str = "---";

/// The keys of front matter, in order, each with its field; `date` is the day of the start.
const KEYS: [(&str, Field); 6] = [
    ("title", Field::Title),
    ("date", Field::Start),
    ("authors", Field::Authors),
    ("severity", Field::Severity),
    ("status", Field::Status),
    ("services", Field::Services),
];

/// A written document with a header.
pub(super) fn add(written: String, document: &Postmortem, header: Header) -> String {
    match header {
        Header::None => written,
        Header::FrontMatter => match front_matter(document) {
            lines if lines.is_empty() => written,
            lines => format!("{FENCE}\n{lines}{FENCE}\n\n{written}"),
        },
        Header::Morty => {
            let block = morty(document);
            let has_title = written.starts_with("# ");
            let title = if has_title {
                written.lines().next()
            } else {
                None
            };
            let rest = written.get(title.map_or(0, str::len)..);
            let rest = rest.unwrap_or_default().trim_start_matches('\n');
            let blocks = [title.unwrap_or_default(), &block, rest];
            let blocks = blocks.into_iter().filter(|block| !block.is_empty());
            blocks.collect::<Vec<_>>().join("\n\n")
        }
    }
}

/// The lines of the front matter.
pub(super) fn front_matter(document: &Postmortem) -> String {
    let mut lines = String::new();
    for (key, field) in KEYS {
        let value = match names(document, field) {
            Some(names) if names.is_empty() => continue,
            Some(names) => {
                let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
                format!("[{}]", names.join(", "))
            }
            None => match text(document, field) {
                text if text.is_empty() => continue,
                text => quoted(&text),
            },
        };
        lines.push_str(&format!("{key}: {value}\n"));
    }
    lines
}

/// The lines of morty's header, as blocks without a line end at the end.
pub(super) fn morty(document: &Postmortem) -> String {
    let date = document.summary.start.date.known().copied().map(long_date);
    let owner = names(document, Field::Authors).and_then(|names| names.first().cloned());
    let severity = match document.overview.severity.known() {
        Some(level) => {
            let place = SeverityLevel::ALL.iter().position(|known| known == level);
            place.map(|place| (place + 1).to_string())
        }
        None => Some(text(document, Field::Severity)),
    };
    let length = |minutes: Option<i64>| minutes.map(|minutes| dialect::length(minutes, ", "));
    let metrics = [
        ("Severity", severity),
        (
            "Time To Detect",
            length(minutes_of(document, Measure::Detect)),
        ),
        ("Time To Resolve", length(incident_minutes(document))),
        ("Total Downtime", length(incident_minutes(document))),
    ];
    let rows: String = metrics
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)))
        .map(|(name, value)| {
            let value = escape(&value, &[]).replace('|', "\\|");
            format!("\n| {name} | {value} |")
        })
        .collect();
    let table = (!rows.is_empty()).then(|| format!("{METRIC_COLUMNS}\n|---|---|{rows}"));
    let blocks = [
        date.map(|date| format!("Date: {date}")),
        owner.map(|owner| format!("Owner: {}", escape(&owner, &[]))),
        table,
    ];
    blocks
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Whether the text under a title is such a header, if perhaps not that of this document.
pub(super) fn is_morty(text: &str) -> bool {
    let text = text.trim_start();
    ["Date: ", "Owner: ", METRIC_COLUMNS]
        .iter()
        .any(|start| text.starts_with(start))
}

/// The lines of the front matter at the start of a text, and what stands below it.
pub(super) fn split(text: &str) -> (&str, &str) {
    found(text).unwrap_or(("", text))
}

fn found(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(FENCE)?.strip_prefix('\n')?;
    let mut at = 0;
    for line in inside.split_inclusive('\n') {
        if line.trim_end() == FENCE && at > 0 {
            let (lines, below) = inside.split_at_checked(at)?;
            return Some((lines, below.strip_prefix(line)?));
        }
        // Between rules there can stand prose as well.
        let is_yaml = line.contains(':') || line.trim().is_empty() || goes_on(line);
        if !is_yaml {
            return None;
        }
        at += line.len();
    }
    None
}

fn goes_on(line: &str) -> bool {
    line.starts_with([' ', '\t', '-', '#'])
}

/// Takes what the lines of a front matter say: into the document where it says nothing itself.
/// The lines that say something else, and those of other keys.
pub(super) fn take(lines: &str, document: &mut Postmortem, notes: &mut Vec<Note>) -> String {
    let mut entries: Vec<String> = Vec::new();
    for line in lines.lines() {
        match entries.last_mut() {
            Some(entry) if goes_on(line) || line.trim().is_empty() => {
                entry.push('\n');
                entry.push_str(line);
            }
            _ => entries.push(line.to_owned()),
        }
    }
    entries.retain(|entry| !is_said(entry, document, notes));
    entries.join("\n").trim().to_owned()
}

/// Whether the document says what an entry says, now if not before.
fn is_said(entry: &str, document: &mut Postmortem, notes: &mut Vec<Note>) -> bool {
    if entry.trim().is_empty() {
        return true;
    }
    let Some((key, value)) = entry.split_once(':') else {
        return false;
    };
    let Some((key, field)) = KEYS.into_iter().find(|(known, _)| *known == key.trim()) else {
        return false;
    };
    let Some(value) = unquoted(value.trim()) else {
        return false;
    };
    let value = one_line(&value.join(", "));
    if text(document, field).is_empty() {
        match field {
            Field::Start => document.summary.start.date = value.as_str().into(),
            field => document.set_line(field, &value),
        }
        return true;
    }
    let mut other = document.clone();
    match field {
        Field::Start => other.summary.start.date = value.as_str().into(),
        field => other.set_line(field, &value),
    }
    let is_same = match names(document, field) {
        Some(own) => names(&other, field).is_some_and(|names| names == own),
        None => text(&other, field) == text(document, field),
    };
    if !is_same {
        notes.push(Note {
            kind: NoteKind::Contradiction,
            place: Some(Place::field(field)),
            message: format!(
                "The front matter gives the {key} as {value}; the text gives it as {}",
                text(document, field)
            ),
        });
    }
    is_same
}

/// The names in a field that holds several.
fn names(document: &Postmortem, field: Field) -> Option<Vec<String>> {
    let names = match field {
        Field::Authors => document.overview.author_names(),
        Field::Services => document.overview.service_names(),
        _ => return None,
    };
    let names = names.into_iter().map(one_line);
    Some(names.filter(|name| !name.is_empty()).collect())
}

fn text(document: &Postmortem, field: Field) -> String {
    match document.moment(field) {
        Some(moment) => one_line(&moment.date.text()),
        None => one_line(&document.line(field).unwrap_or_default()),
    }
}

/// The text as JSON, which YAML reads as well.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The texts of a value: one, or those of a list in one line; `None` for what goes on below.
fn unquoted(value: &str) -> Option<Vec<String>> {
    let list = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let mut rest = list.unwrap_or(value);
    let mut texts = Vec::new();
    if value.contains('\n') {
        return None;
    }
    while let Some(inside) = rest.strip_prefix('"') {
        let mut text = String::new();
        let mut letters = inside.chars();
        loop {
            match letters.next()? {
                '"' => break,
                '\\' => text.push(letters.next().filter(|c| "\"\\/".contains(*c))?),
                letter => text.push(letter),
            }
        }
        texts.push(text);
        let after = letters.as_str().trim_start();
        rest = match after.strip_prefix(',').filter(|_| list.is_some()) {
            Some(more) => more.trim_start(),
            None if after.is_empty() => return Some(texts),
            None => return None,
        };
    }
    // Others write it without quotes.
    let is_bare = texts.is_empty() && !rest.is_empty() && !rest.starts_with(['\'', '{', '&', '|']);
    is_bare.then(|| match list {
        Some(list) => list.split(',').map(|text| text.trim().to_owned()).collect(),
        None => vec![rest.to_owned()],
    })
}
