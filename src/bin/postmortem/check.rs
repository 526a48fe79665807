//! `check`: what the checks find in each file, where it stands, and how that ends.

use std::path::{Path, PathBuf};

use postmortem_editor::checks::{About, Finding, Kind, findings, findings_before_publishing};
use postmortem_editor::markdown;
use postmortem_editor::template::TemplateId;

use super::locate::{Position, Source, key_of};
use super::{Answer, input, report};

/// How the findings are printed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Format {
    /// A line each: file, line, column, what is the matter.
    Text,
    /// An array of objects.
    Json,
    /// Workflow commands, which GitHub shows beside the lines.
    Github,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Missing or Inconsistent, or not for everyone's eyes.
    Error,
    /// Any other that is Unclear.
    Warning,
    /// A hint, or waived.
    Note,
}

/// A finding in a file.
pub(super) struct Found {
    pub(super) file: String,
    pub(super) position: Position,
    pub(super) place: String,
    pub(super) finding: Finding,
}

impl Found {
    pub(super) fn level(&self) -> Level {
        if self.finding.counts() {
            level_of(self.finding.check)
        } else {
            Level::Note
        }
    }
}

/// What a check's findings weigh that are no hints. What leaks cannot be called back, so it fails
/// where what is unclear passes.
pub(super) fn level_of(check: &About) -> Level {
    match check.kind {
        _ if check.is_about_privacy() => Level::Error,
        Kind::Missing | Kind::Inconsistent => Level::Error,
        Kind::Unclear => Level::Warning,
    }
}

/// The findings of each file that can be read; the others are problems, and stop nothing.
pub(super) fn check(
    files: &[PathBuf],
    template: Option<&str>,
    is_public: bool,
    format: Format,
) -> Answer {
    let mut answer = Answer::default();
    let mut all = Vec::new();
    for file in files {
        match input::text_of(file) {
            Ok(text) => all.extend(found_in(file, &text, template, is_public)),
            Err(problem) => answer.problems.push(problem),
        }
    }
    answer.code = match all.iter().map(Found::level).min() {
        Some(Level::Error) => 3,
        Some(Level::Warning) => 4,
        Some(Level::Note) | None => 0,
    };
    match format {
        Format::Text => answer.text = report::text(&all, files.len(), answer.problems.len()),
        Format::Github => answer.text = report::github(&all),
        Format::Json => answer.put_json(serde_json::to_string_pretty(&report::json(&all))),
        Format::Sarif => answer.put_json(serde_json::to_string_pretty(&report::sarif(&all))),
    }
    answer
}

fn found_in(file: &Path, text: &str, template: Option<&str>, is_public: bool) -> Vec<Found> {
    let reading = markdown::read(text);
    let document = &reading.document;
    let asked = template.map(|id| TemplateId(id.to_owned()).template());
    let template = asked.unwrap_or(reading.template);
    let source = Source::new(text);
    let mut findings = findings(document, template);
    if is_public {
        // Secrets are among both.
        findings.retain(|finding| !finding.check.is_about_privacy());
        findings.extend(findings_before_publishing(document, template));
    }
    let mut found: Vec<Found> = findings
        .into_iter()
        .map(|finding| Found {
            file: file.display().to_string(),
            // The headings in the file are those of the template that it was read by.
            position: source.position_of(&finding, document, reading.template),
            place: key_of(finding.place, document),
            finding,
        })
        .collect();
    found.sort_by_key(|found| found.position);
    found
}
