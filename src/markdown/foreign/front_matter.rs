//! Front matter: YAML between lines of dashes, TOML between lines of pluses. Only what stands flat
//! in it is read.

use super::names::{self, Role};
use super::period::Period;
use super::place::Placer;
use super::when::{TokenKind, tokens};
use crate::markdown::NoteKind;
use crate::postmortem::{Field, Typed, one_line};

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

fn values(text: &str, sign: char) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let item = line.trim_start().strip_prefix("- ");
        if let (Some(item), Some((_, value))) = (item, values.last_mut()) {
            if !value.is_empty() {
                value.push_str(", ");
            }
            value.push_str(unquoted(item));
            continue;
        }
        let (key, value) = line.split_once(sign).unwrap_or(("", line));
        let is_key = !key.trim().is_empty() && !key.trim().contains(' ') && !line.starts_with(' ');
        match values.last_mut() {
            _ if is_key => values.push((key.trim().to_lowercase(), list(value))),
            // What is indented, or no value at all, goes on with the value before it.
            Some((_, above)) if !line.trim().is_empty() => {
                above.push_str(if above.is_empty() { "" } else { ", " });
                above.push_str(line.trim());
            }
            _ => {}
        }
    }
    values
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
                _ if name == "title" => Field::Title,
                Some(Role::Authors) => Field::Authors,
                Some(Role::Status) => Field::Status,
                Some(Role::Severity) => Field::Severity,
                Some(Role::Services) => Field::Services,
                Some(Role::Reference) => Field::Reference,
                Some(role @ (Role::Date | Role::Start | Role::End)) => {
                    self.front_moment(role, &key, &value);
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
        let found = tokens(value);
        let day = found.iter().find_map(|token| match &token.kind {
            TokenKind::Date(day) => Some((day.clone(), value.get(token.range.clone())?.to_owned())),
            _ => None,
        });
        let time = found.iter().find_map(|token| match &token.kind {
            TokenKind::Time(time) => Some(time.clone()),
            _ => None,
        });
        if day.is_none() {
            self.extra("", &format!("{key}: {value}"));
            return;
        }
        if role == Role::Date {
            self.told.document_date = Some((key.to_owned(), value.to_owned()));
        }
        self.told.document_day = self.told.document_day.take().or_else(|| day.clone());
        let period = match role {
            Role::End => Period {
                end: time,
                end_day: day,
                ..Period::default()
            },
            Role::Start => Period {
                start: time,
                start_day: day,
                ..Period::default()
            },
            // "date" is as often that of publishing: the last that is asked.
            _ => Period::default(),
        };
        self.told.elsewhere.add(period);
    }

    /// Keeps the date in front matter, unless it is the day of the incident and no more.
    pub(super) fn keep_date_of_document(&mut self, told: Option<(String, String)>) {
        let start = &self.document.summary.start.date;
        let Some((key, value)) = told else {
            return;
        };
        let bare = value.trim_matches(['"', '\'', ' ']);
        if start.known().is_none_or(|date| date.canonical() != bare) {
            self.extra("", &format!("{key}: {value}"));
        }
    }
}
