//! What happened, in a few sentences, when it started and ended, and how it was put right.

use super::Moment;

/// The incident in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What happened, who was affected and how it ended: Markdown.
    pub text: String,
    /// When the incident started, in the document's zone.
    pub start: Moment,
    /// When it ended, in the document's zone.
    pub end: Moment,
    /// The zone of every time in the document, as written: `UTC`, `EST`, `Europe/Berlin`.
    pub time_zone: String,
    /// The cause in a sentence: Markdown.
    pub cause: String,
}

/// How the incident was mitigated and resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// What stopped the harm, and what put things fully right: Markdown.
    pub text: String,
}
