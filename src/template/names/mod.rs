//! What people call the parts of a postmortem, and which part they mean by it.
//!
//! One table for headings and labels: the same words stand above sections, before a colon and in
//! bold. The reader of other people's Markdown and the templates that people bring look here.

mod table;

use std::borrow::Cow;

use crate::postmortem::Field;
pub(crate) use table::{role_in_table, words_of_names};

/// What a heading or a label says about the text below or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Summary,
    Impact,
    Timeline,
    Cause,
    CauseAndResolution,
    Resolution,
    Trigger,
    Factors,
    Whys,
    Detection,
    /// When, and for how long.
    Period,
    Start,
    End,
    Date,
    TimeZone,
    Measures,
    Improvements,
    Tasks,
    WentWell,
    WentBadly,
    Lucky,
    Lessons,
    Conclusion,
    Authors,
    Status,
    Severity,
    Services,
    Reference,
    Share,
}

impl Role {
    /// The field that a heading of this name has; `None` where it is none of one field.
    pub(super) fn field(self) -> Option<Field> {
        Some(match self {
            Self::Summary => Field::Summary,
            Self::Impact => Field::WhatUsersSaw,
            Self::Timeline => Field::Timeline,
            Self::Cause | Self::CauseAndResolution => Field::RootCause,
            Self::Resolution => Field::Resolution,
            Self::Trigger => Field::Trigger,
            Self::Factors => Field::Factors,
            Self::Whys => Field::Whys,
            Self::Detection => Field::Detection,
            Self::Measures | Self::Tasks => Field::ActionItems,
            Self::Improvements => Field::Improvements,
            Self::WentWell => Field::WentWell,
            Self::WentBadly => Field::WentBadly,
            Self::Lucky => Field::Lucky,
            Self::Conclusion => Field::Conclusion,
            _ => return None,
        })
    }

    /// Whether what it names is a value of one line.
    pub(crate) fn has_one_line(self) -> bool {
        matches!(
            self,
            Self::Period
                | Self::Start
                | Self::End
                | Self::Date
                | Self::TimeZone
                | Self::Authors
                | Self::Status
                | Self::Severity
                | Self::Services
                | Self::Reference
                | Self::Share
        )
    }
}

/// A name as it is compared: without marks, numbering, signs and what stands in parentheses.
pub(crate) fn normal(name: &str) -> String {
    let mut lower = without_parentheses(name).to_lowercase();
    if lower.contains('&') {
        lower = lower.replace('&', " and ");
    }
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let is_between = |c: char| c.is_whitespace() || "*_`#[]~".contains(c);
    // Emoji and the like stand alone or stick to a word.
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_ascii() && c != '’';
    let mut joined = String::with_capacity(bare.len());
    for word in bare.split(is_between) {
        let word = word.trim_matches(is_sign);
        if !word.is_empty() && !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    if joined.contains('’') {
        joined = joined.replace('’', "'");
    }
    if joined.contains('-') {
        joined = joined
            .replace("follow-up", "follow up")
            .replace("to-do", "to do")
            .replace("lead-up", "lead up");
    }
    // "IV. Measures"
    if joined.starts_with(['i', 'v', 'x'])
        && let Some((roman, after_roman)) = joined.split_once(['.', ')'])
        && roman.len() <= 4
        && roman.bytes().all(|b| b"ivx".contains(&b))
    {
        return after_roman.trim().to_owned();
    }
    // "2. Timeline", but not "5 whys".
    let unnumbered = joined.trim_start_matches(|c: char| c.is_ascii_digit());
    match unnumbered.trim_start().strip_prefix(['.', ')', ':', '-']) {
        Some(rest) if unnumbered.len() < joined.len() => rest.trim().to_owned(),
        _ => joined,
    }
}

fn without_parentheses(name: &str) -> Cow<'_, str> {
    let Some((before, rest)) = name.split_once('(') else {
        return Cow::Borrowed(name);
    };
    match rest.split_once(')') {
        Some(("s", _)) => Cow::Owned(name.replacen("(s)", "s", 1)),
        // "[Timeline](#timeline)"
        Some((_, after)) => Cow::Owned(format!("{before} {after}")),
        None => Cow::Borrowed(before),
    }
}
