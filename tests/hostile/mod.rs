//! Hostile documents for the property tests, and the texts that they are made of.

mod text;

use postmortem_editor::postmortem::{
    ActionItem, Choice, Event, EventKind, ExtraSection, Field, Item, Milestone, Moment, Place,
    Postmortem, RowId, Section, Waiver,
};
use postmortem_editor::template::TEMPLATES;
use proptest::collection::vec;
use proptest::prelude::*;

pub(crate) use text::text;

/// How many cases each property is tried with: `PROPTEST_CASES`, or enough for every day.
pub(crate) fn cases() -> u32 {
    let cases = std::env::var("PROPTEST_CASES").ok();
    cases.and_then(|cases| cases.parse().ok()).unwrap_or(512)
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    vec(
        text().prop_map(|text| Item {
            text,
            ..Item::default()
        }),
        0..3,
    )
}

fn moment() -> impl Strategy<Value = Moment> {
    let date = prop_oneof![
        Just(String::new()),
        Just("2023-02-15".to_owned()),
        Just("Feb 15".to_owned()),
        text()
    ];
    let time = prop_oneof![
        Just(String::new()),
        Just("~14:30".to_owned()),
        Just("14:30:05".to_owned()),
        text()
    ];
    (date, time).prop_map(|(date, time)| Moment {
        date: date.as_str().into(),
        time: time.as_str().into(),
    })
}

fn event() -> impl Strategy<Value = Event> {
    let kind = prop_oneof![
        Just(EventKind::default()),
        proptest::sample::select(EventKind::ALL)
    ];
    let milestone = proptest::option::of(proptest::sample::select(Milestone::ALL));
    let when = prop_oneof![Just(Moment::default()), moment()];
    let marks = (kind, milestone, any::<bool>());
    (when, marks, text(), text()).prop_map(|(when, (kind, milestone, is_key), text, evidence)| {
        Event {
            when,
            kind,
            text,
            evidence,
            milestone,
            is_key,
            ..Event::default()
        }
    })
}

fn typed(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        proptest::sample::select(known).prop_map(str::to_owned),
        text()
    ]
}

fn action() -> impl Strategy<Value = ActionItem> {
    let typed = (
        typed(&["2023-08-01"]),
        typed(&["Prevent"]),
        typed(&["P1"]),
        typed(&["Open", "Done", "In progress", "Declined"]),
    );
    (text(), text(), typed, text()).prop_map(
        |(text, owner, (due, kind, priority, status), ticket)| ActionItem {
            text,
            owner,
            due: due.as_str().into(),
            kind: kind.as_str().into(),
            priority: priority.as_str().into(),
            status: status.as_str().into(),
            ticket,
            ..ActionItem::default()
        },
    )
}

/// Headings that templates ask for, often the same, among those that nobody does.
fn heading() -> impl Strategy<Value = String> {
    let parts = TEMPLATES.iter().flat_map(|template| template.parts);
    let guided = parts.flat_map(|part| part.guided);
    let guided: Vec<&str> = guided.map(|guided| guided.heading).collect();
    let all = TEMPLATES.iter().flat_map(|template| template.headings());
    let all: Vec<&str> = all.map(|(heading, _)| heading).collect();
    prop_oneof![
        2 => proptest::sample::select(guided).prop_map(str::to_owned),
        1 => proptest::sample::select(all).prop_map(str::to_owned),
        2 => text(),
    ]
}

fn extra() -> impl Strategy<Value = ExtraSection> {
    let section = proptest::sample::select(Section::ALL);
    (heading(), text(), section).prop_map(|(heading, body, after)| ExtraSection {
        heading,
        body,
        after,
        ..ExtraSection::default()
    })
}

/// Waivers of fields, of rows that there are and of rows that there are not.
fn waiver() -> impl Strategy<Value = Waiver> {
    let check = prop_oneof![Just("untimed-entry".to_owned()), text()];
    let field = proptest::sample::select(Field::ALL);
    let place = (field, proptest::option::of(0..12_u64)).prop_map(|(field, row)| Place {
        field,
        row: row.map(RowId),
    });
    (check, proptest::option::of(place), text()).prop_map(|(check, place, reason)| Waiver {
        check,
        place,
        reason,
    })
}

/// A document that is hostile in every field.
pub(crate) fn document() -> impl Strategy<Value = Postmortem> {
    let texts = vec(text(), Field::ALL.len());
    let lists = vec(items(), 7);
    let rows = (vec(event(), 0..4), vec(action(), 0..3), vec(extra(), 0..4));
    let marks = vec((proptest::sample::select(Section::ALL), text()), 0..3);
    let marks = (marks, vec(waiver(), 0..3));
    (texts, lists, (moment(), moment()), rows, marks).prop_map(
        |(texts, lists, (start, end), rows, (marks, waivers))| {
            let mut document = Postmortem::default();
            let mut lists = lists.into_iter();
            for (field, text) in Field::ALL.iter().zip(texts) {
                document.set_line(*field, &text);
                if let Some(prose) = document.prose_mut(*field) {
                    *prose = text;
                }
                if let Some(items) = document.items_mut(*field) {
                    *items = lists.next().unwrap_or_default();
                }
            }
            document.summary.start = start;
            document.summary.end = end;
            (
                document.timeline.events,
                document.follow_up.action_items,
                document.extras.sections,
            ) = rows;
            document.nothing_to_say = marks.into_iter().collect();
            // Rows need identities of their own for a waiver to be of one of them.
            document.renumber();
            document.waivers = waivers;
            document
        },
    )
}
