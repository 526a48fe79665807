//! Timeline entries, in whatever form: bullets, lines, headings, tables, prose.

use super::labels::label_of;
use super::markers::without_marker;
use super::when::{Token, TokenKind, begins_with_token, tokens};
use super::words::Words;
use crate::postmortem::day::Day;
use crate::postmortem::{ClockTime, Entered};

/// What stands at the head of an entry, and the text behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    /// The day, with how it is written.
    pub(super) date: Option<(Day, String)>,
    pub(super) time: Option<Entered<ClockTime>>,
    pub(super) zone: Option<String>,
    pub(super) text: String,
}

impl Entry {
    /// Whether it has nothing to say: it tells when what follows was.
    pub(super) fn is_bare(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Words in front of a time.
static LEADS: Words = Words::of(
    "at |on |by |around |about |approximately |approx. |ca. |from |between |circa |just after |shortly after ",
);

/// Those of them that say that the time is no exact one.
static ABOUT: Words = Words::of("around |about |approximately |approx. |ca. |circa ");

/// Reads the head of an entry; `None` where a line does not begin with a date or a time.
pub(super) fn entry(line: &str) -> Option<Entry> {
    beginning(line).or_else(|| behind_label(line))
}

/// Whether a line is an entry with a time.
pub(super) fn starts_with_time(line: &str) -> bool {
    entry(line).is_some_and(|entry| entry.time.is_some())
}

fn beginning(line: &str) -> Option<Entry> {
    let (line, is_item) = without_marker(line);
    let (mut rest, mut opened) = undecorated(line);
    let (mut has_lead, mut is_about) = (false, false);
    loop {
        let Some(bare) = LEADS.behind(rest).next() else {
            break;
        };
        is_about |= ABOUT.behind(rest).next().is_some();
        rest = bare.trim_start_matches(['~', '*', '_', '`', ' ']);
        has_lead = true;
    }
    // Two of them strike something through.
    let skipped = line.len() - rest.trim_start_matches('~').len();
    is_about |= line
        .get(..skipped)
        .is_some_and(|skipped| skipped.matches('~').count() == 1);
    let rest = rest.trim_start_matches('~');
    if !begins_with_token(rest) {
        let can_trail = is_item || line.starts_with("**");
        return can_trail.then(|| trailing(rest)).flatten();
    }
    let head = head(rest);
    let last = head.last()?;
    let (before, after) = rest.split_at_checked(last.range.end)?;
    if before.matches("**").count() % 2 == 1 {
        opened.push("**");
    }
    let (text, has_separator) = separated(after, &opened);
    let is_entry = is_item || has_separator || has_lead || !opened.is_empty() || has_time(&head);
    if !is_entry {
        return None;
    }
    // "**14:54 OUTAGE BEGINS** — …": the marks go on around what is left of the words.
    let is_open = |mark: &&&str| mark.len() > 1 && text.matches(**mark).count() % 2 == 1;
    let mark = opened.iter().find(is_open).copied().unwrap_or_default();
    let mut entry = Entry {
        text: format!("{mark}{text}"),
        ..Entry::default()
    };
    let mut head = head.into_iter().peekable();
    while let Some(token) = head.next() {
        let source = rest.get(token.range.clone()).unwrap_or_default();
        match token.kind {
            TokenKind::Date(day) if entry.date.is_none() => {
                entry.date = Some((day, source.to_owned()));
            }
            TokenKind::Time(Entered::Known(time)) if entry.time.is_none() && is_about => {
                entry.time = Some(Entered::Known(time.approximate()));
            }
            TokenKind::Time(time) if entry.time.is_none() => entry.time = Some(time),
            TokenKind::Date(_) | TokenKind::Time(_) => {
                // "10:00 UTC (6:00 EDT)": another zone stays with its time.
                let zone = head.peek().filter(|next| {
                    let zone = rest.get(next.range.clone());
                    next.kind == TokenKind::Zone
                        && entry.zone.is_some()
                        && entry.zone.as_deref() != zone
                });
                let end = zone.map_or(token.range.end, |zone| zone.range.end);
                let source = rest.get(token.range.start..end).unwrap_or_default();
                let dash = if entry.text.is_empty() { "" } else { ": " };
                entry.text = format!("until {source}{dash}{}", entry.text);
            }
            TokenKind::Zone if entry.zone.is_none() => entry.zone = Some(source.to_owned()),
            // "Pacific Standard Time (PST)"
            TokenKind::Zone => {}
        }
    }
    Some(entry)
}

/// "**Escalation:** At 4:30 PM the incident was escalated": the label goes on before the text.
fn behind_label(line: &str) -> Option<Entry> {
    let (name, rest) = label_of(line)?;
    let mut found = beginning(rest.trim_start()).filter(|found| found.time.is_some())?;
    let name = name.trim().trim_matches(['*', '_']);
    found.text = match found.is_bare() {
        true => name.to_owned(),
        false => format!("{name}: {}", found.text),
    };
    Some(found)
}

/// How far from the start of an item its date may stand, in bytes.
const EARLY: usize = 40;

/// "First detected 2021-07-12 15:44": the date and time at the end of an item.
fn trailing(text: &str) -> Option<Entry> {
    const MOST: usize = 3;
    let tokens: Vec<Token> = tokens(text).take(MOST + 1).collect();
    let last = tokens.last()?;
    let after = text.get(last.range.end..)?;
    let first = tokens.first()?;
    let between = text.get(first.range.start..last.range.end)?;
    let times = tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Time(_)));
    let is_one = between.len() <= 40 && tokens.len() <= MOST && times.count() == 1;
    let is_end = after.trim_matches(|c: char| ".)*_ ".contains(c)).is_empty();
    // "First detected 2021-07-12 15:44, by the manager"
    let is_early =
        first.range.start <= EARLY && after.starts_with(", ") && first.range != last.range;
    if !is_one || !(is_end || is_early) {
        return None;
    }
    let mut entry = Entry {
        text: text
            .get(..first.range.start)?
            .trim_end_matches([' ', ':', '-', '(', '*'])
            .to_owned(),
        ..Entry::default()
    };
    if is_early {
        entry.text.push_str(after);
    }
    for token in tokens {
        let source = text.get(token.range).unwrap_or_default();
        match token.kind {
            TokenKind::Date(day) => entry.date = Some((day, source.to_owned())),
            TokenKind::Time(time) => entry.time = Some(time),
            TokenKind::Zone => entry.zone = Some(source.to_owned()),
        }
    }
    Some(entry)
}

