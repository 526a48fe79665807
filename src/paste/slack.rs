//! Messages copied from Slack's windows and from its threads.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::chat::{before_stamp, is_badge, name, notes, said, tidied};
use super::clock::clock;
use super::plain::divider;
use super::stamp::whole_stamp;
use super::written::{Found, Piece};
use crate::postmortem::{ClockTime, Entered, Typed};

/// Slack: a name and a time, and the message on the lines below.
pub(super) static SOURCE: Source = Source {
    id: "slack",
    name: "Slack",
    about: "A name and a time with the message below, or [2:31 PM] name: message",
    recognise: |lines| score(lines, judge, 7),
    read,
};

fn read(lines: &[&str]) -> Vec<Piece> {
    let mut pieces = tidied(by_lines(lines, judge, Style::Plain));
    let first_line = |row: &Found| {
        let line = row.line.checked_sub(1).and_then(|index| lines.get(index));
        line.copied().unwrap_or_default()
    };
    let is_halved = pieces.iter().any(|piece| match piece {
        Piece::Row(row) => {
            let second = lines.get(row.line).copied().unwrap_or_default();
            [first_line(row), second].iter().any(|line| is_halved(line))
        }
        _ => false,
    });
    let mut before: Option<ClockTime> = None;
    for piece in &mut pieces {
        let Piece::Row(row) = piece else {
            continue;
        };
        // Below "2:31 PM" the times of what the same person says next are "2:32".
        let line = bare(first_line(row)).trim_matches(['[', ']']);
        let is_bare = line.chars().all(|c| c.is_ascii_digit() || c == ':');
        if let Some(before) = before.filter(|_| is_halved && is_bare) {
            let half = |half: &str| ClockTime::parse(&format!("{line}{half}"));
            let is_later = |time: &ClockTime| time.naive() >= before.naive();
            let next = half("am").filter(is_later).or(half("pm").filter(is_later));
            // Neither is later: midnight has gone by.
            if let Some(time) = next.or(half("am")) {
                row.time = Entered::Known(time);
            }
        }
        before = row.time.known().copied();
    }
    pieces
}

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let raw = |index: usize| lines.get(index).copied().unwrap_or_default();
    let line = bare(raw(0));
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    match notes(lines) {
        0 => {}
        count => return Line::Note(count),
    }
    bracketed(line)
        .or_else(|| over_lines(line, raw(1), raw(2)))
        .or_else(|| in_one_line(line))
        .or_else(|| {
            // "2:32 PM", "[2:32]": whoever spoke before says something more.
            let inside = line
                .strip_prefix('[')
                .and_then(|line| line.strip_suffix(']'));
            let stamp = whole_stamp(inside.unwrap_or(line)).filter(|stamp| stamp.day.is_none())?;
            Some(Head::lines(1, stamp, None, ""))
        })
        .unwrap_or(Line::More)
}

/// Whether a line ends with a time of twelve hours.
fn is_halved(line: &str) -> bool {
    let line = bare(line).trim_end_matches(']');
    let mut letters = line.chars().rev().map(|c| c.to_ascii_lowercase());
    let half = (letters.next(), letters.next());
    let is_apart = letters
        .next()
        .is_some_and(|c| c.is_whitespace() || c.is_ascii_digit());
    half.0 == Some('m') && matches!(half.1, Some('a' | 'p')) && is_apart
}

/// "[2:31 PM] Ana Lima: all is well"
fn bracketed(line: &str) -> Option<Line<'_>> {
    let (time, zone, rest) = clock(line.strip_prefix('[')?)?;
    let rest = rest.strip_prefix("] ")?.trim_start();
    let stamp = super::stamp::Stamp {
        day: None,
        time,
        zone,
    };
    let (who, text) = said(rest)?;
    Some(Head::line(stamp, &who, text))
}

/// A name, perhaps a badge or a status below it, and the time on a line that begins with spaces.
fn over_lines<'a>(line: &str, second: &str, third: &str) -> Option<Line<'a>> {
    let is_app = is_badge(bare(second));
    let (below, lines) = if is_app { (third, 3) } else { (second, 2) };
    let stamp = whole_stamp(bare(below))?;
    let is_set_in = below.starts_with(char::is_whitespace) || is_app;
    let is_told = is_set_in || bare(below).contains(" at ");
    let who = name(line).filter(|_| is_told)?;
    Some(Head::lines(lines, stamp, Some(who), ""))
}

/// "Ana Lima  2:31 PM", "Ana Lima:house: 14:31", "PagerDuty APP  2:31 PM", "ana.lima [2:31 PM]".
fn in_one_line<'a>(line: &str) -> Option<Line<'a>> {
    if let Some((before, inside)) = line
        .strip_suffix(']')
        .and_then(|line| line.split_once(" ["))
        && let (Some(who), Some(stamp)) = (name(before), whole_stamp(inside))
    {
        return Some(Head::line(stamp, &who, ""));
    }
    let (before, stamp) = before_stamp(line)?;
    let trimmed = before.trim_end();
    let gap = before.get(trimmed.len()..).unwrap_or_default();
    let is_wide = gap.chars().count() > 1 || gap.contains('\u{a0}');
    let has_badge = trimmed.ends_with(':') || trimmed.ends_with(" APP");
    let who = name(trimmed).filter(|_| is_wide || has_badge)?;
    Some(Head::line(stamp, &who, ""))
}
