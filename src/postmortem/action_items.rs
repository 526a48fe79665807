//! What will be done: broad improvements and concrete action items.

use super::{Choice, Entered, Item, RowId};
use chrono::NaiveDate;

/// Improvements and action items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// What can be improved, broadly.
    pub improvements: Vec<Item>,
    /// What exactly will be done.
    pub action_items: Vec<ActionItem>,
}

/// A follow-up that someone can finish.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionItem {
    /// Which row this is.
    pub id: RowId,
    /// What will be done: Markdown.
    pub text: String,
    /// Who sees to it: one line of plain text.
    pub owner: String,
    /// By when.
    pub due: Entered<NaiveDate>,
    /// What it is for.
    pub kind: Entered<ActionKind>,
    /// How soon it matters.
    pub priority: Entered<Priority>,
    /// How far it is; empty counts as open.
    pub status: Entered<ActionStatus>,
    /// The ticket that follows it: a reference or an address, one line of plain text.
    pub ticket: String,
}

/// What an action item is for (after the SRE workbook's types).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// Keeps it from happening again.
    Prevent,
    /// Lets it be noticed sooner.
    Detect,
    /// Makes it hurt less or end sooner.
    Mitigate,
    /// Puts right what was damaged.
    Repair,
    /// Changes how people work together.
    Process,
}

impl Choice for ActionKind {
    const ALL: &'static [Self] = &[
        Self::Prevent,
        Self::Detect,
        Self::Mitigate,
        Self::Repair,
        Self::Process,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Prevent => "Prevent",
            Self::Detect => "Detect",
            Self::Mitigate => "Mitigate",
            Self::Repair => "Repair",
            Self::Process => "Process",
        }
    }
}

/// How soon an action item matters, P0 the soonest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Before anything else.
    P0,
    /// In this cycle.
    P1,
    /// In the next.
    P2,
    /// When there is time.
    P3,
}

impl Choice for Priority {
    const ALL: &'static [Self] = &[Self::P0, Self::P1, Self::P2, Self::P3];

    fn label(self) -> &'static str {
        match self {
            Self::P0 => "P0",
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
        }
    }
}

/// How far an action item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionStatus {
    /// Not begun.
    Open,
    /// Begun.
    InProgress,
    /// Finished.
    Done,
    /// Decided against.
    Declined,
}

impl Choice for ActionStatus {
    const ALL: &'static [Self] = &[Self::Open, Self::InProgress, Self::Done, Self::Declined];

    fn label(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::InProgress => "In progress",
            Self::Done => "Done",
            Self::Declined => "Declined",
        }
    }
}
