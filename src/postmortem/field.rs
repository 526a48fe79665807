//! The one list of fields: what a form asks for, a check points at, a template places.

use super::{RowId, Section};

/// One field of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `overview.title`
    Title,
    /// `overview.reference`
    Reference,
    /// `overview.status`
    Status,
    /// `overview.severity`
    Severity,
    /// `overview.severity_meaning`
    SeverityMeaning,
    /// `overview.authors`
    Authors,
    /// `overview.services`
    Services,
    /// `summary.text`
    Summary,
    /// `summary.start`
    Start,
    /// `summary.end`
    End,
    /// `summary.time_zone`
    TimeZone,
    /// `summary.cause`
    Cause,
    /// `impact.what_users_saw`
    WhatUsersSaw,
    /// `impact.affected_share`
    AffectedShare,
    /// `impact.affected_number`
    AffectedNumber,
    /// `impact.figures`
    Figures,
    /// `timeline.events`
    Timeline,
    /// `analysis.trigger`
    Trigger,
    /// `analysis.root_cause`
    RootCause,
    /// `analysis.factors`
    Factors,
    /// `analysis.whys`
    Whys,
    /// `detection.text`
    Detection,
    /// `resolution.text`
    Resolution,
    /// `follow_up.improvements`
    Improvements,
    /// `follow_up.action_items`
    ActionItems,
    /// `lessons.went_well`
    WentWell,
    /// `lessons.went_badly`
    WentBadly,
    /// `lessons.lucky`
    Lucky,
    /// `conclusion.text`
    Conclusion,
    /// `extras.sections`: a row of it is one extra section.
    Extra,
}

impl Field {
    /// Every field, section by section.
    pub const ALL: &'static [Self] = &[
        Self::Title,
        Self::Reference,
        Self::Status,
        Self::Severity,
        Self::SeverityMeaning,
        Self::Authors,
        Self::Services,
        Self::Summary,
        Self::Start,
        Self::End,
        Self::TimeZone,
        Self::Cause,
        Self::WhatUsersSaw,
        Self::AffectedShare,
        Self::AffectedNumber,
        Self::Figures,
        Self::Timeline,
        Self::Trigger,
        Self::RootCause,
        Self::Factors,
        Self::Whys,
        Self::Detection,
        Self::Resolution,
        Self::Improvements,
        Self::ActionItems,
        Self::WentWell,
        Self::WentBadly,
        Self::Lucky,
        Self::Conclusion,
        Self::Extra,
    ];

    /// The field's name in identifiers: lower case, words joined by hyphens.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Reference => "reference",
            Self::Status => "status",
            Self::Severity => "severity",
            Self::SeverityMeaning => "severity-meaning",
            Self::Authors => "authors",
            Self::Services => "services",
            Self::Summary => "summary",
            Self::Start => "start",
            Self::End => "end",
            Self::TimeZone => "time-zone",
            Self::Cause => "cause",
            Self::WhatUsersSaw => "what-users-saw",
            Self::AffectedShare => "affected-share",
            Self::AffectedNumber => "affected-number",
            Self::Figures => "figures",
            Self::Timeline => "timeline",
            Self::Trigger => "trigger",
            Self::RootCause => "root-cause",
            Self::Factors => "factors",
            Self::Whys => "whys",
            Self::Detection => "detection",
            Self::Resolution => "resolution",
            Self::Improvements => "improvements",
            Self::ActionItems => "action-items",
            Self::WentWell => "went-well",
            Self::WentBadly => "went-badly",
            Self::Lucky => "lucky",
            Self::Conclusion => "conclusion",
            Self::Extra => "extra",
        }
    }

    /// The field with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.key() == key)
    }

    /// The part of the document that the field belongs to; extra sections have their own place
    /// and count with the overview.
    pub fn section(self) -> Section {
        match self {
            Self::Title
            | Self::Reference
            | Self::Status
            | Self::Severity
            | Self::SeverityMeaning
            | Self::Authors
            | Self::Services
            | Self::Extra => Section::Overview,
            Self::Summary | Self::Start | Self::End | Self::TimeZone | Self::Cause => {
                Section::Summary
            }
            Self::WhatUsersSaw | Self::AffectedShare | Self::AffectedNumber | Self::Figures => {
                Section::Impact
            }
            Self::Timeline => Section::Timeline,
            Self::Trigger => Section::Trigger,
            Self::RootCause => Section::Analysis,
            Self::Factors => Section::Factors,
            Self::Whys => Section::Whys,
            Self::Detection => Section::Detection,
            Self::Resolution => Section::Resolution,
            Self::Improvements => Section::Improvements,
            Self::ActionItems => Section::FollowUp,
            Self::WentWell => Section::Lessons,
            Self::WentBadly => Section::WentBadly,
            Self::Lucky => Section::Luck,
            Self::Conclusion => Section::Conclusion,
        }
    }
}

/// A place in the document: a field, or one row of a field that is a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The field.
    pub field: Field,
    /// The row of it; `None` for the field as a whole.
    pub row: Option<RowId>,
}

impl Place {
    /// A field as a whole.
    pub const fn field(field: Field) -> Self {
        Self { field, row: None }
    }

    /// One row of a field.
    pub const fn row(field: Field, row: RowId) -> Self {
        Self {
            field,
            row: Some(row),
        }
    }

    /// The place in identifiers: `summary`, `timeline-12`.
    pub fn key(self) -> String {
        match self.row {
            None => self.field.key().to_owned(),
            Some(row) => format!("{}-{}", self.field.key(), row.0),
        }
    }

    /// The place with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some(field) = Field::from_key(key) {
            return Some(Self::field(field));
        }
        let (field, row) = key.rsplit_once('-')?;
        Some(Self::row(Field::from_key(field)?, RowId(row.parse().ok()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_again_by_its_key() {
        for field in Field::ALL {
            for place in [Place::field(*field), Place::row(*field, RowId(12))] {
                assert_eq!(Place::from_key(&place.key()), Some(place));
            }
        }
        assert_eq!(Place::from_key("timeline-x"), None);
    }
}
