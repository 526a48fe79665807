//! Puts the pieces of a text where they belong.

use super::entries::Entry;
use super::labels::labelled;
use super::lines::{Heading, wholly_bold};
use super::names::{self, Role};
use super::period::period;
use super::pieces::{BodyKind, BodyLine, Piece};
use super::sentences::{split_closing, split_resolution};
use super::share::ShareSource;
use super::timeline;
use super::titles::{is_chatter, is_picture, is_title, marked_name, plain_name, text_of};
use super::told::Told;
use super::when::{TokenKind, tokens};
use super::zones::stated_zone;
use super::{Given, Note};
use crate::postmortem::{ExtraSection, Field, Percent, Postmortem, Section};

/// Puts pieces into a document.
pub(super) struct Placer<'a> {
    pub(super) document: Postmortem,
    pub(super) notes: Vec<Note>,
    pub(super) given: Given,
    pub(super) front: Vec<(String, String)>,
    pub(super) told: Told,
    pub(super) entries: Vec<Entry>,
    pub(super) shares: Vec<(ShareSource, Percent)>,
    /// Whether a text on the whole says that nobody was spared.
    pub(super) was_everyone: bool,
    /// Whether day and month of a date could be the other way round.
    pub(super) is_order_open: bool,
    /// What stands before the first heading.
    preamble: Vec<BodyLine<'a>>,
    after: Section,
    has_summary: bool,
    pub(super) cause_follows: bool,
}

impl<'a> Placer<'a> {
    pub(super) fn new(front: Vec<(String, String)>, given: Given) -> Self {
        Self {
            document: Postmortem::default(),
            notes: Vec::new(),
            given,
            front,
            told: Told::default(),
            entries: Vec::new(),
            is_order_open: false,
            shares: Vec::new(),
            was_everyone: false,
            preamble: Vec::new(),
            after: Section::Overview,
            has_summary: false,
            cause_follows: false,
        }
    }

    /// Takes the next piece.
    pub(super) fn piece(&mut self, piece: &Piece<'a>) {
        self.cause_follows = piece.cause_follows;
        let role = piece.heading.as_ref().and_then(|heading| heading.role);
        let Some(heading) = &piece.heading else {
            self.preamble.clone_from(&piece.body);
            if piece.is_last {
                self.open_preamble(piece, false);
            }
            return;
        };
        let is_title = role.is_none()
            && !piece.is_after_first
            && self.is_title_of_document(heading)
            && (heading.level == 1 || !self.has_title_before());
        if !self.preamble.is_empty() {
            self.open_preamble(piece, is_title);
        }
        match role {
            None if is_title && !heading.name.is_empty() => {
                self.document.overview.title = plain_name(heading.name);
                self.intro(&piece.body, piece.summary_follows);
            }
            // A second title; what stands below it is the first that anybody reads.
            None if !piece.is_after_first
                && !piece.summary_follows
                && !piece.is_like_timeline
                && self.document.summary.text.is_empty() =>
            {
                self.extra(&plain_name(heading.name), "");
                self.intro(&piece.body, false);
            }
            None if piece.goes_on_with_timeline => {
                self.entries.push(Entry {
                    text: marked_name(heading.name),
                    ..Entry::default()
                });
                self.entries.extend(timeline::entries(&piece.body));
            }
            None if piece.is_like_timeline => self.section(Role::Timeline, heading, piece),
            None => {
                let text = text_of(&piece.body);
                self.told_of(&text, ShareSource::Elsewhere);
                // A day alone is that of anything.
                let mut told = period(&text);
                if told.start.is_none() && told.end.is_none() {
                    let day = told.start_day.take();
                    self.told.any_day = self.told.any_day.take().or(day);
                }
                self.told.rest.add(told);
                let (text, closing) = if piece.is_last {
                    split_closing(&text)
                } else {
                    (text.as_str(), "")
                };
                self.extra(&plain_name(heading.name), text);
                append(&mut self.document.conclusion.text, closing);
            }
            Some(role) => self.section(role, heading, piece),
        }
    }

    /// Whether a line that can be nothing but a title stands before the first heading.
    fn has_title_before(&self) -> bool {
        let mut lines = self
            .preamble
            .iter()
            .skip_while(|line| is_chatter(line.text));
        let first = lines.next().is_some_and(|line| is_title(line.text));
        first && lines.next().is_none_or(BodyLine::is_blank)
    }

