//! What texts tell of when it was, where, whom it hit and who wrote it: by labels, and in passing.

use super::labels::has_more_words;
use super::markers::without_marker;
use super::names::Role;
use super::period::{Period, only_time, period};
use super::place::{Placer, append};
use super::share::{ShareSource, is_everyone, share};
use super::titles::plain_name;
use super::when::{Token, TokenKind, tokens};
use super::zones::stated_zone;
use crate::postmortem::day::Day;
use crate::postmortem::{ClockTime, Entered, Field};

/// What a text says on when it was, the most certain first.
#[derive(Default)]
pub(super) struct Told {
    pub(super) labelled: Period,
    pub(super) summary: Period,
    pub(super) elsewhere: Period,
    /// In sections that nobody knows.
    pub(super) rest: Period,
    /// The time of a summary that tells just one.
    pub(super) only: Option<Entered<ClockTime>>,
    pub(super) heading_zone: Option<String>,
    pub(super) heading_day: Option<(Day, String)>,
    /// What stands behind a label for the zone.
    pub(super) zone_name: Option<String>,
    /// A day in a section that nobody knows: the last that is asked.
    pub(super) any_day: Option<(Day, String)>,
    /// What front matter says of when: what it is called there, its key and its value.
    pub(super) front: Vec<(Role, String, String)>,
    /// The day in front matter, which may be that of publishing.
    pub(super) document_day: Option<(Day, String)>,
    /// Whether a label says that there is no start, or no end, that one could name.
    pub(super) is_start_open: bool,
    pub(super) is_end_open: bool,
    /// "All times are in UTC."
    pub(super) stated_zone: Option<String>,
}

