//! `missing-detection`: a postmortem says how the incident was learned of.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DET01",
        name: "missing-detection",
        section: Section::Detection,
        kind: Kind::Missing,
        what: "A postmortem says how the incident was learned of",
        why: "Minutes before detection are minutes of harm that an alert could have saved",
        fix: "Say what or who noticed, after how long, and what could have noticed sooner",
        source: "Google SRE book, example postmortem; Atlassian incident handbook",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## TL;DR\n\nNobody could pay by card.\n\n## Cause chain\n\nThe renewal job was off.\n\n## Missed signals\n\n## Actions\n",
        "# Checkout unavailable after a certificate expired\n\n## TL;DR\n\nNobody could pay by card.\n\n## Cause chain\n\nThe renewal job was off.\n\n## Missed signals\n\nA customer wrote to support after 14 minutes.\n\n## Actions\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(
        Field::Detection,
        "Nothing says how the incident was noticed",
    )
}
