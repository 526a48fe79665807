//! Timelines that are tables.

use super::entries::{Entry, entry};
use super::tables::{cells, is_rule};
use super::when::{TokenKind, tokens};

/// A table of entries: which of its columns tell when.
#[derive(Default)]
pub(super) struct Table {
    /// The names of the columns that tell the zone: "Time (UTC)".
    zone: Option<String>,
    is_begun: bool,
}

impl Table {
    /// The entry of a row; `None` for the head and the line below it.
    pub(super) fn row(&mut self, line: &str) -> Option<Entry> {
        if is_rule(line) {
            return None;
        }
        let cells = cells(line);
        let mut row = Entry::default();
        let mut texts: Vec<&str> = Vec::new();
        for cell in &cells {
            let dotted = self.zone.as_ref().and_then(|_| with_colon(cell));
            let found = entry(dotted.as_deref().unwrap_or(cell)).filter(|found| {
                found.is_bare() && (found.time.is_none() || row.time.is_none()) && texts.is_empty()
            });
            match found {
                Some(found) => {
                    row.date = row.date.or(found.date);
                    row.time = row.time.or(found.time);
                    row.zone = row.zone.or(found.zone);
                }
                None if !cell.is_empty() => texts.push(cell),
                None => {}
            }
        }
        let is_head = row.time.is_none() && row.date.is_none() && !self.is_begun;
        self.is_begun = true;
        if is_head && cells.iter().any(|cell| names_a_column(cell)) {
            let text = cells.join(" ");
            let zone = tokens(&text)
                .into_iter()
                .find(|token| token.kind == TokenKind::Zone);
            self.zone = zone
                .and_then(|zone| text.get(zone.range))
                .map(str::to_owned);
            return None;
        }
        row.zone = row.zone.or_else(|| self.zone.clone());
        row.text = texts.join(" – ");
        Some(row)
    }
}

/// "28-06-2020 12.39" with a colon in its time.
fn with_colon(cell: &str) -> Option<String> {
    let start = cell.rfind(' ').map_or(0, |at| at + 1);
    let (before, last) = cell.split_at_checked(start)?;
    let (hour, minute) = last.split_once('.')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_time = is_number(hour) && is_number(minute) && minute.len() == 2;
    is_time.then(|| format!("{before}{hour}:{minute}"))
}

fn names_a_column(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    [
        "time",
        "date",
        "when",
        "timestamp",
        "event",
        "note",
        "what",
        "description",
        "action",
    ]
    .iter()
    .any(|name| lower.contains(name))
}
