//! How bad the incident was, on the five-step scale that most teams use.
//!
//! A team with a scale of its own types its own word: `Entered<SeverityLevel>` keeps it.

use super::Typed;

/// A step of the common severity scale, 1 the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeverityLevel {
    /// Everyone, or data, or money at stake.
    Sev1,
    /// A main function is down for many.
    Sev2,
    /// A part is down or slow; there is a way around.
    Sev3,
    /// A small defect that few notice.
    Sev4,
    /// Nobody outside noticed.
    Sev5,
}

impl SeverityLevel {
    /// Every step, the worst first.
    pub const ALL: &'static [Self] = &[Self::Sev1, Self::Sev2, Self::Sev3, Self::Sev4, Self::Sev5];

    /// What the step commonly means, in one phrase (after PagerDuty's and Atlassian's scales).
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Sev1 => "Critical: the service is down or data is at risk for most users",
            Self::Sev2 => "Major: a main function is unusable for many users",
            Self::Sev3 => "Moderate: part of the service is slow or failing, with a way around it",
            Self::Sev4 => "Minor: a small defect that few users notice",
            Self::Sev5 => "Cosmetic or internal: no user noticed",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Sev1 => "SEV-1",
            Self::Sev2 => "SEV-2",
            Self::Sev3 => "SEV-3",
            Self::Sev4 => "SEV-4",
            Self::Sev5 => "SEV-5",
        }
    }
}

impl Typed for SeverityLevel {
    /// Understands "SEV-2", "sev2", "Sev 2" and "severity 2". A bare "2" or "P2" may belong to
    /// another scale and stays as typed.
    fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_ascii_lowercase();
        let rest = lower
            .strip_prefix("severity")
            .or_else(|| lower.strip_prefix("sev"))?;
        let digit = rest.trim_start_matches([' ', '-', '_']);
        Self::ALL
            .iter()
            .copied()
            .find(|level| level.name().strip_prefix("SEV-") == Some(digit))
    }

    fn canonical(&self) -> String {
        self.name().to_owned()
    }
}
