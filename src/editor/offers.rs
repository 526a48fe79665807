//! What the summary and the timeline offer to each other where one says what the other lacks. Nothing
//! is taken without a press.

use leptos::prelude::*;

use super::document::Document;
use super::open_draft::Editor;
use crate::postmortem::{
    Choice, Entered, Event, Facet, Field, Milestone, Moment, Offer, Origin, Place, Postmortem,
    RowId, offers,
};

/// Something that is offered to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offered {
    /// A field, a row, or the timeline, which a row would be added to.
    to: Place,
    /// What stands on the button.
    words: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Moment(Moment),
    Mark(Milestone),
    Row(Milestone, Moment),
}

impl Editor {
    /// What is offered to a place, in words; empty where nothing is. As of the last pause in typing.
    pub fn offered(self, place: Place) -> String {
        let offers = self.offers.read();
        let offered = offers.iter().find(|offered| offered.to == place);
        offered
            .map(|offered| offered.words.clone())
            .unwrap_or_default()
    }

    /// Takes what is offered to a place now, and leads there.
    pub fn take_offer(self, place: Place) {
        let mut offers = self.document.with(offered_in).into_iter();
        let Some(offered) = offers.find(|offered| offered.to == place) else {
            return;
        };
        let (mut place, mut facet) = (offered.to, Facet::Time);
        match offered.what {
            What::Moment(when) => self.take_moment(place, &when),
            What::Mark(milestone) => {
                facet = Facet::Milestone;
                self.facet(place, facet).set(milestone.label());
            }
            What::Row(milestone, when) => {
                let id = self.new_row_id();
                self.add_marked(id, milestone, when);
                (place, facet) = (Place::row(Field::Timeline, id), Facet::Text);
            }
        }
        self.go_to_facet(place, Some(facet));
    }

    fn take_moment(self, place: Place, when: &Moment) {
        self.document.edit(place, |document| {
            let moment = match place.row {
                None => document.moment_mut(place.field)?,
                Some(id) => {
                    let events = &mut document.timeline.events;
                    &mut events.iter_mut().find(|event| event.id == id)?.when
                }
            };
            moment.clone_from(when);
            Some(())
        });
    }

    /// Adds a row where it is in order.
    fn add_marked(self, id: RowId, milestone: Milestone, when: Moment) {
        self.document
            .edit(Place::field(Field::Timeline), |document| {
                let times = document.event_times();
                let at = when.date_time().and_then(|at| {
                    let is_later = |time: &Option<_>| time.is_some_and(|time| time > at);
                    times.iter().position(is_later)
                });
                let first = (milestone == Milestone::Started && when.date.is_empty()).then_some(0);
                let events = &mut document.timeline.events;
                let event = Event {
                    id,
                    when,
                    milestone: Some(milestone),
                    ..Event::default()
                };
                events.insert(at.or(first).unwrap_or(events.len()), event);
                Some(())
            });
    }
}

/// What is offered; computed anew at each pause in typing.
pub(super) fn offers_of(document: Document, settled: RwSignal<u32>) -> Memo<Vec<Offered>> {
    Memo::new(move |_| {
        settled.track();
        document.with(offered_in)
    })
}

fn offered_in(document: &Postmortem) -> Vec<Offered> {
    let told = offers(document);
    let mut all: Vec<Offered> = told
        .into_iter()
        .map(|offer| match offer {
            Offer::Moment { from, to, when } => Offered {
                to: to.place(),
                words: format!("Take {} from {}", words(document, to, &when), from.words()),
                what: What::Moment(when),
            },
            Offer::Mark {
                from,
                row,
                milestone,
            } => Offered {
                to: Place::row(Field::Timeline, row),
                words: format!("Mark as {}, like {}", milestone.label(), from.words()),
                what: What::Mark(milestone),
            },
            Offer::Row {
                milestone, when, ..
            } => Offered {
                to: Place::field(Field::Timeline),
                words: format!(
                    "Add an event marked {} at {}",
                    milestone.label(),
                    full(&when)
                ),
                what: What::Row(milestone, when),
            },
        })
        .collect();
    all.extend(
        [Field::Start, Field::End]
            .map(|field| outermost(document, field))
            .into_iter()
            .flatten(),
    );
    all
}

/// The time of the first or the last event for a start or an end that has none, while no event is
/// marked as the one it is.
fn outermost(document: &Postmortem, field: Field) -> Option<Offered> {
    let moment = document
        .moment(field)
        .filter(|moment| moment.time.is_empty())?;
    let (milestone, which) = match field {
        Field::Start => (Milestone::Started, "first"),
        _ => (Milestone::Resolved, "last"),
    };
    let events = &document.timeline.events;
    if events
        .iter()
        .any(|event| event.milestone == Some(milestone))
    {
        return None;
    }
    let times = document.event_times();
    let mut timed = events.iter().zip(times);
    let is_timed = |(event, _): &(&Event, _)| event.when.time.known().is_some();
    let (event, at) = match field {
        Field::Start => timed.find(is_timed)?,
        _ => timed.rfind(is_timed)?,
    };
    let date = at.map_or(Entered::Empty, |at| Entered::Known(at.date()));
    let has_room = moment.date.is_empty() || moment.date == date;
    has_room.then(|| {
        let words = match moment.date.is_empty() {
            true => full(&Moment {
                date: date.clone(),
                time: event.when.time.clone(),
            }),
            false => event.when.time.text(),
        };
        Offered {
            to: Place::field(field),
            words: format!("Take {words} from the {which} event"),
            what: What::Moment(Moment {
                date,
                time: event.when.time.clone(),
            }),
        }
    })
}

/// A moment in words; its date only where that is not there already.
fn words(document: &Postmortem, to: Origin, when: &Moment) -> String {
    let moment = document.moment(to.place().field);
    match moment.is_some_and(|moment| !moment.date.is_empty()) {
        true => when.time.text(),
        false => full(when),
    }
}

fn full(when: &Moment) -> String {
    format!("{} {}", when.date.text(), when.time.text())
        .trim()
        .to_owned()
}