fn has_time(head: &[Token]) -> bool {
    head.iter()
        .any(|token| matches!(token.kind, TokenKind::Time(_)))
}

/// The tokens at the start of a text that belong together: nothing but signs and small words
/// between them.
fn head(text: &str) -> Vec<Token> {
    /// No two of them are farther apart, in bytes.
    const FARTHEST: usize = 32;
    let mut head: Vec<Token> = Vec::new();
    let mut end = 0;
    let mut times = 0;
    for token in tokens(text).within(FARTHEST) {
        let between = text.get(end..token.range.start).unwrap_or_default();
        let is_time = matches!(token.kind, TokenKind::Time(_));
        if !joins(between, head.is_empty()) || (is_time && times == 2) {
            break;
        }
        times += usize::from(is_time);
        end = token.range.end;
        head.push(token);
    }
    head
}

fn joins(between: &str, is_first: bool) -> bool {
    if is_first {
        return between.is_empty();
    }
    let words = between
        .split(|c: char| " ,()[]*_`-–—@|/\t\u{a0}".contains(c))
        .filter(|word| !word.is_empty());
    between.chars().count() <= 8
        && !between.contains(". ")
        && words.into_iter().all(|word| {
            matches!(
                word.to_lowercase().as_str(),
                "to" | "at" | "and" | "until" | "till" | "on" | ":" | "time"
            )
        })
}

