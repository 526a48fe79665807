//! Logs whose lines are made of named fields: JSON lines and logfmt.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::epoch_logs::epoch;
use super::stamp::{Stamp, whole_stamp};

/// Named fields: one of them is the time, and one what is said.
pub(super) static SOURCE: Source = Source {
    id: "fields",
    name: "JSON lines or logfmt",
    about: "{\"time\": \"2024-05-03T14:31:05Z\", \"msg\": \"…\"}, or time=2024-05-03T14:31:05Z msg=\"…\"",
    recognise: |lines| score(lines, judge, 8),
    read: |lines| by_lines(lines, judge, Style::Plain),
};

/// The names of fields that hold the time, the one that speaks, and what is said.
const TIMES: &str =
    "time|ts|timestamp|@timestamp|datetime|date|t|eventtime|event_time|created_at|asctime";
const TEXTS: &str = "msg|message|event|text|log|@message|short_message";
const NAMES: &str = "service|logger|host|hostname|app|user|actor|component|caller|name|source";

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    let fields = if line.starts_with('{') {
        json(line)
    } else {
        logfmt(line)
    };
    fields.and_then(row).unwrap_or(Line::More)
}

/// A row of named values: those without a part of their own stand behind the text.
fn row<'a>(mut fields: Vec<(String, String)>) -> Option<Line<'a>> {
    let mut take = |names: &'static str, is_it: fn(&str) -> bool| {
        let at = names.split('|').find_map(|name| {
            let is_named =
                |(key, value): &(String, String)| key.eq_ignore_ascii_case(name) && is_it(value);
            fields.iter().position(is_named)
        })?;
        Some(fields.remove(at).1)
    };
    let stamp = stamped(&take(TIMES, |value| stamped(value).is_some())?)?;
    let is_told = |value: &str| !value.trim().is_empty();
    let text = take(TEXTS, is_told).unwrap_or_default();
    let who = take(NAMES, is_told).unwrap_or_default();
    let more: Vec<String> = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    let text = match (text.is_empty(), more.is_empty()) {
        (_, true) => text,
        (true, false) => more.join(", "),
        (false, false) => format!("{text} ({})", more.join(", ")),
    };
    Some(Head::lines(1, stamp, Some(who), text))
}

fn stamped(value: &str) -> Option<Stamp> {
    let seconds = || epoch(value).filter(|(_, rest)| rest.is_empty());
    whole_stamp(value).or_else(|| seconds().map(|(stamp, _)| stamp))
}

/// The fields of an object. What is nested in it stays as it is written.
fn json(text: &str) -> Option<Vec<(String, String)>> {
    let mut rest = text.strip_prefix('{')?.trim_start();
    let mut fields = Vec::new();
    while !rest.starts_with('}') {
        let (key, after) = string(rest)?;
        let after = after.trim_start().strip_prefix(':')?.trim_start();
        let (value, after) = match string(after) {
            Some(found) => found,
            None => {
                let end = value_end(after)?;
                let (value, after) = after.split_at_checked(end)?;
                (value.trim().to_owned(), after)
            }
        };
        fields.push((key, value));
        rest = after.trim_start();
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
    // What stands behind the object is part of the line as well.
    let behind = rest.strip_prefix('}')?.trim().trim_end_matches(',');
    if !behind.is_empty() {
        fields.push((String::from("+"), behind.to_owned()));
    }
    Some(fields)
}

/// The string at the start of a text, and what stands behind it.
fn string(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut value = String::new();
    let mut chars = inside.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, inside.get(at + 1..)?)),
            '\\' => match chars.next()?.1 {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                'r' | 'b' | 'f' => value.push(' '),
                'u' => {
                    let digits = chars.as_str().get(..4)?;
                    let code = u32::from_str_radix(digits, 16).ok()?;
                    value.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    chars.nth(3)?;
                }
                other => value.push(other),
            },
            c => value.push(c),
        }
    }
    None
}

/// Where a value that is no string ends.
fn value_end(text: &str) -> Option<usize> {
    let (mut depth, mut is_quoted, mut is_escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '{' | '[' => depth += 1,
            '}' | ']' | ',' if depth == 0 => return Some(at),
            '}' | ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The fields of `time=2024-05-03T14:31:05Z level=error msg="…"`. Every word has to be one.
fn logfmt(text: &str) -> Option<Vec<(String, String)>> {
    let mut fields = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['=', ' ', '"'])?;
        let (key, after) = rest.split_at_checked(end)?;
        let after = after.strip_prefix('=').filter(|_| !key.is_empty())?;
        let (value, after) = string(after).unwrap_or_else(|| {
            let end = after.find(' ').unwrap_or(after.len());
            let (value, rest) = after.split_at_checked(end).unwrap_or((after, ""));
            (value.to_owned(), rest)
        });
        fields.push((key.to_owned(), value));
        rest = after.trim_start();
    }
    (fields.len() > 1).then_some(fields)
}
