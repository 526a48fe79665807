//! The document: what a postmortem holds, as plain data.
//!
//! Nothing here knows a clock, a browser or a text format. Nothing derived is stored: durations,
//! completeness and findings are always computed from what stands here.

mod access;
mod action_items;
mod analysis;
mod choice;
pub(crate) mod day;
mod delaying;
mod entered;
mod event_times;
mod example;
mod extra;
mod field;
mod impact;
mod input;
mod item;
mod lengths;
mod lessons;
mod milestones;
mod moving;
mod normal;
mod offers;
mod ordering;
mod overview;
mod phases;
mod plain;
mod response_times;
mod section;
mod sequence;
mod severity;
mod summary;
mod time;
mod timeline;
mod typed;
mod untold;
mod waiver;
mod zone_names;

use std::collections::BTreeMap;

pub use action_items::{ActionItem, ActionKind, ActionStatus, FollowUp, Priority};
pub use analysis::{Analysis, Detection};
pub use choice::Choice;
pub use entered::{Entered, Typed};
pub use example::example;
pub use extra::{ExtraSection, Extras};
pub use field::{Field, Place};
pub use impact::{Impact, Percent};
pub use input::{Facet, Spot};
pub use item::{Item, RowId};
pub use lengths::{incident_minutes, length_in_words};
pub use lessons::{Conclusion, Lessons};
pub(crate) use milestones::Milestones;
pub use milestones::{NoPoint, Origin, Point};
pub use moving::{MoveNote, MoveRemark, Moved, move_timeline};
pub(crate) use normal::{one_line, prose};
pub use offers::{Contradiction, Offer, contradictions, offers};
pub use overview::{DocumentStatus, Overview};
pub(crate) use phases::phases_of;
pub use phases::{Phase, phases};
pub(crate) use plain::escape;
pub use response_times::{Measure, Reason, ResponseTime, Untold, minutes_of, response_times};
pub use section::Section;
pub(crate) use sequence::{Entry, Sequence};
pub use severity::SeverityLevel;
pub use summary::{Resolution, Summary};
pub use time::{ClockTime, Moment};
pub(crate) use time::{NO_TIME, long_date, short_date};
pub use timeline::{Event, EventKind, Milestone, Timeline};
pub use typed::{Context, ConvertedMoment, Day, TypedMoment, typed_length};
pub use waiver::Waiver;
pub(crate) use zone_names::ZONES;

/// One postmortem: the document about one incident.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Postmortem {
    /// Title, reference, status, severity, people and services.
    pub overview: Overview,
    /// What happened, in a few sentences, and when.
    pub summary: Summary,
    /// What users and the business felt.
    pub impact: Impact,
    /// What happened, event by event.
    pub timeline: Timeline,
    /// Trigger, root cause, contributing factors, five whys.
    pub analysis: Analysis,
    /// How the incident was learned of.
    pub detection: Detection,
    /// How it was mitigated and resolved.
    pub resolution: Resolution,
    /// Broad improvements and concrete action items.
    pub follow_up: FollowUp,
    /// What went well, what went badly, where luck helped.
    pub lessons: Lessons,
    /// The closing words.
    pub conclusion: Conclusion,
    /// Sections of any heading and body, at any place: nothing that anyone wrote is homeless.
    pub extras: Extras,
    /// Sections that the author has marked "nothing to say here", each with the reason given
    /// (empty while none is).
    pub nothing_to_say: BTreeMap<Section, String>,
    /// What the author says does not apply of what the checks find.
    pub waivers: Vec<Waiver>,
}
