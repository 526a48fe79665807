//! A text by lines: which of them are headings, whatever they look like, and which are code.

use super::entries::starts_with_time;
use super::labels::bold_name;
use super::names::{self, Role};
use super::prose::FEWEST_ENTRIES;
use super::tables;
use crate::markdown::outline;

/// A line of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line<'a> {
    /// What stands in it, without its end.
    pub(super) text: &'a str,
    pub(super) kind: LineKind<'a>,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LineKind<'a> {
    Text,
    Blank,
    /// Inside a code block, or one of its fences.
    Code,
    /// A row of a table, its head or the rule below it.
    Row,
    Heading(Heading<'a>),
}

/// A line that names what follows it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heading<'a> {
    /// 1 to 6 as marked; 7 for a bold line, 8 for a plain one.
    pub(super) level: usize,
    pub(super) name: &'a str,
    /// What it means, when that is known.
    pub(super) role: Option<Role>,
    /// Text behind the name in the same line.
    pub(super) rest: &'a str,
}

/// The level of a heading that is a bold line.
pub(super) const BOLD: usize = 7;
/// The level of a heading that is a line like any other.
pub(super) const PLAIN: usize = 8;

/// The lines of a text.
pub(super) fn lines(whole: &str) -> Vec<Line<'_>> {
    let texts: Vec<&str> = whole.split('\n').map(str::trim_end).collect();
    let code = code_lines(&texts);
    let rows = tables::row_lines(&texts);
    let mut lines: Vec<Line<'_>> = Vec::with_capacity(texts.len());
    // Lines that the heading above them has taken.
    let mut taken = 0;
    let mut at = 0;
    for (index, raw) in whole.split('\n').enumerate() {
        let start = at;
        at += raw.len() + 1;
        if taken > 0 {
            taken -= 1;
            continue;
        }
        let mut text = raw.trim_end();
        let is_first = lines.last().is_none_or(|line| line.kind != LineKind::Text);
        let kind = match code.get(index) {
            Some(Code::Inside) => LineKind::Code,
            // A fence that encloses nothing says no more than the name of a language.
            Some(Code::Stray) => {
                text = text.trim_start_matches(['`', '~', ' ']);
                if text.is_empty() {
                    LineKind::Blank
                } else {
                    LineKind::Text
                }
            }
            _ if text.trim().is_empty() => LineKind::Blank,
            _ if rows.get(index) == Some(&true) => LineKind::Row,
            _ => {
                let below = texts.get(index + 1..).unwrap_or_default();
                let under = if is_first {
                    underlined(text, below)
                } else {
                    None
                };
                match (heading(text), under) {
                    (Some(found), _) => LineKind::Heading(found),
                    (None, Some((level, more))) => {
                        taken = more + 1;
                        let last = texts.get(index + more).copied().unwrap_or_default();
                        let length: usize = if more == 0 {
                            text.len()
                        } else {
                            raw.len() + 1 + last.len()
                        };
                        text = whole.get(start..start + length).unwrap_or(text);
                        LineKind::Heading(named(level, text.trim()))
                    }
                    (None, None) => named_line(text).map_or(LineKind::Text, LineKind::Heading),
                }
            }
        };
        let text = if kind == LineKind::Blank { "" } else { text };
        lines.push(Line { text, kind });
    }
    lines
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Outside,
    Inside,
    Stray,
}

/// Which lines are code. A fence without an end is no fence, nor is one around a whole document.
fn code_lines(texts: &[&str]) -> Vec<Code> {
    let mut code = vec![Code::Outside; texts.len()];
    let mut open: Option<(usize, &str)> = None;
    if !texts.iter().any(|text| fence(text).is_some()) {
        return code;
    }
    // A log between entries is a log.
    let has_entries = has_entries_outside_fences(texts);
    for (index, text) in texts.iter().enumerate() {
        let Some(mark) = fence(text) else {
            continue;
        };
        let bare = text.trim_start();
        match open {
            None => open = Some((index, mark)),
            Some((start, opened)) if opened == mark && bare.trim_matches(['`', '~']).is_empty() => {
                let inside = texts.get(start + 1..index).unwrap_or_default();
                let sections = inside.iter().filter(|line| names_a_section(line)).count();
                let entries = inside.iter().filter(|line| starts_with_time(line)).count();
                let is_timeline = !has_entries && entries >= 2 && entries * 2 >= inside.len();
                let is_text = sections >= 2 || is_timeline;
                let mark = if is_text { Code::Stray } else { Code::Inside };
                let ends = [start, index];
                for at in start..=index {
                    if let Some(kind) = code.get_mut(at)
                        && (mark == Code::Inside || ends.contains(&at))
                    {
                        *kind = mark;
                    }
                }
                open = None;
            }
            Some(_) => {}
        }
    }
    if let Some((start, _)) = open
        && let Some(kind) = code.get_mut(start)
    {
        *kind = Code::Stray;
    }
    code
}

