//! Puts the pieces of a text where they belong.

use super::entries::{self, Entry, TimelineLine, without_marker};
use super::lines::{Heading, wholly_bold};
use super::measures::{Measure, measures};
use super::names::{self, Role};
use super::period::{Period, period};
use super::pieces::{BodyLine, Piece};
use super::sentences::split_resolution;
use super::share::{is_everyone, share};
use super::when::{TokenKind, tokens};
use super::{Given, Note};
use crate::postmortem::{ExtraSection, Field, Item, Percent, Postmortem, Section};

/// What a text says on when it was, the most certain first.
#[derive(Default)]
pub(super) struct Told {
    pub(super) labelled: Period,
    pub(super) summary: Period,
    pub(super) elsewhere: Period,
    pub(super) heading_zone: Option<String>,
}

/// Puts pieces into a document.
pub(super) struct Placer {
    pub(super) document: Postmortem,
    pub(super) notes: Vec<Note>,
    pub(super) given: Given,
    pub(super) front: Vec<(String, String)>,
    pub(super) told: Told,
    pub(super) entries: Vec<Entry>,
    pub(super) shares: Vec<Percent>,
    /// Whether a text on the whole says that nobody was spared.
    pub(super) was_everyone: bool,
    /// What stands before the first heading.
    preamble: Vec<String>,
    after: Section,
    has_summary: bool,
    cause_follows: bool,
}

impl Placer {
    pub(super) fn new(front: Vec<(String, String)>, given: Given) -> Self {
        Self {
            document: Postmortem::default(),
            notes: Vec::new(),
            given,
            front,
            told: Told::default(),
            entries: Vec::new(),
            shares: Vec::new(),
            was_everyone: false,
            preamble: Vec::new(),
            after: Section::Overview,
            has_summary: false,
            cause_follows: false,
        }
    }

    /// Takes the next piece.
    pub(super) fn piece(&mut self, piece: &Piece<'_>) {
        self.cause_follows = piece.cause_follows;
        let role = piece.heading.as_ref().and_then(|heading| heading.role);
        let Some(heading) = &piece.heading else {
            self.preamble = piece.body.iter().map(|line| line.text.to_owned()).collect();
            if piece.is_last {
                self.open_preamble(piece, false);
            }
            return;
        };
        let is_title =
            role.is_none() && !piece.is_after_first && self.document.overview.title.is_empty();
        if !self.preamble.is_empty() {
            self.open_preamble(piece, is_title);
        }
        match role {
            None if is_title => {
                self.document.overview.title = plain_name(heading.name);
                self.intro(&piece.body, piece.summary_follows);
            }
            None if piece.is_like_timeline => self.section(Role::Timeline, heading, piece),
            None => self.extra(&plain_name(heading.name), &text_of(&piece.body)),
            Some(role) => self.section(role, heading, piece),
        }
    }

    /// Places what stands before the first heading: a title, unless the heading is one, and words.
    fn open_preamble(&mut self, piece: &Piece<'_>, title_follows: bool) {
        let lines = std::mem::take(&mut self.preamble);
        let mut lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        if !title_follows
            && let Some(at) = lines
                .iter()
                .position(|line| !line.trim().is_empty() && !is_chatter(line))
            && let Some(line) = lines.get(at).filter(|line| is_title(line))
        {
            self.document.overview.title = plain_name(wholly_bold(line).unwrap_or(line));
            lines.remove(at);
        }
        let body: Vec<BodyLine<'_>> = lines
            .into_iter()
            .map(|text| BodyLine {
                text,
                is_heading: false,
                is_code: false,
            })
            .collect();
        let is_summary = piece
            .heading
            .as_ref()
            .is_some_and(|heading| heading.role == Some(Role::Summary));
        self.intro(&body, piece.summary_follows || is_summary || title_follows);
    }

