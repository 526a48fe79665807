//! `stale-waiver`: the document says that a finding does not apply, and there is no such finding.

use super::named_check;
use crate::checks::finding::raised;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC10",
        name: "stale-waiver",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "Whatever is said not to apply is something that a check finds",
        why: "A waiver that outlives its reason hides the next flaw of that sort",
        fix: "Take the waiver away; one that names a row has to name its present position",
        source: "this editor: a waiver is kept in the document",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** 1,310 payments failed.\n\n<!-- postmortem: allow unquantified-impact: nobody noticed -->\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** Some payments were late.\n\n<!-- postmortem: allow unquantified-impact: nobody noticed -->\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let waivers = &subject.document.waivers;
    if waivers.is_empty() {
        return Vec::new();
    }
    let findings = raised(subject, |check| *check != CHECK);
    let stale = waivers.iter().filter_map(|waiver| {
        let check = named_check(waiver);
        let is_met = findings.iter().any(|found| found.is_covered_by(waiver));
        // Under another template, or before it is published, it may have something to say again.
        let is_asleep = check.is_some_and(|check| {
            check.profiles.is_for_publishing() || !check.profiles.include(subject.template)
        });
        if is_met || is_asleep || check == Some(&CHECK) {
            return None;
        }
        let message = match check {
            Some(check) => format!("The waiver of {} meets no such finding", check.about.name),
            None => format!("No check is called {}, which is waived", waiver.check),
        };
        Some(Flaw::at(super::place_of(subject, waiver), message))
    });
    stale.collect()
}
