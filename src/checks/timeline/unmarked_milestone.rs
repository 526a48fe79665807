//! `unmarked-milestone`: some milestones are marked, and one that matters is not.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Milestone, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM14",
        name: "unmarked-milestone",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "Where milestones are marked, one entry is when it was noticed and one is when users were helped",
        why: "Without them nobody can tell how long it took to notice and to help",
        fix: "Mark the entries, or take the other marks off",
        source: "Google SRE workbook, chapter 10; PagerDuty postmortem guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** (Event; Started) – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:50** (Resolution; Resolved) – Card payments work again\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** (Event; Started) – Card payments begin to fail\n- **09:26** (Detection; Detected) – A customer writes to support\n- **09:50** (Resolution; Resolved) – Card payments work again\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let is_marked = |wanted: &[Milestone]| {
        let mut marks = subject.events().filter_map(|event| event.milestone);
        marks.any(|mark| wanted.contains(&mark))
    };
    // Whoever marks nothing does not count response times.
    if subject.events().all(|event| event.milestone.is_none()) {
        return Vec::new();
    }
    let wanted: [(&[Milestone], &str); 2] = [
        (&[Milestone::Detected], "as Detected"),
        (
            &[Milestone::Mitigated, Milestone::Resolved],
            "as Mitigated or Resolved",
        ),
    ];
    let unmarked = wanted.iter().filter(|(marks, _)| !is_marked(marks));
    let flaws = unmarked.map(|(_, name)| {
        let message = format!("No entry is marked {name}, though others are marked");
        Flaw::at(Place::field(Field::Timeline), message)
    });
    flaws.collect()
}
