//! `unfilled-placeholder`: something was left to be filled in later.

use crate::checks::placeholders::{is_hollow, placeholders};
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Entered, Field, Moment, Place, Section, Typed};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC06",
        name: "unfilled-placeholder",
        section: Section::Overview,
        kind: Kind::Missing,
        what: "No placeholder is left: TODO, TBD, XXX, ??, <…>, [your …], a lone dash",
        why: "A reader cannot tell what was forgotten from what is not known",
        fix: "Fill it in, or say that it is not known and why",
        source: "PagerDuty and Google SRE guides (no unfinished text in a published postmortem)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes nobody could pay by card, because of TODO.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes nobody could pay by card. The shop showed `TODO` instead of a reason.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let mut flaws = Flaws(Vec::new());
    for field in Field::ALL {
        let place = Place::field(*field);
        if let Some(text) = document.prose(*field) {
            flaws.scan(place, text, true);
            flaws.whole(place, text);
        }
        if let Some(line) = document.line(*field) {
            flaws.scan(place, &line, true);
            // In the other lines a dash is an answer: no reference, no number.
            if matches!(field, Field::Title | Field::Authors) {
                flaws.whole(place, &line);
            }
        }
        if let Some(moment) = document.moment(*field) {
            flaws.moment(place, moment);
        }
        for item in document.items(*field).into_iter().flatten() {
            flaws.scan(Place::row(*field, item.id), &item.text, true);
        }
    }
    for event in subject.events() {
        let place = Place::row(Field::Timeline, event.id);
        flaws.moment(place, &event.when);
        flaws.scan(place, &event.text, true);
        flaws.whole(place, &event.text);
        flaws.scan(place, &event.evidence, false);
    }
    for action in subject.action_items() {
        let place = Place::row(Field::ActionItems, action.id);
        flaws.scan(place, &action.text, true);
        flaws.whole(place, &action.text);
        flaws.scan(place, &action.owner, false);
        flaws.whole(place, &action.owner);
        flaws.entered(place, &action.due);
        flaws.scan(place, &action.ticket, false);
    }
    for extra in &document.extras.sections {
        let place = Place::row(Field::Extra, extra.id);
        flaws.scan(place, &extra.heading, false);
        flaws.scan(place, &extra.body, true);
    }
    flaws.0
}

/// A text with more of them is one that nobody has begun to fill in.
const MOST_IN_ONE_TEXT: usize = 20;

struct Flaws(Vec<Flaw>);

impl Flaws {
    /// One flaw a placeholder. `is_main` tells the place's main text, the one that spans count in,
    /// from the smaller inputs beside it.
    fn scan(&mut self, place: Place, text: &str, is_main: bool) {
        for range in placeholders(text).into_iter().take(MOST_IN_ONE_TEXT) {
            let words = text.get(range.clone()).unwrap_or_default();
            let flaw = Flaw::at(place, format!("{} is still to be filled in", quoted(words)));
            self.0
                .push(if is_main { flaw.at_span(range) } else { flaw });
        }
    }

    /// A flaw when the whole text stands for nothing and no part of it was reported already.
    fn whole(&mut self, place: Place, text: &str) {
        if is_hollow(text) && placeholders(text).is_empty() {
            let message = format!("{} says nothing; say why there is nothing", quoted(text));
            self.0.push(Flaw::at(place, message));
        }
    }

    fn moment(&mut self, place: Place, moment: &Moment) {
        self.entered(place, &moment.date);
        self.entered(place, &moment.time);
    }

    fn entered<T: Typed>(&mut self, place: Place, entered: &Entered<T>) {
        if let Entered::AsTyped(text) = entered {
            self.scan(place, text, false);
            self.whole(place, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{ActionItem, Event, Postmortem, RowId};
    use crate::template::TEMPLATES;

    #[test]
    fn every_place_is_looked_at() {
        let mut document = Postmortem::default();
        document.overview.title = "Checkout down, TBD".into();
        document.overview.severity = "TBD".into();
        document.summary.start.time = "14:??".into();
        document.resolution.text = "-".into();
        document.timeline.events.push(Event {
            id: RowId(1),
            text: "Then XXX".into(),
            ..Event::default()
        });
        document.follow_up.action_items.push(ActionItem {
            id: RowId(2),
            text: "Add an alert".into(),
            owner: "?".into(),
            due: "TBD".into(),
            ..ActionItem::default()
        });
        let subject = Subject::new(&document, TEMPLATES[0]);
        let places: Vec<_> = run(&subject)
            .into_iter()
            .map(|flaw| (flaw.place.key(), flaw.span))
            .collect();
        assert_eq!(
            places,
            [
                ("title".to_owned(), Some(15..18)),
                ("severity".to_owned(), Some(0..3)),
                ("start".to_owned(), None),
                ("resolution".to_owned(), None),
                ("timeline-1".to_owned(), Some(5..8)),
                ("action-items-2".to_owned(), None),
                ("action-items-2".to_owned(), None),
            ]
        );
    }
}
