//! What a postmortem tells of impact, cause and resolution outside their own sections.
//!
//! Whole sentences as they stand; where no sentence tells it, nothing.

use crate::markdown::{cause_in, impact_in, resolution_in, tells_the_end};
use crate::postmortem::{Event, Postmortem};

/// The sentences on what users saw.
pub(super) fn impact(document: &Postmortem) -> Option<String> {
    let summary = &document.summary.text;
    let figures = document.impact.figures.iter();
    first(running_texts(document).map(impact_in))
        .or_else(|| first(figures.map(|row| row.text.clone())))
        // A summary that names no harm in any known words still tells what happened to whom.
        .or_else(|| {
            first(
                summary
                    .split("\n\n")
                    .filter(|text| is_told(text))
                    .map(str::to_owned),
            )
        })
}

/// Whether a paragraph is one, and not a value behind its name.
fn is_told(text: &str) -> bool {
    const FEWEST_WORDS: usize = 5;
    let is_value = text
        .split_once(": ")
        .is_some_and(|(name, _)| !name.contains(' '));
    !is_value && text.split_whitespace().count() >= FEWEST_WORDS
}

/// The sentences on the cause.
pub(super) fn cause(document: &Postmortem) -> Option<String> {
    let analysis = &document.analysis;
    let rows = analysis.factors.iter().chain(&document.lessons.went_badly);
    let own = [&analysis.trigger].into_iter().cloned();
    let named = own.chain(analysis.factors.iter().map(|row| row.text.clone()));
    first(named)
        .or_else(|| first(running_texts(document).map(cause_in)))
        .or_else(|| first(rows.map(|row| row.text.clone())))
        .or_else(|| first(event_texts(document).map(cause_in)))
}

/// The sentences on how it was put right; where there are none, the event at the end, if it says
/// that it was over.
pub(super) fn resolution(document: &Postmortem) -> Option<String> {
    let at_end = || {
        let end = document.summary.end.time.known()?;
        let is_at_end = |event: &&Event| {
            let time = event.when.time.known();
            time.is_some_and(|time| time.hours_and_minutes() == end.hours_and_minutes())
        };
        let event = document.timeline.events.iter().rfind(is_at_end)?;
        tells_the_end(&event.text).then(|| event.text.clone())
    };
    let cause = [document.analysis.root_cause.as_str()];
    let texts = cause.into_iter().chain(running_texts(document));
    first(texts.map(resolution_in))
        .or_else(|| first(event_texts(document).rev().map(resolution_in)))
        .or_else(at_end)
}

/// The texts without a set purpose, the likeliest to tell a fact first.
fn running_texts(document: &Postmortem) -> impl Iterator<Item = &str> {
    let extras = document.extras.sections.iter();
    [
        document.summary.text.as_str(),
        document.impact.what_users_saw.as_str(),
        document.detection.text.as_str(),
        document.resolution.text.as_str(),
    ]
    .into_iter()
    .chain(extras.map(|section| section.body.as_str()))
}

fn event_texts(document: &Postmortem) -> impl DoubleEndedIterator<Item = &str> {
    document
        .timeline
        .events
        .iter()
        .map(|event| event.text.as_str())
}

fn first(mut texts: impl Iterator<Item = String>) -> Option<String> {
    let found = texts.find(|text| !text.trim().is_empty())?;
    Some(found.trim().to_owned())
}