/// A text without what stands around its head, and the marks that will close it.
fn undecorated(text: &str) -> (&str, Vec<&'static str>) {
    let mut rest = text;
    let mut opened = Vec::new();
    'again: loop {
        for (open, close) in [
            ("**", "**"),
            ("__", "__"),
            ("*", "*"),
            ("_", "_"),
            ("`", "`"),
            ("[", "]"),
            ("(", ")"),
        ] {
            if let Some(inside) = rest.strip_prefix(open) {
                rest = inside.trim_start();
                opened.push(close);
                continue 'again;
            }
        }
        return (rest, opened);
    }
}

/// The text behind the head of an entry, and whether a sign keeps them apart.
fn separated<'a>(after: &'a str, opened: &[&str]) -> (&'a str, bool) {
    let mut rest = after;
    let mut has_separator =
        after.trim().is_empty() || after.starts_with("  ") || after.starts_with('\t');
    loop {
        let bare = rest.trim_start_matches([' ', '\t', '\u{a0}']);
        let closed = opened.iter().find_map(|close| bare.strip_prefix(close));
        let signed = bare.strip_prefix([
            ':', '-', '–', '—', '|', ')', ']', ',', '.', ';', '=', '>', '→',
        ]);
        match closed.or(signed) {
            Some(next) => {
                has_separator = true;
                rest = next;
            }
            None => return (bare, has_separator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Typed;

    fn shown(line: &str) -> String {
        let Some(entry) = entry(line) else {
            return "none".to_owned();
        };
        let time = entry.time.map(|time| match time {
            Entered::Known(time) => time.canonical(),
            other => format!("?{}", other.text()),
        });
        let parts = [
            entry.date.map(|(_, source)| source),
            time,
            entry.zone,
            Some(entry.text),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("|")
    }

    #[test]
    fn an_entry_is_known_by_its_head() {
        for (line, expected) in [
            ("- **10:00 AM:** Alert", "10:00|Alert"),
            ("10:00 AM: Alert", "10:00|Alert"),
            ("- **14:00 UTC** - Alert", "14:00|UTC|Alert"),
            ("5:30 PM – Alert", "17:30|Alert"),
            (
                "June 9, 2024, 12:15 PM (UTC): Alert",
                "June 9, 2024|12:15|UTC|Alert",
            ),
            (
                "04-12-2022 7:23 AM GMT+1 - Alert",
                "04-12-2022|07:23|GMT+1|Alert",
            ),
            ("- 3:00 PM (Kigali time): Alert", "15:00|Kigali time|Alert"),
            ("* 9/10 7:55 PT - Alert", "9/10|07:55|PT|Alert"),
            ("* *14:51 PST* - Alert", "14:51|PST|Alert"),
            ("•\t13:00 EET: Alert", "13:00|EET|Alert"),
            ("`2:00 PM EDT:` Alert", "14:00|EDT|Alert"),
            (
                "- At 3:15 PM Eastern time, the alert",
                "15:15|Eastern time|the alert",
            ),
            ("1. 10:00 AM UTC: Alert", "10:00|UTC|Alert"),
            ("    10:00  Alert", "10:00|Alert"),
            ("* [08:47] Alert", "08:47|Alert"),
            ("- 08:42:33 Alert", "08:42:33|Alert"),
            ("- Feb 28th **01:52** Alert", "Feb 28th|01:52|Alert"),
            ("02:00–02:05 CET", "02:00|CET|until 02:05"),
            ("At 8:00 AM, the alert", "08:00|the alert"),
            ("- 14:15pm: Alert", "?14:15pm|Alert"),
            ("- 10:00 AM - **Alert** fired", "10:00|**Alert** fired"),
            ("The team met at 10:00", "none"),
            ("- 80% of users", "none"),
        ] {
            assert_eq!(shown(line), expected, "{line}");
        }
    }
}
