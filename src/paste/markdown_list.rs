//! A list, or paragraphs and headings, in the Markdown of another document.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::plain::{behind_time, divider};
use super::stamp::stamp;
use crate::postmortem::day::digits;

/// A list in Markdown whose items begin with a time.
pub(super) static SOURCE: Source = Source {
    id: "markdown-list",
    name: "Markdown list",
    about: "- 14:31 UTC – text, **14:31** text, or numbered",
    recognise: |lines| score(lines, judge, 6),
    read: |lines| by_lines(lines, judge, Style::Markdown),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    let item = behind_marker(line);
    if let Some(head) = timed(item.unwrap_or(line), item.is_some()) {
        return head;
    }
    // An item beside the others is about something else; one below another goes on with it.
    let is_beside = item.is_some() && lines.first().is_some_and(|raw| raw.trim_start() == *raw);
    if line.starts_with('#') || is_beside {
        Line::Apart
    } else {
        Line::More
    }
}

/// An item, or a heading, without its marker and its box.
fn behind_marker(line: &str) -> Option<&str> {
    let bullet = || line.strip_prefix(['-', '*', '+']);
    let number = || {
        let count = digits(line);
        let rest = line.get(count..).filter(|_| (1..=4).contains(&count))?;
        rest.strip_prefix(['.', ')'])
    };
    let heading = || {
        let rest = line.trim_start_matches('#');
        (rest.len() < line.len()).then_some(rest)
    };
    let rest = bullet().or_else(number).or_else(heading)?;
    let item = rest.strip_prefix([' ', '\t']).map(str::trim_start)?;
    let boxed = ["[ ]", "[x]", "[X]"]
        .iter()
        .find_map(|mark| item.strip_prefix(mark));
    Some(boxed.unwrap_or(item).trim_start())
}

/// A text that begins with a time. Outside a list only one that is set off is.
fn timed(text: &str, is_item: bool) -> Option<Line<'_>> {
    let marks = ["**", "__", "*", "_", "`", "[", "("];
    let mark = marks.iter().find(|mark| text.starts_with(**mark));
    let inside = mark.map_or(text, |mark| text.get(mark.len()..).unwrap_or_default());
    if mark.is_none_or(|mark| mark.starts_with(['[', '('])) && !is_item {
        return None;
    }
    let (mut stamp, rest) = stamp(inside)?;
    let Some(mark) = mark else {
        let text = behind_time(&mut stamp, rest);
        return Some(Head::line(stamp, "", text));
    };
    let closing = match *mark {
        "[" => "]",
        "(" => ")",
        other => other,
    };
    // "**14:31:** text"; what stays open goes on around the text.
    let trimmed = rest.trim_start_matches([':', ' ', '-', '–', '—']);
    match trimmed.strip_prefix(closing).or(rest.strip_prefix(closing)) {
        Some(rest) if !rest.starts_with('(') => {
            let text = behind_time(&mut stamp, rest);
            Some(Head::line(stamp, "", text))
        }
        _ if matches!(*mark, "[" | "(") => None,
        _ => Some(Head::line(stamp, "", format!("{mark}{trimmed}"))),
    }
}
