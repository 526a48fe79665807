//! The Markdown that is written, read by a person; named hostile values in every field; files that
//! others wrote; file names.

use postmortem_editor::markdown::{file_name, read, read_as, write};
use postmortem_editor::postmortem::{
    ActionItem, Event, EventKind, ExtraSection, Field, Item, Milestone, Moment, Postmortem, Section,
};
use postmortem_editor::template::{TEMPLATES, Template, TemplateId, by_id, normalised_for};

fn template(id: &str) -> &'static Template {
    by_id(id).unwrap_or_else(|| TemplateId::default().template())
}

fn moment(date: &str, time: &str) -> Moment {
    Moment {
        date: date.into(),
        time: time.into(),
    }
}

fn items(texts: &[&str]) -> Vec<Item> {
    texts
        .iter()
        .map(|text| Item {
            text: (*text).to_owned(),
            ..Item::default()
        })
        .collect()
}

fn outage() -> Postmortem {
    let mut document = Postmortem::default();
    for (field, text) in [
        (Field::Title, "Checkout outage: [cart] & payment"),
        (Field::Reference, "INC-204"),
        (Field::Status, "in review"),
        (Field::Severity, "sev2"),
        (Field::Authors, "Ana_B, Bo"),
        (Field::TimeZone, "EST"),
        (Field::AffectedShare, "80 %"),
    ] {
        document.set_line(field, text);
    }
    document.summary.text = "Checkout failed.\n\n## Why\n\n- a\n- b".to_owned();
    document.summary.start = moment("2023-02-15", "14:30");
    document.summary.end = moment("2023-02-15", "15:15");
    document.impact.what_users_saw = "Errors.\nMany.".to_owned();
    document.impact.figures = items(&["1,200 failed orders"]);
    document.timeline.events = vec![
        Event {
            when: moment("2023-02-15", "14:30"),
            kind: EventKind::Detection,
            milestone: Some(Milestone::Detected),
            text: "Alert `x`\nmore".to_owned(),
            evidence: "https://example.org".to_owned(),
            ..Event::default()
        },
        Event {
            when: moment("", "~15:00"),
            text: "```\nlog\n```".to_owned(),
            ..Event::default()
        },
        Event {
            text: "Someone looked".to_owned(),
            ..Event::default()
        },
    ];
    document.analysis.root_cause = "A flag.".to_owned();
    document.analysis.whys = items(&["Down", "Full\n\nof logs"]);
    document.follow_up.action_items = vec![
        ActionItem {
            text: "Rotate logs".to_owned(),
            owner: "Ana; Bo".to_owned(),
            due: "2023-08-01".into(),
            status: "done".into(),
            ..ActionItem::default()
        },
        ActionItem {
            text: "Alert on disk".to_owned(),
            status: "open".into(),
            ..ActionItem::default()
        },
    ];
    document
        .nothing_to_say
        .insert(Section::Lessons, "all said".to_owned());
    document.extras.sections = vec![ExtraSection {
        heading: "Timeline".to_owned(),
        body: "# Of *another* incident".to_owned(),
        after: Section::Timeline,
        ..ExtraSection::default()
    }];
    document
}

const CLASSIC: &str = "\
# Checkout outage: \\[cart] & payment

- **Reference:** INC-204
- **Status:** In review
- **Severity:** SEV-2
- **Authors:** Ana_B, Bo

## Issue Summary

Checkout failed.

#### Why ##

- a
- b

<!-- facts -->

- **Start:** 2023-02-15 14:30
- **End:** 2023-02-15 15:15
- **Duration:** 45 minutes
- **Time zone:** EST
- **Impact:** Errors.
  Many.
- **Users affected:** 80%
- **Other figures:**
  - 1,200 failed orders

## Timeline

*All times in EST.*

- **2023-02-15 14:30** (Detection; Detected) – Alert `x`
  more
  - Evidence: https://example.org
- **~15:00** –

  ```
  log
  ```
- Someone looked

## Timeline ##

#### Of *another* incident #

## Root Cause and Resolution

### Root cause

A flag.

### Five whys

1. Down
2. Full

   of logs

### Resolution

## Corrective and Preventative Measures

### Action items

- [x] Rotate logs
  - Owner: Ana\\; Bo; Due: 2023-08-01
- [ ] Alert on disk
  - Status: Open

## Lessons Learned

- **Nothing to say on lessons:** all said
";

