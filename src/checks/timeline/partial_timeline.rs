//! `partial-timeline`: the timeline begins after the incident's start or stops before its end.

use chrono::TimeDelta;

use crate::checks::wording::times;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ClockTime, Field, Origin, Place, Section, contradictions};
use crate::postmortem::{Entry, Sequence};

/// A shorter timeline is still being written, and has a check of its own.
const FEWEST: usize = 4;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM05",
        name: "partial-timeline",
        section: Section::Timeline,
        kind: Kind::Inconsistent,
        what: "The timeline reaches from the incident's start to its end",
        why: "What set it off and what ended it are the two entries that readers look for first; a gap also shows a wrong start or end",
        fix: "Add the missing first or last entry, or correct the start or the end",
        source: "Google SRE book, example postmortem; PagerDuty postmortem guide; found in public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 12:00\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The expired certificate is found\n- **09:50** – A new certificate is asked for\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 12:00\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:50** – A new certificate is asked for\n- **12:00** – Card payments work again\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let sequence = Sequence::of(subject.document);
    let entries = &sequence.entries;
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        return Vec::new();
    };
    // An entry without a time at either end may be the very one that reaches far enough.
    if entries.len() < FEWEST || first.when.is_none() || last.when.is_none() {
        return Vec::new();
    }
    let summary = &subject.document.summary;
    // One word about one slip: where a marked entry contradicts the summary, that is said there.
    let contradicted = contradictions(subject.document);
    let is_contradicted = |origin: Origin| {
        let mut found = contradicted.iter();
        found.any(|found| found.summary.origin == origin)
    };
    let mut flaws = Vec::new();
    let earliest = entries.iter().filter_map(|entry| entry.when).min();
    if let (Some(start), Some(earliest)) = (sequence.start, earliest)
        && earliest - start > allowance(summary.start.time.known(), first)
        && !is_contradicted(Origin::Start)
    {
        let (earliest, start) = times(earliest, start);
        flaws.push(Flaw::at(
            Place::row(Field::Timeline, first.event.id),
            format!("The timeline begins at {earliest}, after the incident's start at {start}"),
        ));
    }
    let latest = entries.iter().filter_map(|entry| entry.when).max();
    if let (Some(end), Some(latest)) = (sequence.end, latest)
        && end - latest > allowance(summary.end.time.known(), last)
        && !is_contradicted(Origin::End)
    {
        let (latest, end) = times(latest, end);
        flaws.push(Flaw::at(
            Place::row(Field::Timeline, last.event.id),
            format!("The timeline stops at {latest}, before the incident's end at {end}"),
        ));
    }
    flaws
}

/// How far apart two times of one event may be: people write one down minutes after the other.
fn allowance(moment: Option<&ClockTime>, entry: &Entry<'_>) -> TimeDelta {
    let is_guessed = [moment, entry.event.when.time.known()]
        .into_iter()
        .flatten()
        .any(|time| time.is_approximate());
    TimeDelta::minutes(if is_guessed { 15 } else { 5 })
}
