//! The chat of a meeting: Zoom and Google Meet.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::chat::{is_person, name};
use super::plain::divider;
use super::stamp::{stamp, whole_stamp};
use super::written::Piece;

/// Meetings: a time, from whom, to whom; or a name with the time below.
pub(super) static SOURCE: Source = Source {
    id: "meetings",
    name: "Zoom or Google Meet",
    about: "14:31:05 From Name to Everyone: message, or a name, the time and the message on lines",
    recognise: |lines| score(lines, judge, 7),
    read,
};

fn read(lines: &[&str]) -> Vec<Piece> {
    let mut pieces = by_lines(lines, judge, Style::Plain);
    for piece in &mut pieces {
        if let Piece::Row(row) = piece {
            // Zoom sets every line of a message in.
            let lines: Vec<&str> = row.text.lines().map(str::trim_start).collect();
            row.text = lines.join("\n");
        }
    }
    pieces
}

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    let second = lines.get(1).copied().unwrap_or_default();
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    let addressed = stamp(line).and_then(|(stamp, rest)| {
        let (who, text) = addressed(rest)?;
        Some(Head::line(stamp, &who, text))
    });
    let below = || {
        let stamp = whole_stamp(second).filter(|stamp| stamp.day.is_none())?;
        let is_flush = !second.starts_with(char::is_whitespace);
        Some(Head::lines(
            2,
            stamp,
            Some(name(line).filter(|who| is_flush && is_person(who))?),
            "",
        ))
    };
    addressed.or_else(below).unwrap_or(Line::More)
}

/// " From Ana Lima to Everyone: text"; a message to one person says to whom.
fn addressed(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let inside = text.strip_prefix("From ")?;
    let (head, _) = inside
        .split_once(" to ")
        .or_else(|| inside.split_once(" To "))?;
    let (to, text) = inside.get(head.len() + 4..)?.split_once(':')?;
    let who = name(head)?;
    let to = to.trim();
    if matches!(to, "Everyone" | "everyone" | "All panelists" | "Alle") {
        return Some((who, text.trim_start()));
    }
    Some((format!("{who} to {to}"), text.trim_start()))
}
