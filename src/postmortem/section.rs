//! The parts that every postmortem is made of, whatever a template calls them.
//!
//! As fine as templates cut: whatever one of them gives a heading of its own is a section here, so
//! that a section names one part of a template and no two.

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
    /// What set it off.
    Trigger,
    /// The root cause.
    Analysis,
    /// What made it possible, longer or worse.
    Factors,
    /// The five whys.
    Whys,
    /// How it was learned of.
    Detection,
    /// How it was put right.
    Resolution,
    /// What can be better, broadly.
    Improvements,
    /// Action items.
    FollowUp,
    /// What was learned, and first of all what went well.
    Lessons,
    /// What went badly.
    WentBadly,
    /// Where luck helped.
    Luck,
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
        Self::Trigger,
        Self::Analysis,
        Self::Factors,
        Self::Whys,
        Self::Detection,
        Self::Resolution,
        Self::Improvements,
        Self::FollowUp,
        Self::Lessons,
        Self::WentBadly,
        Self::Luck,
        Self::Conclusion,
    ];

    /// The section's name inside a sentence, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Summary => "summary",
            Self::Impact => "impact",
            Self::Timeline => "timeline",
            Self::Trigger => "trigger",
            Self::Analysis => "causes",
            Self::Factors => "contributing factors",
            Self::Whys => "five whys",
            Self::Detection => "detection",
            Self::Resolution => "resolution",
            Self::Improvements => "improvements",
            Self::FollowUp => "follow-up",
            Self::Lessons => "lessons",
            Self::WentBadly => "what went badly",
            Self::Luck => "luck",
            Self::Conclusion => "conclusion",
        }
    }
}
