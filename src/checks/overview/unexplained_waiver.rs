//! `unexplained-waiver`: the document says that a finding does not apply, and not why.

use crate::checks::subject::is_reason;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC11",
        name: "unexplained-waiver",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "Whoever says that a finding does not apply says why",
        why: "Without a reason nobody can tell later whether it still holds, so the finding stands",
        fix: "Give the reason in a few words, or take the waiver away",
        source: "this editor: a waiver is kept in the document",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** Some payments were late.\n\n<!-- postmortem: allow unquantified-impact -->\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** Some payments were late.\n\n<!-- postmortem: allow unquantified-impact: the gateway keeps no counts -->\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let waivers = subject.document.waivers.iter();
    let unexplained = waivers.filter(|waiver| !is_reason(&waiver.reason));
    let flaws = unexplained.map(|waiver| {
        let message = format!("Nothing says why {} does not apply", waiver.check);
        Flaw::at(super::place_of(subject, waiver), message)
    });
    flaws.collect()
}
