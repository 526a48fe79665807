//! Timelines that are tables.

use std::borrow::Cow;

use super::entries::{Entry, entry};
use super::names::normal;
use super::tables::{cells, is_rule, is_usual, named_cell};
use super::when::{TokenKind, tokens};

/// A table of entries.
#[derive(Default)]
pub(super) struct Table {
    /// The names of the columns, where the table has a head.
    columns: Vec<String>,
    /// The zone that a name tells: "Time (UTC)".
    zone: Option<String>,
    is_begun: bool,
}

impl Table {
    /// The entry of a row; `None` for the head, which a rule follows, and for the rule.
    pub(super) fn row(&mut self, line: &str, is_before_rule: bool) -> Option<Entry> {
        if is_rule(line) {
            return None;
        }
        let cells = cells(line);
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        let mut row = Entry::default();
        let mut texts: Vec<Cow<'_, str>> = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
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
                None if !cell.is_empty() => {
                    let name = self.columns.get(index).map_or("", String::as_str);
                    texts.push(named_cell(name, cell));
                }
                None => {}
            }
        }
        let is_head = is_first
            && row.time.is_none()
            && row.date.is_none()
            && (is_before_rule || cells.iter().all(|cell| is_usual(&normal(cell))));
        if is_head {
            self.columns = cells.iter().map(|cell| (*cell).to_owned()).collect();
            let text = cells.join(" ");
            let zone = tokens(&text).find(|token| token.kind == TokenKind::Zone);
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
