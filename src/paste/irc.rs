//! Logs of IRC clients: irssi, weechat, HexChat, ZNC and those that write alike.

use super::Source;
use super::by_lines::{Head, Line, Style, bare, by_lines, score};
use super::plain::divider;
use super::stamp::{day, stamp};

/// IRC: a time, a nick in angle brackets, and what they said.
pub(super) static SOURCE: Source = Source {
    id: "irc",
    name: "IRC",
    about: "[14:31] <nick> message, or the columns of weechat",
    recognise: |lines| score(lines, judge, 8),
    read: |lines| by_lines(lines, judge, Style::Paragraph),
};

fn judge<'a>(lines: &[&'a str]) -> Line<'a> {
    let line = bare(lines.first().copied().unwrap_or_default());
    if let Some(written) = ["--- ", "**** "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
    {
        return announced(written);
    }
    if let Some(day) = divider(line) {
        return Line::Day(day);
    }
    let is_closed = line.starts_with('[');
    let Some((stamp, rest)) = stamp(line.strip_prefix('[').unwrap_or(line)) else {
        return Line::More;
    };
    let rest = if is_closed {
        rest.strip_prefix(']')
    } else {
        Some(rest)
    };
    let Some(rest) = rest.filter(|rest| rest.starts_with(char::is_whitespace)) else {
        return Line::More;
    };
    let has_tab = rest.starts_with('\t');
    let rest = rest.trim_start();
    if let Some((who, text)) = spoken(rest) {
        return Head::line(stamp, who, text);
    }
    // "-!- ana has joined", "--> | ana (~ana@host) has joined", "*** Joins: ana".
    let is_note = ["-!-", "-->", "<--", "--", "***", "!"].iter().any(|mark| {
        rest.strip_prefix(mark)
            .is_some_and(|rest| rest.starts_with([' ', '\t']))
    });
    if is_note {
        return Line::Note(1);
    }
    if let Some((who, text)) = acted(rest).or_else(|| column(rest, has_tab)) {
        return Head::line(stamp, who, text);
    }
    Line::More
}

/// "<@ana> text", "< ana> text", "-ana:#channel- text".
fn spoken(text: &str) -> Option<(&str, &str)> {
    let (who, rest) = match text.strip_prefix('<') {
        Some(inside) => inside.split_once('>')?,
        None => text
            .strip_prefix('-')
            .and_then(|text| text.split_once("- "))
            .filter(|(who, _)| !who.starts_with(' '))?,
    };
    let who = who.trim();
    is_nick(who).then_some((
        who.trim_start_matches(['@', '+', '%', '&', '~']),
        rest.trim_start(),
    ))
}

/// "* ana looks at the graphs"
fn acted(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('*')?.trim_start_matches([' ', '\t', '|']);
    let (who, text) = rest.split_once([' ', '\t'])?;
    is_nick(who).then_some((who, text.trim_start()))
}

/// "ana\ttext" and "ana | text", as weechat has it.
fn column(text: &str, has_tab: bool) -> Option<(&str, &str)> {
    let (who, rest) = text
        .split_once('\t')
        .filter(|_| has_tab || !text.contains(" | "))
        .or_else(|| text.split_once(" | "))?;
    let who = who.trim();
    is_nick(who).then_some((
        who.trim_start_matches(['@', '+', '%', '&', '~']),
        rest.trim_start(),
    ))
}

fn is_nick(word: &str) -> bool {
    const LONGEST: usize = 40;
    (1..=LONGEST).contains(&word.len())
        && word.starts_with(|c: char| c.is_alphabetic() || "@+%&~_[]{}|\\^`".contains(c))
        && !word.contains(char::is_whitespace)
}

/// "--- Day changed Tue May 03 2024", "--- Log opened Fri May 03 14:00:00 2024".
fn announced<'a>(text: &str) -> Line<'a> {
    let found = [
        "Day changed to ",
        "Day changed ",
        "Log opened ",
        "BEGIN LOGGING AT ",
    ]
    .iter()
    .find_map(|words| text.strip_prefix(words));
    let Some(written) = found else {
        return Line::Note(1);
    };
    // The time in the middle of it says nothing that the lines do not.
    let stamped = stamp(written).and_then(|(stamp, _)| stamp.day);
    match stamped.or_else(|| day(written).map(|(day, _)| day)) {
        Some(day) => Line::Day(day),
        None => Line::Note(1),
    }
}
