//! The picture says when things happened, the same in words, and holds whatever text it is given.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic, and says where"
)]

mod hostile;
#[path = "picture/texts.rs"]
mod texts;
#[path = "picture/xml.rs"]
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use postmortem_editor::picture::{Picture, picture};
use postmortem_editor::postmortem::{
    Choice, Event, EventKind, Milestone, Moment, Postmortem, RowId, example,
};
use xml::{Element, elements};

fn moment(text: &str) -> Moment {
    let (date, time) = text.rsplit_once(' ').unwrap_or(("", text));
    Moment {
        date: date.into(),
        time: time.into(),
    }
}

fn event(when: &str, kind: EventKind, milestone: Option<Milestone>) -> Event {
    Event {
        when: moment(when),
        kind,
        milestone,
        text: "Cards are refused".to_owned(),
        ..Event::default()
    }
}

fn of(rows: Vec<Event>) -> Postmortem {
    let mut document = Postmortem::default();
    document.timeline.events = rows;
    for (event, id) in document.timeline.events.iter_mut().zip(1..) {
        event.id = RowId(id);
    }
    document
}

/// A night of which some is guessed.
fn night() -> Postmortem {
    use EventKind::{Action, Communication, DeadEnd, Detection, Mitigation};
    let mut document = of(vec![
        event("23:40", EventKind::Event, Some(Milestone::Started)),
        event("23:45", Detection, Some(Milestone::Detected)),
        event("~23:50", Action, None),
        event("23:55", DeadEnd, None),
        event("01:30", Mitigation, Some(Milestone::Mitigated)),
        event("", Communication, None),
    ]);
    document.summary.start = moment("2024-05-03 23:40");
    document.summary.end = moment("~01:40");
    document.summary.time_zone = "UTC".to_owned();
    document
}

fn drawn(document: &Postmortem) -> (Picture, Vec<Element>) {
    let picture = picture(document, "p").unwrap();
    let elements = elements(&picture.svg).unwrap_or_else(|wrong| panic!("{wrong}"));
    (picture, elements)
}

fn with_class<'a>(elements: &'a [Element], class: &str) -> Vec<&'a Element> {
    let class = format!("picture__{class}");
    let all = elements.iter();
    all.filter(|element| element.attribute("class") == Some(&class))
        .collect()
}

#[test]
fn the_text_tells_the_period_the_phases_and_the_silences() {
    for (document, expected) in [
        (
            night(),
            "Timeline from 2024-05-03 23:40 to 2024-05-04 01:40: 2 h. All times are in UTC.\n\
             Started to detected: 5 min, from 2024-05-03 23:40 to 23:45.\n\
             Detected to mitigated: 1 h 45 min, from 2024-05-03 23:45 to 2024-05-04 01:30.\n\
             Mitigated to resolved: about 10 min, from 2024-05-04 01:30 to 01:40.\n\
             Nothing was written for 1 h 35 min, from 2024-05-03 23:55 to 2024-05-04 01:30.\n\
             5 entries, 1 at about that time. 1 entry is not shown, for want of a time.",
        ),
        (
            of(vec![
                event("9:00", EventKind::Event, None),
                event("9:20", EventKind::Action, None),
            ]),
            "Timeline from 09:00 to 09:20: 20 min.\n2 entries.",
        ),
    ] {
        assert_eq!(drawn(&document).0.text, expected);
    }
}

#[test]
fn less_than_two_moments_are_no_picture() {
    let one = || event("9:00", EventKind::Event, None);
    let mut start_alone = Postmortem::default();
    start_alone.summary.start = moment("2024-05-03 9:00");
    let mut apart = of(vec![event("2024-05-03 9:00", EventKind::Event, None)]);
    apart.summary.start = moment("10:00");
    for document in [
        Postmortem::default(),
        of(vec![one()]),
        of(vec![one(), one()]),
        of(vec![one(), event("", EventKind::Event, None)]),
        start_alone,
        apart,
    ] {
        assert_eq!(picture(&document, "p"), None, "{document:?}");
    }
    let mut both = Postmortem::default();
    both.summary.start = moment("9:00");
    both.summary.end = moment("10:00");
    assert!(picture(&both, "p").is_some());
}