    /// Places words that stand under no name: a summary, when there is no other.
    fn intro(&mut self, body: &[BodyLine<'_>], summary_follows: bool) {
        for (role, text) in labelled(body, None) {
            match role {
                Some(role) => self.told_by_label(role, &text),
                None if summary_follows => {
                    self.told.elsewhere =
                        std::mem::take(&mut self.told.elsewhere).or(period(&text));
                    self.shares.extend(share(&text, false));
                    self.extra("", &text);
                }
                None => self.summary(&text),
            }
        }
    }

    fn section(&mut self, role: Role, heading: &Heading<'_>, piece: &Piece<'_>) {
        self.after = section_of(role).unwrap_or(self.after);
        if role == Role::Timeline || piece.is_like_timeline {
            self.after = Section::Timeline;
            self.timeline(heading, &piece.body);
            return;
        }
        // The last word may be called a summary too.
        let role = match role {
            Role::Summary if self.has_summary && piece.is_last => Role::Conclusion,
            role => role,
        };
        self.has_summary |= role == Role::Summary;
        match role {
            Role::Measures | Role::Improvements | Role::Tasks => self.follow_up(role, &piece.body),
            Role::WentWell => self.rows(Field::WentWell, &piece.body),
            Role::WentBadly => self.rows(Field::WentBadly, &piece.body),
            Role::Lucky => self.rows(Field::Lucky, &piece.body),
            Role::Factors if self.has_cause_elsewhere() => self.rows(Field::Factors, &piece.body),
            Role::Whys => self.rows(Field::Whys, &piece.body),
            Role::Lessons => {
                let text = text_of(&piece.body);
                if !text.is_empty() {
                    self.extra(&plain_name(heading.name), &text);
                }
            }
            role => {
                for (label, text) in labelled(&piece.body, Some(role)) {
                    match label {
                        Some(label) => self.told_by_label(label, &text),
                        None => self.prose(role, &text),
                    }
                }
            }
        }
    }

    fn has_cause_elsewhere(&self) -> bool {
        self.cause_follows || !self.document.analysis.root_cause.is_empty()
    }

    /// A text under a name, or behind a label, that is worth a field of its own.
    fn prose(&mut self, role: Role, text: &str) {
        match role {
            Role::Summary => self.summary(text),
            Role::Impact => self.impact(text),
            Role::CauseAndResolution => {
                let (cause, resolution) = split_resolution(text);
                append(&mut self.document.analysis.root_cause, cause);
                append(&mut self.document.resolution.text, resolution);
            }
            Role::Cause | Role::Factors => append(&mut self.document.analysis.root_cause, text),
            Role::Resolution => append(&mut self.document.resolution.text, text),
            Role::Trigger => append(&mut self.document.analysis.trigger, text),
            Role::Detection => append(&mut self.document.detection.text, text),
            Role::Conclusion => append(&mut self.document.conclusion.text, text),
            role => self.told_by_label(role, text),
        }
    }

    /// A text behind a label: within another section, or as a small section of its own.
    fn told_by_label(&mut self, role: Role, text: &str) {
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
                self.told.labelled = std::mem::take(&mut self.told.labelled).or(period(one));
                self.keep_in_summary("Duration", one);
            }
            Role::Start | Role::End | Role::Date => self.moment(role, one),
            Role::TimeZone => self.told.heading_zone = Some(one.to_owned()),
            Role::Authors => self.line(Field::Authors, one),
            Role::Status => self.line(Field::Status, one),
            Role::Severity => self.line(Field::Severity, one),
            Role::Services => self.line(Field::Services, one),
            Role::Reference => self.line(Field::Reference, one),
            Role::Share => match share(one, true) {
                Some(found) => self.shares.push(found),
                None => self.impact(one),
            },
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

    fn summary(&mut self, text: &str) {
        self.told.summary = std::mem::take(&mut self.told.summary).or(period(text));
        self.shares.extend(share(text, false));
        self.was_everyone |= is_everyone(text);
        append(&mut self.document.summary.text, text);
    }

    fn impact(&mut self, text: &str) {
        self.told.elsewhere = std::mem::take(&mut self.told.elsewhere).or(period(text));
        if let Some(found) = share(text, true) {
            self.shares.insert(0, found);
        }
        self.was_everyone |= is_everyone(text);
        append(&mut self.document.impact.what_users_saw, text);
    }

    /// Start, end or day by its own label.
    fn moment(&mut self, role: Role, text: &str) {
        let found = period(text);
        let first = tokens(text).into_iter().find_map(|token| match token.kind {
            TokenKind::Time(time) => Some(time),
            _ => None,
        });
        let known = Period {
            start: first.clone().filter(|_| role == Role::Start),
            end: first.filter(|_| role == Role::End),
            start_day: found.start_day.clone().filter(|_| role != Role::End),
            end_day: found.start_day.filter(|_| role == Role::End),
            zone: found.zone,
        };
        let is_told = known != Period::default();
        self.told.labelled = std::mem::take(&mut self.told.labelled).or(known);
        let name = match role {
            Role::Start => "Start",
            Role::End => "End",
            _ => "Date",
        };
        if is_told {
            self.keep_in_summary(name, text);
        } else {
            append(&mut self.document.summary.text, &format!("{name}: {text}"));
        }
    }

    /// Keeps what a label says where its dates and times do not say it all.
    fn keep_in_summary(&mut self, name: &str, text: &str) {
        if has_more_words(text) {
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
            self.extra("", text);
        }
    }

    fn timeline(&mut self, heading: &Heading<'_>, body: &[BodyLine<'_>]) {
        let in_heading = tokens(heading.name).into_iter().chain(tokens(heading.rest));
        if self.told.heading_zone.is_none()
            && let Some(zone) = in_heading
                .into_iter()
                .find(|token| token.kind == TokenKind::Zone)
        {
            let source = [heading.name, heading.rest]
                .into_iter()
                .find_map(|text| text.get(zone.range.clone()));
            self.told.heading_zone = source.map(str::to_owned);
        }
        let lines: Vec<TimelineLine<'_>> = body
            .iter()
            .map(|line| TimelineLine {
                text: line.text,
                is_heading: line.is_heading,
                is_code: line.is_code,
            })
            .collect();
        self.entries.extend(entries::entries(&lines));
    }