#[test]
fn a_document_reads_well() {
    assert_eq!(write(&outage(), template("classic")), CLASSIC);
    let one_page = write(&outage(), template("one-page"));
    let headings: Vec<&str> = one_page
        .lines()
        .filter(|line| line.starts_with("## "))
        .collect();
    assert_eq!(
        headings,
        [
            "## TL;DR",
            "## Impact",
            "## Cause chain",
            "## Missed signals",
            "## Actions",
            "## Timeline",
            "## Timeline ##",
            "## Lessons Learned"
        ]
    );
    let empty = write(&Postmortem::default(), template("one-page"));
    assert_eq!(
        empty,
        "## TL;DR\n\n## Impact\n\n## Cause chain\n\n## Missed signals\n\n## Actions\n\n### Action items\n"
    );
}

#[test]
fn a_document_moves_between_templates_and_files_and_stays_whole() {
    for one in TEMPLATES {
        for other in TEMPLATES {
            let first = read(&write(&outage(), one));
            assert_eq!(first.template.id, one.id);
            let second = read(&write(&first.document, other)).document;
            assert_eq!(second, normalised_for(first.document, other));
        }
    }
}

#[test]
fn named_hostile_values_come_back_from_every_field() {
    let word = "x".repeat(3_000);
    let log = "2023-02-15 14:30 [error] <x> | y_z *\n".repeat(200);
    let values = [
        "```",
        "</details>",
        "-->",
        "---",
        "a\n===",
        "| x |\n|---|",
        "[^1]: x",
        "[ref]: http://e",
        "- [x] done",
        "1986. A",
        "C:\\dir\\",
        "\\",
        &word,
        "   ",
        "🎉👩‍👩‍👧",
        "\u{202e}שלום",
        "=cmd|' /C calc'!A0",
        "../../x",
        "\u{fffd}",
        &log,
        "<!--",
        "<script>\n\nx",
        "~~~\n## x",
        "## Timeline",
        "- **Start:** never",
        "<!-- facts -->",
        "* * *",
        "\ta",
        "no time",
        "> a\n\n# b",
        "a  \nb\\",
        "#",
        "&amp;",
    ];
    for (index, value) in values.into_iter().enumerate() {
        let mut document = Postmortem::default();
        for field in Field::ALL {
            document.set_line(*field, value);
            if let Some(prose) = document.prose_mut(*field) {
                *prose = value.to_owned();
            }
            if let Some(list) = document.items_mut(*field) {
                *list = items(&[value, "between", value]);
            }
        }
        document.summary.start = moment(value, value);
        document.summary.end = moment("", value);
        let event = Event {
            text: value.to_owned(),
            evidence: value.to_owned(),
            ..Event::default()
        };
        let timed = Event {
            when: moment(value, "14:30"),
            ..event.clone()
        };
        document.timeline.events = vec![event, timed];
        document.follow_up.action_items = vec![ActionItem {
            text: value.to_owned(),
            owner: value.to_owned(),
            due: value.into(),
            ticket: value.to_owned(),
            ..ActionItem::default()
        }];
        document.extras.sections = vec![ExtraSection {
            heading: value.to_owned(),
            body: value.to_owned(),
            ..ExtraSection::default()
        }];
        document
            .nothing_to_say
            .insert(Section::Impact, value.to_owned());
        let shown: String = value.chars().take(40).collect();
        for template in TEMPLATES {
            let text = write(&document, template);
            let wanted = normalised_for(document.clone(), template);
            assert!(
                read_as(&text, template).document == wanted,
                "{shown:?} in {}",
                template.id
            );
        }
        // Each value in one template is enough to see that none is taken for a heading of another.
        for template in TEMPLATES.iter().cycle().skip(index).take(1) {
            let text = write(&document, template);
            assert_eq!(read(&text).template.id, template.id, "{shown:?}");
        }
    }
}

#[test]
fn a_file_name_is_safe_everywhere() {
    let long = "Über ".repeat(60);
    for (date, title, wanted) in [
        (
            "2023-02-15",
            "Postmortem: API outage!",
            "2023-02-15-api-outage.md",
        ),
        ("", "Post-mortem – Größe & Ärger's", "grosse-argers.md"),
        ("soon", "", "postmortem.md"),
        ("2023-02-15", "日本", "2023-02-15-postmortem.md"),
        ("", "CON", "postmortem-con.md"),
        ("", "com1", "postmortem-com1.md"),
        ("", "../../etc/passwd", "etc-passwd.md"),
        ("", "Postmortem", "postmortem.md"),
        ("", ".lnk\u{202e}", "lnk.md"),
    ] {
        let mut document = Postmortem::default();
        document.overview.title = title.to_owned();
        document.summary.start = moment(date, "");
        assert_eq!(file_name(&document), wanted, "{title}");
        document.overview.title = long.clone();
        let name = file_name(&document);
        assert!(
            name.len() <= 80 && name.ends_with("uber.md") || name.len() == 80,
            "{name}"
        );
    }
}
