//! Action items as rows for a spreadsheet or a tracker (RFC 4180).

use crate::postmortem::{ActionItem, Postmortem, one_line};

/// What a cell may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvCells {
    /// No formula: what a spreadsheet would take for one has an apostrophe in front.
    #[default]
    Safe,
    /// What was typed, for programs that are no spreadsheet.
    AsTyped,
}

const COLUMNS: [&str; 7] = [
    "Action item",
    "Owner",
    "Due",
    "Kind",
    "Priority",
    "Status",
    "Ticket",
];

/// The action items of the document, one in a row, below a row of names. Lines end in CR LF.
pub fn action_items_csv(document: &Postmortem, cells: CsvCells) -> String {
    let mut csv = String::new();
    put_row(&COLUMNS.map(str::to_owned), cells, &mut csv);
    let items = document.follow_up.action_items.iter();
    for item in items.filter(|item| !item.is_blank()) {
        put_row(&row(item), cells, &mut csv);
    }
    csv
}

fn row(item: &ActionItem) -> [String; 7] {
    [
        item.text.replace("\r\n", "\n").trim().to_owned(),
        one_line(&item.owner),
        item.due.text(),
        item.kind.text(),
        item.priority.text(),
        item.status.text(),
        one_line(&item.ticket),
    ]
}

fn put_row(row: &[String; 7], cells: CsvCells, csv: &mut String) {
    for (index, cell) in row.iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        let cell = match cells {
            CsvCells::Safe => safe(cell),
            CsvCells::AsTyped => cell.clone(),
        };
        if cell.contains(['"', ',', ';', '\n', '\r', '\t']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

/// The text with an apostrophe before each line that a spreadsheet would compute.
///
/// Source: OWASP, "CSV Injection"; full-width forms count in some locales.
fn safe(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len());
    for line in cell.split_inclusive(['\n', '\r']) {
        let begins = line.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
        if begins.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
            safe.push('\'');
        }
        safe.push_str(line);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, kept) in [
            ("Add an alert", "Add an alert"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("  +1", "'  +1"),
            ("\u{a0}-1", "'\u{a0}-1"),
            ("@sum", "'@sum"),
            ("＝1", "'＝1"),
            ("one\n=two", "one\n'=two"),
            ("one\r=two", "one\r'=two"),
            ("\tx", "'\tx"),
            ("a = b", "a = b"),
        ] {
            assert_eq!(safe(cell), kept, "{cell:?}");
        }
    }
}
