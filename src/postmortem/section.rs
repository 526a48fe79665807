//! The parts that every postmortem is made of, whatever a template calls them.

/// A part of the document. A template decides order and headings, and may put several of these
/// under one heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The head: title, reference, status, severity, people, services.
    #[default]
    Overview,
    /// What happened, in short, and when.
    Summary,
    /// What users and the business felt.
    Impact,
    /// What happened, event by event.
    Timeline,
    /// Trigger, root cause, contributing factors, five whys.
    Analysis,
    /// How it was learned of.
    Detection,
    /// How it was put right.
    Resolution,
    /// Improvements and action items.
    FollowUp,
    /// What was learned.
    Lessons,
    /// The closing words.
    Conclusion,
}

impl Section {
    /// Every section, in the canonical order.
    pub const ALL: &'static [Self] = &[
        Self::Overview,
        Self::Summary,
        Self::Impact,
        Self::Timeline,
        Self::Analysis,
        Self::Detection,
        Self::Resolution,
        Self::FollowUp,
        Self::Lessons,
        Self::Conclusion,
    ];

    /// The section's name inside a sentence, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Summary => "summary",
            Self::Impact => "impact",
            Self::Timeline => "timeline",
            Self::Analysis => "causes",
            Self::Detection => "detection",
            Self::Resolution => "resolution",
            Self::FollowUp => "follow-up",
            Self::Lessons => "lessons",
            Self::Conclusion => "conclusion",
        }
    }
}
