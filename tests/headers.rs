//! What stands above a document for programs: written as they read it, read as nothing new.

use postmortem_editor::markdown::{read, write, write_with};
use postmortem_editor::postmortem::{Event, Milestone, Postmortem};
use postmortem_editor::template::{Header, TEMPLATES, Template, TemplateId};

fn classic() -> &'static Template {
    TemplateId::default().template()
}

fn document() -> Postmortem {
    let mut document = Postmortem::default();
    let overview = &mut document.overview;
    overview.title = "Search \"slow\": C:\\".to_owned();
    overview.severity = "sev1".into();
    overview.status = "final".into();
    overview.authors = "Ana Ruiz,Bo | Lind".to_owned();
    overview.services = "search".to_owned();
    let summary = &mut document.summary;
    summary.start.date = "2020-07-01".into();
    summary.start.time = "14:00".into();
    summary.end.date = "2020-07-01".into();
    summary.end.time = "20:28".into();
    let mut detected = Event {
        milestone: Some(Milestone::Detected),
        ..Event::default()
    };
    detected.when.time = "14:04".into();
    document.timeline.events.push(detected);
    document
}

const FRONT_MATTER: &str = "\
---
title: \"Search \\\"slow\\\": C:\\\\\"
date: \"2020-07-01\"
authors: [\"Ana Ruiz\", \"Bo | Lind\"]
severity: \"SEV-1\"
status: \"Final\"
services: [\"search\"]
---

# Search";

const MORTY: &str = "\
Date: July 1, 2020

Owner: Ana Ruiz

| Metric | Value |
|---|---|
| Severity | 1 |
| Time To Detect | 4 minutes |
| Time To Resolve | 6 hours, 28 minutes |
| Total Downtime | 6 hours, 28 minutes |

- **Status:** Final
";

#[test]
fn a_header_is_what_its_program_reads() {
    let written = |header| write_with(&document(), classic(), header);
    assert_eq!(written(Header::None), write(&document(), classic()));
    let front_matter = written(Header::FrontMatter);
    assert!(front_matter.starts_with(FRONT_MATTER), "{front_matter}");
    let (title, rest) = written(Header::Morty)
        .split_once("\n\n")
        .map_or_else(Default::default, |(title, rest)| {
            (title.to_owned(), rest.to_owned())
        });
    assert!(title.starts_with("# Search"), "{title}");
    assert!(rest.starts_with(MORTY), "{rest}");
}

#[test]
fn a_header_is_read_as_nothing_new_in_every_template() {
    for template in TEMPLATES {
        let plain = read(&write(&document(), template));
        for header in Header::ALL {
            let reading = read(&write_with(&document(), template, *header));
            assert_eq!(reading.document, plain.document, "{}", template.id);
            assert_eq!(reading.template.id, template.id);
            assert!(reading.notes.is_empty(), "{:?}", reading.notes);
        }
    }
}

#[test]
fn a_front_matter_that_says_more_fills_what_is_empty_and_keeps_the_rest() {
    let text = write_with(&document(), classic(), Header::FrontMatter)
        .replace(
            "severity: \"SEV-1\"",
            "severity: SEV-3\ntags:\n  - dns\n  - web",
        )
        .replace("- **Services:** search\n", "");
    let reading = read(&text);
    assert_eq!(reading.document.overview.severity.text(), "SEV-1");
    assert_eq!(reading.document.overview.services, "search");
    let kept: Vec<&str> = reading
        .document
        .extras
        .sections
        .iter()
        .map(|extra| extra.body.as_str())
        .collect();
    assert_eq!(kept, ["severity: SEV-3\ntags:\n  - dns\n  - web"]);
    let messages: Vec<&str> = reading
        .notes
        .iter()
        .map(|note| note.message.as_str())
        .collect();
    assert_eq!(
        messages[0],
        "The front matter gives the severity as SEV-3; the text gives it as SEV-1"
    );
}

#[test]
fn a_header_for_morty_that_says_something_else_is_kept() {
    let text = write_with(&document(), classic(), Header::Morty)
        .replace("Date: July 1, 2020", "Date: July 2, 2020");
    let reading = read(&text);
    let kept = &reading.document.extras.sections[0].body;
    assert!(kept.starts_with("Date: July 2, 2020"), "{kept}");
    assert_eq!(reading.notes.len(), 1);
}