    fn follow_up(&mut self, role: Role, body: &[BodyLine<'_>]) {
        let lines: Vec<&str> = body.iter().map(|line| line.text).collect();
        let mut role = role;
        let mut group = None::<String>;
        let measures = measures(&lines);
        let last_item = measures
            .iter()
            .rposition(|measure| matches!(measure, Measure::Item(_)));
        for (index, measure) in measures.into_iter().enumerate() {
            match measure {
                Measure::Group(name) => match names::role(&name) {
                    Some(known @ (Role::Improvements | Role::Tasks | Role::Measures)) => {
                        role = known;
                        group = None;
                    }
                    _ => group = Some(name),
                },
                // Behind the last item it is the last word on the whole.
                Measure::Loose(text) if last_item.is_some_and(|last| index > last) => {
                    append(&mut self.document.conclusion.text, &text);
                }
                Measure::Loose(text) => {
                    if names::normal(&text)
                        .split(' ')
                        .any(|word| matches!(word, "task" | "tasks" | "todo"))
                    {
                        role = Role::Tasks;
                    }
                    self.extra("", &text);
                }
                Measure::Item(mut item) => {
                    if let Some(group) = &group {
                        item.text = format!("**{group}:** {}", item.text);
                    }
                    let has_more = !item.owner.is_empty()
                        || !item.due.is_empty()
                        || !item.status.is_empty()
                        || !item.ticket.is_empty();
                    let follow_up = &mut self.document.follow_up;
                    if role == Role::Tasks || has_more {
                        follow_up.action_items.push(item);
                    } else {
                        follow_up.improvements.push(Item {
                            text: item.text,
                            ..Item::default()
                        });
                    }
                }
            }
        }
    }

    fn rows(&mut self, field: Field, body: &[BodyLine<'_>]) {
        let lines: Vec<&str> = body.iter().map(|line| line.text).collect();
        for measure in measures(&lines) {
            let text = match measure {
                Measure::Item(item) => item.text,
                Measure::Loose(text) | Measure::Group(text) => text,
            };
            if let Some(rows) = self.document.items_mut(field) {
                rows.push(Item {
                    text,
                    ..Item::default()
                });
            }
        }
    }

    pub(super) fn extra(&mut self, heading: &str, body: &str) {
        if heading.is_empty() && body.trim().is_empty() {
            return;
        }
        self.document.extras.sections.push(ExtraSection {
            heading: heading.to_owned(),
            body: body.trim_matches('\n').to_owned(),
            after: self.after,
            ..ExtraSection::default()
        });
    }
}

/// The texts of a section, each with the label that it stands behind; in order.
fn labelled(body: &[BodyLine<'_>], context: Option<Role>) -> Vec<(Option<Role>, String)> {
    let mut texts: Vec<(Option<Role>, String)> = Vec::new();
    let mut open: Option<Role> = None;
    let mut is_new = true;
    for line in body {
        let is_blank = line.text.trim().is_empty();
        let found = (!line.is_code).then(|| label(line.text, context)).flatten();
        if let Some((role, rest)) = found {
            open = Some(role);
            texts.push((open, rest.to_owned()));
            is_new = false;
            continue;
        }
        let has_text = texts
            .last()
            .is_some_and(|(_, text)| !text.trim().is_empty());
        let (_, is_item) = without_marker(line.text);
        if open.is_some()
            && has_text
            && (is_blank || (is_item && !line.text.starts_with([' ', '\t'])))
        {
            open = None;
            is_new = true;
        }
        let text = match line.is_heading {
            true => format!("**{}**", line.text.trim_matches(['*', ' '])),
            false => unindented(line),
        };
        match texts
            .last_mut()
            .filter(|(role, _)| *role == open && !(is_new && open.is_some()))
        {
            Some((_, last)) => {
                last.push('\n');
                last.push_str(&text);
            }
            None if !is_blank => {
                texts.push((open, text));
                is_new = false;
            }
            None => {}
        }
    }
    for (_, text) in &mut texts {
        *text = text.trim_matches('\n').trim_end().to_owned();
    }
    texts.retain(|(_, text)| !text.trim().is_empty());
    texts
}

/// A line of prose; what four blanks before it would make code of is none.
fn unindented(line: &BodyLine<'_>) -> String {
    let (_, is_item) = without_marker(line.text);
    if line.is_code || is_item {
        return line.text.to_owned();
    }
    line.text.trim_start().to_owned()
}

/// The label at the start of a line: what it means here, and the text behind it.
fn label<'a>(line: &'a str, context: Option<Role>) -> Option<(Role, &'a str)> {
    const LONGEST: usize = 44;
    let (bare, _) = without_marker(line);
    let bold = ["**", "__"].into_iter().find_map(|mark| {
        let inside = bare.strip_prefix(mark)?;
        let (name, rest) = inside.split_once(mark)?;
        match name.trim_end().strip_suffix(':') {
            Some(name) => Some((name, rest)),
            None => Some((name, rest.trim_start().strip_prefix([':', '-', '–'])?)),
        }
    });
    let (name, rest) = bold.or_else(|| bare.split_once(':'))?;
    if name.len() > LONGEST || name.contains(['.', ',', '`']) || rest.starts_with("//") {
        return None;
    }
    let role = names::role(name)?;
    let is_meant = match context {
        None | Some(Role::Summary | Role::Period | Role::Date) => !matches!(
            role,
            Role::Timeline
                | Role::Measures
                | Role::Improvements
                | Role::Tasks
                | Role::Lessons
                | Role::Whys
        ),
        Some(Role::Impact) => matches!(
            role,
            Role::Period | Role::Start | Role::End | Role::Share | Role::TimeZone
        ),
        Some(Role::Cause | Role::CauseAndResolution | Role::Factors) => {
            matches!(role, Role::Cause | Role::Resolution | Role::Trigger)
        }
        Some(_) => false,
    };
    (is_meant && Some(role) != context).then(|| (role, rest.trim_start_matches(['*', '_']).trim()))
}

/// Whether a text says more than dates, times, zones and lengths.
fn has_more_words(text: &str) -> bool {
    let mut bare = text.to_lowercase();
    for token in tokens(text).iter().rev() {
        if bare.is_char_boundary(token.range.start)
            && bare.is_char_boundary(token.range.end)
            && token.range.end <= bare.len()
        {
            bare.replace_range(token.range.clone(), " ");
        }
    }
    bare.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .any(|word| {
            !matches!(
                word,
                "from"
                    | "to"
                    | "until"
                    | "till"
                    | "and"
                    | "between"
                    | "at"
                    | "on"
                    | "th"
                    | "st"
                    | "nd"
                    | "rd"
            )
        })
        || bare.contains(|c: char| c.is_ascii_digit())
}

/// A name without the marks around it.
fn plain_name(name: &str) -> String {
    let bare = name.trim().trim_matches(['*', '_', '#']).trim();
    bare.trim_end_matches(':').trim_end().replace("**", "")
}

fn text_of(body: &[BodyLine<'_>]) -> String {
    let lines: Vec<String> = body
        .iter()
        .map(|line| match line.is_heading {
            true => format!("**{}**", line.text.trim_matches(['*', ' '])),
            false => line.text.to_owned(),
        })
        .collect();
    lines.join("\n").trim().to_owned()
}

fn is_title(line: &str) -> bool {
    let bare = line.trim();
    let words = bare.split_whitespace().count();
    words <= 16
        && bare.len() <= 120
        && !bare.ends_with(['.', ';'])
        && !bare.contains("://")
        && !bare.starts_with(['!', '|', '<', '-', '>', '`'])
        && label(bare, None).is_none()
}

/// A sentence that was pasted along with the document.
fn is_chatter(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim();
    bare.starts_with("![")
        || bare.starts_with("http")
        || bare.starts_with("<img")
        || bare.starts_with("[![")
        || ((bare.starts_with("certainly")
            || bare.starts_with("sure")
            || bare.starts_with("of course")
            || bare.contains("here's")
            || bare.contains("here’s")
            || bare.contains("here is"))
            && bare.ends_with([':', '!', '.']))
}

fn section_of(role: Role) -> Option<Section> {
    Some(match role {
        Role::Summary | Role::Period | Role::Start | Role::End | Role::Date | Role::TimeZone => {
            Section::Summary
        }
        Role::Impact | Role::Share => Section::Impact,
        Role::Timeline => Section::Timeline,
        Role::Cause | Role::Trigger | Role::Factors | Role::Whys => Section::Analysis,
        Role::CauseAndResolution | Role::Resolution => Section::Resolution,
        Role::Detection => Section::Detection,
        Role::Measures | Role::Improvements | Role::Tasks => Section::FollowUp,
        Role::WentWell | Role::WentBadly | Role::Lucky | Role::Lessons => Section::Lessons,
        Role::Conclusion => Section::Conclusion,
        Role::Authors | Role::Status | Role::Severity | Role::Services | Role::Reference => {
            return None;
        }
    })
}

pub(super) fn append(prose: &mut String, text: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    if !prose.is_empty() {
        prose.push_str("\n\n");
    }
    prose.push_str(text);
}
