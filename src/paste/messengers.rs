//! Chats as WhatsApp, Signal and Telegram export or copy them.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::chat::{name, said};
use super::stamp::{dated, whole_stamp};

/// Messengers: a date, a comma and a time, then the name and the message.
pub(super) static SOURCE: Source = Source {
    id: "messengers",
    name: "WhatsApp, Signal or Telegram",
    about: "[03/05/24, 14:31:05] Name: message, or 03/05/2024, 14:31 - Name: message",
    recognise: |lines| {
        let is_named = lines.iter().take(MOST_LOOKED_AT).any(|line| speaks(line));
        // Without a name it is a list like any other.
        if is_named { score(lines, judge, 7) } else { 0 }
    },
    read: |lines| by_lines(lines, judge, Style::Plain),
};

/// How many lines are looked at for a name.
const MOST_LOOKED_AT: usize = 200;

fn speaks(line: &str) -> bool {
    matches!(judge(&[line]), Line::Head(head) if head.who.as_ref().is_some_and(|who| !who.is_empty()))
}

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    bracketed(line)
        .or_else(|| dashed(line))
        .or_else(|| telegram(line))
        .unwrap_or(Line::More)
}

/// "[03/05/24, 14:31:05] Ana Lima: all is well"
fn bracketed(line: &str) -> Option<Line<'_>> {
    let inside = line.strip_prefix('[')?;
    let (stamp, rest) = dated(inside)?;
    let rest = bare(rest.strip_prefix(']')?);
    let head = inside.len() - rest.len();
    let has_comma = inside.get(..head)?.contains(',');
    let (who, text) = said(rest).filter(|_| has_comma)?;
    Some(Head::line(stamp, &who, bare(text)))
}

/// "03/05/2024, 14:31 - Ana Lima: all is well"; what the messenger itself says has no name.
fn dashed(line: &str) -> Option<Line<'_>> {
    let (stamp, rest) = dated(line)?;
    let head = line.len() - rest.len();
    let has_comma = line.get(..head)?.contains(',');
    let rest = rest.strip_prefix(" - ").filter(|_| has_comma)?;
    let (who, text) = said(rest).unwrap_or((String::new(), rest));
    Some(Head::line(stamp, &who, text))
}

/// "Ana Lima, [03/05/2024 14:31]", with the message behind a colon or below.
fn telegram(line: &str) -> Option<Line<'_>> {
    let (who, rest) = line.split_once(", [")?;
    let (inside, text) = rest.split_once(']')?;
    let who = name(who)?;
    let stamp = whole_stamp(inside)?;
    Some(Head::line(
        stamp,
        &who,
        text.trim_start_matches(':').trim_start(),
    ))
}
