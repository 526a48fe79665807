//! `gap-in-timeline`: nothing is told of a long part of the incident.

use crate::checks::wording::{duration, times};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section, Sequence};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM13",
        name: "gap-in-timeline",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "Between start and end no more than half an hour, or a quarter of the incident, goes by without an entry",
        why: "What people tried in that time, and what they waited for, is what made the incident as long as it was",
        fix: "Add what was done in between, or an entry that says what everyone waited for",
        source: "Own rule, after public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 12:00\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:20** – A customer writes to support\n- **09:41** – The expired certificate is found\n- **12:00** – Card payments work again\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 09:50\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The expired certificate is found\n- **09:50** – Card payments work again\n",
    ),
    run,
};

/// A shorter timeline is still being written, and has a check of its own.
const FEWEST: usize = 4;

/// A shorter silence says nothing, in minutes.
const LEAST: i64 = 30;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let sequence = Sequence::of(subject.document);
    let entries = &sequence.entries;
    let is_certain = |entry: &crate::postmortem::Entry<'_>| {
        entry.when.is_some() && entry.goes_back_from.is_none() && entry.has_day
    };
    // Where a time is missing or wrong, it may be the one that fills the gap.
    if entries.len() < FEWEST || !entries.iter().all(is_certain) {
        return Vec::new();
    }
    let (Some(start), Some(end)) = (sequence.start, sequence.end) else {
        return Vec::new();
    };
    let most = LEAST.max((end - start).num_minutes() / 4);
    let pairs = entries.iter().zip(entries.iter().skip(1));
    let gaps = pairs.filter_map(|(before, after)| {
        let (from, to) = (before.when?, after.when?);
        let is_within = from >= start && to <= end;
        is_within.then_some(((to - from).num_minutes(), from, to, after.event.id))
    });
    // The longest alone: several would be one remark in several places.
    let longest = gaps.max_by_key(|(minutes, ..)| *minutes);
    let gap = longest.filter(|(minutes, ..)| *minutes > most);
    let flaws = gap.into_iter().map(|(minutes, from, to, row)| {
        let (from, to) = times(from, to);
        let length = duration(minutes);
        let message = format!("Nothing is told between {from} and {to}: {length}");
        Flaw::at(Place::row(Field::Timeline, row), message)
    });
    flaws.collect()
}
