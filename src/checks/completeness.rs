//! How far a document is: section by section in words, and as one count. Never a grade: the count
//! is of sections, and only what is missing keeps one from being complete.

use std::fmt;

use super::{Finding, Kind};
use crate::postmortem::{ExtraSection, Field, Postmortem};
use crate::template::{Need, Part, Template, guided_sections, is_part_written, marks};

/// How far a part of the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartState {
    /// Nothing stands in it.
    NotStarted,
    /// Something stands in it, and something is missing.
    InProgress {
        /// How many Missing findings it has.
        missing: usize,
    },
    /// Nothing is missing, but something is inconsistent or unclear. Hints do not count.
    ToFix {
        /// How many findings it has.
        count: usize,
    },
    /// It has no finding but hints.
    Complete,
    /// It says, with a reason, that there is nothing to say.
    NothingToSay,
}

impl PartState {
    /// The state in words, in sentence case.
    pub fn words(self) -> String {
        match self {
            Self::NotStarted => "Not started".to_owned(),
            Self::InProgress { .. } => "In progress".to_owned(),
            Self::ToFix { count } => format!("{count} to fix"),
            Self::Complete => "Complete".to_owned(),
            Self::NothingToSay => "Nothing to say".to_owned(),
        }
    }
}

/// How far a part of the document is. `findings` are those of the whole document.
pub fn part_state(
    document: &Postmortem,
    template: &'static Template,
    part: &'static Part,
    findings: &[Finding],
) -> PartState {
    let is_empty = part.slots.iter().all(|slot| document.is_empty(slot.field));
    let is_marked = marks(document, template, part).next().is_some();
    let findings = findings.iter().filter(|finding| stands_in(part, finding));
    state(is_empty, is_marked, findings)
}

/// How far a guided section is, given the extra section that holds its text.
pub fn guided_state(text: Option<&ExtraSection>, findings: &[Finding]) -> PartState {
    let is_empty = text.is_none_or(|extra| extra.body.trim().is_empty());
    let row = text.map(|extra| extra.id);
    let is_here = |finding: &&Finding| {
        finding.place.field == Field::Extra && finding.place.row == row && row.is_some()
    };
    state(is_empty, false, findings.iter().filter(is_here))
}

fn state<'a>(
    is_empty: bool,
    is_marked: bool,
    findings: impl Iterator<Item = &'a Finding>,
) -> PartState {
    let (mut missing, mut count, mut answered) = (0, 0, 0);
    for finding in findings {
        match finding.check.kind {
            Kind::Missing if finding.waived.is_some() => answered += 1,
            _ if !finding.counts() => {}
            Kind::Missing => missing += 1,
            Kind::Inconsistent | Kind::Unclear => count += 1,
        }
    }
    match (missing, count) {
        _ if is_empty && !is_marked && (answered == 0 || missing > 0) => PartState::NotStarted,
        (0, 0) if is_empty => PartState::NothingToSay,
        (0, 0) => PartState::Complete,
        (0, count) => PartState::ToFix { count },
        (missing, _) => PartState::InProgress { missing },
    }
}

/// How many of the sections that count have nothing missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Sections that are begun and have no Missing finding, guided ones included.
    pub complete: usize,
    /// Sections that count: the required ones, and the optional ones that have anything in them.
    pub of: usize,
}

impl fmt::Display for Completeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} sections", self.complete, self.of)
    }
}

/// How complete the document is. `findings` are those of the whole document.
pub fn completeness(
    document: &Postmortem,
    template: &'static Template,
    findings: &[Finding],
) -> Completeness {
    let parts = template.parts.iter();
    let written = parts.filter(|part| is_part_written(document, template, part));
    let parts = written.map(|part| part_state(document, template, part, findings));
    let guided = guided_sections(document, template).filter_map(|(guided, text)| {
        let state = guided_state(text, findings);
        (guided.need == Need::Required || state != PartState::NotStarted).then_some(state)
    });
    let mut completeness = Completeness::default();
    for state in parts.chain(guided) {
        let is_complete = matches!(
            state,
            PartState::ToFix { .. } | PartState::Complete | PartState::NothingToSay
        );
        completeness.of += 1;
        completeness.complete += usize::from(is_complete);
    }
    completeness
}

fn stands_in(part: &Part, finding: &Finding) -> bool {
    part.slots
        .iter()
        .any(|slot| slot.field == finding.place.field)
}