impl Placer<'_> {
    /// A text behind a label: within another section, or as a small section of its own.
    pub(super) fn told_by_label(&mut self, role: Role, text: &str) {
        let one = text.trim();
        match role {
            Role::Cause
                if self.cause_follows
                    && self.document.summary.cause.is_empty()
                    && !one.contains('\n') =>
            {
                self.document.summary.cause = one.to_owned();
            }
            Role::Period => {
                let told = period(one);
                let is_first = self.told.labelled == Period::default();
                let is_whole = is_first && says_no_more(one, &told);
                self.told.labelled.add(told);
                if is_whole {
                    self.keep_in_summary("Duration", one);
                } else {
                    append(&mut self.document.summary.text, &format!("Duration: {one}"));
                }
            }
            Role::Start | Role::End | Role::Date => self.moment(role, one),
            Role::TimeZone if self.told.heading_zone.is_none() && !one.contains('\n') => {
                self.told.heading_zone = Some(one.to_owned());
                self.told.zone_name = Some(one.to_owned());
            }
            Role::TimeZone => self.extra("", one),
            Role::Authors => self.line(Field::Authors, one),
            Role::Status => self.line(Field::Status, one),
            Role::Severity => self.line(Field::Severity, one),
            Role::Services => self.line(Field::Services, one),
            Role::Reference => self.line(Field::Reference, one),
            Role::Share => {
                let found = share(one, ShareSource::Label);
                self.shares
                    .extend(found.map(|share| (ShareSource::Label, share)));
                if found.is_none() || has_more_words(one) {
                    self.impact(one);
                }
            }
            Role::Summary
            | Role::Impact
            | Role::Cause
            | Role::CauseAndResolution
            | Role::Resolution
            | Role::Trigger
            | Role::Factors
            | Role::Detection
            | Role::Conclusion => self.prose(role, one),
            Role::Timeline
            | Role::Whys
            | Role::Measures
            | Role::Improvements
            | Role::Tasks
            | Role::WentWell
            | Role::WentBadly
            | Role::Lucky
            | Role::Lessons => self.extra("", one),
        }
    }

    pub(super) fn summary(&mut self, text: &str) {
        self.told.summary.add(period(text));
        self.told.only = self.told.only.take().or_else(|| only_time(text));
        self.told_of(text, ShareSource::Summary);
        append(&mut self.document.summary.text, text);
    }

    pub(super) fn impact(&mut self, text: &str) {
        self.told.elsewhere.add(period(text));
        self.told_of(text, ShareSource::Impact);
        append(&mut self.document.impact.what_users_saw, text);
    }

    /// Takes from a text what any text may tell: how many were affected, and the zone.
    pub(super) fn told_of(&mut self, text: &str, source: ShareSource) {
        let found = share(text, source);
        self.shares.extend(found.map(|share| (source, share)));
        self.was_everyone |= is_everyone(text, source);
        if self.told.stated_zone.is_none() {
            self.told.stated_zone = stated_zone(text).map(str::to_owned);
        }
    }

    /// Start, end or day by its own label.
    fn moment(&mut self, role: Role, text: &str) {
        // "Start: 20:15 CET. End: 22:05 CET."
        if role == Role::Start && text.to_lowercase().contains("end") {
            let both = period(&format!("Start: {text}"));
            if both.start.is_some() && both.end.is_some() {
                self.told.labelled.add(both);
                append(&mut self.document.summary.text, &format!("Start: {text}"));
                return;
            }
        }
        let found = period(text);
        let first = first_time(text);
        let known = Period {
            start: first.clone().filter(|_| role == Role::Start),
            end: first.filter(|_| role == Role::End),
            start_day: found.start_day.clone().filter(|_| role != Role::End),
            end_day: found.start_day.filter(|_| role == Role::End),
            zone: found.zone,
        };
        let is_told = known != Period::default();
        // "Ended: still open" tells it, too: that nobody knows.
        self.told.is_start_open |= role == Role::Start && known.start.is_none();
        self.told.is_end_open |= role == Role::End && known.end.is_none();
        let name = match role {
            Role::Start => "Start",
            Role::End => "End",
            _ => "Date",
        };
        // The time of a date is that of nothing in particular.
        let is_whole =
            (role != Role::Date || first_time(text).is_none()) && says_no_more(text, &known);
        // Nor is a second start a start.
        let labelled = &self.told.labelled;
        let is_first = match role {
            Role::Start => labelled.start.is_none() || labelled.start == known.start,
            Role::End => labelled.end.is_none() || labelled.end == known.end,
            _ => labelled.start_day.is_none() || labelled.start_day == known.start_day,
        };
        let is_whole = is_whole && is_first;
        self.told.labelled.add(known);
        if is_told && is_whole {
            self.keep_in_summary(name, text);
        } else {
            append(&mut self.document.summary.text, &format!("{name}: {text}"));
        }
    }

    /// Keeps what a label says where its dates and times do not say it all.
    fn keep_in_summary(&mut self, name: &str, text: &str) {
        if has_more_words(text) {
            self.told_of(text, ShareSource::Impact);
            append(&mut self.document.summary.text, &format!("{name}: {text}"));
        }
    }

    /// A field of one line; further lines are kept beside it.
    fn line(&mut self, field: Field, text: &str) {
        let is_free = self.document.line(field).is_none_or(|line| line.is_empty());
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        if is_free && rest.trim().is_empty() {
            let (bare, _) = without_marker(first);
            self.document.set_line(field, &plain_name(bare));
        } else {
            self.told.elsewhere.add(period(text));
            self.extra("", text);
        }
    }
}

fn first_time(text: &str) -> Option<Entered<ClockTime>> {
    tokens(text).find_map(|token| match token.kind {
        TokenKind::Time(time) => Some(time),
        _ => None,
    })
}

/// Whether a stretch has every date and time that a text tells.
fn says_no_more(text: &str, told: &Period) -> bool {
    let tokens: Vec<Token> = tokens(text).collect();
    let times = tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Time(_)));
    let days = tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Date(_)));
    let of = |one: bool, other: bool| usize::from(one) + usize::from(other);
    times.count() <= of(told.start.is_some(), told.end.is_some())
        && days.count() <= of(told.start_day.is_some(), told.end_day.is_some())
}
