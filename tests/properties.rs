//! What holds for every document and every text, however hostile.

mod hostile;

use std::collections::BTreeSet;

use postmortem_editor::markdown::{read, read_as, write, write_with};
use postmortem_editor::postmortem::{Choice, EventKind, Field, Milestone};
use postmortem_editor::template::{Header, Shape, TEMPLATES, normalised_for};
use proptest::prelude::*;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: hostile::cases(),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

/// The words of a text, in lower case. Numbers count the rows of a list and are dealt anew.
fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().any(char::is_alphabetic))
        .map(str::to_owned)
        .collect()
}

/// The words that are structure of ours: they may come and go as the document needs them.
fn own_words() -> BTreeSet<String> {
    let mut own = words(
        "facts quoted closed postmortem text allow at Duration minutes Nothing to say on no time All times in Evidence Owner Due Kind \
         Priority Status Ticket x Event Action item Type Bug br key title date authors severity status \
         services",
    );
    for template in TEMPLATES {
        own.extend(template.headings().flat_map(|(heading, _)| words(heading)));
        for part in template.parts {
            for slot in part.slots {
                if let Shape::Label(name) | Shape::Sub(name) = slot.shape {
                    own.extend(words(name));
                }
            }
        }
    }
    own.extend(EventKind::ALL.iter().flat_map(|kind| words(kind.label())));
    own.extend(
        Milestone::ALL
            .iter()
            .flat_map(|milestone| words(milestone.label())),
    );
    own.extend(
        Field::ALL
            .iter()
            .flat_map(|field| words(field.section().name())),
    );
    own
}

/// The words of a text that are not in what was made of it.
fn lost(text: &str, written: &str) -> Vec<String> {
    let own = own_words();
    let mut lost: Vec<String> = words(text).difference(&words(written)).cloned().collect();
    lost.retain(|word| !own.contains(word));
    lost
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_document_comes_back_as_it_was(document in hostile::document(), index in 0..TEMPLATES.len()) {
        for template in TEMPLATES.iter().cycle().skip(index).take(2) {
            let text = write(&document, template);
            let wanted = normalised_for(document.clone(), template);
            let reading = read_as(&text, template);
            prop_assert_eq!(&reading.document, &wanted, "{}", text);
            let reading = read(&text);
            prop_assert_eq!(reading.template.id, template.id, "{}", text);
            prop_assert_eq!(&write(&reading.document, template), &text);
            prop_assert_eq!(&normalised_for(wanted.clone(), template), &wanted, "{}", text);
        }
    }

    #[test]
    fn a_header_changes_nothing(document in hostile::document(), index in 0..TEMPLATES.len()) {
        let template = TEMPLATES[index];
        let wanted = normalised_for(document.clone(), template);
        for header in Header::ALL {
            let text = write_with(&document, template, *header);
            let reading = read_as(&text, template);
            prop_assert_eq!(&reading.document, &wanted, "{}", text);
            let reading = read(&text);
            prop_assert_eq!(&reading.document, &wanted, "{}", text);
            prop_assert_eq!(write_with(&reading.document, reading.template, *header), text);
        }
    }

    #[test]
    fn reading_any_text_as_a_template_loses_no_word(text in hostile::text(), more in hostile::text(), index in 0..TEMPLATES.len()) {
        let template = TEMPLATES[index];
        let mut headings = template.headings().map(|(heading, _)| heading);
        let heading = headings.nth(text.len() % 3).unwrap_or_default();
        let text = format!("{text}\n\n## {heading}\n\n{more}");
        let reading = read_as(&text, template);
        let written = write(&reading.document, template);
        let lost = lost(&text, &written);
        prop_assert!(lost.is_empty(), "lost {lost:?}\n{text:?}\n{written}");
        prop_assert_eq!(read_as(&written, template).document, reading.document, "{}", written);
    }
}