#[test]
fn the_svg_is_an_image_with_a_name_and_nothing_that_a_page_forbids() {
    for document in [night(), example()] {
        let (picture, elements) = drawn(&document);
        let root = &elements[0];
        assert_eq!(root.name, "svg");
        for (name, value) in [
            ("role", "img"),
            ("aria-labelledby", "p-title p-text"),
            ("width", "100%"),
            ("fill", "currentColor"),
        ] {
            assert_eq!(root.attribute(name), Some(value));
        }
        let ids: Vec<&str> = elements
            .iter()
            .filter_map(|element| element.attribute("id"))
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        assert!(ids.iter().all(|id| id.starts_with("p-")), "{ids:?}");
        let by_id = |id: &str| {
            let mut all = elements.iter();
            all.find(|element| element.attribute("id") == Some(id))
        };
        let title = by_id("p-title").unwrap();
        assert!(picture.text.starts_with(&title.text), "{}", title.text);
        assert_eq!(by_id("p-text").unwrap().text, picture.text);
        for element in &elements {
            let names = [
                "svg", "title", "desc", "defs", "pattern", "path", "rect", "line", "text", "use",
            ];
            assert!(names.contains(&element.name.as_str()), "{}", element.name);
            for (name, value) in &element.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{name}");
                if let Some(id) = value.strip_prefix('#').or_else(|| {
                    let url = value.strip_prefix("url(#")?;
                    url.strip_suffix(')')
                }) {
                    assert!(by_id(id).is_some(), "{value}");
                }
                if ["fill", "stroke"].contains(&name.as_str()) {
                    let is_plain = ["currentColor", "none"].contains(&value.as_str());
                    assert!(is_plain || value.starts_with("url(#"), "{value}");
                }
                if let Some(share) = value.strip_suffix('%') {
                    let share: f64 = share.parse().unwrap();
                    assert!((0.0..=100.0).contains(&share), "{name}=\"{value}\"");
                }
            }
        }
    }
}

#[test]
fn phases_rows_and_silences_stand_where_they_happened() {
    let (_, elements) = drawn(&night());
    let share = |element: &Element, name: &str| -> f64 {
        let value = element.attribute(name).unwrap();
        value.trim_end_matches('%').parse().unwrap()
    };
    let phases = with_class(&elements, "phase");
    let ends: Vec<(f64, f64)> = phases
        .iter()
        .map(|phase| (share(phase, "x"), share(phase, "x") + share(phase, "width")))
        .collect();
    assert_eq!(ends.len(), 3);
    assert!(
        ends.windows(2)
            .all(|pair| (pair[0].1 - pair[1].0).abs() < 0.02)
    );
    let marks = with_class(&elements, "mark");
    let places: Vec<f64> = marks.iter().map(|mark| share(mark, "x")).collect();
    assert!(places.is_sorted(), "{places:?}");
    // The broken silence is shorter than it was: five minutes before it are wider than a tenth.
    assert!(places[1] - places[0] > 10.0, "{places:?}");
    let silence = with_class(&elements, "silence");
    assert_eq!(silence.len(), 1);
    assert!((share(silence[0], "x") - places[3]).abs() < 0.02);
    let end = share(silence[0], "x") + share(silence[0], "width");
    assert!((end - places[4]).abs() < 0.02, "{end} {places:?}");
    let breaks = elements
        .iter()
        .filter(|element| element.attribute("href") == Some("#p-break"));
    assert_eq!(breaks.count(), 1);
    let words = |class: &str| -> Vec<String> {
        let all = with_class(&elements, class).into_iter();
        all.map(|element| element.text.clone()).collect()
    };
    assert_eq!(words("length"), ["1 h 35 min"]);
    assert_eq!(
        words("name"),
        [
            "Started to detected · 5 min",
            "Detected to mitigated · 1 h 45 min",
            "Mitigated to resolved · about 10 min",
        ]
    );
    assert_eq!(words("day"), ["3 May", "4 May"]);
}

