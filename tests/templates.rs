//! What each template is for: its headings and tables as a person reads them, and moving a document
//! from one to another.

use postmortem_editor::markdown::{read, write};
use postmortem_editor::postmortem::{
    ActionItem, Event, EventKind, ExtraSection, Milestone, Moment, Postmortem, RowId, Section,
    example,
};
use postmortem_editor::template::{
    Block, TEMPLATES, Template, TemplateId, by_id, layout, normalised_for, offer_guided,
};

fn template(id: &str) -> &'static Template {
    by_id(id).unwrap_or_else(|| TemplateId::default().template())
}

fn moment(date: &str, time: &str) -> Moment {
    Moment {
        date: date.into(),
        time: time.into(),
    }
}

fn event(time: &str, text: &str) -> Event {
    Event {
        when: moment("", time),
        text: text.to_owned(),
        ..Event::default()
    }
}

fn section(heading: &str, body: &str, after: Section) -> ExtraSection {
    ExtraSection {
        heading: heading.to_owned(),
        body: body.to_owned(),
        after,
        ..ExtraSection::default()
    }
}

fn headings(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.strip_prefix("## "))
        .collect()
}

/// What stands under one heading.
fn under<'a>(text: &'a str, heading: &str) -> &'a str {
    let below = text.split_once(&format!("## {heading}\n\n"));
    let below = below.map_or("", |(_, below)| below);
    below.split("\n\n## ").next().unwrap_or_default().trim_end()
}