/// The mark of a fence at the start of a line.
fn fence(text: &str) -> Option<&'static str> {
    let bare = text.trim_start();
    ["```", "~~~"]
        .into_iter()
        .find(|mark| bare.starts_with(mark))
}

fn has_entries_outside_fences(texts: &[&str]) -> bool {
    let mut is_inside = false;
    let outside = texts.iter().filter(|text| {
        is_inside ^= fence(text).is_some();
        !is_inside && starts_with_time(text)
    });
    outside.take(FEWEST_ENTRIES).count() == FEWEST_ENTRIES
}

fn names_a_section(line: &str) -> bool {
    let heading = heading(line).or_else(|| named_line(line));
    let label = || {
        line.split_once(": ")
            .is_some_and(|(name, _)| names::role(name).is_some())
    };
    heading.is_some_and(|heading| heading.role.is_some()) || label()
}

fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.len() >= 3 && (text.bytes().all(|b| b == b'=') || text.bytes().all(|b| b == b'-'))
}

/// A heading by its marks: hashes, with or without a space, or HTML.
fn heading(text: &str) -> Option<Heading<'_>> {
    let bare = text.trim_start();
    if text.len() - bare.len() > 3 {
        return None;
    }
    if let Some(atx) = outline::atx(bare).filter(|atx| !atx.text.is_empty()) {
        return Some(named(atx.level, atx.text));
    }
    let glued = bare.trim_start_matches('#');
    let level = bare.len() - glued.len();
    if (1..=6).contains(&level) && glued.starts_with(|c: char| c.is_alphabetic() || c == '*') {
        return Some(named(level, glued.trim_end_matches('#').trim()));
    }
    html_heading(bare)
}

/// `<h2>Timeline</h2>`.
fn html_heading(text: &str) -> Option<Heading<'_>> {
    let inside = text.strip_prefix("<h").or(text.strip_prefix("<H"))?;
    let level = inside
        .chars()
        .next()?
        .to_digit(10)
        .filter(|level| (1..=6).contains(level))?;
    let (_, rest) = inside
        .split_once('>')
        .filter(|(tag, _)| !tag.contains('<'))?;
    let end = rest.to_ascii_lowercase().find("</h")?;
    let (name, close) = rest.split_at_checked(end)?;
    let (_, after) = close.split_once('>')?;
    let mut heading = named(usize::try_from(level).ok()?, name.trim());
    if heading.rest.is_empty() {
        heading.rest = after.trim();
    }
    Some(heading)
}

/// The level of a heading that has a row of signs below it, and how many lines more than one its
/// text has.
fn underlined(text: &str, below: &[&str]) -> Option<(usize, usize)> {
    const LONGEST: usize = 100;
    let is_text = |text: &str| {
        !text.trim().is_empty()
            && text.len() <= LONGEST
            && !text.starts_with(['|', '-', '*', '>', ' ', '\t', '#'])
    };
    let next = below.first().copied().unwrap_or_default();
    if !is_text(text) {
        return None;
    }
    if is_rule(next) {
        let level = if next.trim().starts_with('=') { 1 } else { 2 };
        return Some((level, 0));
    }
    // Over two lines only a title goes.
    let is_title = below
        .get(1)
        .is_some_and(|rule| is_rule(rule) && rule.trim().starts_with('='));
    (is_title && is_text(next)).then_some((1, 1))
}

