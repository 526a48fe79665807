//! The words and marks of our Markdown, in one place: what the writer writes is what the reader
//! looks for.
//!
//! Only names and how they compare stand here; nothing here reads or writes a document.

use crate::postmortem::{Field, Postmortem, Section, incident_minutes};
use crate::template::{Part, Shape, Slot, TEMPLATES, Template, is_same_name as is_same};

/// A line between prose and the list of facts, where the one could be taken for the other.
pub(super) const FACTS: &str = "<!-- facts -->";
/// The line above prose that stands in a block quote because nothing else would hold it.
pub(super) const QUOTED: &str = "<!-- quoted -->";
/// Ends the line that closes a comment or a script which the author has left open.
pub(super) const CLOSED: &str = "<!-- closed -->";
/// Comments that are the writer's own: nobody sees them in a preview.
pub(super) const OWN_COMMENTS: [&str; 3] = [FACTS, QUOTED, CLOSED];

/// The fact that follows from start and end, written right after the end.
pub(super) const DURATION: &str = "Duration";
/// Before the name of a section that its author has nothing to say on.
pub(super) const NOTHING_TO_SAY: &str = "Nothing to say on ";
/// The name of an event's evidence.
pub(super) const EVIDENCE: &str = "Evidence";
/// Behind what an event is, where a short text shows it.
pub(super) const KEY: &str = "key";
/// The columns of a timeline that is a table.
pub(super) const TIME_COLUMN: &str = "Time";
pub(super) const KIND_COLUMN: &str = "Kind";
pub(super) const EVENT_COLUMN: &str = "Event";
/// The column of an action item's text.
pub(super) const ACTION_COLUMN: &str = "Action item";
/// Between what an event is and what it says.
pub(super) const DASH: &str = "–";
/// What others write there.
pub(super) const DASHES: [&str; 4] = [DASH, "—", "-", ":"];
/// The bullets that begin an item; the first is the one that is written.
pub(super) const BULLETS: [char; 3] = ['-', '*', '+'];

/// What an action item has besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    Owner,
    Due,
    Kind,
    Priority,
    Status,
    Ticket,
}

impl Attribute {
    /// Every attribute, in the order in which they are written.
    pub(super) const ALL: [Self; 6] = [
        Self::Owner,
        Self::Due,
        Self::Kind,
        Self::Priority,
        Self::Status,
        Self::Ticket,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Owner => "Owner",
            Self::Due => "Due",
            Self::Kind => "Kind",
            Self::Priority => "Priority",
            Self::Status => "Status",
            Self::Ticket => "Ticket",
        }
    }

    /// Every attribute in the order of columns, with the name of its own and whether every table
    /// has it.
    pub(super) const COLUMNS: [(Self, &'static str, bool); 6] = [
        (Self::Kind, "Type", true),
        (Self::Priority, "Priority", false),
        (Self::Owner, "Owner", true),
        (Self::Due, "Due", false),
        (Self::Status, "Status", false),
        (Self::Ticket, "Bug", true),
    ];

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|attribute| is_same(attribute.name(), name))
    }
}

/// What an item of a list of facts tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Field(Field),
    Duration,
    NothingToSay(Section),
}

/// The fact that a label names in a part.
pub(super) fn fact_named(part: &Part, label: &str) -> Option<Fact> {
    let labelled = part
        .slots
        .iter()
        .find(|slot| matches!(slot.shape, Shape::Label(known) if is_same(known, label)));
    if let Some(slot) = labelled {
        return Some(Fact::Field(slot.field));
    }
    if is_same(DURATION, label) && part.slots.iter().any(|slot| slot.field == Field::End) {
        return Some(Fact::Duration);
    }
    Section::ALL
        .iter()
        .copied()
        .find(|section| is_same(&nothing_to_say(*section), label))
        .map(Fact::NothingToSay)
}

/// The label of a mark.
pub(super) fn nothing_to_say(section: Section) -> String {
    format!("{NOTHING_TO_SAY}{}", section.name())
}

/// The part that a heading names; never the head of the document, which has the title for a
/// heading.
pub(super) fn part_named(template: &'static Template, heading: &str) -> Option<&'static Part> {
    template
        .parts
        .iter()
        .find(|part| !part.is_head() && is_same(part.heading, heading))
}

/// Whether a heading could be taken for one that a template asks for, in this template or in
/// whatever other.
pub(super) fn names_a_section(template: &'static Template, heading: &str) -> bool {
    let templates = TEMPLATES.iter().copied().chain([template]);
    templates
        .flat_map(Template::headings)
        .any(|(known, _)| is_same(known, heading))
}

/// The field that a heading names inside a part.
pub(super) fn sub_named(part: &'static Part, heading: &str) -> Option<&'static Slot> {
    part.slots
        .iter()
        .find(|slot| matches!(slot.shape, Shape::Sub(known) if is_same(known, heading)))
}

/// Whether the rows of a list stand under numbers: their order says something.
pub(super) const fn is_numbered(field: Field) -> bool {
    matches!(field, Field::Whys)
}

/// The line above a timeline that says what zone its times are in, given the zone as it is
/// written.
pub(super) fn zone_line(zone: &str) -> String {
    format!("*All times in {zone}.*")
}

/// Whether a text is one line of that kind, whatever the zone.
pub(super) fn is_zone_line(text: &str) -> bool {
    let text = text.trim();
    !text.contains('\n') && text.starts_with("*All times in ") && text.ends_with(".*")
}

/// How long the incident was, in words, when start and end tell.
pub(super) fn duration_of(document: &Postmortem) -> Option<String> {
    let length = duration(incident_minutes(document)?);
    let times = [&document.summary.start.time, &document.summary.end.time];
    let is_approximate = times
        .iter()
        .any(|time| time.known().is_some_and(|time| time.is_approximate()));
    Some(if is_approximate {
        format!("about {length}")
    } else {
        length
    })
}

/// The head of morty's table.
pub(super) const METRIC_COLUMNS: &str = "| Metric | Value |";

/// A length of time in words.
pub(super) fn duration(minutes: i64) -> String {
    length(minutes, " ")
}

/// The same, with something else between its units.
pub(super) fn length(minutes: i64, separator: &str) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let words: Vec<String> = [(days, "day"), (hours, "hour"), (rest, "minute")]
        .into_iter()
        .filter(|(count, unit)| *count > 0 || (minutes == 0 && *unit == "minute"))
        .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
        .collect();
    words.join(separator)
}
