//! Rows as a table, and back: every cell one line, a line break in it `<br>`.
//!
//! A cell holds less than an item of a list. Whoever writes one reads it back first, and takes the
//! list where it comes back different; nothing here knows what a row is.

use super::outline::{self, Kind};
use super::sink::Sink;
use crate::postmortem::Place;

const BREAK: &str = "<br>";

/// A table to be written.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// What the columns are called.
    pub(super) columns: Vec<&'static str>,
    /// The rows, each with the place that it shows and its cells as Markdown.
    pub(super) rows: Vec<(Place, Vec<String>)>,
}

/// A table as it was found, and what stands around it.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) before: &'a str,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) after: &'a str,
}

impl Table {
    pub(super) fn write(&self, sink: &mut Sink) {
        let columns: Vec<String> = self.columns.iter().map(|name| (*name).to_owned()).collect();
        sink.push(&line(&columns));
        sink.push("\n|");
        sink.push(&"---|".repeat(columns.len()));
        for (place, cells) in &self.rows {
            sink.push("\n");
            sink.at(*place, |sink| sink.push(&line(cells)));
        }
    }

    /// Whether the rows are read as they were before they were written.
    pub(super) fn comes_back<T: PartialEq>(
        &self,
        rows: &[(Place, T)],
        read: impl Fn(&[String], &[Vec<String>]) -> Option<Vec<T>>,
    ) -> bool {
        let names: Vec<String> = self.columns.iter().map(|name| (*name).to_owned()).collect();
        let written = self.rows.iter();
        let cells: Vec<Vec<String>> = written
            .map(|(_, cells)| read_line(&line(cells)).unwrap_or_default())
            .collect();
        let again = read(&names, &cells).unwrap_or_default();
        !again.is_empty() && again.iter().eq(rows.iter().map(|(_, row)| row))
    }
}

/// Whether prose looks in a cell as it does elsewhere: paragraphs alone do.
pub(super) fn fits(text: &str) -> bool {
    let blocks = outline::blocks(text);
    !text.contains("<br") && blocks.iter().all(|block| block.kind == Kind::Paragraph)
}

/// The first table in the first column of a text.
pub(super) fn find(text: &str) -> Option<Found<'_>> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push((at, line.trim_end()));
        at += line.len();
    }
    let (head, (start, columns)) =
        lines
            .windows(2)
            .enumerate()
            .find_map(|(index, pair)| match pair {
                [(start, head), (_, below)] if is_delimiter(below) => {
                    Some((index, (*start, read_line(head)?)))
                }
                _ => None,
            })?;
    let below = lines.get(head + 2..).unwrap_or_default();
    let rows: Vec<Vec<String>> = below
        .iter()
        .map_while(|(_, line)| read_line(line))
        .collect();
    let end = below.get(rows.len()).map_or(text.len(), |(at, _)| *at);
    Some(Found {
        before: text.get(..start)?,
        columns,
        rows,
        after: text.get(end..)?,
    })
}

fn is_delimiter(line: &str) -> bool {
    line.starts_with('|') && line.contains('-') && line.chars().all(|c| "|:- ".contains(c))
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| cell.replace('|', "\\|").replace('\n', BREAK))
        .collect();
    format!("| {} |", cells.join(" | "))
}

fn read_line(line: &str) -> Option<Vec<String>> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    let mut cells = vec![String::new()];
    let mut before = None;
    for c in inside.chars() {
        match (cells.last_mut(), c) {
            (Some(cell), '|') if before == Some('\\') => {
                cell.pop();
                cell.push('|');
            }
            (_, '|') => cells.push(String::new()),
            (Some(cell), c) => cell.push(c),
            (None, _) => {}
        }
        before = Some(c);
    }
    let cells = cells.iter().map(|cell| cell.trim().replace(BREAK, "\n"));
    Some(cells.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_found_with_what_stands_around_it() {
        let text = "zone\n\n| A | B |\n|---|:-:|\n| a\\|b | c<br>d |\n|  | \\\\|\nmore\n";
        let found = find(text).unwrap();
        assert_eq!((found.before, found.after), ("zone\n\n", "more\n"));
        assert_eq!(found.columns, ["A", "B"]);
        assert_eq!(found.rows, [["a|b", "c\nd"], ["", "\\\\"]]);
        assert!(find("| A |\n| a |\n").is_none());
    }
}
