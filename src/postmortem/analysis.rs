//! Why it happened, and how it was learned of.

use super::Item;

/// Trigger, root cause, contributing factors, five whys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// What set it off: Markdown.
    pub trigger: String,
    /// Why it could happen at all: Markdown.
    pub root_cause: String,
    /// Conditions that made it possible or worse.
    pub factors: Vec<Item>,
    /// Why after why, from the symptom to something that can be changed.
    pub whys: Vec<Item>,
}

/// How the incident was learned of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detection {
    /// Which alert, person or customer noticed, and what could have noticed sooner: Markdown.
    pub text: String,
}
