//! Templates that people bring: what becomes of their headings, and that a document in one is as safe
//! as in ours.

mod hostile;

use postmortem_editor::markdown::{read, read_as, write};
use postmortem_editor::postmortem::{Field, Postmortem, Section, example};
use postmortem_editor::template::{
    Shape, Source, TEMPLATES, Template, TemplateId, Unfit, all_templates, by_id, from_markdown,
    is_same_name, normalised_for, offer,
};
use proptest::prelude::*;

const TEAM: &str = "\
# Acme postmortem

<!-- One for each incident of severity 1 or 2 -->

## What happened
<!-- Three sentences,
     no jargon -->

## Weather

Sun or rain?

## Customer impact
## Timeline
## Why it happened
### Trigger
## What went well
## Lessons learned
## Next steps
## weather:
";

fn source(file_name: &str, text: &str) -> Source {
    Source {
        file_name: file_name.to_owned(),
        text: text.to_owned(),
    }
}

fn brought(text: &str) -> &'static Template {
    let brought = from_markdown(&source("team.md", text)).map(|brought| brought.template);
    brought.unwrap_or_else(|_| TemplateId::default().template())
}

/// What is wrong with a template, if anything.
fn fault(template: &'static Template) -> Option<String> {
    for field in Field::ALL.iter().filter(|field| **field != Field::Extra) {
        let slots = template.parts.iter().flat_map(|part| part.slots);
        let places = slots.filter(|slot| slot.field == *field).count();
        if places != 1 {
            return Some(format!("{} stands at {places} places", field.key()));
        }
    }
    for section in Section::ALL {
        if template.part_holding(*section).is_none() {
            return Some(format!("nothing holds the {}", section.name()));
        }
        let parts = template.parts.iter();
        if parts.filter(|part| part.section == *section).count() > 1 {
            return Some(format!("two parts are the {}", section.name()));
        }
    }
    let names: Vec<&str> = template.headings().map(|(heading, _)| heading).collect();
    let is_twice = |name: &&&str| {
        let same = names.iter().filter(|other| is_same_name(name, other));
        same.count() > 1
    };
    names
        .iter()
        .find(is_twice)
        .map(|name| format!("{name} stands there twice"))
}

#[test]
fn a_file_of_headings_and_comments_is_a_template() {
    let brought = from_markdown(&source("team.md", TEAM)).unwrap();
    let template = brought.template;
    assert_eq!(fault(template), None);
    assert_eq!(template.name, "Acme postmortem");
    assert_eq!(
        template.parts[0].guidance,
        "One for each incident of severity 1 or 2"
    );
    let parts: Vec<(&str, &str, Vec<Field>)> = template.parts[1..]
        .iter()
        .map(|part| {
            let slots = part.slots.iter();
            let main = slots.filter(|slot| !matches!(slot.shape, Shape::Label(_)));
            (
                part.heading,
                part.guidance,
                main.map(|slot| slot.field).collect(),
            )
        })
        .collect();
    let causes = vec![
        Field::RootCause,
        Field::Trigger,
        Field::Factors,
        Field::Whys,
        Field::Detection,
        Field::Resolution,
    ];
    assert_eq!(
        parts,
        [
            (
                "What happened",
                "Three sentences, no jargon",
                vec![Field::Summary]
            ),
            ("Customer impact", "", vec![Field::WhatUsersSaw]),
            ("Timeline", "", vec![Field::Timeline]),
            ("Why it happened", "", causes),
            ("What went well", "", vec![Field::WentWell]),
            ("Lessons learned", "", vec![Field::WentBadly, Field::Lucky]),
            (
                "Next steps",
                "",
                vec![Field::ActionItems, Field::Improvements]
            ),
            ("Conclusion", "", vec![Field::Conclusion]),
        ]
    );
    assert_eq!(template.parts[1].guided[0].heading, "Weather");
    assert_eq!(template.parts[1].guided[0].guidance, "Sun or rain?");
    assert_eq!(
        brought.notes,
        [
            "There is more than one heading “weather”; the first is taken",
            "Sections of text without fields: “Weather”",
        ]
    );
}

#[test]
fn the_same_text_is_the_same_template_and_another_is_another() {
    let again = brought(TEAM);
    assert!(std::ptr::eq(brought(TEAM), again));
    assert_ne!(again.id, brought("## Other\n").id);
    assert_eq!(brought("## Other\n").name, "team");
    assert_eq!(brought("# [Incident title]\n\n## Other\n").name, "team");
    // Drafts are saved with it.
    assert_eq!(again.id, "own-8d65ede3626dc31d");
    for text in [
        "",
        "no heading\n",
        "```\n# code\n```\n",
        "<!--\n# comment\n-->",
    ] {
        assert_eq!(
            from_markdown(&source("x.md", text)).map(|brought| brought.template.id),
            Err(Unfit::NoHeadings),
            "{text}"
        );
    }
}

#[test]
fn a_template_is_found_and_recognised_while_it_is_on_offer() {
    let template = brought("# On offer\n\n## Wie\n\n## Was\n\n## Timeline\n");
    let text = write(&example(), template);
    assert!(by_id(template.id).is_none());
    assert_ne!(read(&text).template.id, template.id);
    offer(template, true);
    assert!(all_templates().iter().any(|known| known.id == template.id));
    let reading = read(&text);
    assert_eq!(reading.template.id, template.id);
    assert_eq!(reading.document, normalised_for(example(), template));
    for ours in TEMPLATES {
        assert_eq!(read(&write(&example(), ours)).template.id, ours.id);
    }
    offer(template, false);
    let id = TemplateId(template.id.to_owned());
    assert_eq!(id.template().id, TemplateId::default().0);
}

#[test]
fn every_heading_is_written_even_while_nothing_stands_under_it() {
    let empty = write(&Postmortem::default(), brought(TEAM));
    let headings: Vec<&str> = empty
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .collect();
    assert_eq!(
        headings,
        [
            "What happened",
            "Weather",
            "Customer impact",
            "Timeline",
            "Why it happened",
            "What went well",
            "Lessons learned",
            "Next steps"
        ]
    );
}

fn headings() -> impl Strategy<Value = String> {
    let known: Vec<String> = TEMPLATES
        .iter()
        .flat_map(|template| template.headings())
        .map(|(heading, _)| heading.to_owned())
        .collect();
    let name = prop_oneof![
        3 => proptest::sample::select(known),
        1 => "[ -~]{1,12}",
        1 => hostile::text().prop_map(|text| text.replace('\n', " ")),
    ];
    let line =
        (1..4_usize, name).prop_map(|(level, name)| format!("{} {name}\n", "#".repeat(level)));
    proptest::collection::vec(line, 1..8).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: hostile::cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_document_comes_back_from_any_template(headings in headings(), document in hostile::document()) {
        if let Ok(brought) = from_markdown(&source("x.md", &headings)) {
            let template = brought.template;
            prop_assert_eq!(fault(template), None, "{}", headings);
            let text = write(&document, template);
            let wanted = normalised_for(document, template);
            prop_assert_eq!(&read_as(&text, template).document, &wanted, "{}", text);
        }
    }
}

#[test]
fn a_text_of_many_hundred_headings_makes_no_template() {
    let source = |count: usize| Source {
        file_name: "many.md".to_owned(),
        text: (0..count).map(|at| format!("## Part {at}\n\n")).collect(),
    };
    assert!(from_markdown(&source(200)).is_ok());
    let refused = from_markdown(&source(3000)).map(|brought| brought.template.id);
    assert_eq!(refused, Err(Unfit::TooManyHeadings(3000)));
}
