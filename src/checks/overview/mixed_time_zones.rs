//! `mixed-time-zones`: times are given in several zones.

use crate::checks::texts::any_text;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC14",
        name: "mixed-time-zones",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "All times are in one zone",
        why: "EST and EDT are an hour apart, and a reader who compares two times has to notice each letter",
        fix: "Give every time in the zone of the timeline; another zone can stand behind it in brackets",
        source: "Found in public postmortems; Optum incident guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nCard payments failed from 09:12 EST to 10:50 EDT.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nCard payments failed from 09:12 EST (10:12 EDT) to 09:50 EST.\n",
    ),
    run,
};

/// Zones as they stand behind a time. Of two names for one zone, the second stands for the first.
const ZONES: &[(&str, &str)] = &[
    ("UTC", "UTC"),
    ("GMT", "UTC"),
    ("EST", "EST"),
    ("EDT", "EDT"),
    ("CST", "CST"),
    ("CDT", "CDT"),
    ("MST", "MST"),
    ("MDT", "MDT"),
    ("PST", "PST"),
    ("PDT", "PDT"),
    ("BST", "BST"),
    ("CET", "CET"),
    ("CEST", "CEST"),
    ("IST", "IST"),
    ("WAT", "WAT"),
    ("JST", "JST"),
    ("AEST", "AEST"),
    ("AEDT", "AEDT"),
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let mut known: Option<&'static str> = zone_of(subject.document.summary.time_zone.trim());
    let mut flaws = Vec::new();
    any_text(subject.document, &mut |place, text| {
        // Every name of a zone has two capitals in a row, and few texts have.
        let mut pairs = text.as_bytes().windows(2);
        if !pairs.any(|pair| pair.iter().all(u8::is_ascii_uppercase)) {
            return false;
        }
        let other = zones(text).find(|zone| *known.get_or_insert(zone) != *zone);
        if let (Some(other), Some(known)) = (other, known) {
            let message = format!("A time here is in {other}, others are in {known}");
            flaws.push(Flaw::at(place, message).as_hint(true));
        }
        // One word about it is enough.
        !flaws.is_empty()
    });
    flaws
}

fn zone_of(word: &str) -> Option<&'static str> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let mut zones = ZONES.iter();
    zones.find(|(name, _)| *name == word).map(|(_, zone)| *zone)
}

/// The zones that stand behind times, times in brackets left out: those say a time once more.
fn zones(text: &str) -> impl Iterator<Item = &'static str> + '_ {
    let mut before = "";
    let mut is_aside = false;
    text.split_whitespace().filter_map(move |word| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let is_bracketed_time =
            word.starts_with('(') && bare.starts_with(|c: char| c.is_ascii_digit());
        is_aside |= is_bracketed_time;
        let follows_time = || {
            let end = before.len().saturating_sub(2);
            let half = before.get(end..).unwrap_or_default();
            before.ends_with(|c: char| c.is_ascii_digit())
                || ["am", "pm"]
                    .iter()
                    .any(|word| half.eq_ignore_ascii_case(word))
        };
        let zone = zone_of(bare).filter(|_| !is_aside && follows_time());
        is_aside &= !word.contains(')');
        before = bare;
        zone
    })
}
