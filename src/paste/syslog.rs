//! Lines of syslog, as RFC 3164 and RFC 5424 have them.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::stamp::dated;
use super::written::OpenDay;
use crate::postmortem::day::digits;

/// Syslog: a month, a day and a time without a year, the host and the program.
pub(super) static SOURCE: Source = Source {
    id: "syslog",
    name: "Syslog",
    about: "May  3 14:31:05 host app[123]: message, or <34>1 2024-05-03T14:31:05Z host app …",
    recognise: |lines| score(lines, judge, 7),
    read: |lines| by_lines(lines, judge, Style::Paragraph),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    let behind = behind_priority(line);
    versioned(behind.unwrap_or(line))
        .or_else(|| classic(behind.unwrap_or(line), behind.is_some()))
        .unwrap_or(Line::More)
}

/// What stands behind "<34>".
fn behind_priority(line: &str) -> Option<&str> {
    let inside = line.strip_prefix('<')?;
    let count = digits(inside);
    let rest = inside.get(count..)?.strip_prefix('>')?;
    (1..=3).contains(&count).then_some(rest)
}

/// "May  3 14:31:05 host app[123]: text"
fn classic(line: &str, has_priority: bool) -> Option<Line<'_>> {
    let (stamp, rest) = dated(line)?;
    let is_yearless = matches!(stamp.day, Some(OpenDay::Yearless { .. }));
    let (host, rest) = rest.strip_prefix(' ')?.trim_start().split_once(' ')?;
    let is_classic = is_yearless || has_priority;
    if !is_classic || !is_host(host) {
        return None;
    }
    match tagged(rest) {
        Some((tag, text)) => Some(Head::line(stamp, &format!("{host} {tag}"), text)),
        // "last message repeated 3 times" names no program.
        None if has_priority || rest.starts_with("last message repeated") => {
            Some(Head::line(stamp, host, rest))
        }
        None => None,
    }
}

/// "1 2024-05-03T14:31:05.003Z host app 123 ID47 [data] text"; a hyphen stands for nothing.
fn versioned(line: &str) -> Option<Line<'_>> {
    let (stamp, rest) = dated(line.strip_prefix("1 ")?)?;
    let mut fields = rest.trim_start().splitn(4, ' ');
    let (host, app, process, rest) = (
        fields.next()?,
        fields.next()?,
        fields.next()?,
        fields.next()?,
    );
    let process = if process == "-" {
        String::new()
    } else {
        format!("[{process}]")
    };
    let known = [host, app].into_iter().filter(|word| *word != "-");
    let who = known.collect::<Vec<_>>().join(" ") + &process;
    // The identifier of the message and its data, where there are any.
    let text = rest.strip_prefix("- ").unwrap_or(rest);
    let text = text.strip_prefix("- ").unwrap_or(text);
    let text = if text == "-" { "" } else { text };
    Some(Head::line(stamp, &who, text.trim_start_matches('\u{feff}')))
}

/// "app[123]: text"
pub(super) fn tagged(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 64;
    let end = text.floor_char_boundary(LONGEST);
    let at = text.get(..end)?.find(':')?;
    let (tag, rest) = text.split_at_checked(at)?;
    let is_tag = !tag.is_empty() && !tag.contains(char::is_whitespace);
    let rest = rest.get(1..)?;
    let is_apart = rest.is_empty() || rest.starts_with(' ');
    (is_tag && is_apart).then_some((tag, rest.trim_start()))
}

/// Whether a word can be the name of a host or its address.
pub(super) fn is_host(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphanumeric() || c == ':')
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._:".contains(c))
        && !word.ends_with(':')
}
