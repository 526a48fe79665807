//! What the readers of sources find, before the days of the rows are settled.

use chrono::{NaiveDate, Weekday};

use super::Why;
use super::stamp::Stamp;
use crate::postmortem::{ClockTime, Entered, escape, prose};

/// A part of a text as the reader of a source gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A row.
    Row(Box<Found>),
    /// A line that says the day of those after it, counted from one.
    Day(usize, OpenDay),
    /// A line in no row, counted from one.
    Rest(usize, Why),
}

/// A row as it is found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The line that it begins at, counted from one.
    pub line: usize,
    /// Who said it, or what.
    pub who: String,
    /// The day that stands beside its time.
    pub day: Option<OpenDay>,
    /// The time of day.
    pub time: Entered<ClockTime>,
    /// The zone of the time.
    pub zone: Option<String>,
    /// What was said, as Markdown.
    pub text: String,
    /// A link or a hash.
    pub evidence: String,
}

/// A day as far as a text tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenDay {
    /// A date.
    Date(NaiveDate),
    /// A date for which the order of day and month is open.
    Either {
        /// Read with the day in front.
        day_first: NaiveDate,
        /// Read with the month in front.
        month_first: NaiveDate,
    },
    /// A day of a month in an unknown year.
    Yearless {
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
        /// Which day of the week it is, where that is told: it tells years apart.
        weekday: Option<Weekday>,
    },
    /// Two numbers, day and month in either order, in an unknown year.
    YearlessEither(u32, u32),
    /// So many days before the day of copying: 0 for "Today".
    DaysAgo(u32),
    /// The last such day of the week before the day of copying, or that day.
    Weekday(Weekday),
    /// Words where a day stands, in a language that is not known.
    Words(String),
}

impl Default for OpenDay {
    fn default() -> Self {
        Self::Words(String::new())
    }
}

impl Found {
    /// A row with a stamp.
    pub(super) fn at(line: usize, stamp: Stamp) -> Self {
        Self {
            line,
            day: stamp.day,
            time: Entered::Known(stamp.time),
            zone: stamp.zone,
            ..Self::default()
        }
    }
}

/// Plain text of one or more lines as Markdown that shows it.
pub(super) fn shown(text: &str) -> String {
    let text = prose(text);
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let bare = line.trim_start();
            let indent = line.len() - bare.len();
            let escaped = escape(bare, &[]);
            // Within a paragraph four spaces are nothing, and at its start they are gone already.
            let spaces = line.get(..indent).unwrap_or_default();
            let mark = if is_block(bare) { "\\" } else { "" };
            format!("{spaces}{mark}{escaped}")
        })
        .collect();
    lines.join("\n")
}

/// Whether a line of plain text would be a heading, a quotation or a line under a heading or under
/// the names of columns.
fn is_block(line: &str) -> bool {
    let hashes = line.trim_start_matches('#');
    let is_heading = hashes.len() < line.len() && (hashes.is_empty() || hashes.starts_with(' '));
    let is_rule = !line.is_empty()
        && line
            .trim_end()
            .trim_matches(['=', '-', '|', ':', ' '])
            .is_empty();
    is_heading || line.starts_with('>') || is_rule
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_stays_what_it_was_as_markdown() {
        for (text, written) in [
            ("# top", "\\# top"),
            ("#ops is up", "#ops is up"),
            ("> quoted", "\\> quoted"),
            ("a\n---\nb", "a\n\\---\nb"),
            ("a | b\n--|--", "a | b\n\\--|--"),
            ("- one\n- two", "- one\n- two"),
            ("*all* of `it`", "\\*all\\* of \\`it\\`"),
            ("a\u{0}b\r\n\tc ", "a\u{fffd}b\n\tc"),
        ] {
            assert_eq!(shown(text), written, "{text:?}");
        }
    }
}
