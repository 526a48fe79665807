//! Logs of programs, of which each line has a date and a time: application logs, access logs,
//! what journalctl, kubectl and docker show.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::clock::clock;
use super::stamp::{Stamp, dated, whole_stamp};
use super::syslog::{is_host, tagged};
use super::written::OpenDay;
use crate::postmortem::Typed;
use crate::postmortem::day::digits;
use chrono::NaiveDate;

/// Logs: a date and a time to the second in every line.
pub(super) static SOURCE: Source = Source {
    id: "log",
    name: "Log",
    about: "2024-05-03T14:31:05Z ERROR message, and what servers, kubectl and journalctl write",
    recognise: |lines| score(lines, judge, 6),
    read: |lines| by_lines(lines, judge, Style::Plain),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let raw = lines.first().copied().unwrap_or_default();
    // A line that is set in belongs to the one above: a stack trace may name dates.
    if raw.starts_with([' ', '\t']) {
        return Line::More;
    }
    let line = bare(raw);
    stamped(line)
        .or_else(|| glog(line))
        .or_else(|| behind_name(line))
        .or_else(|| access(line))
        .unwrap_or(Line::More)
}

/// "2024-05-03T14:31:05,123+02:00 ERROR …", "[2024-05-03 14:31:05] …", and with the host and the
/// program behind it.
fn stamped(line: &str) -> Option<Line<'_>> {
    let (stamp, rest) = full(line)?;
    let text = rest.trim_start();
    // journalctl: "host app[123]: text". A level is no host, and has no number in brackets.
    let unit = text.split_once(' ').and_then(|(host, rest)| {
        let (tag, said) = tagged(rest)?;
        (is_host(host) && tag.ends_with(']') && tag.contains('['))
            .then(|| (format!("{host} {tag}"), said))
    });
    let unit = unit.or_else(|| {
        let (tag, said) = tagged(text)?;
        (tag.ends_with(']') && is_host(tag.split('[').next()?)).then(|| (tag.to_owned(), said))
    });
    Some(match unit {
        Some((who, said)) => Head::line(stamp, &who, said),
        None => Head::line(stamp, "", behind_dash(text)),
    })
}

/// A stamp with a year and seconds, in brackets or without.
fn full(text: &str) -> Option<(Stamp, &str)> {
    let opened = text.strip_prefix('[');
    let (stamp, rest) = dated(opened.unwrap_or(text))?;
    let has_seconds = stamp.time.canonical().len() > stamp.time.hours_and_minutes().len();
    let is_full =
        has_seconds && matches!(stamp.day, Some(OpenDay::Date(_) | OpenDay::Either { .. }));
    let rest = match opened {
        Some(_) => rest.strip_prefix(']')?,
        None => rest,
    };
    let is_apart = rest.is_empty() || rest.starts_with(|c: char| " \t|[:,;-".contains(c));
    (is_full && is_apart).then_some((stamp, rest))
}

/// " - app - ERROR - text" without the first mark.
fn behind_dash(text: &str) -> &str {
    ["- ", "| ", ": ", ", ", "; "]
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .unwrap_or(text)
        .trim_start_matches([',', ';', ' ', '\t'])
}

/// "E0503 14:31:05.123456 12 main.go:7] text": the level, month and day in one word.
fn glog(line: &str) -> Option<Line<'_>> {
    let level = line.chars().next().filter(|c| "IWEF".contains(*c))?;
    let (word, rest) = line.get(1..)?.split_once(' ')?;
    let day = match (digits(word) == word.len(), word.len()) {
        (true, 4) => {
            let (month, day) = (word.get(..2)?.parse().ok()?, word.get(2..)?.parse().ok()?);
            // A year with a 29 February.
            NaiveDate::from_ymd_opt(2024, month, day)?;
            OpenDay::Yearless {
                month,
                day,
                weekday: None,
            }
        }
        (true, 8) => {
            let (year, month, day) = (word.get(..4)?, word.get(4..6)?, word.get(6..)?);
            OpenDay::Date(NaiveDate::parse(&format!("{year}-{month}-{day}"))?)
        }
        _ => return None,
    };
    let (time, zone, rest) = clock(rest)?;
    let stamp = Stamp {
        day: Some(day),
        time,
        zone,
    };
    let level = match level {
        'I' => "INFO",
        'W' => "WARNING",
        'E' => "ERROR",
        _ => "FATAL",
    };
    Some(Head::line(
        stamp,
        "",
        format!("{level} {}", rest.trim_start()),
    ))
}

/// "web-1  | 2024-05-03T14:31:05Z text", "[pod/web-1/app] 2024-05-03T14:31:05Z text".
fn behind_name(line: &str) -> Option<Line<'_>> {
    const LONGEST: usize = 80;
    let near = line.get(..line.floor_char_boundary(LONGEST))?;
    let (who, length) = match near.strip_prefix('[') {
        Some(inside) => {
            let (who, _) = inside.split_once("] ")?;
            (who, who.len() + 3)
        }
        None => {
            let (who, _) = near.split_once('|')?;
            (who.trim(), who.len() + 1)
        }
    };
    let is_name = !who.is_empty() && !who.contains(char::is_whitespace);
    let (stamp, rest) = full(line.get(length..)?.trim_start()).filter(|_| is_name)?;
    Some(Head::line(stamp, who, behind_dash(rest.trim_start())))
}

/// `10.0.0.7 - ana [03/May/2024:14:31:05 +0000] "GET / HTTP/1.1" 502 0`: who asked stands in front.
fn access(line: &str) -> Option<Line<'_>> {
    const FARTHEST: usize = 160;
    let near = line.get(..line.floor_char_boundary(FARTHEST))?;
    let (who, _) = near.split_once(" [")?;
    let inside = line.get(who.len() + 2..)?;
    let (written, text) = inside.split_once(']')?;
    let stamp = whole_stamp(written).filter(|stamp| stamp.day.is_some())?;
    let is_address = is_host(who.split(' ').next().unwrap_or_default());
    let who = who.trim_end_matches([' ', '-']);
    is_address.then(|| Head::line(stamp, who, text.trim_start()))
}