    /// Whether the first heading is the title: below front matter that has one only the largest is.
    fn is_title_of_document(&self, heading: &Heading<'_>) -> bool {
        let told = self
            .front
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case("title"));
        let is_it = told.is_none_or(|(_, title)| heading.level == 1 || title == heading.name);
        self.document.overview.title.is_empty() && is_it
    }

    /// Places what stands before the first heading: a title, unless the heading is one, and words.
    fn open_preamble(&mut self, piece: &Piece<'_>, title_follows: bool) {
        let mut body = std::mem::take(&mut self.preamble);
        let is_word = |line: &BodyLine<'_>| !is_chatter(line.text);
        let is_told = self
            .front
            .iter()
            .any(|(key, _)| key.eq_ignore_ascii_case("title"));
        if !title_follows
            && !is_told
            && let Some(at) = body.iter().position(is_word)
            && let Some(line) = body.get(at).filter(|line| is_title(line.text))
        {
            self.document.overview.title = plain_name(wholly_bold(line.text).unwrap_or(line.text));
            body.remove(at);
        }
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
                // A picture sums nothing up.
                None if is_picture(&text) && !text.contains('\n') => self.extra("", &text),
                None if summary_follows => {
                    self.told.elsewhere.add(period(&text));
                    self.told_of(&text, ShareSource::Summary);
                    self.extra("", &text);
                }
                None => self.summary(&text),
            }
        }
    }

    fn section(&mut self, role: Role, heading: &Heading<'_>, piece: &Piece<'_>) {
        self.note_placed(&plain_name(heading.name), role);
        // "Timeline of the great flood": the flood has to be somewhere.
        if names::says_more(heading.name) {
            self.extra("", &marked_name(heading.name));
        }
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
            Role::Measures | Role::Improvements | Role::Tasks => self.follow_up(role, piece),
            Role::WentWell => self.rows(Field::WentWell, piece),
            Role::WentBadly => self.rows(Field::WentBadly, piece),
            Role::Lucky => self.rows(Field::Lucky, piece),
            Role::Factors if self.has_cause_elsewhere() => self.rows(Field::Factors, piece),
            Role::Whys => self.rows(Field::Whys, piece),
            Role::Lessons => {
                let text = text_of(&piece.body);
                let (text, closing) = if piece.is_last {
                    split_closing(&text)
                } else {
                    (text.as_str(), "")
                };
                if !text.trim().is_empty() {
                    self.extra(&plain_name(heading.name), text);
                }
                append(&mut self.document.conclusion.text, closing);
            }
            role => {
                if section_of(role) != Some(Section::Summary) && role != Role::Impact {
                    self.told_of(&text_of(&piece.body), ShareSource::Elsewhere);
                }
                let texts = labelled(&piece.body, Some(role));
                let last = texts.len().saturating_sub(1);
                for (index, (label, text)) in texts.into_iter().enumerate() {
                    let is_end = piece.is_last && index == last && role != Role::Conclusion;
                    let (text, closing) = if is_end {
                        split_closing(&text)
                    } else {
                        (text.as_str(), "")
                    };
                    match label {
                        Some(label) => self.told_by_label(label, text.trim_end()),
                        None => self.prose(role, text),
                    }
                    append(&mut self.document.conclusion.text, closing);
                }
            }
        }
    }

    fn has_cause_elsewhere(&self) -> bool {
        self.cause_follows || !self.document.analysis.root_cause.is_empty()
    }

    /// A text under a name, or behind a label, that is worth a field of its own.
    pub(super) fn prose(&mut self, role: Role, text: &str) {
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

    fn timeline(&mut self, heading: &Heading<'_>, body: &[BodyLine<'_>]) {
        for text in [heading.name, heading.rest] {
            for token in tokens(text) {
                let source = text.get(token.range).unwrap_or_default().to_owned();
                match token.kind {
                    TokenKind::Zone if self.told.heading_zone.is_none() => {
                        self.told.heading_zone = Some(source);
                    }
                    TokenKind::Date(day) if self.told.heading_day.is_none() => {
                        self.told.heading_day = Some((day, source));
                    }
                    _ => {}
                }
            }
            if self.told.stated_zone.is_none() {
                self.told.stated_zone = stated_zone(text).map(str::to_owned);
            }
        }
        let is_statement = |line: &&BodyLine<'_>| line.kind == BodyKind::Text;
        let mut stated = body
            .iter()
            .filter(is_statement)
            .filter_map(|line| stated_zone(line.text));
        if let Some(zone) = stated.next().filter(|_| self.told.stated_zone.is_none()) {
            self.told.stated_zone = Some(zone.to_owned());
        }
        self.entries.extend(timeline::entries(body));
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

pub(super) fn section_of(role: Role) -> Option<Section> {
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
