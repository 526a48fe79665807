//! Messages copied from Microsoft Teams.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::chat::{before_stamp, is_person, name, notes, said, tidied};
use super::clock::clock;
use super::plain::divider;
use super::stamp::{Stamp, stamp, whole_stamp};
use super::written::OpenDay;

/// Teams: a day and a time in brackets, or a name and a time with the message below.
pub(super) static SOURCE: Source = Source {
    id: "teams",
    name: "Microsoft Teams",
    about: "[03/05/2024 14:31] Name: message, or a name and a time with the message below",
    recognise: |lines| score(lines, judge, 6),
    read: |lines| tidied(by_lines(lines, judge, Style::Plain)),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    let second = bare(lines.get(1).copied().unwrap_or_default());
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    match notes(lines) {
        0 => {}
        count => return Line::Note(count),
    }
    bracketed(line, second)
        .or_else(|| in_one_line(line))
        .or_else(|| over_lines(line, second))
        .unwrap_or(Line::More)
}

/// "[03/05/2024 14:31] Ana Lima: all is well", and "[14:31] Ana Lima" with the message below.
fn bracketed<'a>(line: &'a str, second: &str) -> Option<Line<'a>> {
    let inside = line.strip_prefix('[')?;
    let (stamp, rest) = stamp(inside)
        .and_then(|(stamp, rest)| Some((stamp, rest.strip_prefix(']')?)))
        .or_else(|| worded(inside))?;
    let rest = rest.trim_start();
    if let Some((who, text)) = said(rest).filter(|_| stamp.day.is_some()) {
        return Some(Head::line(stamp, &who, text));
    }
    let who = name(rest).filter(|_| !second.is_empty() && !second.starts_with('['))?;
    Some(Head::line(stamp, &who, ""))
}

/// "vendredi 14:31]": a day in words that are not known.
fn worded(inside: &str) -> Option<(Stamp, &str)> {
    const LONGEST: usize = 40;
    let end = inside
        .get(..inside.floor_char_boundary(LONGEST))?
        .find(']')?;
    let (written, rest) = inside.split_at_checked(end)?;
    let (words, time) = written.rsplit_once(' ')?;
    let (time, zone, behind) = clock(time)?;
    let is_day = behind.is_empty() && words.starts_with(char::is_alphanumeric);
    let day = Some(OpenDay::Words(words.trim().to_owned())).filter(|_| is_day)?;
    let stamp = Stamp {
        day: Some(day),
        time,
        zone,
    };
    Some((stamp, rest.get(1..)?))
}

/// "Ana Lima 14:31", "Ana Lima, 3 May 14:31", "Ana Lima 5/3/2024 2:31 PM".
fn in_one_line<'a>(line: &str) -> Option<Line<'a>> {
    let (before, stamp) = before_stamp(line)?;
    let who = name(before).filter(|who| is_person(who))?;
    Some(Head::line(stamp, &who, ""))
}

/// A name, and a day and a time on the next line.
fn over_lines<'a>(line: &str, second: &str) -> Option<Line<'a>> {
    let stamp = whole_stamp(second).filter(|stamp| stamp.day.is_some())?;
    let who = name(line).filter(|who| is_person(who))?;
    Some(Head::lines(2, stamp, Some(who), ""))
}
