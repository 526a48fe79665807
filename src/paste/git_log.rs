//! What `git log` shows.

use super::by_lines::bare;
use super::chat::name;
use super::epoch_logs::epoch;
use super::stamp::{Stamp, day, stamp, whole_stamp};
use super::written::{Found, Piece, shown};
use super::{Source, Why};
use crate::postmortem::{Entered, one_line};

/// Git: the commits of `git log` in full, or one a line with a date.
pub(super) static SOURCE: Source = Source {
    id: "git",
    name: "git log",
    about: "The commits of git log, in full or one a line with a date",
    recognise: |lines| {
        let some = || lines.iter().take(MOST_LOOKED_AT);
        let full = some().filter(|line| commit(line).is_some()).count();
        let short = some().filter(|line| in_one_line(line, 1).is_some()).count();
        (full * 40).max(short * 28).max(hashes(lines))
    },
    read,
};

/// How many lines are looked at to recognise it.
const MOST_LOOKED_AT: usize = 200;

fn read(lines: &[&str]) -> Vec<Piece> {
    if lines.iter().any(|line| commit(line).is_some()) {
        return full(lines);
    }
    let numbered = (1..).zip(lines).filter(|(_, line)| !bare(line).is_empty());
    numbered
        .map(|(number, line)| match in_one_line(line, number) {
            Some(row) => Piece::Row(Box::new(row)),
            None => Piece::Rest(number, Why::NoTime),
        })
        .collect()
}

/// The hash of "commit 1a2b3c…", without the branches behind it.
fn commit(line: &str) -> Option<(&str, &str)> {
    let line = bare(graphless(line));
    let (hash, rest) = line.strip_prefix("commit ").map(word)?;
    is_hash(hash).then_some((hash, rest))
}

/// A line without the lines that `--graph` draws.
fn graphless(line: &str) -> &str {
    let inner = line.trim_start_matches(['*', '|', '/', '\\', ' ', '_']);
    if line.starts_with(['*', '|']) {
        inner
    } else {
        line
    }
}

fn is_hash(word: &str) -> bool {
    (7..=64).contains(&word.len())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The first word, and what stands behind it.
fn word(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    (first, rest.trim_start())
}

/// How well the lines are known where each begins with a hash and none has a date.
fn hashes(lines: &[&str]) -> usize {
    let begin = |line: &&&str| {
        let (hash, rest) = word(bare(graphless(line)));
        is_hash(hash) && hash.bytes().any(|byte| byte.is_ascii_digit()) && !rest.is_empty()
    };
    let some = || {
        lines
            .iter()
            .take(MOST_LOOKED_AT)
            .filter(|line| !bare(line).is_empty())
    };
    let known = some().filter(begin).count();
    // Anything else with a time in its lines is more than a list of hashes.
    if known * 2 > some().count() { known } else { 0 }
}

/// One commit a line, with its date behind the hash: "1a2b3c4 2024-05-03 Ana Lima Fix it",
/// "1a2b3c4 - (2024-05-03 14:31:05 +0200) Fix it - Ana Lima".
fn in_one_line(line: &str, number: usize) -> Option<Found> {
    let (hash, rest) = word(bare(graphless(line)));
    if !is_hash(hash) || epoch(hash).is_some() {
        return None;
    }
    let rest = rest.trim_start_matches(['-', '|', ',', ' ', '\t']);
    let opened = rest.strip_prefix(['(', '[', '<']);
    let written = opened.unwrap_or(rest);
    let (mut row, text) = match stamp(written) {
        Some((stamp, text)) => (Found::at(number, stamp), text),
        None => {
            let (day, text) = day(written)?;
            let row = Found {
                line: number,
                day: Some(day),
                ..Found::default()
            };
            (row, text)
        }
    };
    let text = match opened {
        Some(_) => text.trim_start_matches([')', ']', '>']),
        None => text,
    };
    let text = text.trim_start();
    // "… | Ana Lima | Fix it": only what is set apart is sure to be a name.
    let parts = text.strip_prefix('|').and_then(|text| text.split_once('|'));
    let named = parts.and_then(|(who, text)| Some((name(who)?, text)));
    let text = match named {
        Some((who, text)) => {
            row.who = who;
            text
        }
        None => text.trim_start_matches(['|', '-']),
    };
    row.text = shown(text.trim_start());
    row.evidence = hash.to_owned();
    Some(row)
}

/// The commits of a log in full.
fn full(lines: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut entry: Option<(Found, &str, Vec<&str>)> = None;
    let mut is_head = false;
    let close = |entry: &mut Option<(Found, &str, Vec<&str>)>, pieces: &mut Vec<Piece>| {
        if let Some((mut row, branches, said)) = entry.take() {
            row.text = shown(&said.join("\n"));
            if !branches.is_empty() {
                row.text = format!("{}\n\n{}", row.text, shown(branches));
            }
            pieces.push(Piece::Row(Box::new(row)));
        }
    };
    for (index, raw) in lines.iter().enumerate() {
        let line = graphless(raw);
        if let Some((hash, refs)) = commit(raw) {
            close(&mut entry, &mut pieces);
            let row = Found {
                line: index + 1,
                evidence: hash.to_owned(),
                ..Found::default()
            };
            entry = Some((row, refs, Vec::new()));
            is_head = true;
            continue;
        }
        let Some((row, _, said)) = &mut entry else {
            if !bare(raw).is_empty() {
                pieces.push(Piece::Rest(index + 1, Why::NoTime));
            }
            continue;
        };
        if bare(line).is_empty() {
            is_head = false;
        }
        let field = line.split_once(':').filter(|_| is_head);
        match field.map(|(name, value)| (name.trim(), value.trim())) {
            Some(("Author", value)) if row.who.is_empty() => row.who = one_line(author(value)),
            Some(("Date" | "AuthorDate" | "CommitDate", value)) if !is_dated(row) => {
                take_date(row, value);
            }
            // When it was committed once more is another time, and the first one counts.
            Some(("CommitDate", value)) if whole_stamp(value).is_some() => {}
            // Who committed it is told only where that is someone else.
            Some(("Commit", value)) if one_line(author(value)) == row.who => {}
            _ => said.push(line.strip_prefix("    ").unwrap_or(line)),
        }
    }
    close(&mut entry, &mut pieces);
    pieces
}

fn is_dated(row: &Found) -> bool {
    row.day.is_some() || !row.time.is_empty()
}

/// A name without the address behind it, unless there is only the address.
fn author(text: &str) -> &str {
    let name = text.split(" <").next().unwrap_or(text).trim();
    if name.is_empty() { text } else { name }
}

fn take_date(row: &mut Found, text: &str) {
    let found = whole_stamp(text).or_else(|| seconds(text));
    match found {
        Some(stamp) => {
            row.day = stamp.day;
            row.time = Entered::Known(stamp.time);
            row.zone = stamp.zone;
        }
        None => match day(text).filter(|(_, rest)| rest.trim().is_empty()) {
            Some((day, _)) => row.day = Some(day),
            // "3 days ago"
            None => row.time = Entered::AsTyped(one_line(text)),
        },
    }
}

/// "1714746665 +0200", which are seconds in UTC wherever the author was.
fn seconds(text: &str) -> Option<Stamp> {
    let (stamp, rest) = epoch(text)?;
    let rest = rest.trim();
    let is_zone =
        rest.is_empty() || super::clock::zone(rest).is_some_and(|(_, rest)| rest.is_empty());
    is_zone.then_some(stamp)
}
