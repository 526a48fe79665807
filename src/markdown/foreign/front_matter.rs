//! Front matter: YAML between lines of dashes, TOML between lines of pluses. Only what stands flat
//! in it is read.

use super::labels::has_more_words;
use super::names::{self, Role};
use super::period::Period;
use super::place::Placer;
use super::when::{TokenKind, tokens};
use crate::markdown::NoteKind;
use crate::postmortem::day::Day;
use crate::postmortem::{ClockTime, Entered, Field, one_line};

/// The keys and values at the head of a text, in order, and the text below.
pub(super) fn split(text: &str) -> (Vec<(String, String)>, &str) {
    let bare = text.trim_start_matches(['\n', ' ']);
    for (fence, sign) in [("---\n", ':'), ("+++\n", '=')] {
        let Some(inside) = bare.strip_prefix(fence) else {
            continue;
        };
        let close = fence.trim_end();
        let mut at = 0;
        for line in inside.split_inclusive('\n') {
            if line.trim_end() == close {
                let values = values(inside.get(..at).unwrap_or_default(), sign);
                let body = inside.get(at + line.len()..).unwrap_or_default();
                // A rule above a text is no front matter.
                if values.is_empty() {
                    break;
                }
                return (values, body);
            }
            at += line.len();
        }
    }
    mail(bare).unwrap_or((Vec::new(), text))
}

/// The head of a mail: lines such as "Subject: …" up to the first blank one.
fn mail(text: &str) -> Option<(Vec<(String, String)>, &str)> {
    const NAMES: [(&str, &str); 7] = [
        ("subject", "title"),
        ("from", "authors"),
        ("date", "date"),
        ("to", "to"),
        ("cc", "cc"),
        ("reply-to", "reply-to"),
        ("message-id", "message-id"),
    ];
    let (head, body) = text.split_once("\n\n")?;
    let lines = head.lines().map(|line| {
        let (name, value) = line.split_once(": ")?;
        let name = name.to_lowercase();
        let (_, key) = NAMES.iter().find(|(known, _)| *known == name)?;
        Some(((*key).to_owned(), value.trim().to_owned()))
    });
    let values: Vec<(String, String)> = lines.collect::<Option<_>>()?;
    let has = |wanted: &str| values.iter().any(|(key, _)| key == wanted);
    (has("title") && has("authors")).then_some((values, body))
}

/// The keys and values; a line that has no key has an empty one. Nothing for a text between rules.
fn values(text: &str, sign: char) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let bare = line.trim();
        let item = bare.strip_prefix("- ");
        let is_remark = bare.starts_with(['#', '[', '%']);
        let above = values.last_mut().filter(|(key, _)| !key.is_empty());
        match (above, key_of(line, sign)) {
            (_, Some((key, value))) => values.push((key.to_owned(), list(value))),
            (Some((_, above)), None)
                if !is_remark && (item.is_some() || bare.len() < line.len()) =>
            {
                above.push_str(if above.is_empty() { "" } else { ", " });
                above.push_str(unquoted(item.unwrap_or(bare)));
            }
            _ if is_remark || item.is_some() => values.push((String::new(), bare.to_owned())),
            // Prose between two rules.
            _ => return Vec::new(),
        }
    }
    if values.iter().all(|(key, _)| key.is_empty()) {
        values.clear();
    }
    values
}

/// A key at the start of a line, and the value behind it.
fn key_of(line: &str, sign: char) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 3;
    let (key, value) = line.split_once(sign)?;
    let key = key.trim_end().trim_matches('"');
    let is_word = |c: char| c.is_alphanumeric() || " _-.".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    // The colon of "09:20 starts" is that of a time.
    let is_time = key.ends_with(digit) && value.starts_with(digit);
    let is_key = !key.is_empty()
        && !is_time
        && !line.starts_with([' ', '\t', '-', '>', '#'])
        && key.chars().all(is_word)
        && key.split(' ').count() <= MOST_WORDS;
    // A block of text begins on the next line.
    let value = if matches!(value.trim(), "|" | ">") {
        ""
    } else {
        value
    };
    is_key.then_some((key, value))
}

