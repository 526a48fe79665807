//! `untimed-entry`: an entry of the timeline has no time.

use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM02",
        name: "untimed-entry",
        section: Section::Timeline,
        kind: Kind::Missing,
        what: "Every entry of the timeline has a time",
        why: "Without a time nobody can tell how long a step took, or match it with a chart",
        fix: "Enter the time; \"~14:05\" says that it is a guess",
        source: "Google SRE book, example postmortem; dfds and icco postmortem repositories",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **no time** – The expired certificate is found\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **~09:40** – The expired certificate is found\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject
        .events()
        .filter(|event| event.when.time.is_empty())
        .map(|event| {
            let message = if event.text.trim().is_empty() {
                "An entry has no time".to_owned()
            } else {
                format!("{} has no time", quoted(&event.text))
            };
            Flaw::at(Place::row(Field::Timeline, event.id), message)
        })
        .collect()
}
