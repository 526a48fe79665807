//! Plain lines: a time and what happened. What no other reader knows is read so.

use std::borrow::Cow;

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::stamp::{Stamp, day, stamp};
use super::written::OpenDay;

/// Lines that begin with a time.
pub(super) static SOURCE: Source = Source {
    id: "plain",
    name: "Plain lines",
    about: "A time and what happened: 14:31 Pages were slow",
    recognise: |lines| score(lines, judge, 4),
    read: |lines| by_lines(lines, judge, Style::Paragraph),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let raw = lines.first().copied().unwrap_or_default();
    let whole = bare(raw);
    let line = ["• ", "· ", "◦ ", "▪ ", "– ", "- ", "* "]
        .iter()
        .find_map(|bullet| whole.strip_prefix(bullet))
        .unwrap_or(whole)
        .trim_start();
    let is_item = line.len() < whole.len();
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    let opened = line.strip_prefix(['[', '(']);
    if let Some((mut stamp, rest)) = stamp(opened.unwrap_or(line)) {
        let rest = match opened {
            Some(_) => rest.trim_start().strip_prefix([']', ')']),
            None => Some(rest),
        };
        if let Some(rest) = rest {
            let text = behind_time(&mut stamp, rest);
            return Head::line(stamp, "", text);
        }
    }
    if is_item && !raw.starts_with(char::is_whitespace) {
        Line::Apart
    } else {
        Line::More
    }
}

/// What stands behind a time, without the mark between them. Behind "14:31–14:40 UTC" it is until
/// when; the zone there is that of both.
pub(super) fn behind_time<'a>(stamp: &mut Stamp, text: &'a str) -> Cow<'a, str> {
    let text = text.trim_start();
    let after = text.trim_start_matches(['-', '–', '—', '−', ':', '|', ',', '.', '>', '→']);
    let after = after.trim_start();
    if text.starts_with(['-', '–', '—', '−'])
        && let Some((until, _)) = super::stamp::stamp(after)
    {
        stamp.zone = stamp.zone.take().or(until.zone);
        return Cow::Owned(format!("–{after}"));
    }
    Cow::Borrowed(after)
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
