//! The head of the document: what it is called, where it stands, whom it concerns.

use super::{Choice, Entered, SeverityLevel};

/// Title, reference, status, severity, authors and services.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The document's title, one line of plain text.
    pub title: String,
    /// The incident's reference in the team's own tracker, such as `INC-204`.
    pub reference: String,
    /// How far the document is.
    pub status: Entered<DocumentStatus>,
    /// How bad the incident was.
    pub severity: Entered<SeverityLevel>,
    /// What that severity means to this team; empty for the common meaning.
    pub severity_meaning: String,
    /// Who wrote the document: names, separated by commas.
    pub authors: String,
    /// The services that were affected, separated by commas.
    pub services: String,
}

impl Overview {
    /// The authors, one by one.
    pub fn author_names(&self) -> Vec<&str> {
        comma_list(&self.authors)
    }

    /// The services, one by one.
    pub fn service_names(&self) -> Vec<&str> {
        comma_list(&self.services)
    }
}

/// How far the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentStatus {
    /// Being written.
    Draft,
    /// Being read by others.
    InReview,
    /// Agreed.
    Final,
}

impl Choice for DocumentStatus {
    const ALL: &'static [Self] = &[Self::Draft, Self::InReview, Self::Final];

    fn label(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::InReview => "In review",
            Self::Final => "Final",
        }
    }
}

fn comma_list(line: &str) -> Vec<&str> {
    line.split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect()
}
