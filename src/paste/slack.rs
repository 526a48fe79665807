//! Messages copied from Slack's windows and from its threads.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::chat::{before_stamp, name, notes, said, tidied};
use super::plain::divider;
use super::stamp::{clock, whole_stamp};

/// Slack: a name and a time, and the message on the lines below.
pub(super) static SOURCE: Source = Source {
    id: "slack",
    name: "Slack",
    about: "A name and a time with the message below, or [2:31 PM] name: message",
    recognise: |lines| score(lines, judge, 6),
    read: |lines| tidied(by_lines(lines, judge, Style::Plain)),
};

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
            // "2:32 PM": whoever spoke before says something more.
            let stamp = whole_stamp(line).filter(|stamp| stamp.day.is_none())?;
            Some(Head::lines(1, stamp, None, ""))
        })
        .unwrap_or(Line::More)
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
    Some(match said(rest) {
        Some((who, text)) => Head::line(stamp, &who, text),
        None if name(rest).is_some() => return None,
        None => Head::lines(1, stamp, None, rest),
    })
}

/// A name, perhaps the badge of an app, and the time on a line that begins with spaces.
fn over_lines<'a>(line: &str, second: &str, third: &str) -> Option<Line<'a>> {
    let is_app = matches!(bare(second), "APP" | "WORKFLOW");
    let (below, lines) = if is_app { (third, 3) } else { (second, 2) };
    let stamp = whole_stamp(bare(below))?;
    let is_set_in = below.starts_with(char::is_whitespace) || is_app;
    let is_told = is_set_in || bare(below).contains(" at ");
    let who = name(line).filter(|_| is_told)?;
    Some(Head::lines(lines, stamp, Some(who), ""))
}

/// "Ana Lima  2:31 PM", "Ana Lima:house: 14:31", "PagerDuty APP  2:31 PM".
fn in_one_line<'a>(line: &str) -> Option<Line<'a>> {
    let (before, stamp) = before_stamp(line)?;
    let trimmed = before.trim_end();
    let gap = before.get(trimmed.len()..).unwrap_or_default();
    let is_wide = gap.chars().count() > 1 || gap.contains('\u{a0}');
    let has_badge = trimmed.ends_with(':') || trimmed.ends_with(" APP");
    let who = name(trimmed).filter(|_| is_wide || has_badge)?;
    Some(Head::line(stamp, &who, ""))
}
