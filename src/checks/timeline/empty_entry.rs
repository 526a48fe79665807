//! `empty-entry`: an entry of the timeline has a time but says nothing.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM03",
        name: "empty-entry",
        section: Section::Timeline,
        kind: Kind::Missing,
        what: "Every entry of the timeline says what happened",
        why: "A time alone tells a reader that something is missing, but not what",
        fix: "Say in one or two sentences what happened, or remove the entry",
        source: "Google SRE book, example postmortem",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12**\n- **09:50** – Card payments work again\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:50** – Card payments work again\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject
        .events()
        .filter(|event| event.text.trim().is_empty())
        .map(|event| {
            let message = match event.when.time.is_empty() {
                true => "An entry does not say what happened".to_owned(),
                false => format!(
                    "The entry at {} does not say what happened",
                    event.when.time
                ),
            };
            Flaw::at(Place::row(Field::Timeline, event.id), message)
        })
        .collect()
}
