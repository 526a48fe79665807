//! Tables in the Markdown of another document.

use super::columns::Columns;
use super::plain::divider;
use super::written::Piece;
use super::{Source, Why};

/// A table in Markdown with a column of times.
pub(super) static SOURCE: Source = Source {
    id: "markdown-table",
    name: "Markdown table",
    about: "Rows of cells with bars between, below the names of their columns",
    recognise: |lines| {
        let sample = lines
            .get(..lines.len().min(MOST_LOOKED_AT))
            .unwrap_or(lines);
        let pieces = read(sample);
        let rows = pieces.iter().filter(|piece| matches!(piece, Piece::Row(_)));
        rows.count() * 30
    },
    read,
};

/// How many lines are looked at to recognise it.
const MOST_LOOKED_AT: usize = 200;

fn read(lines: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut columns: Option<Columns> = None;
    let mut has_border = false;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        if line.trim().is_empty() {
            columns = None;
            continue;
        }
        if let Some(columns) = columns.as_ref().filter(|_| line.contains('|')) {
            pieces.push(columns.row(&cells(line, has_border), at));
            continue;
        }
        let is_head = line.contains('|') && lines.get(at).is_some_and(|next| is_delimiter(next));
        if is_head {
            has_border = line.trim_start().starts_with('|');
            let first = lines.get(at + 1).map(|line| cells(line, has_border));
            // What a database shows has crosses between its columns, and is no Markdown.
            let is_markdown = lines.get(at).is_some_and(|next| !next.contains('+'));
            columns = Columns::of(&cells(line, has_border), first.as_deref(), is_markdown);
            if columns.is_some() {
                pieces.push(Piece::Rest(at, Why::Header));
                pieces.push(Piece::Rest(at + 1, Why::Header));
                at += 1;
                continue;
            }
        }
        pieces.push(match divider(line) {
            Some(day) => Piece::Day(at, day),
            None => Piece::Rest(at, Why::NoTime),
        });
    }
    pieces
}

/// Whether a line stands between the names of columns and the rows.
pub(super) fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.contains(['|', '+']) && line.chars().all(|c| " |:-+".contains(c))
}

/// The cells of a row, which begins with a bar where the names above do. A bar with a backslash is
/// one of the text.
fn cells(line: &str, has_border: bool) -> Vec<String> {
    let line = line.trim();
    let bordered = line.strip_prefix('|').filter(|_| has_border);
    let inner = bordered.unwrap_or(line);
    let is_closed = inner.ends_with('|') && !inner.ends_with("\\|");
    let inner = if is_closed {
        inner.strip_suffix('|').unwrap_or(inner)
    } else {
        inner
    };
    let mut cells = vec![String::new()];
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        let is_bar = c == '\\' && chars.peek() == Some(&'|');
        if c == '|' {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(if is_bar { '|' } else { c });
        }
        if is_bar {
            chars.next();
        }
    }
    let breaks = ["<br>", "<br/>", "<br />"];
    cells
        .iter()
        .map(|cell| {
            let cell = cell.trim().to_owned();
            breaks
                .iter()
                .fold(cell, |cell, tag| cell.replace(tag, "\n"))
        })
        .collect()
}
