//! Logs of which each line has the seconds since 1970, in UTC.

use chrono::{DateTime, Timelike};

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::stamp::Stamp;
use super::written::OpenDay;
use crate::postmortem::day::digits;
use crate::postmortem::{ClockTime, Typed};

/// Epoch logs: ten digits or more in front.
pub(super) static SOURCE: Source = Source {
    id: "epoch",
    name: "Log with epoch times",
    about: "1714746665 message, in seconds, milliseconds or microseconds since 1970",
    recognise: |lines| score(lines, judge, 6),
    read: |lines| by_lines(lines, judge, Style::Plain),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let raw = lines.first().copied().unwrap_or_default();
    if raw.starts_with([' ', '\t']) {
        return Line::More;
    }
    let line = bare(raw);
    leading(line).or_else(|| audit(line)).unwrap_or(Line::More)
}

/// "1714746665.123 text", "[1714746665] text", "@1714746665 text".
fn leading(line: &str) -> Option<Line<'_>> {
    let opened = line.strip_prefix(['[', '(']);
    let bare = opened.unwrap_or(line);
    let (stamp, rest) = epoch(bare.strip_prefix('@').unwrap_or(bare))?;
    let rest = match opened {
        Some(_) => rest.strip_prefix([']', ')'])?,
        None => rest,
    };
    let text = rest.trim_start_matches([':', ',', ';', '|', '-']);
    let is_apart = rest.is_empty() || text.starts_with(char::is_whitespace) || opened.is_some();
    is_apart.then(|| Head::line(stamp, "", text.trim_start()))
}

/// "type=SYSCALL msg=audit(1714746665.123:42): …": what it is stands in front.
fn audit(line: &str) -> Option<Line<'_>> {
    const FARTHEST: usize = 120;
    let near = line.get(..line.floor_char_boundary(FARTHEST))?;
    let (kind, _) = near.split_once(" msg=audit(")?;
    let (stamp, _) = epoch(line.get(kind.len() + " msg=audit(".len()..)?)?;
    Some(Head::line(stamp, kind, line.get(kind.len() + 1..)?))
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970 at the start, from 2001 on.
pub(super) fn epoch(text: &str) -> Option<(Stamp, &str)> {
    let count = digits(text);
    let seconds = match count {
        10 | 13 | 16 | 19 => text.get(..10)?,
        _ => return None,
    };
    let mut rest = text.get(count..)?;
    if let Some(fraction) = rest.strip_prefix('.')
        && digits(fraction) > 0
    {
        rest = fraction.get(digits(fraction)..)?;
    }
    let moment = DateTime::from_timestamp(seconds.parse().ok()?, 0)?.naive_utc();
    let is_cut = rest.starts_with(|c: char| c.is_alphanumeric() || "%_/".contains(c));
    let is_likely = text.starts_with(['1', '2', '3']);
    let time = moment.time();
    let time = format!("{}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    let stamp = Stamp {
        day: Some(OpenDay::Date(moment.date())),
        time: ClockTime::parse(&time)?,
        zone: Some("UTC".to_owned()),
    };
    (is_likely && !is_cut).then_some((stamp, rest))
}
