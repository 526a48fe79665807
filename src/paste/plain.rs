//! Plain lines: a time and what happened. What no other reader knows is read so.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::stamp::{day, stamp, whole_stamp};
use super::written::OpenDay;

/// Lines that begin with a time.
pub(super) static SOURCE: Source = Source {
    id: "plain",
    name: "Plain lines",
    about: "A time and what happened: 14:31 Pages were slow",
    recognise: |lines| score(lines, judge, 2),
    read: |lines| by_lines(lines, judge, Style::Paragraph),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    let line = ["• ", "· ", "◦ ", "▪ ", "– ", "- ", "* "]
        .iter()
        .find_map(|bullet| line.strip_prefix(bullet))
        .unwrap_or(line)
        .trim_start();
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    let opened = line.strip_prefix(['[', '(']);
    if let Some((stamp, rest)) = stamp(opened.unwrap_or(line)) {
        let rest = match opened {
            Some(_) => rest.trim_start().strip_prefix([']', ')']),
            None => Some(rest),
        };
        if let Some(rest) = rest {
            return Head::line(stamp, "", behind_time(rest));
        }
    }
    Line::More
}

/// What stands behind a time, without the mark between them.
pub(super) fn behind_time(text: &str) -> &str {
    let text = text.trim_start();
    let after = text.trim_start_matches(['-', '–', '—', '−', ':', '|', ',', '.', '>', '→']);
    // "14:31–14:40 …" is from then until then, and the mark says so.
    if whole_stamp(after.trim_start().split(' ').next().unwrap_or_default()).is_some() {
        return text;
    }
    after.trim_start()
}

/// The day that a line is, and nothing besides: "Tuesday, May 3rd", "—— Today ——", "2024-05-03:".
pub(super) fn divider(line: &str) -> Option<OpenDay> {
    const LONGEST: usize = 64;
    let inner = bare(line).trim_matches(|c: char| "-–—=*_#:[]|".contains(c) || c.is_whitespace());
    let inner = Some(inner).filter(|inner| inner.len() <= LONGEST)?;
    let (day, rest) = day(inner)?;
    rest.trim_matches([' ', ',', '.', ':'])
        .is_empty()
        .then_some(day)
}
