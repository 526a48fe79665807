//! A safe rewording that a finding offers, and the one way to carry it out. Offered only where the
//! text means the same afterwards; whoever reads it decides.

use std::ops::Range;

use super::Finding;
use crate::postmortem::{Facet, Place, Postmortem, Spot};

/// Words to put in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Which bytes of the text at the finding's place and facet go.
    pub span: Range<usize>,
    /// What stands there: a text that says something else by now is left alone.
    pub old: String,
    /// What comes in its place; empty where the words only go.
    pub new: String,
}

impl Replacement {
    /// What a button says that carries it out: `Replace with “The”`, `Remove “obviously”`. A letter
    /// that only becomes a capital, because the word before it goes, is not worth a word.
    pub fn label(&self) -> String {
        let mut new = self.new.trim().chars();
        let removed = match (new.next(), new.next()) {
            (None, _) => Some(self.old.as_str()),
            (Some(first), None) => {
                let mut old = self.old.chars();
                let last = old.next_back();
                let is_same = last.is_some_and(|last| last.to_uppercase().eq(first.to_uppercase()));
                is_same.then_some(old.as_str())
            }
            _ => None,
        };
        match removed.map(str::trim).filter(|removed| !removed.is_empty()) {
            Some(removed) => format!("Remove “{removed}”"),
            None => format!("Replace with “{}”", self.new.trim()),
        }
    }
}

/// Carries out what a finding offers. False, and nothing changes, when it offers nothing or the
/// text is no longer what it was when the finding was made.
pub fn apply(document: &mut Postmortem, finding: &Finding) -> bool {
    let Some(replacement) = &finding.replacement else {
        return false;
    };
    let facet = finding.facet.unwrap_or(Facet::Text);
    let text = text_at(document, finding.place, facet);
    let Some(text) = replaced(&text, replacement) else {
        return false;
    };
    if facet == Facet::Reason {
        let section = finding.place.field.section();
        document.nothing_to_say.insert(section, text);
        return true;
    }
    let spot = Spot {
        place: finding.place,
        facet,
    };
    document.enter_at(spot, &text)
}

/// Carries out what all of them offer, and gives how many did: the last in a text first, because
/// each moves what stands behind it.
pub fn apply_all(document: &mut Postmortem, mut findings: Vec<Finding>) -> usize {
    let start = |finding: &Finding| finding.replacement.as_ref().map(|found| found.span.start);
    findings.sort_by_key(|finding| std::cmp::Reverse(start(finding)));
    let carried_out = findings.iter().filter(|finding| apply(document, finding));
    carried_out.count()
}

/// The text that the spans of a finding at that place count in; empty when there is none.
pub fn text_at(document: &Postmortem, place: Place, facet: Facet) -> String {
    if facet == Facet::Reason {
        let reason = document.nothing_to_say.get(&place.field.section());
        return reason.cloned().unwrap_or_default();
    }
    document.text_at(Spot { place, facet })
}

fn replaced(text: &str, replacement: &Replacement) -> Option<String> {
    let Range { start, end } = replacement.span;
    if text.get(start..end)? != replacement.old {
        return None;
    }
    Some([text.get(..start)?, &replacement.new, text.get(end..)?].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::findings;
    use crate::postmortem::{ActionItem, Field, RowId, Section};
    use crate::template::TEMPLATES;

    fn finding(place: Place, facet: Option<Facet>, at: usize, old: &str, new: &str) -> Finding {
        let empty = findings(&Postmortem::default(), TEMPLATES[0]);
        Finding {
            place,
            facet,
            replacement: Some(Replacement {
                span: at..at + old.len(),
                old: old.to_owned(),
                new: new.to_owned(),
            }),
            ..empty[0].clone()
        }
    }

    fn document() -> Postmortem {
        let mut document = Postmortem::default();
        document.summary.text = "ä the disk was obviously full".into();
        document.follow_up.action_items.push(ActionItem {
            id: RowId(4),
            text: "Ask ana@tidewater.test".into(),
            owner: "Ana, ana@tidewater.test".into(),
            ..ActionItem::default()
        });
        let reason = "ask bo".to_owned();
        document.nothing_to_say.insert(Section::Timeline, reason);
        document
    }

    #[test]
    fn a_replacement_changes_the_text_that_it_names_and_no_other() {
        let row = Place::row(Field::ActionItems, RowId(4));
        for (place, facet, at, old, new, after) in [
            (
                Place::field(Field::Summary),
                None,
                16,
                "obviously ",
                "",
                "ä the disk was full",
            ),
            (row, None, 4, "ana@tidewater.test", "Bo", "Ask Bo"),
            (
                row,
                Some(Facet::Owner),
                5,
                "ana@tidewater.test",
                "x",
                "Ana, x",
            ),
            (
                Place::field(Field::Timeline),
                Some(Facet::Reason),
                4,
                "bo",
                "Bo",
                "ask Bo",
            ),
        ] {
            let mut document = document();
            let finding = finding(place, facet, at, old, new);
            assert!(apply(&mut document, &finding), "{after}");
            let facet = facet.unwrap_or(Facet::Text);
            assert_eq!(text_at(&document, place, facet), after);
            assert!(!apply(&mut document, &finding), "twice: {after}");
        }
    }

    #[test]
    fn a_text_that_has_changed_is_left_alone() {
        for (at, old) in [(17, "obviously "), (16, "Obviously "), (1, "x"), (90, "x")] {
            let mut document = document();
            let place = Place::field(Field::Summary);
            assert!(!apply(&mut document, &finding(place, None, at, old, "")));
            assert_eq!(document, self::document(), "{at} {old}");
        }
        let mut document = document();
        let gone = Place::row(Field::ActionItems, RowId(5));
        assert!(!apply(&mut document, &finding(gone, None, 0, "", "x")));
        let nothing = Finding {
            replacement: None,
            ..finding(gone, None, 0, "", "")
        };
        assert!(!apply(&mut document, &nothing));
        assert_eq!(document, self::document());
    }

    #[test]
    fn a_label_says_what_the_button_does() {
        let label = |old: &str, new: &str| {
            let place = Place::field(Field::Summary);
            let finding = finding(place, None, 0, old, new);
            finding.replacement.map(|replacement| replacement.label())
        };
        assert_eq!(
            label("obviously ", "").as_deref(),
            Some("Remove “obviously”")
        );
        assert_eq!(
            label("outage", "incident").as_deref(),
            Some("Replace with “incident”")
        );
    }

    #[test]
    fn all_masks_of_a_text_are_told_apart() {
        let mut document = Postmortem::default();
        document.summary.text =
            "ana@tidewater.test, then bo@tidewater.test, then ana@tidewater.test".into();
        let found = crate::checks::findings_before_publishing(&document, TEMPLATES[0]);
        assert_eq!(apply_all(&mut document, found), 3);
        assert_eq!(
            document.summary.text,
            "[email 1], then [email 2], then [email 1]"
        );
    }

    #[test]
    fn a_button_names_the_words() {
        let label = |old: &str, new: &str| {
            let replacement = Replacement {
                span: 0..old.len(),
                old: old.to_owned(),
                new: new.to_owned(),
            };
            replacement.label()
        };
        assert_eq!(label("obviously ", ""), "Remove “obviously”");
        assert_eq!(label("Obviously t", "T"), "Remove “Obviously”");
        assert_eq!(label("a", "the"), "Replace with “the”");
        assert_eq!(label("x", "Y"), "Replace with “Y”");
        assert_eq!(label("t", "T"), "Replace with “T”");
    }
}