/// `["a", "b"]` as "a, b".
fn list(value: &str) -> String {
    let value = value.trim();
    match value
        .strip_prefix('[')
        .and_then(|inside| inside.strip_suffix(']'))
    {
        Some(inside) => inside
            .split(',')
            .map(unquoted)
            .collect::<Vec<_>>()
            .join(", "),
        None => unquoted(value).to_owned(),
    }
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\'']
        .iter()
        .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(value)
}

impl Placer<'_> {
    /// Puts what stands there into fields that the text has left free.
    pub(super) fn take_front_matter(&mut self) {
        for (key, value) in std::mem::take(&mut self.front) {
            let name = key.replace(['_', '-'], " ");
            let field = match names::role(&name) {
                _ if name.eq_ignore_ascii_case("title") => Field::Title,
                Some(Role::Authors) => Field::Authors,
                Some(Role::Status) => Field::Status,
                Some(Role::Severity) => Field::Severity,
                Some(Role::Services) => Field::Services,
                Some(Role::Reference) => Field::Reference,
                Some(role @ (Role::Date | Role::Start | Role::End)) => {
                    self.front_moment(role, &key, &value);
                    continue;
                }
                _ if key.is_empty() => {
                    self.extra("", &value);
                    continue;
                }
                _ => {
                    self.extra("", &format!("{key}: {value}"));
                    continue;
                }
            };
            let line = self.document.line(field).unwrap_or_default();
            if line.is_empty() {
                self.document.set_line(field, &value);
            } else if one_line(&line) != one_line(&value) {
                self.note(
                    NoteKind::Contradiction,
                    field,
                    format!("The head of the file and the text differ on the {key}: “{value}” is kept as text"),
                );
                self.extra("", &format!("{key}: {value}"));
            }
        }
    }

    /// A date in front matter: of the incident by its own name, else the last that is asked.
    fn front_moment(&mut self, role: Role, key: &str, value: &str) {
        let (day, time, zone) = first_of(value);
        self.told
            .front
            .push((role, key.to_owned(), value.to_owned()));
        if role == Role::Date {
            self.told.document_day = self.told.document_day.take().or(day);
            return;
        }
        let period = match role {
            Role::End => Period {
                end: time,
                end_day: day,
                ..Period::default()
            },
            _ => Period {
                start: time,
                start_day: day,
                ..Period::default()
            },
        };
        self.told.elsewhere.add(Period { zone, ..period });
    }

    /// Keeps what front matter says of when, where start and end do not say all of it.
    pub(super) fn keep_front_moments(&mut self, told: Vec<(Role, String, String)>) {
        for (role, key, value) in told {
            let summary = &self.document.summary;
            let moment = if role == Role::End {
                &summary.end
            } else {
                &summary.start
            };
            let (day, time, zone) = first_of(&value);
            let is_day = match day {
                Some((Day::Known(day), _)) => moment.date.known() == Some(&day),
                Some(_) => false,
                None => true,
            };
            let is_time = time.is_none_or(|time| role != Role::Date && time == moment.time);
            let is_zone = zone.is_none_or(|zone| zone == summary.time_zone);
            if !(is_day && is_time && is_zone) || has_more_words(&value) {
                self.extra("", &format!("{key}: {value}"));
            }
        }
    }
}

type Told = (
    Option<(Day, String)>,
    Option<Entered<ClockTime>>,
    Option<String>,
);

/// The first day, the first time and the first zone of a value.
fn first_of(value: &str) -> Told {
    let (mut day, mut time, mut zone) = (None, None, None);
    for token in tokens(value) {
        let source = value.get(token.range).unwrap_or_default().to_owned();
        match token.kind {
            TokenKind::Date(found) => day = day.or(Some((found, source))),
            TokenKind::Time(found) => time = time.or(Some(found)),
            TokenKind::Zone => zone = zone.or(Some(source)),
        }
    }
    (day, time, zone)
}
