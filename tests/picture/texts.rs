//! No text breaks the picture, whatever it is.

use postmortem_editor::picture::picture;
use postmortem_editor::postmortem::{Choice, EventKind, Milestone};
use proptest::prelude::*;

use super::xml::{Element, elements};
use super::{drawn, event, hostile, night};

/// Names and attributes of the elements, without what a person typed.
fn skeleton(elements: &[Element]) -> Vec<(String, Vec<(String, String)>)> {
    let all = elements.iter();
    all.map(|element| (element.name.clone(), element.attributes.clone()))
        .collect()
}

#[test]
fn no_text_can_break_the_svg() {
    let (_, calm) = drawn(&night());
    for text in [
        "</title></svg><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onload='alert(1)",
        "<![CDATA[<x>]]> <!-- --> <?xml?>",
        "&lt;b&gt; &amp &#0; &nbsp;",
        "\u{0}\u{1}\u{b}\u{85}\u{2028}\u{fffe}\u{ffff}\u{feff}\u{202e}",
        "a\r\n\tb",
        "]]>",
    ] {
        let mut document = night();
        document.summary.time_zone = text.to_owned();
        document.overview.title = text.to_owned();
        for event in &mut document.timeline.events {
            event.text = text.to_owned();
            event.evidence = text.to_owned();
        }
        let (_, elements) = drawn(&document);
        assert_eq!(skeleton(&elements), skeleton(&calm), "{text:?}");
    }
    for (id, prefix) in [
        ("\" onload=\"x", "onloadx"),
        ("7<b>", "picture7b"),
        ("", "picture"),
        ("draft-3", "draft-3"),
    ] {
        let picture = picture(&night(), id).unwrap();
        let elements = elements(&picture.svg).unwrap();
        let named = format!("{prefix}-title {prefix}-text");
        assert_eq!(
            elements[0].attribute("aria-labelledby"),
            Some(named.as_str())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: hostile::cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_picture_of_any_document_is_well_formed(
        document in hostile::document(),
        times in proptest::collection::vec((0_u32..10_000, any::<bool>()), 0..8),
    ) {
        let mut document = document;
        for (minute, is_guessed) in times {
            let about = if is_guessed { "~" } else { "" };
            let when = format!("2023-02-1{} {about}{}:{:02}", minute % 7, minute / 60 % 24, minute % 60);
            let milestone = Milestone::ALL.get(minute as usize % 8).copied();
            document.timeline.events.push(event(&when, EventKind::Action, milestone));
        }
        if let Some(picture) = picture(&document, "p") {
            let elements = elements(&picture.svg);
            prop_assert!(elements.is_ok(), "{:?}: {}", elements, picture.svg);
            for element in elements.unwrap_or_default() {
                for (name, value) in &element.attributes {
                    if let Some(share) = value.strip_suffix('%') {
                        let share = share.parse::<f64>();
                        let is_inside = share.is_ok_and(|share| (0.0..=100.0).contains(&share));
                        prop_assert!(is_inside, "{}={}", name, value);
                    }
                }
            }
        }
    }
}