#[test]
fn each_kind_has_a_shape_of_its_own_and_a_guess_is_hollow() {
    let rows = EventKind::ALL.iter().zip(0..).flat_map(|(kind, hour)| {
        let exact = event(&format!("{hour}:00"), *kind, None);
        [exact, event(&format!("~{hour}:30"), *kind, None)]
    });
    let (_, elements) = drawn(&of(rows.collect()));
    let marks = with_class(&elements, "mark");
    assert_eq!(marks.len(), 2 * EventKind::ALL.len());
    let mut shapes = BTreeMap::new();
    for pair in marks.chunks(2) {
        let id = pair[0].attribute("href").unwrap().trim_start_matches('#');
        let mut all = elements.iter();
        let shape = all.find(|element| element.attribute("id") == Some(id));
        let path = shape.unwrap().attribute("d").unwrap();
        assert!(path.starts_with('M') && path.ends_with('z'), "{path}");
        shapes.insert(path, pair[0].attribute("data-kind").unwrap());
        assert_eq!(pair[0].attribute("href"), pair[1].attribute("href"));
        for (mark, fill, time) in [
            (pair[0], "currentColor", None),
            (pair[1], "none", Some("approximate")),
        ] {
            assert_eq!(mark.attribute("fill"), Some(fill));
            assert_eq!(mark.attribute("data-time"), time);
        }
    }
    assert_eq!(shapes.len(), EventKind::ALL.len(), "{shapes:?}");
}

#[test]
fn a_mark_says_what_it_stands_for() {
    let mut rows = vec![
        event("9:00", EventKind::Event, Some(Milestone::Started)),
        event("~9:30", EventKind::Action, None),
        event("9:30", EventKind::Action, None),
        event("9:30", EventKind::Escalation, None),
        event("10:00", EventKind::DeadEnd, None),
    ];
    rows[4].text = "ä".repeat(200);
    rows[4].is_key = true;
    let (_, elements) = drawn(&of(rows));
    let all = elements.iter().zip(elements.iter().skip(1));
    let marks = all.filter(|(mark, _)| mark.attribute("class") == Some("picture__mark"));
    let told: Vec<(&str, Option<&str>, String)> = marks
        .map(|(mark, title)| {
            let kind = mark.attribute("data-kind").unwrap();
            (kind, mark.attribute("data-key"), title.text.clone())
        })
        .collect();
    let long = format!("10:00 Dead end: {}…", "ä".repeat(80));
    assert_eq!(
        told,
        [
            (
                "event",
                None,
                "09:00 Event, Started: Cards are refused".to_owned()
            ),
            (
                "several",
                None,
                "3 entries (different kinds) from 09:30 to 09:30".to_owned()
            ),
            ("dead-end", Some("key"), long),
        ]
    );
}

#[test]
fn ten_thousand_rows_are_some_hundred_marks() {
    let rows = |count: u32| {
        let rows = (0..count).map(|index| {
            let minute = index * 1_440 / count;
            let kind = EventKind::ALL[index as usize % EventKind::ALL.len()];
            let when = format!("2024-05-03 {}:{:02}", minute / 60, minute % 60);
            event(&when, kind, None)
        });
        of(rows.collect())
    };
    let (picture, elements) = drawn(&rows(10_000));
    let marks = with_class(&elements, "mark").len() + with_class(&elements, "crowd").len();
    assert!((150..=200).contains(&marks), "{marks}");
    assert!(picture.svg.len() < 60_000, "{}", picture.svg.len());
    assert!(picture.text.ends_with("10000 entries."), "{}", picture.text);
    // Days on which little happened, and years without a word.
    let mut sparse: Vec<Event> = (0..10_000_u32)
        .map(|index| {
            let year = 1_971 + index / 12;
            let when = format!("{year}-{:02}-01 9:00", index % 12 + 1);
            event(&when, EventKind::Event, None)
        })
        .collect();
    sparse.push(event("2999-12-31 9:00", EventKind::Event, None));
    let (picture, elements) = drawn(&of(sparse));
    assert!(picture.svg.len() < 60_000, "{}", picture.svg.len());
    assert!(with_class(&elements, "tick").len() >= 3);
}
