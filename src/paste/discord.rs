//! Messages copied from Discord.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::chat::{name, notes, said, tidied};
use super::clock::clock;
use super::plain::divider;
use super::stamp::{Stamp, whole_stamp};

/// Discord: a name, a dash and a time, with the message below; or the compact form.
pub(super) static SOURCE: Source = Source {
    id: "discord",
    name: "Discord",
    about: "name — Today at 2:31 PM with the message below, or [14:31]name: message",
    recognise: |lines| score(lines, judge, 7),
    read: |lines| tidied(by_lines(lines, judge, Style::Plain)),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let at = |index: usize| bare(lines.get(index).copied().unwrap_or_default());
    let line = at(0);
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    match notes(lines) {
        0 => {}
        count => return Line::Note(count),
    }
    compact(line)
        .or_else(|| dashed(line))
        .or_else(|| {
            let is_app = matches!(at(1), "APP" | "BOT");
            let (below, lines) = if is_app { (at(2), 3) } else { (at(1), 2) };
            let stamp = behind_dash(below)?;
            Some(Head::lines(lines, stamp, Some(name(line)?), ""))
        })
        .unwrap_or(Line::More)
}

/// "[14:31]ana: all is well"; without a name, whoever spoke before goes on.
fn compact(line: &str) -> Option<Line<'_>> {
    let (time, zone, rest) = clock(line.strip_prefix('[')?)?;
    let rest = rest.strip_prefix(']')?;
    let stamp = Stamp {
        day: None,
        time,
        zone,
    };
    if rest.starts_with(char::is_whitespace) {
        return None;
    }
    Some(match said(rest) {
        Some((who, text)) => Head::line(stamp, &who, text),
        None => Head::lines(1, stamp, None, rest),
    })
}

/// "ana — 03/05/2024 14:31"
fn dashed<'a>(line: &str) -> Option<Line<'a>> {
    let (who, _) = line.split_once(" — ")?;
    let stamp = behind_dash(line.get(who.len()..)?.trim_start())?;
    Some(Head::line(stamp, &name(who)?, ""))
}

fn behind_dash(text: &str) -> Option<Stamp> {
    whole_stamp(text.strip_prefix('—')?)
}
