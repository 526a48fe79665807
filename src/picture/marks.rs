//! The rows as marks: rows that lie so close that their marks would cover each other are one.

use super::plan::Row;
use super::scale::Scale;
use crate::postmortem::EventKind;

/// How close the marks of two rows are drawn apart: there are two hundred places at most.
pub(super) const CELL: i64 = 50;

/// One mark: of a row, or of several.
pub(super) struct Mark<'a> {
    /// Its place across the picture.
    pub(super) x: i64,
    /// The first row of it and the last.
    pub(super) first: &'a Row<'a>,
    pub(super) last: &'a Row<'a>,
    /// How many rows.
    pub(super) count: usize,
    /// Their kind, where it is one.
    pub(super) kind: Option<EventKind>,
    /// Whether none of them has an exact time.
    pub(super) is_approximate: bool,
    /// Whether one of them is key.
    pub(super) is_key: bool,
}

/// The marks of rows that stand in order, from left to right.
pub(super) fn marks<'a>(rows: &'a [Row<'a>], scale: &Scale) -> Vec<Mark<'a>> {
    let mut marks: Vec<Mark<'a>> = Vec::new();
    for row in rows {
        let x = scale.x(row.at);
        match marks.last_mut() {
            Some(mark) if x / CELL == mark.x / CELL => {
                mark.last = row;
                mark.count += 1;
                mark.kind = mark.kind.filter(|kind| *kind == row.event.kind);
                mark.is_approximate &= row.is_approximate();
                mark.is_key |= row.event.is_key;
            }
            _ => marks.push(Mark {
                x,
                first: row,
                last: row,
                count: 1,
                kind: Some(row.event.kind),
                is_approximate: row.is_approximate(),
                is_key: row.event.is_key,
            }),
        }
    }
    marks
}
