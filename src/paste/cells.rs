//! CSV, and what a spreadsheet puts on the clipboard, with a row of names above.

use super::columns::{Columns, is_time};
use super::markdown_table::is_delimiter;
use super::written::{Piece, shown};
use super::{Source, Why};

/// Cells: a table with a column of times.
pub(super) static SOURCE: Source = Source {
    id: "cells",
    name: "CSV or a spreadsheet",
    about: "Rows of cells below the names of their columns, of which one is the time or the date",
    recognise: |lines| {
        let Some(table) = Table::of(lines) else {
            return 0;
        };
        let separated = lines.iter().take(MOST_LOOKED_AT);
        let rows = separated
            .filter(|line| line.contains(table.separator))
            .count();
        rows * 30
    },
    read,
};

/// How many lines are looked at to recognise it.
const MOST_LOOKED_AT: usize = 200;

/// A table whose names have been read.
struct Table {
    /// How many lines stand before the first row.
    head: usize,
    separator: char,
    columns: Columns,
}

impl Table {
    fn of(lines: &[&str]) -> Option<Self> {
        let at = lines.iter().position(|line| !line.trim().is_empty())?;
        let names = lines.get(at)?.trim_start_matches('\u{feff}');
        const LONGEST: usize = 2000;
        if names.len() > LONGEST {
            return None;
        }
        ['\t', ';', ',', '|'].into_iter().find_map(|separator| {
            let below = lines.get(at + 1).copied().unwrap_or_default();
            let is_bordered = separator == '|' && (names.starts_with('|') || is_delimiter(below));
            let cells = records(&[names], separator).pop()?.cells;
            let columns = Columns::of(&cells, None, false)?;
            (cells.len() > 1 && !is_bordered).then_some(Self {
                head: at + 1,
                separator,
                columns,
            })
        })
    }
}

fn read(lines: &[&str]) -> Vec<Piece> {
    let Some(table) = Table::of(lines) else {
        let some = (1..).zip(lines);
        return some
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(line, _)| Piece::Rest(line, Why::NoTime))
            .collect();
    };
    let mut pieces = vec![Piece::Rest(table.head, Why::Header)];
    let rows = lines.get(table.head..).unwrap_or_default();
    for record in records(rows, table.separator) {
        let line = table.head + record.line;
        let is_blank =
            record.cells.len() == 1 && record.cells.iter().all(|cell| cell.trim().is_empty());
        if is_blank {
            continue;
        }
        // A page that was copied breaks its cells without quotation marks.
        if let ([cell], Some(Piece::Row(row))) = (record.cells.as_slice(), pieces.last_mut())
            && !is_time(cell.trim())
        {
            row.text.push('\n');
            row.text.push_str(&shown(cell));
            continue;
        }
        pieces.push(table.columns.row(&record.cells, line));
    }
    pieces
}

/// The cells of one row.
struct Record {
    /// Its first line, counted from one.
    line: usize,
    cells: Vec<String>,
}

/// The rows of some lines. A cell in quotation marks may go on over several of them; a mark that
/// is never closed is a mark.
fn records(lines: &[&str], separator: char) -> Vec<Record> {
    let text = lines.join("\n");
    let mut records = Vec::new();
    let mut rest = text.as_str();
    let (mut line, mut has_closing) = (1, true);
    loop {
        let mut record = Record {
            line,
            cells: Vec::new(),
        };
        loop {
            let quoted = if has_closing && rest.starts_with('"') {
                let found = quoted(rest, separator);
                has_closing = found.is_some();
                found
            } else {
                None
            };
            let (cell, after) = quoted.unwrap_or_else(|| {
                let end = rest.find([separator, '\n']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                (cell.to_owned(), after)
            });
            line += cell.matches('\n').count();
            record.cells.push(cell);
            rest = after;
            match rest.strip_prefix(separator) {
                Some(more) => rest = more,
                None => break,
            }
        }
        records.push(record);
        let Some(more) = rest.strip_prefix('\n') else {
            return records;
        };
        line += 1;
        rest = more;
    }
}

/// The text between quotation marks at the start, each doubled one of which is one, and what stands
/// behind.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        let is_end = after.is_empty() || after.starts_with([separator, '\n']);
        if is_end {
            return Some((cell, after));
        }
        cell.push('"');
        rest = after.strip_prefix('"').unwrap_or(after);
    }
}