/// A bold line, or a plain one, that is the name of a section and nothing else; or bold words at
/// the start of a line that name what stands behind them.
fn named_line(text: &str) -> Option<Heading<'_>> {
    // "🔹 TIMELINE"
    let bare = text
        .trim()
        .trim_start_matches(|c: char| !c.is_ascii() && !c.is_alphanumeric() && c != '•')
        .trim_start();
    if let Some(inside) = wholly_bold(bare) {
        let mut heading = named(BOLD, inside);
        heading.rest = heading.rest.trim();
        return Some(heading);
    }
    if let Some(heading) = bold_lead(bare) {
        return Some(heading);
    }
    const LONGEST: usize = 60;
    if bare.len() > LONGEST + 4 || text.len() - text.trim_start().len() > 3 {
        return None;
    }
    let name = bare.trim_end_matches([':', ' ', '?']);
    let is_name =
        !name.is_empty() && name.len() <= LONGEST && name.starts_with(char::is_alphanumeric);
    let words = name.split_whitespace().count();
    let has_colon = name.len() < bare.len();
    // "IV. Measures" has a number before its name.
    let bare_name = name
        .split_once(". ")
        .filter(|(number, _)| number.len() <= 4)
        .map_or(name, |(_, name)| name);
    if !is_name || words > 8 || bare_name.contains(['.', ',', ';']) {
        return None;
    }
    let role = names::role(name)?;
    // Without a colon one word may be a word: "Time", "From", "Issue".
    let is_plain = has_colon || words >= 2 || is_section_word(role, name);
    is_plain.then_some(Heading {
        level: PLAIN,
        name: bare,
        role: Some(role),
        rest: "",
    })
}

/// "**Timeline.** All times in UTC": a name that no label has, with the text behind it.
fn bold_lead(text: &str) -> Option<Heading<'_>> {
    let (name, rest) = bold_name(text)?;
    const LONGEST: usize = 44;
    let rest = rest.trim();
    let role = names::role(name).filter(|_| name.len() <= LONGEST && !rest.is_empty())?;
    Some(Heading {
        level: BOLD,
        name,
        role: Some(role),
        rest,
    })
}

/// Single words that stand alone in a line only as headings.
fn is_section_word(role: Role, name: &str) -> bool {
    let is_known = matches!(
        role,
        Role::Summary
            | Role::Timeline
            | Role::Impact
            | Role::Resolution
            | Role::Conclusion
            | Role::Detection
            | Role::Measures
            | Role::Improvements
            | Role::Tasks
            | Role::Trigger
            | Role::Lessons
            | Role::Cause
    );
    is_known && name.chars().next().is_some_and(char::is_uppercase)
}

/// What stands in a line that is bold from its start to its end.
pub(super) fn wholly_bold(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches(':').trim_end();
    ["***", "**", "__"].iter().find_map(|mark| {
        let inside = text.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inside.trim().is_empty() && !inside.contains(mark)).then(|| inside.trim())
    })
}

/// A heading by its text: the name, what it means, and what stands behind the name.
fn named(level: usize, text: &str) -> Heading<'_> {
    // "Timeline {#timeline}"
    let text = match text.rfind("{#") {
        Some(at) if text.ends_with('}') => text.get(..at).unwrap_or(text).trim_end(),
        _ => text,
    };
    if let Some(role) = names::role(text) {
        return Heading {
            level,
            name: text,
            role: Some(role),
            rest: "",
        };
    }
    // "Duration: 30 minutes", "Timeline - 3 May"
    for separator in [": ", ":** ", ":", " - ", " – ", " — "] {
        let digit = |c: char| c.is_ascii_digit();
        // The colon of a time ends no name.
        let is_time = |(name, rest): &(&str, &str)| {
            separator == ":" && name.ends_with(digit) && rest.starts_with(digit)
        };
        let parts = text.split_once(separator);
        let Some((name, rest)) = parts.filter(|parts| !is_time(parts)) else {
            continue;
        };
        let normal = names::normal(name);
        let is_title = normal.contains("postmortem")
            || normal.contains("incident report")
            || matches!(normal.as_str(), "incident" | "outage" | "issue" | "problem");
        if let Some(role) = names::role(name).filter(|_| !is_title) {
            return Heading {
                level,
                name,
                role: Some(role),
                rest: rest.trim_matches(['*', ' ']),
            };
        }
    }
    Heading {
        level,
        name: text,
        role: None,
        rest: "",
    }
}