/// The headings under which text stands that the template does not ask for.
fn left_over(document: &Postmortem, template: &'static Template) -> Vec<String> {
    layout(document, template)
        .into_iter()
        .filter_map(|block| match block {
            Block::Extra(extra) => Some(extra.heading.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn every_template_has_the_headings_that_it_is_known_for() {
    for (id, expected) in [
        (
            "google-sre",
            "Summary, Impact, Root Causes, Trigger, Resolution, Detection, Action Items, Lessons Learned, Timeline",
        ),
        (
            "pagerduty",
            "Overview, What Happened, Contributing Factors, Resolution, Impact, Responders, Timeline, \
             How'd We Do?, Action Items",
        ),
        (
            "atlassian",
            "Incident summary, Leadup, Fault, Impact, Detection, Response, Recovery, Timeline, \
             Root cause identification, Root cause, Lessons learned, Corrective actions",
        ),
        (
            "howie",
            "Summary, How we got here, Themes, Contributors, enablers and mitigators, Open questions, \
             Takeaways",
        ),
        (
            "gov-uk",
            "Overview, User impact, Timeline, Root cause analysis, Actions",
        ),
        (
            "contributors-mitigators-risks",
            "Summary, Timeline, Contributors, Mitigators, Learnings and risks, Follow-ups",
        ),
        (
            "company-report",
            "Executive summary, Incident timing, Timeline, Impact, What caused it, \
             Mitigation and resolution, Lessons learned, Actions",
        ),
    ] {
        let empty = write(&Postmortem::default(), template(id));
        assert_eq!(headings(&empty).join(", "), expected, "{id}");
        assert_eq!(read(&empty).template.id, id);
        assert_eq!(read(&empty).document, Postmortem::default(), "{id}");
    }
}

#[test]
fn the_example_is_the_same_document_in_every_template() {
    for one in TEMPLATES {
        let text = write(&example(), one);
        let reading = read(&text);
        assert_eq!(reading.template.id, one.id);
        assert_eq!(reading.document, normalised_for(example(), one), "{text}");
        assert!(reading.notes.is_empty(), "{:?}", reading.notes);
    }
}

#[test]
fn a_timeline_is_a_table_where_cells_hold_it_and_else_a_list() {
    let mut document = Postmortem::default();
    document.summary.time_zone = "UTC".to_owned();
    document.timeline.events = vec![
        Event {
            kind: EventKind::Detection,
            milestone: Some(Milestone::Detected),
            evidence: "https://example.org/a|b".to_owned(),
            ..event("14:30", "Alert `a | b`\nfired twice")
        },
        event("~15:00", ""),
        event("", "Someone looked"),
    ];
    let timeline = |document: &Postmortem, id| {
        let text = write(document, template(id));
        let again = read(&text).document;
        assert_eq!(again, normalised_for(document.clone(), template(id)));
        under(&text, "Timeline").to_owned()
    };
    for id in ["company-report", "pagerduty"] {
        assert_eq!(
            timeline(&document, id),
            "*All times in UTC.*\n\n\
             | Time | Kind | Event | Evidence |\n|---|---|---|---|\n\
             | 14:30 | Detection; Detected | Alert `a \\| b`<br>fired twice | https://example.org/a\\|b |\n\
             | \\~15:00 |  |  |  |\n\
             |  |  | Someone looked |  |"
                .replace("\\~", "~")
        );
    }
    document.timeline.events.truncate(1);
    for text in [
        "- one\n- two",
        "```\nlog\n```",
        "a<br>b",
        "| x |\n|---|",
        "# Big",
    ] {
        document.timeline.events[0].text = text.to_owned();
        let list = timeline(&document, "company-report");
        assert!(
            list.contains("\n- **14:30** (Detection; Detected) –"),
            "{list}"
        );
    }
    document.timeline.events = vec![event("", "Someone looked")];
    assert_eq!(
        timeline(&document, "pagerduty"),
        "*All times in UTC.*\n\n| Time | Event |\n|---|---|\n|  | Someone looked |"
    );
}

#[test]
fn a_table_of_somebody_elses_columns_is_kept_as_it_stands() {
    let table = "| Time | Event | Weather |\n|---|---|---|\n| 14:30 | Alert | rain |";
    let text = format!(
        "# Title\n\n## Executive summary\n\nx\n\n## Incident timing\n\n## Timeline\n\n{table}\n\n## Impact\n"
    );
    let reading = postmortem_editor::markdown::read_as(&text, template("company-report"));
    assert_eq!(reading.document.extras.sections[0].body, table);
    assert_eq!(reading.notes.len(), 1);
}

#[test]
fn action_items_are_a_table_with_what_they_say_and_no_more() {
    let mut document = Postmortem::default();
    document.follow_up.action_items = vec![
        ActionItem {
            text: "Rotate **logs**".to_owned(),
            owner: "Ana | Bo".to_owned(),
            kind: "prevent".into(),
            status: "done".into(),
            ticket: "OPS-1".to_owned(),
            ..ActionItem::default()
        },
        ActionItem {
            text: "Alert on disk".to_owned(),
            ..ActionItem::default()
        },
    ];
    let text = write(&document, template("google-sre"));
    assert_eq!(
        under(&text, "Action Items"),
        "| Action item | Type | Owner | Status | Bug |\n|---|---|---|---|---|\n\
         | Rotate **logs** | Prevent | Ana \\| Bo | Done | OPS-1 |\n\
         | Alert on disk |  |  |  |  |"
    );
    let again = read(&text).document;
    assert_eq!(again, normalised_for(document, template("google-sre")));
}

#[test]
fn what_a_template_asks_for_beyond_the_fields_stands_where_it_wants_it() {
    let howie = template("howie");
    let mut document = example();
    document.extras.sections = vec![
        section("Open questions", "Why?", Section::Overview),
        section("Terms", "A word.", Section::Overview),
        section("themes:", "Trust.", Section::Conclusion),
        section("Themes", "Another.", Section::Timeline),
    ];
    let text = write(&document, howie);
    assert_eq!(
        headings(&text),
        [
            "Summary",
            "How we got here",
            "themes:",
            "Themes ##",
            "Contributors, enablers and mitigators",
            "Open questions",
            "Terms",
            "Takeaways",
            "Follow-ups"
        ]
    );
    let again = read(&text);
    assert_eq!(again.template.id, "howie");
    assert_eq!(again.document, normalised_for(document, howie));
}

#[test]
fn a_change_of_template_keeps_what_was_written_and_takes_away_what_was_only_offered() {
    for one in TEMPLATES {
        for other in TEMPLATES.iter().filter(|other| other.id != one.id) {
            let mut document = example();
            let next = document.highest_row_id();
            let mut ids = (next + 1..).map(RowId);
            let mut new_id = || ids.next().unwrap();
            offer_guided(&mut document, None, one, &mut new_id);
            let offered = one
                .parts
                .iter()
                .map(|part| part.guided.len())
                .sum::<usize>();
            assert_eq!(
                document.extras.sections.len(),
                example().extras.sections.len() + offered
            );
            if let Some(filled) = document.extras.sections.last_mut() {
                filled.body.push_str("\nFilled in.");
            }
            let filled = document.extras.sections.last().unwrap().clone();
            let before = document.clone();
            offer_guided(&mut document, Some(one), other, &mut new_id);
            let place = format!("{} to {}", one.id, other.id);
            assert!(document.extras.sections.contains(&filled), "{place}");
            let empty = |document: &Postmortem| {
                let left = left_over(document, other);
                left.iter()
                    .filter(|heading| one.guided(heading).is_some())
                    .count()
            };
            let is_asked_for = other.guided(&filled.heading).is_some();
            let stays = one.guided(&filled.heading).is_some() && !is_asked_for;
            assert_eq!(empty(&document), usize::from(stays), "{place}");
            offer_guided(&mut document, Some(other), one, &mut new_id);
            assert_eq!(
                normalised_for(document, one),
                normalised_for(before, one),
                "{place} and back"
            );
        }
    }
}
